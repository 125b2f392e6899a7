"""What changed since an instant: new, revised with old, new and why, taken away with the reason; page and JSON."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from reports.models import Claim
from reports.workflow.harm import withhold
from reports.workflow.publish import withdraw
from reports.workflow.review import correct
from tests import factories as make
from tests.public.test_past import a_report, the

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
API = "/api/v1/changes"


@pytest.fixture
def history(db):
    """A report of 1 March, corrected on the 2nd, that loses its second sentence on the 3rd; another of the 2nd."""
    with time_machine.travel(START, tick=False) as clock:
        by, first, second = make.person("Sami"), a_report(0), a_report(1)
        make.publish(first, by)
        clock.shift(timedelta(days=1))
        correct(the(first, "figure"), by, {"low": 41}, why="counted again")
        make.publish(second, by)
        clock.shift(timedelta(days=1))
        left = Claim.objects.filter(report=first, kind="development").order_by("start").last()
        withdraw(Claim.objects.with_parts().get(pk=left.pk), by, "of another town")
        clock.move_to(START + timedelta(days=9))
        yield first, second, by


def told(client, **query) -> list[tuple[str, str, str]]:
    rows = client.get(API, query).json()["changes"]
    return sorted((row["change"], row["kind"], (row["quote"] or "")[:12]) for row in rows)


def test_new_revised_and_withdrawn_are_told_once_each(client, history):
    assert told(client, since="2026-03-02") == [
        ("new", "development", "A convoy rea"),
        ("new", "development", "The ministry"),
        ("revised", "figure", "at least 40 "),
        ("withdrawn", "development", "Rebels left "),
    ]
    assert told(client, since="2026-03-03") == [("withdrawn", "development", "Rebels left ")]
    assert told(client, since="2026-03-04") == []


def test_a_revision_has_old_new_and_why_and_a_tombstone_its_reason_and_no_address(client, history):
    rows = {row["change"]: row for row in client.get(API, {"since": "2026-03-02"}).json()["changes"]}
    assert rows["revised"]["fields"] == [{"field": "low", "old": "40", "new": "41"}]
    assert rows["revised"]["reasons"] == ["counted again"]
    assert rows["revised"]["id"] == the(history[0], "figure").public_id
    assert (rows["withdrawn"]["reasons"], rows["withdrawn"]["url"]) == (["of another town"], None)


def test_a_source_that_was_changed_is_told_by_name(client, history):
    first, _, by = history
    with time_machine.travel(START + timedelta(days=8), tick=False):
        correct(
            the(first, "figure"), by, {"source": make.source("medecins", "Doctors of Aleppo").pk}, why="named above"
        )
    (row,) = client.get(API, {"since": "2026-03-08"}).json()["changes"]
    assert row["fields"][0]["field"] == "source"
    assert row["fields"][0]["new"] == "Doctors of Aleppo"
    assert row["fields"][0]["old"] not in ("another one", "Doctors of Aleppo")


@pytest.mark.parametrize("page", ["999", "-1", "two"])
def test_a_page_that_is_not_there_is_refused_in_words(client, history, page):
    reply = client.get(API, {"since": "2026-03-02", "page": page})
    assert (reply.status_code, reply.json()["error"]) == (400, "page: pages are numbered from 1 to 1")


def test_the_filters_apply_to_what_is_and_to_what_was(client, history):
    assert {row[0] for row in told(client, since="2026-03-02", front="aleppo-2016")} == {"new", "revised", "withdrawn"}
    assert told(client, since="2026-03-02", source="ministry") == [
        ("new", "development", "A convoy rea"),
        ("new", "development", "The ministry"),
    ]
    assert told(client, since="2026-03-02", kind="killed", q="observatory") == [("revised", "figure", "at least 40 ")]


def test_what_is_withheld_is_a_tombstone_without_words(client, history):
    first, _second, by = history
    withhold(the(first, "development"), by, "people are on the road")
    rows = client.get(API, {"since": "2026-03-05"}).json()["changes"]
    assert {(row["change"], row["quote"], row["report"], *row["reasons"]) for row in rows} == {
        ("withdrawn", None, None, "people are on the road")
    }
    assert [row["kind"] for row in rows] == ["development", *PARTS]
    page = client.get("/changes/", {"since": "2026-03-05"}).content.decode()
    assert "at least 40" not in page
    assert "With it:" in page


PARTS = ["figure", "involvement", "location", "control"]


def test_what_went_with_a_sentence_has_a_tombstone_each(client, history):
    first, _second, by = history
    ids = {kind: the(first, kind).public_id for kind in ("development", *PARTS)}
    withdraw(the(first, "development"), by, "another day")
    rows = client.get(API, {"since": "2026-03-05"}).json()["changes"]
    assert {row["kind"]: row["id"] for row in rows} == ids
    assert {row["development"] for row in rows} == {ids["development"]}
    assert {row["change"] for row in rows} == {"withdrawn"}
    assert {row["quote"][:15] for row in rows if row["kind"] == "figure"} == {"at least 40 peo"}
    assert all(row["url"] is None and row["reasons"] == ["another day"] for row in rows)
    page = client.get("/changes/", {"since": "2026-03-05"}).content.decode()
    assert page.count("another day") == 1
    assert "With it:" in page


def test_a_part_that_was_taken_away_before_has_no_second_tombstone(client, history):
    first, _second, by = history
    with time_machine.travel(START + timedelta(days=5), tick=False):
        withdraw(the(first, "figure"), by, "not counted")
    withdraw(the(first, "development"), by, "another day")
    later = client.get(API, {"since": "2026-03-07"}).json()["changes"]
    assert "figure" not in {row["kind"] for row in later}
    both = client.get(API, {"since": "2026-03-05"}).json()["changes"]
    assert [row["kind"] for row in both].count("figure") == 1


def test_a_change_that_was_undone_in_between_is_none(client, history):
    first, _second, by = history
    correct(the(first, "figure"), by, {"low": 44}, why="misread")
    correct(the(first, "figure"), by, {"low": 41}, why="it was right")
    assert told(client, since="2026-03-05") == []


def test_pages_have_an_end_to_go_on_from(client, history):
    answer = client.get(API, {"since": "2026-03-02"}).json()
    assert (answer["count"], answer["page"], answer["pages"]) == (4, 1, 1)
    assert answer["until"] == "2026-03-10T11:59:00Z"


@pytest.mark.parametrize("since", ["", "once", "2040-01-01"])
def test_without_a_day_that_lies_behind_it_refuses(client, history, since):
    assert client.get(API, {"since": since}).status_code == 400


def test_the_page_tells_it_by_front_and_keeps_the_filters(client, history):
    page = client.get("/changes/", {"since": "2026-03-02", "kind": "killed"}).content.decode()
    assert "counted again" in page
    assert "<del>40</del> → <ins>41</ins>" in page
    assert 'name="since" value="2026-03-02"' in page
    assert "convoy" not in page
    assert "Left out" in client.get("/changes/", {"since": "once"}).content.decode()
