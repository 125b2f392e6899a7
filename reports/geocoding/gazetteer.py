"""The offline gazetteer: an SQLite file asked by folded key. A `Names` for the reader, a geopy geocoder beside."""

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from reports.extraction.folding import fold, folded_words, looks_russian, loosen, russian_key
from reports.extraction.names import NameHit

from .schema import RADIUS, REST, RUSSIAN

COMMAND = "python manage.py gazetteer build"
_COLUMNS = (
    "p.id, p.source, p.ref, p.name, p.kind, p.country, p.admin1, p.latitude, p.longitude, p.population, p.radius_km, "
    "p.rank, p.origin"
)
_SORT = "ORDER BY p.kind = 'country' DESC, p.rank DESC, main DESC, p.population DESC, p.id"
_WORLD = f"SELECT {_COLUMNS}, s.main FROM spelling s JOIN place p ON p.id = s.place WHERE s.key = ? {_SORT} LIMIT 300"  # noqa: S608
_STRICT = _WORLD.replace(f" {_SORT} LIMIT 300", f" AND p.rank > {REST} {_SORT} LIMIT 60")
_LOOSE = f"SELECT {_COLUMNS}, 0 AS main FROM loose s JOIN place p ON p.id = s.place WHERE s.key = ? {_SORT} LIMIT 60"  # noqa: S608
_COUNTRY = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.source = 'iso3166' AND p.ref = ?"  # noqa: S608
_PROVINCES = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.country = ? AND p.kind = 'province'"  # noqa: S608
_UNITS = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.country = ? AND p.kind IN ('province', 'district')"  # noqa: S608


class GazetteerMissing(Exception):
    """There is no gazetteer file; the message says which command makes one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the file. `main`: the name asked for is its chief name; `rank`: see `schema`."""

    id: int
    source: str
    ref: str
    name: str
    kind: str
    country: str | None
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    radius_km: float | None
    rank: int
    origin: str
    main: int

    def location(self, exact: bool = True) -> Location:
        """The place as geopy has it; `raw` holds all that is known. Without a spot it stands at 0, 0: see `raw`."""
        raw = {
            "gazetteer": self.source,
            "id": self.ref,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "admin1": self.admin1,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "population": self.population,
            "radius_km": self.radius_km if self.radius_km is not None else RADIUS[self.kind],
            "rank": self.rank,
            "main": bool(self.main),
            "exact": exact,
            "origin": self.origin,
        }
        address = ", ".join(filter(None, (self.name, self.country if self.kind != "country" else None)))
        return Location(address, Point(self.latitude or 0.0, self.longitude or 0.0), raw)


