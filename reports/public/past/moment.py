"""The two pasts as moments of the index (`reports.public.moment.Now` is the third)."""

import json
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, cast

from django.db.models import QuerySet
from django.utils import timezone

from reports.models import Claim, ControlClaim, Development, Figure, Location, Report, Source
from reports.models.covering import shown
from reports.models.vocabulary import ClaimKind, PlaceRole
from reports.public.index.rows import ControlRow, DevelopmentRow, FrontRow, InvolvementRow, PlaceRow, Rows
from reports.public.moment import Now, figure_row
from reports.workflow.snapshot import FRONTS, LOCATIONS, PART_FIELDS
from reports.workflow.weighing import Weighed, public_statements, statements_of, weigh

from .bodies import Seen, by_kind, last, open_at, seen
from .clock import Clock
from .metadata import as_then
from .scene import Scene

LINKED = ("part_of", "same_as", "development")  # fields of a figure that hold keys


class Reported(Now):
    """Only what had been reported by an instant, as it is held now. What hangs on a report was reported with it."""

    def __init__(self, clock: Clock):
        self.until, self.key, self.pairs = cast(datetime, clock.known), clock.key, clock.pairs

    def rows(self, reports: Collection[int] | None = None) -> Rows:
        rows = super().rows(reports)
        rows.developments = [one for one in rows.developments if one.reported_at <= self.until]
        return rows  # the index leaves out what hangs on no development

    def weighed(self, fronts: list[int] | None = None) -> dict[int, Weighed]:
        return weigh(public_statements(fronts, reported_by=self.until))

    def shown(self, reports: Iterable[Report]) -> list[Report]:
        return [one for one in super().shown(reports) if one.reported_at <= self.until]

    def claims(self, report: Report) -> list[Claim]:
        return [claim for claim in super().claims(report) if claim.reported_at <= self.until]


class Published(Now):
    """What the desk had published by an instant, as it stood then; with both clocks, reported by the other too."""

    def __init__(self, clock: Clock):
        self.at, self.known = cast(datetime, clock.desk), clock.known
        self.key, self.pairs = clock.key, clock.pairs

    def rows(self, reports: Collection[int] | None = None) -> Rows:
        found = _counted(self._seen(reports))
        claims = by_kind(found)
        spots = {one.pk: (one.body["name"], one.body["where_prec"]) for one in claims[ClaimKind.LOCATION]}
        sources = Source.objects.in_bulk()
        return Rows(
            developments=list(_developments(claims[ClaimKind.DEVELOPMENT])),
            fronts=[
                FrontRow(one.report, one.pk, front, number == 0)
                for one in claims[ClaimKind.DEVELOPMENT]
                for number, front in enumerate(one.body.get(FRONTS, ()))
            ],
            places=[_place(one) for one in claims[ClaimKind.LOCATION] if one.body["role"] == PlaceRole.EVENT],
            involvements=[
                InvolvementRow(one.report, one.body["development"], one.body["group"], one.body["role"])
                for one in claims[ClaimKind.INVOLVEMENT]
            ],
            figures=[
                figure_row(_figure(one, sources), {spots[pk] for pk in one.body.get(LOCATIONS, ()) if pk in spots})
                for one in claims[ClaimKind.FIGURE]
            ],
            controls=[_control(one) for one in claims[ClaimKind.CONTROL] if one.body["location"] in spots],
        )

    def developments(self, pks: Iterable[int]) -> list[Development]:
        return self._chosen(ClaimKind.DEVELOPMENT, pks)

    def figures(self, pks: Iterable[int]) -> list[Figure]:
        return self._chosen(ClaimKind.FIGURE, pks)

    def locations(self, pks: Iterable[int]) -> list[Location]:
        return self._chosen(ClaimKind.LOCATION, pks)

    def controls(self, pks: Iterable[int]) -> list[ControlClaim]:
        found = self._chosen(ClaimKind.CONTROL, pks)
        return [one for one in found if one.location and one.location.claim.blurred_at is None]

    def weighed(self, fronts: list[int] | None = None) -> dict[int, Weighed]:
        scene = self._scene(_counted(self._seen(None if fronts is None else self._on(fronts))))
        return weigh(statements_of(scene.figures.values(), scene.controls.values(), scene.involvements.values()))

    def shown(self, reports: Iterable[Report]) -> list[Report]:
        found = list(reports)
        public = {one.report for one in self._seen([one.pk for one in found])}
        return [one for one in found if one.pk in public]

    def settled(self, reports: Iterable[Report]) -> list[Report]:
        return as_then(reports, self.at)

    def claims(self, report: Report) -> list[Claim]:
        return list(self._scene(self._seen([report.pk])).claims.values())

    def _scene(self, claims: list[Seen]) -> Scene:
        reports = Report.objects.select_related("outlet").filter(pk__in={one.report for one in claims})
        return Scene.of(claims, {report.pk: report for report in as_then(reports, self.at)})

    def _seen(self, reports: Collection[int] | QuerySet | None) -> list[Seen]:
        return seen(open_at(self.at), self.known, reports)

    def _chosen(self, kind: str, pks: Iterable[int]) -> list[Any]:
        wanted = [int(pk) for pk in pks]
        reports = Claim.objects.filter(pk__in=wanted).values("report")
        found = self._scene(self._seen(reports)).parts[kind]
        return [found[pk] for pk in wanted if pk in found]

    def _on(self, fronts: list[int]) -> QuerySet:
        """The reports with a development whose primary front then was one of these."""
        return open_at(self.at).filter(body__fronts__0__in=fronts).values("claim__report")


