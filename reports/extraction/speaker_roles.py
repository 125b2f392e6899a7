"""People and bodies who speak by their role: officials, a medical source, a health ministry, a group's radio."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import cue
from .speaker_kinds import MOVEMENT
from .speaker_known import SpeakerKnown
from .speaker_words import NounPhrase, Speaker

_BODIES = cue("sources", "bodies")  # that "the group", "the agency" may lead back to
_HEADS = cue("speakers", "heads")
_HEADS_ALONE = cue("speakers", "heads_alone") - {"rebels"}
_DESKS = cue("speakers", "desks")
_OFFICERS = cue("speakers", "officers")
_WIRE_PEOPLE = cue("speakers", "witnesses")
_COMMAND = cue("speakers", "command")
_OUTLETS = cue("speakers", "outlets")
_MOVEMENTS = cue("parties", "movements")
_NO_HEADS = frozenset(["there", "himself", "itself", ")"])
_HANGS_ON = frozenset(["in", "for", "of", "from", "at", "with", "on", "close", "near"])


@dataclass(slots=True)
class _Role:
    """A role noun of `size` words that ends with token `head`, and the kind that it tells."""

    head: int
    low: str
    size: int
    kind: str


class SpeakerRoles(SpeakerKnown):
    """One method for each shape about a role noun."""

    def _role(self, phrase: NounPhrase) -> Speaker | None:
        """`officials`, `a medical source`, `the health ministry in Hamas-run Gaza`: a role noun heads the phrase."""
        draft, first, core, last = phrase.draft, phrase.first, phrase.core, phrase.last
        role = self._role_noun(phrase)
        if role is None or self._is_head_alone(role, phrase):
            return None
        if (party := self._man_of_a_party(draft, first, role.head, core, last)) is not None:
            kind = "military" if role.low in _COMMAND else party.kind
            return Speaker(first, core, party.name, kind, "man-of-a-party")
        desk = phrase.link in ("of", "for") and role.low in _DESKS
        if desk and (owner := self._owner_of(draft, core, last)):
            return Speaker(first, last, owner.name, owner.kind, "media-of-a-party")
        end = last if phrase.link in _HANGS_ON else core
        words, kind = self._words(draft, first, end), self._kind_by_role(role, phrase)
        return self._of_a_state(draft, Speaker(first, end, words, kind, "role-noun", self._role_before(role, phrase)))

    def _role_noun(self, phrase: NounPhrase) -> _Role | None:
        """The role that ends the phrase, or the last one with nothing but a name behind it."""
        tokens, first = phrase.tokens, phrase.first
        end = phrase.core - 1
        while end > first and (tokens[end].low in _NO_HEADS or tokens[end].kind == "p"):
            end -= 1
        for head in range(end, first - 1, -1):
            if found := self.roles.before(tokens, head + 1, first):
                named = head == end or not any(t.kind == "w" and not t.capital for t in tokens[head + 1 : phrase.core])
                return _Role(head, tokens[head].low, found[0], str(found[1])) if named else None
        return None

    def _is_head_alone(self, role: _Role, phrase: NounPhrase) -> bool:
        """`locals`, `forces` without an article or anything else: who they are, nobody knows."""
        alone = role.size == 1 and role.head == phrase.first and not phrase.tokens[role.head].capital
        return alone and role.low in _HEADS_ALONE

    def _kind_by_role(self, role: _Role, phrase: NounPhrase) -> str:
        """The kind that the role tells with the words about it."""
        draft, first = phrase.draft, phrase.first
        if (leading := self._first_of_two(role, phrase)) is not None:
            return leading
        proper = phrase.tokens[role.head].capital and not phrase.caps and role.head > first + 1
        # "the Pak Institute for Peace Studies": of a proper name all words tell
        end = phrase.last if role.low in _HEADS or proper else phrase.core
        kind = self._kind(phrase.tokens, first, end, role.kind)
        if role.low in _OFFICERS:
            kind = self._officer_kind(draft, first, role.head, phrase.last, phrase.caps, kind)
        if role.low in _WIRE_PEOPLE and self._of_a_wire(role, phrase):
            kind = "wire"
        return MOVEMENT if self._is_outlet_of_a_movement(role, kind, phrase) else kind

    def _first_of_two(self, role: _Role, phrase: NounPhrase) -> str | None:
        """`local authorities and aid groups`: the kind of the first."""
        tokens, first = phrase.tokens, phrase.first
        joined = next((k for k in range(first + 1, role.head) if tokens[k].low == "and"), None)
        leading = self.roles.before(tokens, joined, first) if joined else None
        return self._kind(tokens, first, joined, str(leading[1])) if joined and leading else None

    def _of_a_wire(self, role: _Role, phrase: NounPhrase) -> bool:
        """`a Reuters witness`."""
        for k in range(phrase.first, role.head):
            hit = self.aliases.at(phrase.tokens, k, phrase.core, phrase.caps)
            if hit and hit[1].table.get("kind") == "wire":
                return True
        return False

    def _is_outlet_of_a_movement(self, role: _Role, kind: str, phrase: NounPhrase) -> bool:
        """`the group's radio`, `a channel close to the movement`."""
        if role.low not in _OUTLETS:
            return False
        first = phrase.first
        owned = role.head > first + 1 and phrase.tokens[first + 1].low in _MOVEMENTS
        return owned or (kind != "un" and self._of_a_movement(phrase.draft, first, phrase.last))

    def _role_before(self, role: _Role, phrase: NounPhrase) -> str | None:
        """`the ministry`, `the monitoring group`: the noun that leads back to one named before."""
        first, core = phrase.first, phrase.core
        if core != phrase.last or phrase.opening not in ("the", "this", "that"):
            return None
        if not phrase.caps and any(t.capital for t in phrase.tokens[first + 1 : core]):
            return None
        bare = role.head - phrase.begin - role.size + 1 <= 0
        nearly_bare = role.low in _BODIES and role.head - first <= 2
        return role.low if bare or nearly_bare else None
