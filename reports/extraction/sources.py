"""Find who says what: a speaker by a speech verb or "according to", before, after, across sentences and quotes.

Needs tokens, sentences, dates and groups; gives `sources`, each with the sentences it covers, and attributions: where
in a sentence each holds, by which figures find theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from .attribution import Attribution
from .cues import cue, cue_phrases
from .lexicon import Lexicon
from .model import HARMED, Draft, Sentence
from .source_patterns import Patterns
from .speakers import Speakers

_OWNED = cue("sources", "owned")
_SAYS = cue("sources", "says")
_HEARSAY = cue("sources", "hearsay")
_PAPERS = cue("sources", "papers")
_ISSUED = cue("sources", "issued")
_GAP_OPENS = frozenset([",", ";", "and", "but", "while"])
_CLIPS = cue("sources", "clips")
_TALLIES = cue("sources", "tallies")
_OTHERS = cue("sources", "others")
_BACK = frozenset(["them", "those", "these", "whom"])  # "half of the city's people" are none of those just told
_GOES_ON = cue_phrases("sources", "goes_on")
_BESIDE = cue("sources", "beside")
_SHORT = 24  # tokens of a sentence that only tells whom an event harmed
_POINTS = frozenset(["its", "their", "the", "this", "his"])
_BARE_VERBS = cue("grammar", "helpers")
_PASS_ON = ("wire", "state_media", "armed_group_media")
_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_SIGNS = _GAP_OPENS | _SAYS | _HEARSAY | _PAPERS | cue("sources", "signs")


def speakers(lexicon: Lexicon) -> Speakers:
    return lexicon.made(Speakers)


def _signs(lexicon: Lexicon) -> frozenset[str]:
    """Every word by which one is told who says something."""
    words = speakers(lexicon)
    return _SIGNS | words.by_nouns | words.say


def find_sources(draft: Draft, lexicon: Lexicon) -> list[Attribution]:
    """Fill in `draft.sources`; returns where each of them speaks, in the order of the text."""
    finder = _Finder(draft, speakers(lexicon))
    signs = lexicon.made(_signs)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence, signs)
    finder.carry_on()
    return finder.found


class _Finder(Patterns):
    """Walks the sentences, then carries speakers across them."""

    def sentence(self, number: int, sentence: Sentence, signs: frozenset[str]) -> None:
        start, end = sentence.first, sentence.last
        self._signed(number, sentence)
        used = self._label(number, sentence) or -1
        cites = False
        for i in [i for i, low in enumerate(self.draft.lows[start:end], start) if low in signs]:
            low = self.tokens[i].low
            if i < used:
                continue
            made = None
            if low == "according" and i + 1 < end and self.tokens[i + 1].low == "to":
                made = self._after(i, i + 2, number, sentence, False)
            elif low in ("citing", "quoting") or (low == "quoted" and i + 1 < end and self.tokens[i + 1].low == "by"):
                made = self._after(i, i + 1 + (low == "quoted"), number, sentence, False)
                if made and low != "quoted":
                    made.cited = cites = True
                elif made:
                    made = None
            elif low == "(":
                made = self._bracket(i, number, sentence)
            elif low in _GAP_OPENS and (made := self._gapped(i, number, sentence)):
                pass
            elif low == "on" and self.tokens[i - 1].low == ",":
                made = self._by_count(i, number, sentence)
            elif low == "by":
                made = self._by_count(i, number, sentence) or self._by_agent(i, number, sentence)
            elif low in self.words.by_nouns and any(t.low in _OWNED for t in self.tokens[max(start + 1, i - 3) : i]):
                made = self._own_count(i, number, sentence)
            elif low in _SAYS and i + 2 < end and self.tokens[i + 1].low in ("by", "from"):
                made = self._noun_of_saying(i, number, sentence)
            elif low in _HEARSAY and (made := self._looks_into(i, number, sentence)):
                pass
            elif low in _PAPERS and i + 3 < end and self.tokens[i + 1].low in _ISSUED:
                made = self._issued(i, number, sentence)
            elif low == "in" and self.draft.lows[i + 1 : i + 4] == ["the", "words", "of"]:
                made = self._after(i, i + 4, number, sentence, False)
            elif low in self.words.say:
                made = self._owned_claim(i, number, sentence) or self._verb(i, number, sentence)
            if made:
                used = max(used, made.last)
        if cites:
            self._cite(number)

    def _cite(self, number: int) -> None:
        """`State television said 12 died, citing the ministry`: the ministry says what an agency passes on."""
        here = list(takewhile(lambda a: a.sentence == number, reversed(self.found)))[::-1]
        cited = next((a for a in here if a.cited), None)
        for a in here if cited else ():
            if cited and not a.cited and self.draft.sources[a.source].kind in _PASS_ON:
                a.source = cited.source

    def carry_on(self) -> None:
        """Quotations and clipped sentences go on with the speaker before them."""
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
            same = sentence.line == before.line
            goes_on = quoting is not None and near and (first in _QUOTES or len(inside) % 2 == 1)
            quoted = first in ('"', "“", "«") and same and number - last.sentence == 1
            acts = self._goes_on_acting(sentence, last) and number - last.sentence == 1
            follows = number - last.sentence == 1 and (
                (self._its_victims(sentence) and not self._beside(last)) or self._more_of_it(sentence)
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
        return any(t.low in ("was", "were") for t in self.tokens[figure.first : figure.verb])

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
        return second.low in _BARE_VERBS or (second.low == "of" and third.low in ("the", "them", "those", "these"))

    def _clipped(self, sentence: Sentence) -> bool:
        """`The other three`, `Another 1,000`, `Of those`, `They included`: no news of its own, more of the last."""
        lows = self.draft.lows[sentence.first : sentence.first + 4]
        if lows[0] == "of" and sentence.last - sentence.first > 2 and self.tokens[sentence.first + 1].kind == "n":
            return True
        counted = lows[0] in _POINTS and not _TALLIES.isdisjoint(lows[1:])
        others = lows[0] in _OTHERS and not (lows[1:2] == ["of"] and lows[2:3] and lows[2] not in _BACK)
        clips = " ".join(lows[:2]) in _CLIPS and not (lows[:2] == ["most", "of"] and lows[2:3] and lows[2] not in _BACK)
        return clips or counted or others or self._of_the_last(sentence)
