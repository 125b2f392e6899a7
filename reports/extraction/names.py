"""What the reader asks of a gazetteer: is this a place name, of what kind, in which countries?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NameHit:
    """One place that bears a name. `kind` as in the contract, `country` ISO 3166-1 alpha-2."""

    kind: str
    country: str | None
    population: int = 0
    rank: int = 1  # 0 a town of the wide world, 1 a place of a country at war, 2 an entry of the theatre files


class Names(Protocol):
    """Folded names to kinds and countries."""

    version: str
    longest: int  # most tokens in a name

    def look(self, words: str) -> tuple[NameHit, ...]:
        """All places that bear the name `words` (folded inside); empty when unknown."""
        ...
