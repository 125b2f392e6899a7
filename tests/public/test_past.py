"""The two clocks: every page, export and answer as of another instant, against histories of all that can be decided."""

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from reports.desk.metadata import correct_metadata
from reports.models import Claim, Report
from reports.models.vocabulary import Action
from reports.workflow.areas import Area
from reports.workflow.covers import uncover_ended
from reports.workflow.errors import WorkflowError
from reports.workflow.harm import blur, delay, lift, withhold
from reports.workflow.publish import publish_report, withdraw
from reports.workflow.review import correct
from tests import factories as make

PROVINCE = Area("Idlib", "province", "SY", 35.78, 36.68, 42.0, 4)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXTS = (
    "The Observatory said at least 40 people were killed in Aleppo on Sunday. Rebels left two villages.",
    "The ministry said at least 70 people were killed in Aleppo on Monday. A convoy reached Aleppo.",
)


def a_report(number: int) -> Report:
    """One report of a toll in Aleppo that nobody decided on, a day after the other; the two tolls differ."""
    day = date(2016, 12, 11) + timedelta(days=number)
    said_by = make.source(["sohr", "ministry"][number], ["Observatory", "Ministry"][number])
    report = make.report(TEXTS[number], published=day)
    shared = {"source": said_by, "date_start": date(2016, 12, 1), "date_end": date(2016, 12, 11)}
    toll = make.development(report, TEXTS[number].split(". ")[0], **shared)
    words = f"at least {[40, 70][number]} people were killed"
    figure = make.figure(toll, words, low=[40, 70][number], high=[45, None][number], scope="cumulative", **shared)
    place = make.location(toll)
    figure.locations.add(place)
    make.involvement(toll, ["people", "ministry"][number], role="target")
    make.control(toll, "Aleppo", at=place, control_status=["controlled", "contested"][number], **shared)
    make.development(report, TEXTS[number].split(". ")[1], **shared)
    return report


def the(report: Report, kind: str) -> Claim:
    return Claim.objects.filter(report=report, kind=kind).with_parts().order_by("start")[0]


def picture(client: Client, query: str = "") -> dict[str, str]:
    """What readers see: the data, and the front's page below its filters, without the parameters of the clock."""
    asked = f"?{query}" if query else ""
    pages = {
        path: client.get(f"{path}{asked}").content.decode()
        for path in ("/api/v1/fronts", "/api/v1/developments.geojson", "/api/v1/figures.csv", "/claims/")
    }
    pages["front"] = client.get(f"/fronts/aleppo-2016/{asked}").content.decode().split('<div id="results">')[1]
    points = f"/map/points.json?box=-180,-90,180,90&zoom=3&{query}"
    pages["points"] = client.get(points).content.decode()
    pages["/claims/"] = pages["/claims/"].split("<main")[1]
    return {path: _plain(page) for path, page in pages.items()}


def _plain(page: str) -> str:
    page = re.sub(r'<aside class="past".*?</aside>', "", page, flags=re.DOTALL)
    page = re.sub(r'<p class="printed">[^<]*</p>', "", page)  # the address on the printed page names the clock
    page = re.sub(r"\?(desk|known)=[^\"#&]*&?", "?", re.sub(r"&(amp;)?(desk|known)=[^\"#&]*", "", page))
    return re.sub(r"\s+", " ", re.sub(r'\?(?=["#])', "", page))


# --- The desk's clock -------------------------------------------------------------------------------------------------

STEPS: dict[str, Callable[[Report, object], object]] = {
    "publish": lambda report, by: make.publish(report, by),
    "correct the toll": lambda report, by: correct(the(report, "figure"), by, _more(report), why="counted again"),
    "correct the type": lambda report, by: correct(the(report, "development"), by, {"type": "shelling"}, why="misread"),
    "move the pin": lambda report, by: correct(the(report, "location"), by, {"latitude": 36.5}, why="misplaced"),
    "change hands": lambda report, by: correct(the(report, "control"), by, {"control_status": "left"}, why="left"),
    "withdraw the toll": lambda report, by: withdraw(the(report, "figure"), by, "taken back"),
    "withdraw it all": lambda report, by: withdraw(the(report, "development"), by, "of another town"),
    "publish again": lambda report, by: publish_report(report, by),
    "move the day": lambda report, by: _another_day(report, by),
    "delay": lambda report, by: delay(the(report, "development"), _in_two_hours(), by, "on the road"),
    "withhold": lambda report, by: withhold(the(report, "development"), by, "on the road"),
    "show again": lambda report, by: lift(the(report, "development"), Action.WITHHOLD, by, "arrived"),
}


