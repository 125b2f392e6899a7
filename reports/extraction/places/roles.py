"""What a place is to its report: where something happened, where it was filed, a government, or only context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import DateMention, Draft, Place
from .around import Around, Starts
from .borders import at_a_border
from .carried import taken_to, took_wounded
from .context import (
    answered,
    compared,
    described,
    excepted,
    happens_in,
    held_in_passing,
    in_need,
    men_of,
    not_reached,
    only_thought_of,
    perceived,
    share_of,
    tallied,
)
from .earlier import before_it, day_before, long_ago, since_when
from .heads import Heads
from .locating import SPOTS, holds_next, larger_of, places_another
from .locators import locator
from .metonym import is_government
from .speaking import speaker_there, tells_of_home
from .words import PlaceWords, place_words

_INSIDE_PROVINCE = SPOTS | {"district", "crossing"}
_NOT_NOW = frozenset({"background", "announced", "denied", "hypothetical"})
_TOWN_NOUNS = frozenset({"city", "town", "port", "resort", "coast"})  # "the Red Sea city": the city is meant
_OWNS = re.compile("['’]s ")
_LIST = 60  # places: a sentence that names more tells of nothing
_EVENTFUL = frozenset(
    {"advance", "capture", "recapture", "withdrawal", "clash", "airstrike", "shelling", "bombing", "siege"}
    | {"displacement", "evacuation", "deployment"}
)
_GOES_ON = frozenset(
    {
        "not-reached",
        "locator",
        "speaker",
        "men-of",
        "hospital",
        "thought-of",
        "tally",
        "answered",
        "taken-to",
        "excepted",
        "needs",
        "government",
    }
)


def assign_roles(draft: Draft, lexicon: Lexicon) -> None:
    """Set the role of every place. Needs datelines, sections, and the status and type of sentences."""
    Roles(draft, place_words(lexicon)).assign()


class _Here(NamedTuple):
    """What the rules ask: a place, the one before it, the words between the two, those around it."""

    place: Place
    before: Place | None
    gap: list[str]
    around: Around


class Roles:
    """The rules, the first that fits wins; `rules["role"]` keeps its name."""

    def __init__(self, draft: Draft, words: PlaceWords) -> None:
        self.draft, self.words = draft, words
        self.starts = Starts(draft)
        self.heads = Heads(draft, self.starts)
        self.home = self._home()
        # "Kyiv's aircraft": by the start, where the owner's name ends
        self.owners = {g.start: g.start + found.start() for g in draft.groups if (found := _OWNS.search(g.text))}
        self.dates: dict[int, list[DateMention]] = {}
        for date in draft.dates:
            self.dates.setdefault(date.sentence, []).append(date)
        self.named = Counter(p.sentence for p in draft.places if p.kind != "country")
        self.crowds = Counter(p.sentence for p in draft.places)
        self.last_spot = {p.sentence: p.start for p in draft.places if p.kind in _INSIDE_PROVINCE}

    def assign(self) -> None:
        """Role by role, in the order of the text."""
        before: Place | None = None
        places = self.draft.places
        for place, after in zip(places, [*places[1:], None], strict=False):
            place.role, place.rules["role"] = self._role(place, before)
            if (
                place.role == "event"
                and after is not None
                and (holds_next(place, after, self._gap(place, after)) or self._within_reach(place, after))
            ):
                place.role, place.rules["role"] = "context", "holds-another"
            if before is not None and place.rules["role"] == "region" and self._scene_too(place, before):
                place.role, place.rules["role"] = "event", "listed"
            if before is not None and place.role == "event" and self._listed_with(place, before):
                place.role, place.rules["role"] = before.role, before.rules["role"]
            if place.kind != "country":
                before = place

    def _role(self, place: Place, before: Place | None) -> tuple[str, str]:
        gap = self._gap(before, place) if before else []
        if self.heads.is_dateline(place, before, gap):
            return "dateline", "dateline"
        if place.sentence is None:
            return "context", "heading"
        around = self.starts.around(self.draft, place)
        status = around.sentence.status
        if status == "noise":
            return "context", "noise"
        if self.crowds[place.sentence] > _LIST:
            return "context", "list"
        foreign = bool(place.country) and place.country not in self.home
        if is_government(around, self.words, foreign) or self.owners.get(place.start, -1) >= place.end:
            return "metonym", "government"
        if place.kind == "country":
            return "context", "country"
        if status in _NOT_NOW:
            return "context", status
        here = _Here(place, before, gap, around)
        for name, holds in _RULES.items():
            if holds(self, here):
                return "context", name
        return "event", "default"

    def _listed_with(self, place: Place, before: Place) -> bool:
        """ "fled Basra for Nasiriyah and Amara": what holds for the first of a list holds for the next."""
        if place.sentence != before.sentence or before.rules["role"] not in _GOES_ON:
            return False
        if before.role == "metonym" and place.text.lower() not in self.words.capital:
            return False
        return self._gap(before, place) in (["and"], ["or"], [","], [",", "and"])

    def _scene_too(self, place: Place, before: Place) -> bool:
        """ "in Bukidnon, Negros Occidental and Samar": so is a region that ends a list of scenes."""
        if place.sentence != before.sentence or before.role != "event":
            return False
        return self._gap(before, place) in (["and"], [","], [",", "and"])

    def _gap(self, before: Place, place: Place) -> list[str]:
        """The words between two places."""
        return self.draft.lows[self.starts.index(before.end) : self.starts.index(place.start)]

    def _home(self) -> set[str]:
        """The countries that the report is about."""
        votes: Counter[str] = Counter(s.country for s in self.draft.sections if s.country)
        votes.update(p.country for p in self.draft.places if p.country and p.sentence is not None)
        top = max(votes.values(), default=0)
        return {country for country, n in votes.items() if n > 1 or n * 4 >= top}

    def _abroad(self, place: Place, kind: str | None) -> bool:
        return bool(place.country and self.home and place.country not in self.home and kind not in _EVENTFUL)

    def _at_home(self, around: Around) -> bool:
        alone = self.named[around.place.sentence] < 2
        return alone and around.sentence.type in _EVENTFUL and tells_of_home(around, self.words)

    def _at_a_border(self, around: Around) -> bool:
        alone = self.named[around.place.sentence] < 2 and around.sentence.type in _EVENTFUL
        return alone and not self.heads.is_headline(around.place) and at_a_border(around, self.words)

    def _opens_for_another(self, around: Around) -> bool:
        """ "In North Darfur, the paramilitaries took al-Malha": the province only says where the town lies."""
        place = around.place
        if place.relation is not None and place.relation["kind"] in (
            "direction",
            "distance",
        ):  # "South of X, forces took Y"
            phrase = self.starts.index(place.relation["start"])
            return (
                phrase == around.sentence.first and around.ahead() == "," and self.last_spot[place.sentence] > place.end
            )
        if place.kind not in ("province", "region") or around.first - around.sentence.first > 3:
            return False
        ahead = around.ahead(1) if around.ahead() in self.words.after else around.ahead()
        if around.sentence.first == around.first or ahead != ",":
            return False
        return self.last_spot.get(place.sentence, -1) > place.end

    def _within_reach(self, place: Place, after: Place) -> bool:
        """ "in Kherson region attacked near Krynky", "northwest of Bakhmut near Khromove": the second is the spot."""
        if place.sentence != after.sentence or after.kind not in SPOTS:
            return False
        gap = self._gap(place, after)
        if place.relation is not None and place.relation["kind"] == "direction":
            return gap[:1] in (["near"], ["in"], ["at"], ["around"]) and len(gap) < 4
        if place.kind not in ("province", "region") or len(gap) > 12 or {"and", ";", "while", "but", ","} & set(gap):
            return False
        return bool({"near", "in", "at", "around"} & set(gap))


# Why a place of a current sentence is none where something happened; the first that holds wins.
_RULES: dict[str, Callable[[Roles, _Here], bool]] = {
    "places-another": lambda roles, here: (
        here.place.relation is not None
        and places_another(here.around, here.before, roles.starts.index(here.place.relation["start"]), roles.words)
    ),
    "line": lambda roles, here: (
        here.place.kind == "river" or (bool(here.place.clue.get("border")) and not roles._at_a_border(here.around))
    ),
    "part-of-country": lambda roles, here: (
        bool(here.place.clue.get("part_of_country"))
        and here.around.back() != "into"
        and not (here.around.sentence.type in _EVENTFUL and happens_in(here.around, roles.words))
    ),
    "run-in": lambda roles, here: roles.heads.opens_alone(here.place),
    "title": lambda roles, here: roles.heads.is_title(here.place),
    "rubric": lambda roles, here: roles.heads.is_rubric(here.place),
    "region": lambda roles, here: (
        (here.place.kind in ("region", "province") and here.around.ahead() in _TOWN_NOUNS)
        or (
            here.place.kind == "region"
            and not here.place.clue.get("border")
            and not happens_in(here.around, roles.words)
        )
    ),
    "holds-another": lambda roles, here: larger_of(here.around, here.before, here.gap, roles.words),
    "speaker": lambda roles, here: speaker_there(here.around, roles.words) and not roles._at_home(here.around),
    "locator": lambda roles, here: locator(here.around, roles.words),
    "not-reached": lambda roles, here: not_reached(here.around, roles.words),
    "thought-of": lambda roles, here: only_thought_of(here.around, roles.words),
    "excepted": lambda roles, here: excepted(here.around, roles.words),
    "perceived": lambda roles, here: perceived(here.around),
    "compared": lambda roles, here: compared(here.around),
    "in-passing": lambda roles, here: held_in_passing(here.around),
    "men-of": lambda roles, here: men_of(here.around, roles.words),
    "before-it": lambda roles, here: before_it(here.around),
    "day-before": lambda roles, here: day_before(here.around),
    "share-of": lambda roles, here: share_of(here.around, roles.words),
    "described": lambda roles, here: described(here.around, roles.words),
    "answered": lambda roles, here: answered(here.around, roles.words),
    "tally": lambda roles, here: tallied(here.around, roles.words),
    "hospital": lambda roles, here: took_wounded(here.around, roles.words),
    "taken-to": lambda roles, here: taken_to(here.around, roles.words),
    "label": lambda roles, here: here.around.first == here.around.sentence.first and ":" in here.around.after(3),
    "opens": lambda roles, here: roles._opens_for_another(here.around),
    "since": lambda roles, here: since_when(here.around),
    "needs": lambda roles, here: here.around.ahead() in roles.words.roles["needs"] or in_need(here.around),
    "old": lambda roles, here: long_ago(
        roles.draft, roles.dates.get(here.place.sentence or 0, []), here.place, here.around.sentence.start
    ),
    "abroad": lambda roles, here: roles._abroad(here.place, here.around.sentence.type),
}
