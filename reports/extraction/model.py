"""What a reading is made of: `Draft` is the table the passes work on, `Document` is what leaves the library.

`Document.to_dict()` is the JSON object of the reader's contract.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

from .mentions import (
    HARMED,
    LEVELS,
    MEASURES,
    Control,
    DateMention,
    Figure,
    Group,
    Place,
    Section,
    Sentence,
    Source,
    Unresolved,
)
from .spans import Span, Token, plain

__all__ = [
    "HARMED",
    "LEVELS",
    "MEASURES",
    "Control",
    "DateMention",
    "Document",
    "Draft",
    "Figure",
    "Group",
    "Place",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Token",
    "Unresolved",
]


@dataclass(slots=True)
class Draft:
    """The table the passes work on: filled from top to bottom."""

    text: str
    published: dt.date | None = None
    outlet: str | None = None
    tokens: list[Token] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)  # the words of the tokens, for slices at once
    starts: list[int] = field(default_factory=list)  # where the tokens start, to find them by
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
    issuer: int | None = None  # the source that files a communiqué in its own voice
    home: str | None = None  # the country it speaks of most; "" where there is none, None before it was asked

    def take(self, tokens: list[Token]) -> None:
        """Set the tokens of the text, with their words and starts beside them."""
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.starts = [token.start for token in tokens]

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def lows_of(self, sentence: Sentence) -> list[str]:
        """The words of one sentence, in lower case."""
        return self.lows[sentence.first : sentence.last]


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
        return {f.name: plain(getattr(self, f.name)) for f in fields(self)}
