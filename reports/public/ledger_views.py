"""The ledger of corrections, as a page and as an Atom feed, narrowed by the same filters."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from . import corrections
from .api import refused
from .feeds import Feed, feed, of_corrections
from .ledger import PARAMETERS, Ledger
from .views import page, public

PAGE = 50


@public
def ledger(request: HttpRequest) -> HttpResponse:
    """What was corrected and withdrawn, and which reports were published."""
    index, clock = request.index, request.clock  # type: ignore[attr-defined]
    asked = Ledger.of(request.GET, index, clock)
    shown = Paginator(asked.decisions(), PAGE).get_page(request.GET.get("page"))
    period = (asked.since or corrections.ALWAYS[0], asked.until or corrections.ALWAYS[1])
    ctx = {
        "filters": asked,
        "facets": asked.facets(),
        "page": shown,
        "page_query": f"{query}&" if (query := asked.query()) else "",
        "entries": corrections.entries(corrections.chosen(shown)),
        "publications": [] if asked.changes else corrections.publications(clock, period, asked.reports()),
        "feeds": [Feed.of("corrections_feed", asked.filters)],
    }
    return page(request, "corrections", ctx)


@feed(PARAMETERS)
def corrections_feed(request: HttpRequest) -> HttpResponse:
    """The newest corrections."""
    asked = Ledger.of(request.GET, request.index, request.clock)  # type: ignore[attr-defined]
    if asked.problems:
        return refused(asked.problems)
    entries = corrections.entries(corrections.chosen(asked.decisions()[:PAGE]))
    return of_corrections(request, asked.query(), entries)
