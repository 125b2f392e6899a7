"""Cuts the layers into the squares of three levels: the world, the continents, the theatres of war."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import shape
from .sources import Line

Key = tuple[int, int]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Level:
    """One level of detail. A square is named (x, y) as a map tile of zoom `grid`."""

    grid: int
    """The zoom whose tiles are this level's squares: 2**grid to a side."""
    bits: int
    """The world is 2**bits units wide on this level."""
    least: float
    """Points whose triangle is under this many square units are dropped."""
    least_ring: float
    """Islands and lakes under this many square units are dropped."""
    layers: tuple[str, ...]
    first: int
    """The first zoom that is drawn from this level."""
    names: range
    """Labels whose own zoom lies in this range are in this level's squares."""
    suffix: str = ""
    """Behind a square's name, where one level is drawn over another of the same grid."""
    least_lake: float = 0

    @property
    def units(self) -> int:
        return 1 << self.bits

    @property
    def side(self) -> int:
        return self.units >> self.grid


LINES = ("land", "lake", "river", "border", "disputed")
LEVELS = (
    Level(2, 13, 26, 60, ("land", "lake", "border", "disputed"), 0, range(4), least_lake=120),
    Level(4, 15, 14, 40, LINES, 4, range(6), least_lake=150),
    Level(5, 18, 8, 40, LINES, 6, range(8)),
    Level(5, 18, 50, 0, ("province",), 8, range(8, 10), "d"),
)
"""From coarse to fine. The last is drawn over the one before it: a far view does without what only a near one shows."""
RINGS = ("land", "lake")
MARGIN = 1 / 64
"""How far, as a part of its side, a square's lines go beyond it, so that strokes along the cut are never seen."""


@dataclass
class Square:
    """What is drawn in one square: packed lines by layer, from the square's own north-west corner."""

    lines: dict[str, list[str]] = field(default_factory=dict)


def cut(level: Level, layers: dict[str, list[Line]], wanted: set[Key] | None) -> dict[Key, Square]:
    """The squares of a level. `layers` are in degrees; `wanted` limits the squares made, None makes all of them."""
    squares: dict[Key, Square] = {}
    for name in level.layers:
        closed = name in RINGS
        for line in layers[name]:
            drawn = shape.simplify(shape.mercator(line, level.units), level.least)
            least = max(level.least_ring, level.least_lake if name == "lake" else 0)
            if len(drawn) < 2 or (closed and shape.ring_area(drawn) < least):
                continue
            for key in _touched(drawn, level):
                if wanted is not None and key not in wanted:
                    continue
                texts = _cut_one(drawn, key, level, closed)
                if texts:
                    squares.setdefault(key, Square()).lines.setdefault(name, []).extend(texts)
    return squares


def _touched(line: Line, level: Level) -> list[Key]:
    margin, last = level.side * MARGIN, (1 << level.grid) - 1

    def span(values: list[float]) -> range:
        low, high = (min(values) - margin) // level.side, (max(values) + margin) // level.side
        return range(max(0, int(low)), min(last, int(high)) + 1)

    return [(x, y) for x in span([p[0] for p in line]) for y in span([p[1] for p in line])]


def _cut_one(line: Line, key: Key, level: Level, closed: bool) -> list[str]:
    margin = level.side * MARGIN
    west, north = key[0] * level.side, key[1] * level.side
    box = (west - margin, north - margin, west + level.side + margin, north + level.side + margin)
    pieces = [shape.clip_ring(line[:-1], box)] if closed else shape.clip_line(line, box)
    texts = (shape.pack(piece, (west, north), closed) for piece in pieces if piece)
    return [text for text in texts if text]


def squares_over(grid: int, boxes: list[Box]) -> set[Key]:
    """The squares of a grid that any box (west, south, east, north in degrees) touches."""
    size = 1 << grid
    found = set()
    for west, south, east, north in boxes:
        left, top = shape.project(west, north, size)
        right, bottom = shape.project(east, south, size)
        found |= {(x, y) for x in range(int(left), int(right) + 1) for y in range(int(top), int(bottom) + 1)}
    return found
