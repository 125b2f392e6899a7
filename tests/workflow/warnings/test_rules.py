"""Each rule once: what it warns of, and what only looks like it. Rows by hand, no database."""

from datetime import UTC, date, datetime

import pytest

from reports.models import Report
from reports.models.vocabulary import ClaimKind, DevelopmentType, Status
from reports.workflow.warnings import days, figures, places, sides
from reports.workflow.warnings.scene import Pin, Row, Scene
from reports.workflow.weighing import Stance
from reports.workflow.weighing.statement import Event
from tests.workflow.weighing.saying import count, statement

START, SATURDAY, SUNDAY, MONDAY = date(2016, 11, 15), date(2016, 12, 10), date(2016, 12, 11), date(2016, 12, 12)


def scene(*own, before=(), **fields) -> Scene:
    """A report of Sunday that says these, beside what the desk holds already."""
    report = Report(published=SUNDAY, **fields)
    rows = {one.claim: row(one.claim, days=one.days) for one in own}
    return Scene(report, rows, [*own, *before])


def row(claim=1, days=(SUNDAY, SUNDAY), status="current") -> Row:
    return Row(claim, ClaimKind.FIGURE, Status(status), *(days or (None, None)))


def warned(rule, *args, **fields) -> list[str]:
    return [words for _, words in rule(scene(*args, **fields))]


def toll(low, high=None, *, end=SUNDAY, hour=17, **fields):
    return count(low, high or low, days=(START, end), hour=hour, **fields)


class TestATollThatMoves:
    last = toll(413, end=SATURDAY, hour=9)

    def test_one_that_falls_is_told_with_the_last_one(self):
        assert warned(figures.toll_falls, toll(400), before=[self.last]) == [
            "the toll falls: this source gave 413 on 10 Dec 2016"
        ]

    def test_one_that_jumps_is_told_as_well(self):
        assert warned(figures.toll_jumps, toll(4130), before=[self.last]) == [
            "the toll jumps: this source gave 413 on 10 Dec 2016"
        ]

    @pytest.mark.parametrize(
        ("new", "why"),
        [
            (toll(430), "it grew"),
            (toll(300, 500), "the range still holds the last one"),
            (toll(400, origin="ministry"), "another source"),
            (toll(400, kind="wounded"), "another kind"),
            (toll(400, places=["west aleppo"]), "another place"),
            (toll(400, people="children"), "other people"),
            (toll(400, scope="incremental"), "not a running toll"),
            (toll(400, hour=8), "reported before it"),
        ],
    )
    def test_what_only_looks_like_it_is_left_alone(self, new, why):
        assert warned(figures.toll_falls, new, before=[self.last]) == [], why

    def test_one_without_a_place_is_held_against_the_last_one_that_has_one(self):
        assert warned(figures.toll_falls, toll(400, places=[]), before=[self.last])
        of_no_place = toll(390, end=SATURDAY, hour=10, places=[])
        assert not warned(figures.toll_falls, toll(395, places=[]), before=[self.last, of_no_place])

    def test_a_few_may_become_many_in_a_day(self):
        assert warned(figures.toll_jumps, toll(9), before=[toll(2, end=SATURDAY, hour=9)]) == []


def test_a_part_larger_than_its_whole():
    whole = count(40, 40)
    assert warned(figures.part_larger_than_its_whole, whole, count(41, 41, part_of=whole.claim)) == [
        "this part is larger than its whole, 40"
    ]
    assert warned(figures.part_larger_than_its_whole, whole, count(11, 11, part_of=whole.claim)) == []


def test_one_number_of_a_sentence_for_two_kinds():
    killed, wounded = count(40, 40), count(40, 40, kind="wounded")
    assert warned(figures.same_number_for_two_kinds, killed, wounded) == [
        "the same number stands for two kinds: also wounded",
        "the same number stands for two kinds: also killed",
    ]
    assert warned(figures.same_number_for_two_kinds, killed, count(40, 40, kind="wounded", development=2)) == []


class TestDays:
    @pytest.mark.parametrize(("status", "expected"), [("current", 1), ("background", 1), ("announced", 0)])
    def test_what_happened_cannot_be_after_the_report(self, status, expected):
        tomorrow = Scene(Report(published=SUNDAY), {1: row(days=(MONDAY, MONDAY), status=status)})
        assert len(list(days.after_the_report(tomorrow))) == expected

    def test_the_instant_that_a_report_describes_may_be_later_than_its_day(self):
        report = Report(published=SUNDAY, as_of=datetime(2016, 12, 12, 1, tzinfo=UTC))
        assert list(days.after_the_report(Scene(report, {1: row(days=(MONDAY, MONDAY))}))) == []

    def test_an_update_without_a_day(self):
        last = toll(413, end=SATURDAY, hour=9)
        assert warned(days.update_without_a_day, toll(420, is_dated=False), before=[last])
        assert not warned(days.update_without_a_day, toll(420, is_dated=False)), "nothing that it updates"
        assert not warned(days.update_without_a_day, toll(420), before=[last]), "the text gives the day"
        as_of = datetime(2016, 12, 11, 17, tzinfo=UTC)
        assert not warned(days.update_without_a_day, toll(420, is_dated=False), before=[last], as_of=as_of)


def test_a_pin_in_a_country_that_the_front_does_not_lie_in():
    pins = [Pin(1, "SY", 7), Pin(2, "US", 7), Pin(3, "US", 8)]
    here = Scene(Report(published=SUNDAY), pins=pins, countries={7: {"SY", "IQ"}})
    assert list(places.outside_the_front(here)) == [(2, "the pin is in US, the front in IQ, SY")]


class TestASideAboutItself:
    @pytest.mark.parametrize(
        ("said", "expected", "why"),
        [
            (count(40, 40, stance=Stance.OWN_SIDE), 1, "a number"),
            (count(40, 40, stance=Stance.AGAINST_INTEREST), 0, "its own losses"),
            (count(40, 40), 0, "a monitor"),
            (count(40, 40, stance=Stance.OWN_SIDE, same_as=1), 0, "said again: the first saying is warned of"),
            (statement(Event(DevelopmentType.CAPTURE), stance=Stance.OWN_SIDE), 1, "ground that it says it took"),
            (statement(Event(DevelopmentType.TALKS), stance=Stance.OWN_SIDE), 0, "a sentence that claims nothing"),
        ],
    )
    def test_it_is_said(self, said, expected, why):
        assert len(warned(sides.in_its_own_cause, said)) == expected, why

    def test_it_is_said_of_the_number_and_not_of_its_sentence_as_well(self):
        sentence = statement(Event(DevelopmentType.CAPTURE), stance=Stance.OWN_SIDE)
        number = count(40, 40, stance=Stance.OWN_SIDE, development=sentence.claim)
        assert [claim for claim, _ in sides.in_its_own_cause(scene(sentence, number))] == [number.claim]
