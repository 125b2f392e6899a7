"""Fronts that are headed by the name of a town which no gazetteer has: "Kantchari: Gunmen on motorcycles killed"."""

from __future__ import annotations

from bisect import bisect_left

from ..cues import cue
from ..model import Draft, Place
from .stretches import Stretch
from .words import PlaceWords

_NO_TOWN = cue("places", "no_town_headings")
_NAMES = 2  # words


class Headed:
    """The headings that name a front by one or two words, none of which is a word of grammar, a type or a direction."""

    def __init__(self, draft: Draft, words: PlaceWords) -> None:
        self.draft, self.words = draft, words
        self.at: dict[int, str] = {}  # by the token that it begins with: the name
        for section in draft.sections:
            first = bisect_left(draft.starts, section.start)
            last = bisect_left(draft.starts, section.end, first)
            if section.level == "front" and section.front == section.heading and self._is_a_name(first, last):
                self.at[first] = section.heading

    def _is_a_name(self, first: int, last: int) -> bool:
        tokens = self.draft.tokens[first:last]
        return 0 < len(tokens) <= _NAMES and all(
            t.kind == "w" and t.capital and not t.text.isupper() and len(t.text) > 2 and not self._means(t.low)
            for t in tokens
        )

    def _means(self, low: str) -> bool:
        words = self.words
        plain = words.never(low) or low in words.directions or low in words.types_of or low in words.bodies
        return plain or low in words.ordinary or low in words.country or low in words.borders or low in _NO_TOWN

    def place(self, part: Stretch) -> Place | None:
        """The place of that heading, of which nothing is known but its name."""
        name = self.at.get(part.first)
        if name is None:
            return None
        start = self.draft.tokens[part.first].start
        place = Place(start, start + len(name), name, name, None, kind="town", rule="heading-name", sentence=None)
        place.clue = {"query": name, "kinds": [], "cue": "heading", "side": None}
        place.rules = dict.fromkeys(("name", "country", "kind"), "heading-name")
        return place
