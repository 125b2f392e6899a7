"""The list of fronts by country: last heard, the newest development in a line, the main figure with a spark."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Max, OuterRef, Subquery, When

from reports.models import Country, Development, Figure, Front
from reports.models.vocabulary import DevelopmentType, Status

from . import charts, series, words
from .exports import loaded
from .filters import Filters
from .sentences import listed, primary_front


@dataclass
class FrontRow:
    front: Front
    count: int
    last_heard: datetime
    newest: Development
    figure: series.Point | None = None
    figure_label: str = ""
    spark: str = ""


def by_country(filters: Filters) -> list[tuple[Country, list[FrontRow]]]:
    """Fronts with something that matches, newest first within each of their countries; in six queries."""
    matching = filters.developments().order_by()
    happens = Case(When(claim__status=Status.CURRENT, then=0), default=1)
    tells = Case(When(type=DevelopmentType.OTHER, then=1), default=0)
    newest = (
        Development.objects.filter(pk__in=matching, fronts=OuterRef("pk"))
        .order_by(happens, "-claim__date_end", tells, "-claim__reported_at", "claim__start")
        .values("pk")[:1]
    )
    fronts = list(
        Front.objects.filter(developments__in=matching)
        .annotate(
            count=Count("developments", distinct=True),
            last_heard=Max("developments__claim__reported_at"),
            newest=Subquery(newest),
        )
        .prefetch_related("countries")
        .order_by("-last_heard", "name")
    )
    sentences = {one.pk: one for one in listed(Development.objects.filter(pk__in=[front.newest for front in fronts]))}
    rows = {front.pk: FrontRow(front, front.count, front.last_heard, sentences[front.newest]) for front in fronts}
    _add_figures(rows, filters)
    grouped: dict[Country, list[FrontRow]] = defaultdict(list)
    for front in fronts:
        for country in front.countries.all():
            grouped[country].append(rows[front.pk])
    return sorted(grouped.items(), key=lambda pair: pair[0].name)


def _add_figures(rows: dict[int, FrontRow], filters: Filters) -> None:
    """The figure that stands for each front: its longest running toll, else the newest level."""
    by_front: dict[int, list[Figure]] = defaultdict(list)
    for figure in loaded(filters.figures()):
        front = primary_front(figure.development)
        if front and figure.claim.status == "current":
            by_front[front.pk].append(figure)
    for pk, row in rows.items():
        main = series.main_point(series.panels(by_front[pk]))
        if main:
            panel, line = main
            row.figure, row.spark = line.points[-1], charts.spark(line)
            day = words.period(row.figure.figure.claim.date_end, row.figure.figure.claim.date_end)
            row.figure_label = " · ".join(filter(None, [panel.label, line.about or panel.scope_label, day]))
