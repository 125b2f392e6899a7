"""Which figures cannot both hold, which say the same, and which only seem to differ."""

from datetime import date

import pytest

from reports.workflow.weighing import figures
from tests.workflow.weighing.saying import count

START, DAY, NEXT = date(2016, 11, 15), date(2016, 12, 10), date(2016, 12, 11)


def toll(low, high, *, start=START, end=DAY, places=("aleppo",), **fields):
    return count(low, high, days=(start, end), places=places, **fields)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "why"),
    [
        (toll(413, None), toll(300, 300), True, "at least 413 cannot be 300"),
        (toll(413, None), toll(500, 500), False, "at least 413 may be 500"),
        (toll(100, 100, modifier="approx"), toll(105, 105), False, "about 100 may be 105"),
        (toll(100, 100, modifier="approx"), toll(150, 150), True, "about 100 is not 150"),
        (toll(500, 500, end=DAY), toll(400, 400, end=NEXT), True, "a running toll does not shrink"),
        (toll(400, 400, end=DAY), toll(500, 500, end=NEXT), False, "a running toll may grow"),
        (toll(5, 5, scope="incremental", start=DAY), toll(9, 9, scope="incremental", start=DAY), True, "one day"),
        (toll(5, 5, scope="incremental", start=DAY), toll(9, 9, scope="incremental"), False, "a day of a month"),
        (
            toll(9, 9, scope="incremental", start=DAY),
            toll(5, 5, scope="incremental"),
            True,
            "a day above all",
        ),
        (toll(5, 5, start=NEXT, end=NEXT), toll(9, 9), False, "the periods do not meet"),
        (
            toll(5, 5, people="civilians"),
            toll(9, 9, people="fighters"),
            False,
            "different people are counted",
        ),
        (toll(5, 5, places=[]), toll(9, 9, places=[]), False, "tolls of no place may be of two"),
        (
            toll(5, 5, places=[], kind="displaced"),
            toll(9, 9, places=[], kind="displaced"),
            True,
            "people displaced are those of the front",
        ),
        (toll(5, 5, start=DAY), toll(9, 9), False, "a shorter toll may be smaller"),
        (toll(9, 9, start=DAY), toll(5, 5), True, "a shorter toll cannot be larger"),
        (
            toll(5, 5, people="fighters", subject="rebels"),
            toll(9, 9, people="fighters", subject="jihadists"),
            False,
            "fighters of two sides",
        ),
        (toll(5, 5, places=["east aleppo"]), toll(9, 9, places=["west aleppo"]), False, "different places"),
        (toll(5, 5), toll(9, 9, places=[]), False, "one names no place"),
    ],
)
def test_two_claims_are_rivals_only_where_both_cannot_hold(one, other, verdict, why):
    assert figures.contradict(one, other) is verdict, why
    assert figures.contradict(other, one) is verdict, f"{why}, the other way round"


@pytest.mark.parametrize(
    ("one", "other", "verdict", "why"),
    [
        (toll(413, None), toll(413, 413), True, "at least 413 and 413"),
        (toll(413, None), toll(900, 900), False, "at least 413 is not 900, though both may hold"),
        (toll(100, 100, modifier="approx"), toll(105, 105), True, "about 100 and 105"),
        (toll(100, 100), toll(105, 105), False, "100 is not 105"),
        (toll(80, 120), toll(90, 90), True, "within a range"),
        (toll(413, None), toll(413, None, end=NEXT), True, "a toll told again the next day"),
        (toll(413, None), toll(413, None, start=date(2016, 10, 1)), False, "since another day"),
        (toll(9, 9, scope="incremental"), toll(9, 9, scope="incremental", end=NEXT), False, "counts of other days"),
        (toll(5, 5, people="civilians"), toll(5, 5, people="fighters"), False, "different people are counted"),
    ],
)
def test_two_claims_agree_where_they_say_the_same_of_the_same_days(one, other, verdict, why):
    assert figures.agree(one, other) is verdict, why
    assert figures.agree(other, one) is verdict, f"{why}, the other way round"
