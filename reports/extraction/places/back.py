"""Words that lead back to a place named before: "25 km of the city", "the city's east", "60 km to the west"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from ..cues import cue
from ..model import Draft, Place, Token
from .borders import border_at
from .locating import SPOTS
from .relations import distance_ending, phrase_before
from .stretches import Stretch
from .words import PlaceWords

_SIDES = frozenset({"east", "west", "north", "south"})
_TOWNS = frozenset({"city", "town", "village"})
_THINGS = cue("scenes", "things")
_TOWN_NOUNS = cue("scenes", "town_nouns")


class Memory:
    """Which town "the city" means, by the text so far: its heading's, else the one that was named most."""

    def __init__(self) -> None:
        self.heading: Place | None = None
        self.named: dict[str, Place] = {}  # the first mention of each town
        self.counts: Counter[str] = Counter()

    def learn(self, part: Stretch, found: list[Place]) -> None:
        """Take in the places of one heading or sentence."""
        if part.heading:
            self.heading = next((p for p in found if p.kind in SPOTS), self.heading)
            return
        for place in found:
            if place.kind in ("city", "town") and not place.clue.get("led_back") and not place.relation:
                name = str(place.clue["query"]).casefold()
                self.named.setdefault(name, place)
                self.counts[name] += 1

    def town(self) -> Place | None:
        """The town that a bare "the city" means now."""
        if self.heading is not None or not self.counts:
            return self.heading
        return self.named[max(self.counts, key=self.counts.__getitem__)]  # the first of equals


