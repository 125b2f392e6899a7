"""Whether so many times, or raids, are strikes: `bombed 42 times`, `jets struck it twice`, `178 raids`."""

from __future__ import annotations

from .cues import cue
from .model import Figure, Token

_BOMBED = cue("figures", "bombed")
_STRUCK = cue("figures", "struck")
_JETS = cue("kinds", "jets")
_GUNS = cue("figures", "guns")
_NEAR = 5  # figures back
_REACH = 10  # tokens before the number


def how_often(begin: int, tokens: list[Token], start: int, earlier: list[Figure]) -> tuple[str, str]:
    """The kind and rule of so many times: strikes from the air, or where strikes were counted just before."""
    lead = {t.low for t in tokens[max(start, begin - _REACH) : begin]}
    if lead & _GUNS:
        return "other", "times-unit"
    if lead & _BOMBED or (lead & _JETS and lead & _STRUCK):
        return "strikes", "bombed-times"
    if lead & _STRUCK and any(f.kind == "strikes" for f in earlier[-_NEAR:]):
        return "strikes", "struck-times"
    return "other", "times-unit"


def raids_again(head: int, tokens: list[Token], earlier: list[Figure]) -> bool:
    """`401 air raids ... 178 raids`: the same noun, told before as strikes from the air."""
    return any(
        f.kind == "strikes" and f.head is not None and tokens[f.head].low.rstrip("s") == tokens[head].low.rstrip("s")
        for f in earlier[-2 * _NEAR :]
    )
