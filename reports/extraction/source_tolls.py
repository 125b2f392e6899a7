"""Speakers whose count stands behind a plain verb: `the monitor has 165 dead`, `a count of 40 comes from the mayor`."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue, cue_phrases
from .model import Sentence
from .source_gaps import Gaps

_BE, _NUMBERED = cue("grammar", "be"), cue("sources", "count_opens")
_FATES, _AGAINST = cue("sources", "fates"), frozenset(["while", "whereas", "but", "though", ";"])
_RIVAL = cue("sources", "rival_counts")
_HOPES, _PLANNERS = cue("sources", "hopes"), ("un", "ngo")
_KEEPS_COUNT = ("monitor",)
_LISTS = cue_phrases("sources", "lists")
_NOUNS = 12  # tokens between a count and whom it comes from


class Tolls(Gaps):
    """One method for each of them; `i` is the token by which it is known."""

    def _plain(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """Whichever of them is at hand."""
        low = self.tokens[i].low
        behind = self.draft.lows[i + 1 : min(i + 3, sentence.last)]
        if low == "own":
            return self._left(i, number, sentence) if behind == ["up", "to"] and self._owning(i) else None
        if low in ("has", "had"):
            return self._has_count(i, number, sentence)
        if low in ("come", "comes", "came"):
            return self._comes_from(i, number, sentence) if behind[:1] == ["from"] else None
        if low == "told":
            told = behind[:1] == ["by"] and not _BE.isdisjoint(self.draft.lows[max(sentence.first, i - 2) : i])
            return self._after(i, i + 2, number, sentence, False) if told else None
        return self._hopes(i, number, sentence) if low in _HOPES and behind[:1] == ["to"] else None

    def _hopes(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The president hopes to free 40`, `WFP plans to feed 900`: told by themselves; a force's plan is no word."""
        made = self._left(i, number, sentence)
        if made and made.source not in self.persons and self.draft.sources[made.source].kind not in _PLANNERS:
            self._forget(made)
            return None
        return made

    def _owning(self, i: int) -> bool:
        """`own up to 20` as a verb: a noun stands before, and nobody's name with an apostrophe."""
        return self.tokens[i - 1].kind == "w" and self.tokens[i - 1].low not in ("its", "their", "his", "her", "our")

    def _has_count(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`..., while the monitor has 165 of them dead`; `the mission had a lower figure, 330`: whose number it is."""
        lows = self.draft.lows[v + 1 : min(v + 5, sentence.last)]
        rival = len(lows) > 2 and lows[0] in ("a", "an") and lows[1] in _RIVAL and lows[2] in self.words.by_nouns
        rival = rival or tuple(lows[:3]) in _LISTS or lows[:2] == ["evidence", "of"]  # "has the names of 41 abducted"
        rival = rival or (len(lows) > 1 and lows[0] in ("it", "them") and lows[1] == "at")
        numbered = (
            bool(lows)
            and self._beside_another(v, number, sentence)
            and (self._counts(v + 1) or (lows[0] in _NUMBERED and self._counts_in(v + 2, sentence)))
        )
        if not (rival or numbered):
            return None
        made = self._left(v, number, sentence)
        if made and not rival and self.draft.sources[made.source].kind not in _KEEPS_COUNT:
            self._forget(made)
            return None
        return made

    def _beside_another(self, v: int, number: int, sentence: Sentence) -> bool:
        """Whether it stands beside another's count, or tells of the dead: `The monitor has 40 volunteers` does not."""
        other = bool(self.found) and self.found[-1].sentence == number
        set_off = not _AGAINST.isdisjoint(self.draft.lows[sentence.first : v])
        return other or set_off or not _FATES.isdisjoint(self.draft.lows[v + 2 : min(v + 7, sentence.last)])

    def _counts_in(self, k: int, sentence: Sentence) -> bool:
        return any(self._counts(n) for n in range(k, min(k + 2, sentence.last)))

    def _count_of(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`down from an army estimate of 152`: whose number stands right behind."""
        if i + 2 >= sentence.last or self.tokens[i + 1].low != "of" or not self._counts_in(i + 2, sentence):
            return None
        first = self._trim(self._phrase_start(i - 1, sentence.first), i)
        while first < i - 1 and not (self.tokens[first].low in ("a", "an", "the") or self.tokens[first].capital):
            first += 1
        speaker = self.words.speaker(self.draft, first, i, sentence.caps) if first < i else None
        if speaker is None or speaker.rule not in ("known-source", "party", "role-noun", "state") or speaker.last < i:
            return None
        return self._keep(speaker, number, i, i + 1, None, False, False)

    def _comes_from(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`A higher count of 141, 12 of them children, comes from the committee`: whose count it is."""
        counted = self.draft.lows[sentence.first : min(i, sentence.first + _NOUNS)]
        if self.words.by_nouns.isdisjoint(counted):
            return None
        made = self._after(i, i + 2, number, sentence, False)
        if made:
            made.first, made.tail = sentence.first, False
        return made
