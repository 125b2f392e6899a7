"""Which claims cannot both hold, and which only seem to differ."""

from datetime import date

import pytest

from reports.models import Claim, Figure, Location, Source
from reports.public.rivals import contradict

START, DAY, NEXT = date(2016, 11, 15), date(2016, 12, 10), date(2016, 12, 11)


def toll(low, high, source, *, start=START, end=DAY, places=("Aleppo",), **fields) -> Figure:
    claim = Claim(source=Source(pk=source), date_start=start, date_end=end)
    made = Figure(claim=claim, low=low, high=high, **{"scope": "cumulative", "figure_kind": "killed", **fields})
    made.public_locations = [Location(name=name) for name in places]
    return made


@pytest.mark.parametrize(
    ("one", "other", "verdict", "why"),
    [
        (toll(413, None, 1), toll(300, 300, 2), True, "at least 413 cannot be 300"),
        (toll(413, None, 1), toll(500, 500, 2), False, "at least 413 may be 500"),
        (toll(413, None, 1), toll(300, 300, 1), False, "one source may count again"),
        (toll(100, 100, 1, modifier="approx"), toll(105, 105, 2), False, "about 100 may be 105"),
        (toll(100, 100, 1, modifier="approx"), toll(150, 150, 2), True, "about 100 is not 150"),
        (toll(500, 500, 1, end=DAY), toll(400, 400, 2, end=NEXT), True, "a running toll does not shrink"),
        (toll(400, 400, 1, end=DAY), toll(500, 500, 2, end=NEXT), False, "a running toll may grow"),
        (toll(5, 5, 1, scope="incremental", start=DAY), toll(9, 9, 2, scope="incremental", start=DAY), True, "one day"),
        (toll(5, 5, 1, scope="incremental", start=DAY), toll(9, 9, 2, scope="incremental"), False, "a day of a month"),
        (
            toll(9, 9, 1, scope="incremental", start=DAY),
            toll(5, 5, 2, scope="incremental"),
            True,
            "a day above all",
        ),
        (toll(5, 5, 1, start=NEXT, end=NEXT), toll(9, 9, 2), False, "the periods do not meet"),
        (
            toll(5, 5, 1, subject_class="civilians"),
            toll(9, 9, 2, subject_class="fighters"),
            False,
            "different people are counted",
        ),
        (toll(5, 5, 1, places=[]), toll(9, 9, 2, places=[]), False, "tolls of no place may be of two"),
        (
            toll(5, 5, 1, places=[], figure_kind="displaced"),
            toll(9, 9, 2, places=[], figure_kind="displaced"),
            True,
            "people displaced are those of the front",
        ),
        (toll(5, 5, 1, start=DAY), toll(9, 9, 2), False, "a shorter toll may be smaller"),
        (toll(9, 9, 1, start=DAY), toll(5, 5, 2), True, "a shorter toll cannot be larger"),
        (
            toll(5, 5, 1, subject_class="fighters", subject="rebels"),
            toll(9, 9, 2, subject_class="fighters", subject="jihadists"),
            False,
            "fighters of two sides",
        ),
        (toll(5, 5, 1, places=["east Aleppo"]), toll(9, 9, 2, places=["west Aleppo"]), False, "different places"),
        (toll(5, 5, 1), toll(9, 9, 2, places=[]), False, "one names no place"),
    ],
)
def test_two_claims_are_rivals_only_where_both_cannot_hold(one, other, verdict, why):
    assert contradict(one, other) is verdict, why
    assert contradict(other, one) is verdict, f"{why}, the other way round"
