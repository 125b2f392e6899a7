"""The numbers of a sentence that count something; also "an air strike" and "no violations"."""

from __future__ import annotations

from .cues import cue
from .exclusions import Exclusions
from .lexicon import Lexicon
from .model import Draft
from .numbers import Number, number_at
from .quantities import quantities
from .words import count_words

_UNWRITTEN = frozenset(["no", "nobody", "zero", "twin", "a", "an"])
_HARMING = cue("kinds", "harming")
_HARMED = cue("exclusions", "harmed")
_SAID = frozenset(["said", "says", "told", "added", "adds", "asked", "wrote"])
_PAIRS = cue("kinds", "pairs")
_BLOWS = cue("exclusions", "blows")
_STRIKES = frozenset(["strike", "airstrike", "air-strike", "raid"])


class Counting:
    """Finds numbers, and leaves out those that count nothing."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.words = count_words(lexicon)
        self.quantities = quantities(lexicon)
        self.exclusions = Exclusions(lexicon)
        self.dated = {i for d in draft.dates for i in range(d.first, d.last)}
        self.lasts: frozenset[int] = frozenset()  # the tokens just after the sentence's numbers

    def _numbers(self, start: int, end: int) -> list[Number]:
        """The numbers that count something, in order."""
        found: list[Number] = []
        i = start
        while i < end:
            if i in self.dated:
                i += 1
                continue
            n = (self.tokens[i].low in _UNWRITTEN and self._unwritten(i, end)) or number_at(
                self.tokens, i, start, end, self.quantities
            )
            if not n or any(k in self.dated for k in range(n.first, n.last)):
                i += 1
                continue
            counted = not (self._pronoun(n, end) or self._known_pair(n, end)) or self._one_of_them(n, end, bool(found))
            if counted and not self.exclusions.why(n, self.tokens, start, end):
                found.append(n)
            i = max(n.last, i + 1)
        return found

    def _unwritten(self, i: int, end: int) -> Number | None:
        """A count that is not written as a number."""
        return self._nothing(i, end) or self._nobody(i, end) or self._twin(i, end) or self._one_strike(i, end)

    def _pronoun(self, n: Number, end: int) -> bool:
        """`one of the`, `no one`, `one said`: no count."""
        if self.tokens[n.first].low != "one" or n.last != n.first + 1 or n.modifier != "exact":
            return False
        after = self.tokens[n.last].low if n.last < end else ""
        before = self.tokens[n.first - 1].low if n.first else ""
        if after == "from" and before in ("and", ","):
            return False
        if after in ("square", "sq") or (
            after in ("woman", "man") and self.tokens[n.last + 1].low in _HARMED | {"was"}
        ):
            return False
        if before in _HARMING and after not in ("of", "another", "side"):
            return False  # "killing one and injuring three"
        token = self.tokens[n.last] if n.last < end else None
        return (
            after in self.words.not_one
            or before
            in ("of", "in", "not", "no", "this", "that", "every", "each", "any", "another", "longer", "number")
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
        lows = [t.low for t in self.tokens[max(0, n.first - 2) : min(end, n.last + 3)]]
        if n.last != n.first + 1 or n.last + 2 > end:
            return False
        before, after = lows[: n.first - max(0, n.first - 2)], lows[n.first - max(0, n.first - 2) + 1 :]
        if after[0] == "of" and after[1] in ("them", "whom"):
            return counted and before[-1] not in _SAID and not (len(after) > 2 and after[2] in _SAID)
        if after[0].endswith("ly") and before[-1:] == [","]:
            return counted  # "wounded another four, one critically"
        if before in (["of", "whom"], ["among", "them"], ["of", "them"], ["of", "which"]):
            return counted and after[0] not in _SAID
        return self.words.person(after[0]) and after[1] in ("was", "is") and after[-1] in self.words.subject

    def _nothing(self, i: int, end: int) -> Number | None:
        """`no air strikes`, `no humanitarian flight`: a count of nothing."""
        token = self.tokens[i]
        if token.low not in ("no", "zero") or i + 1 >= end or token.low == "zero":
            return None
        for j in range(i + 1, min(i + 4, end)):
            low = self.tokens[j].low
            if low in self.words.countable_nothing:
                return Number(i, i + 1, 0, 0, derived=True, begin=i, finish=i + 1, rule="nothing")
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None

    def _nobody(self, i: int, end: int) -> Number | None:
        """`nobody was hurt`, `no one died`, `no civilian was harmed`: a count of nobody."""
        tokens, low = self.tokens, self.tokens[i].low
        if low == "nobody" or (low == "no" and i + 1 < end and tokens[i + 1].low == "one"):
            last = i + (1 if low == "nobody" else 2)
        elif low == "no" and i + 1 < end and self.words.person(tokens[i + 1].low):
            last = i + 1
        else:
            return None
        if i and tokens[i - 1].low in ("lost", "killed", "wounded", "injured", "hurt", "killing", "wounding", "losing"):
            return Number(i, last, 0, 0, derived=True, begin=i, finish=last, rule="nobody")
        for k in range(last, min(end, last + 5)):
            if tokens[k].low in _HARMED:
                return Number(i, last, 0, 0, derived=True, begin=i, finish=last, rule="nobody")
            if tokens[k].kind == "p":
                return None
        return None

    def _twin(self, i: int, end: int) -> Number | None:
        """`twin air strikes`, `twin suicide bombings`: two."""
        if self.tokens[i].low != "twin":
            return None
        for k in range(i + 1, min(end, i + 4)):
            if self.tokens[k].low in _BLOWS:
                return Number(i, i + 1, 2, 2, derived=True, begin=i, finish=i + 1, rule="twin", head=k)
        return None

    def _one_strike(self, i: int, end: int) -> Number | None:
        """`an air strike`: one, though no number says so."""
        if self.tokens[i].low not in ("a", "an"):
            return None
        for j in range(i + 1, min(i + 5, end)):
            low = self.tokens[j].low
            if low in _STRIKES:
                inside = {t.low for t in self.tokens[i + 1 : j]}
                after = self.tokens[j + 1].low if j + 1 < end else ""
                if after in ("means", "is", "group", "force", "team", "package", "-", "capability", "campaign", "zone"):
                    return None
                plain = (
                    low == "strike"
                    and (
                        after in self.words.object
                        or after in ("on", "in", "near", "against", "that", "which", "targeting")
                    )
                    and "hunger" not in inside
                )
                if low.startswith("air") or inside & self.words.strike_words or plain:
                    return Number(i, i + 1, 1, 1, derived=True, begin=i, finish=i + 1, rule="article", head=j)
                return None
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None
