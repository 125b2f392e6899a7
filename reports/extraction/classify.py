"""Classify sentences: their status against the report's day, and the type of what they tell.

Needs dates, sources and attributions, figures and groups; sets `status`, `type`, `event_type`, `sub_event_type`.
"""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .event_words import Events, events
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token
from .status import status_of

_COUNTED = {"strikes": "airstrike", "displaced": "displacement", "troops": "deployment"}
_TOLLS = frozenset({"killed", "wounded", "captured"})
_VIOLENT = frozenset({"clash", "airstrike", "shelling", "bombing"})
_OPENERS = cue("classify", "openers")
_SUBORDINATE = cue("classify", "subordinate")
_MAIN, _ASIDE = 1.5, 0.8  # what a word counts in the main clause, and elsewhere
_HINTS = 2  # weak words of one type count no more than so many
_ANNOUNCEMENT = -1  # the last type of `events.toml`


def classify(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Set status and type of every sentence."""
    words = events(lexicon)
    by_sentence: dict[int, list[Attribution]] = {}
    dates: dict[int, list[DateMention]] = {}
    for a in said:
        by_sentence.setdefault(a.sentence, []).append(a)
    for d in draft.dates:
        dates.setdefault(d.sentence, []).append(d)
    counted: dict[int, frozenset[str]] = {}
    for f in draft.figures:
        counted[f.sentence] = counted.get(f.sentence, frozenset()) | {f.kind}
    for number, sentence in enumerate(draft.sentences):
        if sentence.status == "noise":
            continue
        tokens = draft.tokens_of(sentence)
        here = by_sentence.get(number, [])
        sentence.status, rule = status_of(
            tokens, here, dates.get(number, []), sentence, draft, words, bool(counted.get(number))
        )
        kinds = counted.get(number, frozenset())
        sentence.type, kind_rule = _type(tokens, sentence, words, kinds)
        if kind_rule == "no-trigger" and kinds & _TOLLS:
            sentence.type, kind_rule = _of_toll(draft, number)
        sentence.rule = f"{rule}+{kind_rule}"
        sentence.rules |= {"status": rule, "type": kind_rule}
        row = words.by_name.get(sentence.type or "")
        if row and sentence.type not in ("other", None):
            sentence.event_type, sentence.sub_event_type = row["event_type"], row["sub_event_type"]
            sentence.rules["event_type"] = sentence.rules["sub_event_type"] = "type-of-event"
    _territory(draft)


def _type(tokens: list[Token], sentence: Sentence, words: Events, counted: frozenset[str]) -> tuple[str, str]:
    scores, hints = [0.0] * len(words.types), [0.0] * len(words.types)
    i, size = 0, len(tokens)
    main = _in_main_clause([t.low for t in tokens])
    while i < size:
        found = words.triggers.at(tokens, i, size)
        if not found:
            i += 1
            continue
        taken, hits = found
        if "captured" in counted and tokens[i].low == "captured":
            hits = []  # men, no ground
        early = _MAIN if main[i] else _ASIDE
        for rank, weight in hits:
            if weight == 1:  # however many men are named, they are no clash
                weight = min(weight, _HINTS - hints[rank])
                hints[rank] += weight
            scores[rank] += weight * early
        i += taken
    for kind, name in _COUNTED.items():
        if kind in counted:
            scores[words.rank[name]] += 2.0
    if sentence.status == "announced" and "troops" not in counted:
        scores[_ANNOUNCEMENT] += 2.0 if any(t.low in ("announced", "announces") for t in tokens) else 0.0
    top = max(scores)
    if top < 2:
        return "other", "no-trigger"
    best = scores.index(top)
    return str(words.types[best]["name"]), f"{words.types[best]['name']}-words"


def _of_toll(draft: Draft, number: int) -> tuple[str, str]:
    """ "Five rebels were killed.": by what the sentence before tells, where it is violent and in the same line."""
    before = draft.sentences[number - 1] if number else None
    here = draft.sentences[number]
    if before is not None and (before.line, before.status) == (here.line, here.status) and before.type in _VIOLENT:
        return str(before.type), "toll-goes-on"
    return "clash", "toll"


def _in_main_clause(lows: list[str]) -> list[bool]:
    """For each word whether it stands in the main clause: behind an opening clause, outside of those set in later."""
    begin = next((i for i, w in enumerate(lows) if w == ","), 0) if lows[0] in _OPENERS else 0
    inside, main = True, []
    for i, word in enumerate(lows):
        if word in _SUBORDINATE and (i >= begin + 4 or (i and lows[i - 1] == ",")):
            inside = False
        elif word in (",", ";") and not inside:
            inside = True
        main.append(inside and i >= begin)
    return main


def _territory(draft: Draft) -> None:
    """A place taken by a state's forces is regained, one taken by others is overtaken."""
    first: dict[int, str | None] = {}
    for group in draft.groups:
        first.setdefault(group.sentence, group.actor_type)
    for number, sentence in enumerate(draft.sentences):
        if sentence.type in ("capture", "recapture"):
            state = first.get(number) in ("State forces", "External/Other forces")
            sentence.sub_event_type = "Government regains territory" if state else "Non-state actor overtakes territory"
            sentence.rules["sub_event_type"] = "first-party-named"
