"""Who holds what, for the still picture of a front."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest

from reports.public.drawn import Ground
from reports.public.filters import Filters
from reports.public.index import Index

from . import shapes
from .answers import age_by
from .held import Held
from .sides import Side, side_of
from .told import NONE, sides_of, told


def grounds(
    held: Sequence[Held], sides: Sequence[Side], filters: Filters, request: HttpRequest, address: Callable[[Held], str]
) -> list[Ground]:
    """One for each place with coordinates; `address` is where a reader finds what is said of it."""
    known = {side.pk: side for side in sides}
    age_of = age_by(request, filters)
    return [
        _ground(one, known, filters.index, all(age_of(said.claim).old for said in one.statements), address(one))
        for one in held
        if shapes.is_drawn(one.location)
    ]


def _ground(held: Held, known: dict[int, Side], index: Index, old: bool, url: str) -> Ground:
    place, standing = held.location, held.standing
    mine = [known[pk] for pk in sides_of(held, index) if pk in known]
    besieger = known.get(side_of(standing.besieger, index)) if standing.besieger else None
    area = shapes.outline(place) or {"type": "MultiPolygon", "coordinates": []}
    polygons = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    return Ground(
        latitude=place.latitude or 0.0,
        longitude=place.longitude or 0.0,
        radius_km=shapes.radius_km(place),
        rings=[[(lat, lon) for lon, lat in ring] for polygon in polygons for ring in polygon],
        state=str(standing.state),
        colours=tuple(side.colour for side in mine),
        besieger=besieger.colour if besieger else NONE if standing.state == "besieged" else None,
        old=old,
        short=" / ".join(side.short for side in mine) or "?",
        title=told(held, index),
        url=url,
    )
