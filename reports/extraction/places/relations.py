"""Phrases that place something by another place: "25 kilometres north of Raqa", "between Robotyne and Tokmak"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..cues import cue
from ..model import Draft, Token
from .words import PlaceWords

_ABOUT = cue("locating", "about")
_FROM = frozenset(["from", "outside", "away", "off"])
_EDGES = cue("locating", "edges")
_SIDES = _EDGES | cue("locating", "sides")
_STRAIGHT = cue("locating", "straight")
_WHOLE = cue("locating", "whole")
_BEFORE_PLACE = cue("locating", "before_place")
_TOWN_NOUNS = cue("locating", "town_nouns")


@dataclass(slots=True)
class Phrase:
    """A relation found before an anchor. Tokens half-open; `end` runs over the anchor when it is set."""

    first: int
    kind: str  # within | distance | direction
    distance_km: float | None
    bearing: float | None

    def relation(self, draft: Draft, last: int) -> dict[str, Any]:
        """The contract's object; `last` is the token after the anchor."""
        return {
            "kind": self.kind,
            "distance_km": self.distance_km,
            "bearing": self.bearing,
            "start": draft.tokens[self.first].start,
            "end": draft.tokens[last - 1].end,
        }


def phrase_before(tokens: list[Token], anchor: int, floor: int, words: PlaceWords) -> Phrase | None:
    """The relation that ends right before token `anchor` ("north of", "25 km (15 miles) from"), or None."""
    i = _skip_the(tokens, anchor - 1, floor)
    if i < floor:
        return None
    low = tokens[i].low
    if low == "of" and i > floor:
        return _direction_of(tokens, i, floor, words) or _within(tokens, i, floor, words)
    if low in _FROM:
        j = i - 1 if low != "from" or tokens[i - 1].low != "away" else i - 2
        distance = distance_ending(tokens, j, floor, words)
        if distance:
            km, first = distance
            return Phrase(*_widen(tokens, first, floor, km, None))
    return None


def _direction_of(tokens: list[Token], i: int, floor: int, words: PlaceWords) -> Phrase | None:
    j = i - 1
    bearing = words.directions.get(tokens[j].low)
    if bearing is None or tokens[j].low.endswith("ern"):
        return None
    first = j
    if j > floor and tokens[j - 1].low in _STRAIGHT:
        first = j = j - 1
    k = _article(tokens, j, floor)
    if tokens[k].low == "the":
        if k - 1 < floor or tokens[k - 1].low != "to":
            return None  # "the northeast of Mosul" lies inside it
        first = j = k - 1
    distance = distance_ending(tokens, j - 1, floor, words)
    if distance:
        return Phrase(*_widen(tokens, distance[1], floor, distance[0], bearing))
    return Phrase(first, "direction", None, bearing)


def _article(tokens: list[Token], direction: int, floor: int) -> int:
    """The token before a direction where its article would stand, past "whole" and the like; the direction itself
    where its clause begins."""
    k = max(direction - 1, floor)
    return k - 1 if k > floor and tokens[k].low in _WHOLE else k


def side_of(tokens: list[Token], anchor: int, floor: int, words: PlaceWords) -> float | None:
    """The bearing of "the north of Mosul", "the western outskirts of Raqa"; -1 for "the outskirts of"; else None."""
    i = _skip_the(tokens, anchor - 1, floor)
    if i - 2 < floor or tokens[i].low != "of":
        return None
    noun, before = tokens[i - 1].low, tokens[i - 2].low
    if noun in words.directions and not noun.endswith("ern"):
        k = _article(tokens, i - 1, floor)
        return words.directions[noun] if tokens[k].low == "the" and tokens[max(k - 1, 0)].low != "to" else None
    if noun not in _SIDES:
        return None
    return words.directions.get(before, -1.0 if noun in _EDGES else None)


def _within(tokens: list[Token], i: int, floor: int, words: PlaceWords) -> Phrase | None:
    distance = distance_ending(tokens, i - 1, floor, words)
    if distance is None:
        return None
    km, first = distance
    phrase = Phrase(*_widen(tokens, first, floor, km, None))
    return phrase if phrase.kind == "within" else None


def _widen(
    tokens: list[Token], first: int, floor: int, km: float, bearing: float | None
) -> tuple[int, str, float, float | None]:
    """Take "within", "less than", "some" into the phrase."""
    kind = "distance"
    i = first - 1
    while i >= floor and tokens[i].low in _ABOUT:
        first, i = i, i - 1
    if i >= floor and tokens[i].low == "within":
        first, kind = i, "within"
    return first, kind, round(km, 3), bearing


def distance_ending(tokens: list[Token], i: int, floor: int, words: PlaceWords) -> tuple[float, int] | None:
    """The distance whose last token is `i` ("25 kilometres (15 miles)"), as (km, its first token)."""
    if i < floor:
        return None
    if tokens[i].text == ")":
        j = i - 1
        while j > floor and tokens[j].text != "(" and i - j < 8:
            j -= 1
        if tokens[j].text != "(" or not any(t.low in words.km for t in tokens[j:i]):
            return None
        i = j - 1
    if i < floor:
        return None
    factor = words.km.get(tokens[i].low)
    if factor is None or i - 1 < floor:
        return None
    if tokens[i - 1].low == "nautical" and i - 2 >= floor:
        i, factor = i - 1, 1.852
    number = _number(tokens[i - 1], words)
    return None if number is None else _range(tokens, i - 1, floor, number, factor, words)


def _range(
    tokens: list[Token], i: int, floor: int, number: float, factor: float, words: PlaceWords
) -> tuple[float, int]:
    """ "15-20 km" stands for its middle."""
    if (
        i - 2 >= floor
        and tokens[i - 1].text in ("-", "–", "to")
        and (low := _number(tokens[i - 2], words)) is not None
        and low < number
    ):
        return (low + number) / 2 * factor, i - 2
    return number * factor, i


def _number(token: Token, words: PlaceWords) -> float | None:
    if token.kind == "n":
        try:
            return float(token.text.replace(",", ""))
        except ValueError:
            return None
    return words.distances.get(token.low)


def _skip_the(tokens: list[Token], i: int, floor: int) -> int:
    while (
        i >= floor and (tokens[i].low in _BEFORE_PLACE or tokens[i].low.endswith(("-held", "-controlled", "-run")))
    ) or (i > floor and tokens[i].low == "of" and tokens[i - 1].low in _TOWN_NOUNS):
        i -= 1
    return i
