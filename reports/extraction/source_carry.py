"""Who goes on speaking where a sentence names nobody: quotations, clipped sentences, more of what was said."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile

from .attribution import Attribution
from .cues import cue, cue_phrases
from .model import HARMED, Sentence
from .source_patterns import Patterns

_CLIPS = cue("sources", "clips")
_TALLIES = cue("sources", "tallies")
_OTHERS = cue("sources", "others")
_BACK = frozenset(["them", "those", "these", "whom"])  # "half of the city's people" are none of those just told
_GOES_ON = cue_phrases("sources", "goes_on")
_BESIDE = cue("sources", "beside")
_SHORT = 24  # tokens of a sentence that only tells whom an event harmed
_POINTS = frozenset(["its", "their", "the", "this", "his"])
_BARE_VERBS = cue("grammar", "helpers")
_OWNED = cue("sources", "owned")
_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_PAPERS = cue("sources", "papers")
_OPENING = frozenset(['"', "“", "«"])
_QUOTED = 5  # sentences of a quotation whose speaker is named at its end
_POINTING = frozenset(["the", "this", "that", "these", "those", "it"])
_BARE_FATES = cue("sources", "bare_fates")
_COSTS = cue("sources", "costs")
_PASSIVE = frozenset(["was", "were", "been"])
_SUMS, _TO_SUMS = cue("sources", "sums"), cue("sources", "to_sums")


class Carry(Patterns):
    """Carries speakers across sentences."""

    def carry_on(self) -> None:
        """Quotations and clipped sentences go on with the speaker before them."""
        self._open_quotes()
        by_sentence: dict[int, list[Attribution]] = {}
        for a in self.found:
            by_sentence.setdefault(a.sentence, []).append(a)
        quoting: int | None = None
        last: Attribution | None = None
        for number, sentence in enumerate(self.draft.sentences):
            own = by_sentence.get(number)
            inside = [low for low in self.draft.lows_of(sentence) if low in _QUOTES]
            before = self.draft.sentences[number - 1] if number else None
            if own:
                last = own[-1]
                quoting = last.source if inside else None
                continue
            if sentence.status == "noise" or last is None or before is None:
                last = None if sentence.status == "noise" else last
                continue
            near = number - last.sentence <= 2 and sentence.section == before.section
            first = self.tokens[sentence.first].low
            same = sentence.line == before.line == self.draft.sentences[last.sentence].line
            goes_on = quoting is not None and near and (first in _QUOTES or len(inside) % 2 == 1)
            quoted = first in ('"', "“", "«") and same and number - last.sentence == 1
            acts = number - last.sentence == 1 and (
                self._goes_on_acting(sentence, last) or self._of_his_own(sentence, last)
            )
            follows = number - last.sentence == 1 and (
                ((self._its_victims(sentence) or self._its_losses(sentence)) and not self._beside(last))
                or self._more_of_it(sentence)
                or self._sums_up(sentence)
            )
            papered = self._by_paper(last) and sentence.line == self.draft.sentences[last.sentence].line
            clipped = same and (papered or (near and (self._clipped(sentence) or quoted or acts or follows)))
            if goes_on or clipped:
                source = quoting if goes_on and quoting is not None else last.source
                made = Attribution(source, number, sentence.first, sentence.first, None, False)
                self.found.append(made)
                self.draft.sources[source].sentences.append(number)
                if not papered:
                    last = Attribution(source, number, sentence.first, sentence.first, None, False)
            elif not same:
                quoting = None
        self.found.sort(key=lambda a: (a.sentence, a.first))
        for said in self.draft.sources:
            said.sentences.sort()

    def _open_quotes(self) -> None:
        """`"We were nine. Now there are four," the man said`: who is named where a quotation closes spoke all of it."""
        first_of: dict[int, Attribution] = {}
        for a in self.found:
            first_of.setdefault(a.sentence, a)
        for number, sentence in enumerate(self.draft.sentences):
            if number in first_of or self.tokens[sentence.first].low not in _OPENING or sentence.status == "noise":
                continue
            if (end := self._closes(number)) is None or (said := first_of.get(end)) is None:
                continue
            if not any(t.low in _QUOTES for t in self.tokens[self.draft.sentences[end].first : said.first + 1]):
                continue
            for k in range(number, end):
                if k not in first_of:
                    start = self.draft.sentences[k].first
                    self.found.append(Attribution(said.source, k, start, start, None, False))
                    self.draft.sources[said.source].sentences.append(k)

    def _closes(self, number: int) -> int | None:
        """The sentence of the same paragraph in which a quotation ends that this one opens and does not close."""
        sentences = self.draft.sentences
        for k in range(number, min(number + _QUOTED, len(sentences))):
            marks = sum(low in _QUOTES for low in self.draft.lows_of(sentences[k]))
            if sentences[k].line != sentences[number].line or (k == number and marks % 2 == 0):
                return None
            if k > number and marks:
                return k
        return None

    def _of_his_own(self, sentence: Sentence, last: Attribution) -> bool:
        """`..., said the baker. He buried two sons`: somebody who spoke of his own goes on."""
        told = self.tokens[sentence.first].low in ("he", "she") and last.tail
        return told and self.draft.sources[last.source].kind in ("residents", "other", "medical")

    def _sums_up(self, sentence: Sentence) -> bool:
        """`The deaths bring to 115`, `That takes the toll to 40`: a count brought up to date."""
        lows = self.draft.lows[sentence.first : min(sentence.last, sentence.first + 6)]
        if lows[0] not in _POINTING:
            return False
        k = next((k for k in range(1, min(4, len(lows))) if lows[k] in _SUMS), None)
        return k is not None and not _TO_SUMS.isdisjoint(lows[k + 1 : k + 3])

    def _goes_on_acting(self, sentence: Sentence, last: Attribution) -> bool:
        """`The army announced a raid. It recovered 14 rifles`: what a body said that it did, it goes on telling."""
        body = last.verb is not None and not last.tail and last.source not in self.persons
        if not body or self.tokens[last.verb or 0].low == "according":
            return False
        return self.tokens[sentence.first].low in ("it", "they")

    def _its_victims(self, sentence: Sentence) -> bool:
        """`..., the mayor said. Five people were hurt`: whoever told the event tells whom it harmed."""
        k = bisect_left(self.draft.figures, self.tokens[sentence.first].start, key=lambda f: f.start)
        if k >= len(self.draft.figures) or sentence.last - sentence.first > _SHORT:
            return False
        figure = self.draft.figures[k]
        harmed = figure.kind in HARMED and figure.rule.endswith("+predicate") and figure.verb is not None
        if not harmed or figure.first > sentence.first + 1:
            return False
        verb = {t.low for t in self.tokens[figure.first : figure.verb]}
        return bool(verb & _PASSIVE) and "also" not in verb  # "have also been killed": elsewhere, in other words

    def _its_losses(self, sentence: Sentence) -> bool:
        """`..., the army said. Two lorries had been lost`: whoever told the event tells what it cost."""
        k = bisect_left(self.draft.figures, self.tokens[sentence.first].start, key=lambda f: f.start)
        if k >= len(self.draft.figures) or sentence.last - sentence.first > _SHORT:
            return False
        figure = self.draft.figures[k]
        lows = self.draft.lows[figure.last : min(figure.last + 3, sentence.last)]
        passive = lows[:1] in (["was"], ["were"]) or lows[:2] in (["had", "been"], ["have", "been"])
        return figure.first <= sentence.first + 1 and passive and not _COSTS.isdisjoint(lows)

    def _beside(self, told: Attribution) -> bool:
        """`..., a day after their chief promised victory`: he speaks beside what the sentence tells, not of it."""
        end = told.first if told.verb is None else told.verb
        clause = takewhile(
            lambda t: t.low != ",", reversed(self.tokens[self.draft.sentences[told.sentence].first : end])
        )
        return any(t.low in _BESIDE for t in clause)

    def _more_of_it(self, sentence: Sentence) -> bool:
        """`Its ferry took 530 patients`, `Five more people`, `Since then`: it goes on from what was said."""
        first, second = (self.tokens[min(i, sentence.last - 1)] for i in (sentence.first, sentence.first + 1))
        counted = first.kind == "n" or first.low in self.words.small
        return (
            first.low in ("its", "their") or (counted and second.low == "more") or (first.low, second.low) in _GOES_ON
        )

    def _by_paper(self, last: Attribution) -> bool:
        """`According to the statement` at the head of a paragraph holds to its end."""
        head = self.draft.sentences[last.sentence]
        return last.first == head.first and any(t.low in _PAPERS for t in self.tokens[last.first : last.last])

    def _of_the_last(self, sentence: Sentence) -> bool:
        """`Six are in hospital`, `Two of the dead`: a bare number counts some of those just spoken of."""
        first, second, third = (
            self.tokens[i] if i < sentence.last else None for i in range(sentence.first, sentence.first + 3)
        )
        if first is None or second is None or third is None or not (first.kind == "n" or first.low in self.words.small):
            return False
        owned = sentence.first + 4 < sentence.last and self.tokens[sentence.first + 4].low in _OWNED
        if second.low == "of" and third.low == "the" and owned:
            return False  # "One of the city's two stations": of another whole
        died = second.low in _BARE_VERBS or second.low in _BARE_FATES
        return died or (second.low == "of" and third.low in ("the", "them", "those", "these"))

    def _clipped(self, sentence: Sentence) -> bool:
        """`The other three`, `Another 1,000`, `Of those`, `They included`: no news of its own, more of the last."""
        lows = self.draft.lows[sentence.first : sentence.first + 4]
        if lows[0] == "of" and sentence.last - sentence.first > 2 and self.tokens[sentence.first + 1].kind == "n":
            return True
        counted = lows[0] in _POINTS and not _TALLIES.isdisjoint(lows[1:])
        others = lows[0] in _OTHERS and not (lows[1:2] == ["of"] and lows[2:3] and lows[2] not in _BACK)
        clips = " ".join(lows[:2]) in _CLIPS and not (lows[:2] == ["most", "of"] and lows[2:3] and lows[2] not in _BACK)
        return clips or counted or others or self._of_the_last(sentence) or self._of_them(sentence)

    def _of_them(self, sentence: Sentence) -> bool:
        """`Some 900 of them`, `More than half of those`: a part of those just told opens the sentence."""
        k = bisect_left(self.draft.figures, self.tokens[sentence.first].start, key=lambda f: f.start)
        figure = self.draft.figures[k] if k < len(self.draft.figures) else None
        if figure is None or figure.first > sentence.first or figure.last > sentence.last:
            return False
        lows = self.draft.lows[figure.first : figure.last]
        return any(low == "of" and after in _BACK for low, after in pairwise(lows))
