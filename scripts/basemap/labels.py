"""Names on the map that are no towns: countries, provinces, and what the editorial list places by hand."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from . import shape
from .sources import Line

NEVER_NAMED = {"Lease", "Dependency", "Indeterminate"}
UNMARKED = str.maketrans("ıłŁđĐħĦŋœŒŧəƏ’‘", "ilLdDhHnoOteE''")
ARTICLES = {"Al", "Ad", "An", "Ar", "As", "Ash", "At", "Az", "Adh", "Ath"}


@dataclass(frozen=True)
class Label:
    """One name; `kind` is c(ountry), t(own), k (a capital), p(rovince), w(ater) or r(iver)."""

    kind: str
    name: str
    lon: float
    lat: float
    zoom: int
    """The first zoom that shows it."""
    weight: float
    """Who wins where two names want the same room: more is stronger. For a town, its people."""
    country: str = ""
    """Of a town: ISO 3166-1 alpha-2."""
    names: dict[str, str] = field(default_factory=dict, compare=False)
    """Its name in other languages, where the sources tell it."""


def countries(rows: list[dict[str, str]], editorial: dict[str, Any]) -> list[Label]:
    """Country names at Natural Earth's label points; `country_names` renames them or (empty) leaves them out."""
    names = editorial["country_names"]
    labels = []
    for row in rows:
        name = names.get(row["NAME"], row["NAME"])
        if not name or (row["TYPE"] in NEVER_NAMED and row["NAME"] not in names):
            continue
        zoom = max(2, round(float(row["MIN_LABEL"])))
        weight = 1e9 / float(row["LABELRANK"] or 9)
        others = {"ar": row.get("NAME_AR", ""), "fr": row.get("NAME_FR", "")}
        labels.append(Label("c", name, float(row["LABEL_X"]), float(row["LABEL_Y"]), zoom, weight, names=others))
    return labels


def provinces(shapes: list[tuple[str, str, list[Line]]], editorial: dict[str, Any]) -> list[Label]:
    """Names in the middle of the provinces' largest parts, in the countries that `provinces` lists."""
    listed = editorial["provinces"]
    all_known(listed, {(country, name) for country, name, _ in shapes}, "provinces")
    largest: dict[tuple[str, str], Line] = {}
    for country, name, rings in shapes:
        shown = listed[country].get(name, plain(name)) if country in listed else ""
        for ring in rings if shown else ():
            key = (country, shown)
            if key not in largest or shape.ring_area(ring) > shape.ring_area(largest[key]):
                largest[key] = ring
    return [
        Label("p", shown, *shape.middle(ring), 8, 1000 * (1 + shape.ring_area(ring)))
        for (_, shown), ring in largest.items()
    ]


def written(entries: list[dict[str, Any]], kind: str) -> list[Label]:
    """Labels that the editorial file places by hand: waters, rivers and regions."""
    return [Label(kind, e["name"], e["lon"], e["lat"], e["zoom"], e.get("weight", 5e5)) for e in entries]


def plain(name: str) -> str:
    """A transliterated name as a newspaper prints it: no dots and macrons, no half rings, "al-" joined."""
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    name = "".join(c for c in name if c not in "‘’ʻʼ`'ʿʾ")
    first, _, rest = name.partition(" ")
    return f"{first}-{rest}" if first in ARTICLES and rest else name


def printable(name: str) -> str:
    """A name in the letters that the pages' fonts have (Latin-1): "Diyarbakır" becomes "Diyarbakir", "Málaga" stays."""
    letters = []
    for letter in name.translate(UNMARKED):
        fits = ord(letter) < 256
        letters.append(letter if fits else "".join(c for c in unicodedata.normalize("NFD", letter) if ord(c) < 256))
    return "".join(letters)


def all_known(listed: dict[str, Any], known: set[tuple[str, str]], table: str) -> None:
    """Keeps the editorial list honest: raises KeyError for an entry that the sources do not have (any more)."""
    for country, names in listed.items():
        for name in names:
            if (country, name) not in known:
                raise KeyError(f"{table}.{country}: the sources have no {name!r}")
