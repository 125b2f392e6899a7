"""The basemap's squares, read as the browser reads them (docs/basemap.md tells the packing)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path

from django.conf import settings

from .view import Point, View

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
DIGITS = {letter: value for value, letter in enumerate(ALPHABET)}
FOLDER = Path(settings.BASE_DIR) / "static/map"


@dataclass(frozen=True)
class Level:
    grid: int  # the squares are those of this zoom
    units: int  # of the whole world's width
    first: int  # zoom from which the level is drawn


@dataclass(frozen=True)
class Label:
    """A name of the map, its spot in pixels; `kind` and `weight` as in docs/basemap.md."""

    kind: str
    name: str
    x: float
    y: float
    zoom: float
    weight: float


@cache
def levels() -> list[Level]:
    """Coarse to fine."""
    found = re.search(r"levels = (\[.*?\]);", _index())
    if not found:
        raise ValueError("static/map/index.js names no levels: build the basemap anew (docs/basemap.md)")
    return [Level(**level) for level in json.loads(found[1])]


@cache
def _listed() -> frozenset[str]:
    """Names of all squares that the map has, those of nothing but sea too."""
    return frozenset(re.findall(r'"([\d-]+)":', _index()))


@cache
def _with_land() -> frozenset[str]:
    return frozenset(re.findall(r'"([\d-]+)": \(\)', _index()))


@cache
def _index() -> str:
    return (FOLDER / "index.js").read_text("utf-8")


@lru_cache(maxsize=32)
def square(name: str) -> dict:
    """A square's layers, packed, and its labels."""
    return json.loads(_exported(FOLDER / f"{name}.js"))


@lru_cache(maxsize=32)
def names(name: str, language: str) -> list[str]:
    """What a square's labels are in another language, in their order; none where the map has no list of them."""
    file = FOLDER / f"{name}.{language}.js"
    return json.loads(_exported(file)) if file.exists() else []


def _exported(file: Path) -> str:
    return file.read_text("utf-8").removeprefix("export default ").rstrip().rstrip(";")


def unpack(line: str) -> list[tuple[int, int]]:
    """The points of one packed line, in units from the square's north-west corner."""
    numbers, value, shift = [], 0, 0
    for letter in line:
        digit = DIGITS[letter]
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(-((value + 1) >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, x, y = [], 0, 0
    for east, south in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + east, y + south
        points.append((x, y))
    return points


@dataclass(frozen=True)
class Placed:
    """A square as it lies in a view: `scale` pixels for a unit, from the pixel `left`, `top`."""

    name: str
    scale: float
    left: float
    top: float
    side: float

    @property
    def cell(self) -> tuple[float, float, float, float]:
        """Its own ground in pixels, left, top, right, bottom; its lines run a little beyond, and are cut there."""
        return self.left, self.top, self.left + self.side, self.top + self.side

    def lines(self, layer: str) -> Iterator[list[Point]]:
        """The lines of a layer in pixels, without tiny steps; whoever draws closes the rings."""
        for packed in filter(None, square(self.name).get(layer, "").split(" ")):
            yield _thinned([(x * self.scale + self.left, y * self.scale + self.top) for x, y in unpack(packed)])

    def labels(self, language: str = "") -> Iterator[Label]:
        """Its names, in the language where the map has them."""
        labels, spoken = square(self.name)["labels"], names(self.name, language) if language else []
        for (kind, name, x, y, zoom, weight), there in zip_longest(labels, spoken):
            yield Label(kind, there or name, x * self.scale + self.left, y * self.scale + self.top, zoom, weight)


def _thinned(points: list[Point]) -> list[Point]:
    kept = points[:1]
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.7:
            kept.append(point)
    return kept


def squares_of(view: View) -> list[Placed]:
    """The squares that a view shows, of the finest level whose time has come and that has all of them."""
    for level in reversed(levels()):
        names = _names(view, level)
        if level.grid and (level.first > view.zoom + 0.5 or not names.keys() <= _listed()):
            continue
        side = view.world / 2**level.grid
        return [
            Placed(name, view.world / level.units, column * side - view.left, row * side - view.top, side)
            for name, (column, row) in names.items()
            if name in _with_land()
        ]
    return []


def _names(view: View, level: Level) -> dict[str, tuple[int, int]]:
    side, last = view.world / 2**level.grid, 2**level.grid - 1

    def span(start: float, length: int) -> range:
        return range(max(0, int(start // side)), min(last, int((start + length) // side)) + 1)

    return {
        f"{level.grid}-{column}-{row}": (column, row)
        for row in span(view.top, view.size.height)
        for column in span(view.left, view.size.width)
    }
