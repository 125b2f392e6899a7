"""Signs by which a noun phrase is told from what follows it: plurals, numerals, the genitive, "and"."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .words import CountWords

_SAID = cue("parties", "say")
_COMPASS = cue("figures", "compass")
_ALLIED = cue("figures", "allied")
_MAINLY = cue("figures", "mainly")
_FEW = cue("grammar", "two_to_ten") | {"eleven", "twelve"}


def is_acronym(tokens: list[Token], j: int) -> bool:
    """`30 US soldiers`; in a text all in capitals, `IN` is a preposition."""
    text = tokens[j].text
    near = [t for t in tokens[max(0, j - 3) : j + 4] if t.kind == "w" and t is not tokens[j]]
    return len(text) > 1 and text.isupper() and any(not t.text.isupper() for t in near)


def of_a_name(tokens: list[Token], j: int, first: int, end: int) -> bool:
    """`12 South African commandos`: no preposition, where others are written small."""
    if tokens[j].low not in _COMPASS or not tokens[j].capital or j + 2 >= end:
        return False
    return tokens[j + 1].capital and not tokens[j + 1].text.isupper() and tokens[j + 1].kind == "w"


def acronym_in_brackets(tokens: list[Token], j: int, end: int) -> bool:
    """`Rapid Support Forces (RSF) fighters`: what stands in brackets ends no phrase."""
    return (
        j + 3 < end
        and tokens[j].low == "("
        and tokens[j + 2].low == ")"
        and tokens[j + 1].text.isupper()
        and tokens[j + 3].kind == "w"
    )


def ends_the_phrase(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """Whether the noun ends the phrase: `nine rebels`, but not `nine rebel supply lines`, `nine "terrorist" sites`."""
    low = tokens[j].low
    if low in words.plurals or low.endswith("s"):
        return True
    behind = [t for t in tokens[j + 1 : min(end, j + 4)] if t.low not in ('"', "“", "”")]
    for token in behind:
        if token.kind != "w" or token.low in words.stops or words.participle(token.low):
            return True
        if words.plural(token.low):
            return False
    return True


def is_numeral(token: Token) -> bool:
    return token.kind == "n" or token.low in _FEW


def possessive_in(tokens: list[Token], k: int, end: int) -> int | None:
    """The `'s` that a noun phrase holds, within a few words."""
    for p in range(k, min(k + 5, end)):
        if tokens[p].low in ("'s", "'"):
            return p
        if tokens[p].kind != "w":
            return None
    return None


def coordinated(tokens: list[Token], j: int, end: int, head: int | None, words: CountWords) -> int:
    """`soldiers and militiamen`, `special forces and other personnel`: the token after, or 0."""
    if head is None or not words.person(tokens[head].low):
        return 0
    k = j + 1
    if tokens[j].low == "," and k < end and tokens[k].low in _MAINLY:
        return 0  # "12 people, mainly young children, died": who they are
    while k < end and k <= j + 3 and tokens[k].kind == "w":
        low = tokens[k].low
        if low in words.small:
            return 0
        if (
            words.person(low)
            and low not in words.participles
            and not (k + 1 < end and tokens[k + 1].low in _SAID)  # "five of them children, rescuers said"
            and not (
                k + 1 < end and tokens[k + 1].low in words.auxiliaries and tokens[head + 1].low in words.auxiliaries
            )
        ):
            return k + 1
        if low in words.stops or (words.participle(low) and low not in _ALLIED):
            return 0
        k += 1
    return 0


def pairs_before_a_noun(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """`oil and gas fields`, `army and police posts`: "and" at token `j` joins what only describes the noun behind."""

    def plain(k: int) -> bool:
        low = tokens[k].low
        stops = low in words.stops or low in words.small or words.participle(low)
        return tokens[k].kind == "w" and not stops and not low.endswith("ly")

    if not plain(j - 1) or words.plural(tokens[j - 1].low) or j + 2 >= end or not plain(j + 1):
        return False
    behind = next((k for k in (j + 2, j + 3) if k < end and plain(k) and words.plural(tokens[k].low)), None)
    return behind is not None and plain(j + 2) and (behind == j + 2 or not words.plural(tokens[j + 1].low))
