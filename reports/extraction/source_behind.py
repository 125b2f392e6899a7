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
        tokens, end = self.tokens, sentence.last
        for k in range(first, min(end - 1, first + 4)):
            if tokens[k].low in _DATA and tokens[k + 1].low in ("from", "by", "of"):
                first = k + 2  # "according to figures from the ministry"
            elif (
                tokens[k].low in _DATA
                and tokens[k + 1].low.endswith("ed")
                and k + 3 < end
                and tokens[k + 2].low == "by"
            ):
                first = k + 3  # "figures compiled by AFP"
        j = first
        while j < end and j - first < 18:
            low = tokens[j].low
            if (
                tokens[j].kind == "p"
                and low not in ("'s", "(", ")", "&", "'")
                and not (low == "-" and tokens[j - 1].kind == "n")  # "a 38-year-old farmer"
                and not (
                    low == "."
                    and j + 1 < end
                    and not tokens[j].space
                    and tokens[j - 1].capital
                    and len(tokens[j - 1].text) < 5
                )
            ):
                break
            if low == "(" and not (j + 2 < end and tokens[j + 2].low == ")"):
                break
            if j in self.dated:
                break
            if (
                (low in _CLAUSE and low not in ("and", "or", "that") and not self._acronym(j))
                or (low in _ENDS_NAME and not (low == "by" and tokens[j - 1].low in _PAPERS))
                or (low == "without" and not tokens[j].capital)  # Doctors Without Borders
                or low == "that"
            ):
                break
            if low in ("and", "or") and not self._joins(j, min(j + 2, end - 1)):
                break
            relative = low in ("who", "which") and not self._acronym(j)  # "according to WHO"
            if relative or (low in self.words.say and j > first + 1):
                break
            if not inverted and low in _TELLS and j > first and not tokens[j].capital:
                break  # "a tally kept by Reuters shows"
            if inverted and low in ("in", "at") and j > first:
                break
            if not inverted and low in _FINITE and j > first and not tokens[j].capital:
                break
            j += 1
        while inverted and j - 1 > first and tokens[j - 1].low in _REACHED:
            j -= 1  # "said a teacher reached by phone"
        own = j - first > 1 and tokens[first].low in _OWN and tokens[j - 1].low in _DATA | self.words.by_nouns
        if own or (j - first == 1 and tokens[first].low in _OBJECTS):
            it = _OWN[tokens[first].low] if own else _OBJECTS[tokens[first].low]  # "to him", "to its own figures"
            return self._keep(
                Speaker(first, j, it, "other", "pronoun", it), number, at, j, at, at > sentence.first + 1, False
            )
        speaker = self._author(first, j, sentence) or (
            self.words.speaker(self.draft, first, j, sentence.caps) if j > first else None
        )
        somebody = inverted and self._somebody_said(at, sentence)
        if speaker is None and (tokens[at].low == "according" or somebody) and tokens[j - 1].low not in _PAPERS:
            speaker = self.words.anyone(self.draft, first, j)
        if (
            speaker is not None
            and speaker.anaphor == "one"
            and j + 1 < end
            and tokens[j].low == ","
            and tokens[j + 1].capital
        ):
            k = j + 1
            while k < end and tokens[k].capital:
                k += 1
            speaker = Speaker(
                first, k, self.draft.text[tokens[j + 1].start : tokens[k - 1].end], "residents", "one-of-them"
            )
        if inverted and j > first and tokens[first].low.endswith("ing") and not tokens[first].capital:
            return None  # "..., admits losing nine men": what is said
        if speaker is not None and inverted and speaker.rule == "tally":
            return None  # "..., put the toll at 12": what was said
        if inverted and any(t.low in _STRONG and not t.capital for t in tokens[first + 1 : j]):
            return None  # "said armed men blew up the pump"
        if speaker is None or any(t.low in _FINITE for t in tokens[first : min(j, speaker.last)]):
            return None  # "said gunmen had killed": that is what was said
        speaker = self._apposed(speaker, j, number)
        lead = at <= sentence.first + 1 and not inverted
        return self._keep(speaker, number, at, max(speaker.last, first + 1), at, not lead, False)
