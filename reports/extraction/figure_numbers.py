"""The numbers of a sentence that count something."""

from __future__ import annotations

from .cues import cue
from .exclusions import Exclusions
from .lexicon import Lexicon
from .model import HARMED, Draft
from .number_values import Number
from .numbers import number_at
from .quantities import quantities
from .unwritten import Unwritten
from .words import count_words

_UNWRITTEN = cue("figures", "unwritten")
_HARMING = cue("kinds", "harming")
_HARMED = cue("exclusions", "harmed")
_GONE = frozenset(["missing", "unaccounted"])
_SAID = cue("figures", "said")
_IN_A_ROW = cue("figures", "in_a_row")
_PAIRS = cue("kinds", "pairs")
_NO_COUNT = cue("figures", "no_count")


class Counting:
    """Finds numbers, and leaves out those that count nothing."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft, self.tokens, self.lows = draft, draft.tokens, draft.lows
        self.words = count_words(lexicon)
        self.quantities = quantities(lexicon)
        self.exclusions = lexicon.made(Exclusions)
        self.unwritten = Unwritten(self.tokens, self.words)
        self.dated = {i for d in draft.dates for i in range(d.first, d.last)}
        self.lasts: frozenset[int] = frozenset()  # the tokens just after the sentence's numbers

    def _numbers(self, start: int, end: int) -> list[Number]:
        """The numbers that count something, in order."""
        found: list[Number] = []
        free = start
        for i in self._spots(start, end):
            if i < free or i in self.dated:
                continue
            n = (self.lows[i] in _UNWRITTEN and self.unwritten.at(i, end)) or number_at(
                self.tokens, i, start, end, self.quantities
            )
            if not n or any(k in self.dated for k in range(n.first, n.last)):
                continue
            counted = not (self._pronoun(n, end) or self._known_pair(n, end)) or self._one_of_them(n, end, bool(found))
            if counted and not self.exclusions.why(n, self.tokens, start, end):
                found.append(n)
            free = n.last
        return found

    def _spots(self, start: int, end: int) -> list[int]:
        """The tokens that a number, or a count without one, may begin with."""
        opens, phrases = self.quantities.starts, self.quantities.phrases
        spots = [
            i
            for i, token in enumerate(self.tokens[start:end], start)
            if token.kind == "n" or token.low in opens or token.low in _UNWRITTEN or "-" in token.low
        ]
        alone = self.quantities.openers
        return [i for i in spots if self.lows[i] not in alone or phrases.at(self.tokens, i, end)]

    def _pronoun(self, n: Number, end: int) -> bool:
        """`one of the`, `no one`, `one said`: no count."""
        if self.tokens[n.first].low != "one" or n.last != n.first + 1 or n.modifier != "exact":
            return False
        after = self.tokens[n.last].low if n.last < end else ""
        before = self.tokens[n.first - 1].low if n.first else ""
        if after == "from" and before in ("and", ","):
            return False
        if after in ("square", "sq") or (
            after in ("woman", "man") and n.last + 1 < end and self.tokens[n.last + 1].low in _HARMED | {"was"}
        ):
            return False
        if before in _HARMING and after not in ("of", "another", "side"):
            return False  # "killing one and injuring three"
        token = self.tokens[n.last] if n.last < end else None
        if before in _IN_A_ROW and n.first > 1 and self.tokens[n.first - 2].low in ("the", "a"):
            return True  # "the next one", "the last one to leave"
        return (
            after in self.words.not_one
            or before in _NO_COUNT
            or token is None
            or token.kind == "p"
            or (before in ("the", "its") and not self.words.noun_kind.get(after))
        )

    def _known_pair(self, n: Number, end: int) -> bool:
        """`the two neighbours`, `both sides`: named, and not counted."""
        if self.tokens[n.first].low != "two" or n.last >= end or n.first == 0:
            return False
        return self.tokens[n.first - 1].low in ("the", "these", "those") and self.tokens[n.last].low in _PAIRS

    def _one_of_them(self, n: Number, end: int, counted: bool) -> bool:
        """`21 wounded, one of them badly`, `six were hurt, of whom one died`, `one militant was caught`."""
        lows = self.lows[max(0, n.first - 2) : min(end, n.last + 3)]
        if n.last != n.first + 1 or n.last + 2 > end:
            return False
        if self.words.noun_kind.get(self.lows[n.last]) in HARMED:
            return True  # "spoke of one death"
        if n.first > 1 and self.lows[n.first - 2 : n.first] == ["according", "to"]:
            return False  # "according to one of them"
        if lows[1:2] == ["of"] and n.first > 1 and self.words.plural(lows[0]):
            return False  # "nine members of one family died"
        before, after = lows[: n.first - max(0, n.first - 2)], lows[n.first - max(0, n.first - 2) + 1 :]
        if after[:2] == ["of", "the"] and after[2:] and after[2] in self.words.states:
            return True  # "One of the dead was a guard"
        if after[:2] == ["of", "them"] and not counted:
            return not _HARMED.isdisjoint(self.lows[n.last + 2 : min(end, n.last + 5)])  # "One of them had died"
        if counted and before[-1:] in (["and"], [","]) and after[0] in ("was", "is") and after[1] in _HARMED | _GONE:
            return True  # "two were killed and one was captured"
        if after[0] == "of" and after[1] in ("them", "whom"):
            return counted and before[-1] not in _SAID and not (len(after) > 2 and after[2] in _SAID)
        if after[0].endswith("ly") and before[-1:] == [","]:
            return counted  # "wounded another four, one critically"
        if before in (["of", "whom"], ["among", "them"], ["of", "them"], ["of", "which"]):
            return counted and after[0] not in _SAID
        if not self.words.person(after[0]):
            return False
        if after[1] == "and" and len(after) > 2:  # "one officer and 3 soldiers"
            return after[2].isdigit() or after[2] in self.words.small
        return after[1] in _HARMED or (after[1] in ("was", "is", "has", "had") and after[-1] in self.words.subject)
