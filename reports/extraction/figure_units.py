"""What a figure counts: in the words of the text, in which unit, and who the people are."""

from __future__ import annotations

from .cues import cue
from .figure_links import Links
from .number_values import Number
from .phrases import Phrase

_CARE = cue("subjects", "care")
_WORKERS = cue("subjects", "care_workers")


class Units(Links):
    """Reads the noun phrase behind a number."""

    def _words(self, phrase: Phrase) -> str:
        """What is counted, in the words of the text, without articles before it."""
        if phrase.head is None:
            return ""
        first = phrase.first
        while first < phrase.head and (
            self.tokens[first].low in self.words.stops or self.tokens[first].low in self.words.more_words
        ):
            first += 1
        return self.draft.text[self.tokens[first].start : self.tokens[phrase.last - 1].end]

    def _unit(self, phrase: Phrase) -> str:
        return self._words(phrase).lower() or "times"

    def _unit_of(self, n: Number, phrase: Phrase, kind: str) -> tuple[str, str]:
        """What is counted in, and the rule that says so."""
        head = self.tokens[phrase.head].low if phrase.head is not None else ""
        if n.share:
            return "percent", "share"
        if kind in ("settlements", "strikes"):
            return (self._unit(phrase), "counted-noun") if head else (kind, "kind-itself")
        if kind != "other":
            return "people", "kind-of-people"
        if n.rule == "times":
            return "times", "times"
        if self.words.person(head):
            return "people", "person-noun"
        return (self._unit(phrase), "counted-noun") if head else ("people", "no-noun")

    def _class(self, phrase: Phrase) -> tuple[str, str]:
        """Who the people counted are, and the rule that says so."""
        if phrase.head is None:
            return "unspecified", "no-noun"
        inside = self.lows[phrase.first : phrase.last]
        classes = [
            self.words.class_of[w]
            for w in inside
            if w in self.words.class_of and self.words.class_of[w] != "unspecified"
        ]
        if not classes:
            return "unspecified", "no-class-word"
        if "women" in inside and "children" in inside:
            return "mixed", "women-and-children"
        if "and" in inside and "civilians" in classes and {"fighters", "security_forces"} & set(classes):
            return "mixed", "civilians-and-armed"
        if "foot" in inside and "soldiers" in inside:
            return "fighters", "foot-soldiers"
        if _CARE.intersection(inside) and _WORKERS.intersection(inside):
            return "medics", "health-workers"
        if "civilian" in inside or ("civilians" in inside and len(set(classes)) == 1):
            return "civilians", "class-word"
        last = len(set(classes)) == 1 or classes[0] not in ("security_forces",)
        return classes[-1 if last else 0], "class-word"
