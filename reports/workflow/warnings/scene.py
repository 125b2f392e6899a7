"""What the rules look at: the claims of one report and what the desk holds around them. Plain rows, loaded at once."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from reports.models import Front, Location, Report
from reports.models.vocabulary import ClaimKind, PlaceRole, Status, Verdict
from reports.workflow.weighing import Statement, statements_around
from reports.workflow.weighing.statement import Count

NUMBERS = tomllib.loads(Path(__file__).with_name("numbers.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Row:
    """A claim of the report, of any kind, and its days as it has them."""

    claim: int
    kind: ClaimKind
    status: Status
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Pin:
    """A place where something happened, with its country, and the front that the development counts for."""

    claim: int
    country: str
    front: int


@dataclass
class Scene:
    """`rows` are the report's own claims; `statements` what someone says: those of them, and the desk's around them."""

    report: Report
    rows: dict[int, Row] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    countries: dict[int, set[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, report: Report) -> "Scene":
        """In a constant number of queries."""
        claims = report.claims.exclude(verdict=Verdict.REJECTED)
        names = ("pk", "kind", "status", "date_start", "date_end")
        rows = [
            Row(pk, ClaimKind(kind), Status(status), *days) for pk, kind, status, *days in claims.values_list(*names)
        ]
        pins = Location.objects.filter(claim__in=claims, role=PlaceRole.EVENT, development__front_links__primary=True)
        fields = ("claim_id", "country_id", "development__front_links__front_id")
        return cls(
            report,
            {row.claim: row for row in rows},
            statements_around(report),
            [Pin(*values) for values in pins.filter(country__isnull=False).values_list(*fields)],
            _countries(report),
        )

    @property
    def day(self) -> date:
        """The last day that the report can tell of."""
        return max(self.report.published, self.report.as_of.date() if self.report.as_of else self.report.published)

    @cached_property
    def own(self) -> list[Statement]:
        """What the report itself says."""
        return [one for one in self.statements if one.claim in self.rows]

    @cached_property
    def figures(self) -> list[Statement[Count]]:
        return [one for one in self.own if isinstance(one.says, Count)]

    def last_before(self, one: Statement[Count]) -> Statement[Count] | None:
        """The last word before this one of the same origin, on the same front, kind, scope and people.

        Of the same places if there is one, else where one of the two names none.
        """
        earlier = [
            other
            for other in self._by_topic[one.topic]
            if other.reported_at < one.reported_at
            and (other.origin, other.says.people) == (one.origin, one.says.people)
            and (other.places == one.places or not (other.places and one.places))
        ]
        return max(earlier, key=lambda it: (it.places == one.places, it.period[1], it.reported_at), default=None)

    @cached_property
    def _by_topic(self) -> dict[tuple | None, list[Statement[Count]]]:
        found: dict[tuple | None, list[Statement[Count]]] = defaultdict(list)
        for one in self.statements:
            if isinstance(one.says, Count) and one.topic is not None:
                found[one.topic].append(one)
        return found


# A rule yields claims and, for each, the sentence that stands beside it.
Rule = Callable[[Scene], Iterator[tuple[int, str]]]


def _countries(report: Report) -> dict[int, set[str]]:
    """The countries of each front of the report."""
    found: dict[int, set[str]] = {}
    rows = Front.objects.filter(developments__claim__report=report).values_list("pk", "countries").distinct()
    for front, country in rows:
        found.setdefault(front, set()).add(country)
    return found
