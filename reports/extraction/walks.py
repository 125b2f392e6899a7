"""A walk over the tokens behind a number, step by step: the first step that knows the token goes on, or ends it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .model import Token
from .words import CountWords


@dataclass(slots=True)
class Walk:
    """Where a walk stands: at token `at`, before `limit`, in a sentence that ends at `end`.

    A step gets the walk and gives whether it knew what stands there: then it has gone on, or has stopped the walk.
    """

    tokens: list[Token]
    at: int
    limit: int
    end: int
    words: CountWords
    low: str = field(init=False, default="")  # the word at which it stands

    def ahead(self, far: int) -> str:
        """The word `far` tokens ahead; empty behind the end."""
        k = self.at + far
        return self.tokens[k].low if k < self.end else ""

    def on(self, far: int = 1) -> bool:
        """Go `far` tokens on."""
        self.at += far
        return True

    def to(self, k: int) -> bool:
        """Go to token `k`."""
        self.at = k
        return True

    def stop(self) -> bool:
        """End here."""
        self.limit = self.at
        return True
