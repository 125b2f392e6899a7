"""Find who says what: a speaker by a speech verb or "according to", before, after, across sentences and quotes.

Needs tokens, sentences, dates and groups; gives `sources`, each with the sentences it covers, and attributions: where
in a sentence each holds, by which figures find theirs.
"""

from __future__ import annotations

from itertools import takewhile

from .attribution import Attribution
from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Sentence
from .source_carry import Carry
from .speakers import Speakers

_OWNED = cue("sources", "owned")
_SAYS = cue("sources", "says")
_HEARSAY = cue("sources", "hearsay")
_PAPERS = cue("sources", "papers")
_ISSUED = cue("sources", "issued")
_GAP_OPENS = frozenset([",", ";", "and", "but", "while"])
_PASS_ON = ("wire", "state_media", "armed_group_media")
_PLAIN_VERBS = cue("sources", "plain_verbs")
_SIGNS = _PLAIN_VERBS | _GAP_OPENS | _SAYS | _HEARSAY | _PAPERS | cue("sources", "signs")


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


class _Finder(Carry):
    """Walks the sentences."""

    def sentence(self, number: int, sentence: Sentence, signs: frozenset[str]) -> None:
        start, end = sentence.first, sentence.last
        self._signed(number, sentence)
        used = self._label(number, sentence) or -1
        cites, quoted = False, None
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
                    quoted, made = made, None
            elif low == "(":
                made = self._bracket(i, number, sentence)
            elif low in _GAP_OPENS and (made := self._gapped(i, number, sentence)):
                pass
            elif low == "on" and self.tokens[i - 1].low == ",":
                made = self._by_count(i, number, sentence)
            elif low == "in" and i == start and (made := self._by_count(i, number, sentence)):
                pass
            elif low == "by":
                made = self._by_count(i, number, sentence) or self._by_agent(i, number, sentence)
            elif low in self.words.by_nouns and any(t.low in _OWNED for t in self.tokens[max(start + 1, i - 3) : i]):
                made = self._own_count(i, number, sentence)
            elif low in self.words.by_nouns and (made := self._count_of(i, number, sentence)):
                pass
            elif low in _SAYS and i + 3 < end and self._by_or_from(i):
                made = self._noun_of_saying(i, number, sentence)
            elif low in _HEARSAY and (made := self._looks_into(i, number, sentence)):
                pass
            elif low in _PAPERS and i + 3 < end and self.tokens[i + 1].low in _ISSUED:
                made = self._issued(i, number, sentence)
            elif low == "in" and self.draft.lows[i + 1 : i + 4] == ["the", "words", "of"]:
                made = self._after(i, i + 4, number, sentence, False)
            elif low in _PLAIN_VERBS and (made := self._plain(i, number, sentence)):
                pass
            elif low in self.words.say:
                made = self._owned_claim(i, number, sentence) or self._verb(i, number, sentence)
            if made:
                used = max(used, made.last)
        if cites:
            self._cite(number)
        if quoted and any(a.sentence == number and a is not quoted for a in self.found[-8:]):
            self.found.remove(quoted)  # "the network, quoted by the radio, counted 36": the radio passes it on

    def _cite(self, number: int) -> None:
        """`State television said 12 died, citing the ministry`: the ministry says what an agency passes on.

        Anybody else who cites (`The monitor, citing survivors, said`) answers for it."""
        here = list(takewhile(lambda a: a.sentence == number, reversed(self.found)))[::-1]
        cited = next((a for a in here if a.cited), None)
        citing = [self.draft.sources[a.source].kind for a in here if not a.cited]
        if cited and citing and not any(kind in _PASS_ON for kind in citing):
            self._forget(cited)
            return
        for a in here if cited else ():
            if cited and not a.cited and self.draft.sources[a.source].kind in _PASS_ON:
                a.source = cited.source
