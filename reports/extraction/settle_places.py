"""Give each figure its place: one in its clause, else in its sentence, else what its section is about.

Needs places with their roles; sets `place` and `places` of the figures.
"""

from __future__ import annotations

from bisect import bisect_right

from .cues import cue
from .model import Draft, Figure, Place, Sentence
from .places.around import Starts
from .whereabouts import country_in, named_before, of_a_whole_war, opens_on, place_of_title, said_to_be_in

_FAR = 60  # tokens, and what counts like tokens, beyond which a place is none of the figure's
# No scenes, but counts hold there: the wounded in a hospital's town, "their number in Ituri", an avenged strike's dead.
_COUNTED_THERE = frozenset({"hospital", "tally", "answered"})
_AIMED = frozenset({"in", "at", "across", "on", "into"})  # what stands between a count and the land it holds in
_SIZE = {"country": 3, "region": 2, "province": 2, "river": 3, "road": 2}


def place_figures(draft: Draft) -> None:
    """Fill in `place` and `places`."""
    starts = Starts(draft.tokens)
    by_sentence: dict[int, list[int]] = {}
    headings: dict[int, int] = {}
    heads = [s.start for s in draft.sections]
    for k, place in enumerate(draft.places):
        if place.sentence is not None:
            by_sentence.setdefault(place.sentence, []).append(k)
        s = bisect_right(heads, place.start) - 1
        if s >= 0 and place.start < draft.sections[s].end:
            headings.setdefault(s, k)
    mains: dict[int | None, int | None] = {}
    fronts = any(s.level in ("front", "country") for s in draft.sections)
    title = None if fronts else place_of_title(draft)
    for k, figure in enumerate(draft.figures):
        section = draft.sentences[figure.sentence].section
        if section not in mains:
            mains[section] = _most_named(draft, section)
        figure.place = _place(draft, k, by_sentence, headings, starts, mains[section], title)
        figure.places = [figure.place] if figure.place is not None else []


def _place(
    draft: Draft,
    k: int,
    by_sentence: dict[int, list[int]],
    headings: dict[int, int],
    starts: Starts,
    main: int | None,
    title: int | None,
) -> int | None:
    figure = draft.figures[k]
    sentence = draft.sentences[figure.sentence]
    timed = sentence.section is not None and draft.sections[sentence.section].level == "time"
    named = [p for p in by_sentence.get(figure.sentence, []) if draft.places[p].role not in ("dateline", "metonym")]
    here = [p for p in named if _holds(draft, p, figure, sentence, starts)]
    if figure.kind == "distance_km" and (found := _measured(draft, figure, named)) is not None:
        return found
    if (back := opens_on(draft, figure, by_sentence, headings, main)) is not None:
        return back
    if nearest := _nearest(draft, figure, here, starts):
        return nearest[0]
    if figure.part_of is not None and (figure.part or draft.figures[figure.part_of].place is not None):
        return draft.figures[figure.part_of].place
    if (back := named_before(draft, figure, by_sentence, headings, main)) is not None:
        return back
    if of_a_whole_war(draft, figure):
        return country_in(draft, named, headings, sentence, _land(draft) if timed else main)
    fronted = sentence.section is not None and draft.sections[sentence.section].level == "front"
    if not fronted and (found := said_to_be_in(draft, figure, named, starts)) is not None:
        return found
    heading = None
    if sentence.section is not None and draft.sections[sentence.section].level in ("front", "country"):
        heading = headings.get(sentence.section)
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 4), -1):
        other = draft.sentences[number]
        if other.section != sentence.section or other.status in ("noise", "background"):
            break
        events = [p for p in by_sentence.get(number, []) if _leads(draft.places[p])]
        if heading is not None and len(events) > 1:
            break
        follows = number == figure.sentence - 1 and (
            sentence.section is None or (timed and figure.unit in ("people", "families"))
        )
        if events and (other.line == sentence.line or follows):
            return events[-1] if other.line == sentence.line else events[0]
    if heading is not None:
        return heading
    if sentence.section is not None and figure.kind not in ("distance_km",):
        section = draft.sections[sentence.section]
        if section.level == "time":
            return _land(draft)
        if section.level == "front":
            return next((p for p, place in enumerate(draft.places) if place.name == section.front), None)
    if main is None and sentence.section is None:
        main = title
    return _main(draft, figure, main)


