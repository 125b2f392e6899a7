"""One report's places as figures ask for them: by sentence, by token, by heading, by what a section is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..cues import cue
from ..model import Draft, Figure, Place, Section, Sentence
from ..places.around import Starts
from ..world import OUTSIDERS

_RULING = ("front", "country")  # headings that say where; a topic or a clock time does not
_PLAIN = frozenset({"dateline", "metonym"})
_BEYOND = cue("settle", "beyond")
_AIM = frozenset({"run-in", "title"})
_FAR_BACK = 40  # sentences in which a capital named once is still "the capital"
PENS = cue("settle", "pens")
_TOWN = frozenset(["city", "town"])
_LANDS = ("country", "region", "province")
NOWHERE = -1  # an answer too: "in four provinces", "the mission, now 500 strong"


class Setting:
    """Look-ups over the places of a draft; places are told by their index in it."""

    def __init__(
        self, draft: Draft, capitals: dict[str, str] | None = None, nationality: dict[str, str] | None = None
    ) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.capitals, self.nationality = capitals or {}, nationality or {}
        self.nationals = self.nationality.keys()
        self.starts = Starts(draft)
        self.lows = self.starts.lows
        self.firsts = [self.starts.index(place.start) for place in draft.places]  # the token that each begins with
        self.lasts = [self.starts.index(place.end) for place in draft.places]  # the token behind it
        self.named: dict[int, list[int]] = {}  # by sentence, but for datelines and governments
        self.mentioned: dict[int, list[int]] = {}  # by sentence, those too
        self.at: dict[int, int] = {}  # by its first token
        self.ends: dict[int, int] = {}  # by the token behind it
        self.heads: dict[int, int] = {}  # the first place of a heading, by section
        self.counts_at: dict[int, int] = {f.first: k for k, f in enumerate(draft.figures)}
        self.broken: dict[int, frozenset[int]] = {}  # by figure, the places of the counts that make it up
        self.counted = {f.first for f in draft.figures} | {f.last - 1 for f in draft.figures}
        self.fronts = any(s.level in _RULING for s in draft.sections)
        self._index()
        self._mains: dict[int | None, int | None] = {}
        self._leading = [k for k, p in enumerate(draft.places) if p.sentence is not None and self.leads(k)]
        self._leading_of: dict[int | None, list[int]] = {}  # by section
        for k in self._leading:
            self._leading_of.setdefault(draft.sentences[draft.places[k].sentence or 0].section, []).append(k)
        self._of_kind: dict[str, int | None] = {}
        self.land_of: dict[str, int] = {}  # the first mention of each country
        for p, x in enumerate(draft.places):
            if x.kind == "country" and x.country and x.role not in _PLAIN:
                self.land_of.setdefault(x.country, p)
        self.filed = next((p for p, x in enumerate(draft.places) if x.role == "dateline" and x.kind == "city"), None)
        self.title = self._title()
        self.wide = self._too_wide()
        self.pen = self._pen()
        self.of_one_land = self._of_one_land()
        self.headline = self._city_of_the_headline()
        self.lands_counted: set[str] = set()  # where a count before held in all of the land

    def _index(self) -> None:
        starts = [s.start for s in self.draft.sections]
        for k, place in enumerate(self.draft.places):
            if place.rules.get("role") == "list":
                continue  # one of too many for any count to hold in
            if place.sentence is not None:
                self.mentioned.setdefault(place.sentence, []).append(k)
            if place.sentence is not None and place.role not in _PLAIN:
                self.named.setdefault(place.sentence, []).append(k)
                self.at.setdefault(self.firsts[k], k)
                self.ends.setdefault(self.lasts[k], k)
            s = bisect_right(starts, place.start) - 1
            if s >= 0 and place.start < self.draft.sections[s].end:
                self.heads.setdefault(s, k)

    def place(self, p: int) -> Place:
        """The place of that index."""
        return self.draft.places[p]

    def sentence(self, figure: Figure) -> Sentence:
        """The sentence that a figure stands in."""
        return self.draft.sentences[figure.sentence]

    def section(self, figure: Figure) -> Section | None:
        """The section that a figure stands in."""
        number = self.sentence(figure).section
        return self.draft.sections[number] if number is not None else None

    def level(self, figure: Figure) -> str | None:
        """The level of its section; None before the first heading."""
        section = self.section(figure)
        return section.level if section else None

    def here(self, figure: Figure) -> list[int]:
        """The places named in its sentence."""
        return self.named.get(figure.sentence, [])

    def around(self, figure: Figure, tokens: int) -> list[int]:
        """The places named in its sentence that begin no more than so many tokens off."""
        here, all_tokens = self.here(figure), self.draft.tokens
        start = all_tokens[max(figure.first - tokens, 0)].start
        stop = all_tokens[min(figure.last + tokens, len(all_tokens) - 1)].end
        low = bisect_left(here, start, key=lambda p: self.place(p).start)
        return here[low : bisect_right(here, stop, key=lambda p: self.place(p).start)]

    def first_token(self, p: int) -> int:
        """The token that a place begins with."""
        return self.firsts[p]

    def last_token(self, p: int) -> int:
        """The token behind a place."""
        return self.lasts[p]

    def heading(self, figure: Figure) -> int | None:
        """The place of the heading over it, where that heading says where: a front or a country."""
        number = self.sentence(figure).section
        if number is None or self.draft.sections[number].level not in _RULING:
            return None
        return self.heads.get(number)

    def country_heading(self, figure: Figure) -> int | None:
        """The country of the last heading above that is one."""
        number = self.sentence(figure).section
        if number is None or self._closes(number):
            return None
        above = range(number, max(-1, number - 40), -1)
        return next(
            (self.heads[n] for n in above if self.draft.sections[n].level == "country" and n in self.heads), None
        )

    def _closes(self, number: int) -> bool:
        """A topic after several countries ("In figures", "Losses") is of none of them."""
        lands = {s.country for s in self.draft.sections[: number + 1] if s.level == "country"}
        return self.draft.sections[number].level == "topic" and len(lands) > 1

    def land(self, figure: Figure) -> int | None:
        """The country that is spoken of: of the heading above, else the one that the report names most."""
        if (head := self.country_heading(figure)) is not None:
            return head
        home = self.draft.home
        counts: dict[str, list[int]] = {}
        own = None
        for k, place in enumerate(self.draft.places):
            if place.kind != "country":
                continue
            if place.role != "metonym" and self.lows[self.first_token(k) - 1] not in _BEYOND:
                counts.setdefault(place.name, []).append(k)
            if place.country == home and (own is None or self.place(own).role == "metonym"):
                own = k
        if not counts:
            return own
        most = max(counts.values(), key=lambda found: (self.place(found[0]).country not in OUTSIDERS, len(found)))
        return most[0] if not home or len(most) > 1 else own

    def seat(self, figure: Figure) -> int | None:
        """The capital of the land spoken of, where the report has named it before: "mortar fire on the capital"."""
        head = self.country_heading(figure)
        home = self.draft.home if head is None else self.place(head).country
        for number in range(figure.sentence, max(-1, figure.sentence - _FAR_BACK), -1):
            for p in reversed(self.named.get(number, [])):
                if self.place(p).country == home and self.place(p).text.lower() in self.capitals:
                    return p
        return None

    def capital_of(self, nationality: str) -> int | None:
        """The capital of that people, where the report names it: "the Saudi capital"."""
        land = self.nationality.get(nationality)
        named = (p for p, x in enumerate(self.draft.places) if self.capitals.get(x.text.lower()) == land)
        return next(named, None) if land else None

    def leads(self, p: int) -> bool:
        """Where what follows can have happened: a scene, a title's place, or one that opens its paragraph alone."""
        place = self.place(p)
        return place.role == "event" or place.rules.get("role") in _AIM

    def main(self, figure: Figure) -> int | None:
        """The place where most of its section's events are, else what the title names."""
        section = self.sentence(figure).section
        if section not in self._mains:
            self._mains[section] = self._most_named(section)
        return self._mains[section]

    def _most_named(self, section: int | None) -> int | None:
        """The first mention of the place where most events are; before the fronts, only one that is named twice."""
        # a crosshead goes on with the story, a marked heading begins another
        apart = section is not None and self.draft.sections[section].rule == "marked-line"
        whole = not self.fronts and not apart
        counts: dict[str, list[int]] = {}
        for k in self._leading if whole else self._leading_of.get(section, ()):
            counts.setdefault(self.place(k).name, []).append(k)
        if whole and (told_of := self.pen if self.pen is not None else self.headline) is not None:
            return told_of
        if not counts:
            return None
        top = max(counts.values(), key=len)
        return top[0] if len(top) > 1 or (len(counts) == 1 and not self.fronts) else None

    def most_named(self, kind: str) -> int | None:
        """The first mention of the place of just that kind that the report names most: "the region"."""
        if kind not in self._of_kind:
            counts: dict[str, list[int]] = {}
            for p, place in enumerate(self.draft.places):
                if place.kind == kind and place.role not in _PLAIN:
                    counts.setdefault(place.name, []).append(p)
            self._of_kind[kind] = max(counts.values(), key=len)[0] if counts else None
        return self._of_kind[kind]

    def _of_one_land(self) -> bool:
        """The title names the report's land, and none of its parts as "X: North and South Y" does."""
        place = None if self.title is None else self.place(self.title)
        if place is None or place.kind != "country" or place.country != self.draft.home:
            return False
        line = self.draft.text.find("\n", place.end)
        return not any(place.end < other.start < line and other.kind != "country" for other in self.draft.places)

    def _pen(self) -> int | None:
        """The region of a story without fronts that speaks of "the enclave"."""
        spoken = any(low in PENS and "the" in self.lows[max(0, k - 2) : k] for k, low in enumerate(self.lows))
        region = self.most_named("region") if spoken and not self.fronts else None
        return None if region is None or self.place(region).clue.get("part_of_country") else region

    def _city_of_the_headline(self) -> int | None:
        """The one city that the first line names, in a story without fronts that speaks of "the city"."""
        end = self.draft.text.find("\n")
        named = [p for p, x in enumerate(self.draft.places) if x.end <= end and x.role not in _PLAIN]
        spoken = any(low in _TOWN and self.lows[k - 1] == "the" for k, low in enumerate(self.lows) if k)
        alone = len(named) == 1 and self.place(named[0]).kind == "city"
        return named[0] if alone and spoken and not self.fronts else None

    def _too_wide(self) -> bool:
        """Whether the title names a land, or several provinces together: of no one place then."""
        if self.title is None:
            return False
        place = self.place(self.title)
        beside = {p.name for p in self.draft.places if p.sentence == place.sentence and p.kind == "province"}
        return place.kind in ("country", "region") or (place.kind == "province" and len(beside) > 1)

    def _title(self) -> int | None:
        """The first scene of the headline and lead, else the first land or title: what a plain story is about."""
        if not self.draft.sentences:
            return None
        end = self.draft.sentences[min(3, len(self.draft.sentences) - 1)].end
        named = [k for k, p in enumerate(self.draft.places) if p.start < end and p.role not in _PLAIN and p.country]
        events = [k for k in named if self.place(k).role == "event" and self.place(k).kind not in ("river", "road")]
        rubrics = [k for k in named if self.place(k).rules.get("role") == "rubric" and self.place(k).kind == "region"]
        titles = [k for k in named if self.place(k).rules.get("role") in _AIM and self.place(k).kind != "country"]
        lands = [k for k in named if self.place(k).kind in _LANDS]
        return next(iter(rubrics or events or titles or lands), None)
