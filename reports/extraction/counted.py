"""A count and where it stands, as the rules of its kind look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cues import cue
from .kind_signs import a_people, of_a_model
from .model import Token
from .phrases import Phrase
from .words import ARMED, CountWords

_OF_A_NAME = cue("kinds", "foes")
_MAKES = cue("kinds", "makes")
_SEATS = cue("kinds", "seats")
_OF_DISTRICTS = cue("kinds", "of_districts")


@dataclass(slots=True)
class Counted:
    """A number that begins at token `begin` of the sentence `[start, end)`, and the noun phrase behind it."""

    tokens: list[Token]
    begin: int
    phrase: Phrase
    start: int
    end: int
    numbers: frozenset[int]  # the tokens of the sentence's numbers, with their modifiers
    words: CountWords
    head: str = field(init=False)  # its noun; empty where there is none, or a model is named, as in `15 L-39 trainers`
    people: bool = field(init=False)

    def __post_init__(self) -> None:
        self.head = "" if self.phrase.head is None else self.tokens[self.phrase.head].low
        self.people = self._people()
        if self.people and self.phrase.head is not None and of_a_model(self.tokens, self.begin, self.phrase.head):
            self.people, self.head = False, ""

    def _people(self) -> bool:
        """Whether its noun is one of people: by the word, or a people's or movement's name."""
        if self.words.person(self.head) or self.head in _OF_A_NAME:
            return True
        if self.phrase.head is None:
            return False
        noun = self.tokens[self.phrase.head]
        if not noun.capital or noun.text.isupper() or self.head in _MAKES:
            return False
        return self.words.plural(self.head) or a_people(self.tokens, self.phrase, self.end, self.words)

    @property
    def bare(self) -> bool:
        """No noun of its own."""
        return self.phrase.head is None

    @property
    def armed(self) -> bool:
        """Forces, by their noun."""
        return self.words.class_of.get(self.head) in ARMED

    @property
    def own(self) -> str | None:
        """The kind that its noun tells by itself."""
        return self.words.noun_kind.get(self.head)

    @property
    def settlement(self) -> bool:
        """Towns or villages, or seats of districts."""
        seats = self.head in _SEATS and self.tokens[(self.phrase.head or 1) - 1].low in _OF_DISTRICTS
        return self.own == "settlements" or seats

    @property
    def lead(self) -> str:
        """The word right before it; empty where it opens the sentence."""
        return self.tokens[self.begin - 1].low if self.begin > self.start else ""

    @property
    def group(self) -> str:
        """The noun before "of" right before it: "brigade" in `a brigade of 60 men`; empty where there is none."""
        if self.begin - 2 < self.start or self.tokens[self.begin - 1].low != "of":
            return ""
        return self.tokens[self.begin - 2].low
