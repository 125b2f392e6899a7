"""A counted noun phrase, and the walk over its words that finds its noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from .walks import Walk


@dataclass(slots=True)
class Phrase:
    """A counted noun phrase over tokens `[first, last)`; `head` is its noun, None where there is none."""

    first: int
    last: int
    head: int | None = None
    part: bool = False  # "of them", "of whom"
    more: bool = False  # "200 more"
    state: int | None = None  # "wounded" of "1706 wounded people"


@dataclass(slots=True)
class PhraseWalk(Walk):
    """From the first word behind a number to the end of what it counts."""

    first: int
    one: bool  # the number is one: its noun is no plural
    phrase: Phrase
    plural: bool = field(init=False, default=False)  # it has come past the noun, a plural

    def noun_is(self, k: int) -> None:
        """Take token `k` for the noun, and the phrase to end with it."""
        self.phrase.head, self.phrase.last = k, k + 1
