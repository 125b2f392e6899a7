"""Claims of the database as statements to be weighed, in a constant number of queries and as plain tuples."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from reports.extraction.folding import fold
from reports.models import ControlClaim, Development, DevelopmentFront, Figure, Involvement, Location, Report
from reports.models.querysets import counted, visible
from reports.models.vocabulary import (
    DateBasis,
    DevelopmentType,
    FigureKind,
    InvolvementRole,
    PlaceKind,
    Reliability,
    Status,
    SubjectClass,
    Verdict,
)

from .origins import Parties, Sides, origin_of
from .stance import stance_of
from .statement import Count, Event, Hold, Statement

SHARED = {
    "claim": "claim_id",
    "development": "development_id",
    "front": "primary_link__front_id",
    "start": "claim__date_start",
    "end": "claim__date_end",
    "reported_at": "claim__reported_at",
    "status": "claim__status",
    "basis": "claim__date_basis",
    "outlet": "claim__report__outlet_id",
    "source": "claim__source_id",
    "side": "claim__source__affiliation_id",
    "source_kind": "claim__source__kind",
    "unnamed": "claim__source__unnamed",
    "reliability": "claim__source__reliability",
}
_SOURCED = {"front", "source", "side", "source_kind", "unnamed", "reliability"}
OF_FIGURES = (
    *("low", "high", "modifier", "figure_kind", "scope", "unit", "subject", "subject_class", "denominator"),
    *("part_of_id", "same_as_id"),
)
OF_DEVELOPMENTS = ("type",)
OF_CONTROLS = ("control_status", "holder_id", "location__name", "location__place_kind")

WIDE = {PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.COUNTRY}  # who holds a province does not hold its namesake town

Row = dict[str, Any]


def public_statements(
    fronts: QuerySet | list[int] | None = None, reported_by: datetime | None = None
) -> list[Statement]:
    """The figures and control claims that readers can see, on these fronts or on all; six queries.

    `reported_by` leaves out what was reported later.

    Statements are only ever held against those of their own front, so what is weighed for some fronts is the same as
    for all.
    """
    condition = _public() if fronts is None else _public() & _on(fronts)
    return _statements(condition if reported_by is None else condition & Q(claim__reported_at__lte=reported_by))


def statements_of(
    figures: Iterable[Figure], controls: Iterable[ControlClaim], involvements: Iterable[Involvement]
) -> list[Statement]:
    """The same of claims that are at hand, whatever the tables say of them now; two queries.

    Figures have `public_locations`, developments their front links prefetched, claims their source.
    """
    figures, parties = list(figures), defaultdict[int, Parties](lambda: defaultdict(set))
    for one in involvements:
        if one.group_id is not None and one.role in {InvolvementRole.ACTOR, InvolvementRole.TARGET}:
            parties[one.development_id][one.role].add(one.group_id)
    places = {one.pk: {_folded(place.name) for place in one.public_locations} for one in figures}  # type: ignore[attr-defined]
    scene = _Scene(Sides.load(), parties, places)
    found = [scene.figure(_row_of(one, OF_FIGURES)) for one in figures]
    return found + [scene.control(_row_of(one, OF_CONTROLS)) for one in controls]


def _row_of(part: Figure | ControlClaim, own: tuple[str, ...]) -> Row:
    """A part and its claim as `_rows` has them."""
    primary = next((link.front_id for link in part.development.front_links.all() if link.primary), None)
    row = {name: attrgetter(path.replace("__", "."))(part) for name, path in SHARED.items() if name not in _SOURCED}
    source = part.claim.source
    row |= {"front": primary, "source": part.claim.source_id}
    row |= {
        "side": source and source.affiliation_id,
        "source_kind": source and source.kind,
        "unnamed": bool(source and source.unnamed),
        "reliability": source and source.reliability,
    }
    place = getattr(part, "location", None)
    return (
        row
        | {name: getattr(place, name.partition("__")[2], None) for name in own if "__" in name}
        | {name: getattr(part, name) for name in own if "__" not in name}
    )


def fronts_of(developments: QuerySet) -> QuerySet:
    """The primary fronts of developments, as `public_statements` takes them: a subquery, not a list."""
    return DevelopmentFront.objects.filter(primary=True, development__in=developments.order_by()).values("front")


def statements_around(report: Report) -> list[Statement]:
    """What a report says that was not rejected, and what the desk holds on its fronts, published or not; seven queries.

    With the developments of the report itself, which are held against nothing.
    """
    mine = Q(claim__report=report) & ~Q(claim__verdict=Verdict.REJECTED)
    held = Q(claim__verdict=Verdict.ACCEPTED, development__claim__withdrawn_at__isnull=True)
    fronts = fronts_of(Development.objects.filter(claim__report=report))
    here = Q(claim__withdrawn_at__isnull=True) & (mine | (held & _on(fronts)))
    return _statements(here, Development.objects.filter(mine, claim__withdrawn_at__isnull=True))


def _on(fronts: QuerySet | list[int]) -> Q:
    links = DevelopmentFront.objects.filter(primary=True, front__in=fronts)
    return Q(development__in=links.values("development"))


def _public() -> Q:
    """What an update says again word for word is one statement."""
    return visible("claim__") & visible("development__claim__") & counted("development__claim__")


def _statements(condition: Q, developments: QuerySet | None = None) -> list[Statement]:
    scene = _Scene.load(condition)
    found = [scene.figure(row) for row in _rows(Figure.objects.filter(condition), OF_FIGURES)]
    found += [scene.control(row) for row in _rows(ControlClaim.objects.filter(condition), OF_CONTROLS)]
    if developments is not None:
        found += [scene.event(row) for row in _rows(developments, OF_DEVELOPMENTS, links="front_links")]
    return found


def _rows(parts: QuerySet, own: tuple[str, ...], links: str = "development__front_links") -> list[Row]:
    """The shared columns and some of the kind's own; `links` leads to the fronts, of which the primary one counts."""
    primary = FilteredRelation(links, condition=Q(**{f"{links}__primary": True}))
    columns = SHARED if own != OF_DEVELOPMENTS else SHARED | {"development": "claim_id"}
    values = parts.annotate(primary_link=primary).values_list(*columns.values(), *own).order_by("pk")
    return [dict(zip((*columns, *own), row, strict=True)) for row in values]


