"""Spans into the text, and what lets a mention leave the library.

All offsets are half-open and count Unicode code points of the settled text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

_AS_IS = frozenset({str, int, float, bool, dict})
LAST = "confidence"  # of the fields of a mention that leave the library
Rules = dict[str, str]  # field to the name of the rule that gave its value; `rule` alone says why a mention is one


@dataclass(slots=True)
class Span:
    """A half-open stretch of the text: `start <= i < end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(slots=True)
class Token(Span):
    """A word, number or mark. `low` is the word in lower case with straight quotes; `kind` is w, n or p."""

    text: str
    low: str
    kind: str
    index: int = 0
    space: bool = True  # white space stands before it
    capital: bool = False  # its first letter is one


@dataclass(slots=True)
class Mention(Span):
    """A span that leaves the library: with its fields up to `confidence`, those behind it are the passes' own."""

    def to_dict(self) -> dict[str, Any]:
        """The public fields by name; dates as ISO strings."""
        return {name: plain(getattr(self, name)) for name in leaving(self)}


def leaving(mention: Mention) -> tuple[str, ...]:
    """The names of the fields of a mention that leave the library."""
    kind: Any = type(mention)
    return _leaving(kind)


@cache
def _leaving(kind: type[Any]) -> tuple[str, ...]:
    names = [f.name for f in fields(kind)]
    return tuple(names[: names.index(LAST) + 1] if LAST in names else names)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if value is None or value.__class__ in _AS_IS:
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mention):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value