class LedBack:
    """Finds such words in one sentence. `main`: the country that the report speaks of most."""

    def __init__(self, draft: Draft, words: PlaceWords, part: Stretch, main: str | None) -> None:
        self.draft, self.tokens, self.words, self.part, self.main = draft, draft.tokens, words, part, main

    def find(self, found: list[Place], memory: Memory) -> list[Place]:
        """Mentions beside those `found` by name; the town in `memory` is meant where the sentence named none."""
        spots = [i for i in range(self.part.first + 1, self.part.last) if self.draft.lows[i] in self.words.leads_back]
        if not spots:
            return []
        town = memory.town()
        more: list[Place] = []
        taken = {i for p in found for i in range(p.start, p.end)}
        opened = {p.start for p in found}  # "the Algeria border" is more than Algeria
        towns = [p for p in found if p.kind in _TOWNS and not p.relation and not self._hosts_a_speaker(p)]
        passed = 0
        for i in spots:
            token = self.tokens[i]
            while passed < len(towns) and towns[passed].end <= token.start:
                passed += 1
            if token.start in taken:
                continue
            place = self._held_side(i, memory.heading) or self._at(i, token, towns[passed - 1] if passed else town)
            if place is not None and (place.start not in taken or ("border" in place.clue and place.start in opened)):
                more.append(place)
        return more

    def _at(self, i: int, token: Token, back: Place | None) -> Place | None:
        if token.low in self.words.borders:
            return border_at(self.draft, self.words, self.part, i)
        if back is None:
            return None
        before = self.tokens[i - 1].low
        if token.low == "airport" and before == "international":
            return self._airport(i, back)
        if token.low in self.words.anaphors and before == "the":
            return self._side(i, back) or self._anaphor(i, back)
        return self._to_the(i, back) if token.low in self.words.directions and before == "the" else None

    def _hosts_a_speaker(self, town: Place) -> bool:
        """ "according to an officer in X": not the town that the sentence is about."""
        first, lows, roles = bisect_left(self.draft.starts, town.start), self.draft.lows, self.words.roles
        if first - 2 < self.part.first or lows[first - 1] not in ("in", "at", "from"):
            return False
        return lows[first - 2] in roles["speakers"] or lows[first - 2] in roles["residents"]

    def _held_side(self, i: int, city: Place | None) -> Place | None:
        """ "the rebel-held east" under a city's heading."""
        low, held = self.draft.lows[i], self.tokens[i - 1]
        if city is None or city.kind != "city" or low not in _SIDES or not held.low.endswith("-held") or held.capital:
            return None
        after = self.draft.lows[i + 1 : i + 4]
        if after[:1] == ["of"] and after not in (["of", "the", "city"], ["of", "the", "town"]):
            return None
        place = self._back(held.start, self.tokens[i].end, city, "part-of-it")
        place.kind, place.name = "district", f"{low} {city.name}"
        place.clue["part"] = self.words.directions[low]
        return place

    def _side(self, i: int, back: Place) -> Place | None:
        """ "the city's east"."""
        after = self.tokens[i + 1 : i + 3]
        if len(after) < 2 or after[0].low not in ("'s", "’s") or after[1].low not in self.words.directions:
            return None
        if self.tokens[i].low not in _TOWN_NOUNS or (after[1].capital and self.part.mode != "caps"):
            return None
        place = self._back(self.tokens[i - 1].start, after[1].end, back, "part-of-it")
        place.kind, place.name = "district", f"{after[1].low} {back.name}"
        place.clue["part"] = self.words.directions[after[1].low]
        return place

    def _anaphor(self, i: int, back: Place) -> Place | None:
        """ "25 kilometres of the city", "south of the capital"."""
        if i + 1 < self.part.last and self.tokens[i + 1].low in ("centre", "center"):
            i += 1
        token = self.tokens[i]
        after = self.tokens[i + 1] if i + 1 < self.part.last else None
        if after is not None and (
            after.low == "of" or (after.kind == "w" and after.capital and self.part.mode != "caps")
        ):
            return None
        phrase = phrase_before(self.tokens, i, self.part.first, self.words)
        if phrase is None or token.low in _THINGS or (token.low == "enclave" and back.kind in SPOTS):
            return None
        place = self._back(token.start, token.end, back, "led-back")
        if token.low == "capital" and self.main in self.words.capital_of:
            place.name, place.country, place.kind = self.words.capital_of[self.main], self.main, "city"
            place.rules |= dict.fromkeys(("name", "country", "kind"), "capital-of-the-country")
            place.clue["query"] = place.name
        place.relation, place.rules["relation"] = phrase.relation(self.draft, i + 1), "phrase-before"
        return place

    def _airport(self, i: int, back: Place) -> Place:
        """ "the old international airport" is that of the town in question."""
        place = self._back(self.tokens[i - 1].start, self.tokens[i].end, back, "led-back")
        place.kind, place.name = "airport", f"{back.name} airport"
        place.clue |= {"whole": f"{back.clue.get('query', back.name)} airport", "kinds": ["airport"]}
        return place

    def _to_the(self, i: int, back: Place) -> Place | None:
        """ "some 60 kilometres to the west": of the last town named."""
        tokens = self.tokens
        if tokens[i - 2].low != "to" or (i + 1 < self.part.last and tokens[i + 1].low == "of"):
            return None
        distance = distance_ending(tokens, i - 3, self.part.first, self.words)
        if distance is None:
            return None
        km, first = distance
        place = self._back(tokens[first].start, tokens[i].end, back, "led-back")
        bearing = self.words.directions[tokens[i].low]
        place.relation = {"kind": "distance", "distance_km": round(km, 3), "bearing": bearing}
        place.relation |= {"start": place.start, "end": place.end}
        place.rules["relation"] = "to-the-side"
        return place

    def _back(self, start: int, end: int, to: Place, rule: str) -> Place:
        text = self.draft.text[start:end]
        place = Place(start, end, text, to.name, to.country, kind=to.kind, rule=rule, sentence=self.part.sentence)
        place.clue = {"query": to.clue.get("query", to.name), "kinds": [], "cue": "", "led_back": True}
        place.rules = {"name": rule, "country": rule, "kind": rule}
        return place
