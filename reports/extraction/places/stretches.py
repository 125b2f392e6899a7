"""The parts of a text that are searched for places, and how far capitals tell anything in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..model import Draft, Token


@dataclass(slots=True)
class Stretch:
    """A part of the text to search: tokens half-open, the sentence it belongs to (None for a heading)."""

    first: int
    last: int
    sentence: int | None
    mode: str  # normal | title | caps | lower
    heading: bool = False


def stretches(draft: Draft) -> list[Stretch]:
    """Sentences that are no noise, and headings, in the order of the text."""
    found = [
        Stretch(s.first, s.last, number, _mode(draft.tokens[s.first : s.last], s.caps))
        for number, s in enumerate(draft.sentences)
        if s.status != "noise"
    ]
    starts = draft.starts
    for section in draft.sections:
        if section.level == "time":
            continue
        first, last = bisect_left(starts, section.start), bisect_left(starts, section.end)
        if first < last:
            caps = section.heading.isupper()
            found.append(Stretch(first, last, None, "caps" if caps else "normal", heading=True))
    found.sort(key=lambda s: s.first)
    return found


def _mode(tokens: list[Token], caps: bool) -> str:
    if caps:
        return "caps"
    if not any(t.capital and t.kind == "w" for t in tokens):
        return "lower" if sum(t.kind == "w" for t in tokens) > 5 else "normal"
    if all(t.capital for t in tokens if t.kind == "w" and len(t.text) > 3):
        return "title" if sum(t.kind == "w" and len(t.text) > 3 for t in tokens) > 2 else "normal"
    return "normal"
