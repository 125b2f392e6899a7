"""Numbers as they are written: digits, words, dozens, halves and scales. No modifier, no range."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cues import cue
from .model import Token
from .quantities import Quantities, word_value

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d{1,2})?", re.ASCII)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)  # 25.490, as continental desks write it
_NEARLY = cue("figures", "nearly")
_AWAY = cue("figures", "away")
_METRES = cue("figures", "metres")
_MOST = 1e12  # nothing that is counted is more


@dataclass(slots=True)
class Number:
    """A number over tokens `[first, last)`; `begin`, `finish` take in the modifier. `share` is in percent."""

    first: int
    last: int
    low: float | None  # None: no lower bound ("at most 40")
    high: float | None
    vague: bool = False
    share: bool = False
    derived: bool = False
    modifier: str = "exact"
    modifier_rule: str = "no-modifier"
    begin: int = 0
    finish: int = 0
    rule: str = "digits"
    head: int | None = None  # the counted noun, where the number was found by it

    @property
    def value(self) -> float:
        """The number as it is written: its lower bound, and where it has none the upper."""
        return self.low if self.low is not None else self.high or 0.0


def plain(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    """`1,200`, `1.5 million`, `twenty-one`, `one hundred and six`, `two dozen`, `a dozen`, `twice`."""
    token = tokens[i]
    if token.low in ("a", "half") and i + 1 < end:
        return _article(tokens, i, end, words)
    if token.low in words.times:
        value = float(words.times[token.low])
        return Number(i, i + 1, value, value, derived=True, rule="times")
    if token.low == "dozen":
        return Number(i, i + 1, 12.0, 12.0, rule="dozen")
    if token.kind == "n":
        value_ = _digits(token.text)
        if value_ is None:
            return None
        j = i + 1
    else:
        read = _words(tokens, i, end, words)
        if read is None:
            return None
        value_, j = read
    if j < end and tokens[j].low == "dozen":
        return Number(i, j + 1, value_ * 12, value_ * 12, rule="dozen")
    if [t.low for t in tokens[j : min(end, j + 3)]] == ["and", "a", "half"] and value_ < 100:
        value_, j = value_ + 0.5, j + 3  # "two and a half kilometres", "three and a half million"
    while (
        value_ < _MOST and j < end and tokens[j].low in words.scales and (len(tokens[j].low) > 2 or not tokens[j].space)
    ):
        if tokens[j].low == "m" and j + 1 < end and tokens[j + 1].low in _METRES:
            break
        value_ *= words.scales[tokens[j].low]
        j += 1
    value_ = round(value_, 6)
    return Number(i, j, value_, value_, rule="digits" if token.kind == "n" else "words")


def _article(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    """`half a million`, `a dozen`, `a hundred`, `a million`, `a quarter of a million`."""
    half = tokens[i].low == "half"
    if [t.low for t in tokens[i : min(end, i + 5)]] == ["a", "quarter", "of", "a", "million"]:
        return Number(i, i + 5, 250_000.0, 250_000.0, rule="dozen")
    j = i + (2 if half else 1)
    if (half and tokens[i + 1].low != "a") or j >= end:
        return None
    if not half and tokens[j].low == "pair" and j + 1 < end and tokens[j + 1].low == "of":
        return Number(i, j + 1, 2.0, 2.0, rule="pair")
    if not half and tokens[j].low in words.lengths and _measured(tokens, i, j, end):
        return Number(i, i + 1, 1.0, 1.0, derived=True, rule="article")
    scale = 12 if tokens[j].low == "dozen" else words.scales.get(tokens[j].low, 0)
    if scale < 12 or len(tokens[j].low) < 3:
        return None
    if scale == 12 and not half:
        return Number(i, j + 1, 12.0, None, vague=True, modifier="approx", modifier_rule="vague-words", rule="dozen")
    value = float(scale) / 2 if half else float(scale)
    return Number(i, j + 1, value, value, rule="dozen")


def _measured(tokens: list[Token], i: int, j: int, end: int) -> bool:
    """`within a kilometre of`, `a mile north of`: a distance, and no way of speaking."""
    before = tokens[i - 1].low if i else ""
    after = tokens[j + 1].low if j + 1 < end else ""
    return before in _NEARLY or (after in _AWAY or after.endswith(("north", "south", "east", "west")))


def _words(tokens: list[Token], i: int, end: int, words: Quantities) -> tuple[float, int] | None:
    """A number in words: the value, and the token after it."""
    total, part, j, seen = 0.0, 0.0, i, False
    while j < end:
        low = tokens[j].low
        value = word_value(low, words.small)
        if value is not None:
            tens = part % 100 >= 20 and part % 10 == 0 and value < 10
            if seen and part % 100 and not tens:
                break
            part += value
        elif low in ("hundred", "thousand", "million", "billion") and (seen or low != "billion"):
            scale = words.scales[low]
            if scale == 100:
                if part >= 100:
                    break  # "two hundred and twelve hundred": two numbers, or rubbish
                part = max(part, 1) * 100
            else:
                total, part = total + max(part, 1) * scale, 0.0
        elif (
            low == "and"
            and seen
            and part % 100 == 0
            and (part or total)
            and j + 1 < end
            and word_value(tokens[j + 1].low, words.small) is not None
            and tokens[j - 1].low in ("hundred", "thousand")
        ) or (
            low == "-"
            and seen
            and j + 1 < end
            and word_value(tokens[j + 1].low, words.small) is not None
            and not tokens[j].space
        ):
            pass
        else:
            break
        seen = True
        j += 1
    return (total + part, j) if seen else None


def _digits(text: str) -> float | None:
    if _DIGITS.fullmatch(text):
        return float(text.replace(",", "")) if len(text) < 16 else None
    if _DOTTED.fullmatch(text) and len(text) < 16:
        return float(text.replace(".", ""))
    return None


def leading(tokens: list[Token], number: Number) -> float:
    """The number before its scale word: 3 of "3 million"."""
    token = tokens[number.first]
    value = _digits(token.text) if token.kind == "n" else None
    return value or number.value
