"""What a share leans on: one that it is compared with, the ground just told, those of whom it says what a part did."""

from __future__ import annotations

from .cues import cue
from .model import HARMED, Figure, Token
from .number_values import Number
from .words import CountWords

_AGAINST = cue("figures", "against")
_PUT = cue("figures", "put")
_IS = cue("grammar", "be")


def put_at(
    n: Number, tokens: list[Token], start: int, words: CountWords, earlier: list[Figure]
) -> tuple[str, str] | None:
    """`puts the share of the city in their hands at 70%`, `puts the share at 70%`: of ground, there or just before."""
    lead = [t.low for t in tokens[max(start, n.begin - 14) : n.begin]]
    if "share" not in lead or lead[-1:] not in (["at"], ["as"]):
        return None
    behind = lead[lead.index("share") :]
    if words.ground & set(behind) and words.hold & set(behind):
        return "percent_territory", ""
    last = earlier[-1] if earlier else None
    return (last.kind, last.subject) if last is not None and last.unit == "percent" and "of" not in behind else None


def compared(n: Number, tokens: list[Token], start: int, earlier: list[Figure]) -> tuple[str, str] | None:
    """`60 percent of the city, against 55 percent in May`: kind and subject of the share it is compared with."""
    last = earlier[-1] if earlier else None
    if last is None or last.unit != "percent":
        return None
    if tokens[n.begin - 1].low == "at" and {t.low for t in tokens[n.begin - 4 : n.begin]} & _PUT:
        return last.kind, last.subject  # "The Observatory puts it at a third", in a sentence of its own
    if last.first >= start and last.kind == "percent_territory" and tokens[n.begin - 1].low in ("and", "has", "have"):
        return last.kind, last.subject  # "hold 40 percent of the city, and the army has about a third"
    if last.first < start or n.begin - last.last > 9:
        return None
    linked = any(t.low in _AGAINST for t in tokens[max(last.last, n.begin - 3) : n.begin])
    return (last.kind, last.subject) if linked else None


def of_those(tokens: list[Token], j: int, end: int, words: CountWords) -> str | None:
    """`nine in ten of those killed died at sea`: the kind of those of whom it is told what a share did."""
    if j + 3 >= end or tokens[j].low != "of" or tokens[j + 1].low not in ("the", "those"):
        return None
    kind = words.noun_kind.get(tokens[j + 2].low)
    told = tokens[j + 3].kind == "w" and tokens[j + 3].low not in _IS and tokens[j + 3].low in words.subject
    return kind if kind in HARMED and told else None
