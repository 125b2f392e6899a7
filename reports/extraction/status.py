"""How a sentence stands to the report's day: current, background, announced, hypothetical or denied."""

from __future__ import annotations

from itertools import pairwise

from .attribution import Attribution
from .cues import cue
from .event_words import Events
from .model import DateMention, Draft, Sentence, Token
from .old import old, past_perfect
from .plans import conditional, planned

_DENIES = cue("status", "denies")
_UNTRUE = cue("status", "untrue")
_REJECTS = cue("status", "rejects")
_REJECTED = cue("status", "rejected")
_ACCESS = cue("status", "access")


def status_of(
    tokens: list[Token],
    said: list[Attribution],
    dates: list[DateMention],
    sentence: Sentence,
    draft: Draft,
    words: Events,
    counted: bool,
) -> tuple[str, str]:
    """A status, and the name of the rule that gave it. `counted`: figures stand in the sentence."""
    lows = [t.low for t in tokens]
    speech = [a for a in said if a.verb is not None]
    if (speech and speech[0].denial) or denied(lows):
        return "denied", "denial"
    if condition := conditional(lows, speech, sentence.first, words):
        return condition
    if not speech and past_perfect(lows):
        return "background", "past-perfect"
    if planned(tokens, speech, words):
        return "announced", "plan"
    if rule := old(lows, dates, sentence, draft, words, tokens, counted):
        return "background", rule
    return "current", "default"


def denied(lows: list[str]) -> bool:
    """`denied that`, `rejects the report`, `calls it a lie`, `nor is it true`: what is told is denied by someone."""
    if _UNTRUE & set(lows):
        return True
    pairs = list(pairwise(lows))
    if {("a", "lie"), ("absolute", "lie"), ("not", "true"), ("is", "false"), ("no", "truth")} & set(pairs):
        return True
    if lows[0] in ("nor", "neither") and "true" in lows:
        return True
    for i, (low, after) in enumerate(pairs):
        if low in _DENIES and not _another_clause(lows, i):
            return after not in _ACCESS and lows[i - 1] not in ("was", "were", "been", "being", "not", "be")
        if low in _REJECTS and _REJECTED & set(lows[i + 1 : i + 5]):
            return True
    return False


def _another_clause(lows: list[str], i: int) -> bool:
    """`the raid, which Moscow denied`: an aside."""
    return i > 8 and bool({"which", "claim", "who"} & set(lows[max(i - 5, 0) : i]))
