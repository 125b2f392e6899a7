"""Statements of who holds a place. Needs places, groups and sources; gives `controls`."""

from __future__ import annotations

from bisect import bisect_left

from .attribution import Attribution
from .cues import cue
from .lexicon import Lexicon
from .model import Control, Draft, Group, Sentence
from .quantities import Phrases

_REACH = 14  # tokens between verb and place
_NO_LONGER = frozenset(["once", "formerly", "previously"])
_TOWNS = cue("controls", "towns")


def find_controls(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Fill in `draft.controls` from sentences that tell what is, not what was long ago or may be."""
    words = lexicon["events"]["control"]
    table: dict[str, object] = {}
    for status in ("controlled", "besieged", "contested", "left"):
        for phrase in words[status]:
            table[phrase] = (status, False)
    for phrase in words["fell"]:
        table[phrase] = ("controlled", True)
    for phrase in words["besieged_by"]:
        table[phrase] = ("besieged", True)
    verbs = Phrases.of(table)
    starts = [t.start for t in draft.tokens]
    speaker = {a.sentence: a.source for a in reversed(said)}
    groups: dict[int, list[Group]] = {}
    for group in draft.groups:
        groups.setdefault(group.sentence, []).append(group)
    places: dict[int, list[int]] = {}
    for k, place in enumerate(draft.places):
        if place.sentence is not None and place.kind in _TOWNS and place.role in ("event", "context"):
            places.setdefault(place.sentence, []).append(k)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status in ("current", "denied") and number in places and sentence.status == "current":
            _sentence(
                draft, number, sentence, verbs, places[number], groups.get(number, []), starts, speaker.get(number)
            )


def _sentence(
    draft: Draft,
    number: int,
    sentence: Sentence,
    verbs: Phrases,
    places: list[int],
    groups: list[Group],
    starts: list[int],
    source: int | None,
) -> None:
    i = sentence.first
    used: set[int] = set()
    while i < sentence.last:
        found = verbs.at(draft.tokens, i, sentence.last)
        if not found:
            i += 1
            continue
        size, (status, turned) = found
        end = i + size
        if i > sentence.first and draft.tokens[i - 1].low in _NO_LONGER:  # "the area that rebels once held"
            i = end
            continue
        token, last = draft.tokens[i], draft.tokens[end - 1]
        before = [g for g in groups if g.end <= token.start]
        after = [g for g in groups if g.start >= last.end]
        near = [p for p in places if 0 <= bisect_left(starts, draft.places[p].start) - end < _REACH]
        earlier = [
            p
            for p in places
            if draft.places[p].end <= token.start and i - bisect_left(starts, draft.places[p].start) < _REACH
        ]
        place = (earlier[-1] if earlier else None) if turned else (near[0] if near else None)
        holder = (after[0] if after else None) if turned else (before[-1] if before else None)
        others = [g for g in groups if holder is not None and g.name != holder.name and g.actor_type]
        if place is not None and not turned and _other_object(draft, end, place, starts):
            place = None
        if place is not None and place not in used and (holder is not None or status == "contested"):
            used.add(place)
            mention = draft.places[place]
            start, stop = min(token.start, mention.start), max(last.end, mention.end)
            name = holder.name if holder else None
            rival = others[0].name if others else None
            rule = f"{status}-verb" + ("-turned" if turned else "")
            first, second = "party-behind-the-verb" if turned else "party-before-the-verb", "other-party-named"
            draft.controls.append(
                Control(
                    start,
                    stop,
                    place,
                    status,
                    rival if status == "besieged" else name,
                    name if status == "besieged" else rival,
                    source,
                    rule,
                    rules={
                        "place": "place-before-the-verb" if turned else "place-behind-the-verb",
                        "status": rule,
                        "holder": second if status == "besieged" else first,
                        "contender": first if status == "besieged" else second,
                        "source": "first-speaker-of-the-sentence",
                    },
                )
            )
        i = end


def _other_object(draft: Draft, first: int, place: int, starts: list[int]) -> bool:
    """`retook four villages southwest of Mosul`: what was taken is not the place itself."""
    mention = draft.places[place]
    last = bisect_left(starts, mention.start)
    if mention.relation is not None:
        return True
    k = bisect_left(draft.figures, first, key=lambda f: f.first)
    if k < len(draft.figures) and draft.figures[k].first < last:
        return True
    between = [t.low for t in draft.tokens[first:last]]
    return bool(
        {"in", "near", "outside", "from", "toward", "towards", "after", "and"}
        & set(between[1:] if between[:1] == ["in"] else between)
    )
