"""A noun of kind said once for several names: "the provinces of Idlib and Homs", "Donetsk and Luhansk regions"."""

from __future__ import annotations

from ..model import Token
from .candidates import Candidate
from .words import PlaceWords

_LISTED = frozenset({",", "and", "or", "the", "&", "both"})


def share_types(accepted: list[Candidate], tokens: list[Token], words: PlaceWords) -> None:
    """Give each name of a list the kind that its noun tells, where the gazetteer allows it."""
    for run in _lists(accepted, tokens):
        noun, plural = _noun_of(run[0], tokens, words)
        if noun is not None:
            _give(run if plural else run[:1], noun)
        elif (kind := words.plurals.get(tokens[run[-1].last].low if run[-1].last < len(tokens) else "")) is not None:
            _give(run if len(run) > 1 else [], kind)


def _lists(accepted: list[Candidate], tokens: list[Token]) -> list[list[Candidate]]:
    """The names in runs of those that only commas, "and" or "or" stand between."""
    runs: list[list[Candidate]] = []
    for candidate in accepted:
        gap = tokens[runs[-1][-1].last : candidate.first] if runs else []
        if gap and all(token.low in _LISTED for token in gap):
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return runs


def _noun_of(first: Candidate, tokens: list[Token], words: PlaceWords) -> tuple[str | None, bool]:
    """The kind that "the province(s) of" before a name tells, and whether the noun is a plural."""
    at = first.first - 1
    if at >= 1 and tokens[at].low == "the":
        at -= 1
    if at < 1 or tokens[at].low != "of":
        return None, False
    noun = tokens[at - 1].low
    return words.plurals.get(noun, words.divisions.get(noun)), noun in words.plurals


def _give(run: list[Candidate], kind: str) -> None:
    for candidate in run:
        if candidate.typed is None and candidate.part is None and _may_be(candidate, kind):
            candidate.typed, candidate.cue = kind, "type"


def _may_be(candidate: Candidate, kind: str) -> bool:
    """A province may be known by its chief town only; what is called a district else must be known as one."""
    kinds = {hit.kind for hit in candidate.hits}
    return kind in kinds or (kind == "province" and bool(kinds) and candidate.hits[0].kind != "country")
