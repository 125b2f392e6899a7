"""The words around a place, asked by their distance from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..model import Draft, Place, Sentence


@dataclass(slots=True)
class Around:
    """One place and its sentence. `first`, `last`: its tokens, half-open."""

    draft: Draft
    place: Place
    sentence: Sentence
    first: int
    last: int
    lows: list[str]  # of all tokens of the draft
    start: int  # the first token of the sentence
    stop: int  # the token behind it

    def low(self, i: int) -> str:
        """The word at token `i`; empty outside the sentence."""
        return self.lows[i] if self.start <= i < self.stop else ""

    def back(self, n: int = 1) -> str:
        """The word `n` tokens before the place."""
        i = self.first - n
        return self.lows[i] if self.start <= i < self.stop else ""

    def ahead(self, n: int = 0) -> str:
        """The word behind the place, `n` tokens on."""
        i = self.last + n
        return self.lows[i] if self.start <= i < self.stop else ""

    def shouts(self, n: int) -> bool:
        """Whether the word behind the place, `n` tokens on, is an acronym."""
        i = self.last + n
        text = self.draft.tokens[i].text if self.start <= i < self.stop else ""
        return len(text) > 1 and text.isupper() and not self.sentence.caps

    def before(self, n: int, without: frozenset[str] = frozenset()) -> list[str]:
        """Up to `n` words before the place, in the order of the text."""
        words = self.lows[max(self.first - n, self.start) : self.first]
        return [w for w in words if w not in without] if without else words

    def after(self, n: int) -> list[str]:
        """Up to `n` words behind the place."""
        return self.lows[self.last : min(self.last + n, self.stop)]

    def starts_between(self, start: int, end: int) -> int:
        """How many tokens begin between two offsets of the sentence before the place."""
        starts = self.draft.starts[self.sentence.first : self.first]
        return bisect_right(starts, end) - bisect_left(starts, start)

    @property
    def possessive(self) -> bool:
        """ "'s" stands behind the place."""
        return self.ahead() in ("'s", "’s")


class Starts:
    """Finds tokens by their offsets."""

    def __init__(self, draft: Draft) -> None:
        self.starts, self.lows = draft.starts, draft.lows

    def index(self, offset: int) -> int:
        """The first token at or behind `offset`."""
        return bisect_left(self.starts, offset)

    def around(self, draft: Draft, place: Place) -> Around:
        """The words around a place that stands in a sentence."""
        sentence = draft.sentences[place.sentence or 0]
        first, last = self.index(place.start), self.index(place.end)
        return Around(draft, place, sentence, first, last, self.lows, sentence.first, sentence.last)
