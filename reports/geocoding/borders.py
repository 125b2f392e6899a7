"""Which border, and which stretch of it, a mention of one means: "the Turkish border" of a report on Syria."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reports.extraction.model import Document, Place

from . import borderlands
from .schema import WHERE_PREC

if TYPE_CHECKING:
    from .resolve import Resolver

NEAR_KM, ON_KM = 25.0, 10.0  # "near the border"; "on the border", "along the border"
_GIVE = 0.1  # "20 km from the border": give or take a tenth,
_LEAST_KM = 2.0  # and no less than the outlines are off
_LONGEST_KM = 650.0  # a radius: "somewhere along the Russian border" of China is no place


def by_borders(document: Document, resolver: Resolver) -> Iterator[tuple[Place, str]]:
    """Draw the ground that each border means, and tell why where none is drawn ("" where one is)."""
    for place in document.places:
        if place.clue.get("border"):
            yield place, _draw(place, document, resolver)


def _draw(place: Place, document: Document, resolver: Resolver) -> str:
    named = place.clue["border"]
    sides = _sides(place, document, resolver)
    if sides is None:
        return "the two countries have no border" if len(named) > 1 else "no neighbour of that country is spoken of"
    side, other = sides
    both = len(named) > 1 and side != resolver.country_of_section(place)
    place.country = None if both else side
    ground = borderlands.strip(side, other, _within(place), both, _anchor(place, document, resolver))
    if ground is None:
        return "nothing lies so far from that border"
    if ground.radius_km > _LONGEST_KM:
        return "the border is too long to be one place"
    place.latitude, place.longitude = ground.spot
    place.radius_km, place.area, place.where_prec = ground.radius_km, ground.area, WHERE_PREC["region"]
    place.confidence = 0.5
    return ""


def _sides(place: Place, document: Document, resolver: Resolver) -> tuple[str, str] | None:
    """The country on whose ground it is, and the one across the border."""
    named, here = place.clue["border"], resolver.country_of_section(place)
    if len(named) > 1:
        pair = (named[1], named[0]) if here == named[1] else (named[0], named[1])
        return pair if borderlands.are_neighbours(*pair) else None
    beside = [p.country for p in document.places if p.sentence == place.sentence and p is not place]
    for side in (here, *beside, *resolver.votes.most(4)):
        if side and borderlands.are_neighbours(side, named[0]):
            return side, named[0]
    return None


def _within(place: Place) -> tuple[float, float]:
    """From how many to how many kilometres off the border."""
    relation = place.relation or {}
    km = relation.get("distance_km")
    if km is None:
        return 0.0, ON_KM if place.clue.get("on_it") else NEAR_KM
    if relation["kind"] == "within":
        return 0.0, max(km, _LEAST_KM)
    give = max(_GIVE * km, _LEAST_KM)
    return max(km - give, 0.0), km + give


def _anchor(place: Place, document: Document, resolver: Resolver) -> borderlands.Spot | None:
    """The spot of the nearest place of the sentence, else of the front that it stands under."""
    beside = [
        (abs(p.start - place.start), p.latitude, p.longitude)
        for p in document.places
        if p.sentence == place.sentence and p.latitude is not None and p.longitude is not None and p.kind != "country"
    ]
    if beside:
        _, latitude, longitude = min(beside)
        return latitude, longitude
    return resolver.ground.fronts.get(resolver.ground.section(place))
