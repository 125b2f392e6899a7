"""What every page of developments shows: the list, the map, the timeline, the figures and the filters, from one reading
of the query string. Constant in queries, and in what it loads: counts come from the index, rows are those shown."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

import numpy as np
from django.core.paginator import Paginator
from django.http import HttpRequest

from reports.models import Report

from . import charts, control, rivals, series
from .boxes import first_view
from .dimensions import FIGURE_KINDS
from .feeds import Feed
from .filters import Filters
from .index import Index
from .index.columns import instant
from .kinds import LABELS, SHAPES
from .live import stamp
from .strips import strips
from .timeline import heard_on, timeline

PAGE = 25
FIGURES = 200  # the newest figures: those of charts and tables; the export has all
REPORTS = 60


def listing(request: HttpRequest, fixed: dict[str, str] | None = None) -> dict[str, Any]:
    """The context that all pages of developments share; `fixed` is what the page itself stands for."""
    filters = Filters.of(request.GET, fixed, request.index)  # type: ignore[attr-defined]
    page = Paginator(filters.developments(), PAGE).get_page(request.GET.get("page"))
    page.object_list = filters.index.moment.developments(page.object_list)
    total = page.paginator.count
    return {
        "filters": filters,
        "facets": filters.facets(),
        "page": page,
        "page_query": f"{query}&" if (query := filters.query()) else "",
        "total": total,
        "stamp": stamp(filters),
        "unplaced": total - filters.index.spots.placed(filters.mask),
        "bounds": first_view(filters),
        "feed_query": filters.query(fixed=True),
        "feeds": [Feed.of("changes_feed", filters)],
        "held_here": control.ON if filters.has_controls else None,
        "classes": [(name, label, SHAPES[name]) for name, label in LABELS.items()],
    }


def instrument(filters: Filters) -> dict[str, Any]:
    """Timeline, figures, disagreements and reports of what the filters of a page leave."""
    moment, pks = filters.index.moment, filters.figures()
    figures = moment.figures(pks[-FIGURES:])
    weighed, held = filters.index.weights.of(filters.fronts()), control.held_by(filters)
    return {
        "timeline": timeline(filters, heard_on(filters)),
        "strips": None if "front" in filters.fixed else strips(filters),
        "panels": with_files(drawn_panels(figures), filters),
        "set_apart": series.set_apart(figures),
        "older_figures": max(0, len(pks) - FIGURES),
        "held": held,
        "disputed": [one for one in held if one.disputed],
        "cards": rivals.cards(figures, weighed),
        "reports": newest_reports(filters),
    }


def newest_reports(filters: Filters):
    """The reports that what matches comes from, newest first."""
    one = filters.index.developments.take(filters.mask)
    reports, first = np.unique(one["report"], return_index=True)
    newest = reports[np.argsort(-one["reported"][first], kind="stable")][:REPORTS]
    found = Report.objects.filter(pk__in=[int(pk) for pk in newest]).select_related("outlet").defer("text")
    settled = filters.index.moment.settled(found)
    return sorted(settled, key=lambda report: (report.published, report.pk), reverse=True)


def with_files(panels: list[dict[str, Any]], filters: Filters) -> list[dict[str, Any]]:
    """The panels, each with the query of a file of its kind, whatever other kinds are chosen."""
    names = {kind: name for name, kind in FIGURE_KINDS.items()}
    others = [(name, value) for name, value in parse_qsl(filters.query(fixed=True)) if name != "kind"]
    return [entry | {"file": urlencode([*others, ("kind", names[entry["panel"].kind])])} for entry in panels]


def drawn_panels(figures: list) -> list[dict[str, Any]]:
    """Panels of figures, each with its chart where something moved; those with a chart first."""
    found = [
        {"panel": panel, "chart": charts.chart(panel) if panel.is_series else None} for panel in series.panels(figures)
    ]
    return sorted(found, key=lambda entry: entry["chart"] is None)


def freshness(index: Index) -> dict[str, Any]:
    """How fresh the site is: the last instant anything public speaks of, and how many fronts and countries it has."""
    fronts = set(index.fronts["front"].tolist())
    countries = {iso2 for front in fronts for iso2 in index.names.countries_of_front.get(front, ())}
    last = index.developments["reported"].max() if index.size else None
    return {"as_of": last and instant(last), "fronts": len(fronts), "countries": len(countries)}
