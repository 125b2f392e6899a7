"""Tie each figure to who says it, to the whole it is part of, and to the figure it says again.

Needs figures, sources and attributions; sets `source`, `part_of`, `same_as` of the figures.
"""

from __future__ import annotations

from collections import defaultdict

from .attribution import Attribution
from .cues import cue
from .model import Draft, Figure
from .restated import find_restated
from .wholes import find_wholes

_PEOPLE = cue("relate", "people")


def relate(draft: Draft, said: list[Attribution]) -> None:
    """Fill in what the figures owe to their surroundings, place and period apart."""
    _no_speakers(draft, said)
    _sources(draft, said)
    find_wholes(draft)
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
            and any(a <= f.first <= a + 1 and f.last <= b for a, b in spans[f.sentence])
        )
    ]


def _sources(draft: Draft, said: list[Attribution]) -> None:
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    for a in said:
        by_sentence[a.sentence].append(a)
    for figure in draft.figures:
        figure.source, figure.rules["source"] = _source_of(figure, by_sentence[figure.sentence], draft)
        if figure.source is None:
            after = by_sentence.get(figure.sentence + 1, ())
            supplier = next((a for a in after if a.supplies), None)
            if supplier and not by_sentence[figure.sentence] and figure.kind in _PEOPLE:
                figure.source, figure.rules["source"] = supplier.source, "supplied-the-count"


def _source_of(figure: Figure, here: list[Attribution], draft: Draft) -> tuple[int | None, str]:
    """Whose attribution holds over the figure: the nearest before it, or one after the clause; and the rule."""
    holding: Attribution | None = None
    after: Attribution | None = None
    for a in here:
        if a.first <= figure.first:
            if not a.tail or _same_clause(a.last, figure.first, draft) or holding is None:
                holding = a
        elif after is None:
            after = a
    if holding is not None and holding.tail and after is not None and after.tail:
        return after.source, "said-behind"
    broken = holding is not None and _broken(holding.last, figure.first, draft)
    if holding is not None and broken and after is not None and after.tail:
        return after.source, "said-behind-a-semicolon"
    if holding is not None and not (broken and holding.verb is None):
        return holding.source, _how_held(holding)
    if after is None:
        return None, "nobody-says"
    if after.tail:
        apart = _broken(figure.last, after.first, draft) and len(here) > 1
        return (None, "said-of-another-clause") if apart else (after.source, "said-behind")
    if figure.first >= after.first and figure.last <= after.last:
        return after.source, "within-the-attribution"
    return None, "said-of-what-follows"


def _how_held(holding: Attribution) -> str:
    """The name of the way in which a speaker before the figure holds over it."""
    if holding.last == holding.first:
        return "goes-on-speaking"
    return "said-before" if holding.verb is not None else "named-before"


def _same_clause(first: int, last: int, draft: Draft) -> bool:
    return not any(t.low in (";", ".") for t in draft.tokens[first:last])


def _broken(first: int, last: int, draft: Draft) -> bool:
    """A semicolon stands between."""
    return any(t.low == ";" for t in draft.tokens[first:last])
