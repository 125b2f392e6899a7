"""Take a full GeoNames dump (`SY.txt`, `allCountries.txt`) into the gazetteer: streamed, and repeatable."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import shipped
from .schema import FULL, THEATRE, kind_of_town
from .writer import Entry, Writer

_COLUMNS = 19
# GeoNames' feature codes to our kinds; what is not here is no place that a report names.
_KINDS = {
    "ADM1": "province", "ADM2": "district", "ADM3": "district", "RGN": "region", "AIRP": "airport", "AIRF": "airport",
    "AIRB": "base", "MILB": "base", "INSM": "base", "FT": "base", "STM": "river", "LK": "site", "RSV": "site",
    "DAM": "site", "BDG": "site", "HSP": "site", "OILF": "site", "GASF": "site", "OILR": "site", "PS": "site",
    "CMPRF": "site", "MT": "site", "MTS": "region", "ISL": "site", "PASS": "site", "PRT": "site", "PRN": "site",
    "UNIV": "site", "MSQE": "site", "PAL": "site", "CSTM": "crossing", "BP": "crossing", "RD": "road", "HWY": "road",
    "PPLX": "neighbourhood",
}  # fmt: skip
_RADIUS = {"province": 100.0, "district": 25.0, "region": 100.0, "river": 200.0, "road": 50.0}


@dataclass(slots=True)
class Import:
    """What an import did. `broken`: (line number, why) of each line that was left out."""

    added: int = 0
    updated: int = 0
    skipped: int = 0
    broken: list[tuple[int, str]] = field(default_factory=list)


def import_geonames(
    gazetteer: Path, dump: Path, progress: Callable[[int, int], None] = lambda done, of: None
) -> Import:
    """Add a dump's places to a built gazetteer, in a copy that replaces it at the end. Run again, it changes nothing.

    `progress` is called with bytes read and bytes in all. Entries of our theatre files keep their name, kind and spot;
    they only learn spellings.
    """
    result = Import()
    unfinished = gazetteer.with_name(f".{gazetteer.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(gazetteer, unfinished)
        with sqlite3.connect(unfinished) as db:
            writer = Writer(db, shipped.settings()["not_a_name"])
            for entry in _entries(dump, result, progress):
                _keep(db, writer, entry, result)
            writer.finish()
            mark = f"+{dump.stem}-{result.added + result.updated}"
            db.execute("UPDATE meta SET value = replace(value, ?, '') || ? WHERE key = 'version'", (mark, mark))
            db.execute("UPDATE meta SET value = (SELECT count(*) FROM place) WHERE key = 'places'")
        db.close()
        os.replace(unfinished, gazetteer)
    finally:
        unfinished.unlink(missing_ok=True)
    return result


def _entries(dump: Path, result: Import, progress: Callable[[int, int], None]) -> Iterator[Entry]:
    size, done = dump.stat().st_size, 0
    with dump.open("rb") as lines:
        for number, raw in enumerate(lines, start=1):
            done += len(raw)
            if number % 5000 == 0:
                progress(done, size)
            if not raw.strip():
                continue
            try:
                entry = _entry(raw.decode("utf-8").rstrip("\r\n").split("\t"))
            except (ValueError, UnicodeDecodeError) as problem:
                result.broken.append((number, str(problem)))
                continue
            if entry is None:
                result.skipped += 1
            else:
                yield entry
    progress(size, size)


def _entry(columns: list[str]) -> Entry | None:
    if len(columns) != _COLUMNS:
        raise ValueError(f"{len(columns)} columns instead of {_COLUMNS}")
    ref, name, plain, others, latitude, longitude, kind_class, code, country = columns[:9]
    kind = _KINDS.get(code)
    population = int(columns[14] or 0)
    if kind_class == "P" and kind is None:
        kind = kind_of_town(population)
    if not ref.isdigit() or not name:
        raise ValueError("no id or no name")
    if kind is None:
        return None
    spot = float(latitude), float(longitude)
    if not (-90 <= spot[0] <= 90 and -180 <= spot[1] <= 180):
        raise ValueError(f"no spot on earth: {spot}")
    names = {plain, *(n for n in others.split(",") if len(n) > 2)} - {"", name}
    return Entry(
        "geonames", ref, name, kind, country or None, *spot, population, _RADIUS.get(kind), columns[10], FULL,
        "GeoNames dump", names,
    )  # fmt: skip


def _keep(db: sqlite3.Connection, writer: Writer, entry: Entry, result: Import) -> None:
    known = db.execute("SELECT id, rank FROM place WHERE source = 'geonames' AND ref = ?", (entry.ref,)).fetchone()
    if known is None:
        writer.add(entry)
        result.added += 1
        return
    place, rank = known
    if rank < THEATRE:
        db.execute(
            "UPDATE place SET name = ?, kind = ?, latitude = ?, longitude = ?, population = ?, rank = ?, origin = ? "
            "WHERE id = ?",
            (
                entry.name,
                entry.kind,
                entry.latitude,
                entry.longitude,
                entry.population,
                entry.rank,
                entry.origin,
                place,
            ),
        )
    writer.spell(place, entry, main=rank < THEATRE)
    result.updated += 1
