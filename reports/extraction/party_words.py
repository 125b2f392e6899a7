"""General words that stand for a party of the theatre: the army, the rebels, the enemy.

Needs the parties named so far.
"""

from __future__ import annotations

from typing import Any

from .cues import cue
from .model import Group
from .party_forms import MILITIA, Seen
from .party_states import StateWords

_INSURGENTS = ("Rebel group", MILITIA)
_ARMED = cue("parties", "armed")
_COUNTED = cue("parties", "counted")
_MANY = cue("parties", "many")
_HOME_FORCES = cue("parties", "home_forces")
_EXTRA = frozenset({"more", "extra", "additional"})
_SOLDIERS = cue("parties", "soldiers")
_NUMBERS = cue("grammar", "two_to_ten") | {"eleven", "twelve", "dozen", "several"}
_SENDING = cue("parties", "sending")
_PLACED = cue("parties", "placed")
_UNNAMED = cue("parties", "unnamed")
_NAMELESS = _UNNAMED | cue("speakers", "nameless") | {"forces"}
_UNNAMED_OR_ENEMY = _UNNAMED | {"enemy"}
_STRANGERS = cue("parties", "strangers")
_THING_WORDS = cue("parties", "thing_words")
_THINGS = cue("parties", "things")
_POINTED = cue("parties", "pointed")
_POINTERS = cue("parties", "pointers")
_ARMY_WORDS = cue("parties", "army_words")
_ARMY_AFTER = cue("parties", "army_after")
_NO_FORCE = cue("parties", "no_force")


