"""What the index knows of each public thing, as plain rows. A moment gives them (`reports.public.moment`)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


class DevelopmentRow(NamedTuple):
    """A development and its claim; `sentence` is its words, `country` that of the heading above it."""

    pk: int
    report: int
    public_id: str
    start: int
    type: str
    status: str
    source: int | None
    date_start: date | None
    date_end: date | None
    date_precision: str
    date_basis: str
    reported_at: datetime
    country: str | None
    sentence: str


class FrontRow(NamedTuple):
    """A development belongs to a front (its primary key)."""

    report: int
    development: int
    front: int
    primary: bool


class PlaceRow(NamedTuple):
    """Where a development happened; without coordinates it still tells the country. `area` is GeoJSON text."""

    pk: int
    report: int
    development: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    precise: bool
    area: str | None
    place: int | None


class InvolvementRow(NamedTuple):
    report: int
    development: int
    group: int | None
    role: str


class FigureRow(NamedTuple):
    """A figure. `panel` and `line` are equal for those that share an axis and a line of a chart (`series.panel_key`,
    `series.line_key`), `value` is where it stands; one that is not `drawn` says another again, is a part of one, or
    is a whole country's."""

    pk: int
    report: int
    development: int
    kind: str
    scope: str
    source: int | None
    status: str
    date_end: date | None
    reported_at: datetime
    value: float
    panel: str
    line: str
    drawn: bool


class ControlRow(NamedTuple):
    """Someone says who holds a place: the group, and the one that contends for it or besieges it."""

    pk: int
    report: int
    development: int
    status: str
    date_end: date | None
    holder: int | None
    contender: int | None


@dataclass
class Rows:
    """Everything public at a moment, or what of it belongs to some reports."""

    developments: list[DevelopmentRow] = field(default_factory=list)
    fronts: list[FrontRow] = field(default_factory=list)
    places: list[PlaceRow] = field(default_factory=list)
    involvements: list[InvolvementRow] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    controls: list[ControlRow] = field(default_factory=list)
