"""The places of a board as the map wants them (docs/basemap.md): those where something happened and that were found."""

from typing import Any

from reports.models import Location
from reports.models.vocabulary import PlaceRole, Verdict

from . import words
from .board import Board, Card, Item


def pins(board: Board) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946); what was rejected or withdrawn is no pin."""
    cards = [card for block in board.blocks for card in block.cards]
    return {
        "type": "FeatureCollection",
        "features": [_feature(card, item, item.part) for card in cards for item in card.rest if _is_pin(item)],
    }


def _is_pin(item: Item) -> bool:
    place = item.part
    return (
        isinstance(place, Location)
        and place.role == PlaceRole.EVENT
        and place.latitude is not None
        and item.claim.verdict != Verdict.REJECTED
        and item.claim.withdrawn_at is None
    )


def _feature(card: Card, item: Item, place: Any) -> dict[str, Any]:
    development, claim = card.development, item.claim
    sentence, text = development.claim, claim.report.text
    return {
        "type": "Feature",
        "id": claim.public_id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "id": claim.public_id,
            "development": sentence.public_id,
            "precise": place.where_prec == 1 and not place.relation,
            "radius_km": place.radius_km,
            "relation": place.relation,
            "area": place.geometry,
            "kind": development.part.type,  # type: ignore[union-attr]
            "kind_label": development.part.get_type_display(),  # type: ignore[union-attr]
            "name": place.name,
            "precision": words.where_precision(place),
            "before": text[sentence.start : claim.start],
            "marked": text[claim.start : claim.end],
            "after": text[claim.end : sentence.end],
            "source": development.said_by,
            "date": development.period,
            "url": f"#{item.anchor}",
        },
    }
