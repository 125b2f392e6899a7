"""The preview: what the reader would make of a text, before saving, with nothing kept."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from reports.models import Claim, Report
from tests import factories as make

from .conftest import client_of, document

pytestmark = pytest.mark.django_db


def preview(client, text: str, **fields):
    return client.post(reverse("admin:reports_report_preview"), {"text": text, "published": "2016-12-11", **fields})


@pytest.fixture
def reads(monkeypatch):
    """What the reader was asked, and a reading that it gives."""
    asked = []

    def read(text, published, outlet):
        asked.append((text, str(published), outlet and outlet.name))
        return {**document(), "as_of": "2016-12-11T17:00:00Z"}

    monkeypatch.setattr("reports.desk.preview._read", read)
    return asked


def test_it_shows_the_marks_and_the_instant_as_understood(desk, reads):
    reply = preview(desk, document()["text"])
    assertContains(reply, "As of 17:00 UTC, Sunday 11 December 2016.")
    assertContains(reply, "Fronts: Aleppo, Raqa.")
    assertContains(reply, 'class="mark mark-figure')


def test_the_reader_gets_the_settled_text_the_day_and_the_outlet(desk, reads):
    preview(desk, "Rebels left.\r\n", outlet=make.outlet().pk)
    assert reads == [("Rebels left.\n", "2016-12-11", "AFP")]


def test_nothing_is_kept(desk, reads):
    preview(desk, "Rebels left.")
    assert not Report.objects.exists()
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "The text is empty."), ("a\x00b", "NUL"), ("Rebels left. " * 6000, "too long for a preview")],
    ids=["empty", "nul", "long"],
)
def test_it_says_why_there_is_none(desk, text, sentence):
    assertContains(preview(desk, text), sentence)


def test_a_reader_that_breaks_does_not_stop_the_editor(desk, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("reports.desk.preview.desk_knowledge", broken)
    assertContains(preview(desk, "Rebels left."), "You can save it")


def test_only_those_who_may_paste_get_one(db):
    assert preview(client_of("reviewer"), "Rebels left.").status_code == 403


def test_a_day_or_an_outlet_that_is_none_yet_does_no_harm(desk, reads):
    preview(desk, "Rebels left.", published="2016-02-31", outlet="AFP")
    assert reads == [("Rebels left.", "None", None)]


@pytest.mark.parametrize(("published", "asked"), [("2016-12-25", True), ("2016-12-12", False)])
def test_a_dateline_of_another_day_is_asked_about(desk, published, asked):
    make.outlet(name="AFP")
    reply = preview(desk, "TROOPS TAKE QAIM\n\nBAGHDAD, Dec 11 (AFP) - Troops took Qaim.\n", published=published)
    assert ("The text is dated 11 December 2016." in reply.content.decode()) == asked
