"""What a number counts: the noun phrase after it, an open class told by structure."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .nouns import is_acronym, is_numeral, possessive_in
from .phrase_nouns import find_noun
from .phrase_walk import Phrase
from .words import CountWords

__all__ = ["Phrase", "phrase_after"]

_QUOTES = frozenset(['"', "“", "”", "‘", "'"])
_AGO = cue("kinds", "ago")


def phrase_after(tokens: list[Token], j: int, end: int, one: bool, words: CountWords) -> Phrase:
    """The phrase that begins at token `j`, just after the number."""
    phrase = Phrase(j, j)
    if j + 1 < end and tokens[j].low in _QUOTES and tokens[j + 1].kind == "w":
        phrase.first = j = j + 1
    if j < end and tokens[j].low in words.more_words and not (j + 1 < end and tokens[j + 1].low == "than"):
        phrase.more = True
        phrase.last = j = j + 1
    if j + 2 < end and tokens[j].low == "the" and tokens[j + 1].low == "number" and tokens[j + 2].low == "of":
        j += 3
        if j + 1 < end and tokens[j].low in ("its", "their", "his"):
            j += 1  # "put at 150 the number of its fighters killed"
    if (
        j + 1 < end
        and tokens[j].low in ("are", "were", "is", "was")
        and not is_acronym(tokens, j)  # "16 IS fighters"
        and words.class_of.get(tokens[j + 1].low, "unspecified") != "unspecified"
    ):
        # "71 are children": a share of a total named before
        phrase.part, phrase.head, phrase.last = True, j + 1, j + 2
        return phrase
    if j < end and tokens[j].low == "of":
        j = _after_of(tokens, j, end, words, phrase)
        if j < 0:
            return phrase
        phrase.first = j
    if not _time_away(tokens, j, end):
        find_noun(tokens, j, end, one, words, phrase)
    return phrase


def _described(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """`two of them teenage boys`: an adjective, and the people."""
    low = tokens[j].low
    plain = tokens[j].kind == "w" and low not in words.stops and not words.participle(low) and not low.endswith("ly")
    return plain and j + 1 < end and words.plural(tokens[j + 1].low) and words.person(tokens[j + 1].low)


def _time_away(tokens: list[Token], j: int, end: int) -> bool:
    """`up from 25,000 three days ago`: what stands behind the number is a time."""
    return j + 2 < end and is_numeral(tokens[j]) and tokens[j + 2].low in _AGO


def _after_of(tokens: list[Token], j: int, end: int, words: CountWords, phrase: Phrase) -> int:
    """Past `of the`, `of its`, `of the region's five`; -1 where `of them` closes the phrase."""
    k = j + 1
    if k + 1 < end and tokens[k].low in _QUOTES:
        k += 1  # dozens of "terrorists"
    if k + 1 < end and is_numeral(tokens[k]):
        return k + 1
    if _of_them(tokens, k, end, words, phrase):
        return -1
    if k + 1 < end and tokens[k].low in ("its", "their", "his", "our") and tokens[k + 1].low == "own":
        phrase.last = k + 2
        named = k + 2 < end and (words.person(tokens[k + 2].low) or words.plural(tokens[k + 2].low))
        return k + 2 if named else -1
    if k + 1 < end and tokens[k].low == "the" and tokens[k + 1].low == "total":
        phrase.part, phrase.last = True, k + 2  # "6,846 of the total"
        return -1
    if k < end and tokens[k].low in words.determiners:
        phrase.part = tokens[k].low in ("the", "those", "these") or phrase.part
        k += 1
        possessive = possessive_in(tokens, k, end)
        if possessive is not None:
            phrase.part = False
            k = possessive + 1
        if k < end and is_numeral(tokens[k]):
            k += 1
    elif k < end and tokens[k].capital and (possessive := possessive_in(tokens, k, end)) is not None:
        k = possessive + 1
        if k < end and tokens[k].kind == "n":
            k += 1
    return k


def _of_them(tokens: list[Token], k: int, end: int, words: CountWords, phrase: Phrase) -> bool:
    """`two of them`, `two of them teenage boys`, but not `two of those fighters`: closes the phrase."""
    low, behind = tokens[k].low if k < end else "", k + 1
    if low not in words.of_them:
        return False
    if low in ("these", "those") and behind < end and words.plural(tokens[behind].low):
        return False
    phrase.part, phrase.last = True, behind
    if behind < end and tokens[behind].kind == "w" and _told_who(tokens, behind, end, words):
        inner = phrase_after(tokens, behind, end, False, words)
        phrase.head, phrase.last, phrase.state = inner.head, inner.last, inner.state
    return True


def _told_who(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """`children`, `dead`, `teenage boys`: behind "of them"."""
    low = tokens[j].low
    return words.plural(low) or low in words.noun_kind or _described(tokens, j, end, words)
