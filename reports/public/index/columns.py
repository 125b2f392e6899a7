"""Rows of a moment as columns.

Days are ordinals, instants microseconds since 1970 (UTC), words numbers of a vocabulary; types, statuses and the like
are places in their vocabulary's order. A missing key is 0, a missing coordinate NaN.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
from django.utils.text import slugify

from reports.models.vocabulary import (
    DateBasis,
    DevelopmentType,
    FigureKind,
    Grade,
    InvolvementRole,
    Scope,
    Status,
)

from .rows import Rows
from .table import Table
from .words import VOCABULARY

TYPES, STATUSES, BASES = list(DevelopmentType.values), list(Status.values), list(DateBasis.values)
KINDS, SCOPES, ROLES = list(FigureKind.values), [*Scope.values, ""], list(InvolvementRole.values)
GRADES = list(Grade.values)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400_000_000  # microseconds

DEVELOPMENT = {
    "pk": np.int64, "report": np.int64, "public_id": object, "start": np.int32, "type": np.int8, "status": np.int8,
    "source": np.int64, "first": np.int32, "last": np.int32, "exact": bool, "basis": np.int8, "reported": np.int64,
    "country": object, "words": object,
}  # fmt: skip
FRONT = {"report": np.int64, "development": np.int64, "front": np.int64, "primary": bool}
PLACE = {
    "pk": np.int64, "report": np.int64, "development": np.int64, "name": object, "country": object,
    "latitude": np.float64, "longitude": np.float64, "radius": np.float64, "precise": bool, "area": object,
    "place": np.int64, "key": object,
}  # fmt: skip
INVOLVEMENT = {"report": np.int64, "development": np.int64, "group": np.int64, "role": np.int8}
FIGURE = {
    "pk": np.int64, "report": np.int64, "development": np.int64, "kind": np.int8, "scope": np.int8,
    "source": np.int64, "status": np.int8, "last": np.int32, "reported": np.int64, "value": np.float64,
    "panel": object, "line": object, "drawn": bool,
}  # fmt: skip
CONTROL = {
    "pk": np.int64, "report": np.int64, "development": np.int64, "status": np.int8, "last": np.int32,
    "holder": np.int64, "contender": np.int64,
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """Everything public at a moment. All tables tell the `report` of a row, and all but the first its `development`."""

    developments: Table
    fronts: Table
    places: Table
    involvements: Table
    figures: Table
    controls: Table

    @classmethod
    def of(cls, rows: Rows) -> "Columns":
        return cls(
            Table.of(DEVELOPMENT, map(_development, rows.developments)),
            Table.of(FRONT, rows.fronts),
            Table.of(PLACE, map(_place, rows.places)),
            Table.of(INVOLVEMENT, ((*r[:2], r.group or 0, _at(ROLES, r.role)) for r in rows.involvements)),
            Table.of(FIGURE, map(_figure, rows.figures)),
            Table.of(CONTROL, map(_control, rows.controls)),
        )  # fmt: skip

    def renewed(self, reports: Iterable[int], fresh: "Columns") -> "Columns":
        """With the rows of some reports replaced by fresh ones."""
        gone = np.fromiter(reports, np.int64)
        return Columns(*(
            getattr(self, table.name)
            .take(~np.isin(getattr(self, table.name)["report"], gone))
            .followed_by(getattr(fresh, table.name))
            for table in fields(self)
        ))  # fmt: skip


def ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def latest_told(developments: Table) -> np.ndarray:
    """The last day that each was on by its report (UTC): of what is foreseen to the end of the year, not that end."""
    return np.minimum(developments["last"], EPOCH.toordinal() + developments["reported"] // DAY)


def day(number: int) -> date:
    return date.fromordinal(int(number))


def microseconds(instant: datetime) -> int:
    return (instant - EPOCH) // timedelta(microseconds=1)


def instant(number: int) -> datetime:
    return EPOCH + timedelta(microseconds=int(number))


@lru_cache(maxsize=16384)
def place_key(name: str, country: str | None) -> str:
    """A place in an address: its name and country, "aleppo-sy". Two places of one name in one country share it."""
    return "-".join(filter(None, [slugify(name, allow_unicode=True), (country or "").lower()]))


def _at(vocabulary: list[Any], value: str) -> int:
    return vocabulary.index(value)


def _development(row) -> tuple:
    exact = row.date_start == row.date_end and row.date_precision in {"hour", "day"}
    return (
        *(row.pk, row.report, row.public_id, row.start, _at(TYPES, row.type), _at(STATUSES, row.status)),
        *(row.source or 0, ordinal(row.date_start), ordinal(row.date_end), exact, _at(BASES, row.date_basis)),
        *(microseconds(row.reported_at), row.country or "", VOCABULARY.numbers(row.sentence)),
    )


def _place(row) -> tuple:
    return (
        *(row.pk, row.report, row.development, row.name, row.country or ""),
        *(_or_nan(row.latitude), _or_nan(row.longitude), _or_nan(row.radius_km), row.precise, row.area),
        *(row.place or 0, place_key(row.name, row.country)),
    )


def _figure(row) -> tuple:
    return (
        *(row.pk, row.report, row.development, _at(KINDS, row.kind), _at(SCOPES, row.scope)),
        *(row.source or 0, _at(STATUSES, row.status), ordinal(row.date_end), microseconds(row.reported_at)),
        *(row.value, row.panel, row.line, row.drawn),
    )


def _control(row) -> tuple:
    return (*row[:3], _at(STATUSES, row.status), ordinal(row.date_end), row.holder or 0, row.contender or 0)


def _or_nan(value: float | None) -> float:
    return np.nan if value is None else value
