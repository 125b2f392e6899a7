"""A second speaker without a verb of his own: "the governor spoke of 14 dead, the rebels of 40"."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_counts import Counts

_GAP_VERBS = cue("sources", "gap_verbs")
_TOLD = cue("sources", "told_participles")
_FATES = cue("sources", "fates")
_GAP_ENDS = cue("sources", "gap_ends")
_OWNED = cue("sources", "owned")
_STRENGTHS = cue("sources", "strengths")
_VERBS = frozenset(["has", "had", "have"])
JOINTS = frozenset(["and", "but", "while", "whereas", "though"])
_SURE = ("role-noun", "known-source", "party", "title-and-name", "spokesman", "spokesman-named", "state", "owned-body")


class Gaps(Counts):
    """The verb is that of the speaker before."""

    def _gapped(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """Behind a comma, a semicolon or "and" at token `i`: a speaker, "of" or "at", a number, and nothing more."""
        last = self.found[-1] if self.found else None
        if last is None or last.sentence != number or last.verb is None or last.tail:
            return None
        if self.tokens[last.verb].low not in _GAP_VERBS:
            return None
        first = i + 1 + (i + 1 < sentence.last and self.tokens[i + 1].low in JOINTS)
        if (that := self._that(first, sentence)) is not None:
            return self._spoken_by(first, that, number, sentence)
        count = next((k for k in range(first + 1, min(sentence.last, first + 9)) if self._counts(k)), None)
        if count is None or not self._ends_gap(count + 1, sentence):
            return None
        end = count
        while end > first and self.tokens[end - 1].low in _GAP_ENDS:
            end -= 1
        if end < count and self.tokens[end - 1].low == ",":
            end -= 1  # "the monitor, at 31"
        if end <= first or any(t.kind == "p" and t.low != "'s" for t in self.tokens[first:end]):
            return None
        if not _VERBS.isdisjoint(self.draft.lows[first:end]) or not self.words.say.isdisjoint(
            self.draft.lows[first:end]
        ):
            return None  # "the monitor had it at 900", "and put the army's dead at 12": with a verb
        if self._counts(first) or not _STRENGTHS.isdisjoint(self.draft.lows[first:end]):
            return None  # "put the garrison at 5,000 men and the attacking force at 9,000": counted, and says nothing
        return self._spoken_by(first, end, number, sentence)

    def _that(self, first: int, sentence: Sentence) -> int | None:
        """`and the ministry that 12 died`: the token "that" right behind a speaker."""
        for k in range(first, min(sentence.last, first + 7)):
            token = self.tokens[k]
            if token.low == "that":
                return k if k > first else None
            if token.kind == "n" or token.low in self.words.say or (token.kind == "p" and token.low not in _OWNED):
                return None
        return None

    def _spoken_by(self, first: int, end: int, number: int, sentence: Sentence) -> Attribution | None:
        speaker = self.words.speaker(self.draft, first, end, sentence.caps)
        if speaker is None or speaker.rule not in _SURE or speaker.last < end:
            return None
        return self._keep(speaker, number, first, end, None, False, False)

    def _counts(self, k: int) -> bool:
        token = self.tokens[k]
        return token.kind == "n" or token.low in self.words.small or token.low == "none"

    def _ends_gap(self, k: int, sentence: Sentence) -> bool:
        """Nothing but what the counted suffered stands between the number and the next mark."""
        for token in self.tokens[k : min(k + 3, sentence.last)]:
            if token.kind == "p":
                return True
            if token.low not in _GAP_ENDS:
                return False
        return True

    def _told_of(self, v: int, sentence: Sentence) -> bool:
        """`40 villagers reported killed`: the passive participle behind a counted noun, which has no speaker."""
        if self.tokens[v].low not in _TOLD or v + 1 >= sentence.last or self.tokens[v + 1].low not in _FATES:
            return False
        return any(self._counts(k) for k in range(max(sentence.first, v - 5), v))
