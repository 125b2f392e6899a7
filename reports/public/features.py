"""GeoJSON for the map: one feature for each place where a development happened (docs: the contract with the map)."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from reports.models import Claim, Development, Location, Report
from reports.models.vocabulary import DevelopmentType

from . import naming, words
from .index.spots import spot_key
from .sentences import cut, primary_front

# What the map needs of a relation; the area that it describes is the location's own.
RELATION = ("kind", "distance_km", "bearing")


def collection(locations: Iterable[Location]) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946) of places as `sentences.mapped` loads them."""
    return {"type": "FeatureCollection", "features": [feature(location) for location in locations]}


def feature(location: Location) -> dict[str, Any]:
    """One place of one development. A precise one is a pin, any other an area of `radius_km`, or its `area`."""
    development = location.development
    claim, front = development.claim, primary_front(development)
    around = cut(location.sentence, claim, location.claim)  # type: ignore[attr-defined]
    told = [figure for figure in development.public_figures if not figure.same_as_id and not figure.part_of_id]  # type: ignore[attr-defined]
    return {
        "type": "Feature",
        "id": location.claim.public_id,
        "geometry": {"type": "Point", "coordinates": [location.longitude, location.latitude]},
        "properties": {
            "id": location.claim.public_id,
            "development": claim.public_id,
            "spot": spot_of(location),
            "precise": is_precise(location),
            "where_prec": location.where_prec,
            "radius_km": location.radius_km,
            "relation": {name: value for name, value in (location.relation or {}).items() if name in RELATION} or None,
            "area": location.geometry,
            "kind": development.type,
            "kind_label": str(DevelopmentType(development.type).label),
            "status": claim.status,
            "name": naming.place(location),
            "country": location.country_id,
            "precision": words.precision(location),
            "before": around.before,
            "marked": around.marked,
            "after": around.after,
            "source": naming.who(claim) or None,
            "reported": reported(claim),
            "reported_at": claim.reported_at.isoformat(),
            "date": words.when(claim),
            "date_start": claim.date_start.isoformat() if claim.date_start else None,
            "date_end": claim.date_end.isoformat() if claim.date_end else None,
            "date_basis": claim.date_basis,
            "front": front.slug if front else None,
            "front_name": naming.called(front) if front else None,
            "url": sentence_url(claim.report, location.claim),
            "figures": "; ".join(words.figure_in_short(figure) for figure in told) or None,
        },
    }


def is_precise(location: Location) -> bool:
    """Whether it is a pin, not an area."""
    return location.where_prec == 1 and not location.relation


def spot_of(location: Location) -> str:
    """The key of the point of the map at which it stands; empty without coordinates."""
    if location.latitude is None or location.longitude is None:
        return ""
    return spot_key(location.latitude, location.longitude, is_precise(location), location.radius_km)


def spots_of(development: Development) -> str:
    """The points of the map at which a development stands, for the scripts that link list and map."""
    return " ".join(dict.fromkeys(filter(None, map(spot_of, development.public_locations))))  # type: ignore[attr-defined]


def sentence_url(report: Report, claim: Claim) -> str:
    """Where a reader finds the words of a claim, highlighted."""
    return f"{reverse('report', args=[report.public_id])}#c-{claim.public_id}"


def reported(claim: Claim) -> str:
    """When the report said it, in UTC: "11 Dec 2016, 17:00 UTC"; only the day where no hour is known."""
    at = timezone.localtime(claim.reported_at)
    day = words.day(at.date())
    if claim.report.as_of is None:
        return day
    return _("%(day)s, %(time)s UTC") % {"day": day, "time": formats.time_format(at, "H:i")}
