"""Grades follow from who else says what: each rule once, in the order in which they are tried."""

import pytest

from reports.workflow.weighing import Stance, weigh
from tests.workflow.weighing.saying import count, hold

OWN, AGAINST = Stance.OWN_SIDE, Stance.AGAINST_INTEREST


def grades(*statements) -> list[str]:
    weighed = weigh(statements)
    return [weighed[one.claim].grade.value for one in statements]


@pytest.mark.parametrize(
    ("statements", "expected", "why"),
    [
        ([count(40, 40)], ["weak"], "one origin"),
        ([count(40, 40), count(40, 40)], ["weak", "weak"], "one origin in two reports is still one"),
        ([count(40, 40), count(40, 40, "ministry")], ["fair", "fair"], "two origins"),
        (
            [count(40, 40, "army", stance=OWN), count(40, 40, "ally", stance=OWN)],
            ["weak", "weak"],
            "two sides in their own cause",
        ),
        (
            [count(40, 40, "army", stance=AGAINST), count(40, None, "rebels", stance=OWN)],
            ["confirmed", "confirmed"],
            "the side that lost them says so",
        ),
        ([count(40, 40), count(80, 80, "ministry")], ["contested", "contested"], "both cannot hold"),
        (
            [count(40, 40, "army", stance=AGAINST), count(80, 80, "rebels", stance=OWN)],
            ["contested", "contested"],
            "a loss that is admitted, but not as high as told",
        ),
        ([count(40, 40, hour=9), count(30, 30, hour=17)], ["discounted", "weak"], "it counted again, lower"),
        (
            [count(40, 40, hour=9), count(30, 30, hour=17), count(30, 30, "ministry")],
            ["discounted", "fair", "fair"],
            "what was taken back contests nothing",
        ),
        (
            [count(4, 4, scope="incremental", hour=9), count(3, 3, scope="incremental", hour=17)],
            ["weak", "weak"],
            "two events of one day",
        ),
        ([count(40, 40, status="denied")], ["discounted"], "only denied"),
        ([count(40, 40), count(40, 40, "army", status="denied")], ["contested", "contested"], "said and denied"),
        ([count(40, 40, unreliable=True)], ["discounted"], "nobody else says it"),
        ([count(40, 40, unreliable=True), count(40, 40, "ministry")], ["fair", "fair"], "someone else does"),
        ([hold("controlled", 1, "amaq", stance=OWN), hold("controlled", 2)], ["contested", "contested"], "two holders"),
        ([hold("left", 2, "army", stance=AGAINST)], ["confirmed"], "a side tells that it has left"),
    ],
)
def test_the_grade_follows_the_rule(statements, expected, why):
    assert grades(*statements) == expected, why


def test_origins_are_counted_once_each():
    first, *others = [count(40, 40), count(40, 40, hour=13), count(40, 40, "ministry"), count(38, 42, "un")]
    assert weigh([first, *others])[first.claim].origins == 3


def test_what_is_said_again_has_the_grade_of_its_first_saying():
    first = count(40, 40)
    again = count(40, 40, same_as=first.claim)
    assert grades(first, again, count(40, 40, "ministry")) == ["fair", "fair", "fair"]


def test_a_part_of_a_total_is_not_held_against_totals():
    assert grades(count(40, 40), count(11, 11, "ministry", part_of=9)) == ["weak", "weak"]


def test_background_is_not_held_against_what_is_current():
    assert grades(count(40, 40), count(80, 80, "ministry", status="background")) == ["weak", "weak"]
