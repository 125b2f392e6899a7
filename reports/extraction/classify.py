"""Classify sentences: their status against the report's day, and the type of what they tell.

Needs dates, sources and attributions, figures and groups; sets `status`, `type`, `event_type`, `sub_event_type`.
"""

from __future__ import annotations

from .attribution import Attribution
from .event_words import Events, events
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token
from .status import status_of

_COUNTED = {"strikes": "airstrike", "displaced": "displacement", "troops": "deployment"}
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
        sentence.type, kind_rule = _type(tokens, sentence, words, counted.get(number, frozenset()))
        sentence.rule = f"{rule}+{kind_rule}"
        row = words.by_name.get(sentence.type or "")
        if row and sentence.type not in ("other", None):
            sentence.event_type, sentence.sub_event_type = row["event_type"], row["sub_event_type"]
    _territory(draft)


def _type(tokens: list[Token], sentence: Sentence, words: Events, counted: frozenset[str]) -> tuple[str, str]:
    scores = [0.0] * len(words.types)
    i, size = 0, len(tokens)
    main = _main_clause([t.low for t in tokens])
    while i < size:
        found = words.triggers.at(tokens, i, size)
        if not found:
            i += 1
            continue
        taken, hits = found
        early = 1.5 if main[0] <= i < main[1] else 0.8
        for rank, weight in hits:
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


def _main_clause(lows: list[str]) -> tuple[int, int]:
    """Where the main clause stands: behind an opening participle phrase, before the first subordinate clause."""
    begin = 0
    if lows[0] in ("backed", "supported", "despite", "after", "while", "as", "although", "amid", "following", "when"):
        begin = next((i for i, w in enumerate(lows) if w == ","), 0)
    end = next(
        (
            i
            for i in range(begin + 4, len(lows))
            if lows[i]
            in ("as", "while", "after", "when", "which", "who", "where", "before", "because", "sparking", "backed")
        ),
        len(lows),
    )
    return begin, end


def _territory(draft: Draft) -> None:
    """A place taken by a state's forces is regained, one taken by others is overtaken."""
    first: dict[int, str | None] = {}
    for group in draft.groups:
        first.setdefault(group.sentence, group.actor_type)
    for number, sentence in enumerate(draft.sentences):
        if sentence.type in ("capture", "recapture"):
            state = first.get(number) in ("State forces", "External/Other forces")
            sentence.sub_event_type = "Government regains territory" if state else "Non-state actor overtakes territory"
