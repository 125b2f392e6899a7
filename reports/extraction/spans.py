"""Spans into the text, and what lets a mention leave the library.

All offsets are half-open and count Unicode code points of the settled text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

_AS_IS = frozenset({str, int, float, bool, dict})
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


class Mention:
    """Mixin: a span that leaves the library with its public fields; `rules` stay behind, for `read --explain`."""

    __slots__ = ()
    HIDDEN: frozenset[str] = frozenset({"rules"})

    def to_dict(self) -> dict[str, Any]:
        """The public fields by name; dates as ISO strings."""
        kind: Any = type(self)
        return {name: plain(getattr(self, name)) for name in _public(kind)}


@cache
def _public(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields that leave the library."""
    return tuple(f.name for f in fields(kind) if f.name not in kind.HIDDEN)


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
