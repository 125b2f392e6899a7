"""The list of corrections, narrowed by country, front, source, kind of change and the days of the decisions."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import Claim
from reports.workflow.harm import withhold
from reports.workflow.publish import withdraw
from reports.workflow.review import correct
from tests import factories as make
from tests.public.test_past import a_report, the

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = "/corrections/"


@pytest.fixture
def history(db):
    """Two reports of Aleppo, one of Mosul. The Observatory's toll is corrected on 2 March, the ministry's on the 3rd,
    a sentence of Mosul withdrawn on the 4th."""
    with time_machine.travel(START, tick=False) as clock:
        by, first, second = make.person("Sami"), a_report(0), a_report(1)
        third = make.report("Troops entered Mosul from the east. Nobody was hurt in Mosul.")
        mosul = make.front("mosul-2016", "Mosul", "IQ")
        for sentence in ("Troops entered Mosul from the east", "Nobody was hurt in Mosul"):
            make.development(third, sentence, on=mosul)
        for report in (first, second, third):
            make.publish(report, by)
        for report, low, why in ((first, 41, "counted again"), (second, 72, "two more died")):
            clock.shift(timedelta(days=1))
            correct(the(report, "figure"), by, {"low": low}, why=why)
        clock.shift(timedelta(days=1))
        left = Claim.objects.filter(report=third, kind="development").order_by("start").last()
        withdraw(Claim.objects.with_parts().get(pk=left.pk), by, "of another town")
        clock.move_to(START + timedelta(days=9))
        yield first, second, third, by


REASONS = ("counted again", "two more died", "of another town")


def listed(client, **query) -> list[str]:
    page = client.get(PAGE, query).content.decode()
    return [why for why in REASONS if f"{why}</p>" in page]


@pytest.mark.parametrize(
    ("query", "reasons"),
    [
        ({}, REASONS),
        ({"front": "aleppo-2016"}, ("counted again", "two more died")),
        ({"front": ["aleppo-2016", "mosul-2016"]}, REASONS),
        ({"country": "IQ"}, ("of another town",)),
        ({"country": "iq"}, ("of another town",)),
        ({"source": "ministry"}, ("two more died",)),
        ({"change": "withdraw"}, ("of another town",)),
        ({"change": "correct", "front": "mosul-2016"}, ()),
        ({"from": "2026-03-03"}, ("two more died", "of another town")),
        ({"from": "2026-03-03", "to": "2026-03-03"}, ("two more died",)),
        ({"to": "2026-03-02", "country": "SY"}, ("counted again",)),
        ({"desk": "2026-03-02"}, ("counted again",)),
    ],
)
def test_each_filter_leaves_what_it_names(client, history, query, reasons):
    assert tuple(listed(client, **query)) == reasons


def test_each_option_says_how_many_it_leaves_beside_the_other_filters(client, history):
    facets = client.get(PAGE, {"change": "correct"}).context["facets"]
    counts = {facet.parameter: {option.value: option.count for option in facet.options} for facet in facets}
    assert counts["front"] == {"aleppo-2016": 2}
    assert counts["country"] == {"SY": 2}
    assert counts["change"] == {"correct": 2, "withdraw": 1}
    for facet in facets:
        for option in facet.options:
            if not option.selected and facet.parameter != "change":
                assert len(client.get(f"{PAGE}{option.url}").context["entries"]) == option.count


def test_a_source_that_was_put_right_is_found_by_the_old_and_the_new_one(client, history):
    first, _second, _third, by = history
    other = make.source("medecins", "Doctors of Aleppo")
    correct(the(first, "figure"), by, {"source": other.pk}, why="named above")
    for slug in ("medecins", "sohr"):
        assert "named above" in client.get(PAGE, {"source": slug}).content.decode()
    assert "named above" not in client.get(PAGE, {"source": "ministry"}).content.decode()


def test_what_is_withheld_is_of_no_front_country_or_source(client, history):
    first, _second, _third, by = history
    withhold(the(first, "development"), by, "people are on the road")
    assert "people are on the road" in client.get(PAGE).content.decode()
    assert "people are on the road" in client.get(PAGE, {"change": "withhold"}).content.decode()
    for query in ({"front": "aleppo-2016"}, {"country": "SY"}, {"source": "sohr"}):
        assert "people are on the road" not in client.get(PAGE, query).content.decode()


def test_what_was_published_is_narrowed_too_and_gives_way_to_a_kind_of_change(client, history):
    published = [entry.report.pk for entry in client.get(PAGE, {"front": "mosul-2016"}).context["publications"]]
    assert published == [history[2].pk]
    assert len(client.get(PAGE).context["publications"]) == 3
    assert client.get(PAGE, {"change": "correct"}).context["publications"] == []
    assert client.get(PAGE, {"from": "2026-03-02"}).context["publications"] == []


def test_an_unknown_value_is_left_out_in_words_and_a_choice_can_be_taken_away(client, history):
    page = client.get(PAGE, {"change": "embellish", "front": "aleppo-2016"})
    assert "Left out: no kind of change is known as “embellish”" in page.content.decode()
    assert [(chip.label, chip.url) for chip in page.context["filters"].chips()] == [("Aleppo", "?")]


def test_pages_of_the_list_keep_the_filters(client, history):
    first, *_others, by = history
    for low in range(50, 102):
        correct(the(first, "figure"), by, {"low": low, "high": None}, why=f"count {low}")
    page = client.get(PAGE, {"front": "aleppo-2016", "change": "correct"}).content.decode()
    assert 'href="?front=aleppo-2016&amp;change=correct&amp;page=2"' in page


def test_queries_do_not_grow_with_the_list(client, history):
    def queries() -> int:
        client.get("/claims/")  # the index has learned of all that was decided
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE, {"country": ["SY", "IQ"]})
            return len(asked)

    first, *_others, by = history
    few = queries()
    for low in range(50, 60):
        correct(the(first, "figure"), by, {"low": low, "high": None}, why=f"count {low}")
    assert queries() <= few
    assert few > 5
