"""The ground that a report covers: the spots of its headings and of names that can be one place only."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from reports.extraction.model import Document, Place
from reports.extraction.world import OUTSIDERS

from .geometry import km_between, km_to_nearest
from .schema import THEATRE
from .votes import Votes

TOWNS = frozenset({"city", "town", "village", "neighbourhood"})
_FAR_KM = 150.0
_ABROAD_KM = 400.0  # no scene of a report lies so far from all others in a land that nothing else speaks of
_METROPOLIS = 3_000_000  # people
_OVERSEAS_KM = 4000.0
_SCENES = TOWNS | {"site", "base", "district"}

Ask = Callable[[str], list[dict[str, Any]]]


class Ground:
    """`fronts`: by section, the spot that its heading names; `anchors`: spots that other names likely lie near."""

    def __init__(self, document: Document, votes: Votes, ask: Ask) -> None:
        self.document, self.votes, self._ask = document, votes, ask
        self.anchors: set[tuple[float, float]] = set()
        self.fronts: dict[int | None, tuple[float, float]] = {}
        self.fronts = self._set_fronts()
        self._set_anchors()

    def out_of_the_way(self, raw: dict[str, Any], place: Place) -> bool:
        """A village far from the front it is reported under, or a near spelling far from everything, is a namesake."""
        if self._abroad(raw, place):
            return True
        if raw["latitude"] is None or (raw["exact"] and raw["rank"] >= THEATRE):
            return False
        if raw["kind"] not in (("village", "town") if raw["exact"] else TOWNS):
            return False
        spot = raw["latitude"], raw["longitude"]
        front = self.fronts.get(self.section(place))
        if front is not None and raw["kind"] == "village" and km_between(spot, front) > _FAR_KM:
            return True
        others = self.anchors - {spot}
        if not others or (raw["exact"] and raw["kind"] != "village"):
            return False
        return km_to_nearest(spot, others) > (2 * _FAR_KM if raw["exact"] else _FAR_KM)

    def _abroad(self, raw: dict[str, Any], place: Place) -> bool:
        """A scene in a land that nothing else speaks of, far from all other places: al-Kut in a report on Armenia."""
        query = str(place.clue.get("query") or place.name)
        if place.role != "event" or raw["kind"] not in _SCENES or raw["latitude"] is None:
            return False
        if raw["population"] >= _METROPOLIS:
            return False
        spot = raw["latitude"], raw["longitude"]
        others = self.anchors - {spot}
        limit = self._limit(raw) if self.votes.meant(raw["country"], query) else _ABROAD_KM
        return bool(others) and km_to_nearest(spot, others) > limit

    def _limit(self, raw: dict[str, Any]) -> float:
        """How far off in a land that is spoken of: a quarter anywhere, a site in another land than the report's, a
        town overseas in a land that only acts or speaks."""
        home = raw["country"] in self.votes.most(1)
        if raw["kind"] == "neighbourhood" or (raw["kind"] not in TOWNS and not home):
            return _ABROAD_KM
        return _OVERSEAS_KM if raw["kind"] in TOWNS and raw["country"] in OUTSIDERS and not home else math.inf

    def section(self, place: Place) -> int | None:
        """The index of the front that a sentence stands under."""
        if place.sentence is None:
            return None
        section = self.document.sentences[place.sentence].section
        return section if section in self.fronts else None

    def _set_fronts(self) -> dict[int | None, tuple[float, float]]:
        """The spot of each heading that names one town."""
        fronts: dict[int | None, tuple[float, float]] = {}
        heads = sorted((p for p in self.document.places if p.sentence is None), key=lambda p: p.start)
        for number, section in enumerate(self.document.sections):
            k = bisect_left(heads, section.start, key=lambda p: p.start)
            for place in (p for p in heads[k : k + 1] if p.start < section.end):
                query = place.clue.get("query") or place.name
                records = [r for r in self._ask(query) if r["latitude"] is not None and r["kind"] in TOWNS]
                here = [r for r in records if r["country"] == section.country] or records
                if here:
                    fronts[number] = (here[0]["latitude"], here[0]["longitude"])
        return fronts

    def _set_anchors(self) -> None:
        """The spots of names that can be one place only: what else the report names is likely near them."""
        home = self.votes.most(1)
        for place in self.document.places:
            query = place.clue.get("query")
            if not query or place.kind in ("country", "region", "river") or place.clue.get("cue") == "dateline":
                continue
            records = [r for r in self._ask(query) if r["latitude"] is not None and r["kind"] in TOWNS]
            here = [r for r in records if self.votes.share(r["country"])]
            if len(here) > 1:  # Monrovia is no town in California, though the United States speak
                at_home = [(r["latitude"], r["longitude"]) for r in here if r["country"] in home]
                here = [r for r in here if not at_home or _this_side(r, at_home)]
            if len(here) == 1 and (here[0]["rank"] >= 1):
                self.anchors.add((here[0]["latitude"], here[0]["longitude"]))


def _this_side(raw: dict[str, Any], spots: list[tuple[float, float]]) -> bool:
    """No sea lies between it and the nearest of these spots."""
    return km_to_nearest((raw["latitude"], raw["longitude"]), spots) < _OVERSEAS_KM
