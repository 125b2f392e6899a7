"""The mentions that a reading finds, each with the words it came from and the rules that gave its fields."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from .spans import Mention, Rules, Span


@dataclass(slots=True)
class Section(Mention):
    """A heading and the body it rules. `heading` is `text[start:end]`, without marks."""

    body_start: int
    body_end: int
    heading: str
    level: str  # country | front | time | topic
    country: str | None = None
    front: str | None = None
    rule: str = ""
    confidence: float | None = None
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class Sentence(Mention):
    """A sentence; `first` and `last` bound its tokens in `Draft.tokens` (half-open)."""

    section: int | None = None
    status: str = "current"
    type: str | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_precision: str = "unknown"
    rule: str = ""
    confidence: float | None = None
    first: int = 0
    last: int = 0
    line: int = 0  # the paragraph it stands in
    caps: bool = False  # all in capitals: case tells nothing
    rules: Rules = field(default_factory=dict)


# The kinds of figures that count people harmed.
HARMED = frozenset(["killed", "wounded", "captured", "missing"])
# The kinds of figures that measure, and count nothing.
MEASURES = frozenset(["distance_km", "percent_territory"])
# The kinds and units of figures that are a level: they stand, and sum up nothing.
LEVELS = MEASURES | {"trapped"}


@dataclass(slots=True)
class Figure(Mention):
    """A number, what it counts, and what is known of it."""

    text: str
    low: float | None
    high: float | None
    modifier: str
    kind: str
    unit: str
    subject: str = ""
    subject_class: str = "unspecified"
    vague: bool = False
    derived: bool = False
    place: int | None = None
    places: list[int] = field(default_factory=list)
    source: int | None = None
    scope: str | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    part_of: int | None = None
    same_as: int | None = None
    denominator: str | None = None
    status: str | None = None  # of its clause, where that stands otherwise than the sentence
    rule: str = ""
    confidence: float | None = None
    number: Span | None = None  # the number alone
    first: int = 0  # tokens, half-open
    last: int = 0
    sentence: int = 0
    verb: int | None = None  # token of the predicate
    head: int | None = None  # token of the counted noun
    bare: bool = False  # no noun of its own
    part: bool = False  # "of them", "including"
    more: bool = False  # "another", "an additional"
    leans: Figure | None = None  # the count told before that a bare one is of the same kind as
    rules: Rules = field(default_factory=dict)

    def cover(self, start: dt.date | None, end: dt.date | None, rule: str) -> None:
        """Set the period the figure holds for, and the rule that gave it."""
        self.date_start, self.date_end = start, end
        self.rules["date_start"] = self.rules["date_end"] = rule


@dataclass(slots=True)
class Place(Mention):
    """A place named in the text; coordinates are filled in by `reports.geocoding.locate`."""

    text: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: str = "city"
    where_prec: int | None = None
    gazetteer: str | None = None
    id: str | None = None
    role: str = "context"  # event | dateline | metonym | context
    relation: dict[str, Any] | None = None
    radius_km: float | None = None
    area: dict[str, Any] | None = None  # GeoJSON of the ground that is meant, where it is no circle
    alternatives: list[dict[str, Any]] = field(default_factory=list)
    rule: str = ""
    confidence: float | None = None
    sentence: int | None = None
    clue: dict[str, Any] = field(default_factory=dict)  # what the words say of where it is, for `locate`
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class Group(Mention):
    """An armed party named in the text."""

    text: str
    name: str
    role: str = "mentioned"  # actor | source | target | mentioned
    actor_type: str | None = None
    rule: str = ""
    confidence: float | None = None
    sentence: int = 0
    slug: str | None = None
    country: str | None = None
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class Source(Mention):
    """Someone who says something; `sentences` are the indexes of those it covers."""

    text: str
    name: str
    kind: str = "other"
    sentences: list[int] = field(default_factory=list)
    rule: str = ""
    confidence: float | None = None
    sentence: int = 0
    first: int = 0  # tokens, half-open
    last: int = 0
    verb: int | None = None  # token of the speech verb
    anaphor: bool = False  # "it", "he", "the statement": resolved to an earlier one
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class DateMention(Mention):
    """A date or period, resolved against the report's own day. `precision` as in the contract."""

    text: str
    date_start: dt.date | None
    date_end: dt.date | None
    precision: str = "day"
    rule: str = ""
    confidence: float | None = None
    sentence: int = 0
    first: int = 0
    last: int = 0
    since: bool = False
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class Control(Mention):
    """A statement of who holds a place; `place` and `source` are indexes."""

    place: int | None
    status: str  # controlled | contested | besieged | left
    holder: str | None = None
    contender: str | None = None
    source: int | None = None
    rule: str = ""
    confidence: float | None = None
    rules: Rules = field(default_factory=dict)


@dataclass(slots=True)
class Unresolved(Mention):
    """Something seen that could not be decided."""

    text: str
    reason: str
