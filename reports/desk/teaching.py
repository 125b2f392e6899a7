"""What an editor teaches once, while deciding: a name of a front, group or source, or a place and where it lies."""

from typing import Any

from reports.extraction.folding import fold
from reports.models import Alias, Location, Place


def teach(words: str, *, kind: str = "alias", preferred: bool = False, **owner: Any) -> Alias | None:
    """Keep a name of its owner, everywhere; None where the owner goes by it already, or it has no letters."""
    text = " ".join(words.split())[:200]
    if not fold(text) or Alias.objects.filter(folded=fold(text), **owner).exists():
        return None
    return Alias.objects.create(text=text, kind=kind, preferred=preferred, **owner)


def remember_place(location: Location, words: str, by) -> Place | None:
    """Keep where a name lies, so that the next reading knows; None where the pin or the country is missing."""
    if location.latitude is None or location.country is None or not location.place_kind:
        return None
    place, _created = Place.objects.update_or_create(
        name=location.name,
        country=location.country,
        kind=location.place_kind,
        defaults={
            "latitude": location.latitude,
            "longitude": location.longitude,
            "radius_km": location.radius_km if location.radius_km is not None else 5,
            "where_prec": location.where_prec or 1,
            "set_by": by,
        },
    )
    teach(words, place=place)
    return place
