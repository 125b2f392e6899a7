"""When the reader looks: a moment gives the rows of the index, and the things that pages show of chosen rows.

`Now` reads the live tables. Another moment answers the same methods from elsewhere, and all pages work with it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Min, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from reports.models import (
    Claim,
    ControlClaim,
    Development,
    DevelopmentFront,
    Figure,
    Involvement,
    Location,
    Report,
    generation,
)
from reports.models.covering import shown
from reports.models.querysets import counted, visible
from reports.models.vocabulary import PlaceRole
from reports.workflow.weighing import Weighed, public_statements, weigh

from . import series
from .index.rows import ControlRow, DevelopmentRow, FigureRow, FrontRow, InvolvementRow, PlaceRow, Rows
from .sentences import in_order, listed, loaded, mapped, stated

CHUNK = 500  # rows by primary key in one query


class Now:
    """The live tables: what is public at this instant."""

    key = "now"  # one index is kept for each key
    pairs: list[tuple[str, str]] = []  # what addresses say of this moment

    def generation(self) -> str:
        """Changes when what this moment shows may have changed."""
        return generation.generation()

    def tokens(self) -> tuple[str, dict[int, str]]:
        """The token of the world's names, and one for each report that has rows."""
        return generation.tokens()

    def next_change(self) -> datetime | None:
        """When more becomes visible by itself: the next delayed claim's hour."""
        return Claim.objects.filter(visible_from__gt=timezone.now(), withdrawn_at__isnull=True).aggregate(
            next=Min("visible_from")
        )["next"]

    def appeared(self, since: datetime, until: datetime) -> set[int]:
        """Reports of which something became visible in (since, until] by itself."""
        delayed = Claim.objects.filter(visible_from__gt=since, visible_from__lte=until)
        repeated = Claim.objects.filter(restates__in=delayed)
        return {*delayed.values_list("report", flat=True), *repeated.values_list("report", flat=True)}

    # --- The rows of the index ----------------------------------------------------------------------------------------

    def rows(self, reports: Collection[int] | None = None) -> Rows:
        """All rows, or those of some reports; in a constant number of queries."""

        def public(queryset: QuerySet) -> QuerySet:
            """What an update only says again is left out, with all that hangs on it."""
            sentence = "claim__" if queryset.model is Development else "development__claim__"
            rows = queryset.filter(visible("claim__"), counted(sentence)).order_by()
            return rows if reports is None else rows.filter(claim__report__in=reports)

        return Rows(
            developments=list(_developments(public(Development.objects.all()), reports)),
            fronts=_rows(FrontRow, _links(reports), "development__claim__report", "development", "front", "primary"),
            places=list(_places(public(Location.objects.filter(role=PlaceRole.EVENT)))),
            involvements=_rows(
                InvolvementRow, public(Involvement.objects.all()), "claim__report", "development", "group", "role"
            ),
            figures=list(_figures(public(Figure.objects.select_related("claim__source")))),
            controls=_rows(
                ControlRow, public(ControlClaim.objects.filter(visible("location__claim__"))),
                "pk", "claim__report", "development", "claim__status", "claim__date_end", "holder", "contender",
            ),
        )  # fmt: skip

    # --- What pages show of chosen rows, in the order of their keys ---------------------------------------------------

    def developments(self, pks: Iterable[int]) -> list[Development]:
        """With all that a list shows of them (`sentences.listed`)."""
        return in_order(listed(Development.objects.all()), pks, CHUNK)

    def figures(self, pks: Iterable[int]) -> list[Figure]:
        """With all that a row of a table names (`sentences.loaded`)."""
        return in_order(loaded(Figure.objects.all()), pks, CHUNK)

    def locations(self, pks: Iterable[int]) -> list[Location]:
        """With all that the map shows of them (`sentences.mapped`)."""
        return in_order(mapped(Location.objects.all()), pks, CHUNK)

    def controls(self, pks: Iterable[int]) -> list[ControlClaim]:
        """With all that the table of who holds what names (`sentences.stated`)."""
        return in_order(stated(ControlClaim.objects.all()), pks, CHUNK)

    def shown(self, reports: Iterable[Report]) -> list[Report]:
        """Those of these reports of which readers see anything."""
        found = list(reports)
        public = set(Report.objects.public().filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True))
        return [one for one in found if one.pk in public]

    def settled(self, reports: Iterable[Report]) -> list[Report]:
        """Reports with their heads (outlet, day and the like) as they stand."""
        return list(reports)

    def claims(self, report: Report) -> list[Claim]:
        """The public claims of a report, in the order of its text, with the rows of their kinds."""
        claims = Claim.objects.public().filter(report=report)
        return list(
            claims.select_related("source", "development", "figure", "location__country", "involvement__group")
            .select_related("controlclaim__location", "controlclaim__holder")
            .prefetch_related("development__front_links__front")
            .order_by("start", "-end", "pk")
        )

    def weighed(self, fronts: list[int] | None = None) -> dict[int, Weighed]:
        """How figures and control claims of these fronts (all) weigh against each other, by claim."""
        return weigh(public_statements(fronts))


