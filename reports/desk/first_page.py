"""All that the first page of the desk shows beside the registers."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from reports.workflow.agreement import agreement
from reports.workflow.life import life

from .names import FIELDS, field_label
from .queue import desk_queue

KEPT = 300  # seconds: how often editors agree with the reader changes slowly, and looks at the whole ledger


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
            words = field_label(name)
            counts[words] = max(counts.get(words, 0), count)
    return sorted(counts.items(), key=lambda item: -item[1])[:most]
