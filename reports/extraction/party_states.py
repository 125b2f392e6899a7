"""Which state's forces "the army" is: the one that speaks, owns it, issues the report, or is spoken of."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .cues import cue
from .model import Draft, Group
from .parties import Parties
from .party_forms import Seen
from .world import OUTSIDERS, World, theatre

_HAVING = cue("parties", "having")
_STAFFS = cue("parties", "staffs")
_SAY = cue("parties", "say")
_ARMIES = cue("parties", "armies")
_OF_AN_ARMY = cue("parties", "of_an_army")
_INSURGENT = ("Rebel group", "Political militia")
_POLICE = cue("parties", "police")


class StateWords:
    """What was named so far in a report, and whose the forces are that no name tells."""

    def __init__(self, draft: Draft, parties: Parties, world: World) -> None:
        self.draft, self.tokens, self.parties, self.world = draft, draft.tokens, parties, world
        self.theatre = theatre(draft)
        self.issuer = self._issuer()
        self.speaks_for = self.issuer or self._staff()
        self.own = self._own_party()
        self.named = self._named_rebels()
        self.last: dict[str, Group] = {}  # the last party of each actor type
        self.country: str | None = None
        self.number = 0

    def _owned_army(self, i: int, size: int) -> Seen | None:
        """`Nagorno-Karabakh's army`: of a land that is no country."""
        owner = self.tokens[i - 2]
        words = " ".join(self.draft.lows[i : i + size])
        if not owner.capital or words not in _ARMIES or self.world.country_of(owner.low):
            return None
        if owner.low in self.world.capitals or owner.low in self.parties.leaders:
            return None
        return Seen(i, i + size, f"{owner.text} {words}", "State forces", None, "owned-army")

    def _having(self, i: int) -> tuple[str, str | None, str | None] | None:
        """`UNIFIL has some 10,000 troops`, `the force, whose 1,400 soldiers`: theirs."""
        last = self.draft.groups[-1] if self.draft.groups else None
        if last is None or last.sentence != self.number:
            return None
        for j in range(i - 1, max(i - 7, 0), -1):
            if self.tokens[j].low in _HAVING:
                k = j - 2 if self.tokens[j - 1].low == "," else j - 1
                return (last.name, last.actor_type, last.slug) if self.tokens[k].end == last.end else None
        return None

    def _speaking_state(self, i: int) -> tuple[str, str | None, str | None] | None:
        """`Thailand's health ministry said six soldiers died`: the soldiers of the state that speaks of them."""
        first = self.draft.sentences[self.number].first
        said = next((k for k in range(i - 1, max(first, i - 25), -1) if self.tokens[k].low in _SAY), None)
        if said is None:
            return None
        for k in range(max(first, said - 6), said):
            token = self.tokens[k]
            if not token.capital:
                continue
            code = self.world.countries.get(token.low) or (
                self.world.adjectives.get(token.low) if k + 1 < said else self.world.capitals.get(token.low)
            )
            if code and code not in OUTSIDERS:
                name, kind, slug = self.parties.state_of(code, self.world)
                return name, kind, slug
        return None

    def _own_state(self, word: str) -> tuple[str, str | None, str | None]:
        """The state forces last named where they are the theatre's own, or else the theatre's; no police for `army`."""
        name, kind, slug = self.parties.state_of(self.country, self.world)
        last = self.last.get("State forces")
        if last is not None and word in _OF_AN_ARMY and not _POLICE.isdisjoint(last.name.lower().split()):
            last = None
        if last is not None and self.number - last.sentence <= 1 and last.rule != "general-word":
            now, then = self.draft.sentences[self.number], self.draft.sentences[last.sentence]
            if now.section == then.section:
                return last.name, last.actor_type, last.slug
        if last is not None and self.country is None:
            return last.name, last.actor_type, last.slug
        return name, "State forces" if kind == "External/Other forces" and self.country == self.theatre else kind, slug

    def _named_rebels(self) -> Counter[str]:
        """How often the text names each insurgent party by a name of its own."""
        found: Counter[str] = Counter()
        for i, token in enumerate(self.tokens):
            hit = self.parties.aliases.at(self.tokens, i, len(self.tokens), False) if token.capital else None
            if hit is not None and hit[1].table.get("actor_type") in _INSURGENT:
                found[hit[1].name] += 1
        return found

    def _own_party(self) -> dict[str, Any] | None:
        """The party, no state's, that issues the report, by its outlet or the line at its head: `our fighters`."""
        head = next((line for line in self.draft.text[:200].splitlines() if line.strip()), "")
        for words in (self.draft.outlet or "", head.partition("(")[0]):
            row = self.parties.called(words.strip())
            if row is not None and row.get("actor_type") != "State forces":
                return row
        return None

    def _foe_of_its_own(self) -> Seen | None:
        """Whom a party calls the enemy: the state's forces named last, or those of the theatre."""
        if self.own is None or self.own.get("actor_type") not in _INSURGENT:
            return None
        last = self.last.get("State forces") or self.last.get("External/Other forces")
        if last is not None:
            return Seen(0, 0, last.name, last.actor_type, last.slug, "enemy")
        return Seen(0, 0, *self.parties.state_of(self.theatre, self.world), "enemy") if self.theatre else None

    def _staff(self) -> str | None:
        """The country whose ministry, army or staff heads the report: `our units` are its."""
        for words in (self.draft.outlet or "", self.draft.text[:200]):
            if not any(office in words.lower() for office in _STAFFS):
                continue
            for token in words.replace(",", " ").split():
                if code := self.world.country_of(token.strip(".:;()'")):
                    return code
        return None

    def _issuer(self) -> str | None:
        """The country of the staff that issues a communiqué."""
        for words in (self.draft.outlet or "", self.draft.text[:200]):
            for token in words.replace(",", " ").split():
                code = self.world.country_of(token.strip(".:;()'"))
                if code in self.parties.enemy:
                    return code
        return None
