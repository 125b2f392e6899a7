"""What every page of developments shows: the list, the map, the timeline, the figures and the filters, from one reading
of the query string. Constant in queries, whatever there is to show."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest

from reports.models import Claim, Development, Figure, Front, Report

from . import charts, features, series
from .exports import loaded
from .filters import Filters
from .kinds import LABELS, SHAPES
from .sentences import listed, mapped
from .timeline import timeline

PAGE = 25
DRAWN = 1500  # developments of a timeline: what is older is told in words


def listing(request: HttpRequest, fixed: dict[str, str] | None = None) -> dict[str, Any]:
    """The context that all pages of developments share; `fixed` is what the page itself stands for."""
    filters = Filters.of(request.GET, fixed)
    developments = filters.developments()
    places = list(mapped(filters.locations()))
    page = Paginator(listed(developments), PAGE).get_page(request.GET.get("page"))
    total = page.paginator.count
    placed = len({location.development_id for location in places})
    return {
        "filters": filters,
        "facets": filters.facets(),
        "page": page,
        "page_query": f"{filters.query()}&" if filters.is_narrowed else "",
        "total": total,
        "unplaced": total - placed,
        "map_data": features.collection(places),
        "feed_query": filters.query(fixed=True),
        "classes": [(name, label, SHAPES[name]) for name, label in LABELS.items()],
    }


def drawn_timeline(filters: Filters, heard: set[date]):
    """The timeline of what the filters leave."""
    return timeline(listed(filters.developments())[:DRAWN], heard)


def heard_on(reports: QuerySet[Report]) -> set[date]:
    """The days on which reports spoke: of their as-of, or their publication."""
    return {report.reported_at.date() for report in reports.select_related(None).only("as_of", "published")}


def drawn_panels(figures: QuerySet[Figure]) -> list[dict[str, Any]]:
    """Panels of figures, each with its chart where something moved."""
    return [
        {"panel": panel, "chart": charts.chart(panel) if panel.is_series else None}
        for panel in series.panels(loaded(figures))
    ]


def freshness() -> dict[str, Any]:
    """How fresh the site is: the last instant anything public speaks of, and how many fronts and countries it has."""
    public = Development.objects.public()
    fronts = Front.objects.filter(developments__in=public)
    counted = fronts.aggregate(fronts=Count("pk", distinct=True), countries=Count("countries", distinct=True))
    as_of: datetime | None = Claim.objects.public().aggregate(last=Max("reported_at"))["last"]
    return {"as_of": as_of, **counted}
