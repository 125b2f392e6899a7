"""First-level provinces from Natural Earth's 1:10m polygons (public domain): a middle, a size and the names of each.

The source is the table `states_provinces` of `world_map.gpkg`, as Debian's package `qgis-common` ships it. Its polygons
are read here without a GIS library; what the gazetteer needs of them is kept in `admin1.csv`.
"""

import csv
import math
import re
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

FIELDS = ("country", "code", "name", "latitude", "longitude", "radius_km", "aliases")
_KM_PER_DEGREE = 111.2
_FORMAL = re.compile(
    r"(?i)\b(muhafazat|province (?:de l'|du|de)|province|wilayat-e|velayat-e|sha`biyat|state|division|region"
    r"|oblast'?|misto|governorate|city)\b"
)


def write_admin1(geopackage: Path, target: Path) -> int:
    """Write `admin1.csv` from the GeoPackage; returns the number of provinces written."""
    rows = sorted(_rows(geopackage), key=lambda row: (row["country"], row["name"]))
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _rows(geopackage: Path) -> Iterator[dict[str, str]]:
    with sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True) as db:
        query = "SELECT iso_a2, name, fips, gn_name, woe_name, geom FROM states_provinces WHERE name IS NOT NULL"
        for country, name, fips, gn_name, woe_name, geometry in db.execute(query):
            if not re.fullmatch(r"[A-Z]{2}", country or ""):
                continue
            names = list(dict.fromkeys(filter(None, map(_tidy, _names(name, gn_name, woe_name)))))
            if not names:
                continue
            latitude, longitude, area = centre_and_area(list(rings(geometry)))
            yield {
                "country": country,
                "code": fips[2:] if fips else "",
                "name": names[0],
                "latitude": f"{latitude:.3f}",
                "longitude": f"{longitude:.3f}",
                "radius_km": f"{max(3.0, math.sqrt(area / math.pi)):.0f}",
                "aliases": "; ".join(names[1:]),
            }


def _names(name: str, *others: str | None) -> Iterator[str]:
    """ "Homs (Hims)" gives both names; the formal word of the other sources is left out."""
    yield from re.split(r"\s*[()]\s*", name)
    for other in others:
        if other:
            yield _FORMAL.sub("", other)


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,-`'")


def rings(geopackage_blob: bytes) -> Iterator[list[tuple[float, float]]]:
    """The outer rings of a GeoPackage polygon or multipolygon, as (longitude, latitude) points."""
    envelope = (0, 32, 48, 48, 64)[(geopackage_blob[3] >> 1) & 7]
    yield from _wkb(geopackage_blob, 8 + envelope)[0]


def _wkb(blob: bytes, at: int) -> tuple[list[list[tuple[float, float]]], int]:
    mark = "<" if blob[at] == 1 else ">"
    kind, count = struct.unpack_from(mark + "II", blob, at + 1)
    at += 9
    outer: list[list[tuple[float, float]]] = []
    for i in range(count):
        if kind % 1000 == 6:
            inner, at = _wkb(blob, at)
            outer += inner
            continue
        (size,) = struct.unpack_from(mark + "I", blob, at)
        flat = struct.unpack_from(f"{mark}{2 * size}d", blob, at + 4)
        at += 4 + 16 * size
        if i == 0:
            outer.append(list(zip(flat[::2], flat[1::2], strict=True)))
    return outer, at


def centre_and_area(polygons: list[list[tuple[float, float]]]) -> tuple[float, float, float]:
    """Latitude and longitude of the middle (weighted by area), and the area in square kilometres."""
    total = x = y = 0.0
    for ring in polygons:
        area = cx = cy = 0.0
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x0 * y1 - x1 * y0
            area += cross
            cx += (x0 + x1) * cross
            cy += (y0 + y1) * cross
        if area:
            weight = abs(area) / 2
            x, y, total = x + cx / (3 * area) * weight, y + cy / (3 * area) * weight, total + weight
    latitude, longitude = y / total, x / total
    return latitude, longitude, total * _KM_PER_DEGREE**2 * math.cos(math.radians(latitude))


def write_shapes(geopackage: Path, target: Path, wanted: frozenset[str]) -> int:
    """Write `admin1_shapes.csv`: the outlines of provinces, simplified; returns how many.

    `wanted`: countries ("SY") or single provinces ("RU.Kursk").

    A row is country, name (as in `admin1.csv`) and rings: "lon lat lon lat …" in hundredths of a degree, joined by ";".
    """
    rows = []
    with sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True) as db:
        query = "SELECT iso_a2, name, gn_name, woe_name, geom FROM states_provinces WHERE name IS NOT NULL"
        for country, name, gn_name, woe_name, geometry in db.execute(query):
            names = list(filter(None, map(_tidy, _names(name, gn_name, woe_name))))
            if names and {country, f"{country}.{names[0]}"} & wanted:
                rows.append((country, names[0], ";".join(filter(None, map(outline, rings(geometry))))))
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("country", "name", "rings"))
        writer.writerows(sorted(rows))
    return len(rows)


def outline(ring: list[tuple[float, float]], tolerance: float = 0.015) -> str:
    """A ring in hundredths of a degree (a kilometre or so); empty where it is too small to be one.

    What lies nearer than `tolerance` degrees to the line without it is left out."""
    middle = len(ring) // 2
    kept = [*_simplified(ring[: middle + 1], tolerance)[:-1], *_simplified(ring[middle:], tolerance)]
    points = list(dict.fromkeys((round(100 * x), round(100 * y)) for x, y in kept))
    return " ".join(f"{x} {y}" for x, y in points) if len(points) > 2 else ""


def _simplified(line: list[tuple[float, float]], tolerance: float) -> list[tuple[float, float]]:
    """Douglas and Peucker's way: the points that lie further than `tolerance` degrees from the line without them."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        length = math.hypot(x1 - x0, y1 - y0)
        furthest, far = first, tolerance
        for k in range(first + 1, last):
            x, y = line[k]
            cross = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0))
            away = cross / length if length else math.hypot(x - x0, y - y0)
            if away > far:
                furthest, far = k, away
        if furthest != first:
            keep.add(furthest)
            todo += [(first, furthest), (furthest, last)]
    return [line[k] for k in sorted(keep)]