class LastSeen(Published):
    """Each claim as readers last saw it, whether they still do or not."""

    def __init__(self):
        super().__init__(Clock(desk=timezone.now()))

    def _seen(self, reports: Collection[int] | QuerySet | None) -> list[Seen]:
        return seen(last(), None, reports)


def _developments(claims: list[Seen]) -> Iterable[DevelopmentRow]:
    texts = Report.objects.filter(pk__in={one.report for one in claims}) if len(claims) < 500 else Report.objects.all()
    text_of = {pk: covered or text for pk, text, covered in texts.values_list("pk", "text", "covered_text")}
    for one in claims:
        body = one.body
        yield DevelopmentRow(
            *(one.pk, one.report, one.public_id, one.start, body["type"], body["status"], body["source"]),
            *(_day(body["date_start"]), _day(body["date_end"]), body["date_precision"], body["date_basis"]),
            *(datetime.fromisoformat(body["reported_at"]), body["country"]),
            shown(text_of[one.report][one.start : one.end]),
        )


def _place(one: Seen) -> PlaceRow:
    body = one.body
    return PlaceRow(
        *(one.pk, one.report, body["development"], body["name"], body["country"]),
        *(body["latitude"], body["longitude"], body["radius_km"]),
        body["where_prec"] == 1 and not body["relation"],
        json.dumps(body["geometry"]) if body["geometry"] else None,
        body["place"],
    )


def _counted(claims: list[Seen]) -> list[Seen]:
    """Without what an update only said again of what readers saw already, and what hung on that."""
    public = {one.pk for one in claims}
    again = {one.pk for one in claims if one.kind == ClaimKind.DEVELOPMENT and one.restates in public}
    return [one for one in claims if one.pk not in again and one.body.get("development") not in again]


def _figure(one: Seen, sources: dict[int, Source]) -> Figure:
    """The figure of a body, with as much of its claim as the index looks at."""
    values = {name: one.body[name] for name in PART_FIELDS[ClaimKind.FIGURE] if name not in LINKED}
    links = {f"{name}_id": one.body[name] for name in LINKED}
    claim = Claim(
        pk=one.pk,
        report_id=one.report,
        source=sources.get(one.body["source"]),
        source_words=one.body["source_words"],
        status=one.body["status"],
        date_end=_day(one.body["date_end"]),
        reported_at=datetime.fromisoformat(one.body["reported_at"]),
    )
    return Figure(claim=claim, **values, **links)


def _control(one: Seen) -> ControlRow:
    body = one.body
    told = (one.pk, one.report, body["development"], body["status"], _day(body["date_end"]))
    return ControlRow(*told, body["holder"], body["contender"])


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
