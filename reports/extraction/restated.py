"""Figures said again: a distance in brackets, a headline, a pull quote. Needs figures with sources; sets `same_as`."""

from __future__ import annotations

from .cues import cue
from .model import Draft, Figure

_DRIVEN = ("displaced", "trapped")
_HEAD = 9  # lines of a headline and a summary
_QUOTES = frozenset(['"', "“", "«", "'", "‘"])
_OF_ALL = cue("figures", "population")


def find_restated(draft: Draft) -> None:
    """A distance in brackets, and a count that a headline or a pull quote gives as well."""
    for k, figure in enumerate(draft.figures):
        if k and _in_brackets(draft, draft.figures[k - 1], figure):
            figure.same_as, figure.rules["same_as"] = k - 1, "in-brackets"
        elif k and _in_another_unit(draft, draft.figures[k - 1], figure):
            figure.same_as, figure.rules["same_as"] = k - 1, "in-another-unit"
    seen: dict[tuple[object, ...], int] = {}
    for k, figure in enumerate(draft.figures):
        if (
            figure.same_as is not None
            or figure.kind == "distance_km"
            or (figure.low in (None, 0, 1, 2) and figure.kind != "killed")
        ):
            continue
        key = (figure.kind, figure.high if figure.low is None else figure.low, figure.unit)
        title = _is_title(draft, figure)
        if key not in seen:
            seen[key] = k
            continue
        first = seen[key]
        if title and not _is_title(draft, draft.figures[first]):
            figure.same_as, figure.rules["same_as"] = first, "title-line"
        elif _is_title(draft, draft.figures[first]) and draft.figures[first].same_as is None:
            draft.figures[first].same_as, draft.figures[first].rules["same_as"] = k, "title-line"
            seen[key] = k
    for figure in draft.figures:
        if figure.same_as is not None and figure.kind != "distance_km":
            other = draft.figures[figure.same_as]
            if figure.source is None and not _headline(draft, figure):
                figure.source, figure.rules["source"] = other.source, "said-again"


def _headline(draft: Draft, figure: Figure) -> bool:
    """A line at the head, which the wire itself says; a pull quote is somebody's."""
    sentence = draft.sentences[figure.sentence]
    return sentence.line < _HEAD and draft.tokens[sentence.first].low not in _QUOTES


def _in_brackets(draft: Draft, other: Figure, figure: Figure) -> bool:
    """`25 kilometres (15 miles)`."""
    tokens = draft.tokens
    between = tokens[other.last : figure.first]
    if (
        figure.sentence != other.sentence
        or not between
        or len(between) > 3
        or between[-1].low not in ("(", "or", "about")
    ):
        return False
    both = other.kind == figure.kind == "distance_km" or (
        other.unit.startswith("square") and figure.unit.startswith("square")
    )
    return both and "(" in [t.low for t in between]


def _in_another_unit(draft: Draft, other: Figure, figure: Figure) -> bool:
    """`467,000 people, or 97,000 families`, `900,000 people, about half of the population`: the same people."""
    if figure.sentence != other.sentence or figure.kind != other.kind:
        return False
    if figure.rules.get("kind") == "share-of-the-same-people" and draft.tokens[figure.first - 1].low == "or":
        return True
    if figure.kind not in _DRIVEN:
        return False
    if {figure.unit, other.unit} not in ({"people", "families"}, {"people", "percent"}) or figure.part:
        return False
    if figure.unit == "percent" and not _OF_ALL & set((figure.denominator or "").lower().split()):
        return False
    before = draft.tokens[figure.first - 1].low
    return before in (",", "or", "(", "—", "–", "-") and figure.first - other.last <= 10


def _is_title(draft: Draft, figure: Figure) -> bool:
    """A line that ends no sentence: a headline, a summary line, a pull quote."""
    sentence = draft.sentences[figure.sentence]
    last = draft.tokens[sentence.last - 1].low
    start = draft.text.rfind("\n", 0, sentence.start) + 1
    mark = draft.text[start : sentence.start].strip()
    summary = mark in ("*", "•", "-", "–") and sentence.section is None and sentence.line < 9
    return (
        mark in (">", "|", ">>")
        or (summary and last not in (".", "!", "?"))
        or (
            last not in (".", "!", "?", ":", '"', "”", ")")
            and sentence.line < 3
            and sentence.last - sentence.first < 24
        )
    )
