"""Several geocoders as one: the places editors fixed, the offline gazetteer, then Nominatim where it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from reports.extraction.folding import fold, folded_words
from reports.extraction.names import NameHit

from .gazetteer import Gazetteer, codes_of
from .nominatim import Nominatim
from .schema import EDITORS, RADIUS


@dataclass(frozen=True, slots=True)
class EditorPlace:
    """A place as the desk keeps it. `country`: ISO 3166-1 alpha-2, or None for no one's. `names`: its spellings;
    `scoped`: names that mean it only in a report on one of some countries ("the camp").
    """

    id: str
    name: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None = None
    names: tuple[str, ...] = field(default=())
    scoped: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def location(self, only_in: tuple[str, ...] = ()) -> Location:
        """The place as geopy has it."""
        raw = {
            "gazetteer": "desk", "id": self.id, "name": self.name, "kind": self.kind, "country": self.country,
            "admin1": "", "latitude": self.latitude, "longitude": self.longitude, "population": 0,
            "radius_km": self.radius_km if self.radius_km is not None else RADIUS[self.kind], "rank": EDITORS,
            "main": True, "exact": True, "origin": "set by an editor", "only_in": only_in,
        }  # fmt: skip
        return Location(self.name, Point(self.latitude or 0.0, self.longitude or 0.0), raw)


class EditorPlaces(Geocoder):
    """geopy's interface over a plain list of the desk's places; names are compared by folding key, whole."""

    def __init__(self, places: Iterable[EditorPlace]) -> None:
        super().__init__(user_agent="frontdesk")
        self._by_key: dict[str, dict[str, Location]] = {}  # the places of a name, by their id
        self.longest = 0
        for place in places:
            scoped = {fold(name) for name, _ in place.scoped}
            own = () if fold(place.name) in scoped else (place.name,)  # its own name may be one of some countries only
            for name, only_in in (*place.scoped, *((name, ()) for name in (*own, *place.names))):
                self.longest = max(self.longest, len(folded_words(name)))
                self._by_key.setdefault(fold(name), {})[place.id] = place.location(only_in)

    def geocode(  # type: ignore[no-untyped-def]
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
    ):
        """The places of that name, in the order given."""
        codes = codes_of(country_codes)
        known = self._by_key.get(fold(query), {}).values()
        found = [spot for spot in known if not codes or spot.raw["country"] in codes]
        return _answer(found, exactly_one)


class ChainGeocoder(Geocoder):
    """Editors' places and the gazetteer answer together, editors first; Nominatim only where both know nothing."""

    def __init__(
        self, gazetteer: Gazetteer, editors: Iterable[EditorPlace] = (), nominatim: Nominatim | None = None
    ) -> None:
        super().__init__(user_agent="frontdesk")
        self.gazetteer = gazetteer
        self.editors = EditorPlaces(editors)
        self.nominatim = nominatim
        self.version = gazetteer.version
        self.longest = max(gazetteer.longest, self.editors.longest)

    def look(self, words: str) -> tuple[NameHit, ...]:
        """What the reader asks (`Names`): the editors' places of that name, then the gazetteer's. Asks no service."""
        own = self.editors.geocode(words, exactly_one=False) or []
        hits = tuple(NameHit(spot.raw["kind"], spot.raw["country"], 0, EDITORS) for spot in own)
        return hits + self.gazetteer.look(words)

    def geocode(  # type: ignore[no-untyped-def]
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
    ):
        """geopy's `geocode`: one Location, or a list, or None; a geocoder that fails knows nothing."""
        found: list[Location] = []
        for geocoder in (self.editors, self.gazetteer):
            found += geocoder.geocode(query, exactly_one=False, country_codes=country_codes) or []
        if not found and self.nominatim is not None and country_codes:  # never the whole world for a village's name
            found = self.nominatim.geocode(query, exactly_one=False, country_codes=country_codes) or []
        return _answer(found, exactly_one)

    def why(self, query: str) -> str:
        """Why there is no answer for a name, where a geocoder failed; empty otherwise."""
        return self.nominatim.failures.get(query, "") if self.nominatim is not None else ""


def _answer(found: list[Location], exactly_one: bool) -> Any:
    if not found:
        return None
    return found[0] if exactly_one else found
