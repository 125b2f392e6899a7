"""Where a place without a record may lie, by what stands around its name: an area with a wide radius, never a pin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.extraction.model import Document, Place

NAMED = frozenset({"type", "strong", "taken", "locative"})  # cues that make a name a place beyond doubt
_SPOTS = frozenset({"city", "town", "village", "neighbourhood", "site", "airport", "base", "crossing", "district"})
_LARGER = frozenset({"city", "town", "village", "district", "province"})
_LIES = re.compile(
    r"\s*[,(—–-]{1,2}\s*(?:\w+\s+){0,5}$"
)  # ", some", ", an oil town", between a name and "50 km to the north"
_NEARBY = re.compile(r"\b(?:nearby|neighbouring|neighboring)\b[^.;]{0,30}$", re.IGNORECASE)
_UNDER_A_TOWN, _BESIDE, _AFTER = 60.0, 80.0, 100.0  # km that such a place may be off
_NEAR = 25.0


def by_surroundings(document: Document) -> Iterator[tuple[Place, str]]:
    """Fill in the spots of places that no gazetteer has, and tell by which rule; needs all others located."""
    placed: dict[str, Place] = {}
    for place in document.places:
        if place.latitude is not None or place.kind not in _SPOTS or place.relation or place.rule == "border":
            continue
        if (
            place.sentence is None
            or place.clue.get("part_of_country")
            or not (_sure(place) or _listed(place, document))
        ):
            continue
        for rule, find, radius in _RULES:
            if (anchor := find(place, document)) is not None and _take(place, anchor, radius):
                placed[str(place.clue.get("query")).casefold()] = place
                yield place, rule
                break
    for place in document.places:
        if place.latitude is not None and place.relation is None and "part" not in place.clue:
            placed.setdefault(str(place.clue.get("query")).casefold(), place)
    for place in document.places:  # the same name elsewhere: in a title, in a list
        known = placed.get(str(place.clue.get("query")).casefold())
        if known is not None and place.latitude is None and place.kind in _SPOTS and not place.relation:
            _take(place, known, known.radius_km or _BESIDE)
            yield place, "same-name"


def _sure(place: Place) -> bool:
    return place.clue.get("cue") in NAMED or place.rules.get("role") == "title"


def _take(place: Place, anchor: Place, radius: float) -> bool:
    if anchor.latitude is None:
        return False
    place.latitude, place.longitude, place.country = anchor.latitude, anchor.longitude, anchor.country
    place.radius_km = max(anchor.radius_km or 0.0, radius)
    place.where_prec, place.confidence = (3 if radius <= _NEAR else 4), 0.3
    return True


def _described(place: Place, document: Document) -> Place | None:
    """ "La Gabarra, 50 km to the north", "Catengue, 260 km west of Huambo": the spot that the phrase describes."""
    for other in _beside(place, document):
        relation = other.relation
        if relation is None or relation["kind"] not in ("distance", "direction") or relation["bearing"] is None:
            continue
        if relation["start"] >= place.end and _LIES.fullmatch(document.text, place.end, relation["start"]):
            return other
    return None


def _nearby(place: Place, document: Document) -> Place | None:
    """ "in the nearby village of Susian": near the place named last."""
    sentence = document.sentences[place.sentence or 0]
    if not _NEARBY.search(document.text, sentence.start, place.start):
        return None
    before = [p for p in _located(document) if p.end <= place.start and p.sentence is not None]
    close = [p for p in before if (place.sentence or 0) - (p.sentence or 0) <= 1]
    return close[-1] if close else None


def _front(place: Place, document: Document) -> Place | None:
    """The town, district or province of the heading that it is reported under."""
    section = document.sentences[place.sentence or 0].section
    if section is None:
        return None
    heading = document.sections[section]
    return next((p for p in _located(document) if heading.start <= p.start < heading.end), None)


def _listed(place: Place, document: Document) -> Place | None:
    """ "near Kut and Norabak": near the one before it in a list."""
    before = [p for p in _located(document) if p.sentence == place.sentence and p.end <= place.start]
    if not before or document.text[before[-1].end : place.start].strip() not in ("and", ",", ", and", "or"):
        return None
    return before[-1]


def _named_beside(place: Place, document: Document) -> Place | None:
    """The nearest place of the same sentence that has a spot."""
    here = [p for p in _beside(place, document) if p.latitude is not None and p.kind in _LARGER and not p.relation]
    here = [p for p in here if p.role not in ("dateline", "metonym") and p.rules.get("role") != "speaker" and p.id]
    return min(here, key=lambda p: abs(p.start - place.start), default=None)


def _named_before(place: Place, document: Document) -> Place | None:
    """The last scene of the two sentences before."""
    sentence = place.sentence or 0
    before = [p for p in _located(document) if p.sentence is not None and 0 < sentence - p.sentence <= 2]
    return next((p for p in reversed(before) if p.role == "event"), None)


def _beside(place: Place, document: Document) -> list[Place]:
    return [p for p in document.places if p.sentence == place.sentence and p is not place]


def _located(document: Document) -> list[Place]:
    return [p for p in document.places if p.latitude is not None and p.kind in _LARGER and p.id and not p.relation]


_RULES = (
    ("as-far-as-told", _described, 10.0),
    ("nearby", _nearby, _NEAR),
    ("listed-with", _listed, _UNDER_A_TOWN),
    ("front-it-is-under", _front, _UNDER_A_TOWN),
    ("beside-it", _named_beside, _BESIDE),
    ("told-before-it", _named_before, _AFTER),
)
