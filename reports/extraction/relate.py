"""Tie each figure to who says it, to the whole it is part of, and to the figure it says again.

Needs figures, sources and attributions; sets `source`, `part_of`, `same_as` of the figures.
"""

from __future__ import annotations

from collections import defaultdict

from .cues import cue
from .model import Draft, Figure, Sentence
from .sources import Attribution

_HARM = frozenset(["killed", "wounded"])
_PEOPLE = cue("relate", "people")


def relate(draft: Draft, said: list[Attribution]) -> None:
    """Fill in what the figures owe to their surroundings, place and period apart."""
    _no_speakers(draft, said)
    _sources(draft, said)
    _wholes(draft)
    _again(draft)


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
            and any(a <= f.first and f.last <= b for a, b in spans[f.sentence])
        )
    ]


# ---- who says it


def _sources(draft: Draft, said: list[Attribution]) -> None:
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    for a in said:
        by_sentence[a.sentence].append(a)
    for figure in draft.figures:
        figure.source = _source_of(figure, by_sentence[figure.sentence], draft)
        if figure.source is None:
            after = by_sentence.get(figure.sentence + 1, ())
            if not by_sentence[figure.sentence] and figure.kind in _PEOPLE:
                figure.source = next((a.source for a in after if a.supplies), None)


def _source_of(figure: Figure, here: list[Attribution], draft: Draft) -> int | None:
    """The attribution that holds over the figure: the nearest before it, or one after the clause."""
    holding: Attribution | None = None
    after: Attribution | None = None
    for a in here:
        if a.first <= figure.first:
            if not a.tail or _same_clause(a.last, figure.first, draft) or holding is None:
                holding = a
        elif after is None:
            after = a
    if holding is not None and holding.tail and after is not None and after.tail:
        return after.source
    broken = holding is not None and _broken(holding.last, figure.first, draft)
    if holding is not None and broken and after is not None and after.tail:
        return after.source
    if holding is not None and not (broken and holding.verb is None):
        return holding.source
    if after is None:
        return None
    if after.tail:
        return None if _broken(figure.last, after.first, draft) and len(here) > 1 else after.source
    if figure.first >= after.first and figure.last <= after.last:
        return after.source
    return None


def _same_clause(first: int, last: int, draft: Draft) -> bool:
    return not any(t.low in (";", ".") for t in draft.tokens[first:last])


def _broken(first: int, last: int, draft: Draft) -> bool:
    """A semicolon stands between."""
    return any(t.low == ";" for t in draft.tokens[first:last])


# ---- a total and its parts


def _wholes(draft: Draft) -> None:
    for k, figure in enumerate(draft.figures):
        if figure.part_of is not None:
            continue
        if figure.part or _from_somewhere(draft, k):
            figure.part_of = _whole(draft, k)
            if figure.part_of is not None:
                _follow(figure, draft.figures[figure.part_of])
        elif figure.kind == "strikes":
            figure.part_of = _listed_strikes(draft, k)


def _whole(draft: Draft, k: int) -> int | None:
    """The figure that the part is taken from: the nearest before it that is no part itself."""
    figure = draft.figures[k]
    for j in range(k - 1, max(-1, k - 8), -1):
        other = draft.figures[j]
        if figure.sentence - other.sentence > 1:
            return None
        own = figure.rule.endswith(("+noun", "+predicate"))
        if (
            own
            and figure.kind in _HARM
            and other.kind in _HARM
            and other.kind != figure.kind
            and figure.kind == "killed"
        ):
            continue  # "91 killed and 210 injured, 62 of the dead": a part of the dead
        if other.part_of is not None and figure.sentence == other.sentence:
            # "22, six of them soldiers, two of them officers": siblings share the whole
            if other.kind == figure.kind or other.kind in _PEOPLE:
                return other.part_of
        if other.kind in ("distance_km", "percent_territory") or (other.unit == "percent" and figure.unit != "percent"):
            continue
        if figure.unit == "percent" and other.unit != "people" and other.kind not in _PEOPLE:
            continue
        if other.high is not None and figure.low is not None and figure.unit != "percent" and figure.low > other.high:
            continue
        if other.kind == "other" and other.unit not in ("people", figure.unit) and figure.kind in ("killed", "wounded"):
            continue
        return j
    return None


