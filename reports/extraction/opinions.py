"""A second opinion on what the rules said: the evidence of annotated reports, weighed.

A rule is written for what its author met. `lexicons/opinions/*.json` says how far each rule's answer, and each word
around a mention, could be trusted on reports that no rule had met (`scripts/train_opinions.py`, logistic regression).
The answer that weighs most holds, and `rules` says that it was outweighed; a rule that is nearly always right is not
asked about. `docs/reader.md` has what that is worth.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .evidence import Evidence
from .lexicon import Lexicon
from .model import HARMED, Draft, Figure
from .words import CountWords, count_words

RULE = "outweighed"
_NOTHING = "None"  # the class of a field that stays open
_OF_THINGS = frozenset(["other", "strikes", "settlements"])
_OF_PEOPLE = frozenset(["other", "troops", "trapped", "displaced", *HARMED])
_OF_ALL = _OF_PEOPLE | _OF_THINGS
_KINDS_IN = {
    "people": _OF_PEOPLE,
    "families": _OF_PEOPLE,
    "percent": frozenset(["percent_territory", "other", "displaced"]),
    "times": frozenset(["other", "strikes"]),
}


@dataclass(frozen=True)
class Asked:
    """Which of the rules' answers an opinion is asked about: those that it mends more often than it breaks."""

    answers: frozenset[str]
    firm: frozenset[str]  # rules that it would break as often

    @classmethod
    def of(cls, made: dict[str, Any]) -> Asked:
        """What a shipped file says of it."""
        return cls(frozenset(made["answers"]), frozenset(made["firm"]))

    def about(self, rule: str, said: str) -> bool:
        """Whether there may be something to be said against a rule's answer."""
        return said in self.answers and rule not in self.firm


@dataclass(frozen=True)
class Weights:
    """The weights of one field, in hundredths: a row for each piece of evidence, a column for each answer."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    rows: dict[str, tuple[int, ...]]
    margin: int  # by which an answer has to outweigh the rule's

    @classmethod
    def of(cls, made: dict[str, Any]) -> Weights:
        """Those of a shipped file."""
        rows = {name: tuple(row) for name, row in made["weights"].items()}
        return cls(tuple(made["classes"]), tuple(made["bias"]), rows, made["margin"])

    def best(self, said: str, rule: str, evidence: Iterable[str], among: frozenset[str] | None = None) -> str:
        """The answer that weighs most, of those that may hold; what the rule said, unless it is clearly outweighed.

        A rule that was made after the weights is not weighed: nothing is known of it.
        """
        known = self.rows
        if f"rule={rule}" not in known:
            return said
        rows = [known[name] for name in set(evidence) if name in known]  # a word said twice weighs once
        scored = dict(zip(self.classes, map(sum, zip(self.bias, *rows, strict=True)), strict=True))
        if said not in scored:
            return said
        may = [name for name in self.classes if among is None or name in among or name == said]
        best = max(may, key=lambda name: (scored[name], name))
        return best if scored[best] - scored[said] >= self.margin else said


@dataclass(frozen=True)
class Opinion:
    """What is known of one field: when to ask, and how to weigh."""

    asked: Asked
    weights: Weights


def opinions(lexicon: Lexicon) -> dict[str, Opinion]:
    """The opinions by field: `figures.kind`, `figures.scope`, `sentences.status`; none where no weights are shipped."""
    return lexicon.made(_opinions)


def _opinions(lexicon: Lexicon) -> dict[str, Opinion]:
    return {field: Opinion(Asked.of(made), Weights.of(made)) for field, made in lexicon["opinions"].items()}


def weigh_statuses(draft: Draft, lexicon: Lexicon, evidence: Evidence) -> None:
    """Set the status of the sentences whose rule is outweighed."""
    if (opinion := opinions(lexicon).get("sentences.status")) is None:
        return
    told = [
        (sentence, opinion.weights.best(sentence.status, sentence.rules["status"], evidence.of_status(number)))
        for number, sentence in enumerate(draft.sentences)
        if sentence.status != "noise" and opinion.asked.about(sentence.rules["status"], sentence.status)
    ]
    for sentence, status in told:
        if status != sentence.status:
            sentence.status, sentence.rules["status"] = status, RULE
            sentence.rule = f"{RULE}+{sentence.rule.partition('+')[2]}"


def weigh_kinds(draft: Draft, lexicon: Lexicon, evidence: Evidence) -> None:
    """Set the kind of the figures whose rule is outweighed, where the unit allows it."""
    if (opinion := opinions(lexicon).get("figures.kind")) is None:
        return
    words = count_words(lexicon)
    for figure in draft.figures:
        if not opinion.asked.about(figure.rules["kind"], figure.kind):
            continue
        rule, may = figure.rules["kind"], kinds_of(figure, draft, words)
        kind = opinion.weights.best(figure.kind, rule, evidence.of_kind(figure), may)
        if kind != figure.kind:
            figure.kind, figure.rules["kind"] = kind, RULE
            figure.rule = f"{figure.rule}+{RULE}"
            if figure.unit not in _KINDS_IN and kind in _OF_PEOPLE:
                figure.unit, figure.rules["unit"] = "people", "kind-of-people"


def weigh_scopes(draft: Draft, lexicon: Lexicon, evidence: Evidence) -> None:
    """Set the scope of the figures whose rule is outweighed."""
    if (opinion := opinions(lexicon).get("figures.scope")) is None:
        return
    for figure in draft.figures:
        said = str(figure.scope)
        if figure.same_as is not None or not opinion.asked.about(figure.rules["scope"], said):
            continue
        scope = opinion.weights.best(said, figure.rules["scope"], evidence.of_scope(figure))
        if scope != said:
            figure.scope, figure.rules["scope"] = None if scope == _NOTHING else scope, RULE
            if scope == "level":
                figure.cover(None, None, "stands-without-period")
    for figure in draft.figures:
        if figure.same_as is not None and (first := draft.figures[figure.same_as]).rules["scope"] == RULE:
            figure.scope, figure.rules["scope"] = first.scope, "said-again"


def kinds_of(figure: Figure, draft: Draft, words: CountWords) -> frozenset[str]:
    """The kinds that a figure can be of, beside what the rules said: those that are counted in its unit, and no harm
    that no word of its sentence tells of; a bare number may lean on the sentence before."""
    kinds = _KINDS_IN.get(figure.unit, _OF_ALL)
    number = figure.sentence
    told: set[str] = set()
    for sentence in draft.sentences[max(0, number - figure.bare) : number + 1]:
        told.update(*[words.harm[low] for low in draft.lows_of(sentence) if low in words.harm])
    return kinds - HARMED | kinds & told
