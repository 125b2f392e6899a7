"""The lines at the head of a report: datelines, mastheads, titles. Their places are no scenes."""

from __future__ import annotations

import re

from ..cues import cue
from ..model import Draft, Place
from .around import Starts
from .scan import opens_with_article

# What follows the place of a dateline: a second place, a country, a day, the agency, then a dash.
_FILED = re.compile(
    r"(?:/[A-Z][A-Z' /-]+)?(?: \([A-Z][A-Za-z '.-]{2,30}\))?(?:,[^\n(—–]{1,40})?[^\S\n]*"
    r"(?:\([A-Za-z][A-Za-z /.]{1,30}\)\s*(?:[—–|:-]|--)|[—–]|--|[^\S\n]-[^\S\n])"
)
_DASHED = re.compile(r" (?:—|–|--) [A-Z]")
# "Beledweyne (HIIRAAN MEDIA) 19 September 2022 – ": the same in mixed case, where it opens the line.
_OPENED = re.compile(r"(?:, [^\n(]{1,30})? ?\([A-Z][A-Za-z .&/-]{1,30}\)[^\n.;:()]{0,30}?(?: ?[—–]|--| -) ")
# "Maiduguri, Nigeria – Insurgents ...": a town and its land, then a dash and a sentence.
_TOWN_AND_LAND = re.compile(r", [A-Z][A-Za-z .']{2,25} (?:—|–|--|-) [“\"A-Z]")
_IN_BRACKETS = {"(": ")", "[": "]"}  # "(Goma) - M23 rebels ...", "[Bamako] The army ..."
_CAPITALS = re.compile(r"[^a-z]{150}")
_AGENCY = re.compile(r"\W*(?:\([A-Za-z /]{2,30}\))?\W*")
_DOCUMENTS = cue("places", "documents")
_RUBRICS = cue("places", "rubrics")
_AT_AN_HOUR = re.compile(r"\b(?:as of|at) \d{1,2}:?\d{2} gmt\b")  # "The wars in X and Y as of 1600 GMT Thursday:"
_HEAD = 6  # sentences
_ENDS = frozenset([".", "!", "?", '"', "”"])
_DATELINE = 120  # characters of a line that is nothing else


class Heads:
    """Asks whether a place stands in a dateline, or in a line that is a title."""

    def __init__(self, draft: Draft, starts: Starts) -> None:
        self.draft, self.starts = draft, starts
        self.caps = sum(s.caps for s in draft.sentences) * 2 > len(draft.sentences)

    def is_dateline(self, place: Place, before: Place | None, gap: list[str]) -> bool:
        """Filed from there. `gap`: the words between the place `before` and this one."""
        if any(s.start <= place.start < s.end for s in self.draft.dateline_spans):
            return True
        return place.sentence is not None and (self._filed_from(place) or self._behind(place, before, gap))

    def is_title(self, place: Place) -> bool:
        """A line of names alone: "Sudan: North Darfur and South Darfur", or a masthead, "SHAN FRONTLINE WATCH"."""
        sentence = self.draft.sentences[place.sentence or 0]
        tokens = self.draft.tokens_of(sentence)
        if tokens[-1].text in _ENDS or len(tokens) > 25:
            return False
        if (place.sentence or 0) < 2 and not sentence.caps and not _DOCUMENTS.isdisjoint(self.draft.lows_of(sentence)):
            return True  # "Situation Note No. 3 - Impact of violence in X", "brief: after the attack on X"
        if sentence.caps:
            return not self.caps and (place.sentence or 0) < 2 and len(tokens) < 6
        if "|" in (t.text for t in tokens):
            return True
        if any(t.kind == "n" for t in tokens):
            return False
        return sum(t.kind == "w" and not t.capital and len(t.low) > 3 for t in tokens) < 2

    def is_headline(self, place: Place) -> bool:
        """The line at the very top, without a stop: the text below says more precisely where."""
        sentence = self.draft.sentences[place.sentence or 0]
        return place.sentence == 0 and self.draft.tokens_of(sentence)[-1].text not in _ENDS

    def is_rubric(self, place: Place) -> bool:
        """ "Here are the latest developments on the fronts in X": the report speaks of itself."""
        if place.sentence is None or place.sentence >= _HEAD:
            return False
        sentence = self.draft.sentences[place.sentence]
        words = self.draft.text[sentence.start : sentence.end].lower()
        if any(phrase in words for phrase in _RUBRICS):
            return True
        return words.rstrip().endswith(":") and _AT_AN_HOUR.search(words) is not None

    def opens_alone(self, place: Place) -> bool:
        """ "Lashio.": a sentence of nothing but the place is a heading of what follows in the line."""
        sentence = self.draft.sentences[place.sentence or 0]
        tokens = self.draft.tokens_of(sentence)
        named = self.starts.index(place.end) - self.starts.index(place.start)
        return sentence.start == place.start and len(tokens) - named <= 2 and tokens[-1].text in (".", ":")

    def _filed_from(self, place: Place) -> bool:
        """In a line that opens in capitals up to "(AFP) -" or a dash."""
        text = self.draft.text
        line = text.rfind("\n", 0, place.start) + 1
        before, after = text[line : place.start], text[place.end : place.end + 90]
        opens = not before and (place.sentence or 0) < _HEAD
        if (place.sentence or 0) < _HEAD and before in _IN_BRACKETS and after[:1] == _IN_BRACKETS[before]:
            return True
        if opens and self.draft.dateline is None and _TOWN_AND_LAND.match(after):
            return True
        if opens and (_OPENED.match(after) or (self.draft.dateline is None and _DASHED.match(after))):
            return True
        if not place.text.isupper() or len(place.text) < 4 or len(before) > 60 or any(c.islower() for c in before):
            return False
        return bool(_FILED.match(after)) and not _CAPITALS.match(text[line : line + 200])

    def _behind(self, place: Place, before: Place | None, gap: list[str]) -> bool:
        """ "DEIR AL-BALAH, Gaza Strip --", and a line of the head with nothing but names, a day and an agency."""
        if before is not None and before.role == "dateline" and gap == [","]:
            return before.sentence == place.sentence
        if place.sentence is None or place.sentence >= _HEAD:
            return False
        sentence, text = self.draft.sentences[place.sentence], self.draft.text
        if sentence.caps and place.start != sentence.start:
            return False  # in capitals any line looks like names alone
        day = next((d for d in self.draft.dates if place.end < d.start < sentence.end), None)
        if day is None or sentence.end - sentence.start > _DATELINE:
            return False
        if not _AGENCY.fullmatch(text, day.end, sentence.end):
            return False
        words = [t for t in self.draft.tokens_of(sentence) if t.kind == "w" and len(t.low) > 2]
        return not any(not t.capital and not opens_with_article(t) for t in words)
