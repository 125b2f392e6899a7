"""From public places to what a still picture draws of them."""

from collections.abc import Iterable

from reports.models import Location
from reports.models.covering import shown

from . import features, kinds, naming, words
from .drawn import Spot

MARKS = 300  # places of a still picture, the newest: more could not be told apart


def spots(locations: Iterable[Location], absolute=lambda path: path) -> list[Spot]:
    """A mark for a precise place, an area for any other; `absolute` makes an address of a path."""
    return [
        Spot(
            latitude=location.latitude,
            longitude=location.longitude,
            kind=kinds.class_of(location.development.type),
            radius_km=0 if features.is_precise(location) else location.radius_km or 0,
            title=f"{words.listed([naming.place(location), words.precision(location)])}: {shown(location.sentence)}",  # type: ignore[attr-defined]
            url=absolute(features.sentence_url(location.development.claim.report, location.claim)),
        )
        for location in locations
        if location.latitude is not None and location.longitude is not None
    ]
