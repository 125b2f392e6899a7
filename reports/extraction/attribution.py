"""Where in a sentence a source speaks, and over what."""

from __future__ import annotations

from dataclasses import dataclass

from .spans import Token


@dataclass(slots=True)
class Attribution:
    """Source number `source` speaks over tokens `[first, last)`; `tail` where it stands after what is said."""

    source: int
    sentence: int
    first: int
    last: int
    verb: int | None
    tail: bool
    denial: bool = False
    supplies: bool = False  # "which supplied the count": it stands behind the figures before as well
    cited: bool = False  # "citing the ministry": whom a paper or an agency cites
    aside: tuple[int, int] | None = None  # "the army, which lost 12 men there, denied": told of the speaker, not by him


_CLOSE = 3  # tokens between a figure and "by the ministry's count", "(hospital source)"


def who_says(first: int, last: int, here: list[Attribution], tokens: list[Token]) -> tuple[int | None, str]:
    """Who says tokens `[first, last)`: the attribution nearest before them, or one after the clause; and the rule."""
    holding: Attribution | None = None
    after: Attribution | None = None
    for a in here:
        if a.aside and a.aside[0] <= first < a.aside[1] and not a.supplies:
            continue
        if a.first <= first:
            if not a.tail or _same_clause(a.last, first, tokens) or holding is None:
                holding = a
        elif after is None:
            after = a
    if holding is not None and holding.tail and after is not None and after.tail:
        return after.source, "said-behind"
    broken = holding is not None and _broken(holding.last, first, tokens)
    if holding is not None and broken and after is not None and after.tail:
        return after.source, "said-behind-a-semicolon"
    if holding is not None and after is not None and after.tail and _new_clause(holding.last, first, tokens):
        return after.source, "said-behind"
    if after is not None and after.tail and after.verb is None and after.first - last <= _CLOSE:
        return after.source, "by-a-count-behind"
    if holding is not None and not (broken and holding.verb is None):
        return holding.source, _how_held(holding)
    if after is None:
        return None, "nobody-says"
    if after.tail:
        apart = (_broken(last, after.first, tokens) and len(here) > 1) or _in_a_clause_of_its_own(after, tokens)
        return (None, "said-of-another-clause") if apart else (after.source, "said-behind")
    if first >= after.first and last <= after.last:
        return after.source, "within-the-attribution"
    return None, "said-of-what-follows"


def _new_clause(last: int, first: int, tokens: list[Token]) -> bool:
    """`The army says 199 were seized in the enclave, where 2,800 have died, according to medics`: another's clause."""
    return any(
        tokens[k].low == "," and tokens[k + 1].low in ("where", "while", "whereas")
        for k in range(last, max(last, first - 1))
    )


def _in_a_clause_of_its_own(after: Attribution, tokens: list[Token]) -> bool:
    """`70 km from the town, which the mayor said was empty`: he says what follows, and not what stands before."""
    return after.verb is not None and after.first > 1 and tokens[after.first - 1].low == "which"


def _how_held(holding: Attribution) -> str:
    """The name of the way in which a speaker before the figure holds over it."""
    if holding.last == holding.first:
        return "goes-on-speaking"
    return "said-before" if holding.verb is not None else "named-before"


def _same_clause(first: int, last: int, tokens: list[Token]) -> bool:
    return not any(t.low in (";", ".") for t in tokens[first:last])


def _broken(first: int, last: int, tokens: list[Token]) -> bool:
    """A semicolon stands between."""
    return any(t.low == ";" for t in tokens[first:last])
