"""What a reading is made of: spans into the text, and the mentions that carry them.

All offsets are half-open and count Unicode code points of the settled text. `Draft` is the table the passes work on;
`Document` is what leaves the library, and `Document.to_dict()` is the JSON object of the reader's contract.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

_AS_IS = frozenset({str, int, float, bool, dict})


@dataclass(slots=True)
class Span:
    """A half-open stretch of the text: `start <= i < end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


@dataclass(slots=True)
class Token(Span):
    """A word, number or mark. `low` is the word in lower case with straight quotes; `kind` is w, n or p."""

    text: str
    low: str
    kind: str
    index: int = 0
    space: bool = True  # white space stands before it
    capital: bool = False  # its first letter is one


class Mention:
    """Mixin: a span that leaves the library with its public fields."""

    __slots__ = ()
    HIDDEN: frozenset[str] = frozenset()

    def to_dict(self) -> dict[str, Any]:
        """The public fields by name; dates as ISO strings."""
        kind: Any = type(self)
        return {name: _plain(getattr(self, name)) for name in _public(kind)}


@cache
def _public(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields that leave the library."""
    return tuple(f.name for f in fields(kind) if f.name not in kind.HIDDEN)


@dataclass(slots=True)
class Section(Span, Mention):
    """A heading and the body it rules. `heading` is `text[start:end]`, without marks."""

    body_start: int
    body_end: int
    heading: str
    level: str  # country | front | time | topic
    country: str | None = None
    front: str | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(slots=True)
class Sentence(Span, Mention):
    """A sentence; `first` and `last` bound its tokens in `Draft.tokens` (half-open)."""

    HIDDEN = frozenset({"first", "last", "line", "caps"})

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


@dataclass(slots=True)
class Figure(Span, Mention):
    """A number, what it counts, and what is known of it."""

    HIDDEN = frozenset({"number", "first", "last", "sentence", "verb", "head", "bare", "part", "more"})

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

    def sentence_first(self, draft: Draft) -> int:
        """The first token of the sentence it stands in."""
        return draft.sentences[self.sentence].first


@dataclass(slots=True)
class Place(Span, Mention):
    """A place named in the text; coordinates are filled in by `reports.geocoding.locate`."""

    HIDDEN = frozenset({"sentence", "clue"})

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
    alternatives: list[dict[str, Any]] = field(default_factory=list)
    rule: str = ""
    confidence: float | None = None
    sentence: int | None = None
    clue: dict[str, Any] = field(default_factory=dict)  # what the words say of where it is, for `locate`


@dataclass(slots=True)
class Group(Span, Mention):
    """An armed party named in the text."""

    HIDDEN = frozenset({"sentence", "slug", "country"})

    text: str
    name: str
    role: str = "mentioned"  # actor | source | target | mentioned
    actor_type: str | None = None
    rule: str = ""
    confidence: float | None = None
    sentence: int = 0
    slug: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Source(Span, Mention):
    """Someone who says something; `sentences` are the indexes of those it covers."""

    HIDDEN = frozenset({"sentence", "first", "last", "verb", "anaphor"})

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


@dataclass(slots=True)
class DateMention(Span, Mention):
    """A date or period, resolved against the report's own day. `precision` as in the contract."""

    HIDDEN = frozenset({"sentence", "first", "last", "since"})

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


@dataclass(slots=True)
class Control(Span, Mention):
    """A statement of who holds a place; `place` and `source` are indexes."""

    place: int | None
    status: str  # controlled | contested | besieged | left
    holder: str | None = None
    contender: str | None = None
    source: int | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(slots=True)
class Unresolved(Span, Mention):
    """Something seen that could not be decided."""

    text: str
    reason: str


@dataclass(slots=True)
class Draft:
    """The table the passes work on: filled from top to bottom."""

    text: str
    published: dt.date | None = None
    outlet: str | None = None
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    noise: list[Span] = field(default_factory=list)
    dateline_spans: list[Span] = field(default_factory=list)  # "TRIPOLI/BENGHAZI, Libya (Reuters) -"
    dates: list[DateMention] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    dateline: str | None = None
    as_of: str | None = None
    home: str | None = None  # the country it speaks of most; "" where there is none, None before it was asked

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]


@dataclass(slots=True)
class Document:
    """A finished reading."""

    reader: dict[str, str]
    text: str
    outlet: str | None
    dateline: str | None
    as_of: str | None
    published: dt.date | None
    sections: list[Section]
    sentences: list[Sentence]
    figures: list[Figure]
    places: list[Place]
    groups: list[Group]
    sources: list[Source]
    dates: list[DateMention]
    controls: list[Control]
    unresolved: list[Unresolved]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of the contract, keys in the contract's order."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


def _plain(value: Any) -> Any:
    if value is None or value.__class__ in _AS_IS:
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mention):
        return value.to_dict()
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value
