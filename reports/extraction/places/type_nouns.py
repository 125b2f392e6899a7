"""The noun behind a name that says what it is: "Goma airport", "Kherson region"."""

from __future__ import annotations

from ..cues import cue
from ..model import Token
from ..names import Names
from .candidates import Candidate
from .words import PlaceWords, TypeWord

_OF_ANOTHER = cue("places", "of_another")
_NEEDS_A_RECORD = cue("places", "needs_a_record")
_PART_OF_NAME = frozenset({"airport", "base", "site", "crossing", "road", "river"})  # the span takes these nouns in


class TypeNouns:
    """Finds them among the tokens of a report."""

    tokens: list[Token]
    words: PlaceWords
    names: Names

    def _own_type(self, found: Candidate) -> None:
        """ "Mosul airport" is one name of the gazetteer: its last word is its type."""
        for size in (2, 1):
            first = found.last - size
            if first > found.first and (match := self._type_at(first)) and first + len(match.words) == found.last:
                found.typed, found.core_last = match.kind, first
                return

    def type_after(self, found: Candidate) -> None:
        """ "Kherson region", "Goma airport", "Al-Falah district": the noun behind a name."""
        match = self._type_at(found.last)
        if match is None or found.last + len(match.words) > found.stretch.last:
            return
        after = found.last + len(match.words)
        behind = self.tokens[after : after + 2]
        city = match.words[0] == "district" and len(behind) > 1 and self._larger(found, after + 1)
        if (match.words[0] in _OF_ANOTHER or city) and len(behind) > 1 and behind[0].low == "of" and behind[1].capital:
            return  # "the Darfur city of El-Fasher", "the Damascus suburb of Douma"
        if match.kind == "area":  # "the Guwarsha area": a name all the same, of we do not know what
            if not found.hits:
                found.typed, found.cue = "neighbourhood", "type"
            return
        if match.words[0] in _NEEDS_A_RECORD and not found.hits:
            return  # "the No-fire zone", "Health Department"
        bare = found.last == found.first + 1 and match.kind != "province"
        if bare and self.tokens[found.first].low in self.words.peoples:
            return  # "a mainly Shi'ite district"
        found.typed = match.kind
        if len(match.words) > 1:  # "Chikun Local Government Area" is one place
            found.beyond = found.last + len(match.words)
        if match.kind in _PART_OF_NAME or match.words[0] in ("region", "oblast"):
            found.last += len(match.words)
        found.cue = "type" if match.kind in ("village", "town", "district", "neighbourhood", "province") else found.cue

    def _larger(self, found: Candidate, other: int) -> bool:
        """ "The Aleppo district of X" lies in Aleppo, "the Musaffah district of Abu Dhabi" in Abu Dhabi."""
        if not found.hits or found.hits[0].kind != "city":
            return False
        names = (" ".join(t.text for t in self.tokens[other : other + size]) for size in (2, 1))
        hits = next((hits for name in names if (hits := self.names.look(name))), ())
        return not any(h.kind == "province" or h.population > found.hits[0].population for h in hits)

    def _type_at(self, i: int) -> TypeWord | None:
        if i >= len(self.tokens):
            return None
        for type_word in self.words.after.get(self.tokens[i].low, ()):
            part = self.tokens[i : i + len(type_word.words)]
            if tuple(t.low for t in part) == type_word.words:
                return type_word
        return None
