"""From the reader's names to the desk's records: sources, groups, fronts. One candidate or none, never a guess."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q

from reports.extraction.folding import fold
from reports.models import Alias, Country, Front, Group, Report, Source
from reports.models.vocabulary import AliasKind, SourceKind

AROUND = timedelta(days=14)  # agencies write of a front shortly before it opens and after it has ended


@dataclass
class World:
    """The records that one report's names may mean. Loaded once a reading, in a handful of queries."""

    report: Report

    @classmethod
    def load(cls, report: Report) -> "World":
        return cls(report)

    @cached_property
    def _countries(self) -> set[str]:
        return set(Country.objects.values_list("pk", flat=True))

    @cached_property
    def _groups(self) -> dict[str, list[Alias]]:
        return self._aliases("group")

    @cached_property
    def _sources(self) -> dict[str, list[Alias]]:
        return self._aliases("source")

    @cached_property
    def _fronts(self) -> dict[str, list[Alias]]:
        return self._aliases("front")

    @cached_property
    def _all_fronts(self) -> list[Front]:
        return list(Front.objects.kept().prefetch_related("countries", "places__aliases"))

    @cached_property
    def _names_of_places(self) -> dict[int, set[str]]:
        """The folded names of each front's places, by the front's key."""
        return {
            front.pk: {
                name
                for place in front.places.all()
                for name in (fold(place.name), *(alias.folded for alias in place.aliases.all()))
            }
            for front in self._all_fronts
        }

    def _aliases(self, owner: str) -> dict[str, list[Alias]]:
        day = self.report.published
        valid = (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )
        found = defaultdict(list)
        for alias in Alias.objects.filter(valid, **{f"{owner}__isnull": False}).select_related(owner).order_by("pk"):
            found[alias.folded].append(alias)
        return found

    def country(self, iso2: str | None) -> str | None:
        """The code, if there is such a row."""
        return iso2 if iso2 in self._countries else None

    def group(self, name: str | None, country: str | None) -> Group | None:
        return self._only(self._groups, name, country, "group")

    def source(self, said_by: dict[str, Any] | None) -> Source | None:
        """The source of the register; the outlet where the wire itself says it; else who stands for that kind."""
        if said_by is None:
            return self.report.outlet
        for name in (said_by["name"], said_by["text"]):
            if found := self._only(self._sources, name, None, "source"):
                return found
        return self._unnamed[said_by["kind"] if said_by["kind"] in SourceKind.values else SourceKind.OTHER]

    @cached_property
    def _unnamed(self) -> dict[str, Source]:
        rows = {source.kind: source for source in Source.objects.kept().filter(unnamed=True)}
        for kind in SourceKind:
            if kind not in rows:
                rows[kind], _ = Source.objects.get_or_create(
                    slug=f"unregistered-{kind.replace('_', '-')}",
                    defaults={"name": f"{kind.label} (not in the register)", "kind": kind, "unnamed": True},
                )
        return rows

    def _only(self, index: dict[str, list[Alias]], name: str | None, country: str | None, owner: str) -> Any:
        """The one owner that goes by the name here; None where nobody does, or several do."""
        candidates = index.get(fold(name or ""), [])
        # One's name beats another's alias.
        candidates = [a for a in candidates if a.kind == AliasKind.NAME] or candidates
        scoped = [a for a in candidates if a.in_country_id and a.in_country_id == country]
        owners = {getattr(a, owner) for a in scoped or candidates if a.in_country_id in (None, country)}
        return owners.pop() if len(owners) == 1 else None

    # --- fronts ---

    def front(self, name: str, heading: str, country: str | None, day: date) -> Front | None:
        """The front that a heading names on a day: the one under way, else the only one a few days before or after."""
        for words in (heading, name):
            named = {alias.front for alias in self._fronts.get(fold(words), [])}
            here = [f for f in self._all_fronts if f in named and _lies_in(f, country)]
            for slack in (timedelta(0), AROUND):
                under_way = [f for f in here if _under_way(f, day, slack)]
                if len(under_way) == 1:
                    return under_way[0]
        return None

    def front_at(
        self, latitude: float | None, longitude: float | None, name: str, country: str | None, day: date
    ) -> Front | None:
        """The front under way whose places or area hold the spot: a place by name first, then the smallest area."""
        under_way = [f for f in self._all_fronts if _under_way(f, day) and _lies_in(f, country)]
        folded = fold(name)
        by_name = [f for f in under_way if folded in self._names_of_places[f.pk]]
        if len(by_name) == 1:
            return by_name[0]
        if latitude is None or longitude is None:
            return None
        holding = [f for f in under_way if f.bounds and _holds(f.bounds, latitude, longitude)]
        return min(holding, key=lambda f: _size(f.bounds), default=None)


# "Eastern axis", "North-western front": a part of the front that the report is about, which its places tell.
_DIRECTION = re.compile(
    r"(the )?((north|south|east|west|centr|middle)[a-z]*[ -]?)+ ?(axis|front|sector|direction|flank)?s?", re.IGNORECASE
)


def only_a_direction(heading: str) -> bool:
    """Whether a heading names a direction and no place: no front of that name is missing from the register."""
    return _DIRECTION.fullmatch(heading.strip()) is not None


def _lies_in(front: Front, country: str | None) -> bool:
    return country is None or country in {c.pk for c in front.countries.all()}


def _under_way(front: Front, day: date, slack: timedelta = timedelta(0)) -> bool:
    return front.started - slack <= day and (front.ended is None or day <= front.ended + slack)


def _holds(bounds: list[float], latitude: float, longitude: float) -> bool:
    south, west, north, east = bounds
    return south <= latitude <= north and west <= longitude <= east


def _size(bounds: list[float] | None) -> float:
    south, west, north, east = bounds or [0, 0, 0, 0]
    return (north - south) * (east - west)