def _more(report: Report) -> dict:
    return {"low": the(report, "figure").figure.low + 1}


def _another_day(report: Report, by) -> None:
    report.refresh_from_db()
    report.published += timedelta(days=1)
    correct_metadata(report, by, ["published"])


def _in_two_hours() -> datetime:
    return datetime.now(UTC) + timedelta(hours=2)


class ThePast(TestCase):
    @settings(
        max_examples=4,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],  # a history is told as it is; making it shorter takes minutes
    )
    @given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(sorted(STEPS))), min_size=4, max_size=7))
    def test_each_instant_of_a_history_is_shown_as_it_was(self, steps):
        client, shown = Client(), {}
        with time_machine.travel(START, tick=False) as clock:
            by, reports = make.person("Sami"), [a_report(0), a_report(1)]
            for number, step in [(0, "publish"), *steps]:
                clock.shift(timedelta(hours=1))
                try:
                    STEPS[step](reports[number], by)
                except WorkflowError:  # refused at this point of the history
                    continue
                clock.shift(timedelta(minutes=1))
                shown[datetime.now(UTC)] = picture(client)
            clock.shift(timedelta(days=1))
            uncover_ended()
            for report in reports:
                if the(report, "development").withheld_at:
                    STEPS["show again"](report, by)
            for at, then in shown.items():
                now = picture(client, f"desk={at:%Y-%m-%dT%H:%M:%SZ}")
                assert {path for path in then if now[path] != then[path]} == set()


@pytest.fixture
def history(db):
    """Published on 1 March, its toll corrected on the 2nd and withdrawn on the 3rd; looked at on the 10th."""
    with time_machine.travel(START, tick=False) as clock:
        by, report = make.person("Sami"), a_report(0)
        make.publish(report, by)
        clock.shift(timedelta(days=1))
        correct(the(report, "figure"), by, {"low": 41}, why="counted again")
        clock.shift(timedelta(days=1))
        withdraw(the(report, "figure"), by, "taken back")
        clock.move_to(START + timedelta(days=9))
        yield report


def lows(client, **query) -> list[str]:
    page = client.get("/api/v1/figures.csv", query).content.decode()
    return [row["low"] for row in csv.DictReader(io.StringIO(page))]


def test_corrections_and_withdrawals_are_undone_day_by_day(client, history):
    days = ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"]
    assert [lows(client, desk=day) for day in days] == [[], ["40"], ["41"], []]
    assert lows(client) == []


def test_the_filters_apply_to_the_past(client, history):
    assert lows(client, desk="2026-03-02", kind="killed", front="aleppo-2016") == ["41"]
    assert lows(client, desk="2026-03-02", kind="wounded") == []


def test_a_report_reads_as_it_did(client, history):
    page = client.get(history.get_absolute_url(), {"desk": "2026-03-01T12:30Z"}).content.decode()
    assert "at least 40 killed" not in client.get(history.get_absolute_url()).content.decode()
    assert "40 to 45" in page
    assert client.get(history.get_absolute_url(), {"desk": "2026-02-01"}).status_code == 404


def test_the_corrections_are_those_of_then(client, history):
    assert "counted again" in client.get("/corrections/").content.decode()
    assert "counted again" not in client.get("/corrections/", {"desk": "2026-03-01"}).content.decode()


