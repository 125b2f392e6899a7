"""What a number counts: the noun phrase after it, an open class told by structure."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import cue
from .model import Token
from .nouns import (
    acronym_in_brackets,
    coordinated,
    ends_the_phrase,
    is_acronym,
    is_numeral,
    of_a_name,
    pairs_before_a_noun,
    possessive_in,
)
from .words import CountWords

_FREED = cue("kinds", "freed")
_LY_NOUNS = cue("kinds", "ly_nouns")
_NO_NOUNS = cue("kinds", "no_nouns")  # "800 strong", "eight further inland"
_QUOTES = frozenset(['"', "“", "”", "‘", "'"])
_LONGEST = 9  # tokens in a noun phrase
_VERB_NOUNS = cue("kinds", "verb_nouns")
_AGO = cue("kinds", "ago")


@dataclass(slots=True)
class Phrase:
    """A counted noun phrase over tokens `[first, last)`; `head` is its noun, None where there is none."""

    first: int
    last: int
    head: int | None = None
    part: bool = False  # "of them", "of whom"
    more: bool = False  # "200 more"
    state: int | None = None  # "wounded" of "1706 wounded people"


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
        _nouns(tokens, j, end, one, words, phrase)
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
    if (
        k < end
        and tokens[k].low in words.of_them
        and not (tokens[k].low in ("these", "those") and k + 1 < end and words.plural(tokens[k + 1].low))
    ):
        phrase.part = True
        phrase.last = k + 1
        if (
            k + 1 < end
            and tokens[k + 1].kind == "w"
            and (
                words.plural(tokens[k + 1].low)
                or tokens[k + 1].low in words.noun_kind
                or _described(tokens, k + 1, end, words)
            )
        ):
            inner = phrase_after(tokens, k + 1, end, False, words)
            phrase.head, phrase.last, phrase.state = inner.head, inner.last, inner.state
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


def _nouns(tokens: list[Token], j: int, end: int, one: bool, words: CountWords, phrase: Phrase) -> None:
    first = j
    plural = False
    while j < end and j - first < _LONGEST:
        token = tokens[j]
        low = token.low
        if token.kind == "n":
            break
        if j > first and not plural and acronym_in_brackets(tokens, j, end):
            j += 3
            continue  # "200 Rapid Support Forces (RSF) fighters"
        if plural and acronym_in_brackets(tokens, j, end) and j + 3 < end and words.person(tokens[j + 3].low):
            j += 3
            plural = False
            continue
        if low == "-" and first < j < end - 1 and not token.space and tokens[j - 1].capital and tokens[j + 1].capital:
            j += 1
            continue  # "two U.S.-British raids"
        if token.kind == "p" and not (plural and low == "," and j + 1 < end and words.person(tokens[j + 1].low)):
            if (
                low in ('"', "“", "”", "'s", "'")
                and j + 1 < end
                and j > first
                and tokens[j + 1].kind == "w"
                and not plural
            ):
                j += 1
                continue
            if low == "," and not plural and j > first and j + 2 < end and tokens[j + 1].low.endswith(("ed", "ly")):
                j += 1
                continue
            break
        if plural:
            if (
                words.plural(low)
                and low not in words.states
                and not words.participle(low)
                and low not in words.stops
                and not token.low.endswith("'")
            ):
                if tokens[j - 1].low in words.states and words.person(low):
                    phrase.state = j - 1  # "displaced people"
                phrase.head, phrase.last = j, j + 1
                j += 1
                continue
            if low in ("and", ",") and (k := coordinated(tokens, j, end, phrase.head, words)):
                phrase.last = k
                j = k
                continue
            break
        if (
            low == "and"
            and not plural
            and j > first
            and j + 2 < end
            and tokens[j - 1].capital
            and tokens[j + 1].capital
            and words.person(tokens[j + 2].low)
            and not tokens[j + 2].text.isupper()
        ):
            j += 1
            continue  # "68 Boko Haram and ISWAP fighters"
        if low == "and" and not one and j > first and pairs_before_a_noun(tokens, j, end, words):
            j += 1
            continue  # "three oil and gas fields"
        if (low == "such" and j == first) or of_a_name(tokens, j, first, end):
            j += 1
            continue
        if (
            low in words.stops
            and not (low in words.noun_kind or low in words.class_of)
            and not is_acronym(tokens, j)
            and not (j == first and low in _VERB_NOUNS)
        ):
            break
        if words.participle(low) and low not in words.class_of:
            follows = (
                not (one and phrase.head is not None)  # "one strike destroyed two cars"
                and j + 1 < end
                and tokens[j + 1].kind == "w"
                and tokens[j + 1].low not in words.stops
                and tokens[j + 1].low not in words.subject
            )
            noun = low in words.noun_kind
            if not follows or (noun and not words.plural(tokens[j + 1].low)):
                if noun:
                    phrase.head, phrase.last = j, j + 1
                break
            if noun or (low in _FREED and words.person(tokens[j + 1].low)):
                phrase.state = j
            if low in words.object and j == first and not words.plural(tokens[j + 1].low) and not noun:
                break
            j += 1
            continue
        if low in _NO_NOUNS and not plural and phrase.head is None:
            break  # "eight further inland"
        if one and low.endswith("ly") and low not in _LY_NOUNS:
            break  # "one critically": no noun
        if one and phrase.head is not None and low.endswith("s") and not low.endswith("ss"):
            break  # "one strike flattens": a verb
        if (
            one
            or words.plural(low)
            or j + 1 >= end
            or (tokens[j + 1].kind == "p" and tokens[j + 1].low not in ("'s", "'", '"', "”", "“", "-", ","))
        ):
            phrase.head, phrase.last = j, j + 1
            plural = not one and words.plural(low) and ends_the_phrase(tokens, j, end, words)
        j += 1
    if (
        phrase.head is None
        and j > first
        and tokens[j - 1].kind == "w"
        and tokens[j - 1].low not in words.stops
        and not words.participle(tokens[j - 1].low)
        and not (tokens[first].capital and one)
        and not tokens[j - 1].low.endswith("ly")
        and tokens[j - 1].low not in _NO_NOUNS
    ):
        phrase.head, phrase.last = j - 1, j  # no plural seen: the last word before the stop is the noun
