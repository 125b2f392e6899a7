"""Chooses which towns are named on the map, by what name, and from which zoom on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import shape
from .labels import Label, all_known, plain, printable
from .translated import arabic

Box = tuple[float, float, float, float]

ROOM = (72, 24)
"""A town is named where no stronger one is within this many pixels, across and down."""
FIRST, LAST_FAR, LAST = 3, 5, 9
"""Zooms: the first with towns, the last that adds any outside the theatres, the last that adds any."""
LEAST = {3: 2_000_000, 4: 700_000, 5: 100_000, 6: 40_000, 7: 12_000, 8: 8_000, 9: 4_000}
"""The weight a town must have to be named at a zoom; outside the theatres FAR times that."""
FAR = 2.5
NAMESAKES = 0.4
"""Two entries of one name within this many degrees are one town."""


@dataclass
class Town:
    name: str
    country: str
    lat: float
    lon: float
    weight: float
    capital: bool = False
    arabic: str = ""


def towns(cities: list[dict[str, Any]], editorial: dict[str, Any], theatres: list[Box]) -> list[Label]:
    """Labels for the towns worth naming, thinned so that no zoom is crowded.

    `cities` are GeoNames records (name, countrycode, latitude, longitude, population). `editorial` is names.toml.
    Raises KeyError naming the entry where the editorial list speaks of a town that is not there.
    """
    known = {(city["countrycode"], city["name"]) for city in cities}
    all_known(editorial["renamed"], known, "renamed")
    all_known(editorial["left_out"], known, "left_out")
    found = [*_named(cities, editorial), *(Town(**entry) for entry in editorial["added"])]
    found.sort(key=lambda town: (-town.weight, town.name))
    return _thin(found, theatres)


def _named(cities: list[dict[str, Any]], editorial: dict[str, Any]) -> list[Town]:
    """The towns by the names the map gives them, largest first; of namesakes only the first is renamed or raised."""
    found: list[Town] = []
    met: set[tuple[str, str]] = set()
    spots: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country, name, lat, lon = city["countrycode"], city["name"], city["latitude"], city["longitude"]
        if name in editorial["left_out"].get(country, ()):
            continue
        renamed = None if (country, name) in met else editorial["renamed"].get(country, {}).get(name)
        met.add((country, name))
        shown = renamed or printable(plain(name) if country in editorial["plain_spelling"] else name)
        first = (country, shown) not in spots
        capital = first and editorial["capitals"].get(country) == shown
        raised = editorial["raised"].get(country, {}).get(shown, 0) if first else 0
        weight = _weight(city["population"], raised, bool(renamed), capital)
        near = spots.setdefault((country, shown), [])
        if weight < LEAST[LAST] / 4 or any(abs(a - lat) < NAMESAKES and abs(b - lon) < NAMESAKES for a, b in near):
            continue
        near.append((lat, lon))
        spelt = arabic(name, city["alternatenames"])
        found.append(Town(shown, country, lat, lon, weight, capital, spelt))
    return found


def _weight(population: int, raised: int, renamed: bool, capital: bool) -> float:
    """Its people, more for a capital or a name in the news, a little less for one that nobody has looked at."""
    weight = max(population, raised, 3_000_000 + population if capital else 0)
    return weight if renamed or raised else 0.9 * weight


def _thin(found: list[Town], theatres: list[Box]) -> list[Label]:
    """Gives each town, strongest first, the first zoom at which it has room; without any, it is left out."""
    crowd = {zoom: _Crowd(zoom) for zoom in range(FIRST, LAST + 1)}
    labels = []
    for town in found:
        near = any(w <= town.lon <= e and s <= town.lat <= n for w, s, e, n in theatres)
        for zoom in range(FIRST, (LAST if near else LAST_FAR) + 1):
            strong = town.capital or town.weight >= LEAST[zoom] * (1 if near else FAR)
            if strong and crowd[zoom].has_room(town):
                kind = "k" if town.capital else "t"
                names = {"ar": town.arabic} if town.arabic else {}
                labels.append(Label(kind, town.name, town.lon, town.lat, zoom, town.weight, town.country, names))
                for later in range(zoom, LAST + 1):
                    crowd[later].add(town)
                break
    return labels


class _Crowd:
    """The towns named at one zoom, kept by cells as large as a town's room."""

    def __init__(self, zoom: int) -> None:
        self.size = 256 * 2**zoom
        self.cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def has_room(self, town: Town) -> bool:
        x, y = shape.project(town.lon, town.lat, self.size)
        column, row = int(x // ROOM[0]), int(y // ROOM[1])
        around = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        others = (spot for cell in around for spot in self.cells.get(cell, ()))
        return not any(abs(ox - x) < ROOM[0] and abs(oy - y) < ROOM[1] for ox, oy in others)

    def add(self, town: Town) -> None:
        x, y = shape.project(town.lon, town.lat, self.size)
        self.cells.setdefault((int(x // ROOM[0]), int(y // ROOM[1])), []).append((x, y))
