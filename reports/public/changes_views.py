"""What changed since an instant, as a page and as JSON with tombstones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import Claim

from .api import LICENCE, endpoint, refused
from .asked import PARAMETERS, Problem
from .changes import LABELS, Changed, by_front, changes, one_by_one, since_of
from .events import events
from .features import sentence_url
from .feeds import Feed, feed, of_changes
from .filters import Filters
from .views import page, public

PAGE = 100
LATE = timedelta(minutes=1)  # a decision may be written a little after its time


@public
def changes_page(request: HttpRequest) -> HttpResponse:
    """Since a day, or since the reader's last visit, which only his browser knows."""
    asked = request.GET.get("since", "")
    since = since_of(asked) or _midnight(days=1)
    filters = Filters.of(request.GET, index=request.index)  # type: ignore[attr-defined]
    filters.beside = [("since", asked)] if since_of(asked) else []
    if asked and not since_of(asked):
        filters.problems.append(Problem("since", asked, _("a day is written 2016-12-11, and lies behind us")))
    found = changes(since, filters)
    shown = Paginator(found, PAGE).get_page(request.GET.get("page"))
    ctx = {
        "filters": filters,
        "facets": filters.facets(["country", "front", "group", "kind", "source"]),
        "since": since,
        "asked": asked if filters.beside else "",
        "yesterday": _midnight(days=1).date().isoformat(),
        "week": _midnight(days=7).date().isoformat(),
        "counts": [(label, n) for what, label in LABELS.items() if (n := sum(one.what == what for one in found))],
        "page": shown,
        "page_query": f"{query}&" if (query := filters.query()) else "",
        "fronts": by_front(shown, filters),
        "labels": LABELS,
        "feeds": [Feed.of("changes_feed", replace(filters, beside=[]))],
    }
    return page(request, "changes", ctx)


@feed(PARAMETERS)
def changes_feed(request: HttpRequest) -> HttpResponse:
    """The newest changes, without a since: an event stays in the feed until newer ones push it out."""
    filters = Filters.of(request.GET, index=request.index)  # type: ignore[attr-defined]
    if filters.problems:
        return refused(filters.problems)
    return of_changes(request, filters.query(), events(filters, PAGE))


def _changes_json(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Everything that changed since an instant, newest first; what was taken away is a tombstone with its reason."""
    value = request.GET.get("since", "")
    since = since_of(value)
    if since is None:
        words = "since when? A day (2016-12-11) or an instant (2016-12-11T17:00Z) that lies behind us"
        return refused([Problem("since", value, words)])
    found = Paginator(one_by_one(changes(since, filters)), PAGE)
    number = request.GET.get("page", "1")
    try:
        shown = found.page(number)
    except InvalidPage:
        return refused([Problem("page", number, f"pages are numbered from 1 to {found.num_pages}")])
    until = filters.index.built - LATE
    return JsonResponse(
        {
            "since": since,
            "until": max(since, until),  # ask from here the next time; what comes twice has the same id
            "count": found.count,
            "page": shown.number,
            "pages": found.num_pages,
            "changes": list(_rows(shown, request)),
            "licence": LICENCE,
        }
    )


def _rows(shown: Iterable[Changed], request: HttpRequest) -> Iterator[dict[str, Any]]:
    found = list(shown)
    ids = dict(Claim.objects.filter(pk__in={one.development for one in found}).values_list("pk", "public_id"))
    for one in found:
        yield _row(one, ids[one.development], request)


def _row(one: Changed, development: str, request: HttpRequest) -> dict[str, Any]:
    claim = one.claim
    url = request.build_absolute_uri(sentence_url(claim.report, claim)) if one.is_public else None
    return {
        "change": one.what,
        "id": claim.public_id,
        "kind": claim.kind,
        "development": development,
        "report": claim.report.public_id if one.words else None,
        "at": one.at,
        "reasons": one.reasons,
        "fields": [{"field": change.field, "old": change.before, "new": change.after} for change in one.changes],
        "quote": one.words or None,
        "url": url,
    }


changes_json = partial(endpoint, also=("since", "page"))(_changes_json)


def _midnight(days: int) -> datetime:
    return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
