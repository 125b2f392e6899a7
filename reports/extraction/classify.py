"""Classify sentences: their status against the report's day, and the type of what they tell.

Needs dates, sources and attributions, figures and groups; sets `status`, `type`, `event_type`, `sub_event_type`.
"""

from __future__ import annotations

from .attribution import Attribution
from .clause_status import status_of_figures
from .event_words import events
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence
from .sentence_types import TOLLS, type_of, type_of_toll
from .status import status_of


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
        lows = draft.lows_of(sentence)
        here = by_sentence.get(number, [])
        sentence.status, rule = status_of(
            lows, here, dates.get(number, []), sentence, draft, words, bool(counted.get(number))
        )
        status_of_figures(draft, number, here, dates.get(number, []), words)
        kinds = counted.get(number, frozenset())
        sentence.type, kind_rule = type_of(lows, sentence, words, kinds)
        if kind_rule in ("no-trigger", "hints") and kinds & TOLLS:
            sentence.type, kind_rule = type_of_toll(draft, number)
        sentence.rule = f"{rule}+{kind_rule}"
        sentence.rules |= {"status": rule, "type": kind_rule}
        row = words.by_name.get(sentence.type or "")
        if row and sentence.type not in ("other", None):
            sentence.event_type, sentence.sub_event_type = row["event_type"], row["sub_event_type"]
            sentence.rules["event_type"] = sentence.rules["sub_event_type"] = "type-of-event"
    _territory(draft)


def _territory(draft: Draft) -> None:
    """A place taken by a state's forces is regained, one taken by others is overtaken."""
    first: dict[int, str | None] = {}
    for group in draft.groups:
        first.setdefault(group.sentence, group.actor_type)
    for number, sentence in enumerate(draft.sentences):
        if sentence.type in ("capture", "recapture"):
            state = first.get(number) in ("State forces", "External/Other forces")
            if sentence.type == "capture" and first.get(number) == "State forces" and _wrested(draft, sentence):
                sentence.type, sentence.rules["type"] = "recapture", "wrested-by-a-state"
            sentence.sub_event_type = "Government regains territory" if state else "Non-state actor overtakes territory"
            sentence.rules["sub_event_type"] = "first-party-named"


def _wrested(draft: Draft, sentence: Sentence) -> bool:
    """`wrested Tadif from IS`: a state's forces take back what was theirs."""
    return any(t.low in ("wrested", "wresting") for t in draft.tokens_of(sentence))
