"""A reading: claimed by one worker, ended with a result or with a reason, taken up again when a worker died."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reports import tasks
from reports.geocoding import GazetteerMissing
from reports.models import Claim, Reading
from reports.workflow import read as step
from reports.workflow.read import claim_reading, fail_reading, read_and_store
from tests import factories as make

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture
def reading():
    return Reading.objects.create(report=make.report())


def test_a_worker_takes_a_queued_reading_and_a_second_worker_does_not(reading):
    assert claim_reading(reading.pk, again_after=MINUTE).state == "reading"
    assert claim_reading(reading.pk, again_after=MINUTE) is None


def test_what_a_dead_worker_left_is_taken_up_again(reading):
    Reading.objects.update(state="reading", started_at=timezone.now() - timedelta(minutes=2), attempts=1)
    assert claim_reading(reading.pk, again_after=MINUTE).attempts == 2


def test_a_worker_that_was_too_slow_writes_nothing(reading):
    slow = claim_reading(reading.pk, again_after=timedelta(0))
    quick = claim_reading(reading.pk, again_after=timedelta(0))
    fail_reading(slow, "Too slow.")
    quick.refresh_from_db()
    assert quick.state == "reading"


def test_a_text_that_breaks_the_reader_becomes_a_row_with_a_reason(reading, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(step, "read", broken)
    tasks.read_report(reading.pk)
    reading.refresh_from_db()
    assert reading.state == "failed"
    assert "It is kept" in reading.failure
    assert "ZeroDivisionError" in reading.failure_detail
    assert reading.report.text == make.TEXT


def test_a_missing_gazetteer_is_a_reason_that_names_the_command(reading, monkeypatch):
    def missing(day):
        raise GazetteerMissing("There is no gazetteer. Run: python manage.py gazetteer build")

    monkeypatch.setattr(step, "desk_knowledge", missing)
    tasks.read_report(reading.pk)
    reading.refresh_from_db()
    assert "gazetteer build" in reading.failure


def test_the_task_reads_a_report_into_proposals_once_however_often_it_runs(reading):
    for _ in range(2):
        tasks.read_report(reading.pk)
    reading.refresh_from_db()
    assert (reading.state, reading.attempts) == ("done", 1)
    assert reading.result["text"] == reading.report.text
    kinds = set(Claim.objects.values_list("kind", flat=True))
    assert {"development", "figure"} <= kinds


def test_the_sweep_sends_again_what_waits_too_long(reading, monkeypatch):
    sent = []
    monkeypatch.setattr(tasks, "send_reading", sent.append)
    assert tasks.sweep_readings() == 0
    Reading.objects.update(requested_at=timezone.now() - MINUTE)
    assert tasks.sweep_readings() == 1
    assert sent == [reading.pk]


def test_an_alias_that_an_editor_taught_is_read(reading):
    from reports.models import Alias

    Alias.objects.create(group=make.group("lions", "Lions of the Valley"), text="the Valley Lions")
    knowledge = step.desk_knowledge()
    assert knowledge.aliases_version
    assert ("the Valley Lions", "Lions of the Valley") in knowledge.lexicon.group_aliases


def test_taught_words_are_made_ready_once_and_again_when_more_are_taught(reading):
    from reports.models import Alias

    lions = make.group("lions", "Lions of the Valley")
    Alias.objects.create(group=lions, text="the Valley Lions")
    kept = step.desk_knowledge().lexicon
    assert step.desk_knowledge().lexicon is kept
    Alias.objects.create(group=lions, text="the Lion Cubs")
    assert ("the Lion Cubs", "Lions of the Valley") in step.desk_knowledge().lexicon.group_aliases


def test_read_and_store_needs_a_claimed_reading(reading):
    read_and_store(reading)  # nobody claimed it: another worker's is never overwritten
    reading.refresh_from_db()
    assert reading.state == "queued"
