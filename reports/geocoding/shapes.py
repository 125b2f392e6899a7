"""The outlines of the provinces where our theatre files have places of their own, and of the ground along borders.

`admin1_shapes.csv` holds Natural Earth's polygons (1:10m, public domain), simplified to a kilometre or two and without
small islands. `gazetteer provinces FILE` makes it again, `scripts/border_grounds.py` the other file.
"""

import csv
import math
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("admin1_shapes.csv")
GROUNDS = Path(__file__).with_name("border_grounds.csv")
KM_PER_DEGREE = 111.2  # of latitude

Ring = list[tuple[float, float]]  # longitude and latitude, degrees; not closed


@dataclass(frozen=True)
class Shape:
    """A province as its outer rings."""

    country: str
    name: str
    rings: list[Ring]

    def km_to(self, latitude: float, longitude: float) -> float:
        """How far a spot lies outside, in kilometres; 0 inside."""
        if any(_inside(longitude, latitude, ring) for ring in self.rings):
            return 0.0
        return min(_km_to_ring(longitude, latitude, ring) for ring in self.rings)


def read_shapes(path: Path = FILE) -> dict[str, Shape]:
    """All shapes of the file, by "SY.Aleppo"; a name that two rows bear is one shape."""
    shapes: dict[str, Shape] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            empty = Shape(row["country"], row["name"], [])
            shape = shapes.setdefault(f"{row['country']}.{row['name']}", empty)
            shape.rings.extend(_ring(text) for text in row["rings"].split(";") if text)
    return shapes


def read_grounds(path: Path = GROUNDS) -> dict[str, list[Ring]]:
    """The outer rings of what lies along the land borders of each country, by ISO 3166-1 alpha-2."""
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["country"]: [_ring(text) for text in row["rings"].split(";")] for row in csv.DictReader(rows)}


def _ring(text: str) -> Ring:
    flat = [int(number) / 100 for number in text.split()]
    return list(zip(flat[::2], flat[1::2], strict=True))


def _inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a line to the east crosses the ring an odd number of times."""
    odd = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


def _km_to_ring(x: float, y: float, ring: Ring) -> float:
    narrow = math.cos(math.radians(y))
    flat = [((px - x) * narrow, py - y) for px, py in ring]
    return KM_PER_DEGREE * min(_to_segment(a, b) for a, b in zip(flat, flat[1:] + flat[:1], strict=True))


def _to_segment(a: tuple[float, float], b: tuple[float, float]) -> float:
    """From the origin to the nearest point between two others."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length)) if length else 0.0
    return math.hypot(a[0] + along * dx, a[1] + along * dy)
