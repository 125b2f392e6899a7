"""Numbers in a run of tokens: ranges, shares, vague words and plain numbers, with the modifier that governs them."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .number_modifiers import modify
from .number_values import Number, leading, plain
from .quantities import Quantities
from .shares import share_at

_CHANGES = cue("periods", "changes")
_IN_BOTH = cue("figures", "percent")  # "rose by 10 to 15 percent"


def number_at(tokens: list[Token], i: int, start: int, end: int, words: Quantities) -> Number | None:
    """The number that begins at token `i`, with ranges and modifiers; None where there is none."""
    token = tokens[i]
    if token.kind != "n" and token.low not in words.starts and "-" not in token.low:
        return None
    number = plain(tokens, i, end, words)
    found = (
        _range(tokens, i, end, words, number)
        or _share(tokens, i, end, words)
        or _vague(tokens, i, end, words)
        or number
    )
    if found:
        modify(found, tokens, start, end, words)
    return found


def _range(tokens: list[Token], i: int, end: int, words: Quantities, a: Number | None) -> Number | None:
    """`15-20`, `between 500 and 700`, `15 to 20`, `3,000-4,000`. `a`: the number at token `i`."""
    opener = tokens[i].low if tokens[i].low in ("between", "from") else ""
    if opener:
        a = plain(tokens, i + 1, end, words) if i + 1 < end else None
    if a is None or a.last >= end - 1 or a.rule == "times":
        return None
    link = tokens[a.last].low
    if link == "to" and i > 0 and tokens[i - 1].low == "from" and _changes(tokens, i - 1):
        return None  # "raised the toll from 11 to 19": then and now
    if link == "to" and i > 0 and tokens[i - 1].low == "by" and _grew(tokens, i - 1, a.last + 2, end):
        return None  # "raised the toll by 19 to 212": how many more, and how many in all
    wanted = ("and",) if opener == "between" else () if opener else ("-", "–", "—", "to", "‑", "or")
    if link not in wanted:
        return None
    if link == "to" and tokens[a.last + 1].kind != "n" and tokens[i].kind == "n":
        return None
    b = plain(tokens, a.last + 1, end, words)
    if b is None or b.value <= a.value or b.rule == "times":
        if b is None or (link != "to" and not opener):
            return None
        scaled = a.value * (b.value / max(leading(tokens, b), 1))
        if not a.value < scaled:
            return None
    low = a.value
    if b.value >= 1000 and low < 1000 and leading(tokens, b) != b.value and low < leading(tokens, b):
        low *= b.value / leading(tokens, b)  # "two to three million"
    if b.value <= low or (link == "or" and b.value > 2 * low):
        return None
    if link == "—" and tokens[a.last].space:
        return None
    return Number(i, b.last, low, b.value, rule="range")


def _changes(tokens: list[Token], at: int) -> bool:
    """Whether a verb of rising or falling stands before "from" at token `at`."""
    return any(t.low in _CHANGES for t in tokens[max(0, at - 12) : at])


def _grew(tokens: list[Token], at: int, behind: int, end: int) -> bool:
    """Whether something has grown by a number, and what stands behind the next one is not counted in both."""
    return _changes(tokens, at) and not (behind < end and tokens[behind].low in _IN_BOTH)


def _share(tokens: list[Token], i: int, end: int, words: Quantities) -> Number | None:
    found = share_at(tokens, i, end, words)
    if not found:
        return None
    last, value = found
    return Number(i, last, value, value, share=True, derived=True, rule="share")


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