def _holds(draft: Draft, p: int, figure: Figure, sentence: Sentence, starts: Starts) -> bool:
    """A place where the count can hold: where something happened, or where it is said to be ("in Iraq")."""
    place = draft.places[p]
    if place.role == "event" or place.clue.get("role_rule") in _COUNTED_THERE:
        return place.kind not in ("river", "road")
    first = starts.index(place.start)
    lows = starts.lows[figure.last : first] if first - figure.last <= 6 else []
    if lows and lows[-1] in _AIMED and "," not in lows:
        return True
    if place.kind in ("river", "road", "country", "region"):
        return False
    return sentence.status != "current"


def _leads(place: Place) -> bool:
    """Where what follows can have happened: a scene, a title's place, or one that opens its paragraph alone."""
    return place.role == "event" or place.clue.get("role_rule") in ("run-in", "title")


def _land(draft: Draft) -> int | None:
    """The country that the report is about, where it is named."""
    counts: dict[str, list[int]] = {}
    for k, place in enumerate(draft.places):
        if place.kind == "country" and place.role != "metonym":
            counts.setdefault(place.name, []).append(k)
    abroad = cue("world", "outsiders")
    return (
        max(counts.values(), key=lambda found: (draft.places[found[0]].country not in abroad, len(found)))[0]
        if counts
        else None
    )


def _measured(draft: Draft, figure: Figure, here: list[int]) -> int | None:
    """A distance belongs to what lies there, or to what it is measured to where nothing lies."""
    for p in here:
        relation = draft.places[p].relation
        if relation and relation["start"] <= figure.start < relation["end"]:
            before = [
                q
                for q in here
                if draft.places[q].end <= relation["start"] and relation["start"] - draft.places[q].end < 40
            ]
            if before and draft.places[p].role == "context":
                events = [
                    q for q in here if draft.places[q].role == "event" and draft.places[q].end <= relation["start"]
                ]
                return events[-1] if events else before[-1]
            return p
    before = [
        q
        for q in here
        if draft.places[q].end <= figure.start
        and figure.start - draft.places[q].end < (40 if draft.places[q].role == "event" else 4)
    ]
    return before[-1] if before else None


def _nearest(draft: Draft, figure: Figure, here: list[int], starts: Starts) -> tuple[int] | None:
    """The event place nearest to the figure in its clause; smaller places before larger ones."""
    best: tuple[float, int] | None = None
    number = draft.sentences[figure.sentence].section
    section = draft.sections[number] if number is not None else None
    phrases = [(draft.places[q].end, r["start"], r["end"]) for q in here if (r := draft.places[q].relation)]
    for p in here:
        place = draft.places[p]
        first = starts.index(place.start)
        gap = first - figure.last if first >= figure.last else figure.first - first
        if gap >= (best[0] if best else _FAR):  # whatever stands between, it only costs more
            continue
        between = starts.lows[min(first, figure.last) : max(first, figure.first)]
        cost = gap + 6 * sum(map(between.count, (";", "--", "—"))) + 3 * sum(map(between.count, (",", "and")))
        cost += 0 if place.role == "event" else 14
        cost += 4 * _SIZE.get(place.kind, 0)
        if first < figure.first:
            cost += 2
        if place.role == "context" and place.kind == "country":
            cost += 25
        if section is not None and section.country and place.country and place.country != section.country:
            cost += 20
        if any(end <= place.start and start <= place.start < stop for end, start, stop in phrases):
            cost += 30  # "Guwarsha, 15 kilometres from Benghazi": Benghazi only says where
        if place.kind == "site" and "ospital" in place.text:
            cost += 16
        if best is None or cost < best[0]:
            best = (cost, p)
    return (best[1],) if best and best[0] < _FAR else None


def _main(draft: Draft, figure: Figure, main: int | None) -> int | None:
    """The place that the report speaks of most, where it has no sections."""
    if figure.kind in ("troops", "distance_km"):
        return None
    return main


def _most_named(draft: Draft, section: int | None) -> int | None:
    """The first mention of the place where most of a section's events are; in the part before the fronts, only one
    that is named twice."""
    fronts = any(s.level in ("front", "country") for s in draft.sections)
    # a crosshead goes on with the story, a marked heading begins another
    apart = section is not None and draft.sections[section].rule == "marked-line"
    counts: dict[str, list[int]] = {}
    for k, place in enumerate(draft.places):
        if _leads(place) and place.sentence is not None:
            own = draft.sentences[place.sentence].section
            if own == section or (not fronts and not apart):
                counts.setdefault(place.name, []).append(k)
    if not counts:
        return None
    top = max(counts.values(), key=len)
    return top[0] if len(top) > 1 or (len(counts) == 1 and not fronts) else None
