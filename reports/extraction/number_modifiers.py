"""The modifier that governs a number: `at least`, `nearly`, `or more`; it sets both bounds."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .number_values import Number
from .quantities import Quantities

_TAKE_OVER = cue("figures", "take_over")
_OWN_UP = cue("figures", "own_up")
_FLYING = cue("figures", "flying")
_WENT = cue("figures", "went")


def modify(number: Number, tokens: list[Token], start: int, end: int, words: Quantities) -> None:
    """Take in the modifier before or after the number, and set both bounds by it."""
    number.begin, number.finish = number.first, number.last
    i = number.first
    fill = i
    if fill > start and tokens[fill - 1].low == "of" and fill - 1 > start and tokens[fill - 2].low == "total":
        fill -= 2
    steps = 0
    while fill > start and steps < 3 and tokens[fill - 1].low in words.fillers and tokens[fill - 1].low != "of":
        if words.before.before(tokens, fill, start) and tokens[fill - 1].low not in ("the", "a", "an"):
            break
        fill -= 1
        steps += 1
    found = words.before.before(tokens, i, start)
    at = i
    if not found:
        found, at = words.before.before(tokens, fill, start), fill
    if found:
        size, name = found
        word = tokens[at - size].low
        if _governs(word, tokens, at - size, start, number):
            number.modifier, number.modifier_rule, number.begin = str(name), "modifier-before", at - size
            _bound(number)
            return
    if fill < i and tokens[fill].low in ("a", "an", "another", "the", "additional", "all"):
        number.begin = fill
    found = words.after.at(tokens, number.last, end)
    if found and (tokens[number.last].low != "at" or number.rule != "vague"):
        size, name = found
        if tokens[number.last].low != "plus" or not tokens[number.last].space:
            number.modifier, number.modifier_rule, number.finish = str(name), "modifier-behind", number.last + size
            if number.modifier == "exact":
                return
            _bound(number)


def _governs(word: str, tokens: list[Token], at: int, start: int, number: Number) -> bool:
    """`over the past`, `under fire`: some modifiers are prepositions as well."""
    if word in ("under", "below", "above", "beyond", "within", "over") and number.vague and word != "over":
        return False
    if word == "over" and at > start and tokens[at - 1].low in _TAKE_OVER | _FLYING:
        return False  # "shot down 20 drones over six regions"
    if word in ("above", "beyond", "below") and tokens[at + 1].low == "the":
        return False  # "well above the 5,000 that others speak of"
    if word == "within" and tokens[at + 1].low in ("the", "its", "these", "those"):
        return False  # "within the three provinces"
    if word == "past" and at > start and tokens[at - 1].low in _WENT:
        return False  # "he walked past 12 graves"
    if word == "up" and at > start and tokens[at - 1].low in _OWN_UP:
        return False  # "the rebels own up to 27 dead"
    return not (word == "some" and number.vague)


def _bound(number: Number) -> None:
    if number.rule == "range":
        return
    if number.modifier in ("at_least", "more_than"):
        number.high = None
    elif number.modifier == "at_most":
        number.high = number.low if number.high is None else number.high
        number.low = None
    elif number.modifier == "almost" and number.rule == "dozen":  # "nearly a dozen": both the number
        number.high, number.vague = number.low, False
    elif number.vague:
        number.high = None
