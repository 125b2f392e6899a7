"""The event words of `events.toml`, made ready."""

from __future__ import annotations

from typing import Any

from .lexicon import Lexicon
from .quantities import Phrases


class Events:
    """`events.toml`, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["events"]
        self.types: list[dict[str, Any]] = words["type"]
        table: dict[str, Any] = {word: [] for word in words["neutral"]}
        for rank, row in enumerate(self.types):
            for weight, key in ((3, "three"), (2, "two"), (1, "one")):
                for word in row[key]:
                    table.setdefault(word, []).append((rank, weight))
        self.triggers = Phrases.of(table)
        status = words["status"]
        self.announced = Phrases.of(dict.fromkeys(status["announced"], True))
        self.hypothetical = Phrases.of(dict.fromkeys(status["hypothetical"], True))
        self.conditional = frozenset(status["conditional"])
        self.current = frozenset(status["current"])
        self.background = Phrases.of(dict.fromkeys(status["background"], True))
        self.rank = {row["name"]: k for k, row in enumerate(self.types)}
        self.by_name = {row["name"]: row for row in self.types}


def events(lexicon: Lexicon) -> Events:
    return lexicon.made(Events)
