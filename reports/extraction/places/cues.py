"""Which word before a name says that it is a place."""

from __future__ import annotations

from ..cues import cue
from ..model import Token
from .words import PlaceWords

# Adjectives that may stand between the cue and the name.
_SKIPPED = cue("places", "skipped")
_SIDES = cue("places", "sides")
_NEXT = cue("places", "next")


def cue_before(tokens: list[Token], i: int, words: PlaceWords) -> str:
    """The cue before token `i`: "strong" (near), "type" (town of), "taken" (retook), "locative" (in), or none."""
    j = i - 1
    while j >= 0 and (tokens[j].low in _SKIPPED or tokens[j].low in words.directions or tokens[j].low in words.parts):
        j -= 1
    if j < 0:
        return ""
    low = tokens[j].low
    if low == "to" and j > 0 and tokens[j - 1].low in _NEXT:
        return "strong"
    if low == "of" and j > 0:
        before = tokens[j - 1].low
        if before in words.types_of:
            return "type"
        return "locative" if before in words.directions or before in _SIDES else ""
    if low in words.before_name:
        return "type"
    if low in words.strong:
        return "strong"
    if low in words.takes:
        return "taken"
    if low == "on" and j > 0 and tokens[j - 1].low in words.roles["attacks_on"]:
        return "taken"  # "advancing on X", "a raid on X"
    return "locative" if low in words.locative else ""
