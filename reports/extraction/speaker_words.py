"""The words by which speakers are known, from `sources.toml`, and what kind a phrase is of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from .aliases import Aliases, Entry
from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Token
from .quantities import Phrases
from .words import count_words
from .world import world

_ARTICLES = cue("grammar", "articles")
_RUN = cue("speakers", "run")
_CIVIL_OWNERS = cue("speakers", "civil_owners")
_OFFICES = cue("speakers", "offices")
_FORCES = cue("speakers", "forces")
_NAMELESS = cue("parties", "unnamed") | cue("speakers", "nameless")
_CIVIL = ("Accord", "government", "police", "Police")
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
_LOOSE_COUNTS = cue("speakers", "counts")
_NO_PART_OF_NAMES = _ARTICLES | _LOOSE_COUNTS
_SMALL_IN_NAMES = cue("speakers", "small_in_names")


@dataclass(slots=True)
class Speaker:
    """A speaker over tokens `[first, last)`."""

    first: int
    last: int
    name: str
    kind: str
    rule: str
    anaphor: str | None = None  # the pronoun or noun that leads back
    kind_rule: str = ""  # what gave the kind, where `rule` did not


@dataclass(slots=True)
class NounPhrase:
    """Tokens `[first, last)` in which a speaker is looked for; `core` is where what hangs on its noun begins."""

    draft: Draft
    first: int
    core: int
    last: int
    caps: bool  # the sentence is all in capitals

    @property
    def tokens(self) -> list[Token]:
        """Those of the whole text."""
        return self.draft.tokens

    @property
    def begin(self) -> int:
        """Its first token behind an article."""
        return self.first + (self.draft.tokens[self.first].low in _ARTICLES)

    @property
    def opening(self) -> str:
        """Its first word."""
        return self.draft.tokens[self.first].low

    @property
    def link(self) -> str:
        """The word with which something hangs on its noun: "for", "of"; empty where nothing does."""
        return self.draft.tokens[self.core].low if self.core < self.last else ""


def party_kind(name: str, actor_type: str | None) -> str:
    """Armed forces speak as `military`, whoever's they are; a movement by another name as `armed_group_media`; rebels
    who go by no name are `other`."""
    if name.endswith(_CIVIL):
        return "government"
    if actor_type != "Rebel group" or not _FORCES.isdisjoint(name.lower().replace("-", " ").split()):
        return "military"
    return "other" if name.split()[-1] in _NAMELESS else "armed_group_media"


def _outlet_of_a_party(low: str) -> bool:
    """`Hezbollah-run`, `Houthi-affiliated`; but not `state-run`."""
    owner, _, how = low.rpartition("-")
    return how in _RUN and owner not in _CIVIL_OWNERS


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
        self.by_alias = {alias.lower(): entry for alias, entry in pairs}
        self.generic = frozenset(g for row in rows for g in row.get("generic", []))
        self.roles = Phrases.of({w: kind for kind in reversed(_ORDER) for w in words["roles"][kind]})
        self.phrase_kinds = [
            {"kind": row["kind"], "any": set(row["any"]), "with": set(row.get("with", ()))}
            for row in words["phrase_kind"]
        ]
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
        self.numbers = self.small | frozenset(word for word in lexicon["quantities"]["vague"] if " " not in word)
        self.counts = self.small | _LOOSE_COUNTS
        self.by_nouns = frozenset(verbs["by_nouns"])
        self.world = world(lexicon)
        self.land_of: dict[str, str] = {name: code for code, name in lexicon["groups"]["state"]["names"].items()}
        self.motion = frozenset(count_words(lexicon).object) | frozenset(count_words(lexicon).verbs)
        self.class_of = count_words(lexicon).class_of
        self.person = count_words(lexicon).person

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
            or (tokens[j].low in _SMALL_IN_NAMES and j + 1 < last)
            or (tokens[j].low == "." and j + 1 < last and not tokens[j].space)
        ):
            j += 1
        return (i, j) if j > i and not caps else None

    def _kind(self, tokens: list[Token], first: int, last: int, given: str) -> str:
        """The kind of a phrase by all its words: a health ministry official is `medical`."""
        lows = [t.low for t in tokens[first:last]]
        words = set(lows)
        if any(_outlet_of_a_party(low) for low in lows) and words.isdisjoint(_OFFICES):
            return "armed_group_media"
        if told := self._told_kind(words):
            return told
        if given == "other":
            for i in range(last - 1, first - 1, -1):
                found = self.roles.before(tokens, i + 1, first)
                where = tokens[i].low == "local" and i < last - 1  # "local groups" are no locals
                if found and found[1] != "other" and not where:
                    return str(found[1])
        return given

    def _told_kind(self, words: set[str]) -> str | None:
        """The kind that words tell together, by the rows of `phrase_kind`."""
        for row in self.phrase_kinds:
            if words & row["any"] and (not row["with"] or words & row["with"]):
                return str(row["kind"])
        return None

    def kind_of(self, tokens: list[Token], first: int, last: int) -> str:
        """The kind that a description's words tell, whatever heads it."""
        return self._kind(tokens, first, last, "other")

    @staticmethod
    def _begins(tokens: list[Token], i: int) -> bool:
        """Whether a token begins a sentence, and its capital tells nothing."""
        return i == 0 or tokens[i - 1].low in (".", "!", "?", ":", '"', "“") or tokens[i].start - tokens[i - 1].end > 1

    def _words(self, draft: Draft, first: int, last: int) -> str:
        """The words themselves, without an article, digits or a loose count in front; "two medics" are not any."""
        tokens = draft.tokens
        while first < last - 1 and (tokens[first].low in _NO_PART_OF_NAMES or tokens[first].kind == "n"):
            aged = tokens[first].kind == "n" and tokens[first + 1].low == "-" and first + 3 < last
            first += 3 if aged else 1  # "a 38-year-old farmer"
        words = draft.text[tokens[first].start : tokens[last - 1].end].split()
        if tokens[first].low in self.small and not words[0].isupper():
            words[0] = words[0].lower()  # "Two medics said" begins a sentence
        return " ".join(words)