NOW = Now()


def _rows(row: Any, queryset: QuerySet, *columns: str) -> list[Any]:
    return list(map(row._make, queryset.values_list(*columns)))


def _links(reports: Collection[int] | None) -> QuerySet:
    links = DevelopmentFront.objects.filter(visible("development__claim__"), counted("development__claim__")).order_by()
    return links if reports is None else links.filter(development__claim__report__in=reports)


def _developments(developments: QuerySet, reports: Collection[int] | None) -> Iterable[DevelopmentRow]:
    """Sentences are cut here, from each text loaded once: cut in SQL, a long text is read again for each of them."""
    texts = Report.objects.all() if reports is None else Report.objects.filter(pk__in=reports)
    text_of = {pk: covered or text for pk, text, covered in texts.values_list("pk", "text", "covered_text")}
    for *head, country, end in developments.values_list(
        "pk", "claim__report", "claim__public_id", "claim__start", "type", "claim__status", "claim__source",
        "claim__date_start", "claim__date_end", "claim__date_precision", "claim__date_basis", "claim__reported_at",
        "country", "claim__end",
    ).iterator():  # fmt: skip
        yield DevelopmentRow._make([*head, country, shown(text_of[head[1]][head[3] : end])])


def _figures(figures: QuerySet[Figure]) -> Iterable[FigureRow]:
    """With the names of the places that each holds for, which keep lines of a chart apart."""
    spots: dict[int, set[tuple[str, int | None]]] = defaultdict(set)
    holding = Location.objects.public().filter(figures__in=figures)
    for figure, *spot in holding.values_list("figures", "name", "where_prec").order_by():
        spots[figure].add(tuple(spot))
    return (figure_row(one, spots.get(one.pk, ())) for one in figures.iterator())


def figure_row(figure: Figure, spots: Collection[tuple[str, int | None]]) -> FigureRow:
    """A figure with its claim and source at hand; `spots` are the name and where_prec of those that it holds for."""
    land = series.land_of(spots)
    return FigureRow(
        pk=figure.pk,
        report=figure.claim.report_id,
        development=figure.development_id,
        kind=figure.figure_kind,
        scope=figure.scope,
        source=figure.claim.source_id,
        status=figure.claim.status,
        date_end=figure.claim.date_end,
        reported_at=figure.claim.reported_at,
        value=series.value(figure),
        panel=series.panel_key(figure, land),
        line=series.line_key(figure, (name for name, _precision in spots)),
        drawn=not (figure.same_as_id or figure.part_of_id or land),
    )


def _places(locations: QuerySet) -> Iterable[PlaceRow]:
    area = Cast("geometry", TextField())  # as text: most is never looked at
    for *head, where_prec, relation, area_text, place in locations.annotate(area=area).values_list(
        "pk", "claim__report", "development", "name", "country", "latitude", "longitude", "radius_km",
        "where_prec", "relation", "area", "place",
    ).iterator():  # fmt: skip
        yield PlaceRow._make([*head, where_prec == 1 and not relation, area_text, place])
