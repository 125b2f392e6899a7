"""How a sentence stands to the report's day: current, background, announced, hypothetical or denied."""

from __future__ import annotations

from itertools import pairwise

from .attribution import Attribution
from .cues import cue, cue_phrases
from .event_words import Events
from .model import DateMention, Draft, Sentence
from .old import began_once, old, past_perfect, told_before
from .plans import conditional, planned

_DENIES = cue("status", "denies")
_UNTRUE = cue("status", "untrue")
_REJECTS = cue("status", "rejects")
_REJECTED = cue("status", "rejected")
_CALLS, _TOLD = cue("status", "calls"), cue("status", "told")
_FALSE, _BETWEEN = cue("status", "false"), cue("status", "between")
_ACCESS = cue("status", "access")
_TURNS_DOWN = cue("status", "turns_down")
_WAS_TO = cue_phrases("status", "was_to")
_NO_TRUTH = cue_phrases("status", "no_truth")
_DENIAL_SIGNS = _DENIES | _REJECTS | cue("status", "signs")  # or one of _UNTRUE
_DROPPED = cue("status", "dropped")
_DISMISSES = cue("status", "dismisses")
_TOLD_FALSE, _TOLD_NOUNS = cue("status", "told_false"), cue("status", "told_nouns")
_CALLED = frozenset(["is", "are", "was", "were", "as", "called", "been"])
_ASIDE = 8  # tokens of a main clause before what is only said beside it
_RELATIVE = 10  # tokens that a relative clause may have before its verb


def status_of(
    lows: list[str],
    said: list[Attribution],
    dates: list[DateMention],
    sentence: Sentence,
    draft: Draft,
    words: Events,
    counted: bool,
) -> tuple[str, str]:
    """A status, and the name of the rule that gave it. `counted`: figures stand in the sentence."""
    speech = [a for a in said if a.verb is not None]
    if (speech and speech[0].denial and not _turned_down(lows, speech[0], sentence.first)) or denied(lows):
        return "denied", "denial"
    if condition := conditional(lows, speech, sentence.first, words):
        return condition
    if (not speech and past_perfect(lows)) or told_before(lows, dates, draft.published):
        return "background", "past-perfect"
    if began_once(lows, dates):
        return "background", "how-it-began"
    if _called_off(lows):
        return "background", "called-off"
    if planned(lows, speech, words):
        return "announced", "plan"
    if _earlier_count(lows):
        return "background", "an-earlier-count"
    to_come = [d for d in dates if d.date_start and draft.published and d.date_start > draft.published]
    if any(d.rule != "end-of" and not _of_a_noun(d, draft) for d in to_come):
        return "announced", "day-to-come"
    if rule := old(lows, _of_the_event(dates, speech), sentence, draft, words, counted):
        return "background", rule
    return "current", "default"


def _of_the_event(dates: list[DateMention], speech: list[Attribution]) -> list[DateMention]:
    """`said on Tuesday that 150 had died on January 20`: the day behind the verb of speech is that of the words."""
    spoken = {k for a in speech if a.verb is not None for k in (a.verb + 1, a.verb + 2)}
    told = [d for d in dates if d.first not in spoken]
    return told if any(d.date_end and not d.since for d in told) else dates


def _of_a_noun(date: DateMention, draft: Draft) -> bool:
    """`telling people not to vote in next month's elections`: the day of what is spoken of."""
    return date.last < len(draft.tokens) and draft.tokens[date.last].low in ("'s", "’s")


def _earlier_count(lows: list[str]) -> bool:
    """`An earlier count had put the dead at 32`: what was said before."""
    return lows[1:2] in (["earlier"], ["previous"], ["initial"]) and "had" in lows[2:5]


def _turned_down(lows: list[str], said: Attribution, first: int) -> bool:
    """`rejected the truce`, `rejected it and urged`: an offer is turned down, and nothing said is denied."""
    at = (said.verb or first) - first
    if not 0 <= at < len(lows) or lows[at] not in _TURNS_DOWN:
        return False
    return not _REJECTED & set(lows[at + 1 : at + 8])


