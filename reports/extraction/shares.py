"""Shares in words: `half of the town`, `two-thirds`, `one in five children`, in percent."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .quantities import Quantities, word_value

_OWNERS = frozenset(["'s", "'", "’", "its", "their", "his"])
_SPLIT = cue("figures", "split")
_PERCENT = cue("figures", "percent")
_FRACTIONS = cue("figures", "fractions")
_HELD = cue("figures", "held_share")
_PUT = cue("figures", "put")
_ABOUT = cue("figures", "about")
_COMPARED = cue("figures", "against")
_WHEN = cue("figures", "share_when")
_FAR = 30  # tokens back to the share that it is set against
_SPANS = cue("figures", "spans")
_MEASURES = cue("figures", "measures")


def share_at(tokens: list[Token], i: int, end: int, words: Quantities) -> tuple[int, float] | None:
    """The token after the share that begins at token `i`, and its value: only where of something."""
    found = words.shares.at(tokens, i, end)
    if not found:
        return _ratio(tokens, i, end, words)
    j, value = i + found[0], float(found[1])
    low = tokens[j].low if j < end else ""
    if low in ("are", "were", "have") and tokens[i].low != "half":
        return j, value
    if _elliptic(tokens, i, j, end):
        return j, value
    if low not in ("of", "the", "its", "their", "a", "his") or (low == "a" and value != 50):
        return None
    before = tokens[i - 1].low if i else ""
    if before in _SPLIT or before in ("'s", "'") or before.endswith(("ern", "west", "east")):
        return None
    if low == "of" and tokens[i].low == "half" and (before in _OWNERS or before.endswith(("-held", "-controlled"))):
        return None  # "the rebels' half of the city": which part, not how much
    if j + 1 < end and tokens[j + 1].low in _SPANS:
        return None
    if low != "of" and tokens[i].low not in ("half",):
        return None
    far = [t.low for t in tokens[j + 1 : j + 3]]
    if far and "a" in (low, far[0]) and _MEASURES & set(far):
        return None
    return j, value


def _elliptic(tokens: list[Token], i: int, j: int, end: int) -> bool:
    """`over 40 percent of the pocket; the Observatory puts it at a third`, `down from a half`: a share of the same."""
    ago = any(t.low == "ago" for t in tokens[j + 1 : min(end, j + 4)])
    if j < end and tokens[j].kind != "p" and tokens[j].low not in _WHEN and not ago:
        return False
    k = i - 1
    while k > 0 and tokens[k].low in _ABOUT:
        k -= 1
    lead = {t.low for t in tokens[max(0, k - _FAR) : k]}
    put = tokens[k].low == "at" and bool({t.low for t in tokens[max(0, k - 6) : k]} & _PUT)
    near = tokens[k].low == "and" and any(t.low in _PERCENT for t in tokens[max(0, k - 6) : k])
    return bool(lead & (_PERCENT | _FRACTIONS)) and (
        put or near or tokens[k].low in _HELD or tokens[k].low in _COMPARED
    )


def _ratio(tokens: list[Token], i: int, end: int, words: Quantities) -> tuple[int, float] | None:
    """`one in five children`, `9 out of every 10 households`, `two in three of them`."""
    part = _whole_number(tokens[i], words)
    if not part or i + 2 >= end:
        return None
    j = i + 1
    if tokens[j].low == "out" and tokens[j + 1].low == "of":
        j += 2
    elif tokens[j].low == "in":
        j += 1
    else:
        return None
    j += j < end and tokens[j].low == "every"
    whole = _whole_number(tokens[j], words) if j + 1 < end else None
    if not whole or part >= whole or tokens[j + 1].low not in words.ratio_of:
        return None
    return j + 1, round(100 * part / whole, 1)


def _whole_number(token: Token, words: Quantities) -> int | None:
    if token.kind == "n":
        return int(token.text) if token.text.isascii() and token.text.isdecimal() and len(token.text) < 4 else None
    value = word_value(token.low, words.small)
    return int(value) if value else None