def test_a_page_says_that_it_is_the_past_is_not_for_search_engines_and_leads_on_in_it_and_back(client, history):
    answer = client.get("/fronts/aleppo-2016/", {"desk": "2026-03-02", "kind": "killed"})
    page = answer.content.decode()
    assert "What this site showed at the end of 2 March 2026" in page
    assert (answer["X-Robots-Tag"], 'name="robots" content="noindex"' in page) == ("noindex", True)
    assert 'rel="canonical"' not in page
    assert 'href="/fronts/aleppo-2016/?kind=killed" data-now' in page
    assert f'href="/reports/{history.public_id}/?desk=2026-03-02#c-' in page
    assert 'href="/countries/SY/?desk=2026-03-02"' in page
    assert not re.search(r'<a [^>]*href="/(fronts|reports|sources|groups|countries|claims|corrections)/[^"?]*"', page)


def test_the_map_and_the_files_of_a_past_page_are_of_that_past(client, history):
    page = client.get("/fronts/aleppo-2016/", {"desk": "2026-03-02"}).content.decode()
    assert 'data-query="front=aleppo-2016&amp;desk=2026-03-02"' in page
    assert "figures.csv?front=aleppo-2016&amp;desk=2026-03-02" in page


@pytest.mark.parametrize("day", ["yesterday", "2016-13-01"])
def test_what_is_no_day_is_refused_by_the_api_and_told_on_a_page(client, history, day):
    assert client.get("/api/v1/figures.csv", {"desk": day}).status_code == 400
    page = client.get("/", {"desk": day})
    assert page.status_code == 200
    assert f"“{day}” is no day" in page.content.decode()


def test_what_lies_ahead_is_now(client, history):
    ahead = "/api/v1/developments.geojson"
    assert client.get(ahead, {"desk": "2040-01-01"}).content == client.get(ahead).content
    assert "This is the past" not in client.get("/", {"desk": "2040-01-01"}).content.decode()


def test_the_past_takes_no_more_queries_for_more(client, history, django_assert_max_num_queries):
    by = make.person("Sami")
    with time_machine.travel(START, tick=False):
        make.publish(a_report(1), by)
    client.get("/fronts/aleppo-2016/", {"desk": "2026-03-02"})  # the index of that day is made
    with django_assert_max_num_queries(110):
        client.get("/fronts/aleppo-2016/", {"desk": "2026-03-02", "status": "current"})


# --- What was known -----------------------------------------------------------------------------------------------


def test_what_was_reported_later_is_not_known_yet_and_corrections_stay(client, history):
    by = make.person("Sami")
    make.publish(a_report(1), by)
    assert lows(client, known="2016-12-12") == ["70"]
    assert lows(client, known="2016-12-11") == []
    assert client.get("/api/v1/fronts", {"known": "2016-12-11"}).json()["fronts"][0]["developments"] == 2
    assert client.get("/api/v1/fronts").json()["fronts"][0]["developments"] == 4


def test_both_clocks_add_up(client, history):
    make.publish(a_report(1), make.person("Sami"))
    assert lows(client, desk="2026-03-02", known="2016-12-11") == ["41"]
    assert lows(client, desk="2026-03-02", known="2016-12-10") == []
    assert lows(client, known="2016-12-12", desk="2026-03-10T12:00Z") == ["70"]


# --- Harm ------------------------------------------------------------------------------------------------------------


def test_no_past_shows_what_is_hidden_now(client, history):
    by = make.person("Sami")
    blur(the(history, "location"), PROVINCE, by, "a clinic")
    for path in ("/fronts/aleppo-2016/", "/api/v1/developments.geojson", "/api/v1/figures.csv"):
        page = client.get(path, {"desk": "2026-03-02", "kind": "killed"}).content.decode()
        assert "37.16" not in page
        assert "[withheld]" in page or path.endswith("csv")
    withhold(the(history, "figure"), by, "asked by the families")
    assert lows(client, desk="2026-03-02") == []
    lift(the(history, "figure"), Action.WITHHOLD, by, "they agree")
    assert lows(client, desk="2026-03-02") == ["41"]
    delay(the(history, "development"), _in_two_hours(), by, "on the road")
    assert lows(client, desk="2026-03-02") == []
