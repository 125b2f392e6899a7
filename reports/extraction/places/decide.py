"""Which candidates are places: cues, countries in play, and what speaks against (people, bodies, ordinary words)."""

from __future__ import annotations

from collections import Counter

from ..model import Draft
from ..names import NameHit
from .bodies import is_acronym, is_body
from .candidates import Candidate
from .cues import cue_before
from .play import countries_in_play, people_named
from .scan import Scanner, opens_with_article
from .spoken import Spoken
from .unknown import apposed_as, from_to, is_placed, joined_capitals, listed_with_type, moved, placed_after, who_is_told
from .words import PlaceWords

_LARGE, _KNOWN = 300_000, 50_000
_SITES = frozenset({"airport", "base", "site", "crossing", "neighbourhood", "district", "province", "road", "river"})


class Judge:
    """Decides on the candidates of one report, in the order of the text."""

    def __init__(self, draft: Draft, words: PlaceWords, scanner: Scanner) -> None:
        self.draft, self.tokens, self.words, self.scanner = draft, draft.tokens, words, scanner
        self.play: Counter[str] = countries_in_play(draft, words)
        self.people = people_named(draft, words)
        self.speaking = {source.start for source in draft.sources}
        self.spoken = Spoken(draft)
        self.met: frozenset[str] = frozenset()  # names without a record that a cue made places somewhere

    def learn(self, candidates: list[Candidate]) -> None:
        """Let chief towns that can be in one country only vote for it."""
        for found in candidates:
            strong = [h for h in found.hits if h.rank >= 2 or h.population >= _LARGE]
            lands = {h.country for h in strong if h.country}
            if len(lands) == 1 and not self._alone_ordinary(found):
                self.play[lands.pop()] += 1

    def accepts(self, found: Candidate, before: Candidate | None) -> bool:
        """Whether the candidate is a place. `before`: the last accepted one of the same stretch."""
        if before is not None and before.stretch is found.stretch and before.last > found.first:
            return False
        first = found.part_first if found.part_first is not None else found.first
        found.cue = found.cue or cue_before(self.tokens, first, self.words) or self._list_cue(found, before)
        self._lengthen(found)
        low = self.tokens[found.first].low
        single = found.core_last == found.first + 1
        if single and " " not in found.query and self.words.never(low):
            return False
        if single and not found.cue and found.first > found.stretch.first:
            counted = self.tokens[found.first - 1]
            if counted.low in ("a", "an") and found.typed is None and self.tokens[found.first].text.isupper():
                return False  # "A HAUL OF RIFLES"
            if counted.kind == "n" or counted.low in self.words.numbers:
                return False  # "two Pantsir systems"
        if (single and is_acronym(found, self.tokens)) or is_body(found, self.tokens, self.words):
            return False
        if self.spoken.claims(found):
            return False
        if found.rule == "unknown-name":
            return self._accepts_unknown(found, before)
        if found.rule == "typed-name":  # "Operation Lake Sanity" is no lake
            return found.first == found.stretch.first or self.tokens[found.first - 1].low not in self.words.titles
        if found.hits and found.hits[0].kind == "country":
            return not (single and self._person(found))
        if single and low in self.people and found.cue not in ("type", "strong") and found.hits[0].rank < 2:
            return False
        if single and self._person(found):
            return False
        if found.stretch.heading:
            least = 0 if not self.play or any(h.country in self.play or h.rank >= 2 for h in found.hits) else 1
            return self._strength(found.hits) > least  # "Toll" is no town in Colombia
        if self._alone_ordinary(found):
            known = found.stretch.mode != "caps" or found.hits[0].rank >= 2
            known = known and any(h.country in self.play or h.rank >= 2 for h in found.hits)  # "Victory from God"
            return bool(found.cue) and known and self.tokens[found.first].capital and self._strength(found.hits) > 0
        if found.stretch.mode == "caps" and single and not (found.cue or found.hits[0].rank >= 2):
            return found.hits[0].population >= 2 * _KNOWN and found.hits[0].country in self.play
        if found.stretch.mode == "lower":
            return found.cue != "" and self._strength(found.hits) > 1
        if found.typed in _SITES or found.cue:
            if self._strength(found.hits) > 0 or found.cue in ("type", "strong") or found.typed is not None:
                return True
            return self._accepts_unknown(found, before)
        return self._strength(found.hits) > 1

    def _lengthen(self, found: Candidate) -> None:
        """ "the town of Adan Yabal" is not Aden: an unknown capitalised word behind a weak name belongs to it."""
        if found.rule != "known-name" or found.typed or found.stretch.mode != "normal" or not found.cue:
            return
        here = any(h.country in self.play and h.rank >= 2 for h in found.hits)
        here = here and self.tokens[found.last - 1].low not in self.words.name_openers  # "Bab Touma" is not al-Bab
        j = found.last
        if here or found.hits[0].kind == "country" or j >= found.stretch.last or j in self.scanner.blocked:
            return
        token = self.tokens[j]
        if not (token.space and self._name_like(j)) or token.low in self.words.titles or token.low in self.words.after:
            return
        while j < min(found.stretch.last, found.first + 5) and self.tokens[j].space and self._name_like(j):
            if (
                j in self.scanner.blocked
                or self.tokens[j].low in self.words.titles
                or self.tokens[j].low in self.words.after
            ):
                break
            found.query = f"{found.query} {self.tokens[j].text}"
            j += 1
        found.last = found.core_last = j
        found.hits, found.rule = (), "unknown-name"
        self.scanner.type_after(found)

    def _strength(self, hits: tuple[NameHit, ...]) -> int:
        """2: a place that needs no cue; 1: one that a cue makes; 0: a namesake far from all that the report names."""
        best = 0
        for hit in hits:
            here = hit.country in self.play
            if hit.kind == "country" or (hit.rank >= 2 and (here or hit.country is None or hit.population >= _KNOWN)):
                return 2
            if (here and (hit.rank >= 1 or hit.population >= _KNOWN)) or hit.population >= _LARGE:
                return 2
            if hit.rank >= 2 or hit.population >= 15_000 or not self.play:
                best = 1
        return best

    def _alone_ordinary(self, found: Candidate) -> bool:
        """One word, which is also a word of English or a given name."""
        token = self.tokens[found.first]
        return found.core_last == found.first + 1 and found.typed is None and token.low in self.words.ordinary

    def _accepts_unknown(self, found: Candidate, before: Candidate | None) -> bool:
        token = self.tokens[found.first]
        if token.text.isupper() and found.stretch.mode == "caps" and found.rule == "unknown-name":
            return True  # a distance places it
        if token.text.isupper():
            marked = found.last < found.stretch.last and self.tokens[found.last].text in (",", "(", "/")
            return marked and any(s.start <= token.start < s.end for s in self.draft.dateline_spans)
        if token.start in self.speaking or (found.core_last == found.first + 1 and self._people(token.low)):
            return False  # "according to Rami Abdel Rahman", "the Druze"
        if who_is_told(found, self.tokens, self.words) or joined_capitals(token.text):
            return False
        if any(t.low in self.words.bodies for t in self.tokens[found.first : found.last]):
            return False
        if (kind := apposed_as(found, self.tokens, self.words)) is not None:
            found.typed, found.cue = found.typed or kind or None, "type"
            return True
        if (len(token.text) < 3 and found.core_last - found.first == 1) or token.low in self.people:
            return False
        if token.low in self.words.ordinary:  # "in Ban Phue, Kantharalak district"
            several = found.core_last - found.first > 1 and found.cue == "locative" and found.last < found.stretch.last
            return several and self.tokens[found.last].text == ","
        if token.low in self.words.bodies or token.low in self.words.country or self._person(found):
            return False
        if self._aged(found):
            return False
        if found.query.casefold() in self.met:
            return True
        if found.cue in ("type", "strong") or (found.cue == "list" and placed_after(found, self.tokens, self.words)):
            return True
        if from_to(found, self.tokens, self.words):
            return True
        if found.typed in ("airport", "base", "crossing", "neighbourhood", "district", "province", "river", "village"):
            return True
        if found.typed in ("site", "road"):
            return found.cue != "" or found.core_last - found.first < 3
        if listed_with_type(found, self.tokens, self.words):
            return True
        if found.cue == "" and is_placed(found, self.tokens, self.words):
            found.cue = "type"
            return True
        if found.cue == "locative" and not moved(found, self.tokens, self.words):
            return False
        return found.cue in ("locative", "taken") and placed_after(found, self.tokens, self.words)

    def _people(self, low: str) -> bool:
        """ "between Serbs and Croats"."""
        return bool({low, low.removesuffix("s")} & self.words.peoples)

    def _aged(self, found: Candidate) -> bool:
        """ "Somchai Inthasorn, 58, was queueing": who has an age is no place."""
        ahead = self.tokens[found.last : min(found.last + 3, found.stretch.last)]
        return (
            len(ahead) == 3 and ahead[0].text == "," and ahead[1].kind == "n" and ahead[2].text in (",", ".", "–", "—")
        )

    def _list_cue(self, found: Candidate, before: Candidate | None) -> str:
        """ "near Stepove, Sieverne and Nevelske": a list goes on with the cue that it began with."""
        if before is None or before.stretch is not found.stretch or not before.cue:
            return ""
        first = found.part_first if found.part_first is not None else found.first
        between = self.draft.lows[before.last : first]
        if between and len(between) <= 3 and set(between) <= {",", "and", "or", "/", "in", "the", "nearby"}:
            opening = before.first - 1 <= before.stretch.first and before.cue == "locative"
            return "" if opening and between == [","] else "list"  # "In Kabul, Khalilzad said" is no list
        return ""

    def _person(self, found: Candidate) -> bool:
        """Another capitalised word right beside it makes it part of a name: "Aleppo Smith", "John Kirby"."""
        if found.stretch.mode != "normal" or found.typed is not None or found.stretch.heading:
            return False
        i = found.first - 1
        if (
            i >= found.stretch.first
            and self._name_like(i)
            and self.tokens[found.first].space
            and found.part_first is None
        ):
            opening = i == found.stretch.first or self.tokens[i - 1].text in ('"', "“", ":")
            if self.tokens[i].low in self.words.titles or self.tokens[i].text.endswith("."):
                return True
            weak = not found.hits or (found.hits[0].rank < 2 and found.hits[0].population < _LARGE)
            if not opening or self.tokens[i].low in self.words.ordinary or (weak and found.rule != "unknown-name"):
                return self.tokens[i].low not in self.words.capital and "-" not in self.tokens[i].text
        j = found.last
        if j < found.stretch.last and self._name_like(j) and self.tokens[j].space:
            if self._alone_ordinary(found):
                return True  # "Vladimir Rogov", wherever it stands
            if self.tokens[j].low in self.words.titles or (self.tokens[j].low in self.words.ordinary and found.cue):
                return False
            return not (found.cue and self._strength(found.hits) > 1)
        return False

    def _name_like(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            token.kind == "w"
            and (token.capital or opens_with_article(token))
            and token.low not in self.words.function
            and token.low not in self.words.nationality
            and token.low not in self.words.directions
            and token.low not in self.words.country
            and token.low not in self.words.before_name
            and not any(t.isdigit() for t in token.text)
            and not token.text.isupper()
        )
