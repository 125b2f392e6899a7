"""How sure a mention, and each of its fields, is: how often its rule was right on annotated reports, smoothed."""

from __future__ import annotations

from collections.abc import Iterable

from .lexicon import Lexicon
from .model import DateMention, Draft, Figure, Group, Section, Sentence, Source

KINDS = ("sections", "sentences", "figures", "groups", "sources", "dates")
Ruled = Section | Sentence | Figure | Group | Source | DateMention


def key_of(kind: str, rule: str) -> str:
    """The part of a rule's name that is measured: for a figure what gave its kind, for a sentence its status."""
    return rule.rpartition("+")[2] if kind == "figures" else rule.partition("+")[0]


def smoothed(right: int, fired: int) -> float:
    """The share of right ones, as if one more had been right and one more wrong."""
    return round((right + 1) / (fired + 2), 3)


def measured(lexicon: Lexicon, kind: str, field: str, rule: str) -> tuple[int, int] | None:
    """How often the rule that gave a field was right, and how often it fired; None where it was never measured."""
    counted = lexicon.files.get("confidence", {}).get("fields", {}).get(kind, {}).get(field, {}).get(rule)
    return (counted[0], counted[1]) if counted else None


def add_confidence(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `confidence` where the rule was measured; it stays null elsewhere."""
    shares = lexicon.made(_shares)
    found: dict[str, Iterable[Ruled]] = {
        "sections": draft.sections,
        "sentences": draft.sentences,
        "figures": draft.figures,
        "groups": draft.groups,
        "sources": draft.sources,
        "dates": draft.dates,
    }
    for kind, mentions in found.items():
        rules = shares[kind]
        for mention in mentions:
            if (share := rules.get(key_of(kind, mention.rule))) is not None:
                mention.confidence = share


def _shares(lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """By kind of mention and by rule, how often the rule was right."""
    table = lexicon.files.get("confidence", {})
    return {kind: {rule: smoothed(*counted) for rule, counted in table.get(kind, {}).items()} for kind in KINDS}
