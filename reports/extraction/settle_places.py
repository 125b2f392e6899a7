"""Give each figure its place: one in its clause, else in its sentence, else what its section is about.

Needs places with their roles; sets `place` and `places` of the figures.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from .model import Draft, Figure, Place

_SIZE = {"country": 3, "region": 2, "province": 2, "river": 3, "road": 2}


def place_figures(draft: Draft) -> None:
    """Fill in `place` and `places`."""
    starts = [t.start for t in draft.tokens]
    by_sentence: dict[int, list[int]] = {}
    headings: dict[int, int] = {}
    heads = [s.start for s in draft.sections]
    for k, place in enumerate(draft.places):
        if place.sentence is not None:
            by_sentence.setdefault(place.sentence, []).append(k)
        s = bisect_right(heads, place.start) - 1
        if s >= 0 and place.start < draft.sections[s].end:
            headings.setdefault(s, k)
    main = _most_named(draft)
    for figure in draft.figures:
        figure.place = _place(draft, figure, by_sentence, headings, starts, main)
        figure.places = [figure.place] if figure.place is not None else []


def _place(draft: Draft, figure: Figure, by_sentence: dict[int, list[int]], headings: dict[int, int], starts: list[int], main: int | None) -> int | None:
    here = [p for p in by_sentence.get(figure.sentence, []) if draft.places[p].role not in ("dateline", "metonym")]
    if figure.kind == "distance_km" and (found := _measured(draft, figure, here)) is not None:
        return found
    if found := _nearest(draft, figure, here, starts):
        return found[0]
    if figure.part_of is not None and draft.figures[figure.part_of].place is not None:
        return draft.figures[figure.part_of].place
    sentence = draft.sentences[figure.sentence]
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 4), -1):
        other = draft.sentences[number]
        if other.section != sentence.section or other.status in ("noise", "background"):
            break
        events = [p for p in by_sentence.get(number, []) if draft.places[p].role == "event"]
        if events and (other.line == sentence.line or number == figure.sentence - 1 and sentence.section is None):
            return events[-1] if other.line == sentence.line else events[0]
    if sentence.section is not None and sentence.section in headings:
        return headings[sentence.section]
    if sentence.section is not None and figure.kind not in ("distance_km",):
        section = draft.sections[sentence.section]
        if section.level == "front":
            return next((p for p, place in enumerate(draft.places) if place.name == section.front), None)
    return _main(draft, figure, main)


def _measured(draft: Draft, figure: Figure, here: list[int]) -> int | None:
    """A distance belongs to what lies there, or to what it is measured to where nothing lies."""
    for p in here:
        relation = draft.places[p].relation
        if relation and relation["start"] <= figure.start < relation["end"]:
            before = [q for q in here if draft.places[q].end <= relation["start"] and relation["start"] - draft.places[q].end < 40]
            if before and draft.places[p].role == "context":
                return before[-1]
            return p
    before = [q for q in here if draft.places[q].end <= figure.start and figure.start - draft.places[q].end < 40]
    return before[-1] if before else None


def _nearest(draft: Draft, figure: Figure, here: list[int], starts: list[int]) -> tuple[int] | None:
    """The event place nearest to the figure in its clause; smaller places before larger ones."""
    best: tuple[float, int] | None = None
    for p in here:
        place = draft.places[p]
        first = bisect_left(starts, place.start)
        gap = first - figure.last if first >= figure.last else figure.first - first
        between = draft.tokens[min(first, figure.last) : max(first, figure.first)]
        cost = gap + 6 * sum(t.low in (";", "--", "—") for t in between) + 3 * sum(t.low in (",", "and") for t in between)
        cost += 0 if place.role == "event" else 14
        cost += 4 * _SIZE.get(place.kind, 0)
        if first < figure.first:
            cost += 2
        if place.role == "context" and place.kind == "country":
            cost += 25
        if best is None or cost < best[0]:
            best = (cost, p)
    return (best[1],) if best and best[0] < 60 else None


def _main(draft: Draft, figure: Figure, main: int | None) -> int | None:
    """The place that the report speaks of most, where it has no sections."""
    if figure.kind in ("troops", "distance_km") or draft.sections and draft.sentences[figure.sentence].section is not None and draft.sections[draft.sentences[figure.sentence].section or 0].level == "topic" and len(draft.places) > 12:
        return None
    return main


def _most_named(draft: Draft) -> int | None:
    """The first mention of the place where most of the report's events are."""
    counts: dict[str, list[int]] = {}
    for k, place in enumerate(draft.places):
        if place.role == "event":
            counts.setdefault(place.name, []).append(k)
    if not counts:
        return None
    top = max(counts.values(), key=len)
    return top[0] if len(top) > 1 or len(counts) == 1 else None
