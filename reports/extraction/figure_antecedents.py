"""Which count a bare one leans on: that compared, a rival's, the one told in parallel, a total of which some are left.

`compared with 15 and 38`, `the Observatory had seven`, `and Al-Bayda 57`, `the other 21`: the number stands alone, and
what is counted was said before.
"""

from __future__ import annotations

from .cues import cue
from .figure_numbers import Counting
from .model import HARMED, MEASURES, Figure
from .remainders import whole_of_the_rest

_COMPARING = cue("figures", "comparing")
_GIVES = cue("figures", "gives")
_COUNTS = cue("figures", "counts")
_FIGURE = cue("figures", "figure")
_SUMS = cue("figures", "sums")
_SPOKE = cue("figures", "spoke")
_SEES = cue("figures", "sees")
_BE = cue("grammar", "be")
_REACHES = cue("figures", "reaches")
_THEN = cue("figures", "then")
_REMAINDER = cue("figures", "remainder")
_FAR = 12  # figures looked back at
Antecedent = tuple[Figure, str]  # and the rule that found it


def _is_a_whole(figure: Figure) -> bool:
    """`11 of the 15 districts`: how many there are in all, of which some were told."""
    return figure.rules.get("kind") == "whole"


class Antecedents(Counting):
    """Finds the count that a bare one goes on from."""

    def _antecedent(self, figure: Figure, start: int) -> Antecedent | None:
        """The count before it whose kind, unit and people the bare count has; None where no such frame is about it."""
        if not figure.bare or not self.draft.figures:
            return None
        at = self._before(figure, start)
        if at < start:
            return None
        if not _REMAINDER.isdisjoint(self.lows[max(start, figure.first - 1) : figure.last]):
            return self._what_is_left(figure)
        if figure.more and (more := self._side_by_side(figure.first)) and more[-1].first >= start:
            return more[-1], "more-of-those"  # "36,000 have fled, and 7,000 more were at the gates"
        if "settlements" in self.words.object.get(self.lows[at], ()) and (told := self._side_by_side(at)):
            taken = told[-1].kind == "settlements" and told[-1].first >= start
            return (told[-1], "taken-too") if taken else None  # "lost three villages and took five"
        if not self._ends_clause(figure) and self.lows[at] != "of":
            return None
        return self._compared_with(figure, start, at) or self._another_count(start, at) or self._in_parallel(start, at)

    def _before(self, figure: Figure, start: int) -> int:
        """The token before the number and its modifier, quotes and articles apart."""
        at = figure.first - 1
        while at >= start and self.lows[at] in ('"', "“", "the"):
            at -= 1
        return at

    def _ends_clause(self, figure: Figure) -> bool:
        """Nothing is said to have happened to them: a stop, a place, a time or the next count stands behind."""
        if figure.last >= len(self.tokens):
            return True
        behind = self.tokens[figure.last]
        return behind.kind == "p" or behind.low in self.words.prepositions or behind.low in ("and", "so", "the", "each")

    def _side_by_side(self, upto: int) -> list[Figure]:
        """`12 killed and 30 wounded`: the last counts before token `upto` that stand side by side, without parts."""
        told: list[Figure] = []
        for one in reversed(self.draft.figures[-_FAR:]):
            if one.last > upto or one.part or one.unit == "percent" or one.kind in MEASURES or _is_a_whole(one):
                continue
            if told and not self._joined(one, told[-1]):
                break
            told.append(one)
        return told[::-1]

    def _joined(self, one: Figure, two: Figure) -> bool:
        both = one.kind in HARMED and two.kind in HARMED and one.kind != two.kind
        return (
            both and self.lows[two.first - 1] in ("and", ",", "wounding", "injuring") and one.sentence == two.sentence
        )

    def _compared_with(self, figure: Figure, start: int, at: int) -> Antecedent | None:
        """`139 were killed and 287 hurt, compared with 15 and 38`: each goes with the one in its place."""
        last = self.draft.figures[-1]
        second = self.lows[at] == "and" and last.bare and last.last == at and last.first > start
        link = self._before(last, start) if second else at
        how, against = self.lows[link - 1], self.lows[link] == "against"
        against = against or (self.lows[link] == "from" and how in ("up", "down"))
        against = against or (self.lows[link] in ("with", "to") and how in _COMPARING)
        first = not second and self.lows[figure.last : figure.last + 1] == ["and"] and self._number_at(figure.last + 1)
        told = self._side_by_side(link) if against and (first or second) else []
        if len(told) != 2 or told[0].first < start:
            return None
        return told[second], "compared-in-its-place"

    def _number_at(self, k: int) -> bool:
        return k < len(self.tokens) and (self.tokens[k].kind == "n" or self.lows[k] in self.words.small)

    def _another_count(self, start: int, at: int) -> Antecedent | None:
        """`the Observatory had seven`, `then 67`, `a higher count of 141`: what another, or they later, gave."""
        before, low = (self.lows[at - 1] if at > start else ""), self.lows[at]
        if low in _BE and before in ("there", "it"):
            return self._there_are(start)
        if low in _REACHES and not _FIGURE.isdisjoint(self.lows[max(start, at - 8) : at]):
            return self._there_are(start)  # "It expects the number to reach a million"
        here = low in _GIVES or low in _THEN or (low == "of" and before in _SPOKE)
        anywhere = low in _COUNTS or (low == "of" and before in _SUMS | _FIGURE) or (low == "," and before in _FIGURE)
        told = self._side_by_side(at) if here or anywhere else []
        if not told or told[0].first < self._sentence_before(start, anywhere):
            return None
        opening = self.draft.sentences[told[0].sentence].first
        first = next(f for f in self.draft.figures[-_FAR:] if f.first >= opening and f.kind == told[0].kind)
        whole = anywhere and not first.part and first.unit == told[0].unit
        return (first if whole else told[0]), "another-count"

    def _there_are(self, start: int) -> Antecedent | None:
        """`37 strikes on Monday. On Sunday there were 22.`, `medics say it is 60`: of what was counted last."""
        told = self._side_by_side(len(self.lows))
        return (told[0], "there-are") if told and told[0].first >= self._sentence_before(start, True) else None

    def _sentence_before(self, start: int, anywhere: bool) -> int:
        """Where the sentence begins, or the one before it."""
        if not anywhere or not start:
            return start
        number = next((f.sentence for f in reversed(self.draft.figures) if f.first < start), None)
        if number is None:
            return start
        sentence = self.draft.sentences[number]
        return sentence.first if sentence.last >= start - 1 else start

    def _in_parallel(self, start: int, at: int) -> Antecedent | None:
        """`Sanaa was hit 42 times, and Al-Bayda 57`, `put them at 12; the Observatory, at 31`: one verb for both."""
        while at > start and self.lows[at] in ("at", "of", ","):
            at -= 1
        if not self.tokens[at].capital or at == start:
            return None
        k = at
        while k > start and (self.tokens[k].capital or self.lows[k] in ("-", "the")):
            k -= 1
        told = self._side_by_side(k) if self.lows[k] in ("and", ",", ";") else []
        if not told or told[0].first < start:
            return None
        return told[0], "in-parallel"

    def _losses_of_the_dead(self, figure: Figure, start: int) -> None:
        """`Six soldiers died, which takes to 47 its losses`: where only the dead are told, losses are the dead."""
        told = self._side_by_side(figure.first) if figure.bare else []
        if len(told) == 1 and told[0].kind == "killed" and told[0].first >= start:
            figure.kind, figure.unit, figure.rules["kind"] = "killed", "people", "losses-of-the-dead"

    def _not_of_the_toll(self, figure: Figure, start: int) -> None:
        """`31 died and 112 were hurt, up from 24 and 90`: no toll, though one is told before."""
        at = self._before(figure, start)
        if (
            figure.bare
            and at > start
            and self.draft.figures
            and (found := self._compared_with(figure, start, at)) is not None
        ):
            figure.kind, figure.rules["kind"] = found[0].kind, found[1]

    def _none_of_those(self, figure: Figure, start: int) -> None:
        """`78 raids, having seen none in May`: none of what was counted in the sentence."""
        told = self._side_by_side(figure.first) if figure.bare and self.lows[figure.first - 1] in _SEES else []
        if told and told[0].first >= start:
            figure.kind, figure.unit, figure.rules["kind"] = told[0].kind, told[0].unit, "none-of-those"

    def _what_is_left(self, figure: Figure) -> Antecedent | None:
        """`flew eight strikes ... the other 21`: what makes up a total told before, with some of it."""
        whole = whole_of_the_rest(self.draft.figures, len(self.draft.figures), figure.low)
        return (self.draft.figures[whole], "what-is-left") if whole is not None else None
