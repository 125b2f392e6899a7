"""Who holds what in a still picture: below the names a ground for each place, with its side's short name beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .boxes import GAP, Box, Measure, clash, within
from .view import Point, View

LEAST = 6.0  # pixels: the radius of a place that would be drawn smaller
TEXT = 10.5
Colour = int | str  # a number of the palette (css/control.css); "none" for a side that is not known


@dataclass(frozen=True)
class Ground:
    """A place that somebody is said to hold: degrees, its radius, or rings of (latitude, longitude) of an outline."""

    latitude: float
    longitude: float
    radius_km: float
    rings: Sequence[Sequence[Point]]
    state: str
    colours: tuple[Colour, ...]
    besieger: Colour | None
    old: bool
    short: str
    title: str
    url: str


@dataclass(frozen=True)
class Field:
    """A ground as drawn, at a pixel; `label` is its short name's box, where there was room."""

    ground: Ground
    x: float
    y: float
    radius: float
    rings: list[list[Point]]
    label: Box | None


def fields(grounds: Iterable[Ground], taken: Iterable[Box], view: View, measure: Measure) -> list[Field]:
    """The largest at the bottom; labels clear of what is taken and of each other."""
    full, found = list(taken), []
    for ground in sorted(grounds, key=lambda ground: -ground.radius_km):
        x, y = view.at(ground.latitude, ground.longitude)
        radius = max(LEAST, view.pixels(ground.radius_km, ground.latitude))
        rings = [[view.at(*point) for point in ring] for ring in ground.rings]
        label = _room(x, y, 0 if rings else radius, measure(ground.short, TEXT), full, view)
        full += [label] if label else []
        found.append(Field(ground, x, y, radius, rings, label))
    return found


def _room(x: float, y: float, radius: float, width: float, taken: list[Box], view: View) -> Box | None:
    """Below, right, left or above."""
    off, half = radius + GAP, TEXT * 0.62
    middles = [(x - width / 2, y + off + half), (x + off, y), (x - off - width, y), (x - width / 2, y - off - half)]
    boxes = [(left, middle - half, left + width, middle + half) for left, middle in middles]
    return next((one for one in boxes if within(one, view.size) and not any(clash(one, box) for box in taken)), None)
