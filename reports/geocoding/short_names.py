"""What a newspaper's name of a place may stand for: "Ala.", "U.S.", "Palestinians", "downtown Chicago"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from reports.extraction.folding import fold

HERE = Path(__file__).parent
_COUNTRIES = HERE.parent / "extraction" / "lexicons" / "countries.toml"


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name: the words to look up; `country` (ISO 3166-1 alpha-2) and `admin1` (GeoNames) where they
    are the short form or the people of a country or of a province.
    """

    text: str
    country: str | None = None
    admin1: str | None = None


@dataclass(slots=True)
class ShortNames:
    """The short forms of `toponyms.toml`, with the demonyms and capitals of the countries."""

    exact: dict[str, Name] = field(default_factory=dict)
    postal: dict[str, Name] = field(default_factory=dict)
    demonyms: dict[str, Name] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)  # country to the folded name of its capital
    adjectives: dict[str, str] = field(default_factory=dict)  # the ending of an adjective to that of the name
    before: re.Pattern[str] = re.compile("")
    after: re.Pattern[str] = re.compile("")

    def knows(self, name: str) -> bool:
        """Whether the words are a short form or a demonym; plain names are not."""
        return name in self.exact or name.casefold() in self.demonyms

    def readings(self, name: str, behind: bool = False) -> Iterator[Name]:
        """What the words may mean, the likeliest first. `behind`: they stand behind another name and a comma."""
        name = re.sub(r"['’]s?$", "", " ".join(name.split()))
        postal = self.postal.get(name.rstrip("."))
        if behind and postal:
            yield postal
        for words in (name, f"{name.rstrip('.')}."):
            if words in self.exact:
                yield self.exact[words]
        lower = name.casefold()
        for words in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
            if words in self.demonyms:
                yield self.demonyms[words]
        yield Name(name)
        if postal:
            yield postal
        for ending, stem in self.adjectives.items():
            if lower.endswith(ending):
                yield Name(name[: len(name) - len(ending)] + stem)
        for bare in (self.before.sub("", name), self.after.sub("", name), re.split(r"\s*[-–/,]\s*", name)[0]):
            if bare and bare != name:
                yield from self.readings(bare)


@lru_cache(maxsize=1)
def short_names() -> ShortNames:
    """The shipped short forms, read once."""
    data = tomllib.loads((HERE / "toponyms.toml").read_text("utf-8"))
    countries = tomllib.loads(_COUNTRIES.read_text("utf-8"))["country"]
    called = {row["iso2"]: row["name"] for row in countries}

    def meaning(code: str) -> Name:
        country, _, admin1 = code.partition(".")
        return Name(called[country], country, admin1 or None) if country in called else Name(code)

    made = ShortNames(adjectives=data["adjective"])
    made.exact = {words: meaning(code) for words, code in (data["province"] | data["country"]).items()}
    made.exact |= {words: Name(full) for words, full in data["name"].items()}
    for country, codes in data["postal"].items():
        made.postal |= {code: meaning(f"{country}.{code}") for code in codes}
    for row in countries:
        made.capitals[row["iso2"]] = fold(row.get("capital", ""))
        made.demonyms |= {demonym.casefold(): meaning(row["iso2"]) for demonym in row.get("demonyms", ())}
    made.demonyms |= {words.casefold(): meaning(code) for words, code in data["demonym"].items()}
    made.before = re.compile(rf"^(?:{_any(data['words']['before'])})[\s-]+", re.IGNORECASE)
    made.after = re.compile(rf"\s+(?:{_any(data['words']['after'])})$", re.IGNORECASE)
    return made


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
