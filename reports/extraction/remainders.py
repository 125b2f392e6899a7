"""What is left of a total: `eight of 29 ... the other 21`, `the remaining 118`."""

from __future__ import annotations

from .cues import cue
from .model import MEASURES, Draft, Figure

_REMAINDER = cue("figures", "remainder")
_FURTHEST = 16  # figures back, to a total of which the rest is told


def whole_of_the_rest(figures: list[Figure], k: int, left: float | None) -> int | None:
    """`29 strikes ... eight in Syria ... the other 21`: the total before figure `k` that some and the rest make up."""
    if not left:
        return None
    nearest = max(0, k - 2 * _FURTHEST)
    lows = [figure.low for figure in figures[nearest:k]]
    for j in range(k - 1, max(-1, k - _FURTHEST), -1):
        some = figures[j]
        if some.low is None or some.unit == "percent" or some.low + left not in lows[: j - nearest]:
            continue
        for i in range(j - 1, max(-1, j - _FURTHEST), -1):
            whole = figures[i]
            if whole.low == some.low + left and whole.kind == some.kind and whole.kind not in MEASURES:
                return i
    return None


def rest_of_a_total(draft: Draft, k: int) -> int | None:
    """`the other 21`, `6,846 of the total and those of its partners 1,937`: the total that they make up."""
    figure = draft.figures[k]
    if not figure.bare or figure.unit == "percent":
        return None
    total = whole_of_the_rest(draft.figures, k, figure.low)
    if total is None or not _REMAINDER.isdisjoint(draft.lows[max(0, figure.first - 1) : figure.last]):
        return total
    before = draft.figures[k - 1]
    alike = before.kind == figure.kind or "+goes-on" in figure.rule
    shared = before.part_of == total and before.sentence == figure.sentence and alike
    return total if shared and (before.low or 0) + (figure.low or 0) == draft.figures[total].low else None
