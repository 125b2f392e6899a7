"""Countries by their names, adjectives and capitals; and which country a report is about."""

from __future__ import annotations

from collections import Counter

from .cues import cue, cue_table
from .lexicon import Lexicon
from .model import Draft
from .names import Names

OUTSIDERS = cue("world", "outsiders")


class World:
    """Look-ups made of `countries.toml`, in lower case."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.name: dict[str, str] = {}
        self.demonym: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        for row in lexicon.files.get("countries", {}).get("country", []):
            code = row["iso2"]
            self.name[code] = row["name"]
            for word in row.get("demonyms", []):
                self.demonym.setdefault(code, word)
                self.adjectives.setdefault(word.lower(), code)
            for word in [row["name"], *row.get("aliases", [])]:
                self.countries.setdefault(word.lower(), code)
            if row.get("capital"):
                self.capitals.setdefault(row["capital"].lower(), code)
        for code, words in cue_table("country_words").items():
            self.adjectives.update((word, code) for word in words if word not in self.adjectives)
        for code, words in cue_table("seats").items():
            self.capitals.update((word, code) for word in words if word not in self.capitals)
        self.lands = self.adjectives | self.countries  # a name that is both is the country's
        self.openers = frozenset(first for first, *rest in map(str.split, self.lands) if len(rest) == 1)  # of two words

    def country_of(self, words: str) -> str | None:
        """The country of a name or adjective."""
        return self.lands.get(words.lower())


def world(lexicon: Lexicon) -> World:
    return lexicon.made(World)


def find_home(draft: Draft, lexicon: Lexicon, names: Names) -> None:
    """Fill in `draft.home`, the country that the report speaks of most: by countries' own names, and by the places that
    only one country has. A country that fights abroad counts less than one that is fought in."""
    known = world(lexicon)
    counts: Counter[str] = Counter()
    tokens = draft.tokens
    for i, token in enumerate(tokens):
        if not token.capital:
            continue
        if i and tokens[i - 1].low in known.openers and f"{tokens[i - 1].low} {token.low}" in known.lands:
            continue  # the Sudan of "South Sudan", counted with its first word
        code = known.lands.get(token.low)
        if not code and token.low in known.openers and i + 1 < len(tokens):
            code = known.lands.get(f"{token.low} {tokens[i + 1].low}")
        weight = 3
        if not code:
            code, weight = known.capitals.get(token.low), 1
        if code:
            counts[code] += 1 if code in OUTSIDERS else weight
    for word, times in Counter(token.text for token in tokens if token.capital and len(token.text) > 3).items():
        if word.lower() not in known.capitals and not known.country_of(word):
            lands = {hit.country for hit in names.look(word) if hit.rank}
            if len(lands) == 1 and (land := lands.pop()):
                counts[land] += min(times, 3)
    draft.home = max(sorted(counts), key=lambda code: counts[code]) if counts else ""


def theatre(draft: Draft) -> str | None:
    """The country that a report speaks of most, as `find_home` left it."""
    return draft.home or None
