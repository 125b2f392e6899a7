"""What a party does in its sentence: acts, is acted on, speaks, or is only mentioned. Needs groups and attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from .action_clauses import Clause
from .attribution import Attribution
from .cues import cue
from .lexicon import Lexicon
from .model import HARMED, Draft
from .words import count_words

_OF_SUCH = cue("actions", "of_such")
_ARTICLES = cue("actions", "before_party")
_HURT = HARMED | {"trapped"}
_SPEAKING_FOR = cue("actions", "speaking_for")
_WEAK = ("no-verb-near", "behind-a-preposition")
_BETWEEN = cue("grammar", "articles") | {"their", "its", "allied", "other", "local"}


def assign_actions(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Set the role of every group mention."""
    words = count_words(lexicon)
    starts = draft.starts
    speaking: dict[int, list[tuple[int, int]]] = defaultdict(list)
    asides = {a.sentence: a.aside for a in said if a.aside is not None}
    for a in said:
        if a.last > a.first:
            speaking[a.sentence].extend(_stretches(draft, a))
    harmed, dated = _harmed(draft), frozenset(i for d in draft.dates for i in range(d.first, d.last))
    for group in draft.groups:
        first, last = bisect_left(starts, group.start), bisect_left(starts, group.end)
        if any(a <= group.start and group.end <= b for a, b in speaking[group.sentence]):
            group.role, group.rules["role"] = "source", "speaks"
        elif any(a < group.end and group.start < b for a, b in harmed[group.sentence]):
            group.role, group.rules["role"] = "target", "counted-among-the-harmed"
        else:
            group.role, group.rules["role"] = Clause(
                draft, group, first, last, words, dated, asides.get(group.sentence)
            ).role()
    _beside(draft)


def _stretches(draft: Draft, a: Attribution) -> list[tuple[int, int]]:
    """Where a speaker stands: `the army, under fire from the rebels, said`, the rebels apart."""
    tokens, source = draft.tokens, draft.sources[a.source]
    whole = (tokens[a.first].start, tokens[a.last - 1].end)
    far = a.first == a.verb and source.sentence == a.sentence and source.start < whole[0]
    own = [(source.start, source.end)] if far else []  # "The militia shelled the port, and said"
    if a.aside is None or not a.first < a.aside[0] < a.aside[1] < a.last or _tells_for_whom(draft, a.aside):
        return [whole, *own]
    return [(whole[0], tokens[a.aside[0] - 1].end), (tokens[a.aside[1]].start, whole[1]), *own]


def _tells_for_whom(draft: Draft, aside: tuple[int, int]) -> bool:
    """`the UN mission, MINUSMA, said`, `Ali Diallo, a spokesman for the rebels, said`: a name or an office."""
    return draft.tokens[aside[0]].capital or not _SPEAKING_FOR.isdisjoint(draft.lows[slice(*aside)])


def _beside(draft: Draft) -> None:
    """`after battling the army and allied militias`, `seized by government troops and their allies`: the second of two
    parties does or suffers what the first does."""
    for one, other in pairwise(draft.groups):
        if one.sentence != other.sentence or other.rules["role"] not in _WEAK or one.role not in ("actor", "target"):
            continue
        between = draft.text[one.end : other.start].lower().replace(",", " ").split()
        if between[:1] == ["and"] and set(between[1:]) <= _BETWEEN:
            other.role, other.rules["role"] = one.role, "beside-another"


def _harmed(draft: Draft) -> dict[int, list[tuple[int, int]]]:
    """The stretches that name who was harmed, by sentence: `12 soldiers were killed`, `15 bodies of insurgents`."""
    tokens = draft.tokens
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for f in draft.figures:
        if f.kind not in _HURT or f.unit != "people" or f.head is None:
            continue
        behind = f.verb is not None and f.verb >= f.head and not f.rule.endswith("predicate")
        end = tokens[f.head].end if behind else f.end
        k = f.head + 1
        if tokens[f.head].low in _OF_SUCH and k + 1 < len(tokens) and tokens[k].low in ("of", "among", "from"):
            k += 1 + (tokens[k + 1].low in _ARTICLES)
            end = max(end, tokens[min(k, len(tokens) - 1)].end)
        found[f.sentence].append((f.start, end))
    return found
