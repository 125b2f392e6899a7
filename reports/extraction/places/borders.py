"""Borders by the countries they part: "the Turkish border", "the Syrian-Turkish border", "the border with Iran"."""

from __future__ import annotations

from ..model import Draft, Place, Token
from .around import Around
from .context import happens_in
from .relations import phrase_before
from .stretches import Stretch
from .words import PlaceWords

_ON = frozenset({"on", "along", "at", "across", "over"})
_PLACED = _ON | {"near", "from", "of", "to"}
_ARTICLES = frozenset({"the", "its", "their", "his"})


def border_at(draft: Draft, words: PlaceWords, part: Stretch, i: int) -> Place | None:
    """The border that token `i`, a word for one, stands in; None where no country is named with it.

    `clue["border"]`: the ISO codes of the country across it, or of both; `clue["on_it"]`: not only near it.
    """
    found = _named_before(draft.tokens, words, part, i) or _named_after(draft.tokens, words, part, i)
    if found is None:
        return None
    codes, first, last = found
    start, end = draft.tokens[first].start, draft.tokens[last - 1].end
    text = draft.text[start:end]
    place = Place(start, end, text, " ".join(text.split()), kind="region", rule="border", sentence=part.sentence)
    leads = first - 1 if first > part.first and draft.lows[first - 1] in _ARTICLES else first
    place.clue = {"border": codes, "on_it": leads > part.first and draft.lows[leads - 1] in _ON}
    place.rules = {"name": "border", "kind": "border"}
    if phrase := phrase_before(draft.tokens, first, part.first, words):
        place.relation, place.rules["relation"] = phrase.relation(draft, last), "phrase-before"
    return place


_Found = tuple[list[str], int, int]  # codes; tokens, half-open


def _named_before(tokens: list[Token], words: PlaceWords, part: Stretch, i: int) -> _Found | None:
    """ "the Turkish border", "the Syrian-Turkish border", "the South Sudanese border", "the Syria border"."""
    after = tokens[i + 1].low if i + 1 < part.last else ""
    token = tokens[i - 1]
    if not token.capital or after in words.border_people:
        return None
    for length in (4, 3, 2):
        named = tokens[max(i - length, part.first) : i]
        name = " ".join(token.low for token in named)
        if (
            len(named) == length
            and named[0].capital
            and (code := words.nationality.get(name) or words.country.get(name))
        ):
            return [code], i - length, i + 1
    codes = [words.nationality.get(half) or words.country.get(half) for half in token.low.split("-")]
    known = [code for code in codes if code]
    return (known[-2:], i - 1, i + 1) if codes[-1] and token.kind == "w" else None


def _named_after(tokens: list[Token], words: PlaceWords, part: Stretch, i: int) -> _Found | None:
    """ "near the border with Iran", of one border only, and where something is placed by it."""
    if i + 2 >= part.last or i - 2 < part.first or tokens[i].low.endswith("s") or tokens[i + 1].low != "with":
        return None
    if tokens[i - 1].low not in _ARTICLES or tokens[i - 2].low not in _PLACED:
        return None
    for length in (5, 4, 3, 2, 1):
        named = tokens[i + 2 : i + 2 + length]
        if i + 2 + length <= part.last and (code := words.country.get(" ".join(token.low for token in named))):
            return ([code], i, i + 2 + length) if named[0].capital else None
    return None


def but_borders(found: list[Place], back: list[Place]) -> list[Place]:
    """ "near the Algeria border", "the border with Iran": no country is named there."""
    borders = [(p.start, p.end) for p in back if "border" in p.clue]
    return [p for p in found if not any(start <= p.start < end for start, end in borders)]


def at_a_border(around: Around, words: PlaceWords) -> bool:
    """ "killed four near the Turkish border": a scene, unless those who did it only come from there."""
    told = around.place.relation is not None
    return told or (happens_in(around, words) and "from" not in around.before(4))
