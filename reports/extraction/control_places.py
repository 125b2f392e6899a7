"""Which place a statement of control is about: behind the verb, before it, or the one that "it" and "the town" mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from .cues import cue
from .model import Draft, Place, Sentence

_REACH = 14  # tokens between verb and place
_RELATIVE = 12  # tokens between a place and the "which" that means it
_TOWNS = cue("controls", "towns")
_PAST_PLACE = cue("controls", "past_place")
_PART_OF = cue("controls", "part_of")


class Places:
    """The towns of each sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.starts = [t.start for t in draft.tokens]
        self.places: dict[int, list[int]] = defaultdict(list)
        for k, place in enumerate(draft.places):
            if place.sentence is not None and place.kind in _TOWNS and place.role in ("event", "context"):
                self.places[place.sentence].append(k)

    def _object(
        self, number: int, sentence: Sentence, i: int, end: int, fought_over: bool = False
    ) -> tuple[int | None, str]:
        """The place that the verb takes: behind it, before "which", or the one that "it" or "the town" means."""
        stop = next((k for k in range(end, sentence.last) if self.tokens[k].low in (";", ":")), sentence.last)
        near = next((p for p in self.places[number] if 0 <= self._at(p) - end < _REACH and self._at(p) < stop), None)
        word = self.tokens[end].low if end < sentence.last else ""
        town = next((k for k in (end + 1, end + 2) if k < sentence.last and self.tokens[k].low in _TOWNS), None)
        if word == "it" or (word == "the" and town is not None and not self._named(town + 1, near)):
            here = self._before(number, i)[0]
            return (self._last_of(number - 1) if here is None else here), "pointed-back-to"
        if near is not None and not self._other_object(end, near, fought_over):
            return near, "place-behind-the-verb"
        relative = next(
            (k for k in range(i - 1, max(sentence.first, i - 7), -1) if self.tokens[k].low == "which"), None
        )
        if relative is not None:
            last = self._before(number, relative)[0]
            if last is not None and relative - self._at(last) < _RELATIVE:
                return last, "place-before-which"
        return None, ""

    def _listed_with(self, number: int, place: int) -> list[int]:
        """`the villages of A, B and C`: those named behind the first with nothing but marks and "and" between."""
        found: list[int] = []
        last = self.draft.places[place]
        for p in self.places[number]:
            mention = self.draft.places[p]
            if mention.start <= last.start:
                continue
            between = self.tokens[bisect_left(self.starts, last.end) : self._at(p)]
            if not between or any(t.low not in (",", "and") for t in between) or beside(mention):
                break
            found.append(p)
            last = mention
        return found if any(t.low == "and" for t in self.tokens[self._at(place) : self._at(place) + 12]) else []

    def _named(self, k: int, near: int | None) -> bool:
        """`the town of X`: the noun has its name behind it."""
        return near is not None and self._at(near) - k <= 1

    def _before(self, number: int, i: int) -> tuple[int | None, str]:
        """The last place before token `i`, within reach."""
        token = self.tokens[i]
        earlier = [
            p
            for p in self.places[number]
            if self.draft.places[p].end <= token.start and i - self._at(p) < _REACH and not self._of_what(p)
        ]
        return (earlier[-1] if earlier else None), "place-before-the-verb"

    def _of_what(self, place: int) -> bool:
        """`Ramadi, the capital of Anbar,`: a place that only tells what another is."""
        k = self._at(place)
        return k > 2 and self.tokens[k - 1].low == "of" and self.tokens[k - 2].low in _PART_OF

    def _last_of(self, number: int) -> int | None:
        """The one place of the sentence before; where it names several, none is meant for certain."""
        names = {self.draft.places[p].name for p in self.places[number]} if number >= 0 else set()
        return self.places[number][-1] if len(names) == 1 else None

    def _at(self, place: int) -> int:
        return bisect_left(self.starts, self.draft.places[place].start)

    def _other_object(self, first: int, place: int, fought_over: bool) -> bool:
        """`retook four villages southwest of Mosul`: what was taken is not the place itself."""
        mention = self.draft.places[place]
        last = bisect_left(self.starts, mention.start)
        if beside(mention):
            return True
        k = bisect_left(self.draft.figures, first, key=lambda f: f.first)
        if k < len(self.draft.figures) and self.draft.figures[k].first < last:
            return True
        between = [t.low for t in self.tokens[first:last]]
        return bool(_PAST_PLACE & set(between[1:] if fought_over and between[:1] == ["in"] else between))


def beside(place: Place) -> bool:
    """It only says where something else is."""
    return place.relation is not None
