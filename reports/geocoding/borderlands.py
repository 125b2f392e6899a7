"""Where "near the Turkish border" may be: the ground of one country that lies so many kilometres from another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from .geometry import km_between
from .shapes import KM_PER_DEGREE, read_grounds

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Spot = tuple[float, float]  # latitude, longitude

_TOUCHING_KM = 6.0
_BESIDE_KM = 75.0  # how far along the border from where it is nearest to a place named with it
_NO_ANCHOR_KM = 250.0  # further from the border a place says nothing of where along it
_COARSE = 0.02  # degrees: what a drawn outline may be off


@dataclass(frozen=True)
class Strip:
    """The ground as a GeoJSON Polygon or MultiPolygon; a spot on it, and the radius in km about it that holds all."""

    area: dict[str, Any]
    spot: Spot
    radius_km: float


@cache
def are_neighbours(one: str, other: str) -> bool:
    """Whether two countries (ISO 3166-1 alpha-2) meet on land."""
    pair = [_ground(code) for code in (one, other)]
    if one == other or None in pair:
        return False
    return bool(pair[0].distance(pair[1]) * KM_PER_DEGREE < _TOUCHING_KM)  # type: ignore[union-attr]


def strip(
    side: str, other: str, within: tuple[float, float], both: bool = False, anchor: Spot | None = None
) -> Strip | None:
    """What lies `within` (from, to) kilometres of the border of two countries, on the ground of `side`, or of `both`.

    With an `anchor` only the stretch of the border that is near to it. None where nothing lies so.
    """
    import shapely  # takes a fifth of a second: not for reports that speak of no border

    facing = [(side, other), (other, side)] if both else [(side, other)]
    halves = [half for here, there in facing if (half := _half(here, there, within, anchor)) is not None]
    ground = shapely.union_all(halves).simplify(_COARSE)
    parts = [part for part in shapely.get_parts(shapely.make_valid(ground)) if part.geom_type == "Polygon"]
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    middle = largest.representative_point()
    spot = round(middle.y, 4), round(middle.x, 4)
    radius = max(km_between(spot, (y, x)) for part in parts for x, y in part.exterior.coords)
    area = shapely.MultiPolygon(parts) if len(parts) > 1 else largest
    return Strip(_geojson(area), spot, round(radius, 1))


def _half(side: str, other: str, within: tuple[float, float], anchor: Spot | None) -> BaseGeometry | None:
    """The ground of `side` that lies so far from `other`, in degrees."""
    here, there = _ground(side), _ground(other)
    if here is None or there is None:
        return None
    if there.covers(here.representative_point()):
        there = there.difference(here)  # Lesotho: outlines have no holes
    if anchor is not None and (apart := _km_to(there, anchor)) <= _NO_ANCHOR_KM:
        here = here.intersection(_widened(_point(anchor), apart + _BESIDE_KM))
    least, most = within
    ground = here.intersection(_around(there, most, here)).difference(there)
    return ground.difference(_around(there, least, here)) if least > 0 else ground


def _around(shape: BaseGeometry, km: float, here: BaseGeometry) -> BaseGeometry:
    """All of `here` and about it that lies within `km` of the shape, with the shape."""
    import shapely

    if here.is_empty:
        return here
    west, south, east, north = here.bounds
    more = 2 * km / KM_PER_DEGREE
    return _widened(shapely.clip_by_rect(shape, west - 2 * more, south - more, east + 2 * more, north + more), km)


def _widened(shape: BaseGeometry, km: float) -> BaseGeometry:
    """The shape and all within `km` of it: buffered where a degree of longitude is as long as one of latitude."""
    from shapely import affinity

    if shape.is_empty:
        return shape
    narrow = math.cos(math.radians((shape.bounds[1] + shape.bounds[3]) / 2))
    wide = affinity.scale(shape, narrow, 1.0, origin=(0, 0)).buffer(km / KM_PER_DEGREE, quad_segs=3)
    return affinity.scale(wide, 1 / narrow, 1.0, origin=(0, 0))


def _point(spot: Spot) -> BaseGeometry:
    import shapely

    return shapely.Point(spot[1], spot[0])


def _km_to(shape: BaseGeometry, spot: Spot) -> float:
    import shapely

    longitude, latitude = shapely.shortest_line(_point(spot), shape).coords[-1]
    return km_between(spot, (latitude, longitude))


@cache
def _grounds() -> dict[str, list[list[tuple[float, float]]]]:
    return read_grounds()


@cache
def _ground(code: str) -> BaseGeometry | None:
    """What lies along the land borders of a country, None where it has none."""
    import shapely

    rings = _grounds().get(code)
    if not rings:
        return None
    return shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings])


def _geojson(shape: BaseGeometry) -> dict[str, Any]:
    """RFC 7946: outer rings counter-clockwise, degrees to three places."""
    import shapely

    polygons = [
        [[[round(x, 3), round(y, 3)] for x, y in ring.coords] for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(shapely.orient_polygons(shape))
    ]
    return (
        {"type": "Polygon", "coordinates": polygons[0]}
        if len(polygons) == 1
        else {"type": "MultiPolygon", "coordinates": polygons}
    )
