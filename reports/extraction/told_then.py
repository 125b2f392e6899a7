"""Deaths and wounds of the day that the sentence before tells: `Jets bombed the port on Sunday. Nine sailors died.`

Needs figures with scopes; sets their period.
"""

from __future__ import annotations

from .cues import cue
from .model import HARMED, DateMention, Draft, Sentence

_APART = cue("periods", "apart")
_BACK = 2  # sentences of a paragraph that are looked back at
_BRIEF = frozenset(["day", "hour"])


def lean_back(draft: Draft, told: dict[int, DateMention]) -> None:
    """Date what befell people on no told day, in a sentence without a date. `told`: the dates of the sentences."""
    for figure in draft.figures:
        if figure.date_start is not None or figure.kind not in HARMED or figure.scope != "incremental":
            continue
        if (date := _before(draft, figure.sentence, told)) is not None:
            figure.cover(date.date_start, date.date_end, "day-of-the-sentence-before")


def _before(draft: Draft, number: int, told: dict[int, DateMention]) -> DateMention | None:
    """The day of the nearest sentence before in its paragraph that has one, where both tell what has happened."""
    sentence = draft.sentences[number]
    opening = draft.lows[sentence.first : sentence.first + 3]
    if number in told or sentence.status != "current" or not _APART.isdisjoint(opening):
        return None
    for j in range(number - 1, max(-1, number - 1 - _BACK), -1):
        if not _one_paragraph(draft, draft.sentences[j], draft.sentences[j + 1]):
            return None
        if (date := told.get(j)) is not None:
            brief = date.precision in _BRIEF and not date.since
            return date if brief and draft.sentences[j].status == "current" else None
    return None


def _one_paragraph(draft: Draft, one: Sentence, two: Sentence) -> bool:
    return one.section == two.section and "\n" not in draft.text[one.end : two.start]
