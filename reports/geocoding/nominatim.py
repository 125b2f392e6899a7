"""Nominatim through geopy, as a last resort: rate limited, remembered, and never a reason for a reading to fail."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim as GeopyNominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from .gazetteer import codes_of
from .schema import RADIUS

_KINDS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village", "suburb": "neighbourhood",
    "neighbourhood": "neighbourhood", "quarter": "neighbourhood", "state": "province", "province": "province",
    "county": "district", "district": "district", "aerodrome": "airport", "river": "river", "country": "country",
}  # fmt: skip
_PAUSE = 60.0  # seconds without a question after three failures in a row


class Nominatim(Geocoder):
    """geopy's interface. `user_agent` must say who asks (Nominatim's terms); `failures`: why a name has no answer."""

    def __init__(
        self,
        user_agent: str,
        *,
        domain: str = "nominatim.openstreetmap.org",
        scheme: str = "https",
        timeout: float = 5.0,
        delay: float = 1.0,
    ) -> None:
        if not user_agent.strip():
            raise ValueError("Nominatim wants a user agent that names this desk and how to reach it")
        super().__init__(user_agent=user_agent)
        asked = GeopyNominatim(user_agent=user_agent, domain=domain, scheme=scheme, timeout=timeout)
        self._ask = RateLimiter(asked.geocode, min_delay_seconds=delay, max_retries=0, swallow_exceptions=False)
        self._known: dict[tuple[str, frozenset[str]], list[Location]] = {}
        self._failed_in_a_row = 0
        self._silent_until = 0.0
        self.failures: dict[str, str] = {}

    def geocode(  # type: ignore[no-untyped-def]
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
    ):
        """Up to five places, their `raw` as the gazetteer's, marked "nominatim"; None where it knows or says none."""
        key = (query.casefold(), codes_of(country_codes))
        if key not in self._known:
            found = self._question(query, sorted(key[1]))
            if found is None:
                return None
            self._known[key] = found
        found = self._known[key]
        if not found:
            return None
        return found[0] if exactly_one else list(found)

    def _question(self, query: str, codes: list[str]) -> list[Location] | None:
        if time.monotonic() < self._silent_until:
            self.failures[query] = "Nominatim failed three times in a row and is left alone for a minute"
            return None
        try:
            answers = self._ask(
                query, exactly_one=False, limit=5, addressdetails=True, country_codes=[c.lower() for c in codes] or None
            )
            found = [_marked(answer) for answer in answers or []]
        except (GeopyError, ValueError, KeyError, TypeError, AttributeError) as problem:  # rubbish is no answer either
            self.failures[query] = f"Nominatim did not answer ({type(problem).__name__}: {problem})"
            self._failed_in_a_row += 1
            if self._failed_in_a_row >= 3:
                self._silent_until = time.monotonic() + _PAUSE
                self._failed_in_a_row = 0
            return None
        self._failed_in_a_row = 0
        self.failures.pop(query, None)
        return found


def _marked(answer: Location) -> Location:
    """The answer with a `raw` as our gazetteer's, marked as Nominatim's."""
    given = answer.raw
    kind = _KINDS.get(given.get("addresstype") or given.get("type", ""), "site")
    raw = {
        "gazetteer": "nominatim", "id": f"{given['osm_type']}/{given['osm_id']}",
        "name": given.get("name") or str(answer.address).split(",")[0], "kind": kind,
        "country": (given.get("address", {}).get("country_code") or "").upper() or None, "admin1": "",
        "latitude": float(answer.latitude), "longitude": float(answer.longitude), "population": 0,
        "radius_km": RADIUS[kind], "rank": 1, "main": True, "exact": True, "origin": "Nominatim (OpenStreetMap, ODbL)",
    }  # fmt: skip
    return Location(answer.address, Point(answer.latitude, answer.longitude), raw)