def denied(lows: list[str]) -> bool:
    """`denied that`, `rejects the report`, `calls it a lie`, `nor is it true`: what is told is denied by someone."""
    untrue = not _UNTRUE.isdisjoint(lows)
    if untrue and any(low in _UNTRUE and (low != "fabricated" or lows[i - 1] in _CALLED) for i, low in enumerate(lows)):
        return True
    if not _FALSE.isdisjoint(lows) and _called_false(lows):
        return True
    if not _DISMISSES.isdisjoint(lows) and _dismissed(lows):
        return True
    if not _TOLD_NOUNS.isdisjoint(lows[:5]) and _false_in_the_end(lows):
        return True
    if lows[0] == "this" and "correspond" in lows and "not" in lows:
        return True
    if _DENIAL_SIGNS.isdisjoint(lows):
        return False
    pairs = list(pairwise(lows))
    if not _NO_TRUTH.isdisjoint(pairs):
        return True
    if lows[0] in ("nor", "neither") and "true" in lows:
        return True
    if {("none", "of"), ("of", "it")} <= set(pairs) and "have" in lows:  # "would have none of it"
        return True
    for i, (low, after) in enumerate(pairs):
        if low in _DENIES and not _another_clause(lows, i):
            return after not in _ACCESS and lows[i - 1] not in ("was", "were", "been", "being", "not", "be")
        if low in _REJECTS and _REJECTED & set(lows[i + 1 : i + 5]):
            return True
    return False


def _dismissed(lows: list[str]) -> bool:
    """`dismissed the figures as propaganda`, `disputed this`; but `a claim that Kyiv dismissed` is said beside."""
    i = next(i for i, low in enumerate(lows) if low in _DISMISSES)
    if i > _ASIDE + 2 or not {"which", "claim", "share", ";"}.isdisjoint(lows[max(i - _RELATIVE, 1) : i]):
        return False
    behind = lows[i + 1 : i + 7]
    return behind[:1] in (["this"], ["it"], ["that"]) or ("as" in behind and "disputed" not in lows[i])


def _false_in_the_end(lows: list[str]) -> bool:
    """`Claims that the ship was hit are false`, `The statements do not correspond to reality`."""
    end = [low for low in lows if low != "."]
    told = end[-1:] != [] and end[-1] in _TOLD_FALSE and end[-2] in _CALLED
    return told or ("correspond" in end and "not" in end and "which" not in end)


def _called_false(lows: list[str]) -> bool:
    """`called the numbers inaccurate`, `said the toll was inflated`: what was told before is denied."""
    for i in (i for i, low in enumerate(lows) if low in _FALSE):
        k = i - 1
        while k > 0 and lows[k] in _BETWEEN:
            k -= 1
        if k >= 0 and lows[k] in _TOLD and not _CALLS.isdisjoint(lows[:k]):
            return True
    return False


def _another_clause(lows: list[str], i: int) -> bool:
    """`the raid, which Moscow denied`, `...; it denies this`: said of a part only, or by another."""
    if "which" in lows[max(i - _RELATIVE, 3) : i]:
        return True
    if i <= _ASIDE:
        return False
    if {"claim", "who"} & set(lows[i - 5 : i]):
        return True
    if ";" in lows[max(2, i - 5) : i] and lows[i + 1 : i + 2] in (["responsibility"], ["it"], ["this"], ["any"]):
        return True  # "gave figures from 70 to 200; the army denies responsibility"
    return lows[i - 2] == ";" and lows[i - 1] in ("it", "he", "she", "they", "which")


def _called_off(lows: list[str]) -> bool:
    """`talks that were to resume on Friday were called off`: what was planned did not happen."""
    if _DROPPED.isdisjoint(lows):
        return False
    pairs = set(pairwise(lows))
    dropped = ("called", "off") in pairs or not (_DROPPED - {"called"}).isdisjoint(lows)
    return dropped and not _WAS_TO.isdisjoint(pairs)
