"""Choose among the places that bear a name: the report's countries, its other places, then how many live there."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reports.extraction.model import Document, Place
from reports.extraction.world import OUTSIDERS

from .geometry import km_between, km_to_nearest
from .ground import TOWNS, Ground
from .schema import EDITORS, THEATRE
from .votes import Votes

if TYPE_CHECKING:
    from .locate import GeocoderLike

_CITY = 300_000
CONFIDENT = 0.35  # below it a name stays unresolved


@dataclass(slots=True)
class Choice:
    """The chosen record (its `raw`), the others best first, why there is none. `whole`: found with its type noun.

    `rule` names how it was chosen."""

    best: dict[str, Any] | None
    others: list[dict[str, Any]] = field(default_factory=list)
    confidence: float = 0.0
    reason: str = ""
    whole: bool = False
    rule: str = "no-record"


class Resolver:
    """Decides for one report. A name means one place throughout, unless its own words say otherwise."""

    def __init__(self, document: Document, geocoder: GeocoderLike) -> None:
        self.document, self.geocoder = document, geocoder
        self.votes = Votes(document)
        self.made: dict[tuple[str, tuple[str, ...]], Choice] = {}
        self.found: dict[str, list[dict[str, Any]]] = {}
        self.ground = Ground(document, self.votes, self._ask)

    def choose(self, place: Place) -> Choice:
        """The record for one mention."""
        if place.clue.get("border"):
            return Choice(None)  # `borders` draws its ground
        query = place.clue.get("query") or place.name
        kinds = tuple(place.clue.get("kinds") or ())
        section = self.ground.section(place)
        key = (
            query.casefold(),
            (
                *kinds,
                place.clue.get("whole", ""),
                place.clue.get("within", ""),
                place.clue.get("opening", ""),
                str(section),
            ),
        )
        if key not in self.made:
            self.made[key] = self._choose(place, query, kinds)
        return self.made[key]

    def spot(self, name: str, country: str | None) -> tuple[float, float] | None:
        """Where the best place of that name is, the country given first."""
        ranked = self._rank(self._ask(name), ())
        ranked.sort(key=lambda pair: pair[1]["country"] != country)
        for _, raw in ranked:
            if raw["latitude"] is not None:
                return raw["latitude"], raw["longitude"]
        return None

    def _choose(self, place: Place, query: str, kinds: tuple[str, ...]) -> Choice:
        whole = place.clue.get("whole")
        if whole and (records := self._fitting(self._ask(whole), kinds)):
            choice = self._pick(records, place, kinds)
            choice.whole, choice.rule = True, "whole-name"
            if choice.best is not None:
                return choice
        records = self._ask(query)
        if kinds and kinds[0] == "province":
            records = self._fitting(records, kinds) or records
        elif kinds and kinds[0] in ("site", "road", "river"):
            fitting = self._fitting(records, (*kinds, "neighbourhood", "base", "airport", "crossing"))
            records = fitting or [
                r for r in self._fitting(records, ("city", "town", "village")) if self.votes.meant(r["country"], query)
            ]
        elif kinds and kinds[0] in ("airport", "base", "crossing"):
            records = self._fitting(records, (*kinds, "city", "town", "village", "neighbourhood", "district", "site"))
        if not records:
            return Choice(None, reason=self._why(query) or "no gazetteer knows this name")
        return self._pick(records, place, kinds)

    def _pick(self, records: list[dict[str, Any]], place: Place, kinds: tuple[str, ...]) -> Choice:
        ranked = self._rank(records, kinds, place)
        score, best = ranked[0]
        others = [raw for _, raw in ranked[1:5]]
        margin = score - ranked[1][0] if len(ranked) > 1 else 3.0
        query = str(place.clue.get("query") or place.name)
        sure = best["kind"] == "country" or self._taught(best, query)
        confidence = 0.98 if sure else _confidence(score, margin, best, self.votes.meant(best["country"], query))
        if self.ground.out_of_the_way(best, place):
            confidence = min(confidence, 0.3)
        if confidence < CONFIDENT:
            why = "only places far from this report bear this name"
            return Choice(None, [best, *others][:5], confidence, why, rule="out-of-the-way")
        return Choice(best, others, confidence, rule=self._how(best, others, query))

    def _how(self, best: dict[str, Any], others: list[dict[str, Any]], query: str) -> str:
        """The name of the way in which a record was chosen."""
        if best["kind"] == "country":
            return "country-name"
        if self._taught(best, query):
            return "editors-place"
        return "likeliest-bearer" if others else "only-bearer"

    def _rank(
        self, records: list[dict[str, Any]], kinds: tuple[str, ...], place: Place | None = None
    ) -> list[tuple[float, dict[str, Any]]]:
        home = self.country_of_section(place)
        query = str(place.clue.get("query") or place.name) if place else ""
        ranked = [
            (self._score(raw, kinds, home) + self._held(raw, place) + 10.0 * self._taught(raw, query), raw)
            for raw in records
        ]
        chief = {
            raw["country"] for raw in records if raw["main"] and raw["rank"] >= THEATRE and raw["kind"] != "country"
        }
        cities = any(
            raw["main"] and raw["population"] >= _CITY and self.votes.meant(raw["country"], query)
            for raw in records
            if raw["kind"] == "city"
        )  # Islamabad in Pakistan, not the old name of Anantnag
        ranked = [(s - 1.5 * (not raw["main"] and (cities or raw["country"] in chief)), raw) for s, raw in ranked]
        ranked.sort(key=lambda pair: (-pair[0], pair[1]["gazetteer"], pair[1]["id"]))
        return ranked

    def _score(self, raw: dict[str, Any], kinds: tuple[str, ...], home: str | None) -> float:
        score = 3.0 * math.sqrt(self.votes.share(raw["country"])) if raw["country"] else 0.5
        score += 0.8 * (home is not None and raw["country"] == home)
        score += (
            1.0 * (raw["rank"] >= THEATRE) + 0.3 * (raw["rank"] == 1) + 0.4 * raw["main"] - 0.5 * (not raw["exact"])
        )
        score += 0.3 * math.log10(raw["population"] + 1)
        if kinds:
            score += 1.5 * (raw["kind"] in kinds)
        else:
            score += 0.6 * (raw["kind"] in TOWNS) - 0.5 * (raw["kind"] in ("neighbourhood", "site"))
        if raw["kind"] == "country":
            score += 6.0
        if self.ground.anchors and raw["latitude"] is not None and raw["kind"] != "country":
            spot = raw["latitude"], raw["longitude"]
            others = self.ground.anchors - {spot}  # a place is no neighbour of itself
            score += 2.0 * math.exp(-km_to_nearest(spot, others) / 120.0) if others else 0.0
        return score

    def _held(self, raw: dict[str, Any], place: Place | None) -> float:
        """For the province that the words put it in, and for the front that its section is about."""
        if place is None or raw["latitude"] is None or raw["kind"] == "country":
            return 0.0
        spot = raw["latitude"], raw["longitude"]
        score = 0.5 * (raw["name"].casefold() == str(place.clue.get("query")).casefold())
        if holder := self.holder(place.clue.get("within")):
            apart = km_between(spot, (holder["latitude"], holder["longitude"])) / max(holder["radius_km"], 10.0)
            score += 2.0 if apart < 1.2 else -8.0 if apart > 2.2 else 0.0
        if opening := self.holder(place.clue.get("opening")):
            apart = km_between(spot, (opening["latitude"], opening["longitude"])) / max(opening["radius_km"], 10.0)
            score += 2.0 * (apart < 1.2)
        front = self.ground.fronts.get(self.ground.section(place))
        if front is not None:
            score += 2.0 * math.exp(-km_between(spot, front) / 40.0)
        return score

    def holder(self, name: str | None) -> dict[str, Any] | None:
        """The province or district that a name means here, with a spot."""
        if not name:
            return None
        kinds = ("province", "region", "district")
        named = self._ask(name)
        records = [r for r in named if r["kind"] in kinds and r["latitude"] is not None]
        if not records and named and named[0]["name"] != name:  # "Kharkov region", by its town's other spelling
            records = [r for r in self._ask(named[0]["name"]) if r["kind"] in kinds and r["latitude"] is not None]
        ranked = self._rank(records, kinds) if records else []
        return ranked[0][1] if ranked else None

    def country_of_section(self, place: Place | None) -> str | None:
        """The country of the heading that a place stands under."""
        if place is None:
            return None
        if place.sentence is not None:
            section = self.document.sentences[place.sentence].section
            return self.document.sections[section].country if section is not None else None
        return next((s.country for s in self.document.sections if s.start <= place.start < s.end), None)

    def _ask(self, query: str) -> list[dict[str, Any]]:
        if query not in self.found:
            answers = list(self.geocoder.geocode(query, exactly_one=False) or [])
            top = self.votes.most(4)
            home = [code for code in top if code == top[0] or code not in OUTSIDERS]
            if home and not any(a.raw["kind"] == "country" or a.raw["country"] in home for a in answers):
                here = self.geocoder.geocode(query, exactly_one=False, country_codes=home) or []
                answers = [a for a in here if a.raw["exact"] or not answers] + answers
            self.found[query] = [answer.raw for answer in answers if self._holds(answer.raw, query)]
        return self.found[query]

    def _holds(self, raw: dict[str, Any], query: str) -> bool:
        """Whether a name that editors gave a place in some countries only may mean it in this report: the name alone
        does not speak for its country."""
        only_in = raw.get("only_in")
        return not only_in or not self.votes.elsewhere(query) or any(self.votes.meant(c, query) for c in only_in)

    def _taught(self, raw: dict[str, Any], query: str) -> bool:
        """Whether editors fixed this place, and the report does not speak of other countries only."""
        if raw["rank"] != EDITORS:
            return False
        home = raw["country"]
        return home is None or self.votes.meant(home, query) or not self.votes.elsewhere(query)

    def _why(self, query: str) -> str:
        why = getattr(self.geocoder, "why", None)
        return why(query) if why else ""

    def _fitting(self, records: list[dict[str, Any]], kinds: tuple[str, ...]) -> list[dict[str, Any]]:
        return [r for r in records if r["kind"] in kinds] if kinds else records


def _confidence(score: float, margin: float, best: dict[str, Any], meant: bool) -> float:
    """From the score and its lead: a namesake in a country that the report never means stays below the line."""
    if score < 0:  # far from the province that the words put it in
        return 0.1
    if not meant:
        known = best["population"] >= 300_000 or (
            best["rank"] == THEATRE and best["kind"] not in ("neighbourhood", "village", "district")
        )
        return 0.6 if known and best["exact"] and best["main"] else 0.2
    value = 0.55 + 0.06 * min(score, 5.0) + 0.06 * min(margin, 2.0)
    return min(value if best["exact"] else value - 0.2, 0.97)
