"""Submitting: kept as pasted, refused in words, and a worker is told after commit."""

from datetime import date

import pytest

from reports.extraction import UnreadableText
from reports.models import Reading, Report
from reports.workflow import submit
from reports.workflow.errors import DuplicateReport, NoReading
from reports.workflow.submit import read_again, submit_report
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    """The readings that workers were told of."""
    told: list[int] = []
    monkeypatch.setattr(submit, "send_reading", told.append)
    return told


def paste(text, **fields):
    return submit_report(
        text=text, published=date(2016, 12, 11), outlet=make.outlet(), entered_by=make.person(), **fields
    )


def test_newlines_are_settled_and_letters_composed(sent):
    report = paste("One line.\r\nCafe\u0301 in Mosul.\r")
    assert report.text == "One line.\nCafé in Mosul.\n"
    assert len(report.sha256) == 64


def test_a_worker_is_told_after_commit_and_not_before(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        report = paste("Shells fell on Aleppo.")
        assert sent == []
    assert sent == [report.readings.get().pk]
    assert report.readings.get().state == "queued"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("   \n\t", "empty"),
        ("a\x00b", "NUL"),
        ("a\x07b", "control"),
        (b"\xff\xfe\x00", "UTF-8"),
        ("a" * (1024 * 1024 + 1), "1 MiB"),
    ],
)
def test_what_is_no_text_is_refused_in_words_and_nothing_is_kept(sent, text, words):
    with pytest.raises(UnreadableText, match=words):
        paste(text)
    assert not Report.objects.exists()


def test_a_second_copy_is_refused_with_the_first(sent):
    first = paste("Shells fell on Aleppo.\n")
    with pytest.raises(DuplicateReport) as refusal:
        paste("Shells fell on Aleppo.\r\n")
    assert refusal.value.report == first
    assert Reading.objects.count() == 1


def test_the_same_idempotency_key_gives_the_same_report(sent):
    first = paste("Shells fell on Aleppo.", idempotency_key="k1")
    assert paste("Shells fell on Aleppo.", idempotency_key="k1") == first


def test_a_retry_is_a_new_reading_and_only_one_runs_at_a_time(sent):
    report = paste("Shells fell on Aleppo.")
    with pytest.raises(NoReading):
        read_again(report, make.person())
    Reading.objects.update(state="failed", failure="It broke.", finished_at=report.entered_at)
    assert read_again(report, make.person()).state == "queued"
    assert report.readings.count() == 2
