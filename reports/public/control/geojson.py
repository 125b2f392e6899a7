"""Who holds what as GeoJSON for other programs: every place, with every source's newest word on it."""

from collections.abc import Callable
from typing import Any

from reports.public.filters import Filters
from reports.public.index import Index
from reports.public.sentences import primary_front

from . import shapes
from .held import Held, held_by
from .sides import slug_of
from .standing import Statement


def collection(filters: Filters, absolute: Callable[[str], str]) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946), one feature a place: without a geometry where no spot is known, a `Point` with
    `radius_km` for a circle. `absolute` makes an address of a path."""
    features = [_feature(one, filters.index, absolute) for one in held_by(filters, most=None)]
    return {"type": "FeatureCollection", "features": features}


def _feature(held: Held, index: Index, absolute: Callable[[str], str]) -> dict[str, Any]:
    place, standing = held.location, held.standing
    drawn = shapes.is_drawn(place)
    area = shapes.outline(place) if drawn else None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if drawn else None
    return {
        "type": "Feature",
        "id": held.key,
        "geometry": area or point,
        "properties": {
            "place": held.place,
            "country": place.country_id,
            "place_kind": place.place_kind or None,
            "shape": "outline" if area else "circle" if point else None,
            "radius_km": shapes.radius_km(place) if point else None,
            "status": standing.state,
            "sides": [slug_of(pk, index) for pk in standing.sides],
            "besieged_by": slug_of(standing.besieger, index),
            "statements": [_statement(one, held, index, absolute) for one in held.statements],
        },
    }


def _statement(one: Statement, held: Held, index: Index, absolute: Callable[[str], str]) -> dict[str, Any]:
    control, claim = one.claim, one.claim.claim
    around = one.cut
    front = primary_front(control.development)
    return {
        "id": claim.public_id,
        "stands": claim.pk in held.standing_claims,
        "status": control.control_status,
        "holder": slug_of(control.holder_id, index),
        "contender": slug_of(control.contender_id, index),
        "valid_from": control.valid_from and control.valid_from.isoformat(),
        "date_start": claim.date_start and claim.date_start.isoformat(),
        "date_end": claim.date_end and claim.date_end.isoformat(),
        "date_basis": claim.date_basis,
        "reported_at": claim.reported_at.isoformat(),
        "source": claim.source.slug if claim.source else None,
        "source_name": one.said_by or None,
        "source_side": slug_of(claim.source.affiliation_id, index) if claim.source else None,
        "stance": one.weighed.stance or "neutral",
        "grade": one.weighed.grade,
        "rivals": len(one.weighed.rivals),
        "front": front.slug if front else None,
        "sentence": around.before + around.marked + around.after,
        "marked": around.marked,
        "url": absolute(one.url),
    }
