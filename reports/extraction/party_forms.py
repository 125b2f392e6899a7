"""Parties that no list can hold: somebody's men, the followers of a leader, a unit by its own name.

Each form returns what it saw at token `i`, or None. Needs the groups found so far in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Any, NamedTuple

from .cues import cue
from .model import Draft, Group, Sentence
from .parties import Parties
from .world import World

MILITIA = "Political militia"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_OWNERS = cue("parties", "owners")
_MEN = cue("parties", "men")
_UNITS = cue("parties", "units")
_SAY = cue("parties", "say")
_LOYAL = cue("parties", "loyal")
_NO_UNIT = cue("parties", "no_unit")
_IRREGULAR = cue("parties", "irregular")
_HELPERS = cue("grammar", "helpers")
_PLAIN_FORCES = cue("parties", "plain_forces")


class Seen(NamedTuple):
    """Tokens `[begin, end)` name a party; `rule` tells how that was seen."""

    begin: int
    end: int
    name: str
    kind: str | None
    slug: str | None
    rule: str


class PartyForms:
    """The forms, over one report."""

    def __init__(self, draft: Draft, parties: Parties, world: World, own: dict[str, Any] | None = None) -> None:
        self.draft, self.tokens, self.parties, self.world = draft, draft.tokens, parties, world
        self.own = own  # the party that issues the report
        self.leaders = self._leaders()

    def at(self, i: int, sentence: Sentence, near: Callable[[], list[Group]], country: str | None) -> Seen | None:
        """The form that begins at token `i`. `near` gives the groups of the sentence and the one before."""
        token = self.tokens[i]
        if token.low in _OWNERS:
            return self._possessed(i, sentence, near(), country)
        if token.low in _MEN:
            return self._loyal(i, sentence.last)
        if token.capital:
            return self._followers(i, sentence.last) or (None if sentence.caps else self._unit(i, sentence.last))
        if _ORDINAL.match(token.low) and not sentence.caps:
            return self._unit(i, sentence.last)
        return None

    def _possessed(self, i: int, sentence: Sentence, groups: list[Group], country: str | None) -> Seen | None:
        """`its fighters`, `his men`, `our forward units`: those of the party or state that speaks or acts."""
        end = next((j + 1 for j in (i + 1, i + 2) if j < sentence.last and self.tokens[j].low in _MEN), None)
        if end is None and self._military(i + 1, sentence.last):
            end = i + 2
        if end is None:
            return None
        if self.tokens[i].low == "our" and self.own is not None:
            return Seen(i, end, self.own["name"], self.own["actor_type"], self.own["slug"], "own-forces")
        if self.tokens[i].low == "our":
            return Seen(i, end, *self.parties.state_of(country, self.world), "own-forces") if country else None
        speech = next((j for j in range(i - 1, max(sentence.first, i - 12) - 1, -1) if self.tokens[j].low in _SAY), i)
        owner = self._owner(sentence.first, speech, groups, nearest=speech < i)
        return Seen(i, end, *owner, "own-forces") if owner else None

    def _military(self, j: int, end: int) -> bool:
        """`its military says`: the noun, and no `its military council`."""
        if j + 1 >= end or self.tokens[j].low != "military":
            return False
        behind = self.tokens[j + 1]
        return behind.kind == "p" or behind.low in _SAY or behind.low in _HELPERS

    def _owner(
        self, first: int, last: int, groups: list[Group], nearest: bool
    ) -> tuple[str, str | None, str | None] | None:
        """The party or state named first in tokens `[first, last)`, or nearest to their end, or before them."""
        owners: list[tuple[str, str | None, str | None]] = []
        covered = 0
        for j in range(max(first, last - 40), last):
            token = self.tokens[j]
            if token.start < covered:
                continue
            if group := next((g for g in groups if g.start <= token.start < g.end), None):
                owners.append((group.name, group.actor_type, group.slug))
                covered = group.end
            elif token.capital and (code := self._state_at(j, last)):
                owners.append(self.parties.state_of(code, self.world))
        if owners:
            return owners[-1] if nearest else owners[0]
        if first and (code := self._state_before(first)):
            return self.parties.state_of(code, self.world)
        before = next((g for g in reversed(groups) if g.start < self.tokens[first].start), None)
        return (before.name, before.actor_type, before.slug) if before else None

    def _state_at(self, j: int, last: int) -> str | None:
        """The state that a name of one or two words at token `j` means, by itself or by its capital."""
        low = self.tokens[j].low
        two = f"{low} {self.tokens[j + 1].low}" if j + 1 < last else low
        return self.world.countries.get(two) or self.world.country_of(low) or self.world.capitals.get(low)

    def _state_before(self, first: int) -> str | None:
        """`Kigali rejects that. Its army says`: the state that the sentence before begins with."""
        k = bisect_left(self.draft.sentences, first, key=lambda s: s.first) - 1
        if k < 0 or self.draft.sentences[k].status == "noise":
            return None
        start = self.draft.sentences[k].first
        low = self.tokens[start].low
        return self.world.countries.get(low) or self.world.capitals.get(low)

    def _leaders(self) -> frozenset[str]:
        """Surnames that the report gives followers: `pro-Ouattara`, `loyal to Laurent Gbagbo`."""
        found = set(self.parties.leaders)
        for i in [i for i, low in enumerate(self.draft.lows) if low in _LOYAL or low[:4] == "pro-"]:
            token = self.tokens[i]
            if token.low.startswith("pro-") and token.text[4:5].isupper():
                found.add(token.low[4:])
            elif token.low in _LOYAL and (name := self._person(i + 1, len(self.tokens))):
                found.add(self.tokens[name - 1].low)
        return frozenset(found)

    def _person(self, i: int, end: int) -> int | None:
        """The end of a person's name after `loyal to`: `exiled President Abedrabbo Mansour Hadi`."""
        j, last = i + (i < end and self.tokens[i].low == "to"), None
        for k in range(j, min(j + 8, end)):
            if self.tokens[k].capital:
                last = k + 1
            elif last is not None and self.tokens[k].low != "'s":
                break
        return last

    def _loyal(self, i: int, end: int) -> Seen | None:
        """`troops loyal to Laurent Gbagbo`, `forces backing President Hadi`."""
        if i + 2 >= end or self.tokens[i + 1].low not in _LOYAL:
            return None
        for at in range(i + 2, min(i + 8, end)):
            hit = self.parties.aliases.at(self.tokens, at, end, False) if self.tokens[at].capital else None
            if hit is not None and hit[0] > 1 and hit[1].table.get("actor_type"):
                return None  # "forces loyal to the Government of National Accord": the party's own name stands there
        last = self._person(i + 2, end)
        return self._of_leader(i, last, self.tokens[last - 1].text) if last else None

    def _followers(self, i: int, end: int) -> Seen | None:
        """`pro-Ouattara fighters`, `Ouattara's troops`, `HTS-led forces`."""
        low, text = self.tokens[i].low, self.tokens[i].text
        after = self.tokens[i + 1].low if i + 1 < end else ""
        if low.startswith("pro-") and low[4:] in self.leaders and after in _MEN:
            return self._of_leader(i, i + 2, text[4:])
        if low in self.leaders and after == "'s" and i + 2 < end and self.tokens[i + 2].low in _MEN:
            return self._of_leader(i, i + 3, text)
        if low.endswith("-led") and after in _MEN and (row := self.parties.called(text[:-4])):
            return Seen(i, i + 2, row["name"], row.get("actor_type"), row.get("slug"), "led")
        return None

    def _of_leader(self, begin: int, end: int, surname: str) -> Seen | None:
        if self.world.country_of(surname):
            return None
        name = self.parties.leaders.get(surname.lower()) or f"Pro-{surname.capitalize()} forces"
        row = self.parties.by_name.get(name)
        kind = row["actor_type"] if row else "State forces" if surname.lower() in self.parties.leaders else MILITIA
        return Seen(begin, end, name, kind, row["slug"] if row else None, "followers")

    def _unit(self, i: int, end: int) -> Seen | None:
        """`the Golani Brigade`, `225th Assault Regiment`: a unit by its own name, of no side that the name tells."""
        if self.tokens[i].low in _NO_UNIT or self.world.country_of(self.tokens[i].low):
            return None
        for j in range(i + 1, min(i + 5, end)):
            if not self.tokens[j].capital:
                return None
            if self.tokens[j].low in _UNITS and not (j + 1 < end and self.tokens[j + 1].capital):
                if set(self.draft.lows[i:j]) <= _PLAIN_FORCES:
                    return None
                name = self.draft.text[self.tokens[i].start : self.tokens[j].end]
                numbered = _ORDINAL.match(self.tokens[i].low)
                kind = "State forces" if numbered else "Rebel group" if self.tokens[j].low in _IRREGULAR else None
                return Seen(i, j + 1, " ".join(name.split()), kind, None, "unit")
        return None