class _Scene:
    """What surrounds the claims: who fights where, the parties of each development, the places of each figure."""

    def __init__(self, sides: Sides, parties: Mapping[int, Parties], places: Mapping[int, set[str]]):
        self.sides, self.parties, self.places = sides, parties, places

    @classmethod
    def load(cls, condition: Q) -> "_Scene":
        parties: dict[int, Parties] = defaultdict(lambda: defaultdict(set))
        places: dict[int, set[str]] = defaultdict(set)
        named = Involvement.objects.filter(
            condition, group__isnull=False, role__in=[InvolvementRole.ACTOR, InvolvementRole.TARGET]
        )
        for development, role, group in named.values_list("development_id", "role", "group_id"):
            parties[development][role].add(group)
        for figure, name in Location.objects.filter(condition, figures__isnull=False).values_list("figures", "name"):
            places[figure].add(_folded(name))
        return cls(Sides.load(), parties, places)

    def figure(self, row: Row) -> Statement:
        says = Count.of(
            *(row["low"], row["high"], row["modifier"]),
            kind=FigureKind(row["figure_kind"]),
            scope=row["scope"],
            unit=row["unit"],
            people=SubjectClass(row["subject_class"]),
            subject=row["subject"],
            denominator=row["denominator"],
        )
        places = frozenset(self.places.get(row["claim"], ()))
        return self._statement(row, says, places, same_as=row["same_as_id"], part_of=row["part_of_id"])

    def control(self, row: Row) -> Statement:
        holder, name, kind = row["holder_id"], row["location__name"], row["location__place_kind"]
        place = f"{_folded(name)} {kind}" if kind in WIDE else _folded(name) if name else ""
        within = self.sides.beside(holder, row["front"]) if holder is not None else ()
        says = Hold.of(row["control_status"], holder, within)
        return self._statement(row, says, frozenset({place} if place else ()))

    def event(self, row: Row) -> Statement:
        return self._statement(row, Event(DevelopmentType(row["type"])), frozenset())

    def _statement(self, row: Row, says: Count | Hold | Event, places: frozenset[str], **more: Any) -> Statement:
        parties = self.parties.get(row["development"])
        return Statement(
            claim=row["claim"],
            development=row["development"],
            says=says,
            front=row["front"],
            places=places,
            origin=origin_of(row["source"], row["side"], bool(row["unnamed"]), row["outlet"]),
            days=_days(row["start"], row["end"]),
            reported_at=row["reported_at"],
            stance=stance_of(
                *(says, row["side"], self.sides, row["front"], parties),
                unnamed_kind=row["source_kind"] if row["unnamed"] else "",
            ),
            unreliable=row["reliability"] == Reliability.E,
            status=Status(row["status"]),
            is_dated=row["basis"] != DateBasis.INFERRED,
            **more,
        )


def _days(start: date | None, end: date | None) -> tuple[date, date] | None:
    return (start, end) if start is not None and end is not None else None


_folded = cache(fold)
