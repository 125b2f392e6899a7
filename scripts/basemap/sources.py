"""Reads the files the basemap is made from: shapefiles, GeoPackage and TopoJSON, with the standard library only.

Every reader gives plain lists of (longitude, latitude) pairs in degrees, WGS 84.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Line = list[Point]


def shapes(path: Path) -> Iterator[list[Line]]:
    """The parts (rings or lines) of each record of a .shp file of polygons or polylines, in file order."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        words = struct.unpack(">i", data[at + 4 : at + 8])[0]
        body = data[at + 8 : at + 8 + words * 2]
        at += 8 + words * 2
        yield _parts(body)


def _parts(body: bytes) -> list[Line]:
    if struct.unpack("<i", body[:4])[0] == 0:
        return []
    part_count, point_count = struct.unpack("<ii", body[36:44])
    starts = [*struct.unpack(f"<{part_count}i", body[44 : 44 + 4 * part_count]), point_count]
    flat = struct.unpack_from(f"<{point_count * 2}d", body, 44 + 4 * part_count)
    points = list(zip(flat[::2], flat[1::2], strict=True))
    return [points[a:b] for a, b in pairwise(starts)]


def rows(path: Path) -> list[dict[str, str]]:
    """The records of a .dbf file as dictionaries of stripped text, in file order."""
    data = path.read_bytes()
    count, header, length = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    found = []
    for number in range(count):
        at, row = header + number * length + 1, {}
        for name, width in fields:
            row[name] = data[at : at + width].decode("utf-8", "replace").strip(" \0")
            at += width
        found.append(row)
    return found


def topojson_lines(path: Path, layer: str) -> list[Line]:
    """The lines of a layer of a quantised TopoJSON file."""
    topology = json.loads(path.read_text())
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index: int) -> Line:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        return points if index >= 0 else points[::-1]

    found = []
    for geometry in topology["objects"][layer]["geometries"]:
        arcs = geometry.get("arcs", [])
        for line in [arcs] if geometry["type"] == "LineString" else arcs:
            joined: Line = []
            for index in line:
                joined += arc(index)[1 if joined else 0 :]
            found.append(joined)
    return found


def province_names(path: Path) -> list[tuple[str, str, list[Line]]]:
    """(country code, name, rings) of each province in the GeoPackage's `states_provinces` layer."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        found = connection.execute("select iso_a2, coalesce(name, woe_name), geom from states_provinces")
        return [(country, name, _wkb_rings(geom)) for country, name, geom in found if country and name and geom]


def _wkb_rings(blob: bytes) -> list[Line]:
    """Outer rings of a GeoPackage (multi)polygon: its header, then little-endian WKB."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    at, outer = 8 + envelope, []

    def number() -> int:
        nonlocal at
        at += 4
        return int(struct.unpack_from("<I", blob, at - 4)[0])

    def polygon() -> None:
        nonlocal at
        at += 5
        for ring in range(number()):
            count = number()
            flat = struct.unpack_from(f"<{count * 2}d", blob, at)
            at += count * 16
            if ring == 0:
                outer.append(list(zip(flat[::2], flat[1::2], strict=True)))

    if struct.unpack_from("<I", blob, at + 1)[0] == 3:
        polygon()
    else:
        at += 5
        for _ in range(number()):
            polygon()
    return outer
