"""Armed parties that speak, and whoever speaks for one that is named: its men, its desks."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .groups import overlapping
from .model import Draft, Group, Token
from .speaker_offices import SpeakerOffices
from .speaker_words import Speaker, party_kind

_ARTICLES = cue("grammar", "articles")
_MEMBERS = cue("speakers", "members")
_BODY_NOUNS = cue("speakers", "organs") | cue("speakers", "offices") | cue("named_bodies", "nouns")
_OUTLETS, _OWNED = cue("speakers", "outlets"), cue("sources", "owned")
_FORCE_WORDS = cue("speakers", "forces") | cue("speakers", "force_words")
_COMMAND = cue("speakers", "command")
_LEADING = cue("speakers", "leading")
_AIDES = cue("speakers", "aides")
_FROM = frozenset(["of", "from"])
_MANY_MEN, _BATTLING = cue("speakers", "many_men"), cue("speakers", "battling")
_LONG = 8  # words of a phrase before the party in it
_ORDINALS = ("st", "nd", "rd", "th")
_BRANCHES = cue("speakers", "branches")
_OF_STATES = ("State forces", "External/Other forces")
_MOVEMENTS = ("Rebel group", "Political militia", "Identity militia")


def _named(token: Token) -> bool:
    """`Third`, `6th`: what the own name of a body begins with."""
    return token.capital or (token.low[0].isdigit() and token.low.endswith(_ORDINALS))


class SpeakerParties(SpeakerOffices):
    """Knows the parties about a phrase."""

    def _party(self, draft: Draft, first: int, core: int, last: int) -> Speaker | None:
        """An armed party that speaks for itself."""
        tokens = draft.tokens
        if (whose := self._men_of(draft, first, core, last)) is not None:
            return whose
        group = overlapping(self.near(draft, first), tokens[first].start, tokens[core - 1].end)
        if group is None or self._against(draft, first, group):
            return None
        if tokens[core - 1].low == "police":
            return None  # not the army of the land
        if tokens[core - 1].low in _OUTLETS and any(
            t.low in _OWNED and t.start >= group.end for t in tokens[first:core]
        ):
            return None  # "The rebels' Al-Nahar television": an outlet by its own name
        pairs = pairwise(tokens[first:core])
        if any(owned.low in _OWNED and _named(name) and owned.start >= group.end for owned, name in pairs):
            return None  # "the army's Third Division": a body of its own name
        behind = [t for t in tokens[first:core] if t.start >= group.end and t.kind == "w" and not t.capital]
        if behind and behind[-1].low.endswith("s") and not self._of_a_party(behind[-1].low):
            return None  # "Russian military bloggers": another noun heads the phrase
        roles = [t.low for t in tokens[first:core] if t.kind == "w" and t.end > group.end]
        if (
            any(
                self.roles.at([t], 0, 1)
                for t in tokens[first:core]
                if t.end > group.end and t.low not in ("paramilitaries", "forces")
            )
            and roles
        ):
            return None
        armed = tokens[core - 1].low in _FORCE_WORDS and group.actor_type != "Rebel group"
        kind = "military" if armed else party_kind(group.name, group.actor_type)  # "GNA forces", of a government
        name = self._organ(draft, group, first, core) or group.name
        return Speaker(first, core, name, kind, "party")

    def _men_of(self, draft: Draft, first: int, core: int, last: int) -> Speaker | None:
        """`Tuareg rebels of the Sand Front`, `fighters from Hamas`: the party that stands behind."""
        if core + 1 >= last or draft.lows[core] not in _FROM or draft.lows[core - 1] not in _MEMBERS | _MANY_MEN:
            return None
        owner = self._owner_of(draft, core, last)
        if owner is None or not self._of_a_movement(draft, owner.first, owner.last):
            return None
        return Speaker(first, last, owner.name, owner.kind, "party")

    def _against(self, draft: Draft, first: int, group: Group) -> bool:
        """`regional forces battling the jihadists`: whom they fight does not speak."""
        before = [t.low for t in draft.tokens[first : first + _LONG] if t.end <= group.start]
        return not _BATTLING.isdisjoint(before)

    def _organ(self, draft: Draft, group: Group, first: int, core: int) -> str | None:
        """`Ankara's general staff`, `the navy`: a branch of a state's forces speaks for itself, by its state's name."""
        code = self.land_of.get(group.name) or self.world.adjectives.get(group.name.partition(" ")[0].lower())
        land = self.world.demonym.get(code or "")
        if group.actor_type not in _OF_STATES or land is None:
            return None
        for size in (2, 1):
            words = draft.lows[max(first, core - size) : core]
            if len(words) == size and " ".join(words) in _BRANCHES:
                return f"{land} {' '.join(words)}"
        return None

    def _of_a_movement(self, draft: Draft, first: int, last: int) -> bool:
        """Whether a phrase names an armed party that is no state's."""
        group = overlapping(self.near(draft, first), draft.tokens[first].start, draft.tokens[last - 1].end)
        return group is not None and group.actor_type in _MOVEMENTS

    def _of_a_party(self, noun: str) -> bool:
        """Whether a noun behind a party's name still means the party: "Houthi rebels", "RSF fighters"."""
        return noun in _MEMBERS or noun in self.class_of

    def _owner_of(self, draft: Draft, of: int, last: int) -> Speaker | None:
        """`of the Syrian Democratic Forces (SDF)`: the party that stands right behind "of" and nothing with it."""
        at = of + 1
        while at < last - 1 and draft.tokens[at].low in ("the", "so-called", "so", "called", "-", '"', "“"):
            at += 1
        if at >= len(draft.tokens):
            return None
        group = next((g for g in self.near(draft, at) if g.start == draft.tokens[at].start), None)
        if group is None or any(
            t.start >= group.end and t.kind == "w" and not t.capital for t in draft.tokens[at:last]
        ):
            return None
        return Speaker(at, last, group.name, party_kind(group.name, group.actor_type), "party")

    def _man_of_a_party(self, draft: Draft, first: int, head: int, core: int, last: int) -> Speaker | None:
        """`An SDF commander`, `CPC leaders`: somebody of no name speaks for the party that is named by its letters."""
        tokens = draft.tokens
        begin = first + (tokens[first].low in _ARTICLES) + (draft.lows[first + 1 : first + 2] == ["senior"])
        if tokens[head].low in _AIDES and core < len(tokens) and tokens[core].low in ("to", "of"):
            owner = self._owner_of(draft, core, last)  # "an adviser to the RSF"
            return owner if owner and self._of_a_movement(draft, owner.first, owner.last) else None
        if head - begin != 1 or core != head + 1 or tokens[head].low not in _COMMAND | _LEADING:
            return None
        if not tokens[begin].text.isupper() or len(tokens[begin].text) < 2:
            return None
        group = overlapping(self.near(draft, first), tokens[begin].start, tokens[begin].end)
        if group is None or group.actor_type not in _MOVEMENTS:
            return None
        return Speaker(first, core, group.name, party_kind(group.name, group.actor_type), "party")

    def _man_behind(self, tokens: list[Token], k: int, core: int) -> int | None:
        """`the UN's Omar Diallo`: the token where a man's name begins behind a body's apostrophe."""
        name = tokens[k + 1 : core]
        owned = k + 1 < core and tokens[k].low in _OWNED
        named = len(name) == 2 and all(t.capital and t.kind == "w" and t.low not in _BODY_NOUNS for t in name)
        return k + 1 if owned and named and not self.roles.before(tokens, core, k + 1) else None