class GeneralWords(StateWords):
    """What was named so far in a report, and which party of it a general word means."""

    def _near(self) -> list[Group]:
        """The parties of this sentence and the one before."""
        return [g for g in self.draft.groups[-12:] if self.number - g.sentence <= 1]

    def _general(self, i: int, end: int) -> Seen | None:
        """`the army`, `the jihadists`, `the enemy`: a general word that stands for a party of the theatre."""
        low = self.tokens[i].low
        parties = self.parties
        if low not in parties.generic and low not in parties.state_generic.index and low not in _UNNAMED_OR_ENEMY:
            return None
        before = self.tokens[i - 1].low if i else ""
        if i + 1 < end and (self.tokens[i + 1].low in _NO_FORCE or self._names_next(i + 1, end)):
            return None  # "the military hospital", "the paramilitary Rapid Support Forces"
        if i + 3 < end and self.draft.lows[i + 1] == "of":
            of = i + 2 + (self.draft.lows[i + 2] == "the")
            if self._names_next(of, end):
                return None  # "soldiers of the 225th Assault Regiment", "the rebels of M23": the own name stands there
        if low == "enemy" and before in ("the", "an", "of") and (ours := self._foe_of_its_own()):
            return ours._replace(begin=i, end=i + 1)
        foe = self.parties.enemy.get(self.issuer or self.theatre or "")
        if foe and low == "enemy" and self.theatre in self.parties.enemy and before in ("the", "'s", "an", "of"):
            row = self.parties.by_name.get(foe, {})
            return Seen(i, i + 1, foe, row.get("actor_type", "State forces"), row.get("slug"), "enemy")
        if armed := self._armed(i, end):
            return armed
        if low == "enemy" and before == "the" and (last := self._insurgents()):
            return Seen(i, i + 1, last.name, last.actor_type, last.slug, "enemy")
        if low in _COUNTED and self._counted(i) and (last := self._insurgents()):
            return Seen(i, i + 1, last.name, last.actor_type, last.slug, "general-word")
        if generic := self._generic(i, end):
            return Seen(i, i + 1, *generic, "general-word")
        if found := self.parties.state_generic.at(self.tokens, i, end, False):
            size = found[0]
            after = self.tokens[i + size] if i + size < end else None
            if (low in _SOLDIERS and before in ("other", "foreign")) or before.endswith("-backed"):
                return None
            if (
                size == 1
                and low in _ARMY_WORDS
                and after is not None
                and after.kind == "w"
                and after.low not in _ARMY_AFTER
                and before not in ("the", "'s")
            ):
                return None
            if size == 1 and low in ("military", "police") and before not in ("the", "'s", "and"):
                return None
            if before == "'s" and (owned := self._owned_army(i, size)):
                return owned
            branch = self.parties.branch_of(self.tokens[i + size - 1].low, self.country, self.world)
            owner = (
                branch
                or self._in_capital(i + size)
                or self._having(i)
                or self._sending_state(i)
                or self._speaking_state(i)
            )
            if owner is None and low == "troops" and self._strength(i):
                return None
            return Seen(i, i + size, *(owner or self._issuing() or self._own_state(low)), "general-word")
        if low in _UNNAMED and low not in self.parties.generic:
            last = self._insurgents()
            if last is not None:
                return Seen(i, i + 1, last.name, last.actor_type, last.slug, "general-word")
            return Seen(i, i + 1, low, "Rebel group", None, "general-word")
        return None

    def _armed(self, i: int, end: int) -> Seen | None:
        """`armed men`, `armed groups`: nobody known, and a party all the same."""
        if self.tokens[i].low != "armed" or i + 1 >= end or self.tokens[i + 1].low not in _ARMED:
            return None
        noun = self.tokens[i + 1].low
        return Seen(i, i + 2, "gunmen" if noun == "men" else f"armed {noun}", MILITIA, None, "armed-people")

    def _counted(self, i: int) -> bool:
        """`at least 11 fighters`, `dozens of fighters`: a number points as an article does."""
        before = self.tokens[i - 1] if i else None
        if before is None:
            return False
        return before.kind == "n" or before.low in _NUMBERS or (before.low == "of" and self.tokens[i - 2].low in _MANY)

    def _in_capital(self, i: int) -> tuple[str, str | None, str | None] | None:
        """`the army in Warsaw`: that of the state whose capital it is."""
        if i + 1 >= len(self.tokens) or self.tokens[i].low != "in" or not self.tokens[i + 1].capital:
            return None
        if self.tokens[i - 1].low not in _HOME_FORCES:
            return None  # "soldiers in Kabul" may be anybody's
        code = self.world.capitals.get(self.tokens[i + 1].low)
        return self.parties.state_of(code, self.world) if code else None

    def _strength(self, i: int) -> bool:
        """`750 troops`, `1,000 extra troops`: how many there are, and no mention of whose."""
        at = i - 1 - (i > 1 and self.tokens[i - 1].low in _EXTRA)
        return i > 0 and self.tokens[at].kind == "n"

    def _names_next(self, i: int, end: int) -> bool:
        """Whether a party's own name stands at token `i`."""
        hit = self.parties.aliases.at(self.tokens, i, end, False) if self.tokens[i].capital else None
        return hit is not None and hit[1].table.get("actor_type") != "State forces"

    def _generic(self, i: int, end: int) -> tuple[str, str | None, str | None] | None:
        """A general word of insurgents: the party last named that it may stand for, or the theatre's."""
        token = self.tokens[i]
        rows = self.parties.generic.get(token.low)
        if not rows:
            return None
        before = self.tokens[i - 1].low if i else ""
        after = self.tokens[i + 1].low if i + 1 < end else ""
        if token.low in _POINTED and before not in _POINTERS and not self._coalition(i, after):
            return None
        if token.low in _THING_WORDS and after in _THINGS:
            return None
        if token.low in _STRANGERS and before not in _POINTERS and (i == 0 or self.tokens[i - 1].kind != "n"):
            known = {r["name"] for r in rows}
            group = next((g for g in self._near() if g.sentence == self.number and g.name in known), None)
            return (group.name, group.actor_type, group.slug) if group else (token.low, MILITIA, None)
        here = [r for r in rows if self.country in r["countries"]]
        for group in reversed(self.draft.groups[-12:]):
            if any(r["name"] == group.name for r in rows) and (not here or any(r["name"] == group.name for r in here)):
                return group.name, group.actor_type, group.slug
        if here:
            row = self._named_here(here[0]) or here[0]
            return row["name"], row["actor_type"], row["slug"]
        if token.low == "opposition":
            return None  # of a land where no party goes by that: politicians
        if all(r["actor_type"] in _INSURGENTS for r in rows):
            if (last := self._insurgents()) is not None:
                return last.name, last.actor_type, last.slug
            return (token.low, "Rebel group", None) if token.low in _UNNAMED else None
        anywhere = next((r for r in rows if not r["countries"]), None)
        return (anywhere["name"], anywhere["actor_type"], anywhere["slug"]) if anywhere else None

    def _named_here(self, usual: dict[str, Any]) -> dict[str, Any] | None:
        """The one insurgent party of the country that the report names, where it does not name the usual one."""
        nameless = usual["name"].split()[-1] in _NAMELESS
        if nameless or usual["name"] in self.named or usual["actor_type"] not in _INSURGENTS:
            return None
        rows = [self.parties.by_name[name] for name in self.named]
        mine = [row for row in rows if self.country in row["countries"]]
        return mine[0] if len(mine) == 1 else None

    def _coalition(self, i: int, after: str) -> bool:
        """`Coalition jets`, `by coalition warships`: known without an article; but `Humanitarian Relief Coalition`."""
        before = self.tokens[i - 1] if i else None
        named = before is not None and before.capital and self.tokens[i].capital and "-" not in before.low
        if self.tokens[i].low != "coalition" or (named and before and before.low not in self.world.adjectives):
            return False
        return self.tokens[i].capital or after in self.parties.tails

    def _insurgents(self) -> Group | None:
        return self.last.get("Rebel group") or self.last.get(MILITIA)

    def _issuing(self) -> tuple[str, str | None, str | None] | None:
        """`the troops` of a joint force that issues the report: its own."""
        row = self.own
        if row is None or row["actor_type"] in _INSURGENTS:
            return None
        return row["name"], row["actor_type"], row["slug"]

    def _sending_state(self, i: int) -> tuple[str, str | None, str | None] | None:
        """`France is sending 400 troops to Mali`, `Kampala has 1,700 soldiers in Congo`: of the state that does."""
        first = max(self.draft.sentences[self.number].first, i - 22)
        sent = next((k for k in range(i - 1, first, -1) if self.tokens[k].low in _SENDING), None)
        if sent is None or any(self.tokens[k].low in (";", ":") for k in range(sent, i)):
            return None
        near = self._near()
        for k in range(sent - 1, max(first, sent - 8) - 1, -1):
            token = self.tokens[k]
            if not token.capital or any(g.start <= token.start < g.end for g in near):
                continue
            pair = f"{self.tokens[k - 1].low} {token.low}" if k else token.low
            code = (
                self.world.countries.get(pair)
                or self.world.countries.get(token.low)
                or self.world.capitals.get(token.low)
            )
            if code and self.tokens[k - 1].low not in _PLACED:
                return self.parties.state_of(code, self.world)
        return None
