"""Give the places of a reading their coordinates, a precision in kilometres and in UCDP's numbers, and alternatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, Protocol

from reports.extraction.cues import cue
from reports.extraction.model import Document, Place, Unresolved

from .borders import by_borders
from .geometry import km_between, spot_of, spot_of_part
from .resolve import Choice, Resolver
from .schema import UNSOURCED, WHERE_PREC
from .surroundings import by_surroundings

_LINES = frozenset({"country", "river"})  # no spot: a pin in the middle of a country or a river is a false one
_HELD = frozenset({"site", "neighbourhood", "district", "airport", "base", "crossing", "road"})
_NATURE = cue("geocoding", "nature")
_URBAN = cue("geocoding", "urban")
_PARTS = cue("geocoding", "parts")
_TOWNS_OF = cue("geocoding", "towns_of")
_IN = ("in", "of", "at", "near", "on")
_VALUES = attrgetter(*[field.name for field in fields(Place)])
_SPOT = ("latitude", "longitude", "radius_km", "where_prec")
_FAR_OFF = 40.0  # km
_HOLDERS = frozenset({"city", "town", "village", "district"})


class GeocoderLike(Protocol):
    """geopy's interface, as much of it as is used here."""

    geocode: Callable[..., Any]


def locate(document: Document, geocoder: GeocoderLike) -> Document:
    """A copy of `document` whose places are located; what has no spot and should have one is in `unresolved`."""
    located = replace(document, places=[_copy(p) for p in document.places], unresolved=list(document.unresolved))
    resolver = Resolver(located, geocoder)
    choices = [resolver.choose(place) for place in located.places]
    for place, choice in zip(located.places, choices, strict=True):
        _fill(place, choice)
    behind = [*located.places[1:], None]
    for place, choice, after in zip(located.places, choices, behind, strict=False):
        if _of_another_town(place, after, located):
            place.gazetteer = place.id = None
            _by_holder(place, located)
        elif choice.best is None:
            _by_holder(place, located)
        if (
            place.latitude is None
            and place.clue.get("within")
            and place.kind not in ("country", "river", "region", "road")
        ):
            _by_province(place, resolver)
    for place in located.places:
        _describe(place, resolver)
    for place, rule in by_surroundings(located):
        _owe(place, rule, "country", *_SPOT)
    for place, reason in by_borders(located, resolver):
        if reason:
            located.unresolved.append(Unresolved(place.start, place.end, place.text, reason))
        else:
            _owe(place, "along-the-border", "country", "area", *_SPOT)
    for place, choice in zip(located.places, choices, strict=True):
        if place.latitude is None and choice.reason and place.kind not in ("country", "river", "region", "road"):
            located.unresolved.append(Unresolved(place.start, place.end, place.text, choice.reason))
    located.unresolved.sort(key=lambda u: (u.start, u.end))
    return located


def _copy(place: Place) -> Place:
    made = Place(*_VALUES(place))  # `dataclasses.replace` takes many times as long
    made.relation = dict(place.relation) if place.relation else None
    made.clue, made.alternatives, made.rules = dict(place.clue), [], dict(place.rules)
    return made


def _fill(place: Place, choice: Choice) -> None:
    raw = choice.best
    place.alternatives = [_short(other) for other in choice.others]
    place.confidence = round(choice.confidence, 2)
    place.rules["alternatives"] = choice.rule
    if raw is None:
        place.country = place.country if place.clue.get("led_back") else None
        return
    place.gazetteer, place.id, place.country = raw["gazetteer"], raw["id"], raw["country"]
    _owe(place, choice.rule, "gazetteer", "id", "country", *_SPOT)
    typed = place.clue.get("kinds") and not choice.whole
    if "part" in place.clue:
        bare = place.text if not place.clue.get("led_back") else place.name
        place.rules["name"] = "part-of-it"
        place.name = bare if place.clue.get("led_back") else f"{place.text.split()[0].lower()} {raw['name']}"
    elif not place.clue.get("second"):
        if not typed or raw["kind"] in place.clue["kinds"] or place.text.isupper():  # "NASIR COUNTY"
            place.name, place.rules["name"] = raw["name"], choice.rule
        if not typed or raw["kind"] in ("province", "region"):
            place.kind, place.rules["kind"] = raw["kind"], choice.rule
    place.where_prec = WHERE_PREC[place.kind]
    place.radius_km = raw["radius_km"]
    if raw["origin"] == UNSOURCED and place.where_prec == 1:  # set from memory of maps: an area, never a pin
        place.where_prec = 2
    if place.kind not in _LINES and raw["latitude"] is not None:
        place.latitude, place.longitude = raw["latitude"], raw["longitude"]
    if typed and raw["kind"] not in place.clue["kinds"]:  # "X airport", of which only X is known
        province = place.kind == "province"  # "Taez province", of which only the city is known
        place.radius_km = max(raw["radius_km"] or 0.0, 60.0 if province else 10.0)
        place.where_prec = WHERE_PREC["province"] if province else 2
        _owe(place, "town-of-that-name", "radius_km", "where_prec")


def _owe(place: Place, rule: str, *names: str) -> None:
    """Write down that fields of a place come from a rule."""
    place.rules |= dict.fromkeys(names, rule)


