"""Days as columns: marks, soft bars, silence."""

from datetime import date

import pytest
from django.http import QueryDict

from reports.public.filters import Filters
from reports.public.timeline import LONGEST, timeline
from tests.public import making as make

pytestmark = pytest.mark.django_db


def drawn(*heard: date):
    return timeline(Filters.of(QueryDict()), {day.toordinal() for day in heard})


def told(words: str, start: date, end: date | None = None, **fields) -> None:
    one = make.development(words, of=make.report(words), date_start=start, date_end=end or start, **fields)
    make.publish(one)


def test_without_developments_there_is_nothing_to_draw():
    assert drawn() is None


def test_a_day_is_a_mark_in_the_lane_of_its_kind():
    told("Shells fell.", date(2016, 12, 1), type="shelling")
    lanes = {lane.name: lane for lane in drawn().lanes}
    assert len(lanes["strike"].marks) == 1
    assert lanes["battle"].marks == []


def test_a_span_or_a_rough_day_is_a_soft_bar():
    told("Fighting went on.", date(2016, 12, 1), date(2016, 12, 4), type="clash")
    told("They came in early December.", date(2016, 12, 2), type="clash", date_precision="week")
    lane = drawn().lanes[0]
    assert lane.marks == []
    assert [round(bar.width / drawn().column) for bar in lane.bars] == [4, 1]


def test_days_of_which_nobody_spoke_are_silent():
    told("Shells fell.", date(2016, 12, 1), type="shelling")
    told("Shells fell again.", date(2016, 12, 5), type="shelling")
    silent = [day.day.day for day in drawn(date(2016, 12, 3)).days if day.silent]
    assert silent == [2, 4]


def test_marks_of_one_day_do_not_cover_each_other():
    for n in range(9):
        told(f"Shelling number {n}.", date(2016, 12, 1), type="shelling")
    marks = drawn().lanes[1].marks
    assert len({(mark.x, mark.y) for mark in marks}) == 9


def test_what_is_announced_far_ahead_draws_no_axis():
    told("Shells fell.", date(2016, 12, 1), type="shelling")
    told("The camps will be full by the new year.", date(2016, 12, 31), status="hypothetical")
    assert drawn().last == date(2016, 12, 1)


def test_a_long_war_shows_its_last_months_and_says_what_it_leaves_out():
    told("It began.", date(2015, 5, 1), type="capture")
    told("It goes on.", date(2016, 12, 1), type="clash")
    found = drawn()
    assert len(found.days) <= LONGEST
    assert found.earlier == 1


def test_a_month_that_ends_as_the_drawing_begins_leaves_its_room_to_the_next():
    told("It began.", date(2016, 9, 30), type="capture")
    told("It goes on.", date(2016, 12, 1), type="clash")
    assert [one.month for one in drawn().days if one.month] == ["October 2016", "November 2016", "December 2016"]


def test_a_row_is_as_high_as_its_fullest_day_and_no_higher():
    told("They fought for days.", date(2016, 10, 1), date(2016, 10, 4), type="clash")
    told("They fought again.", date(2016, 10, 3), date(2016, 10, 6), type="clash")
    told("They fought on.", date(2016, 12, 1), date(2016, 12, 4), type="clash")
    first, second, far = drawn().lanes[0].bars
    assert first.y < second.y
    assert far.y == first.y


def test_a_bar_lies_beneath_the_marks_of_its_days():
    told("A clash.", date(2016, 12, 2), type="clash")
    told("They fought for days.", date(2016, 12, 1), date(2016, 12, 4), type="clash")
    lane = drawn().lanes[0]
    assert lane.bars[0].y > lane.marks[0].y > lane.inner
    assert lane.bars[0].y < lane.top + lane.height
