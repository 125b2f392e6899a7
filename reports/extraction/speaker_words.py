"""The words by which speakers are known, from `sources.toml`, and what kind a phrase is of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from .aliases import Aliases, Entry
from .lexicon import Lexicon
from .model import Draft, Token
from .quantities import Phrases
from .words import count_words
from .world import world

_ARTICLES = frozenset(["the", "a", "an"])
# the order in which a role decides the kind where several stand in one phrase
_ORDER = (
    "un",
    "medical",
    "state_media",
    "armed_group_media",
    "monitor",
    "residents",
    "wire",
    "ngo",
    "military",
    "government",
    "other",
)


@dataclass(slots=True)
class Speaker:
    """A speaker over tokens `[first, last)`."""

    first: int
    last: int
    name: str
    kind: str
    rule: str
    anaphor: str | None = None  # the pronoun or noun that leads back


def party_kind(name: str, actor_type: str | None) -> str:
    """An army that speaks is `military`, the voice of an armed movement `armed_group_media`."""
    if actor_type == "Rebel group" and not name.endswith(("Forces", "Army", "Units", "forces", "army")):
        return "other" if name.endswith(("rebels", "groups")) else "armed_group_media"
    if name.endswith(("Accord", "government")):
        return "government"
    return "military"


class SpeakerWords:
    """Names, roles, titles and verbs, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["sources"]
        rows: list[dict[str, Any]] = words["source"]
        by_name = {row["name"]: row for row in rows}
        pairs = [
            (alias, Entry(row["name"], row))
            for row in rows
            for alias in [row["name"], *row["aliases"], *row.get("generic", [])]
        ]
        for alias, name in lexicon.source_aliases:
            pairs.append((alias, Entry(name, by_name.get(name, {"name": name, "kind": "other"}))))
        self.aliases = Aliases(pairs)
        self.generic = frozenset(g for row in rows for g in row.get("generic", []))
        self.roles = Phrases.of({w: kind for kind in reversed(_ORDER) for w in words["roles"][kind]})
        self.spokes = frozenset(words["roles"]["spokes"])
        self.titles = frozenset(words["titles"]["words"])
        verbs = words["verbs"]
        self.say = frozenset(verbs["say"])
        self.weak = frozenset(verbs["weak"])
        self.adverbs = frozenset(verbs["adverbs"])
        self.pronouns = frozenset(verbs["pronouns"])
        self.anaphors = frozenset(verbs["anaphors"])
        self.denial = frozenset(verbs["denial"])
        self.small = frozenset(lexicon["quantities"]["small"])
        self.counts = self.small | {"several", "some", "many", "other", "another"}
        self.by_nouns = frozenset(verbs["by_nouns"])
        self.world = world(lexicon)
        self.motion = frozenset(count_words(lexicon).object) | frozenset(count_words(lexicon).verbs)
        self.class_of = count_words(lexicon).class_of

    @staticmethod
    def near(draft: Draft, first: int) -> list[Any]:
        """The groups about a token."""
        start = draft.tokens[first].start
        k = bisect_left(draft.groups, start - 300, key=lambda g: g.start)
        return draft.groups[k : k + 40]

    @staticmethod
    def _capitals(tokens: list[Token], first: int, last: int, caps: bool) -> tuple[int, int] | None:
        """The first run of capitalised words, with the small words that names hold."""
        i = first
        while i < last and not (tokens[i].capital or tokens[i].low.startswith(("al-", "el-", "ar-", "ad-"))):
            i += 1
        j = i
        while j < last and (
            tokens[j].capital
            or tokens[j].low.startswith(("al-", "el-", "ar-", "ad-", "as-"))
            or (
                tokens[j].low
                in ("al", "bin", "ibn", "de", "van", "el", "von", "abu", "bint", "ould", "ag", "der", "la", "dos", "da")
                and j + 1 < last
            )
            or (tokens[j].low == "." and j + 1 < last and not tokens[j].space)
        ):
            j += 1
        return (i, j) if j > i and not caps else None

    def _kind(self, tokens: list[Token], first: int, last: int, given: str) -> str:
        """The kind of a phrase by all its words: a health ministry official is `medical`."""
        lows = [t.low for t in tokens[first:last]]
        words = set(lows)
        if words & {"un", "u.n.", "onuci", "monusco", "unifil", "unhcr", "unicef", "wfp", "ocha"}:
            return "un"
        if words & {"rebel", "guerrilla", "insurgent", "militant", "separatist", "jihadist", "militia"} and words & {
            "leader",
            "commander",
            "chief",
            "spokesman",
            "media",
            "official",
            "leaders",
            "commanders",
        }:
            return "armed_group_media"
        if words & {"health", "hospital", "medical", "medic", "ambulance", "morgue", "rescue"}:
            return "medical"
        if words & {"radio", "television", "tv", "media", "agency"} and words & {
            "state",
            "official",
            "state-run",
            "radio",
            "tv",
            "state-owned",
        }:
            return "state_media"
        if words & {"defence", "defense", "presidential", "government", "foreign", "interior"} and words & {
            "ministry",
            "spokesman",
            "spokeswoman",
            "aide",
            "spokesperson",
        }:
            return "government"
        if words & {
            "military",
            "army",
            "security",
            "commander",
            "general",
            "colonel",
            "brigadier",
            "lieutenant",
            "major",
            "admiral",
            "captain",
            "command",
        } and words & {
            "source",
            "sources",
            "official",
            "officials",
            "communique",
            "statement",
            "chief",
            "general",
            "commander",
            "colonel",
            "attaches",
            "spokesman",
            "brigadier",
            "command",
            "lieutenant",
            "major",
            "captain",
            "admiral",
        }:
            return "military"
        if words & {"committee"} and words & {"neighbourhood", "neighborhood", "resistance", "local"}:
            return "residents"
        for i in range(len(lows)):
            if lows[i] in (
                "minister",
                "president",
                "governor",
                "mayor",
                "lawmaker",
                "envoy",
                "premier",
                "official",
                "officials",
                "ambassador",
                "senator",
            ):
                return "government"
        if given == "other":
            for i in range(last - 1, first - 1, -1):
                found = self.roles.before(tokens, i + 1, first)
                if found and found[1] != "other":
                    return str(found[1])
        return given

    def _words(self, draft: Draft, first: int, last: int) -> str:
        """The words themselves, without an article or a count in front."""
        tokens = draft.tokens
        while first < last - 1 and (
            tokens[first].low in _ARTICLES or tokens[first].low in self.counts or tokens[first].kind == "n"
        ):
            first += 1
        return " ".join(draft.text[tokens[first].start : tokens[last - 1].end].split())
