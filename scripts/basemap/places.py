"""Chooses which towns, countries and waters are named on the map, by what name, and from which zoom on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from . import shape
from .sources import Line

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """One name on the map: `kind` is c(ountry), t(own), p(rovince), w(ater) or r(iver); `zoom` the first that shows it."""

    kind: str
    name: str
    lon: float
    lat: float
    zoom: int
    weight: float
    """Who wins where two names want the same room: more is stronger."""
    capital: bool = False


def towns(cities: list[dict[str, Any]], editorial: dict[str, Any], theatres: list[Box]) -> list[Label]:
    """Labels for the towns worth naming, thinned so that no zoom is crowded.

    `cities` are GeoNames records (name, countrycode, latitude, longitude, population). `editorial` is names.toml.
    Raises KeyError naming the entry where the editorial list speaks of a town that is not there.
    """
    found = _named(cities, editorial)
    found += [_added(entry) for entry in editorial["added"]]
    found.sort(key=lambda town: (-town["weight"], town["name"]))
    return _thin(found, theatres)


def _named(cities: list[dict[str, Any]], editorial: dict[str, Any]) -> list[dict[str, Any]]:
    capitals = {(country, name) for country, name in editorial["capitals"].items()}
    known = {(city["countrycode"], city["name"]) for city in cities}
    _all_known(editorial["renamed"], known, "renamed")
    _all_known(editorial["left_out"], known, "left_out")
    found: list[dict[str, Any]] = []
    met: set[tuple[str, str]] = set()
    seen: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country, name = city["countrycode"], city["name"]
        if name in editorial["left_out"].get(country, ()):
            continue
        # Only the largest of a country's namesakes is the one that the editorial list means.
        first = (country, name) not in met
        met.add((country, name))
        renamed = editorial["renamed"].get(country, {}) if first else {}
        shown = renamed.get(name) or (plain(name) if country in editorial["plain_spelling"] else name)
        population = city["population"]
        raised = editorial["raised"].get(country, {}).get(shown) if (country, shown) not in seen else None
        capital = (country, shown) in capitals and (country, shown) not in seen
        weight = max(population, raised or 0, 3_000_000 + population if capital else 0) * (1.0 if name in renamed or raised else 0.9)
        # Two entries for one town (an old name, a new suburb of the same name): the larger one stands for both.
        namesakes = seen.setdefault((country, shown), [])
        twin = any(abs(lat - city["latitude"]) < 0.4 and abs(lon - city["longitude"]) < 0.4 for lat, lon in namesakes)
        if weight < 1000 or twin:
            continue
        namesakes.append((city["latitude"], city["longitude"]))
        found.append({"name": shown, "country": country, "lat": city["latitude"], "lon": city["longitude"],
                      "weight": weight, "capital": capital})
    return found


def _all_known(listed: dict[str, Any], known: set[tuple[str, str]], table: str) -> None:
    """Keeps the editorial list honest: raises KeyError for an entry that the sources do not have (any more)."""
    for country, names in listed.items():
        for name in names:
            if (country, name) not in known:
                raise KeyError(f"{table}.{country}: the sources have no {name!r}")


def _added(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "capital": False}


def plain(name: str) -> str:
    """A transliterated name as a newspaper prints it: no dots and macrons, no half rings, "al-" joined."""
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    name = "".join(c for c in name if c not in "‘’ʻʼ`'ʿʾ")
    first, space, rest = name.partition(" ")
    if first in {"Al", "Ad", "An", "Ar", "As", "Ash", "At", "Az", "Adh", "Ath"} and rest:
        return f"{first}-{rest}"
    return name


def _thin(found: list[dict[str, Any]], theatres: list[Box]) -> list[Label]:
    """Gives each town the first zoom at which no stronger town is within its room on the screen."""
    room_x, room_y, first, last_far, last_near = 72, 24, 3, 5, 9
    floors = {3: 2_000_000, 4: 700_000, 5: 100_000, 6: 40_000, 7: 12_000, 8: 6_000, 9: 2_500}
    taken: dict[int, dict[tuple[int, int], list[tuple[float, float]]]] = {zoom: {} for zoom in range(first, last_near + 1)}
    labels = []
    for town in found:
        near = any(w <= town["lon"] <= e and s <= town["lat"] <= n for w, s, e, n in theatres)
        for zoom in range(first, (last_near if near else last_far) + 1):
            far_factor = 1 if near else 2.5
            if town["weight"] < floors[zoom] * far_factor and not town["capital"]:
                continue
            x, y = shape.project(town["lon"], town["lat"], 256 * 2**zoom)
            cell = (int(x // room_x), int(y // room_y))
            around = (p for dx in (-1, 0, 1) for dy in (-1, 0, 1) for p in taken[zoom].get((cell[0] + dx, cell[1] + dy), ()))
            if any(abs(px - x) < room_x and abs(py - y) < room_y for px, py in around):
                continue
            labels.append(Label("t", town["name"], town["lon"], town["lat"], zoom, town["weight"], town["capital"]))
            for later in range(zoom, last_near + 1):
                x, y = shape.project(town["lon"], town["lat"], 256 * 2**later)
                taken[later].setdefault((int(x // room_x), int(y // room_y)), []).append((x, y))
            break
    return labels


def countries(rows: list[dict[str, str]], editorial: dict[str, Any]) -> list[Label]:
    """Country names at Natural Earth's label points; `country_names` renames, moves or (empty) leaves out."""
    labels = []
    for row in rows:
        name = editorial["country_names"].get(row["NAME"], row["NAME"])
        if not name or row["TYPE"] in {"Lease", "Dependency", "Indeterminate"} and row["NAME"] not in editorial["country_names"]:
            continue
        zoom = max(2, round(float(row["MIN_LABEL"])))
        labels.append(Label("c", name, float(row["LABEL_X"]), float(row["LABEL_Y"]), zoom, 1e9 / float(row["LABELRANK"] or 9)))
    return labels


def provinces(shapes: list[tuple[str, str, list[Line]]], editorial: dict[str, Any]) -> list[Label]:
    """Names in the middle of the provinces' largest parts, in the countries that `provinces` lists."""
    known = {(country, name) for country, name, _ in shapes}
    _all_known({country: names.keys() for country, names in editorial["provinces"].items()}, known, "provinces")
    largest: dict[tuple[str, str], Line] = {}
    for country, name, rings in shapes:
        names = editorial["provinces"].get(country)
        shown = names.get(name, plain(name)) if names is not None else ""
        for ring in rings if shown else ():
            key = (country, shown)
            if key not in largest or shape.ring_area(ring) > shape.ring_area(largest[key]):
                largest[key] = ring
    return [Label("p", shown, *shape.middle(ring), 7, 1000 * (1 + shape.ring_area(ring))) for (_, shown), ring in largest.items()]


def written(entries: list[dict[str, Any]], kind: str) -> list[Label]:
    """Labels that the editorial file places by hand: waters and rivers."""
    return [Label(kind, e["name"], e["lon"], e["lat"], e["zoom"], e.get("weight", 5e5)) for e in entries]
