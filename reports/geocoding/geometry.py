"""Where a described spot is: geodesics for "30 km north of", "within 25 km of", "southwest of", "between A and B"."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from geopy.distance import geodesic
from geopy.point import Point

from reports.extraction.model import Place

DIRECTION_KM = 15.0  # "southwest of Mosul", without a distance: so far off, give or take 25
DIRECTION_RADIUS_KM = 25.0
PART_KM = 3.5  # "eastern Mosul": the middle of a city's side lies so far from its own
FAR_APART_KM = 400.0  # two towns further apart bound no "between"
_ELLIPSOID = geodesic()  # WGS 84


def spot_of(place: Place, second: tuple[float, float] | None = None) -> None:
    """Set coordinates, radius and area of a place from its relation; the place stands at its anchor before.

    `second` is the other end of "between"; without it, or when it is far away, the relation is dropped.
    """
    relation = place.relation
    if relation is None or place.latitude is None or place.longitude is None:
        return
    anchor = (place.latitude, place.longitude)
    kind, distance, bearing = relation["kind"], relation["distance_km"], relation["bearing"]
    place.where_prec = 2
    if kind == "between":
        _between(place, anchor, second)
    elif kind == "direction" and bearing is not None:
        _move(place, anchor, DIRECTION_KM, bearing, DIRECTION_RADIUS_KM)
        place.area = sector(anchor, bearing, 2 * DIRECTION_KM)
    elif kind == "distance" and bearing is not None and distance is not None:
        _move(place, anchor, distance, bearing, max(3.0, distance * 0.25))
        place.area = circle((place.latitude, place.longitude), place.radius_km or 3.0)
    elif distance is not None:  # no direction: a ring about the anchor, or all the ground within it
        place.radius_km = max(place.radius_km or 0.0, distance)
        place.area = circle(anchor, distance) if kind == "within" else ring(anchor, distance)


def spot_of_part(place: Place, bearing: float) -> None:
    """Move "eastern Mosul", "the north of Mosul" off its middle (bearing -1: somewhere about it), and widen it.

    The middle of a province's part lies off by half its radius.
    """
    assert place.latitude is not None and place.longitude is not None
    whole = place.radius_km or 5.0
    if place.kind == "region":
        place.radius_km = round(whole * 0.7, 1)
        if bearing >= 0:
            _move(place, (place.latitude, place.longitude), whole * 0.5, bearing, place.radius_km)
        return
    if bearing >= 0:
        _move(place, (place.latitude, place.longitude), PART_KM, bearing, max(PART_KM, whole * 0.7))
    place.where_prec = 2


def _move(place: Place, anchor: tuple[float, float], km: float, bearing: float, radius: float) -> None:
    place.latitude, place.longitude = destination(anchor, km, bearing)
    place.radius_km = round(radius, 1)


def _between(place: Place, anchor: tuple[float, float], second: tuple[float, float] | None) -> None:
    apart = geodesic(anchor, second).km if second else math.inf
    if second is None or apart > FAR_APART_KM:
        place.relation = None
        return
    bearing = bearing_to(anchor, second)
    place.latitude, place.longitude = destination(anchor, apart / 2, bearing)
    place.radius_km = round(max(2.0, apart / 2), 1)
    place.area = {"type": "LineString", "coordinates": [_lonlat(anchor), _lonlat(second)]}


def destination(anchor: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point `km` away from `anchor` (latitude, longitude) in the direction `bearing`, on the ellipsoid."""
    point = _ELLIPSOID.destination(Point(*anchor), bearing, distance=km)
    return round(point.latitude, 5), round(point.longitude, 5)


def bearing_to(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The direction from `a` to `b` in degrees from north."""
    lat1, lat2 = math.radians(a[0]), math.radians(b[0])
    dlon = math.radians(b[1] - a[1])
    x = math.sin(dlon) * math.cos(lat2)
    y = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(dlon)
    return math.degrees(math.atan2(x, y)) % 360


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on a sphere, in kilometres: for choosing, where a tenth of a percent is nothing."""
    p, q = math.radians(a[0]), math.radians(b[0])
    d = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(d)))


def km_to_nearest(spot: tuple[float, float], others: Iterable[tuple[float, float]]) -> float:
    """`km_between` for the nearest of several spots, one at least."""
    p = math.radians(spot[0])
    cos_p, longitude = math.cos(p), spot[1]
    least = 1.0
    for latitude, other in others:
        q = math.radians(latitude)
        d = math.sin((q - p) / 2) ** 2 + cos_p * math.cos(q) * math.sin(math.radians(other - longitude) / 2) ** 2
        if d < least:
            least = d
    return 12742.0 * math.asin(math.sqrt(least))


def circle(middle: tuple[float, float], km: float, points: int = 24) -> dict[str, Any]:
    """A GeoJSON polygon about `middle`."""
    ring = [_lonlat(_fast(middle, km, 360 * i / points)) for i in range(points)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def ring(middle: tuple[float, float], km: float, give: float = 0.1) -> dict[str, Any]:
    """A GeoJSON polygon with a hole: all that lies `km` from `middle`, give or take a tenth."""
    outer, inner = circle(middle, km * (1 + give)), circle(middle, km * (1 - give))
    return {"type": "Polygon", "coordinates": [outer["coordinates"][0], inner["coordinates"][0][::-1]]}


def sector(apex: tuple[float, float], bearing: float, km: float, width: float = 45.0) -> dict[str, Any]:
    """A GeoJSON polygon: the slice of a circle that a compass direction means."""
    arc = [_lonlat(_fast(apex, km, bearing - width / 2 + width * i / 8)) for i in range(9)]
    return {"type": "Polygon", "coordinates": [[_lonlat(apex), *arc, _lonlat(apex)]]}


def _fast(anchor: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """`destination` on a sphere: near enough for the outline of an area, and many times faster."""
    lat, angle, d = math.radians(anchor[0]), math.radians(bearing), km / 6371.0
    new = math.asin(math.sin(lat) * math.cos(d) + math.cos(lat) * math.sin(d) * math.cos(angle))
    east = math.atan2(math.sin(angle) * math.sin(d) * math.cos(lat), math.cos(d) - math.sin(lat) * math.sin(new))
    return math.degrees(new), anchor[1] + math.degrees(east)


def _lonlat(point: tuple[float, float]) -> list[float]:
    return [round(point[1], 4), round(point[0], 4)]
