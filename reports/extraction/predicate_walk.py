"""The walk from a count to its predicate: where it stands, and what it has passed."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cues import cue
from .walks import Walk

HELPERS = cue("grammar", "helpers")
IN_AT_ON = frozenset(["in", "at", "on"])
Told = tuple[list[str], int]  # the kinds that a predicate may mean, and its token


@dataclass(slots=True)
class PredicateWalk(Walk):
    """Past auxiliaries and one aside, to what is told of the count."""

    first: int  # the token right behind the count
    pair: str = field(init=False, default="")  # the words of this token and the next
    aux: bool = field(init=False, default=False)  # an auxiliary is behind it: a participle is finite
    skipped: bool = field(init=False, default=False)  # an aside is behind it: there is no second
    told: Told | None = field(init=False, default=None)

    def look(self) -> None:
        """Take up the words of the token."""
        low, k = self.tokens[self.at].low, self.at + 1
        self.low = low
        self.pair = f"{low} {self.tokens[k].low}" if k < self.end else ""

    def tell(self, kinds: list[str], verb: int) -> bool:
        """End with the predicate at token `verb`."""
        self.told = (kinds, verb)
        return self.stop()

    def in_three(self, k: int) -> list[str] | None:
        """`laid down their arms`: what a predicate of three words from token `k` means."""
        if k + 2 >= self.end:
            return None
        tokens = self.tokens
        return self.words.subject.get(f"{tokens[k].low} {tokens[k + 1].low} {tokens[k + 2].low}")

    def verb_at(self, k: int) -> bool:
        """A verb that tells, and is no auxiliary."""
        low = self.tokens[k].low
        return low in self.words.subject and low not in self.words.auxiliaries

    def leads_on(self, k: int) -> bool:
        """An auxiliary use: another predicate comes right after (`left dead`, `taken prisoner`, `remain cut off`)."""
        if k + 1 >= self.end:
            return False
        words, after = self.words, self.tokens[k + 1].low
        pair = k + 2 < self.end and f"{after} {self.tokens[k + 2].low}" in words.subject
        return pair or after in words.subject or after in words.noun_kind
