"""The words right about a count, as the rules of its scene look at them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .counted import Counted
from .cues import cue
from .kind_signs import folk
from .predicates import Verdict

_HOUSEHOLDS = cue("kinds", "households")
_LEAD = 6  # words looked at before
_BEHIND = 3


@dataclass(slots=True)
class Scene:
    """What stands before a count, and behind its phrase."""

    count: Counted
    noun: str = field(init=False)  # as it stands, even where it names a craft; empty where there is none
    before: str = field(init=False)  # the word right before
    lead: list[str] = field(init=False)  # those before, the nearest last
    behind: list[str] = field(init=False)

    def __post_init__(self) -> None:
        count = self.count
        head, last = count.phrase.head, count.phrase.last
        self.noun = "" if head is None else count.tokens[head].low
        self.before = count.lead
        self.lead = [t.low for t in count.tokens[max(count.start, count.begin - _LEAD) : count.begin]]
        self.behind = [t.low for t in count.tokens[last : min(count.end, last + _BEHIND)]]

    def verdict(self, kind: str, rule: str) -> Verdict:
        """A verdict by the word right before."""
        return Verdict(kind, rule, self.count.begin - 1)

    def near(self, far: int) -> set[str]:
        """The `far` words before, in whatever sentence."""
        return {t.low for t in self.count.tokens[max(0, self.count.begin - far) : self.count.begin]}

    @property
    def second(self) -> str:
        """The last word but one before; empty where there is none."""
        return self.lead[-2] if len(self.lead) > 1 else ""

    @property
    def folk(self) -> bool:
        """People in general, or a bare number."""
        return folk(self.noun, self.count.words)

    @property
    def households(self) -> bool:
        """People in general, or families, but no bare number."""
        return self.noun in _HOUSEHOLDS or (bool(self.noun) and self.folk)

    @property
    def persons(self) -> bool:
        """Persons of any sort, or a bare number."""
        return not self.noun or self.count.words.person(self.noun)

    @property
    def settlements(self) -> bool:
        """Towns, villages."""
        return self.count.words.noun_kind.get(self.noun) == "settlements"
