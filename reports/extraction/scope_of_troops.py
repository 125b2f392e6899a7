"""Whether a count of forces is a strength, or of men who were sent or who did something."""

from __future__ import annotations

from .cues import cue
from .model import Draft, Figure
from .surroundings import Scope, Surroundings
from .tenses import NOT_PAST

_NEW = cue("periods", "new")
_SEND = cue("periods", "send")
_TO_COME = cue("periods", "to_come")
_POSSIBLE = cue("grammar", "possible")
_MOVES = cue("periods", "moves")
_DEPLOYED = cue("periods", "deployed")
_NO_DEED = cue("periods", "no_deed")
_DEEDS = cue("periods", "troops_deeds")


def of_troops(figure: Figure, words: Surroundings) -> Scope:
    tokens = words.draft.tokens
    around = words.around
    if figure.rule.endswith("+strong"):
        return "level", "strength"
    if tokens[figure.first].low == "the" and not figure.more:
        return "level", "the-force-known"
    if figure.rule.endswith("+strength"):  # "cut its force by 1,600 to 5,500"
        return ("incremental", "cut-by") if words.lead[-1:] == ["by"] else ("level", "cut-to")
    if acts(figure, words) or _moved(figure, words.draft) or _deployed(figure, words):
        return "incremental", "force-that-acts"
    if figure.more or around & _NEW:
        return "incremental", "more-men"
    if words.tense == "planned" and (around & _POSSIBLE or not around & _SEND):
        coming = around & _TO_COME and not around & _POSSIBLE
        return ("incremental", "men-to-come") if coming else (None, "planned")
    return ("incremental", "men-sent") if around & _SEND else ("level", "strength")


def acts(figure: Figure, words: Surroundings) -> bool:
    """What is counted does something in the past: `Three car bombs exploded`, `100 fighters attacked`."""
    tokens = words.draft.tokens
    if figure.last >= len(tokens) or figure.kind not in ("other", "troops") or figure.bare:
        return False
    low = tokens[figure.last].low
    if low in ("who", "that") and figure.kind == "troops" and figure.last + 1 < len(tokens):
        low = tokens[figure.last + 1].low  # "300 fighters who attacked the town"
    return (low.endswith("ed") and low not in NOT_PAST and low not in _NO_DEED) or low in _DEEDS


def _moved(figure: Figure, draft: Draft) -> bool:
    """Forces that crossed, arrived, attacked: not a strength."""
    verb = figure.verb
    return verb is not None and figure.rule.endswith("+predicate") and draft.tokens[verb].low in _MOVES


def _deployed(figure: Figure, words: Surroundings) -> bool:
    """`deployed 5,000 troops`, `massed 300 fighters`: an act, where `5,000 troops are deployed` is a strength."""
    verb = figure.verb
    governs = verb is not None and verb < figure.first and figure.rule.endswith("+verb-object")
    return governs and words.draft.tokens[verb or 0].low in _DEPLOYED and words.tense in ("past", "perfect")
