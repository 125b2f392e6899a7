"""What a place is to its report: where something happened, where it was filed, a government, or only context."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from ..lexicon import Lexicon
from ..model import Draft, Place
from .words import PlaceWords, place_words

_SMALLER = {
    "site": 0, "airport": 0, "base": 0, "crossing": 0, "neighbourhood": 1, "village": 2, "town": 3, "city": 4, "road": 4,
    "district": 5, "river": 6, "province": 7, "region": 8, "country": 9,
}  # fmt: skip
_EVENTFUL = frozenset(
    ["advance", "capture", "recapture", "withdrawal", "clash", "airstrike", "shelling", "bombing", "siege", "displacement", "evacuation", "deployment"]
)


def assign_roles(draft: Draft, lexicon: Lexicon) -> None:
    """Set the role of every place. Needs the status of sentences, datelines and sections; call it after they are known."""
    Roles(draft, place_words(lexicon)).assign()


class Roles:
    """The rules, the first that fits wins; `rule` of the place keeps how it was found, `clue["role_rule"]` why."""

    def __init__(self, draft: Draft, words: PlaceWords) -> None:
        self.draft, self.words, self.tokens = draft, words, draft.tokens
        self.starts = [t.start for t in draft.tokens]
        self.home = self._home()

    def assign(self) -> None:
        """Role by role, in the order of the text."""
        before: Place | None = None
        places = self.draft.places
        for place, after in zip(places, [*places[1:], None], strict=False):
            place.role, place.clue["role_rule"] = self._role(place, before)
            if place.role == "event" and after is not None and self._holds_next(place, after):
                place.role, place.clue["role_rule"] = "context", "holds-another"
            if place.kind != "country":
                before = place

    def _home(self) -> set[str]:
        """The countries that the report is about."""
        votes: Counter[str] = Counter(s.country for s in self.draft.sections if s.country)
        votes.update(p.country for p in self.draft.places if p.country and p.sentence is not None)
        top = max(votes.values(), default=0)
        return {country for country, n in votes.items() if n * 4 >= top}

    def _role(self, place: Place, before: Place | None) -> tuple[str, str]:
        if any(s.start <= place.start < s.end for s in self.draft.dateline_spans):
            return "dateline", "dateline"
        if place.sentence is None:
            return "context", "heading"
        sentence = self.draft.sentences[place.sentence]
        if sentence.status == "noise":
            return "context", "noise"
        first, last = self._tokens(place)
        if self._government(place, first, last):
            return "metonym", "government"
        if place.kind == "country":
            return "context", "country"
        if sentence.status in ("background", "announced", "denied", "hypothetical"):
            return "context", sentence.status
        if place.relation and self._places_another(place, before):
            return "context", "places-another"
        if place.kind == "river" or place.clue.get("border"):
            return "context", "line"
        if place.clue.get("part_of_country"):
            return "context", "part-of-country"
        if self._title(place):
            return "context", "title"
        if place.kind == "region" and not self._happens_in(place, first):
            return "context", "region"
        if self._larger_of(place, before, first):
            return "context", "holds-another"
        if self._speaker(place, first, last):
            return "context", "speaker"
        if self._locator(place, first, last):
            return "context", "locator"
        if place.country and self.home and place.country not in self.home and sentence.type not in _EVENTFUL:
            return "context", "abroad"
        return "event", "default"

    def _holds_next(self, place: Place, after: Place) -> bool:
        """ "Kherson region's Olhivka", "In Uruzgan's capital Tirin Kot": the larger one before only locates."""
        if place.sentence != after.sentence or _SMALLER.get(place.kind, 0) < _SMALLER["district"]:
            return False
        gap = self.draft.text[place.end : after.start].lower().replace("’", "'").split()
        larger = _SMALLER.get(place.kind, 0) > _SMALLER.get(after.kind, 9)
        return larger and bool(gap) and gap[0] == "'s" and len(gap) <= 4

    def _title(self, place: Place) -> bool:
        """A line of names alone: "Democratic Republic of the Congo: North Kivu and South Kivu"."""
        sentence = self.draft.sentences[place.sentence or 0]
        tokens = self.draft.tokens_of(sentence)
        if sentence.caps or tokens[-1].text in (".", "!", "?", '"', "”") or len(tokens) > 25:
            return False
        return sum(t.kind == "w" and not t.capital and len(t.low) > 3 for t in tokens) < 2

    def _happens_in(self, place: Place, first: int) -> bool:
        """A region is where something happens only by its own words: "killed in Gaza", "across Darfur", "over Lake Kivu"."""
        i = first - 1
        while self._low(i) in ("the", "of", "shore", "western", "eastern", "northern", "southern", "part", "parts"):
            i -= 1
        if self._low(i) not in ("in", "across", "inside", "throughout", "over", "along", "on", "near", "into"):
            return False
        return self._low(i - 1) not in self.words.types_of and self._low(i - 1) not in (
            "held",
            "people",
            "war",
            "population",
            "majority",
        )

    def _tokens(self, place: Place) -> tuple[int, int]:
        return bisect_left(self.starts, place.start), bisect_left(self.starts, place.end)

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _government(self, place: Place, first: int, last: int) -> bool:
        """ "Washington has announced", "Moscow's envoy", "between Moscow and Kyiv"."""
        roles = self.words.roles
        capital = self.words.capital.get(place.text.lower()) is not None or place.clue.get("capital")
        if not capital and place.kind != "country":
            return False
        if (
            self._low(first - 1) == "in"
            and self._low(first - 2) in roles["rulers"]
            and self._low(last) in roles["speaks"]
        ):
            return True
        if self._low(first - 1) in self.words.locative and self._low(first - 1) not in ("from", "to"):
            return False
        i, steps = last, 0
        while (self._low(i) in roles["auxiliaries"] and steps < 4) or (self._low(i).endswith("ly") and steps < 4):
            i, steps = i + 1, steps + 1
        if (
            self._low(last) in ("and", ",")
            and self._low(last + 1) in self.words.capital
            and self._low(last + 2) in roles["speaks"]
        ):
            return self._low(first - 1) not in ("in", "near", "on", "of")
        if (
            self._low(i) in roles["speaks"]
            and self._low(i - 1) not in ("is", "was", "'s", "’s")
            and not (self._low(i - 1) == "and" and i - 1 == last)
        ):
            return self._low(first - 1) not in ("of", "on", "near", "in")
        if self._low(i) in roles["speaks"] and self._low(i - 1) in ("is", "was") and self._low(i).endswith("ing"):
            return True
        if self._low(last) in ("'s", "’s") and self._low(last + 1) in (
            "ambassador",
            "envoy",
            "foreign",
            "government",
            "demand",
            "claim",
            "ally",
            "defence",
            "defense",
            "ministry",
        ):
            return True
        return self._low(last) in ("-", "–") and self._low(last + 1) in (
            "backed",
            "led",
            "based",
            "appointed",
            "installed",
            "aligned",
        )

    def _places_another(self, place: Place, before: Place | None) -> bool:
        """ "Gharyan, about 80 km south of Tripoli": the relation tells where Gharyan lies."""
        assert place.relation is not None
        if place.relation["kind"] in ("within", "between"):
            return False
        start = bisect_left(self.starts, place.relation["start"])
        sentence = self.draft.sentences[place.sentence or 0]
        i = start - 1
        while i >= sentence.first and self._low(i) in (
            ",",
            "(",
            "—",
            "--",
            "-",
            "–",
            "which",
            "that",
            "some",
            "just",
            "the",
            "lies",
            "is",
            "located",
            "situated",
            "about",
            "last",
            "of",
            "them",
        ):
            i -= 1
        if before is None or before.sentence != place.sentence or i < sentence.first:
            return False
        gap = self.tokens[i].end - before.end
        lies = any(self._low(j) in self.words.roles["lies"] for j in range(i + 1, start))
        if gap <= 0 and (i + 1 < start):
            return True
        type_noun = self._low(i) in self.words.types_of or self._low(i) in self.words.after
        return (
            (gap <= 0
            and (place.relation["kind"] == "distance" or lies or before.kind in _SMALLER))
            or (lies
            and type_noun)
            or (type_noun and self.tokens[i].start - before.end <= 2)
        )

    def _larger_of(self, place: Place, before: Place | None, first: int) -> bool:
        """ "Petropavlivka, Kharkiv region", "Lashkar Gah in Helmand": the larger one only locates."""
        if (
            before is None
            or before.sentence != place.sentence
            or (before.relation
            and before.relation["kind"] == "between")
        ):
            return False
        gap = [self._low(i) for i in range(bisect_right(self.starts, before.end - 1), first)]
        between = [w for w in gap if w not in self.words.country and w not in self.words.nationality]
        if (
            not between
            or len(between) > 4
            or not set(between)
            <= {
                ",",
                "in",
                "the",
                "of",
                "(",
                "'s",
                "district",
                "town",
                "village",
                "area",
                "neighbourhood",
                "city",
                "suburb",
                *self.words.directions,
            }
        ):
            return False
        if between[0] not in (
            ",",
            "in",
            "(",
            "district",
            "town",
            "village",
            "area",
            "neighbourhood",
            "city",
            "suburb",
            "of",
        ):
            return False
        if "," in between and "in" not in between and place.kind not in ("province", "region", "district", "country"):
            return False
        return _SMALLER.get(place.kind, 5) > _SMALLER.get(before.kind, 5)

    def _speaker(self, place: Place, first: int, last: int) -> bool:
        """ "an official in Tripoli told", "In Benghazi, a spokesman said", "told reporters in Geneva"."""
        roles = self.words.roles
        if self._low(last) in ("'s", "’s") and any(
            self._low(i) in roles["speakers"] for i in range(last + 1, last + 6)
        ):
            return place.text.lower() in self.words.capital
        if self._low(first - 1) not in ("in", "at", "from"):
            return False
        if self._low(first - 2) in roles["speakers"] or self._low(first - 2) in roles["rulers"]:
            return True
        window = [self._low(i) for i in range(max(first - 5, 0), first - 1)]
        if any(w in ("told", "spoke", "speaking", "interview", "briefed", "addressed") for w in window):
            return True
        if any(w in roles["speech"] for w in window) and any(w in roles["speakers"] for w in window):
            return True
        if self._low(last) in roles["speech"] and self._low(first - 2) in roles["treats"] | roles["speakers"]:
            return True
        if self._low(last) == "," and self._opens_sentence(place, first):
            ahead = [self._low(i) for i in range(last + 1, last + 7)]
            return any(w in roles["speakers"] for w in ahead)
        return False

    def _locator(self, place: Place, first: int, last: int) -> bool:
        roles = self.words.roles
        before = [self._low(i) for i in range(max(first - 3, 0), first)]
        if (
            before
            and before[-1] in ("in", "to", "at")
            and any(w in roles["meetings"] for w in (*before[:-1], self._low(last)))
        ):
            return True
        if len(before) > 1 and before[-1] in ("to", "from", "with", "for") and before[-2] in roles["roads"]:
            return True
        if len(before) > 1 and before[-1] == "in" and before[-2] in ("based", "born", "exiled", "headquartered"):
            return True
        if len(before) > 1 and before[-1] == "at" and before[-2] in self.words.borders:
            return True
        return self._low(last) in ("-", "–") and self._low(last + 1) == "based"

    def _opens_sentence(self, place: Place, first: int) -> bool:
        return place.sentence is not None and first - 1 <= self.draft.sentences[place.sentence].first
