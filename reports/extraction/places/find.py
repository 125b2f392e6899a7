"""From candidates to `Place`s: scan, judge, add relations and what leads back to a place named before."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..lexicon import Lexicon
from ..model import Draft, Place
from ..names import Names
from .decide import Judge
from .relations import Phrase, phrase_before
from .scan import Candidate, Scanner, Stretch, stretches
from .words import PlaceWords, place_words

_TOWNS = frozenset({"city", "town", "village", "neighbourhood", "site", "airport", "base"})


def find_places(document: Draft, lexicon: Lexicon, names: Names) -> list[Place]:
    """The places of a draft in the order of the text, without coordinates; roles are set by `assign_roles`."""
    return Finder(document, place_words(lexicon), names).find()


class Finder:
    """One report's search. `anchor` is the town that "the city" means, by the text so far."""

    def __init__(self, draft: Draft, words: PlaceWords, names: Names) -> None:
        self.draft, self.tokens, self.words, self.names = draft, draft.tokens, words, names
        self.scanner = Scanner(draft, words, names)
        self.judge = Judge(draft, words, self.scanner)
        self.votes = dict(self.judge.play)
        self.named: list[Place] = []  # the towns named so far

    def find(self) -> list[Place]:
        """All places."""
        parts = stretches(self.draft)
        scanned = [(part, self.scanner.scan(part)) for part in parts]
        for _, candidates in scanned:
            self.judge.learn(candidates)
        places: list[Place] = []
        anchor: Place | None = None
        for part, candidates in scanned:
            accepted: list[Candidate] = []
            before: Candidate | None = None
            for candidate in candidates:
                if self.judge.accepts(candidate, before):
                    accepted.append(candidate)
                    before = candidate
            found = self._places(part, accepted)
            self._hold(found)
            found += self._led_back(part, found, anchor)
            found.sort(key=lambda p: (p.start, p.end))
            anchor = self._anchor(part, found, anchor)
            places += found
        if places:  # what the adjectives of the text vote for, for `locate`
            places[0].clue["play"] = self.votes
        return places

    def _anchor(self, part: Stretch, found: list[Place], anchor: Place | None) -> Place | None:
        """What "the city" means from here on: the heading's town throughout its section, else the last town named."""
        if part.heading:
            return next((p for p in found if p.kind in _TOWNS), anchor)
        if anchor is not None and anchor.sentence is None:
            return anchor
        for place in found:
            if place.kind in ("city", "town") and not place.clue.get("led_back") and not place.relation:
                self.named.append(place)
        counts = Counter(str(p.clue["query"]).casefold() for p in self.named)
        return max(self.named, key=lambda p: counts[str(p.clue["query"]).casefold()], default=anchor)

    def _places(self, part: Stretch, accepted: list[Candidate]) -> list[Place]:
        places: list[Place] = []
        betweens = self._betweens(accepted)
        for number, candidate in enumerate(accepted):
            if number in betweens and betweens[number] is None:
                continue  # the second of "between A and B" is in the first one's relation
            place = self._place(part, candidate)
            second = betweens.get(number)
            if second is not None:
                self._between(place, candidate, second)
            else:
                floor = accepted[number - 1].last if number else part.first
                first = candidate.part_first if candidate.part_first is not None else candidate.first
                phrase = None if part.heading else phrase_before(self.tokens, first, floor, self.words)
                if phrase:
                    self._relate(place, phrase, candidate.last)
            places.append(place)
        return places

    def _hold(self, places: list[Place]) -> None:
        """ "Makiivka and Nevske in Luhansk region": say of the towns which province the words put them in."""
        holder = None
        for place, after in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            gap = self.draft.text[place.end : after.start].lower().replace(",", " ").split()
            if len(gap) > 3:
                holder = None
            elif (
                after.kind in ("province", "region", "district")
                and not after.clue.get("part_of_country")
                and set(gap) <= {"in", "the", "of", "district", "town", "city", "village", "area"}
            ):
                holder = after.clue.get("query")
            elif not set(gap) <= {"and", "or", "the", "of", "in"}:
                holder = None
            if holder and place.kind not in ("province", "country", "region"):
                place.clue["within"] = holder

    def _place(self, part: Stretch, found: Candidate) -> Place:
        first = found.part_first if found.part_first is not None else found.first
        start, end = self.tokens[first].start, self.tokens[found.last - 1].end
        text = self.draft.text[start:end]
        place = Place(start, end, text, " ".join(text.split()), rule=found.rule, sentence=part.sentence)
        place.clue = {"query": found.query, "cue": found.cue, "kinds": self._kinds(found)}
        best = self._best(found)
        if self._flows(found):
            found.typed = "river"
            place.clue["kinds"] = ["river"]
        place.kind = found.typed or (best.kind if best else "town")
        place.country = best.country if best else None
        if best and place.kind == "site" and best.kind != "site" and found.core_last == found.last:
            place.kind = best.kind
        if found.typed and (found.core_last < found.last or found.typed in ("district", "neighbourhood")):
            whole = text if found.core_last < found.last else f"{text} {self.tokens[found.last].low}"
            place.clue["whole"] = " ".join(whole.split())
        if found.part is not None and best:
            place.clue["part"] = found.part
            if best.kind in ("country", "region", "province"):
                place.kind = "region"
                place.clue["part_of_country"] = best.kind == "country"
            elif best.kind in _TOWNS:
                place.kind = "district"
        return place

    def _best(self, found: Candidate) -> Any:
        if not found.hits:
            return None
        if found.typed == "province":
            provinces = [h for h in found.hits if h.kind == "province"]
            if provinces:
                return provinces[0]
        if found.hits[0].kind == "country":
            return found.hits[0]
        here = [h for h in found.hits if h.country in self.judge.play] or list(found.hits)
        return min(here, key=lambda h: (-h.rank, h.kind == "province"))  # the gazetteer's order: chief names first

    def _flows(self, found: Candidate) -> bool:
        """ "the left bank of the Dnipro", "across the Donets": a river that shares its name with a town."""
        if found.typed or found.part is not None or self.tokens[found.first - 1].low != "the" or found.first == 0:
            return False
        if found.hits and found.hits[0].kind in ("river", "country", "region"):
            return False
        near = {t.low for t in self.tokens[max(found.first - 5, 0) : found.first - 1]}
        return bool(
            near
            & {"bank", "banks", "across", "river", "crossed", "crossing", "cross", "along", "over", "bridge", "bridges"}
        )

    def _kinds(self, found: Candidate) -> list[str]:
        if found.typed == "province":
            return ["province", "region"]
        if found.typed in ("city", "town", "village"):
            return ["city", "town", "village"]
        if found.typed == "district" and found.core_last == found.last:
            return ["district", "neighbourhood"]
        if found.core_last < found.last and found.typed:
            return [found.typed]
        return []

    def _relate(self, place: Place, phrase: Phrase, last: int) -> None:
        place.relation = phrase.relation(self.draft, last)

    def _betweens(self, accepted: list[Candidate]) -> dict[int, Candidate | None]:
        """Pairs in "between A and B", "from A to B" on a road, "the A-B road": first index -> second candidate."""
        pairs: dict[int, Candidate | None] = {}
        for number in range(len(accepted) - 1):
            a, b = accepted[number], accepted[number + 1]
            if number in pairs or any(
                c.typed == "province" or (c.hits and c.hits[0].kind in ("country", "province", "region", "river"))
                for c in (a, b)
            ):
                continue
            link = [t.low for t in self.tokens[a.last : b.first]]
            before = [t.low for t in self.tokens[max(a.first - 5, 0) : a.first]]
            if not before:
                continue
            between = before[-1] == "between" and link == ["and"]
            linking = before[-1] in ("linking", "connecting", "links") and link in (["and"], ["to"], ["with"])
            from_to = before[-1] == "from" and link == ["to"] and any(w in ("road", "highway", "route") for w in before)
            if between or linking or from_to:
                pairs[number], pairs[number + 1] = b, None
        return pairs

    def _between(self, place: Place, first: Candidate, second: Candidate) -> None:
        start = self.tokens[max(first.first - 1, 0)].start
        end = self.tokens[second.last - 1].end
        place.relation = {"kind": "between", "distance_km": None, "bearing": None, "start": start, "end": end}
        place.end = end
        place.text = self.draft.text[place.start : end]
        place.name = f"{first.query} - {second.query}"
        place.clue["query"], place.clue["second"] = first.query, second.query

    # ---- what leads back to a place, or is named by a nationality

    def _led_back(self, part: Stretch, found: list[Place], anchor: Place | None) -> list[Place]:
        """ "25 km of the city", "the city's east", "the Turkish border", "60 km to the west"."""
        more: list[Place] = []
        if part.heading:
            return more
        taken = {i for p in found for i in range(p.start, p.end)}
        for i in range(part.first, part.last):
            token = self.tokens[i]
            if token.start in taken:
                continue
            if token.low in self.words.borders and (border := self._border(part, i)):
                if border.start not in taken:
                    more.append(border)
                continue
            before = [
                p for p in found if p.end <= token.start and p.kind in ("city", "town", "village") and not p.relation
            ]
            back = before[-1] if before else anchor
            if token.low == "airport" and self.tokens[i - 1].low == "international" and back and i > part.first + 1:
                more.append(self._airport(part, i, back))
            elif token.low in self.words.anaphors and self.tokens[i - 1].low == "the" and i > part.first:
                if place := self._anaphor(part, i, back):
                    more.append(place)
            elif token.low in self.words.directions and back and (place := self._to_the(part, i, back)):
                more.append(place)
        return more

    def _border(self, part: Stretch, i: int) -> Place | None:
        j = i - 1
        token = self.tokens[j]
        first_word = token.low.replace("–", "-").split("-")[-1]
        code = self.words.nationality.get(first_word) or self.words.country.get(first_word)
        if j < part.first or code is None or not token.capital:
            return None
        start, end = token.start, self.tokens[i].end
        text = self.draft.text[start:end]
        place = Place(
            start, end, text, " ".join(text.split()), None, kind="region", rule="border", sentence=part.sentence
        )
        place.clue = {"border": code}
        return place

    def _anaphor(self, part: Stretch, i: int, back: Place | None) -> Place | None:
        token = self.tokens[i]
        name = back
        after = self.tokens[i + 1 : i + 3]
        if (
            len(after) == 2
            and after[0].low in ("'s", "’s")
            and after[1].low in self.words.directions
            and (after[1].text.islower() or part.mode == "caps")
            and back
            and token.low in ("city", "town", "capital")
        ):
            bearing = self.words.directions[after[1].low]
            place = self._back(part, self.tokens[i - 1].start, after[1].end, back, "part-of-it")
            place.kind = "district"
            place.name = f"{after[1].low} {back.name}"
            place.clue["part"] = bearing
            return place
        if i + 1 < part.last and self.tokens[i + 1].low in ("centre", "center"):
            i += 1
            token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < part.last else None
        if following is not None and (
            following.low == "of" or (following.kind == "w" and following.capital and part.mode != "caps")
        ):
            return None
        phrase = phrase_before(self.tokens, i, part.first, self.words)
        if phrase is None or token.low in ("border", "area", "airport", "base", "camp", "port") or name is None:
            return None
        place = self._back(part, self.tokens[i].start, token.end, name, "led-back")
        if token.low == "capital":
            self._to_capital(place)
        place.relation = phrase.relation(self.draft, i + 1)
        return place

    def _airport(self, part: Stretch, i: int, back: Place) -> Place:
        """ "the old international airport" is that of the town in question."""
        place = self._back(part, self.tokens[i - 1].start, self.tokens[i].end, back, "led-back")
        place.kind, place.name = "airport", f"{back.name} airport"
        place.clue |= {"whole": f"{back.clue.get('query', back.name)} airport", "kinds": ["airport"]}
        return place

    def _to_the(self, part: Stretch, i: int, back: Place) -> Place | None:
        """ "some 60 kilometres to the west": of the last town named."""
        tokens = self.tokens
        if tokens[i - 1].low != "the" or tokens[i - 2].low != "to" or i - 3 < part.first:
            return None
        if i + 1 < part.last and tokens[i + 1].low == "of":
            return None
        from .relations import distance_ending

        distance = distance_ending(tokens, i - 3, part.first, self.words)
        if distance is None:
            return None
        km, first = distance
        place = self._back(part, tokens[first].start, tokens[i].end, back, "led-back")
        place.relation = {
            "kind": "distance", "distance_km": round(km, 3), "bearing": self.words.directions[tokens[i].low],
            "start": place.start, "end": place.end,
        }  # fmt: skip
        return place

    def _back(self, part: Stretch, start: int, end: int, to: Place, rule: str) -> Place:
        text = self.draft.text[start:end]
        place = Place(start, end, text, to.name, to.country, kind=to.kind, rule=rule, sentence=part.sentence)
        place.clue = {"query": to.clue.get("query", to.name), "kinds": [], "cue": "", "led_back": True}
        return place

    def _to_capital(self, place: Place) -> None:
        code = self.judge.play.most_common(1)
        if code and code[0][0] in self.words.capital_of:
            name = self.words.capital_of[code[0][0]]
            place.name, place.country, place.kind = name, code[0][0], "city"
            place.clue["query"] = name
