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
_SOME = cue("controls", "some_of")
_LINKS = frozenset({"of", "at", "in", "with"})
_ONLY_LOCATE = frozenset({"holds-another", "places-another", "locator", "opens"})


class Places:
    """The towns of each sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.starts = draft.starts
        self.party_starts = {group.start for group in draft.groups}
        self.places: dict[int, list[int]] = defaultdict(list)
        for k, place in enumerate(draft.places):
            if place.sentence is not None and place.kind in _TOWNS and place.role in ("event", "context"):
                self.places[place.sentence].append(k)

    def _object(
        self, number: int, sentence: Sentence, i: int, end: int, fought_over: bool = False
    ) -> tuple[int | None, str]:
        """The place that the verb takes: behind it, before "which", or the one that "it" or "the town" means."""
        stop = next((k for k in range(end, sentence.last) if self.tokens[k].low in (";", ":")), sentence.last)
        ahead = (p for p in self.places[number] if 0 <= self._at(p) - end < _REACH and self._at(p) < stop)
        near = next((p for p in ahead if not self._of_its_capital(p)), None)
        word = self.tokens[end].low if end < sentence.last else ""
        town = next((k for k in range(end + 1, min(end + 4, sentence.last)) if self.tokens[k].low in _TOWNS), None)
        if word == "it" or (word == "the" and town is not None and not self._named(town + 1, near)):
            here = self._before(number, i, 3 * _REACH if word == "it" else _REACH)[0]
            noun = self.tokens[town].low if town is not None else ""
            return (self._last_of(number - 1, noun) if here is None else here), "pointed-back-to"
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

    def _most(self, first: int, last: int, between: list[str]) -> bool:
        """A share that is most of the place: more than half, or all; a name's own "town of" counts as all."""
        if _SOME & set(between) or "most" in between:
            return "most" in between
        k = bisect_left(self.draft.figures, first, key=lambda f: f.first)
        if k < len(self.draft.figures) and self.draft.figures[k].first < last:
            share = self.draft.figures[k]
            return share.unit == "percent" and (share.low or share.high or 0) > 50
        opens = between[1:] if between[:1] == ["from"] and self._party_at(first + 1) else between
        return not _PAST_PLACE & set(opens[1:])

    def _party_at(self, k: int) -> bool:
        """A party begins at token `k`, or behind its article."""
        return any(t.start in self.party_starts for t in self.tokens[k : k + 2])

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
        """`the town of X`, `the crossing with Jordan at X`: the noun has its name behind it."""
        if near is None:
            return False
        between = self.tokens[k : self._at(near)]
        return len(between) <= 1 or all(t.capital or t.low in _LINKS for t in between)

    def _of_its_capital(self, place: int) -> bool:
        """`Upper Nile capital`: the name is not that of what was taken."""
        k = bisect_left(self.starts, self.draft.places[place].end)
        return k < len(self.tokens) and self.tokens[k].low == "capital"

    def _before(self, number: int, i: int, reach: int = _REACH) -> tuple[int | None, str]:
        """The last place before token `i`, within reach."""
        token = self.tokens[i]
        earlier = [
            p
            for p in self.places[number]
            if self.draft.places[p].end <= token.start and i - self._at(p) < reach and not self._of_what(p)
        ]
        named = [p for p in earlier if self.draft.places[p].rules.get("role") not in _ONLY_LOCATE]
        named = [p for p in named if p == named[0] or self.draft.places[p].kind not in ("region", "province")]
        earlier = named or earlier  # "X, the last town of Y, fell to"
        return (earlier[-1] if earlier else None), "place-before-the-verb"

    def _of_what(self, place: int) -> bool:
        """`Ramadi, the capital of Anbar,`: a place that only tells what another is."""
        k = self._at(place)
        return k > 2 and self.tokens[k - 1].low == "of" and self.tokens[k - 2].low in _PART_OF

    def _last_of(self, number: int, noun: str = "") -> int | None:
        """The one place of the sentence before, or the one of the kind; where it names several, none is certain."""
        here = self.places[number] if number >= 0 else []
        for found in (here, [p for p in here if self.draft.places[p].kind == noun]):
            if len({self.draft.places[p].name for p in found}) == 1:
                return found[-1]
        return None

    def _at(self, place: int) -> int:
        return bisect_left(self.starts, self.draft.places[place].start)

    def _other_object(self, first: int, place: int, fought_over: bool) -> bool:
        """`retook four villages southwest of Mosul`: what was taken is not the place itself."""
        mention = self.draft.places[place]
        last = bisect_left(self.starts, mention.start)
        if beside(mention):
            return True
        between = self.draft.lows[first:last]
        if between[-1:] == ["of"] or between[-2:] == ["of", "the"]:
            return not self._most(first, last, between)  # "most of X", "parts of X"
        k = bisect_left(self.draft.figures, first, key=lambda f: f.first)
        if k < len(self.draft.figures) and self.draft.figures[k].first < last:
            return True
        if between[:1] == ["from"] and self._party_at(first + 1):  # "took from the rebels the villages of X"
            return False
        return bool(_PAST_PLACE & set(between[1:] if fought_over and between[:1] == ["in"] else between))


def beside(place: Place) -> bool:
    """It only says where something else is."""
    return place.relation is not None
