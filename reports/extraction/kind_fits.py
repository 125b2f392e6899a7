"""Which of the kinds of a predicate fits what is counted: nobody displaces an army, or conquers a people."""

from __future__ import annotations

from .cues import cue
from .fates import is_mixed
from .model import Token
from .predicates import Verdict
from .words import ARMED, CountWords

_LEFT_BEHIND = cue("kinds", "left_behind")
_DRIVEN = cue("kinds", "driven")
_INMATES = cue("kinds", "inmates")
_MOVES = cue("kinds", "force_moves")
_QUARTERED = cue("kinds", "quartered")


def fit(
    right: tuple[list[str], int],
    head: str,
    settlement: bool,
    people: bool,
    words: CountWords,
    tokens: list[Token],
    end: int,
) -> Verdict | None:
    """The kind that a predicate gives to what is counted, where the two go together."""
    kinds, verb = right
    if is_mixed(tokens, verb, end) and kinds[0] in ("killed", "wounded"):
        return Verdict("other", "casualties", verb)
    for kind in kinds:
        if settlement:
            if kind == "settlements":
                return Verdict(kind, "predicate", verb)
            continue
        if kind == "settlements" or (not people and kind != "other"):
            continue
        force = words.class_of.get(head) in ARMED
        if kind == "displaced" and not force and tokens[verb].low == "left" and tokens[verb - 1].low in _LEFT_BEHIND:
            return Verdict("other", "left-behind", verb)
        if kind == "displaced" and head in _INMATES and tokens[verb].low not in _DRIVEN:
            return Verdict("other", "freed", verb)
        if kind == "displaced" and force:
            if tokens[verb].low in _MOVES:
                return Verdict("troops", "predicate", verb)
            if tokens[verb].low == "leave":
                return Verdict("troops", "predicate", verb)  # "5,000 soldiers are to leave"
            if tokens[verb].low in ("left", "evacuated"):
                if tokens[verb].low == "left" and tokens[verb - 1].low in ("are", "were", "is"):
                    return Verdict("troops", "predicate", verb)
                return Verdict("other", "predicate", verb)
        if kind == "troops" and not force and head != "men" and (head or tokens[verb].low not in _QUARTERED):
            continue
        return Verdict(kind, "predicate", verb)
    return None
