"""Which of the kinds of a predicate fits what is counted: nobody displaces an army, or conquers a people."""

from __future__ import annotations

from .counted import Counted
from .cues import cue
from .fates import is_mixed
from .predicates import Verdict

_LEFT_BEHIND = cue("kinds", "left_behind")
_DRIVEN = cue("kinds", "driven")
_INMATES = cue("kinds", "inmates")
_MOVES = cue("kinds", "force_moves")
_QUARTERED = cue("kinds", "quartered")


def fit(count: Counted, kinds: list[str], verb: int) -> Verdict | None:
    """The kind that a predicate at token `verb`, which may mean any of `kinds`, gives to what is counted."""
    tokens, people, force = count.tokens, count.people or count.bare, count.armed
    if is_mixed(tokens, verb, count.end) and kinds[0] in ("killed", "wounded"):
        return Verdict("other", "casualties", verb)
    for kind in kinds:
        if count.settlement:
            if kind == "settlements":
                return Verdict(kind, "predicate", verb)
            continue
        if kind == "settlements" or (not people and kind != "other"):
            continue
        if kind == "displaced" and not force and tokens[verb].low == "left" and tokens[verb - 1].low in _LEFT_BEHIND:
            return Verdict("other", "left-behind", verb)
        if kind == "displaced" and count.head in _INMATES and tokens[verb].low not in _DRIVEN:
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
        if (
            kind == "troops"
            and not force
            and count.head != "men"
            and (count.head or tokens[verb].low not in _QUARTERED)
        ):
            continue
        return Verdict(kind, "predicate", verb)
    return None
