"""Names on their way into the database: those that are not there yet, in one bulk insert for each kind of owner."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reports.extraction.folding import fold
from reports.models import Alias
from reports.models.vocabulary import AliasKind

LANGUAGES = ("ar", "fr")  # beside English: keys of a shipped row that hold the name shown in that language


@dataclass(frozen=True)
class Name:
    """One name as shipped. `preferred` is the one shown in its language; `country` narrows where it holds."""

    text: str
    language: str = "en"
    kind: str = AliasKind.ALIAS
    preferred: bool = False
    country: str | None = None


@dataclass
class Names:
    """The shipped names of the owners of one kind: country, front, group, source or place."""

    owner: str
    wanted: list[Alias] = field(default_factory=list)

    def add(self, pk: Any, name: Name) -> None:
        """One name of the owner with that key. A name that folds to nothing is left out."""
        if folded := fold(name.text):
            kind = AliasKind.NAME if name.preferred else name.kind
            self.wanted.append(
                Alias(
                    **{f"{self.owner}_id": pk},
                    text=name.text,
                    folded=folded,
                    language=name.language,
                    kind=kind,
                    preferred=name.preferred,
                    in_country_id=name.country,
                    shipped=True,
                )
            )

    def add_all(self, pk: Any, texts: Iterable[str], kind: str = AliasKind.ALIAS, country: str | None = None) -> None:
        for text in texts:
            self.add(pk, Name(text, kind=kind, country=country))

    def add_row(self, pk: Any, row: dict[str, Any]) -> None:
        """All names of a shipped row: `name`, `ar`, `fr`, `aliases` and `short`."""
        self.add(pk, Name(row["name"], preferred=True))
        for language in LANGUAGES:
            if language in row:
                self.add(pk, Name(row[language], language, preferred=True))
        self.add_all(pk, row.get("aliases", ()))
        self.add_all(pk, row.get("short", ()), AliasKind.SHORT)

    def save(self) -> int:
        """Insert those that are not there; returns how many. An editor's preferred name stays the preferred one."""
        there = Alias.objects.filter(**{f"{self.owner}__isnull": False})
        taken = {self._key(alias) for alias in there}
        shown = {self._shown(alias) for alias in there if alias.preferred}
        new = []
        for alias in self.wanted:
            if self._key(alias) in taken:
                continue
            taken.add(self._key(alias))
            if alias.preferred and self._shown(alias) in shown:
                alias.preferred = False
            if alias.preferred:
                shown.add(self._shown(alias))
            new.append(alias)
        Alias.objects.bulk_create(new, batch_size=500)
        return len(new)

    def _key(self, alias: Alias) -> tuple:
        return (
            getattr(alias, f"{self.owner}_id"),
            alias.folded,
            alias.language,
            alias.in_country_id,
            alias.on_front_id,
        )

    def _shown(self, alias: Alias) -> tuple:
        return (getattr(alias, f"{self.owner}_id"), alias.language)
