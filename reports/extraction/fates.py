"""Several fates told at once: `killed or wounded`, `dead and injured`."""

from __future__ import annotations

from .cues import cue
from .model import Token

_DEAD = cue("kinds", "fate_dead")
_HURT = cue("kinds", "fate_hurt")
_FATES = _DEAD | _HURT | cue("kinds", "fate_else")
_ANOTHER_COUNT = cue("kinds", "another_count")


def is_mixed(tokens: list[Token], verb: int, end: int) -> bool:
    """`killed or wounded`, `dead and injured`, `killed or captured`, `killed, wounded or missing`: several at once."""
    if verb > 1 and tokens[verb - 1].low in ("or", "and/or") and tokens[verb].low in _FATES:
        return tokens[verb - 2].low in _FATES
    if verb + 4 < end and tokens[verb + 1].low == "," and tokens[verb + 3].low == "or":
        return {tokens[k].low for k in (verb, verb + 2, verb + 4)} <= _FATES
    if verb + 2 >= end or tokens[verb + 1].low not in ("or", "and", "and/or"):
        return False
    one, two = tokens[verb].low, tokens[verb + 2].low
    if two in ("been", "be") and verb + 3 < end:
        two = tokens[verb + 3].low
    if tokens[verb + 1].low != "and":
        return one in _FATES and two in _FATES
    if not ((one in _DEAD and two in _HURT) or (one in _HURT and two in _DEAD)):
        return False
    return not (verb + 3 < end and (tokens[verb + 3].kind == "n" or tokens[verb + 3].low in _ANOTHER_COUNT))
