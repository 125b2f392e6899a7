"""The speaker behind the verb or behind "according to"."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_before import Before
from .speaker_words import Speaker

_CLAUSE = cue("sources", "clause")
_PAPERS = cue("sources", "papers")
_DATA = cue("sources", "data")
_ENDS_NAME = cue("sources", "ends_name")
_FINITE = cue("sources", "finite")
_STRONG = cue("tenses", "strong")
_REACHED = cue("sources", "reached")
_TELLS = cue("sources", "tells")
_OWN = {"his": "he", "her": "she", "their": "they", "its": "it"}
_OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
_MARKS_WITHIN = frozenset(["'s", ")", "&", "'"])  # of a speaker's phrase
_LONGEST = 18  # tokens of a speaker's phrase


class Behind(Before):
    """Finds the noun phrase that begins there."""

    def _somebody_said(self, v: int, sentence: Sentence) -> bool:
        """`..., said a fisherman who escaped`: somebody of no name behind the verb, and no clause that he says."""
        tokens = self.tokens
        if v + 2 >= sentence.last or tokens[v + 1].low not in ("a", "an", "one", "another"):
            return False
        for k in range(v + 2, min(sentence.last, v + 10)):
            low = tokens[k].low
            if low in ("who", "whose") or (tokens[k].kind == "p" and low not in ("'s", "-")):
                return True
            if tokens[k].kind == "n" and "-" in self.draft.lows[k + 1 : k + 2]:
                continue  # "a 38-year-old farmer who"
            if tokens[k].kind == "n" or low in _FINITE or low in _STRONG or (low.endswith("ed") and k > v + 2):
                return low in _REACHED
        return v + 10 >= sentence.last

    def _after(self, at: int, first: int, number: int, sentence: Sentence, inverted: bool) -> Attribution | None:
        """`said a spokesman for the coalition`, `according to the Observatory`."""
        first = self._past_data(first, sentence.last)
        last = self._phrase_end(first, sentence.last, inverted)
        if it := self._pronoun(first, last):
            return self._keep(it, number, at, last, at, at > sentence.first + 1, False)
        speaker = self._who_stands_behind(at, first, last, sentence, inverted)
        if speaker is None or self._is_what_was_said(speaker, first, last, inverted):
            return None
        speaker = self._apposed(speaker, last, number)
        lead = at <= sentence.first + 1 and not inverted
        return self._keep(speaker, number, at, max(speaker.last, first + 1), at, not lead, False)

    def _past_data(self, first: int, end: int) -> int:
        """Past `figures from`, `figures compiled by`, to whose they are."""
        tokens = self.tokens
        for k in range(first, min(end - 1, first + 4)):
            if tokens[k].low not in _DATA:
                continue
            behind = tokens[k + 1].low
            if behind in ("from", "by", "of"):
                first = k + 2  # "according to figures from the ministry"
            elif behind.endswith("ed") and k + 3 < end and tokens[k + 2].low == "by":
                first = k + 3  # "figures compiled by AFP"
        return first

    def _phrase_end(self, first: int, end: int, inverted: bool) -> int:
        """Rightwards to where the phrase of the speaker ends."""
        j, longest = first, min(end, first + _LONGEST)
        while j < longest and not self._ends_phrase(j, first, end, inverted):
            j += 1
        while inverted and j - 1 > first and self.tokens[j - 1].low in _REACHED:
            j -= 1  # "said a teacher reached by phone"
        return j

    def _ends_phrase(self, j: int, first: int, end: int, inverted: bool) -> bool:
        """A mark, a date, or a word with which something else begins."""
        if j in self.dated or self._ends_by_mark(j, end) or self._ends_by_word(j, first, end):
            return True
        if j == first:
            return False
        return self._place_begins(j) if inverted else self._predicate_begins(j)

    def _ends_by_mark(self, j: int, end: int) -> bool:
        """A comma, a full stop; but not the marks of `the ministry's`, `a 38-year-old farmer`, `the group (JNIM)`."""
        tokens = self.tokens
        if tokens[j].kind != "p":
            return False
        low = tokens[j].low
        if low == "(":
            return not (j + 2 < end and tokens[j + 2].low == ")")
        if low == "-":
            return tokens[j - 1].kind != "n"
        if low == ".":
            return not self._abbreviates(j, end)
        return low not in _MARKS_WITHIN

    def _abbreviates(self, stop: int, end: int) -> bool:
        """`Col.Omar Diallo`: a full stop between a short word with a capital and the next, without a space."""
        before = self.tokens[stop - 1]
        return stop + 1 < end and not self.tokens[stop].space and before.capital and len(before.text) < 5

    def _ends_by_word(self, j: int, first: int, end: int) -> bool:
        """`that`, `who`, `after`, `says`: with these a clause begins."""
        tokens, low = self.tokens, self.tokens[j].low
        if low in ("and", "or"):
            return not self._joins(j, min(j + 2, end - 1))
        if low == "that" or (low in self.words.say and j > first + 1):
            return True
        if low in _ENDS_NAME and not (low == "by" and tokens[j - 1].low in _PAPERS):
            return True
        if low == "without" and not tokens[j].capital:
            return True  # but "Doctors Without Borders"
        return low in _CLAUSE and not self._acronym(j)  # but "according to WHO"

    def _place_begins(self, j: int) -> bool:
        """`said a teacher in the town`."""
        return self.tokens[j].low in ("in", "at")

    def _predicate_begins(self, j: int) -> bool:
        """`a tally kept by Reuters shows`."""
        token = self.tokens[j]
        return (token.low in _TELLS or token.low in _FINITE) and not token.capital

    def _pronoun(self, first: int, last: int) -> Speaker | None:
        """`according to him`, `according to its own figures`."""
        if first >= last:
            return None
        low = self.tokens[first].low
        it = _OBJECTS.get(low) if last - first == 1 else _OWN.get(low)
        if it is None:
            return None
        paper = self.tokens[last - 1].low
        if last - first > 1 and paper not in _DATA and paper not in self.words.by_nouns:
            return None
        return Speaker(first, last, it, "other", "pronoun", it)

    def _who_stands_behind(self, at: int, first: int, last: int, sentence: Sentence, inverted: bool) -> Speaker | None:
        """The speaker whom tokens `[first, last)` name; anyone at all behind "according to", or who is told more of."""
        speaker = self._author(first, last, sentence)
        if speaker is None and last > first:
            speaker = self.words.speaker(self.draft, first, last, sentence.caps)
        if speaker is None and self.tokens[last - 1].low not in _PAPERS:
            anybody = self.tokens[at].low == "according" or (inverted and self._somebody_said(at, sentence))
            speaker = self.words.anyone(self.draft, first, last) if anybody else None
        if speaker is not None and speaker.anaphor == "one":
            return self._one_by_name(first, last, sentence.last) or speaker
        return speaker

    def _one_by_name(self, first: int, comma: int, end: int) -> Speaker | None:
        """`said one of them, Samira Haddad`."""
        tokens = self.tokens
        if comma + 1 >= end or tokens[comma].low != "," or not tokens[comma + 1].capital:
            return None
        last = comma + 1
        while last < end and tokens[last].capital:
            last += 1
        name = self.draft.text[tokens[comma + 1].start : tokens[last - 1].end]
        return Speaker(first, last, name, "residents", "one-of-them")

    def _is_what_was_said(self, speaker: Speaker, first: int, last: int, inverted: bool) -> bool:
        """Words behind the verb that are no speaker."""
        tokens = self.tokens
        if any(t.low in _FINITE for t in tokens[first : min(last, speaker.last)]):
            return True  # "said gunmen had killed"
        if not inverted:
            return False
        if last > first and tokens[first].low.endswith("ing") and not tokens[first].capital:
            return True  # "..., admits losing nine men"
        if speaker.rule == "tally":
            return True  # "..., put the toll at 12"
        return any(t.low in _STRONG and not t.capital for t in tokens[first + 1 : last])  # "said armed men blew up"