class Gazetteer(Geocoder):
    """Look-ups by name. Safe for several threads; holds an LRU of names and nothing else in memory."""

    def __init__(self, path: Path) -> None:
        super().__init__(user_agent="frontdesk")
        self.path = path
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        meta = dict(self._fetch("SELECT key, value FROM meta", ()))
        self.meta: dict[str, str] = meta
        self.version: str = meta["version"]
        self.longest: int = int(meta["longest"])
        self._rows = lru_cache(maxsize=8192)(self._find_rows)
        self._opening = lru_cache(maxsize=8192)(self._find_opening)
        self._locations = lru_cache(maxsize=2048)(self._find_locations)
        self.look = lru_cache(maxsize=16384)(self._look)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _look(self, words: str) -> tuple[NameHit, ...]:
        """All places that bear the name, the likeliest first; empty when unknown. Never a part of a name."""
        return tuple(NameHit(r.kind, r.country, r.population, r.rank) for r in self.rows(words))

    def rows(self, name: str) -> tuple[Row, ...]:
        """All places of that name: countries, then theatre entries, then by population."""
        words = folded_words(name)
        if not words or len(words) > self.longest:
            return ()
        found = self._rows(_STRICT, "".join(words)) if self._opening(words[0]) >= len(words) else ()
        if not found and looks_russian(name):  # "Kislovka", as Moscow calls Kyslivka
            return self._rows(_STRICT, RUSSIAN + russian_key(name))
        return found

    def world_rows(self, name: str) -> tuple[Row, ...]:
        """All places of that name, small towns and districts of the whole world included: for names known to be one."""
        key = fold(name)
        return self._rows(_WORLD, key) if key else ()

    def unit(self, country: str, admin1: str | None = None) -> list[Row]:
        """The country of that code (ISO 3166-1 alpha-2), or its province of that GeoNames code."""
        if admin1 is None:
            return list(self._rows(_COUNTRY, country))
        return [row for row in self._rows(_PROVINCES, country) if row.admin1 == admin1]

    def loose_rows(self, name: str, countries: Iterable[str]) -> tuple[Row, ...]:
        """Places in `countries` whose name is spelt nearly so: for names that `rows` does not know."""
        key, within = fold(name), frozenset(countries)
        if len(key) < 6 or not within:
            return ()
        return tuple(r for r in self._rows(_LOOSE, loosen(key)) if r.country in within)

    def units(self, country: str) -> list[Row]:
        """The districts and provinces of a country (ISO 3166-1 alpha-2) that have a spot."""
        found = (Row(*row) for row in self._fetch(_UNITS, (country,)))
        return [row for row in found if row.latitude is not None and row.longitude is not None]

    def geocode(  # type: ignore[no-untyped-def]
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
        limit: int = 20,
    ):
        """geopy's `geocode`: one Location, or a list, or None. `country_codes`: ISO 3166-1 alpha-2, in either case."""
        locations = self._locations(query, codes_of(country_codes))[:limit]
        if not locations:
            return None
        return locations[0] if exactly_one else list(locations)

    def _find_locations(self, query: str, codes: frozenset[str]) -> tuple[Location, ...]:
        rows = [r for r in self.rows(query) if not codes or r.country in codes]
        if not rows and codes:  # asked of one country, its small towns and districts count too
            rows = [r for r in self.world_rows(query) if r.country in codes]
        exact = bool(rows)
        if not rows and codes:
            rows = list(self.loose_rows(query, codes))
        return tuple(r.location(exact) for r in rows[:20])

    def entry(self, source: str, ref: str) -> Row | None:
        """The place of that id in its own gazetteer."""
        query = f"SELECT {_COLUMNS}, 1 FROM place p WHERE p.source = ? AND p.ref = ?"  # noqa: S608
        found = self._fetch(query, (source, ref))
        return Row(*found[0]) if found else None

    def point(self, country: str) -> tuple[float, float] | None:
        """Latitude and longitude that stand for a country (ISO 3166-1 alpha-2) where a point must; never for a map."""
        query = "SELECT t.latitude, t.longitude FROM place p JOIN point t ON t.place = p.id WHERE p.country = ?"
        found = self._fetch(query + " AND p.source = 'iso3166' AND p.ref = ?", (country, country))
        return (found[0][0], found[0][1]) if found else None

    def _find_rows(self, query: str, key: str) -> tuple[Row, ...]:
        return tuple(Row(*found) for found in self._fetch(query, (key,)))

    def _find_opening(self, word: str) -> int:
        """The most words a name has that opens with `word`."""
        found = self._fetch("SELECT longest FROM opening WHERE word = ?", (word,))
        return int(found[0][0]) if found else 0

    def _fetch(self, query: str, arguments: tuple[object, ...]) -> list[Any]:
        with self._lock:
            return self._db.execute(query, arguments).fetchall()


def open_gazetteer(path: Path | str) -> Gazetteer:
    """Open the file that `manage.py gazetteer build` made; GazetteerMissing when it is absent or of another make."""
    path = Path(path)
    if not path.is_file():
        raise GazetteerMissing(f"No gazetteer at {path}. Build it with: {COMMAND}")
    try:
        return Gazetteer(path)
    except (sqlite3.DatabaseError, KeyError) as problem:
        raise GazetteerMissing(
            f"The gazetteer at {path} cannot be read ({problem}). Build it again: {COMMAND}"
        ) from None


def codes_of(country_codes: str | Sequence[str] | None) -> frozenset[str]:
    """Country codes as geopy takes them ("sy,iq" or a list), in capitals."""
    if not country_codes:
        return frozenset()
    given = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return frozenset(code.strip().upper() for code in given)
