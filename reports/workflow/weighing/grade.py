"""Grades of claims, in the words of Airwars' casualty grading (airwars.org, "Methodology"), each with our rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from reports.models.vocabulary import Grade

from . import controls, figures
from .statement import Hold, Stance, Statement

# In the order in which they are tried: the first that applies.
RULES = {
    Grade.DISCOUNTED: _(
        "Its own origin has since said what cannot also hold; or it was only denied; or nobody says it but origins "
        "that are rated unreliable."
    ),
    Grade.CONTESTED: _("Another origin denies it, or says of the same days what cannot also hold."),
    Grade.CONFIRMED: _("The side that it tells against says so itself, or agrees with who says so."),
    Grade.FAIR: _("Two origins or more say the same, and not all of them are sides of the fight."),
    Grade.WEAK: _("One origin says so, or only sides of the fight in their own cause."),
}
GRADES = [(grade.value, grade.label, rule) for grade, rule in RULES.items()]  # for pages that show the rule


@dataclass
class Weighed:
    """A statement with what stands beside it; `origins` counts its own and those that agree."""

    statement: Statement
    allies: list[Statement] = field(default_factory=list)
    rivals: list[Statement] = field(default_factory=list)
    revised: bool = False

    @property
    def origins(self) -> int:
        return len({self.statement.origin, *(ally.origin for ally in self.allies)})

    @property
    def stance(self) -> Stance:
        return self.statement.stance

    @property
    def grade(self) -> Grade:
        """The first rule above that applies."""
        said = [self.statement, *self.allies]
        if self.revised or (self.statement.is_denied and not self.rivals):
            return Grade.DISCOUNTED
        if self.rivals:
            return Grade.CONTESTED
        if all(one.unreliable for one in said):
            return Grade.DISCOUNTED
        if any(one.stance == Stance.AGAINST_INTEREST for one in said):
            return Grade.CONFIRMED
        if self.origins > 1 and any(one.stance == Stance.NEUTRAL for one in said):
            return Grade.FAIR
        return Grade.WEAK


def weigh(statements: Iterable[Statement]) -> dict[int, Weighed]:
    """Every statement held against all others of its topic: claim → what came of it. What is said again is one."""
    found = {one.claim: Weighed(one) for one in statements}
    topics: dict[tuple, list[Statement]] = defaultdict(list)
    for weighed in found.values():
        if (topic := weighed.statement.topic) is not None:
            topics[topic].append(weighed.statement)
    for several in topics.values():
        for one, other in _pairs_that_meet(several):
            _hold_against(found, one, other)
    for weighed in found.values():
        _forget_what_was_revised(weighed, found)
    return {claim: found.get(weighed.statement.same_as or claim, weighed) for claim, weighed in found.items()}


def _pairs_that_meet(several: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs whose days may meet: sorted by their start, so that most pairs are never looked at."""
    ordered = sorted(several, key=lambda one: one.period)
    for position, one in enumerate(ordered):
        last = one.period[1] + figures.NEAR
        for other in ordered[position + 1 :]:
            if other.period[0] > last:
                break
            yield one, other


def _hold_against(found: dict[int, Weighed], one: Statement, other: Statement) -> None:
    rules: Any = controls if isinstance(one.says, Hold) else figures
    agree = rules.agree(one, other)
    if one.is_denied != other.is_denied:
        contradict = agree
        agree = False
    else:
        contradict = not agree and rules.contradict(one, other)
    if one.origin == other.origin:
        if contradict and one.may_be_revised and one.reported_at != other.reported_at:
            found[min(one, other, key=lambda said: said.reported_at).claim].revised = True
        return
    for this, that in ((one, other), (other, one)):
        if contradict:
            found[this.claim].rivals.append(that)
        elif agree:
            found[this.claim].allies.append(that)


def _forget_what_was_revised(weighed: Weighed, found: dict[int, Weighed]) -> None:
    """What its own origin took back counts neither for nor against anybody."""
    weighed.allies = [one for one in weighed.allies if not found[one.claim].revised]
    weighed.rivals = [one for one in weighed.rivals if not found[one.claim].revised]
