"""What the list of corrections is narrowed to: country, front, source, kind of change, and the days of the decision.

    ledger = Ledger.of(request.GET, request.index, request.clock)
    ledger.decisions()      keys of the decisions that match, newest first
    ledger.facets()         what else could be chosen, with counts

A sentence that was withdrawn is in no index, so its fronts and countries are looked up here; in four queries, whatever
there is. What is out of sight is of no country, front or source here: a filter would tell which.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date

import numpy as np
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, Decision, Development, DevelopmentFront, Location
from reports.models.vocabulary import Action, PlaceRole

from .asked import Problem
from .corrections import SHOWN, after_publication
from .facets import Facet, Option
from .filters import Filters
from .index import Index
from .past import Clock

CHANGE = "change"
PLACED = ("country", "front", "source")  # what the claim is about, read and named as on every other page
PARAMETERS = (*PLACED, CHANGE, "from", "to")
CHANGES = {action.value: capfirst(action.label) for action in Action if action in SHOWN}
_DEVELOPMENT = Coalesce(
    *(f"claim__{part}__development" for part in ("figure", "location", "involvement", "controlclaim")), "claim"
)
Values = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Row:
    """A decision with the values that it has for each parameter."""

    pk: int
    day: date
    values: Values


@dataclass
class Ledger:
    """What a reader asked of the list. Pages treat it as they do `Filters`."""

    filters: Filters
    changes: list[str]
    rows: list[Row]
    q = None  # nothing to search by

    @classmethod
    def of(cls, query: QueryDict, index: Index, clock: Clock) -> "Ledger":
        """Read a query string. Values that are not known are left out and reported in `problems`."""
        asked = QueryDict(mutable=True)
        for name in (*PLACED, "from", "to"):
            asked.setlist(name, query.getlist(name))
        filters = Filters.of(asked, index=index)
        changes = list(dict.fromkeys(value for value in query.getlist(CHANGE) if value in CHANGES))
        filters.problems += [_unknown(value) for value in query.getlist(CHANGE) if value and value not in CHANGES]
        filters.beside = [(CHANGE, value) for value in sorted(changes)]
        return cls(filters, changes, rows(after_publication(clock), index))

    def decisions(self) -> list[int]:
        """Primary keys of the decisions that match, newest first."""
        return [row.pk for row in self._matching()]

    def reports(self) -> set[int] | None:
        """The reports with a public sentence of the countries, fronts and sources chosen; None where none is."""
        if not any(self.filters.chosen[name] for name in PLACED):
            return None
        developments = self.filters.index.developments
        return set(np.unique(developments["report"][replace(self.filters, since=None, until=None).mask]).tolist())

    def facets(self) -> list[Facet]:
        """The facets with at least one option, each counted as if nothing were chosen in it."""
        labels = {name: self.filters.labels[name] for name in PLACED} | {CHANGE: CHANGES}
        titles = {"country": _("Country"), "front": _("Front"), "source": _("Source"), CHANGE: _("Kind of change")}
        found = [self._facet(name, titles[name], labels[name]) for name in (*PLACED, CHANGE)]
        return [facet for facet in found if facet.options]

    def _facet(self, name: str, title, labels) -> Facet:
        counts = Counter(value for row in self._matching(without=name) for value in row.values[name])
        chosen = self._chosen(name)
        values = [value for value in {*counts, *chosen} if value in labels]
        ordered = sorted(values, key=lambda value: (-counts[value], str(labels[value])))
        return Facet(name, title, [
            Option(value, str(labels[value]), counts[value], value in chosen, self._url_with_toggled(name, value))
            for value in ordered
        ])  # fmt: skip

    def _matching(self, without: str = "") -> Iterable[Row]:
        wanted = {name: set(self._chosen(name)) for name in (*PLACED, CHANGE) if name != without}
        since, until = self.filters.since or date.min, self.filters.until or date.max
        for row in self.rows:
            if since <= row.day <= until and all(not one or row.values[name] & one for name, one in wanted.items()):
                yield row

    def _chosen(self, name: str) -> list[str]:
        return self.changes if name == CHANGE else self.filters.chosen[name]

    # --- As pages treat filters ---------------------------------------------------------------------------------------

    @property
    def problems(self) -> list[Problem]:
        return self.filters.problems

    @property
    def since(self) -> date | None:
        return self.filters.since

    @property
    def until(self) -> date | None:
        return self.filters.until

    @property
    def is_narrowed(self) -> bool:
        return bool(self.changes) or self.filters.is_narrowed

    def query(self) -> str:
        return self.filters.query()

    def chips(self) -> list[Option]:
        """What is chosen, each with the address without it."""
        kinds = [Option(one, str(CHANGES[one]), 0, True, self._url_with_toggled(CHANGE, one)) for one in self.changes]
        return self.filters.chips() + kinds

    def _url_with_toggled(self, name: str, value: str) -> str:
        if name != CHANGE:
            return self.filters.url_with_toggled(name, value)
        left = sorted({*self.changes} ^ {value})
        return f"?{replace(self.filters, beside=[(CHANGE, one) for one in left]).query()}"


def rows(decisions: QuerySet[Decision], index: Index) -> list[Row]:
    """The decisions of the ledger with what they can be narrowed by, in their order."""
    out_of_sight = Q(withheld_at__isnull=False) | Q(delayed_until__gt=timezone.now())
    unseen = set(Claim.objects.filter(out_of_sight).values_list("pk", flat=True))
    told = decisions.order_by().values(development=_DEVELOPMENT)
    fronts, countries = _fronts(told, index), _countries(told)
    slugs = {pk: record.slug for pk, record in index.names.sources.items()}
    taken = decisions.annotate(development=_DEVELOPMENT, said=F("claim__source"), earlier=F("before__source"))
    found = []
    for pk, at, action, claim, development, *sources in taken.values_list(
        "pk", "at", "action", "claim", "development", "said", "earlier"
    ):
        placed: Values = {name: frozenset() for name in PLACED}
        if not unseen & {claim, development}:
            on = fronts[development]
            placed = {
                "front": frozenset(index.names.fronts[front].slug for front in on),
                "country": frozenset(
                    countries[development]
                    or {iso2 for one in on for iso2 in index.names.countries_of_front.get(one, ())}
                ),
                "source": frozenset(slugs[one] for one in sources if one in slugs),
            }
        found.append(Row(pk, at.astimezone(UTC).date(), {**placed, CHANGE: frozenset([action])}))
    return found


def _fronts(developments: QuerySet, index: Index) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    links = DevelopmentFront.objects.filter(development__in=developments).order_by()
    for development, front in links.values_list("development", "front"):
        if front in index.names.fronts:
            found[development].add(front)
    return found


def _countries(developments: QuerySet) -> dict[int, set[str]]:
    """The countries of the places that readers saw, of each development; where there is none on a front either, that
    of the heading above it."""
    found: dict[int, set[str]] = defaultdict(set)
    places = Location.objects.filter(
        development__in=developments, role=PlaceRole.EVENT, country__isnull=False,
        claim__published_at__isnull=False, claim__withheld_at__isnull=True,
    ).order_by()  # fmt: skip
    headed = Development.objects.filter(pk__in=developments, front_links__isnull=True, country__isnull=False).order_by()
    for development, iso2 in places.values_list("development", "country"):
        found[development].add(iso2)
    for development, iso2 in headed.values_list("pk", "country"):
        if development not in found:
            found[development].add(iso2)
    return found


def _unknown(value: str) -> Problem:
    words = _("no kind of change is known as “%(value)s”") % {"value": value}
    return Problem(CHANGE, value, words, tuple(sorted(CHANGES)))
