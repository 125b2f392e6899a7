"""The read API: plain GeoJSON, JSON and CSV without a key, a cookie or a language, by the same filters as the pages.

Conditional requests are answered by the middleware (ETag over the bytes); answers are kept while the data stands. A
value that is not known is a 400 that names the parameter, the value and the known values: a silent empty answer would
be taken for "nothing happened".
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from reports.models import Front

from . import exports, features
from .accuracy import published
from .answers import kept
from .asked import PARAMETERS, Problem
from .control.geojson import collection
from .filters import Filters
from .index.columns import instant
from .past.clock import DESK, KNOWN

LICENCE = "CC BY 4.0 on our coding; quoted words belong to their sources"


def endpoint(
    view: Callable[[HttpRequest, Filters], HttpResponse], also: tuple[str, ...] = ()
) -> Callable[[HttpRequest], HttpResponse]:
    """A GET view that gets its filters, or answers 400; readable from anywhere, kept only to be asked about again.

    `also` are parameters beside the filters. Other methods are answered 405, which the check for forged forms would
    hide; nothing can be written here.
    """

    @kept
    def answer(request: HttpRequest) -> HttpResponse:
        filters = Filters.of(request.GET, index=request.index)  # type: ignore[attr-defined]
        problems = [*_unknown_parameters(request, also), *filters.problems, *_unread_clocks(request)]
        return refused(problems) if problems else view(request, filters)

    @csrf_exempt
    @require_safe
    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cache-Control"] = "public, no-cache"
        return response

    return wrapped


def refused(problems: list[Problem]) -> JsonResponse:
    """What is wrong with the question, and what can be asked instead."""
    return JsonResponse(
        {
            "error": "; ".join(f"{problem.parameter}: {problem.words}" for problem in problems),
            "problems": [
                {
                    "parameter": problem.parameter,
                    "value": problem.value,
                    "message": problem.words,
                    "known": list(problem.known),
                }
                for problem in problems
            ],
        },
        status=400,
    )


def _unknown_parameters(request: HttpRequest, also: tuple[str, ...]) -> list[Problem]:
    known = (*PARAMETERS, KNOWN, DESK, *also)
    return [Problem(name, request.GET[name], "no such parameter", known) for name in request.GET if name not in known]


def _unread_clocks(request: HttpRequest) -> list[Problem]:
    words = "a day (2016-12-11) or an instant (2016-12-11T17:00Z)"
    return [Problem(name, value, words) for name, value in request.clock.unread.items()]  # type: ignore[attr-defined]


@endpoint
def fronts(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Fronts with at least one development that matches, and how many do; without filters, all fronts."""
    index = filters.index
    counts = index.by_front.counts(filters.mask)
    links = index.fronts.take(filters.mask[index.fronts["at"]])
    reported = index.developments["reported"][links["at"]]
    shown = Front.objects.prefetch_related("countries")
    if filters.is_narrowed:
        shown = shown.filter(slug__in=counts)
    rows = []
    for front in shown:
        heard = reported[links["front"] == front.pk]
        rows.append(_front(front, request, counts.get(front.slug, 0), instant(heard.max()) if len(heard) else None))
    return JsonResponse({"fronts": rows, "licence": LICENCE})


def _front(front: Front, request: HttpRequest, developments: int, last_heard: Any) -> dict[str, Any]:
    return {
        "slug": front.slug,
        "name": front.name,
        "countries": [country.iso2 for country in front.countries.all()],
        "started": front.started,
        "ended": front.ended,
        "bounds": front.bounds,
        "developments": developments,
        "last_heard": last_heard,
        "url": request.build_absolute_uri(reverse("front", args=[front.slug])),
    }


@endpoint
def developments_geojson(request: HttpRequest, filters: Filters) -> HttpResponse:
    """A feature for each place where a matching development happened; `counts` says how many could not be placed."""
    data = features.collection(filters.index.moment.locations(filters.locations()))
    placed = filters.index.spots.placed(filters.mask)
    data["counts"] = {
        "developments": filters.total,
        "placed": placed,
        "unplaced": filters.total - placed,
        "places": len(data["features"]),
    }
    data["licence"] = LICENCE
    return JsonResponse(data, content_type="application/geo+json")


@endpoint
def control_geojson(request: HttpRequest, filters: Filters) -> HttpResponse:
    """A feature for each place that somebody is said to hold, with every source's newest word on it."""
    data = collection(filters, request.build_absolute_uri)
    data["licence"] = LICENCE
    return JsonResponse(data, content_type="application/geo+json")


@endpoint
def figures_csv(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every figure of the matching developments, one a row, bounds and scope kept apart."""
    lines = exports.figures_csv(filters.index.moment.figures(filters.figures()), request.build_absolute_uri)
    response = HttpResponse("".join(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return response


@csrf_exempt
@require_safe
def accuracy_json(request: HttpRequest) -> HttpResponse:
    """How good the reader is, per field, as measured on the sealed set."""
    return JsonResponse(published(), headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "public, no-cache"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Readers' pages are open to search engines; the desk is not for them."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /api/", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
