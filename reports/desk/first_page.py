"""All that the first page of the desk shows beside the registers."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from reports.workflow.agreement import agreement
from reports.workflow.life import life

from .queue import desk_queue

KEPT = 300  # seconds: how often editors agree with the reader changes slowly, and looks at the whole ledger
FIELDS = {
    "low": _("number"),
    "high": _("number"),
    "modifier": _("bound"),
    "figure_kind": _("kind"),
    "scope": _("scope"),
    "unit": _("unit"),
    "subject": _("subject"),
    "subject_class": _("who"),
    "denominator": _("of what"),
    "source": _("source"),
    "status": _("status"),
    "date_start": _("day"),
    "date_end": _("day"),
    "type": _("type"),
    "fronts": _("front"),
    "country": _("country"),
    "group": _("group"),
    "role": _("role"),
    "name": _("name"),
    "latitude": _("pin"),
    "longitude": _("pin"),
    "place": _("place"),
    "locations": _("place"),
    "location": _("place"),
    "radius_km": _("precision"),
    "where_prec": _("precision"),
    "place_kind": _("kind of place"),
    "control_status": _("control"),
    "holder": _("holder"),
    "contender": _("contender"),
    "valid_from": _("day"),
    "part_of": _("part of"),
    "same_as": _("said again"),
    "development": _("sentence"),
}


@dataclass(frozen=True)
class AgreementRow:
    """One kind of claim: the share that stood as read, in percent, and the fields corrected most."""

    kind: str
    decided: int
    as_read: int
    rejected: int
    fields: list[tuple[str, int]]


def first_page() -> dict[str, Any]:
    """The context of the template; a constant number of queries."""
    return {"queue": desk_queue(), "life": life(), "agreement": cache.get_or_set("agreement", _agreement, KEPT)}


def _agreement() -> list[AgreementRow]:
    return [
        AgreementRow(
            str(row.kind.label), row.decided, round(100 * row.accepted_as_read), row.rejected, _named(row.fields)
        )
        for row in agreement()
        if row.decided
    ]


def _named(fields: tuple[tuple[str, int], ...], most: int = 3) -> list[tuple[str, int]]:
    """The fields corrected most, in words; two columns of one thing (low and high) are told once."""
    counts: dict[str, int] = {}
    for name, count in fields:
        if name in FIELDS:
            words = str(FIELDS[name])
            counts[words] = max(counts.get(words, 0), count)
    return sorted(counts.items(), key=lambda item: -item[1])[:most]
