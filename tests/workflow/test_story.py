"""Sentences that name no place share the front of their story, and never guess between two."""

from datetime import date

import pytest
from django.utils import timezone

from reports.models import Development, Reading
from reports.workflow.store import store_claims
from tests import factories as make

from .documents import Doc

pytestmark = pytest.mark.django_db

SIRTE = "Fighting went on in Sirte. Forty fighters were killed. In 2015 the jihadists had arrived."
TWO = "Fighting went on in Sirte. Shells fell in Derna. Forty fighters were killed."


@pytest.fixture(autouse=True)
def fronts():
    for slug, name, at in (("sirte-2016", "Sirte", 31.2), ("derna-2016", "Derna", 32.8)):
        front = make.front(slug, name, "LY", started=date(2016, 5, 12), ended=date(2016, 12, 17))
        front.south, front.north, front.west, front.east = at - 0.2, at + 0.2, 16.0, 23.0
        front.save()


def document(text: str, **of_last) -> Doc:
    doc = Doc(text)
    sentences = [words + "." for words in text.rstrip(".").split(". ")]
    for words in sentences[:-1]:
        doc.sentence(words)
    doc.sentence(sentences[-1], **of_last)
    for name, latitude in (("Sirte", 31.2), ("Derna", 32.8)):
        if name in text:
            doc.place(name, latitude=latitude, longitude=20.0, country="LY", role="event")
    return doc


def stored(doc: Doc) -> list[list[str]]:
    """The fronts of each development, in the order of the text."""
    reading = Reading.objects.create(
        report=make.report(doc.text), state="done", result=doc.out, finished_at=timezone.now()
    )
    store_claims(reading)
    developments = Development.objects.order_by("claim__start")
    return [[link.front.slug for link in development.front_links.all()] for development in developments]


def test_a_story_about_one_front_gives_it_to_the_sentences_without_a_place():
    assert stored(document(SIRTE))[1] == ["sirte-2016"]


def test_what_happened_before_the_front_opened_is_no_part_of_it():
    before = {"status": "background", "date_start": "2015-01-01", "date_end": "2015-12-31"}
    assert stored(document(SIRTE, **before))[2] == []


def test_a_story_about_two_fronts_asks_the_editor():
    assert stored(document(TWO)) == [["sirte-2016"], ["derna-2016"], []]


def test_a_heading_that_names_a_front_of_its_own_is_not_overruled():
    doc = document(SIRTE)
    doc.out["sections"].append(
        {"start": 0, "end": 1, "heading": "Sabratha", "level": "front", "country": "LY", "front": "Sabratha"}
    )
    doc.out["sentences"][1]["section"] = 0
    assert stored(doc)[1] == []
    assert Development.objects.filter(new_front="Sabratha").exists()


def test_a_story_that_happens_mostly_elsewhere_asks_the_editor():
    text = "Fighting went on in Sirte. Shells fell in Sabha. Rockets hit Ubari. Forty fighters were killed."
    doc = document(text)
    for name in ("Sabha", "Ubari"):
        doc.place(name, latitude=27.0, longitude=14.4, country="LY", role="event")
    assert stored(doc)[3] == []


def test_what_stands_before_the_first_heading_of_a_round_up_takes_no_front_of_a_single_place():
    doc = document("Shells fell in Sirte. There were ten clashes. The battle for Derna. Forty fighters were killed.")
    doc.out["sections"].append(
        {"start": 0, "end": 1, "heading": "Derna", "level": "front", "country": "LY", "front": "Derna"}
    )
    for sentence in doc.out["sentences"][2:]:
        sentence["section"] = 0
    assert stored(doc) == [["sirte-2016"], [], ["derna-2016"], ["derna-2016"]]
