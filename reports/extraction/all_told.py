"""The signs that a count is of all there was: a war as a whole, its whole length, so many since it began."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .model import DateMention, Figure
from .surroundings import Surroundings

_RECORDS = cue("periods", "records")
_LASTING = cue("periods", "lasting")
_SINGLE = cue("periods", "single")
_DAWN = cue("periods", "dawn")
_WARS = cue("periods", "wars")
_BATTLES = cue("periods", "battles")
_FORTNIGHT = 14  # days: what is told of a shorter battle is told of one event
_SPELLS_LONG = ("-month", "-week", "-year", "-month-long", "-year-long")
_OPENING = 25  # tokens from "in all" to a count of the same sentence
_MANY = 200  # more people than one event kills, where the perfect tense tells of no day
_RAISES = cue("periods", "raises")
_LONG = cue("periods", "long")


def all_told(figure: Figure, date: DateMention | None, words: Surroundings) -> bool:
    """`In all, 40 were killed`, `since the uprising began`, `in two years of war`, `the war has killed 300`."""
    lows, ahead = words.lows, words.ahead
    first = words.at[0]
    if " ".join(lows[:2]) in ("in all", "all told", "in total") and first < _OPENING:
        return True
    if any(a in _LONG and b == "of" for a, b in pairwise(ahead)) or _long_battle(lows):
        return True
    if date is None and ("since" in ahead or "since" in lows[:4]):
        at = lows.index("since")
        if "since" in ahead and _RAISES & set(ahead[: ahead.index("since")]):
            return False  # "retook seven villages, bringing to 19 those retaken since May"
        if set(lows[max(0, at - 6) : at]) & _RECORDS:
            return False
        return not {*lows[:3], *ahead} & _DAWN
    verb = (figure.verb - figure.first + first) if figure.verb is not None else first
    many = (figure.low or figure.high or 0) >= _MANY
    if many and figure.kind in ("killed", "displaced") and set(lows[max(0, first - 14) : first]) & _WARS:
        return True  # "a war over the valley killed 30,000"
    if figure.kind in ("killed", "displaced") and "in" in ahead[:3] and _WARS & set(ahead[:5]):
        return True  # "2,200 were killed in the 2014 war"
    perfect = {"have", "has"} & {*_finite(lows[max(0, verb - 4) : verb]), *_finite(lows[max(0, first - 3) : first])}
    if not perfect or figure.kind in ("strikes", "settlements", "other"):
        return False
    if (date is not None and date.date_start is not None) or set(lows) & _SINGLE:
        return False
    lead = lows[max(0, first - 14) : first]
    return bool({*lead, *ahead} & _LASTING) or many


def _long_battle(lows: list[str]) -> bool:
    """`the five-month battle`, `a 73-day siege`: what it took runs on to its end; one of a few days is an event."""
    for k, low in enumerate(lows[:-1]):
        if low.endswith(_SPELLS_LONG) and lows[k + 1] in _BATTLES:
            return True
        days = lows[k : k + 3] == [low, "-", "day"] and low.isdigit() and len(low) < 4 and int(low) >= _FORTNIGHT
        if days and k + 3 < len(lows) and lows[k + 3] in _BATTLES:
            return True
    return False


def _finite(lows: list[str]) -> list[str]:
    """Without the auxiliary of `claims to have killed 200`: that is one deed."""
    return [b for a, b in pairwise(["", *lows]) if not (a == "to" and b == "have")]
