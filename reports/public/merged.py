"""The address of a record that was merged leads to the one that stayed."""

from typing import Any

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from reports.models import Front, Group, Source


def moved(request: HttpRequest, record: Front | Group | Source) -> HttpResponsePermanentRedirect | None:
    """The way to the same page of the record that stayed (301), with the query; None where this is the page.

    With the desk's clock set to a day, the record has the page it had then.
    """
    stayed: Any = record.merged_into  # of the record's own kind
    if stayed is None or request.clock.desk:  # type: ignore[attr-defined]
        return None
    match = request.resolver_match
    address = reverse(match.view_name, args=[stayed.slug])  # type: ignore[union-attr]
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
