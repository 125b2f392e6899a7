"""Where a party with a verb behind it does nothing: it lost men, came under fire, died with others, gave no toll."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import cue
from .spans import Token

_LOST = cue("actions", "lost")
_SILENT = cue("actions", "silent")
_NOT = cue("actions", "not")
_DEAD = cue("actions", "dead")
_UNDER = cue("actions", "under")
_HAVE = frozenset(["has", "had", "have", "also"])
_NUMBERS = cue("grammar", "two_to_ten") | {"one", "dozens", "several"}
_BE = cue("actions", "be")
_DONE_TO = cue("actions", "done_to")
_DIED = cue("actions", "died")
_REACH = 9  # tokens behind the party


def befallen(tokens: Sequence[Token], first: int, last: int, start: int, end: int) -> tuple[str, str] | None:
    """What a party at tokens `[first, last)` of a sentence `[start, end)` suffered, and the rule that says so."""
    words = tokens[last : min(end, last + _REACH)]
    behind = [t.low for t in words]
    ahead = [t.low for t in tokens[max(start, first - 4) : first]]
    if _one_of_the_dead(ahead):
        return "target", "one-of-the-dead"
    if _past_article(ahead)[-2:] in (["fell", "to"], ["fallen", "to"]):
        return "actor", "fell-to"  # the town did
    if _keeps_silent(behind):
        return "mentioned", "keeps-silent"
    if _lost(words):
        return "target", "lost-men"
    if _under_fire(behind):
        return "target", "under-fire"
    if _died_with_others(behind):
        return "target", "died-with-others"
    return None


def _past_article(ahead: list[str]) -> list[str]:
    return ahead[:-1] if ahead[-1:] in (["the"], ["a"], ["an"]) else ahead


def _one_of_the_dead(ahead: list[str]) -> bool:
    """`half of them soldiers`, `three of the dead were rebels`."""
    if ahead[-2:] in (["of", "them"], ["of", "whom"]):
        return ahead[-3:-2] != ["one"]
    return ahead[-1:] in (["were"], ["are"]) and ahead[-2:-1] != [] and ahead[-2] in _DEAD


def _keeps_silent(behind: list[str]) -> bool:
    """`The army did not comment`, `the rebels rarely disclose their losses`."""
    at = next((k for k, low in enumerate(behind[:3]) if low in _NOT), None)
    return at is not None and any(low in _SILENT for low in behind[at + 1 : at + 3])


def _lost(behind: Sequence[Token]) -> bool:
    """`has lost 45 men`: what it lost was not done by it; but `lost the town` is told of what it did."""
    at = next((k for k, token in enumerate(behind[:3]) if token.low in _LOST), None)
    if at is None or any(token.low not in _HAVE for token in behind[:at]):
        return False
    return any(token.kind == "n" or token.low in _NUMBERS for token in behind[at + 1 : at + 4])


def _under_fire(behind: list[str]) -> bool:
    """`came under fire`."""
    return behind[:2] in (["came", "under"], ["come", "under"]) and bool(set(behind[2:5]) & _UNDER)


def _died_with_others(behind: list[str]) -> bool:
    """`A soldier and eight civilians were killed`."""
    if behind[:1] not in (["and"], [","]):
        return False
    for k, low in enumerate(behind[1:], 1):
        if low in _DIED or low == "dead":
            return True
        if low in _BE:
            return behind[k + 1 : k + 2] != [] and behind[k + 1] in _DONE_TO
        if low in (";", ":", ".", "who", "which"):
            return False
    return False