def _short(raw: dict[str, Any]) -> dict[str, Any]:
    keys = ("name", "country", "kind", "latitude", "longitude", "gazetteer", "id")
    return {key: raw[key] for key in keys}


def _by_holder(place: Place, document: Document) -> None:
    """ "Mirwais Hospital in Kandahar": a part of a town that no gazetteer has is put where the town is."""
    if place.rule == "border" or place.sentence is None or place.relation is not None:
        return
    last_word = place.text.split()[-1].casefold()
    if place.kind not in _HELD or last_word in _NATURE or place.kind == "road":
        return
    holder = _holder(place, document)
    if holder is None:
        return
    place.latitude, place.longitude, place.country = holder.latitude, holder.longitude, holder.country
    place.radius_km = max(holder.radius_km or 0.0, 10.0)
    place.where_prec = 2
    place.confidence = 0.5
    if holder.clue.get("part", -1) >= 0 and holder.sentence == place.sentence:
        spot_of_part(place, holder.clue["part"])  # "the Karama district of eastern Mosul"
    _owe(place, "town-it-stands-in", "country", *_SPOT)


def _by_province(place: Place, resolver: Resolver) -> None:
    """ "Maga, Kebbi state", where no gazetteer has that Maga: somewhere in the province, drawn as an area."""
    province = resolver.holder(place.clue["within"])
    if province is None:
        return
    place.latitude, place.longitude, place.country = province["latitude"], province["longitude"], province["country"]
    place.radius_km, place.where_prec, place.confidence = province["radius_km"], 4, 0.4
    _owe(place, "province-it-lies-in", "country", *_SPOT)


def _of_another_town(place: Place, after: Place | None, document: Document) -> bool:
    """ "Tishreen University in the port city of Latakia": the one on record stands elsewhere."""
    if place.kind not in _HELD or place.latitude is None or place.longitude is None or "part" in place.clue:
        return False
    if after is None or after.sentence != place.sentence or after.start < place.end:
        return False
    if after.kind not in _HOLDERS or after.latitude is None or after.longitude is None:
        return False
    if not after.id or after.relation or not _in_it(document.text[place.end : after.start]):
        return False
    apart = km_between((place.latitude, place.longitude), (after.latitude, after.longitude))
    return apart > _FAR_OFF + (place.radius_km or 0.0) + (after.radius_km or 0.0)


def _holder(place: Place, document: Document) -> Place | None:
    """The town that the words put the place in: the one right after it, the last one before it, its section's front."""
    near = [p for p in document.places if p.kind in _HOLDERS and p.latitude is not None and p is not place and p.id]
    same = [p for p in near if p.sentence == place.sentence and not p.relation]
    after = [p for p in same if _in_it(document.text[place.end : p.start])]
    before = [p for p in same if p.end <= place.start]
    if after:
        return after[0]
    if place.kind not in ("neighbourhood", "district") and place.text.split()[-1].casefold() not in _URBAN:
        return None
    if before:
        return before[-1]
    section = document.sentences[place.sentence or 0].section
    if section is not None:
        heading = document.sections[section]
        for p in near:
            if heading.start <= p.start < heading.end:
                return p
    earlier = [p for p in near if p.end <= place.start and p.role == "event"]
    if earlier and (place.sentence or 0) - (earlier[-1].sentence or 0) <= 2:
        return earlier[-1]
    counts = Counter(p.id for p in near if p.kind in ("city", "town") and p.role == "event")
    return max(near, key=lambda p: counts[p.id], default=None) if counts else None


def _in_it(gap: str) -> bool:
    """ "Mirwais Hospital in Kandahar", "the Karari district of Omdurman", "Salam, a quarter on the edge of Mosul"."""
    words = gap.replace(",", " ").split()
    skipped = next(
        (k for k, word in enumerate(words) if word not in ("a", "an", "the") and word.removesuffix("s") not in _PARTS),
        0,
    )
    apposed = skipped > 1 and gap.lstrip().startswith(",")
    words = words[skipped:]
    if len(words) > 2 and words[-1] == "of" and words[0] in _IN and words[-2] in _TOWNS_OF and "," not in gap:
        return len(words) < 7  # "in the western port city of"
    last = words[-1] if words else ""
    return (
        0 < len(words) < (8 if apposed and gap.count(",") == 1 else 4)
        and words[0] in _IN
        and (last in _IN or last in ("the", "city", "central") or last.endswith("-held"))
    )


def _describe(place: Place, resolver: Resolver) -> None:
    """Move a place to the spot that its relation describes, or to the part of it that is named."""
    if place.latitude is None or place.longitude is None:
        return
    if "part" in place.clue:
        if place.clue.get("part_of_country"):
            place.latitude = place.longitude = None
            return
        spot_of_part(place, place.clue["part"])
        _owe(place, "part-of-it", *_SPOT)
    elif place.clue.get("side") is not None:
        spot_of_part(place, place.clue["side"])
        _owe(place, "side-of-it", *_SPOT)
    if place.relation is None:
        return
    second = resolver.spot(place.clue["second"], place.country) if place.clue.get("second") else None
    anchor = place.latitude, place.longitude
    spot_of(place, second)
    if place.relation is not None:
        moved = anchor != (place.latitude, place.longitude)
        _owe(place, f"{place.relation['kind']}-phrase", *(_SPOT if moved else _SPOT[2:]), "area")
