"""Numbers in a run of tokens: digits, words, ranges, vague words, shares, and the modifier that governs them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Token
from .quantities import Quantities, word_value
from .shares import share_at

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d{1,2})?", re.ASCII)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)  # 25.490, as continental desks write it


@dataclass(slots=True)
class Number:
    """A number over tokens `[first, last)`; `begin`, `finish` take in the modifier. `share` is in percent."""

    first: int
    last: int
    low: float
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


def number_at(tokens: list[Token], i: int, start: int, end: int, words: Quantities) -> Number | None:
    """The number that begins at token `i`, with ranges and modifiers; None where there is none."""
    token = tokens[i]
    if token.kind != "n" and token.low not in words.starts and "-" not in token.low:
        return None
    found = (
        _range(tokens, i, end, words)
        or _share(tokens, i, end, words)
        or _vague(tokens, i, end, words)
        or _plain(tokens, i, end, words)
    )
    if found:
        _modify(found, tokens, start, end, words)
    return found


def _plain(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    """`1,200`, `1.5 million`, `twenty-one`, `one hundred and six`, `two dozen`, `a dozen`, `twice`."""
    token = tokens[i]
    if token.low in ("a", "half") and i + 1 < end:
        return _article(tokens, i, end, words)
    if token.low in words.times:
        value = float(words.times[token.low])
        return Number(i, i + 1, value, value, derived=True, rule="times")
    if token.low == "dozen":
        return Number(i, i + 1, 12, 12, rule="dozen")
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
    while j < end and tokens[j].low in words.scales and (len(tokens[j].low) > 2 or not tokens[j].space):
        if tokens[j].low == "m" and j + 1 < end and tokens[j + 1].low in ("from", "away", "high", "long"):
            break
        value_ *= words.scales[tokens[j].low]
        j += 1
    value_ = round(value_, 6)
    return Number(i, j, value_, value_, rule="digits" if token.kind == "n" else "words")


def _article(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    """`half a million`, `a dozen`, `a hundred`, `a million`."""
    half = tokens[i].low == "half"
    j = i + (2 if half else 1)
    if (half and tokens[i + 1].low != "a") or j >= end:
        return None
    if not half and tokens[j].low == "pair" and j + 1 < end and tokens[j + 1].low == "of":
        return Number(i, j + 1, 2, 2, rule="pair")
    if not half and tokens[j].low in words.lengths and _measured(tokens, i, j, end):
        return Number(i, i + 1, 1, 1, derived=True, rule="article")
    scale = 12 if tokens[j].low == "dozen" else words.scales.get(tokens[j].low, 0)
    if scale < 12 or len(tokens[j].low) < 3:
        return None
    if scale == 12 and not half:
        return Number(i, j + 1, 12, None, vague=True, modifier="approx", modifier_rule="vague-words", rule="dozen")
    value = float(scale) / 2 if half else float(scale)
    return Number(i, j + 1, value, value, rule="dozen")


def _measured(tokens: list[Token], i: int, j: int, end: int) -> bool:
    """`within a kilometre of`, `a mile north of`: a distance, and no way of speaking."""
    before = tokens[i - 1].low if i else ""
    after = tokens[j + 1].low if j + 1 < end else ""
    return before in ("within", "than", "about", "nearly", "barely", "almost", "just", "only") or (
        after in ("from", "away", "off", "outside", "inside", "short")
        or after.endswith(("north", "south", "east", "west"))
    )


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


def _vague(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    if found := words.open_shares.at(tokens, i, end):
        return Number(
            i,
            i + found[0],
            float(found[1]),
            None,
            vague=True,
            share=True,
            modifier="approx",
            modifier_rule="vague-words",
            rule="open-share",
        )
    if found := words.vague.at(tokens, i, end):
        size, value = found
        last = i + size
        if tokens[last - 1].low == "of":
            last -= 1
        if (
            last < end
            and tokens[last].low == "of"
            and last + 1 < end
            and tokens[last + 1].low in ("thousands", "millions")
            and size == 1
        ):
            scale = 1000 if tokens[last + 1].low == "thousands" else 1_000_000
            return Number(
                i,
                last + 2,
                20.0 * scale,
                None,
                vague=True,
                modifier="approx",
                modifier_rule="vague-words",
                rule="vague",
            )
        return Number(
            i, last, float(value), None, vague=True, modifier="approx", modifier_rule="vague-words", rule="vague"
        )
    return None


def _share(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    found = share_at(tokens, i, end, words)
    if not found:
        return None
    last, value = found
    return Number(i, last, value, value, share=True, derived=True, rule="share")


def _range(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    """`15-20`, `between 500 and 700`, `15 to 20`, `3,000-4,000`."""
    opener = tokens[i].low if tokens[i].low in ("between", "from") else ""
    a = _plain(tokens, i + 1 if opener else i, end, words) if i + bool(opener) < end else None
    if a is None or a.last >= end - 1 or a.rule == "times":
        return None
    link = tokens[a.last].low
    wanted = ("and",) if opener == "between" else () if opener else ("-", "–", "—", "to", "‑", "or")
    if link not in wanted:
        return None
    if link == "to" and tokens[a.last + 1].kind != "n" and tokens[i].kind == "n":
        return None
    b = _plain(tokens, a.last + 1, end, words)
    if b is None or b.low <= a.low or b.rule == "times":
        if b is None or (link != "to" and not opener):
            return None
        scaled = a.low * (b.low / max(_leading(tokens, b), 1))
        if not a.low < scaled:
            return None
    low = a.low
    if b.low >= 1000 and low < 1000 and _leading(tokens, b) != b.low and low < _leading(tokens, b):
        low *= b.low / _leading(tokens, b)  # "two to three million"
    if b.low <= low or (link == "or" and b.low > 2 * low):
        return None
    if link == "—" and tokens[a.last].space:
        return None
    return Number(i, b.last, low, b.low, rule="range")


def _leading(tokens: list[Token], number: Number) -> float:
    """The number before its scale word: 3 of "3 million"."""
    token = tokens[number.first]
    value = _digits(token.text) if token.kind == "n" else None
    if value is None:
        return number.low
    return value or number.low


def _modify(number: Number, tokens: list[Token], start: int, end: int, words: Quantities) -> None:
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
    if word == "over" and at > start and tokens[at - 1].low in ("control", "took", "take", "taken", "taking", "handed"):
        return False
    return not (word == "some" and number.vague)


def _bound(number: Number) -> None:
    if number.rule == "range":
        return
    if number.modifier in ("at_least", "more_than"):
        number.high = None
    elif number.modifier == "at_most":
        number.high = number.low if number.high is None else number.high
        number.low = None  # type: ignore[assignment]
    elif number.modifier == "almost" and number.rule == "dozen":  # "nearly a dozen": both the number
        number.high, number.vague = number.low, False
    elif number.vague:
        number.high = None
