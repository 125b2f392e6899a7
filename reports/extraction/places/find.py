"""From candidates to `Place`s: scan, judge, add relations and what leads back to a place named before."""

from __future__ import annotations

from typing import Any

from ..cues import cue
from ..lexicon import Lexicon
from ..model import Draft, Place, Token
from ..names import Names
from .back import LedBack, Memory
from .borders import but_borders
from .candidates import Candidate
from .decide import Judge
from .headed import Headed
from .locating import SPOTS
from .relations import phrase_before, side_of
from .scan import Scanner
from .shared_types import share_types
from .stretches import Stretch, stretches
from .words import PlaceWords, place_words

_SIDED = frozenset({"city", "town"})
_ROADS = cue("places", "roads")
_MARKS = str.maketrans(",(", "  ")  # "Xivka, Kharkiv region", "Xovka (Kharkov region)"
_BY_A_RIVER = cue("places", "by_a_river")


def find_places(document: Draft, lexicon: Lexicon, names: Names) -> list[Place]:
    """The places of a draft in the order of the text, without coordinates; roles are set by `assign_roles`."""
    return Finder(document, place_words(lexicon), names).find()


class Finder:
    """One report's search."""

    def __init__(self, draft: Draft, words: PlaceWords, names: Names) -> None:
        self.draft, self.tokens, self.words, self.names = draft, draft.tokens, words, names
        self.scanner = Scanner(draft, words, names)
        self.judge = Judge(draft, words, self.scanner)
        self.votes = dict(self.judge.play)
        self.headed = Headed(draft, words)

    def find(self) -> list[Place]:
        """All places."""
        parts = stretches(self.draft)
        scanned = [(part, self.scanner.scan(part)) for part in parts]
        for _, candidates in scanned:
            self.judge.learn(candidates)
        places: list[Place] = []
        memory = Memory()
        main = next((code for code, _ in self.judge.play.most_common(1)), None)
        for part, accepted in self._accepted(scanned):
            share_types(accepted, self.tokens, self.words)
            found = self._places(part, accepted)
            if part.heading and not found and (named := self.headed.place(part)) is not None:
                found = [named]
            self._hold(found)
            if not part.heading:
                back = LedBack(self.draft, self.words, part, main).find(found, memory)
                found = [*but_borders(found, back), *back]
            found.sort(key=lambda p: (p.start, p.end))
            memory.learn(part, found)
            places += found
        if places:  # what the adjectives of the text vote for, for `locate`
            places[0].clue["play"] = self.votes
        return places

    def _accepted(self, scanned: list[tuple[Stretch, list[Candidate]]]) -> list[tuple[Stretch, list[Candidate]]]:
        """What the judge takes; a name that no gazetteer has and that is a place once is one wherever it stands."""
        taken = [(part, self._taken(candidates)) for part, candidates in scanned]
        news = {c.query.casefold() for _, accepted in taken for c in accepted if c.rule == "unknown-name"}
        news |= {name.casefold() for name in self.headed.at.values()}
        self.judge.met = frozenset(news)
        return [(part, self._taken(candidates)) for part, candidates in scanned] if news else taken

    def _taken(self, candidates: list[Candidate]) -> list[Candidate]:
        accepted: list[Candidate] = []
        for candidate in candidates:
            if self.judge.accepts(candidate, accepted[-1] if accepted else None):
                accepted.append(candidate)
        return accepted

    def _places(self, part: Stretch, accepted: list[Candidate]) -> list[Place]:
        places: list[Place] = []
        betweens = self._betweens(accepted)
        for number, candidate in enumerate(accepted):
            if number in betweens and betweens[number] is None:
                continue  # the second of "between A and B" is in the first one's relation
            place = self._place(part, candidate)
            if candidate.typed == "road" and not candidate.hits:
                self._ends(place, candidate)
            second = betweens.get(number)
            if second is not None:
                self._between(place, candidate, second)
            else:
                floor = accepted[number - 1].last if number else part.first
                first = candidate.part_first if candidate.part_first is not None else candidate.first
                phrase = None if part.heading else phrase_before(self.tokens, first, floor, self.words)
                if phrase:
                    place.relation = phrase.relation(self.draft, candidate.last)
                    place.rules["relation"] = "phrase-before"
                elif "part" not in place.clue and place.kind in _SIDED:
                    place.clue["side"] = side_of(self.tokens, first, floor, self.words)
            places.append(place)
        return places

    def _hold(self, places: list[Place]) -> None:
        """ "Makiivka and Nevske in Luhansk region": say of the towns which province the words put them in."""
        if places and places[0].kind == "province" and self.draft.text[places[0].end : places[0].end + 1] == ",":
            for place in places[1:]:  # "In Guaviare, a battle near Calamar"
                place.clue["opening"] = places[0].clue.get("query")
        holder = None
        starts = {p.start for p in places}
        named = [p for p in places if p.kind != "country"]  # "near Pavlivka in Ukraine's Mykolaiv region"
        for place, after in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
            gap = self.draft.text[place.end : after.start].lower().translate(_MARKS).split()
            gap = [word for word in gap if word.removesuffix("'s").removesuffix("’s") not in self.words.country]
            if len(gap) > 3 or (not gap and self._listed(after, starts)):
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

    def _listed(self, place: Place, starts: set[int]) -> bool:
        """ "in Kandahar, Herat and Kunduz": one of a list, and not what holds the one before it."""
        bare = place.text == place.clue.get("query")
        return bare and self.draft.text[place.end : place.end + 5] == " and " and place.end + 5 in starts

    def _place(self, part: Stretch, found: Candidate) -> Place:
        first = found.part_first if found.part_first is not None else found.first
        start, end = self.tokens[first].start, self.tokens[found.last - 1].end
        text = self.draft.text[start:end]
        place = Place(start, end, text, " ".join(text.split()), rule=found.rule, sentence=part.sentence)
        place.rules["name"] = found.rule
        place.clue = {"query": found.query, "cue": found.cue, "kinds": self._kinds(found)}
        best = self._best(found)
        if self._flows(found):
            found.typed = "river"
            place.clue["kinds"] = ["river"]
        if any(h.kind == "province" for h in found.hits):
            place.clue["province_too"] = True
        known = ("gazetteer-name", best.kind) if best else ("unknown-name", "town")
        place.rules["kind"], place.kind = ("type-noun", found.typed) if found.typed else known
        if best:
            place.country, place.rules["country"] = best.country, "gazetteer-name"
        if found.query.casefold() in self.words.town_parts:
            place.kind, place.rules["kind"] = "neighbourhood", "part-of-any-town"
            place.clue["kinds"] = ["neighbourhood", "district"]
        if best and place.kind == "site" and best.kind != "site" and found.core_last == found.last:
            place.rules["kind"], place.kind = known
        follows = found.core_last < found.last
        if found.typed and (
            follows or (found.typed in ("district", "neighbourhood") and found.last < len(self.tokens))
        ):
            noun = self.tokens[found.last].low if not follows else ""
            if follows or noun in self.words.after:  # not the full stop behind "the districts of X and Y"
                place.clue["whole"] = " ".join(f"{text} {noun}".split())
        if found.part is not None and best:
            place.clue["part"] = found.part
            if best.kind in ("country", "region", "province"):
                place.kind, place.rules["kind"] = "region", "part-of-it"
                place.clue["part_of_country"] = best.kind == "country"
            elif best.kind in SPOTS:
                place.kind, place.rules["kind"] = "district", "part-of-it"
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
        return min(
            here, key=lambda h: (-h.rank, h.kind == "province", -self.judge.play[h.country or ""])
        )  # the gazetteer's order: chief names first

    def _flows(self, found: Candidate) -> bool:
        """ "the left bank of the Dnipro", "across the Donets": a river that shares its name with a town."""
        if found.typed or found.part is not None or self.tokens[found.first - 1].low != "the" or found.first == 0:
            return False
        if not found.hits or found.hits[0].kind not in ("city", "town", "village"):
            return False
        return not _BY_A_RIVER.isdisjoint(self.draft.lows[max(found.first - 5, 0) : found.first - 1])

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

    def _betweens(self, accepted: list[Candidate]) -> dict[int, Candidate | None]:
        """Pairs in "between A and B": the first one's index -> the second candidate, and the second's -> None."""
        pairs: dict[int, Candidate | None] = {}
        for number in range(len(accepted) - 1):
            a, b = accepted[number], accepted[number + 1]
            if number in pairs or any(
                c.typed == "province" or (c.hits and c.hits[0].kind in ("country", "province", "region", "river"))
                for c in (a, b)
            ):
                continue
            link = self.draft.lows[a.last : b.first]
            before = self.draft.lows[max(a.first - 5, 0) : a.first]
            if not before or self.words.roles["dealings"] & set(before[-2:-1]):
                continue  # "relations between A and B" are no place
            if (before[-1] == "between" and link == ["and"]) or (link == ["to"] and _on_the_road(before)):
                pairs[number], pairs[number + 1] = b, None
        return pairs

    def _ends(self, place: Place, found: Candidate) -> None:
        """ "the Bakhmut-Lysychansk highway" runs between two towns."""
        names = found.query.replace("–", "-").split("-")
        if len(names) != 2 or not all(any(h.kind in SPOTS for h in self.names.look(n)) for n in names):
            return
        place.clue |= {"query": names[0], "second": names[1], "kinds": []}
        place.rules["relation"] = "road-between-two"
        place.relation = {
            "kind": "between",
            "distance_km": None,
            "bearing": None,
            "start": place.start,
            "end": place.end,
        }

    def _between(self, place: Place, first: Candidate, second: Candidate) -> None:
        start = self.tokens[_opening(self.tokens, first.first)].start
        end = self.tokens[second.last - 1].end
        place.relation = {"kind": "between", "distance_km": None, "bearing": None, "start": start, "end": end}
        place.end = end
        place.text = self.draft.text[place.start : end]
        place.name = f"{first.query} - {second.query}"
        place.rules["name"] = place.rules["relation"] = "between-two"
        place.clue["query"], place.clue["second"] = first.query, second.query


def _on_the_road(before: list[str]) -> bool:
    """ "on the road from" A to B: somewhere between the two; "blocked the road from" names its ends."""
    return before[-1] == "from" and len(before) > 3 and before[-2] in _ROADS and before[-4] in ("on", "along", "near")


def _opening(tokens: list[Token], first: int) -> int:
    """The token where "between", or "on the road from", begins."""
    on_the_road = _on_the_road([t.low for t in tokens[max(first - 5, 0) : first]])
    return first - 4 if on_the_road else max(first - 1, 0)
