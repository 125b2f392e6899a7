"""Where a picture looks: Web Mercator, in pixels from its north-west corner."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WORLD = 256  # pixels of the world's width at zoom 0
LIMIT = 85.0511  # degrees: where Web Mercator ends
CLOSEST = 8.5  # zoom: a single place still shows the towns around it
KM_A_DEGREE = 111.32

Point = tuple[float, float]


class Size(NamedTuple):
    width: int
    height: int


def mercator(latitude: float, longitude: float) -> Point:
    """Position in a world of width 1, x to the east and y to the south."""
    sine = math.sin(math.radians(max(-LIMIT, min(LIMIT, latitude))))
    return (longitude + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


@dataclass(frozen=True)
class View:
    """A window of `size` on the world at a zoom, its corner at `left`, `top` in pixels of that zoom's world."""

    size: Size
    zoom: float
    left: float
    top: float

    @classmethod
    def around(cls, points: Sequence[Point], size: Size, margin: int = 48) -> "View":
        """The closest view that holds all (latitude, longitude) points with a margin; the world without any."""
        spots = [mercator(*point) for point in points] or [(0.0, 0.15), (1.0, 0.7)]
        (west, east), (north, south) = ((min(axis), max(axis)) for axis in zip(*spots, strict=True))
        room = (size.width - 2 * margin) / WORLD, (size.height - 2 * margin) / WORLD
        wanted = [math.log2(have / need) for have, need in zip(room, (east - west, south - north), strict=True) if need]
        zoom = max(0.0, min(CLOSEST, *wanted)) if wanted else CLOSEST
        world = WORLD * 2**zoom
        return cls(
            size, zoom, (west + east) / 2 * world - size.width / 2, (north + south) / 2 * world - size.height / 2
        )

    @property
    def world(self) -> float:
        """Pixels of the whole world's width."""
        return WORLD * 2**self.zoom

    def at(self, latitude: float, longitude: float) -> Point:
        """The pixel of a place."""
        x, y = mercator(latitude, longitude)
        return x * self.world - self.left, y * self.world - self.top

    def pixels(self, kilometres: float, latitude: float) -> float:
        """How long a distance is drawn at a latitude."""
        degrees = kilometres / (KM_A_DEGREE * max(0.05, math.cos(math.radians(latitude))))
        return degrees / 360 * self.world
