"""What a score is made of: counts by measure and report, their totals, and how sure the totals are.

A tally is a pair of numbers for each measure of a report, `(got, of)`: right plus found, and read plus gold, for an F1;
right and asked for an accuracy; so that the total of any choice of reports is the sum of `got` by the sum of `of`.
Figures of one report are right or wrong together, so intervals over single figures would be too narrow: they are taken
over whole reports, by the bootstrap (Efron, 1979).
"""

import random
from collections.abc import Mapping, Sequence

Tally = Mapping[str, tuple[float, float]]
ROUNDS = 1000
SEED = 1979


def tallies_of(result: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    """The tally of one report, from the scorer's own result; mere counts and distances have no share to give."""
    pairs = {}
    for measure, value in result.items():
        if "F1" in value:
            found = round(value["R"] * value["gold"])  # of the gold; several mentions may be right about one source
            pairs[measure] = (value["right"] + found, value["predicted"] + value["gold"])
        elif "accuracy" in value:
            pairs[measure] = (value["right"], value["of"])
    return pairs


def total(tallies: Sequence[Tally], measure: str) -> float | None:
    """The share over all these reports; None where no report has the measure."""
    pairs = [one[measure] for one in tallies if measure in one]
    of = sum(pair[1] for pair in pairs)
    return sum(pair[0] for pair in pairs) / of if of else None


def interval(tallies: Sequence[Tally], measure: str) -> tuple[float, float] | None:
    """The middle 95 % of the shares that as many reports, drawn again and again from these, come to."""
    dice = random.Random(SEED)  # noqa: S311 (the same draws each time, so that a table can be repeated)
    draws = [total(dice.choices(tallies, k=len(tallies)), measure) for _ in range(ROUNDS)]
    shares = sorted(draw for draw in draws if draw is not None)
    return (shares[int(0.025 * len(shares))], shares[int(0.975 * len(shares))]) if shares else None


def fallen(before: Sequence[Tally], now: Sequence[Tally], measure: str) -> float:
    """How far a measure has fallen beyond its noise, report by report; 0 where it has not.

    The same reports are drawn for both sides; the fall counts where 97.5 % of the draws show one.
    """
    dice = random.Random(SEED)  # noqa: S311
    places, falls = range(len(before)), []
    for _ in range(ROUNDS):
        drawn = dice.choices(places, k=len(places))
        old, new = (total([side[place] for place in drawn], measure) for side in (before, now))
        if old is not None and new is not None:
            falls.append(old - new)
    falls.sort()
    return max(0.0, falls[int(0.025 * len(falls))]) if falls else 0.0
