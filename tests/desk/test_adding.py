"""Adding what the reader missed: over words of the text, in a sentence, accepted by who adds it."""

import pytest
from pytest_django.asserts import assertContains

from reports.desk.adding import find_words
from reports.models import Claim, Decision

from .conftest import client_of
from .test_review import address, the

pytestmark = pytest.mark.django_db


def add(client, report, **fields):
    return client.post(address(report, "review_add"), {"version": report.review_version, **fields})


@pytest.fixture(autouse=True)
def places(monkeypatch):
    """What the gazetteer would know."""
    spot = {"name": "Raqa", "country": "SY", "kind": "city", "latitude": 35.95, "longitude": 39.01}
    monkeypatch.setattr("reports.desk.adding.candidates_for", lambda words, country: [spot])


def test_a_figure_is_added_and_its_correction_follows(desk, report):
    sentence = the(report, "Fighters advanced", "development")
    reply = add(
        desk, report, kind="figure", words="25 kilometres", development=sentence.pk, value=25, figure_kind="distance_km"
    )
    claim = the(report, "25 kilometres", "figure")
    assert reply.url == address(report, "review_correct", claim.public_id)
    assert (claim.quote, claim.verdict, claim.figure.low) == ("25 kilometres", "accepted", 25)
    assert Decision.objects.get(claim=claim).action == "add"


def test_an_added_place_offers_the_candidates_of_its_name(desk, report):
    sentence = the(report, "Fighters advanced", "development")
    page = desk.get(add(desk, report, kind="location", words="Raqa", development=sentence.pk).url)
    assertContains(page, "Raqa, SY · city · 36, 39")


def test_words_are_found_in_their_sentence_first(desk, report):
    sentence = the(report, "Fighters advanced", "development").development
    first, inside = find_words(report.text, "Raqa"), find_words(report.text, "Raqa", sentence)
    assert first[0] < sentence.claim.start < inside[0]


def test_the_blanks_between_words_do_not_matter(report):
    start, end = find_words(report.text, "on\n  Sunday. Rebels")
    assert report.text[start:end] == "on Sunday. Rebels"


def test_a_sentence_becomes_a_development_with_a_day_and_a_source(desk, report):
    add(desk, report, kind="development", words="Source: AFP")
    claim = the(report, "Source: AFP", "development")
    assert (claim.date_start, claim.source) == (report.published, report.outlet)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"kind": "figure", "words": "two villages", "value": 2}, "development"),
        ({"kind": "figure", "words": "two villages"}, "value"),
        ({"kind": "development", "words": "what the text does not say"}, "words"),
        ({"kind": "development", "words": " "}, "words"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(desk, report, fields, wrong):
    before = Claim.objects.count()
    reply = add(desk, report, **fields)
    assert reply.status_code == 422
    assert wrong in reply.context["form"].errors
    assert Claim.objects.count() == before


def test_a_sentence_of_another_report_is_refused(desk, report):
    from tests import factories as make

    other = make.development(make.report("Rebels left another village."))
    reply = add(desk, report, kind="location", words="Aleppo", development=other.pk)
    assert "development" in reply.context["form"].errors


def test_someone_elses_decision_in_between_keeps_what_was_typed(desk, report):
    reply = add(desk, report, kind="development", words="Source: AFP", version=7)
    assertContains(reply, "Someone else decided", status_code=422)
    assert reply.context["form"]["words"].value() == "Source: AFP"


def test_who_may_not_review_may_not_add(report):
    client = client_of("viewer", name="viewer")
    assert client.get(address(report, "review_add")).status_code == 403
