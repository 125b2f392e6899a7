"""Where a place without a record may lie, by what stands around its name: an area with a wide radius, never a pin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reports.extraction.cues import cue
from reports.extraction.model import Document, Place

NAMED = frozenset({"type", "strong", "taken", "locative"})  # cues that make a name a place beyond doubt
_SPOTS = frozenset({"city", "town", "village", "neighbourhood", "site", "airport", "base", "crossing", "district"})
_LARGER = frozenset({"city", "town", "village", "district", "province"})
_LIES = re.compile(
    r"\s*[,(—–-]{1,2}\s*(?:\w+\s+){0,5}$"
)  # ", some", ", an oil town", between a name and "50 km to the north"
_NEARBY = re.compile(rf"\b(?:{'|'.join(sorted(cue('geocoding', 'nearby')))})\b[^.;]{{0,30}}$", re.IGNORECASE)
_UNDER_A_TOWN, _BESIDE, _AFTER = 60.0, 80.0, 100.0  # km that such a place may be off
_NEAR = 25.0
_ELSEWHERE = frozenset({"speaker", "abroad"})


def by_surroundings(document: Document) -> Iterator[tuple[Place, str]]:
    """Fill in the spots of places that no gazetteer has, and tell by which rule; needs all others located."""
    around = _Around(document)
    placed: dict[str, Place] = {}
    best: dict[str, tuple[int, Place]] = {}  # one name is one place: where the words tell most of it
    lost = [place for place in document.places if _lost(place) and not place.clue.get("part_of_country")]
    for place in lost:
        if _sure(place) or around.listed(place):
            for order, (rule, _) in enumerate(_RULES[: best.get(_name(place), (len(_RULES),))[0]]):
                if (anchor := around.find(rule, place)) is not None and anchor.latitude is not None:
                    best[_name(place)] = order, anchor
                    break
    for place in lost:
        if (_sure(place) or around.listed(place)) and (told := best.get(_name(place))) is not None:
            rule, radius = _RULES[told[0]]
            _take(place, told[1], radius)
            yield place, rule
    for place in document.places:
        if place.latitude is not None and place.relation is None and "part" not in place.clue:
            placed.setdefault(_name(place), place)
    for place in document.places:  # the same name elsewhere: in a title, in a heading
        known = placed.get(_name(place))
        if known is not None and place.latitude is None and place.kind in _SPOTS and not place.relation:
            _take(place, known, known.radius_km or _BESIDE)
            yield place, "same-name"


def _lost(place: Place) -> bool:
    """A place in a sentence that should have a spot and has none."""
    unplaced = place.latitude is None and place.sentence is not None and place.kind in _SPOTS
    return unplaced and not place.relation and place.rule != "border"


def _sure(place: Place) -> bool:
    return place.clue.get("cue") in NAMED or place.rules.get("role") == "title"


def _name(place: Place) -> str:
    return str(place.clue.get("query")).casefold()


def _take(place: Place, anchor: Place, radius: float) -> bool:
    if anchor.latitude is None:
        return False
    place.latitude, place.longitude, place.country = anchor.latitude, anchor.longitude, anchor.country
    place.radius_km = max(anchor.radius_km or 0.0, radius)
    place.where_prec, place.confidence = (3 if radius <= _NEAR else 4), 0.3
    return True


class _Around:
    """What stands around a place, by sentence and by heading."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.all: dict[int, list[Place]] = {}
        self.located: dict[int, list[Place]] = {}  # by a record, and in the words themselves
        self.heads: list[Place] = []
        for place in document.places:
            known = place.latitude is not None and place.kind in _LARGER and place.id and not place.relation
            if place.sentence is not None:
                self.all.setdefault(place.sentence, []).append(place)
            if known and place.sentence is None:
                self.heads.append(place)
            elif known and place.sentence is not None:
                self.located.setdefault(place.sentence, []).append(place)
        self.story = self._story()

    def find(self, rule: str, place: Place) -> Place | None:
        """The place that the rule leads to."""
        found: Place | None = getattr(self, rule.replace("-", "_"))(place)
        return found

    def as_far_as_told(self, place: Place) -> Place | None:
        """ "La Gabarra, 50 km to the north", "Catengue, 260 km west of Huambo": the spot that the phrase describes."""
        for other in self.all[place.sentence or 0]:
            relation = other.relation
            if relation is None or relation["kind"] not in ("distance", "direction") or relation["bearing"] is None:
                continue
            start = relation["start"]
            if start >= place.end and _LIES.fullmatch(self.document.text, place.end, start):
                return other
        return None

    def nearby(self, place: Place) -> Place | None:
        """ "in the nearby village of Susian": near the place named last."""
        number = place.sentence or 0
        sentence = self.document.sentences[number]
        if not _NEARBY.search(self.document.text, sentence.start, place.start):
            return None
        before = [*self.located.get(number - 1, ()), *self.located.get(number, ())]
        return next((p for p in reversed(before) if p.end <= place.start), None)

    def listed(self, place: Place) -> Place | None:
        """ "near Kut and Norabak": near the one before it in a list."""
        before = [p for p in self.located.get(place.sentence or 0, ()) if p.end <= place.start]
        if not before or self.document.text[before[-1].end : place.start].strip() not in ("and", ",", ", and", "or"):
            return None
        return before[-1]

    def front_it_is_under(self, place: Place) -> Place | None:
        """The town, district or province of the heading that it is reported under."""
        section = self.document.sentences[place.sentence or 0].section
        if section is None:
            return None
        heading = self.document.sections[section]
        return next((p for p in self.heads if heading.start <= p.start < heading.end), None)

    def beside_it(self, place: Place) -> Place | None:
        """The nearest place of the same sentence that has a spot."""
        here = [p for p in self.located.get(place.sentence or 0, ()) if p.role not in ("dateline", "metonym")]
        here = [p for p in here if p is not place and p.rules.get("role") not in _ELSEWHERE and self._at_home(p, place)]
        return min(here, key=lambda p: abs(p.start - place.start), default=None)

    def told_before_it(self, place: Place) -> Place | None:
        """The last scene of the two sentences before."""
        number = place.sentence or 0
        before = [*self.located.get(number - 2, ()), *self.located.get(number - 1, ())]
        return next((p for p in reversed(before) if p.role == "event" and self._at_home(p, place)), None)

    def where_the_story_is(self, place: Place) -> Place | None:
        """In a story without fronts, the town that it names most."""
        return self.story

    def _story(self) -> Place | None:
        """That town, named twice at least."""
        if any(section.level in ("front", "country") for section in self.document.sections):
            return None
        here = [p for found in self.located.values() for p in found]
        towns = [p for p in here if p.role == "event" and p.kind in ("city", "town")]
        counts = Counter(p.id for p in towns)
        most = max(towns, key=lambda p: counts[p.id], default=None)
        return most if most is not None and counts[most.id] > 1 else None

    def _at_home(self, anchor: Place, place: Place) -> bool:
        """Not in another land than that of the heading that the place stands under."""
        section = self.document.sentences[place.sentence or 0].section
        land = None if section is None else self.document.sections[section].country
        return land is None or anchor.country is None or anchor.country == land


_RULES = (
    ("as-far-as-told", 10.0),
    ("nearby", _NEAR),
    ("listed", _UNDER_A_TOWN),
    ("front-it-is-under", _UNDER_A_TOWN),
    ("beside-it", _BESIDE),
    ("told-before-it", _AFTER),
    ("where-the-story-is", _AFTER),
)
