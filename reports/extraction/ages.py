"""How old somebody is: "aged six and nine", "Ali, 34, a medic", "a man of 40", "over 60s" are no counts."""

from __future__ import annotations

from collections.abc import Container

from .cues import cue
from .model import Token
from .number_values import Number

OLDEST = 110
_SAID = cue("ages", "said")
_PERSON = cue("ages", "person")
_WHO = frozenset(["them", "whom", "were", "are", "all"])
_SPEAKERS = cue("ages", "told")
_CHILDREN = cue("ages", "children")
_LISTED = frozenset({",", "and", "or", "to", "-", "–"})


def is_age(n: Number, tokens: list[Token], start: int, end: int, people: Container[str], small: Container[str]) -> bool:
    """Whether a number, in a sentence of the tokens `start` to `end`, tells an age.

    `people`: nouns of people; `small`: numbers in words.
    """
    if (n.high or n.low or 0) > OLDEST:
        return False
    return (
        _listed_after_aged(n, tokens, start, small)
        or _of_a_person(n, tokens, start, end)
        or _of_children(n, tokens, start, end, small)
        or _between_commas(n, tokens, start, end, people)
        or _of_the_oldest(n, tokens, start, end)
        or _limit(n, tokens, start, end, people)
    )


def _listed_after_aged(n: Number, tokens: list[Token], start: int, small: Container[str]) -> bool:
    """ "aged 4, 7 and 11": back over numbers and what links them."""
    i = n.begin - 1
    while i > start and (tokens[i].low in _LISTED or tokens[i].kind == "n" or tokens[i].low in small):
        i -= 1
    return i >= start and tokens[i].low in _SAID


def _of_a_person(n: Number, tokens: list[Token], start: int, end: int) -> bool:
    """ "a man of 40", "a girl of nine": one person, and nobody counted behind it."""
    at = n.first - 1
    if at - 2 < start or tokens[at].low != "of" or tokens[at - 1].low not in _PERSON:
        return False
    if n.last >= end or tokens[n.last].kind == "p" or tokens[n.last].low in ("was", "is", "has"):
        return True
    return not tokens[n.last].low.endswith(("s", "en"))


def _of_children(n: Number, tokens: list[Token], start: int, end: int, small: Container[str]) -> bool:
    """ "two boys of 8 and 13", "sisters of four, six and 11": several, each of an age."""
    if n.modifier != "exact" or (
        n.last < end and tokens[n.last].low.endswith(("s", "en")) and tokens[n.last].low != "was"
    ):
        return False  # "children of two families"
    i = n.begin - 1
    while i > start and (tokens[i].low in _LISTED or tokens[i].kind == "n" or tokens[i].low in small):
        i -= 1
    return i > start and tokens[i].low == "of" and tokens[i - 1].low in _CHILDREN


def _of_the_oldest(n: Number, tokens: list[Token], start: int, end: int) -> bool:
    """ "the oldest of them 71", "most of them between 18 and 22"."""
    if n.last < end and tokens[n.last].kind != "p":
        return False
    between = n.rule == "range" and n.begin > start and tokens[n.begin - 1].low in _WHO
    return between or any(t.low in ("oldest", "youngest") for t in tokens[max(start, n.begin - 4) : n.begin])


def _between_commas(n: Number, tokens: list[Token], start: int, end: int, people: Container[str]) -> bool:
    """ "Ali Hasan, 34, a medic", "a spokesman, 44, said"."""
    before = n.first - 2
    return (
        before >= start
        and n.last < end
        and tokens[n.first].kind == "n"
        and bool(n.high)
        and tokens[n.first - 1].low == tokens[n.last].low == ","
        and (tokens[before].capital or tokens[before].low in people or tokens[before].low in _SPEAKERS)
        and tokens[before].kind == "w"
        and (n.last + 1 >= end or tokens[n.last + 1].low != "and")
    )


def _limit(n: Number, tokens: list[Token], start: int, end: int, people: Container[str]) -> bool:
    """ "children under 15", "men over 60", with nobody counted behind it."""
    return (
        n.modifier != "exact"
        and n.first - 2 >= start
        and tokens[n.first - 1].low in ("under", "over", "below", "above")
        and (tokens[n.first - 2].low in people or tokens[n.first - 2].low in _WHO)
        and (n.high or n.low or 0) <= 100
        and (n.last >= end or tokens[n.last].low not in people)
    )
