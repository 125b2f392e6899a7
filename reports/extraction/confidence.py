"""A mention's confidence: how often its rule was right on annotated reports, smoothed; null where never measured."""

from __future__ import annotations

from collections.abc import Iterable

from .lexicon import Lexicon
from .model import DateMention, Draft, Figure, Group, Section, Sentence, Source

KINDS = ("sections", "sentences", "figures", "groups", "sources", "dates")
Ruled = Section | Sentence | Figure | Group | Source | DateMention


def key_of(kind: str, rule: str) -> str:
    """The part of a rule's name that is measured: for a figure what gave its kind, for a sentence its status."""
    parts = rule.split("+")
    if kind == "figures":
        return parts[-1]
    return parts[0]


def add_confidence(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `confidence` where the rule was measured."""
    table = lexicon.files.get("confidence", {})
    found: dict[str, Iterable[Ruled]] = {
        "sections": draft.sections,
        "sentences": draft.sentences,
        "figures": draft.figures,
        "groups": draft.groups,
        "sources": draft.sources,
        "dates": draft.dates,
    }
    for kind, mentions in found.items():
        rules = table.get(kind, {})
        for mention in mentions:
            measured = rules.get(key_of(kind, mention.rule))
            if measured:
                right, fired = measured
                mention.confidence = round((right + 1) / (fired + 2), 3)
