"""The list of fronts by country: last heard, the newest development in a line, the main figure with a spark."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.utils.translation import gettext as _

from reports.models import Country, Development, Front
from reports.models.vocabulary import DevelopmentType, Scope, Status

from . import charts, series, words
from .filters import Filters
from .index.columns import STATUSES, TYPES, instant, latest_told
from .mainlines import main_lines


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
    """Fronts with something that matches, newest first within each of their countries; constant in queries."""
    rows = _rows(filters)
    _add_figures(rows, filters)
    grouped: dict[Country, list[FrontRow]] = defaultdict(list)
    for row in sorted(rows.values(), key=lambda row: (-row.last_heard.timestamp(), row.front.name)):
        for country in row.front.countries.all():
            grouped[country].append(row)
    names = filters.index.names
    return sorted(grouped.items(), key=lambda pair: names.shown("country", pair[0].pk, pair[0].name))


def _rows(filters: Filters) -> dict[int, FrontRow]:
    """A row for each front with something that matches, by primary key."""
    index = filters.index
    links = index.fronts.take(filters.mask[index.fronts["at"]])
    placed = np.isin(links["at"], index.spots.places["at"])
    latest = latest_told(index.developments)[links["at"]]
    about = {name: index.developments[name][links["at"]] for name in ("start", "reported", "type", "status")}
    tells = about["type"] == TYPES.index(DevelopmentType.OTHER)
    happens = about["status"] != STATUSES.index(Status.CURRENT)
    best = np.lexsort((about["start"], -about["reported"], tells, ~placed, -latest, happens, links["front"]))
    fronts, first, counts = np.unique(links["front"][best], return_index=True, return_counts=True)
    heard = [about["reported"][links["front"] == front].max() for front in fronts]
    newest = index.developments["pk"][links["at"][best[first]]]
    shown = {one.pk: one for one in index.moment.developments(newest)}
    found = Front.objects.prefetch_related("countries").in_bulk([int(front) for front in fronts])
    return {
        int(front): FrontRow(found[front], int(count), instant(last), shown[int(pk)])
        for front, count, last, pk in zip(fronts, counts, heard, newest, strict=True)
        if front in found and int(pk) in shown
    }


def _add_figures(rows: dict[int, FrontRow], filters: Filters) -> None:
    """The figure that stands for each front, with the line that led to it."""
    lines = main_lines(filters)
    figures = {one.pk: one for one in filters.index.moment.figures(line.newest for line in lines.values())}
    for pk, line in lines.items():
        if pk in rows and (figure := figures.get(line.newest)):
            scope = str(Scope(figure.scope).label if figure.scope else _("Scope not said"))
            tolls = figure.scope == Scope.CUMULATIVE  # since when is half of what such a number says
            day = words.period(figure.claim.date_start if tolls else figure.claim.date_end, figure.claim.date_end)
            label = series.panel_label(figure.figure_kind, words.unit_of_its_own(figure))
            rows[pk].figure, rows[pk].spark = series.point(figure), charts.spark(line.points)
            rows[pk].figure_label = words.joined([label, series.about(figure), scope, day])
