"""Updates and near copies are found among all reports, by an index and not by reading them all."""

from datetime import date

import pytest

from reports.workflow.likeness import likes_of, likes_of_report
from reports.workflow.submit import submit_report
from tests import factories as make

pytestmark = pytest.mark.django_db
SENTENCES = [
    "Rebels left two villages north of the river on Sunday after a week of shelling, residents said.",
    "At least forty people were killed in the eastern districts, the monitor told the agency by telephone.",
    "A convoy of twelve buses waited at the southern crossing for a second day, its drivers said.",
    "The ministry denied that any aircraft had flown over the town during the night.",
]


@pytest.fixture(autouse=True)
def no_worker(monkeypatch):
    monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)


def enter(*numbers: int, day: int = 11, headline: str = "", extra: str = ""):
    text = " ".join([SENTENCES[number] for number in numbers] + [extra])
    return submit_report(
        text=text,
        published=date(2016, 12, day),
        outlet=make.outlet(),
        entered_by=make.person(),
        headline=headline or text[:60],
    )


def likes(*numbers: int, day: int = 12, headline: str = "Another one", extra: str = "It was quiet by evening."):
    text = " ".join([SENTENCES[number] for number in numbers] + [extra])
    return likes_of(text, published=date(2016, 12, day), outlet=make.outlet(), headline=headline)


def test_an_update_finds_the_report_that_it_goes_on_from():
    first = enter(0, 1, 2)
    enter(3)
    (found,) = likes(0, 1)
    assert found.report == first and found.shared > 0.5


def test_the_likest_comes_first_and_a_near_copy_is_told():
    enter(0, 2)
    second = enter(0, 1, 2, 3)
    found = likes(0, 1, 2, 3, extra="Ends.")
    assert found[0].report == second and found[0].is_nearly_a_copy


def test_what_shares_a_phrase_or_nothing_is_not_offered():
    enter(0, 1)
    assert likes(2, 3) == []
    assert likes(extra="Rebels left two villages north of the capital, officials said.") == []


def test_a_series_is_known_by_its_headline_though_all_its_words_are_new():
    first = enter(0, headline="Where the fronts stand, 11 December")
    (found,) = likes(3, headline="Where the fronts stand, 12 December")
    assert found.report == first and found.series
    assert likes(3, day=20, headline="Where the fronts stand, 20 December") == []


def test_a_later_report_is_no_earlier_one():
    enter(0, 1, day=13)
    assert likes(0, 1, day=12) == []


def test_a_kept_report_is_not_like_itself_or_what_came_after():
    first = enter(0, 1)
    second = enter(0, 1, 2)
    assert likes_of_report(first) == []
    assert [one.report for one in likes_of_report(second)] == [first]


def test_more_reports_ask_no_more_queries(django_assert_num_queries):
    outlet = make.outlet()
    for number in range(5):
        enter(number % 4, day=number + 1, extra=f"Village {number} was named.")
    with django_assert_num_queries(3):
        likes_of(SENTENCES[0], published=date(2016, 12, 12), outlet=outlet, headline="Where the fronts stand")
