"""Who holds and who contends a place, by where the parties stand about the verb."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from .cues import cue
from .model import Draft, Group

_PRONOUNS = cue("controls", "pronouns")
_BEFORE_VERBS = cue("controls", "before_verbs")
_AGAINST = cue("controls", "against")
_ALLIES = cue("controls", "allies")
_BE = cue("grammar", "be")


@dataclass(slots=True)
class Sides:
    """The party that the verb is about, the other one, and the rules that found them."""

    first: Group | None
    second: Group | None
    first_rule: str
    second_rule: str = "other-party-named"


def subject(draft: Draft, verb: int, start: int, groups: list[Group], earlier: list[Group]) -> Sides:
    """The party that did it: a pronoun leads back to whom the sentence is about, a relative to the word before it."""
    token = draft.tokens[verb]
    clause = next((k for k in range(verb, start, -1) if draft.tokens[k].low == ";"), start)
    before = [g for g in groups if g.end <= token.start and g.start >= draft.tokens[clause].start]
    k = _left_of(draft, verb, start)
    word = draft.tokens[k].low if k >= start else ""
    if word in _PRONOUNS and before:
        return Sides(before[0], other(before[0], groups), "pronoun-for-the-subject")
    if word in _PRONOUNS and earlier:
        return Sides(earlier[0], other(earlier[0], groups), "pronoun-for-the-sentence-before")
    if before and k > start and draft.tokens[k].low == ",":  # "government forces, backed by militia, captured"
        opening = next((j for j in range(k - 1, max(start, k - 15), -1) if draft.tokens[j].low == ","), start)
        before = [g for g in before if g.end <= draft.tokens[opening].start] or before
    while len(before) > 1 and _joined(draft, before[-2], before[-1]):
        before.pop()  # "Turkish troops and allied rebels": the first of them
    if before:
        return Sides(before[-1], _rival(draft, before[-1], groups, verb), "party-before-the-verb")
    return Sides(None, None, "no-party")


def agent(draft: Draft, verb: int, end: int, groups: list[Group]) -> Sides:
    """The party behind "by" or "to"; the one before the verb has lost it."""
    after = next((g for g in groups if g.start >= draft.tokens[end - 1].end), None)
    loser = next((g for g in reversed(groups) if g.end <= draft.tokens[verb].start), None)
    if after is not None and loser is not None and loser.name == after.name:
        loser = None
    return Sides(after, loser or (other(after, groups) if after else None), "party-behind-the-verb")


def _left_of(draft: Draft, verb: int, start: int) -> int:
    """The token before the verb, past its auxiliaries and adverbs."""
    k = verb - 1
    at = bisect_left(draft.dates, draft.tokens[verb].start, key=lambda d: d.start)
    days = [(d.start, d.end) for d in draft.dates[max(at - 2, 0) : at]]
    while k >= start and (
        draft.tokens[k].low in _BEFORE_VERBS
        or draft.tokens[k].low.endswith("ly")
        or any(low <= draft.tokens[k].start < high for low, high in days)
    ):
        k -= 1
    return k


def _joined(draft: Draft, one: Group, other: Group) -> bool:
    """`A and B`, `A and allied B`."""
    between = draft.text[one.end : other.start].lower().split()
    return 0 < len(between) < 4 and between[0] == "and"


def other(one: Group, groups: list[Group]) -> Group | None:
    """The first other party of those."""
    return next((g for g in groups if g.name != one.name and g.actor_type), None)


def _rival(draft: Draft, holder: Group, groups: list[Group], verb: int) -> Group | None:
    """Whom it was taken from, where the words behind the verb say so; or else the other party of the sentence."""
    starts = [t.start for t in draft.tokens[verb : verb + 30]]
    for g in groups:
        k = verb + bisect_left(starts, g.start)
        if g.start > draft.tokens[verb].start and g.name != holder.name:
            before = set(draft.lows[max(verb, k - 3) : k])
            if before & _AGAINST:
                return g
    return other(holder, [g for g in groups if not _beside_it(draft, g)])


def _beside_it(draft: Draft, group: Group) -> bool:
    """`backed by B`, `alongside B`, `B said`: no one that it was taken from."""
    k = _index(draft, group)
    before = set(draft.lows[max(0, k - 4) : k])
    return group.role == "source" or bool(before & _ALLIES)


def pushed_out(draft: Draft, verb: int, place: int, groups: list[Group]) -> Sides:
    """Who drove out whom: the one before the verb and the one behind it, or the other way about in the passive."""
    token = draft.tokens[verb]
    before = [g for g in groups if g.end <= token.start]
    between = [g for g in groups if g.start >= token.end and g.end <= draft.tokens[place].start]
    after = [g for g in groups if g.start > draft.tokens[place].start]
    passive = any(t.low in _BE for t in draft.tokens[max(0, verb - 3) : verb])
    if passive:
        behind = after[0] if after and draft.tokens[_index(draft, after[0]) - 1].low in ("by", "the") else None
        return Sides(behind, before[-1] if before else None, "party-behind-the-verb", "party-before-the-verb")
    loser = between[0] if between else None
    while len(before) > 1 and _joined(draft, before[-2], before[-1]):
        before.pop()
    winner = next((g for g in reversed(before) if loser is None or g.name != loser.name), None)
    return Sides(winner if loser else None, loser, "party-before-the-verb", "party-behind-the-verb")


def _index(draft: Draft, group: Group) -> int:
    return bisect_left(draft.tokens, group.start, key=lambda t: t.start)