def _from_somewhere(draft: Draft, k: int) -> bool:
    """`13 from South Africa`, `10,742 in Iraq and 6,628 in Syria`: bare counts that share a total out by place."""
    figure = draft.figures[k]
    if not figure.bare or k == 0:
        return False
    tokens = draft.tokens
    if (
        figure.last >= len(tokens) - 1
        or tokens[figure.last].low not in ("from", "in", "at", "near", "around")
        or not tokens[figure.last + 1].capital
    ):
        return False
    before = tokens[figure.first - 1].low if figure.first else ""
    other = draft.figures[k - 1]
    if other.sentence != figure.sentence or other.kind != figure.kind:
        return False
    if before == ":" or (before == "," and not other.bare):
        return True
    return other.part_of is not None and before in (",", "and")


def _follow(figure: Figure, whole: Figure) -> None:
    """A part is of the kind of its whole, unless its own verb says otherwise."""
    own = "+predicate" in figure.rule or "+verb-object" in figure.rule or "+noun" in figure.rule
    if not own and figure.unit != "percent" and whole.kind not in ("distance_km", "percent_territory"):
        figure.kind = whole.kind
        if whole.kind not in ("other",) or figure.bare:
            figure.unit = whole.unit
    if figure.subject_class == "unspecified" and figure.unit == whole.unit:
        figure.subject_class = whole.subject_class


def _listed_strikes(draft: Draft, k: int) -> int | None:
    """In a list of strikes: the count of each line is part of the total that opens the list."""
    figure = draft.figures[k]
    sentence = draft.sentences[figure.sentence]
    opens = draft.tokens[sentence.last - 1].low == ":"
    if opens:
        total = next(
            (
                j
                for j in range(k - 1, max(-1, k - 40), -1)
                if draft.figures[j].kind == "strikes"
                and draft.figures[j].sentence < 4
                and (draft.figures[j].high or 0) > (figure.high or 0)
            ),
            None,
        )
        return total
    if not _starts_line(draft, figure, sentence):
        return None
    best = None
    for j in range(k - 1, max(-1, k - 60), -1):
        other = draft.figures[j]
        if other.kind != "strikes" or other.high is None or figure.high is None or other.high < figure.high:
            continue
        head = draft.sentences[other.sentence]
        closes = draft.tokens[head.last - 1].low == ":"
        if closes and head.section == sentence.section and other.sentence < figure.sentence:
            return j
        if best is None and closes:
            best = j
    return best


def _starts_line(draft: Draft, figure: Figure, sentence: Sentence) -> bool:
    first = draft.tokens[sentence.first]
    line = draft.text.rfind("\n", 0, first.start) + 1
    return bool(draft.text[line : first.start].strip(" \t")) or first.low == "near"


# ---- said again


def _again(draft: Draft) -> None:
    """A distance in brackets, and a count that a headline or a pull quote gives as well."""
    for k, figure in enumerate(draft.figures):
        if k and _in_brackets(draft, draft.figures[k - 1], figure):
            figure.same_as = k - 1
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
            figure.same_as = first
        elif _is_title(draft, draft.figures[first]) and draft.figures[first].same_as is None:
            draft.figures[first].same_as = k
            seen[key] = k
    for figure in draft.figures:
        if figure.same_as is not None and figure.kind != "distance_km":
            other = draft.figures[figure.same_as]
            figure.source = other.source if figure.source is None else figure.source
            figure.scope, figure.date_start, figure.date_end = other.scope, other.date_start, other.date_end


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
