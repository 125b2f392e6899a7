"""What a party does in its sentence: acts, is acted on, speaks, or is only mentioned. Needs groups and attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from .attribution import Attribution
from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Group
from .words import CountWords, count_words

_BE = cue("actions", "be")
_SKIP = cue("actions", "skip")
_ONTO = cue("actions", "onto")
_WITH = frozenset(["of", "with", "on", "at", "from"])
_HURT = frozenset(["killed", "wounded", "captured", "missing", "trapped"])


def assign_actions(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Set the role of every group mention."""
    words = count_words(lexicon)
    starts = [t.start for t in draft.tokens]
    speaking: dict[int, list[tuple[int, int]]] = defaultdict(list)
    hurt: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a in said:
        if a.last > a.first:
            speaking[a.sentence].append((draft.tokens[a.first].start, draft.tokens[a.last - 1].end))
    for f in draft.figures:
        if f.kind in _HURT and f.unit == "people" and not f.bare:
            hurt[f.sentence].append((f.start, f.end))
    for group in draft.groups:
        first, last = bisect_left(starts, group.start), bisect_left(starts, group.end)
        if any(a <= group.start and group.end <= b for a, b in speaking[group.sentence]):
            group.role, group.rules["role"] = "source", "speaks"
        elif any(a < group.end and group.start < b for a, b in hurt[group.sentence]) and not _agent(draft, group, last):
            group.role, group.rules["role"] = "target", "counted-among-the-harmed"
        else:
            group.role, group.rules["role"] = _role(draft, group, first, last, words)


def _agent(draft: Draft, group: Group, last: int) -> bool:
    """The party stands before a verb of its own: `The RSF ... killed`."""
    return last < len(draft.tokens) and draft.tokens[last].low in (
        "killed",
        "captured",
        "wounded",
        "have",
        "has",
        "had",
    )


def _role(draft: Draft, group: Group, first: int, last: int, words: CountWords) -> tuple[str, str]:
    """What a party does, and the rule that says so."""
    tokens = draft.tokens
    sentence = draft.sentences[group.sentence]
    before = [
        t.low
        for t in tokens[max(sentence.first, first - 4) : first]
        if t.kind == "w" and t.low not in ("the", "an", "a", "its", "their", "more", "than", "least")
    ]
    i = last
    while i < sentence.last and (tokens[i].low in _SKIP or tokens[i].low.endswith("ly")):
        i += 1
    after = tokens[i].low if i < sentence.last else ""
    if before and before[-1] == "by":
        return "actor", "by-agent"
    if before and before[-1] in ("loyal", "backed", "support"):
        return "mentioned", "backed-by-others"
    passive = after in _BE and any(words.participle(t.low) or t.low in words.subject for t in tokens[i + 1 : i + 4])
    if passive and not any(t.low.endswith("ing") for t in tokens[i + 1 : i + 3]):
        harmed = any(
            t.low in words.subject or t.low in ("hit", "targeted", "attacked", "expelled", "defeated", "destroyed")
            for t in tokens[i + 1 : i + 4]
        )
        return ("target", "harmed-in-the-passive") if harmed else ("actor", "other-passive")
    if after == "'s" and before and before[-1] in _WITH:
        return "mentioned", "owner-behind-a-preposition"
    if before and (before[-1] in _ONTO or (len(before) > 1 and before[-2] in _ONTO and before[-1] not in words.stops)):
        word = before[-1] if before[-1] in _ONTO else before[-2]
        if word in _WITH and word not in ("on",):
            hostile = any(
                t.low
                in (
                    "battle",
                    "clashes",
                    "clashed",
                    "fighting",
                    "attack",
                    "assault",
                    "war",
                    "fight",
                    "fought",
                    "siege",
                    "city",
                    "taken",
                    "wrest",
                    "retook",
                    "expelled",
                    "killing",
                    "deaths",
                )
                for t in tokens[max(sentence.first, first - 7) : first]
            )
            if hostile:
                return "target", "foe-of-a-fight"
            acts = after in words.object or words.participle(after)
            return ("actor", "preposition-then-verb") if acts else ("mentioned", "behind-a-preposition")
        return "target", "verb-before"
    if after and (words.participle(after) or after in words.verbs or after in words.object or after in _BE):
        return "actor", "verb-behind"
    if first - sentence.first <= 2 or after in ("and", "or", "("):
        return "actor", "opens-or-is-listed"
    return "mentioned", "no-verb-near"
