"""Tie each figure to who says it, to the whole it is part of, and to the figure it says again.

Needs figures, sources and attributions; sets `source`, `part_of`, `same_as` of the figures.
"""

from __future__ import annotations

from collections import defaultdict

from .attribution import Attribution, who_says
from .cues import cue
from .listed_parts import find_listed_parts
from .model import Draft, Figure
from .restated import find_restated
from .sums import find_sums
from .wholes import find_wholes

_PEOPLE = cue("relate", "people")
_CLAUSAL = cue("relate", "clausal")
_MARKS = frozenset(['"', "“", "”", "«", "»"])


def relate(draft: Draft, said: list[Attribution]) -> None:
    """Fill in what the figures owe to their surroundings, place and period apart."""
    _no_speakers(draft, said)
    _sources(draft, said)
    find_sums(draft)
    find_wholes(draft)
    find_listed_parts(draft)
    find_restated(draft)


def _no_speakers(draft: Draft, said: list[Attribution]) -> None:
    """`two security sources said`: they are the source, not a figure."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a in said:
        if a.last > a.first:
            source = draft.sources[a.source]
            spans[a.sentence].append((a.first, a.last))
            if source.sentence == a.sentence:
                spans[a.sentence].append((source.first, source.last))
    draft.figures = [
        f
        for f in draft.figures
        if not (
            f.kind in ("other", "troops")
            and not f.bare
            and any(
                a <= f.first <= a + 1 and f.last <= b and not any(t.low in _CLAUSAL for t in draft.tokens[a : f.first])
                for a, b in spans[f.sentence]
            )
        )
    ]


def _in_our_words(draft: Draft, figure: Figure) -> bool:
    """`The UN speaks of 900; we put them at 120`: the issuer speaks, in a clause of its own."""
    first = draft.sentences[figure.sentence].first
    before = draft.lows[first : figure.first]
    if "we" not in before or not _MARKS.isdisjoint(before):
        return False
    at = len(before) - 1 - before[::-1].index("we")
    return at == 0 or before[at - 1] in (";", "that", "and", "but", ":", ",")


def _sources(draft: Draft, said: list[Attribution]) -> None:
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    for a in said:
        by_sentence[a.sentence].append(a)
    for figure in draft.figures:
        figure.source, figure.rules["source"] = who_says(
            figure.first, figure.last, by_sentence[figure.sentence], draft.tokens
        )
        if figure.source is None:
            after = by_sentence.get(figure.sentence + 1, ())
            supplier = next((a for a in after if a.supplies), None)
            if supplier and not by_sentence[figure.sentence] and figure.kind in _PEOPLE:
                figure.source, figure.rules["source"] = supplier.source, "supplied-the-count"
        if draft.issuer is not None and (figure.source is None or _in_our_words(draft, figure)):
            figure.source, figure.rules["source"] = draft.issuer, "issuer"
