"""What an editor teaches once, while deciding: a name of a front, group or source, or a place and where it lies."""

from typing import Any

from reports.extraction.folding import fold
from reports.geocoding.geometry import km_between
from reports.models import Alias, Country, Front, Location, Place

SAME_PLACE_KM = 25.0  # two of one name, kind and country that are further apart are two places


def teach(words: str, *, kind: str = "alias", preferred: bool = False, **owner: Any) -> Alias | None:
    """Keep a name of its owner, everywhere; None where the owner goes by it already, or it has no letters."""
    text = " ".join(words.split())[:200]
    if not fold(text) or Alias.objects.filter(folded=fold(text), **owner).exists():
        return None
    return Alias.objects.create(text=text, kind=kind, preferred=preferred, **owner)


def remember_place(location: Location, words: str, by, *, scope: Country | Front | None = None) -> Place | None:
    """Keep where a name lies, so that the next reading knows; None where the pin or the country is missing.

    `words` mean the place in `scope` from now on: a country, a front, or the place's own country where none is given.
    Where they meant another place there, the last word counts.
    """
    if location.latitude is None or location.longitude is None or location.country is None or not location.place_kind:
        return None
    place = _known(location) or Place(name=location.name, country=location.country, kind=location.place_kind)
    place.latitude, place.longitude = location.latitude, location.longitude
    place.radius_km = location.radius_km if location.radius_km is not None else 5
    place.where_prec = location.where_prec or 1
    place.gazetteer, place.gazetteer_id = _gazetteer(location)
    place.set_by = by
    place.save()
    where: dict[str, Any] = {"on_front": scope} if isinstance(scope, Front) else {"in_country": scope or place.country}
    Alias.objects.filter(folded=fold(words), place__isnull=False, shipped=False, **where).exclude(place=place).delete()
    if not Alias.objects.filter(place=place, folded=fold(words), in_country=None, on_front=None).exists():
        teach(words, place=place, **where)
    return place


def _known(location: Location) -> Place | None:
    """The desk's place of that name and kind, where it lies there or has no spot yet."""
    namesakes = Place.objects.kept().filter(name=location.name, country=location.country, kind=location.place_kind)
    spot = (location.latitude, location.longitude)
    if location.place_id and (own := namesakes.filter(pk=location.place_id).first()):
        return own
    for place in namesakes.order_by("pk"):
        if place.latitude is None or place.longitude is None:
            return place
        if km_between(spot, (place.latitude, place.longitude)) <= SAME_PLACE_KM:  # type: ignore[arg-type]
            return place
    return None


def _gazetteer(location: Location) -> tuple[str, str]:
    """The record that the pin stands on; none where an editor dragged it, or it is the desk's own place."""
    own = location.gazetteer == "desk"
    return ("", "") if own else (location.gazetteer, location.gazetteer_id)
