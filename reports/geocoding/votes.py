"""Which countries a report means: by its headings, the countries and nationalities it names, and its places."""

from __future__ import annotations

from collections import Counter

from reports.extraction.model import Document

_NAMED = "*"  # the country itself was named, not only a place that may lie in it


class Votes:
    """Counts by country (ISO 3166-1 alpha-2), and for each country the names that speak for it."""

    def __init__(self, document: Document) -> None:
        self._counts: Counter[str] = Counter()
        self._voters: dict[str, set[str]] = {}
        for section in document.sections:
            if section.country:
                self._vote(section.country, _NAMED, 5)
        for place in document.places:
            for country in place.clue.get("border", ()):
                self._vote(country, _NAMED, 1)
            if place.country and place.kind == "country":
                self._vote(place.country, _NAMED, 2)
            elif place.country:
                self._vote(place.country, str(place.clue.get("query")).casefold(), 1)
            for country, count in place.clue.get("play", {}).items():  # the nationalities, counted by the finder
                self._vote(country, _NAMED, count)
        self._ranked = [code for code, _ in self._counts.most_common()]
        self._top = max(self._counts.values(), default=1)

    def share(self, country: str | None) -> float:
        """0 to 1: the country's votes by those of the one with the most."""
        return self._counts[country] / self._top if country else 0.0

    def most(self, n: int) -> list[str]:
        """The `n` countries with the most votes."""
        return self._ranked[:n]

    def meant(self, country: str | None, query: str) -> bool:
        """Whether anything else than the name `query` speaks of the country; true where nothing tells."""
        if country is None or not self._counts:
            return True
        return bool(self._voters.get(country, set()) - {query.casefold()})

    def elsewhere(self, query: str) -> bool:
        """Whether anything but the name `query` speaks of any country at all."""
        return any(voters - {query.casefold()} for voters in self._voters.values())

    def _vote(self, country: str, voter: str, count: int) -> None:
        self._counts[country] += count
        self._voters.setdefault(country, set()).add(voter)
