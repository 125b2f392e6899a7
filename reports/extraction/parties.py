"""The armed parties of `groups.toml`, made ready."""

from __future__ import annotations

from typing import Any

from .aliases import Aliases, Entry
from .cues import cue
from .lexicon import Lexicon
from .tokenise import tokenise
from .world import World

_OPENERS = cue("parties", "owners") | cue("parties", "men") | cue("parties", "by_cause") | cue("parties", "unnamed")
_OPENERS |= {"enemy", "armed", "'s"}


class Parties:
    """`groups.toml`, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["groups"]
        self.rows: list[dict[str, Any]] = words["group"]
        self.by_name = {row["name"]: row for row in self.rows}
        pairs = [(alias, Entry(row["name"], row)) for row in self.rows for alias in [row["name"], *row["aliases"]]]
        for alias, name in lexicon.group_aliases:
            pairs.append(
                (
                    alias,
                    Entry(
                        name, self.by_name.get(name, {"name": name, "actor_type": None, "slug": None, "countries": []})
                    ),
                )
            )
        self.aliases = Aliases(pairs)
        self.state: dict[str, Any] = words["state"]
        self.state_nouns = Aliases((n, Entry(n, {})) for n in self.state["nouns"])
        self.state_generic = Aliases((n, Entry(n, {})) for n in self.state["generic"])
        self.generic: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows:
            for word in row.get("generic", []):
                self.generic.setdefault(word, []).append(row)
        self.generic_words = Aliases((n, Entry(n, {})) for n in self.generic)
        # A word in lower case that none of these are begins no mention of a party.
        self.openers = frozenset(_OPENERS).union(self.aliases.index, self.state_generic.index, self.generic)
        self.leaders: dict[str, str] = words["leaders"]
        self.branches: dict[str, str] = self.state["branches"]
        self.enemy: dict[str, str] = words["enemy"]
        self.peoples = frozenset(w.lower() for w in words["peoples"]["adjectives"])
        self.people_nouns = frozenset(words["peoples"]["nouns"])
        self.tails = frozenset(words["tails"]) if "tails" in words else frozenset(words["peoples"]["tails"])

    def state_of(self, country: str | None, known: World) -> tuple[str, str, str | None]:
        """Name, actor type and slug of a country's own forces."""
        if country is None:
            return "government forces", "State forces", None
        name = self.state["names"].get(country)
        if name is None:
            name = f"{known.demonym.get(country) or known.name.get(country, country)} armed forces"
        row = self.by_name.get(name)
        kind = "External/Other forces" if country in self.state["external"] else "State forces"
        return name, str(row["actor_type"]) if row else kind, row["slug"] if row else None

    def called(self, words: str) -> dict[str, Any] | None:
        """The party whose name or alias these words are."""
        tokens = tokenise(words)
        found = self.aliases.at(tokens, 0, len(tokens), False) if tokens else None
        return self.by_name.get(found[1].name) if found and found[0] == len(tokens) else None

    def branch_of(self, word: str, country: str | None, known: World) -> tuple[str, str, None] | None:
        """`Iraqi police`, where the word is of a branch that is named apart."""
        branch = self.branches.get(word)
        if branch is None:
            return None
        return f"{known.demonym[country]} {branch}" if country in known.demonym else branch, "State forces", None


def parties(lexicon: Lexicon) -> Parties:
    return lexicon.made(Parties)
