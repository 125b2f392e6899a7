"""How often editors correct the reader, by kind of claim and by field, in words for the method page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.workflow import agreement

from . import corrections

MOST = 4  # fields told of a kind
# Beside those that the ledger of corrections tells by value.
FIELDS: Mapping[str, Promise] = corrections.FIELDS | {
    "source": _("source"),
    "fronts": _("front"),
    "group": _("group"),
    "unit": _("unit"),
    "role": _("role"),
    "country": _("country"),
}


@dataclass(frozen=True)
class Agreed:
    """One kind of claim: how many a person decided one by one, the share that stood as read, the fields corrected."""

    kind: Promise
    decided: int
    as_read: float
    rejected: int
    fields: list[tuple[str, int]]


def agreed() -> list[Agreed]:
    """One row for each kind of which something was decided one by one; two queries."""
    return [
        Agreed(row.kind.label, row.decided, row.accepted_as_read, row.rejected, _named(row.fields))
        for row in agreement.agreement()
        if row.decided
    ]


def _named(fields: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The fields corrected most, in words and how often; those that no reader knows by name are left out."""
    return [(str(FIELDS[name]), count) for name, count in fields if name in FIELDS][:MOST]
