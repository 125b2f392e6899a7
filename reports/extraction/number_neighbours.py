"""A number and the words next to it in its sentence."""

from __future__ import annotations

from .model import Token
from .number_values import Number


class Neighbours:
    """The two words before a number and the two behind it, `""` where the sentence has no more."""

    __slots__ = ("after", "after2", "before", "before2", "digits", "end", "exact", "glued", "n", "start", "tokens")

    def __init__(self, n: Number, tokens: list[Token], start: int, end: int) -> None:
        self.n, self.tokens, self.start, self.end = n, tokens, start, end
        self.before, self.before2 = self.back(1), self.back(2)
        self.after, self.after2 = self.ahead(0), self.ahead(1)
        self.digits = tokens[n.first].kind == "n"
        self.exact = n.modifier == "exact"
        self.glued = n.first > 0 and not tokens[n.first].space  # to what stands before it

    def back(self, k: int) -> str:
        """The `k`th word before the number."""
        i = self.n.first - k
        return self.tokens[i].low if self.start <= i < self.end else ""

    def ahead(self, k: int) -> str:
        """The word `k` words past the first one behind the number."""
        i = self.n.last + k
        return self.tokens[i].low if self.start <= i < self.end else ""

    @property
    def tight(self) -> bool:
        """What stands behind the number is written onto it: `5-`, `14:`, `2NDLD`."""
        return self.n.last < self.end and not self.tokens[self.n.last].space
