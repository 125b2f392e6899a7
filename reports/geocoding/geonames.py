"""Take a full GeoNames dump (`SY.txt`, `allCountries.txt`) into the gazetteer: streamed, and repeatable.

The format is GeoNames' own (download.geonames.org/export/dump/readme.txt): tabs, 19 columns, UTF-8. The file of
alternate names (`alternateNames.txt` or `alternateNamesV2.txt`) may be given beside it.
"""

import codecs
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from . import shipped
from .schema import FULL, THEATRE, kind_of_town
from .writer import Entry, Writer

_COLUMNS = 19
_NAME_COLUMNS = (8, 10)  # of a file of alternate names: the old format and V2
_ENOUGH = 1000  # lines without a good one among them: this is no dump
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

Progress = Callable[[int, int], None]  # bytes read, bytes in all
_Taken = TypeVar("_Taken")


class NotADump(Exception):
    """The file is none of GeoNames' dumps; the message says what is wrong with it. Nothing was changed."""


@dataclass(slots=True)
class Import:
    """What an import did. `broken`: (file, line number, why) of each line that was left out; `names`: names added."""

    added: int = 0
    updated: int = 0
    skipped: int = 0
    names: int = 0
    broken: list[tuple[str, int, str]] = field(default_factory=list)


def import_geonames(
    gazetteer: Path, dump: Path, names: Path | None = None, progress: Progress = lambda done, of: None
) -> Import:
    """Add a dump's places to a built gazetteer, in a copy that replaces it at the end. Run again, it changes nothing.

    `names`: a file of alternate names; those of places that the gazetteer has are added. Entries of our theatre files
    keep their name, kind and spot; they only learn spellings. Raises NotADump, or OSError where a file cannot be read.
    """
    result = Import()
    unfinished = gazetteer.with_name(f".{gazetteer.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(gazetteer, unfinished)
        with sqlite3.connect(unfinished) as db:
            writer = Writer(db, shipped.settings()["not_a_name"])
            for columns in _lines(dump, (_COLUMNS,), result, progress, _entry):
                _keep(db, writer, columns, result)
            if names is not None:
                for ref, name in _lines(names, _NAME_COLUMNS, result, progress, _name):
                    _name_place(db, writer, ref, name, result)
            writer.finish()
            mark = f"+{dump.stem}-{result.added + result.updated + result.names}"
            db.execute("UPDATE meta SET value = replace(value, ?, '') || ? WHERE key = 'version'", (mark, mark))
            db.execute("UPDATE meta SET value = (SELECT count(*) FROM place) WHERE key = 'places'")
        db.close()
        os.replace(unfinished, gazetteer)
    finally:
        unfinished.unlink(missing_ok=True)
    return result


def _lines(
    path: Path, columns: tuple[int, ...], result: Import, progress: Progress, take: Callable[[list[str]], _Taken | None]
) -> Iterator[_Taken]:
    """What `take` makes of each line. A line that it refuses is broken; a file of nothing else is no dump."""
    size, done, good, number, broken = path.stat().st_size, 0, 0, 0, len(result.broken)
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, start=1):
            done += len(raw)
            if number % 5000 == 0:
                progress(done, size)
            if not raw.strip():
                continue
            try:
                taken = take(_split(raw.removeprefix(codecs.BOM_UTF8), columns))
            except ValueError as problem:
                result.broken.append((path.name, number, str(problem)))
                if good == 0 and number >= _ENOUGH:
                    break
                continue
            good += 1
            if taken is None:
                result.skipped += 1
            else:
                yield taken
    if good == 0:
        first = result.broken[broken : broken + 1]
        why = f"line {first[0][1]}: {first[0][2]}" if first else "it is empty"
        hint = " Unpack it first." if path.suffix in (".zip", ".gz") else ""
        raise NotADump(f"{path} is no GeoNames dump ({why}).{hint} Nothing was changed.")
    progress(size, size)


def _split(raw: bytes, columns: tuple[int, ...]) -> list[str]:
    try:
        found = raw.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as problem:
        raise ValueError(f"byte {problem.start + 1} is not UTF-8") from None
    if len(found) not in columns:
        raise ValueError(f"{len(found)} columns instead of {' or '.join(map(str, columns))}")
    return found


def _entry(columns: list[str]) -> Entry | None:
    ref, name, plain, others, latitude, longitude, kind_class, code, country = columns[:9]
    if not ref.isdigit() or not name:
        raise ValueError("no id or no name")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise ValueError(f"{country!r} is no country code of two letters")
    population = int(_number(columns[14] or "0", "a number of people"))
    spot = _number(latitude, "a latitude"), _number(longitude, "a longitude")
    if not (-90 <= spot[0] <= 90 and -180 <= spot[1] <= 180):
        raise ValueError(f"no spot on earth: {latitude}, {longitude}")
    kind = _KINDS.get(code) or (kind_of_town(population) if kind_class == "P" else None)
    if kind is None:
        return None
    names = {plain, *(n for n in others.split(",") if len(n) > 2)} - {"", name}
    return Entry(
        "geonames", ref, name, kind, country or None, *spot, population, _RADIUS.get(kind), columns[10], FULL,
        "GeoNames dump", names,
    )  # fmt: skip


def _number(text: str, what: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{text!r} is not {what}") from None


def _name(columns: list[str]) -> tuple[str, str] | None:
    """The place's id and a name of it; None for links, codes, and names of the past."""
    _, ref, language, name = columns[:4]
    if not ref.isdigit() or not name:
        raise ValueError("no id or no name")
    past = columns[7] == "1"
    return None if past or len(language) > 3 or len(name) < 3 else (ref, name)


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
            (entry.name, entry.kind, entry.latitude, entry.longitude, entry.population, entry.rank, entry.origin,
             place),
        )  # fmt: skip
    writer.spell(place, entry, main=rank < THEATRE)
    result.updated += 1


def _name_place(db: sqlite3.Connection, writer: Writer, ref: str, name: str, result: Import) -> None:
    known = db.execute(
        "SELECT id, name, kind, country, rank FROM place WHERE source = 'geonames' AND ref = ?", (ref,)
    ).fetchone()
    if known is not None:
        place, chief, kind, country, rank = known
        writer.spell(place, Entry("geonames", ref, chief, kind, country, rank=rank, names={name}), main=True)
        result.names += 1
