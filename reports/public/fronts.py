"""The list of fronts by country: last heard, the newest development in a line, the main figure with a spark."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from reports.models import Country, Development, Figure, Front
from reports.models.vocabulary import DevelopmentType, Status

from . import charts, series, words
from .filters import Filters
from .index.columns import STATUSES, TYPES, instant
from .sentences import primary_front

POINTS = 24  # figures of each front among which the main one is found: the newest


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
    return sorted(grouped.items(), key=lambda pair: pair[0].name)


def _rows(filters: Filters) -> dict[int, FrontRow]:
    """A row for each front with something that matches, by primary key."""
    index = filters.index
    links = index.fronts.take(filters.mask[index.fronts["at"]])
    about = {name: index.developments[name][links["at"]] for name in ("start", "reported", "last", "type", "status")}
    tells = about["type"] == TYPES.index(DevelopmentType.OTHER)
    happens = about["status"] != STATUSES.index(Status.CURRENT)
    best = np.lexsort((about["start"], -about["reported"], tells, -about["last"], happens, links["front"]))
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
    """The figure that stands for each front: its longest running toll, else the newest level."""
    by_front: dict[int, list[Figure]] = defaultdict(list)
    for figure in filters.index.moment.figures(_newest_figures(filters)):
        if front := primary_front(figure.development):
            by_front[front.pk].append(figure)
    for pk, row in rows.items():
        main = series.main_point(series.panels(by_front[pk]))
        if main:
            panel, line = main
            row.figure, row.spark = line.points[-1], charts.spark(line)
            day = words.period(row.figure.figure.claim.date_end, row.figure.figure.claim.date_end)
            row.figure_label = " · ".join(filter(None, [panel.label, line.about or panel.scope_label, day]))


def _newest_figures(filters: Filters) -> np.ndarray:
    """Primary keys of the newest current figures of each front, oldest first."""
    index = filters.index
    primary = np.zeros(index.size, dtype=np.int64)
    links = index.fronts.take(np.argsort(index.fronts["primary"], kind="stable"))
    primary[links["at"]] = links["front"]
    figures = index.figures.take(np.isin(index.figures["pk"], filters.figures()))
    figures = figures.take(figures["status"] == STATUSES.index(Status.CURRENT))
    front = primary[figures["at"]]
    order = np.lexsort((figures["pk"], -figures["last"], front))
    _fronts, first, place = np.unique(front[order], return_index=True, return_inverse=True)
    rank = np.arange(len(order)) - first[place]
    return figures["pk"][order[(rank < POINTS) & (front[order] > 0)]][::-1]
