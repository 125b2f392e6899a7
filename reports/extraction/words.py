"""The word sets of `figures.toml`, made ready for look-up by token."""

from __future__ import annotations

from .cues import cue
from .lexicon import Lexicon
from .mentions import HARMED

KINDS = ("killed", "wounded", "captured", "missing", "displaced", "trapped", "troops", "settlements", "other")
# the classes of people who bear arms
ARMED = frozenset(["security_forces", "fighters"])


class CountWords:
    """Which nouns are of which class and kind, which verbs lead to which kind."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["figures"]

        def of(name: str) -> frozenset[str]:
            return frozenset(table["words"][name])

        self.class_of: dict[str, str] = {w: c for c, ws in table["classes"].items() for w in ws}
        self.people = frozenset(self.class_of)
        self.person_endings = tuple(table["words"]["person_endings"])
        self.no_persons = of("no_persons")
        self.noun_kind: dict[str, str] = {w: k for k, ws in table["nouns"].items() if k != "strike_words" for w in ws}
        self.strike_words = frozenset(table["nouns"]["strike_words"])
        self.subject: dict[str, list[str]] = {}
        self.object: dict[str, list[str]] = {}
        for kind in KINDS:
            for word in table[kind]["subject"]:
                self.subject.setdefault(word, []).append(kind)
            for word in table[kind]["object"]:
                self.object.setdefault(word, []).append(kind)
        self.harm: dict[str, set[str]] = {}  # what a word tells was done to people
        for kind in HARMED:
            nouns = [noun for noun, of_kind in self.noun_kind.items() if of_kind == kind]
            for word in (*table[kind]["subject"], *table[kind]["object"], *nouns):
                self.harm.setdefault(word, set()).add(kind)
        self.auxiliaries = of("auxiliaries")
        self.determiners = of("determiners")
        self.prepositions = of("prepositions")
        self.conjunctions = of("conjunctions")
        self.pronouns = of("pronouns")
        self.verbs = of("verbs")
        self.plurals = of("plurals")
        self.not_plurals = of("not_plurals")
        self.countable_nothing = of("countable_nothing")
        self.not_one = of("not_one")
        self.not_counted = of("not_counted")
        self.of_them = of("of_them")
        self.parts = of("parts")
        self.ground = of("ground")
        self.hold = of("hold")
        self.more_words = of("more_words")
        self.small = frozenset(lexicon["quantities"]["small"])
        self.states = cue("figures", "states")
        self.participles = cue("figures", "participles")
        self.units: dict[str, float] = table["units"]
        durations = frozenset(lexicon["quantities"]["not_figures"]["durations"])
        self.stops = durations | (
            self.prepositions | self.conjunctions | self.pronouns | self.verbs | self.determiners
        ) - {"other"}

    def person(self, low: str) -> bool:
        """Names people: a word of the classes, or a plural that ends as such words do (`shoemakers`, `tribesmen`)."""
        return low in self.people or (
            low.endswith(self.person_endings) and len(low) > 5 and "-" not in low and low not in self.no_persons
        )

    def plural(self, low: str) -> bool:
        """Looks like a plural noun."""
        if low in self.plurals or low in self.class_of:
            return True
        return (
            len(low) > 3
            and low.endswith("s")
            and not low.endswith(("ss", "us", "is", "'s"))
            and low not in self.not_plurals
        )

    def participle(self, low: str) -> bool:
        """Looks like a past or present participle, or is a known verb form."""
        if low in self.subject or low in self.object:
            return low not in self.plurals
        return len(low) > 4 and (low.endswith(("ed", "ing"))) and "-" not in low


def count_words(lexicon: Lexicon) -> CountWords:
    """The count words of a lexicon, made once."""
    return lexicon.made(CountWords)
