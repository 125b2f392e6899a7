"""Where a place of the control layer lies: the outline that we have of it, else a circle of its own radius.

Neither is a front line: nobody told us one. The outlines are those of provinces (Natural Earth, public domain).
"""

from functools import cache
from itertools import pairwise
from typing import Any

from reports.geocoding.schema import RADIUS
from reports.geocoding.shapes import Ring, Shape, read_shapes
from reports.models import Location
from reports.models.vocabulary import PlaceKind
from reports.workflow.weighing import WIDE

AREAS = {"Polygon", "MultiPolygon"}
PROVINCE = 4  # of UCDP's where_prec: known by its province only
_provinces = cache(read_shapes)


def radius_km(location: Location) -> float:
    """Of the circle around its spot; that of its kind where none is known."""
    return location.radius_km or RADIUS.get(location.place_kind, RADIUS[PlaceKind.TOWN])


def is_drawn(location: Location) -> bool:
    """Whether the layer may show it: a quarter of which only the province is known would colour the whole province."""
    wide, known = location.place_kind in WIDE, bool(location.geometry or location.gazetteer or location.place_id)
    return location.latitude is not None and (wide or known or (location.where_prec or 0) < PROVINCE)


def outline(location: Location) -> dict[str, Any] | None:
    """A GeoJSON geometry where the place has one: its own, or its province's."""
    if location.geometry and location.geometry.get("type") in AREAS:
        return location.geometry
    if location.place_kind != PlaceKind.PROVINCE or location.relation:
        return None
    for name in (location.gazetteer_id, f"{location.country_id}.{location.name}"):
        if shape := _provinces().get(name):
            return _geometry(shape)
    return None


def _geometry(shape: Shape) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [[_wound(ring)] for ring in shape.rings]}


def _wound(ring: Ring) -> list[list[float]]:
    """Closed, and counter-clockwise as RFC 7946 has outer rings."""
    closed = [*ring, ring[0]]
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed))
    return [list(point) for point in (closed if area > 0 else reversed(closed))]
