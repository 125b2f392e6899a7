"""Two figures of one topic (front, kind, scope, unit): whether both can hold, and whether they say the same.

Of running tolls since one day an earlier one may be smaller; otherwise what lies within another's days may be.
"""

from datetime import timedelta

from reports.models.vocabulary import Scope, SubjectClass

from .statement import ARMED, NUMBERS, ROUNDED, TOLLS, Count, Statement

NEAR = timedelta(days=NUMBERS["near_days"])


def contradict(one: Statement[Count], other: Statement[Count]) -> bool:
    """Whether the two cannot both be true, whoever says them."""
    if not _of_the_same(one, other):
        return False
    mine, theirs = one.period, other.period
    low, high, other_low, other_high = one.says.low, one.says.high, other.says.low, other.says.high
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return False
    scope = one.says.scope
    if scope == Scope.LEVEL or mine == theirs:
        return mine[1] == theirs[1] and (low > other_high or other_low > high)
    if scope == Scope.CUMULATIVE and mine[0] == theirs[0]:
        return low > other_high if mine[1] < theirs[1] else other_low > high
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return low > other_high
    return mine[0] <= theirs[0] and theirs[1] <= mine[1] and other_low > high


def agree(one: Statement[Count], other: Statement[Count]) -> bool:
    """Whether the two say the same of the same days: their bounds meet, and the numbers said are close."""
    return _of_the_same(one, other) and _same_days(one, other) and _close(one.says, other.says)


def _same_days(one: Statement[Count], other: Statement[Count]) -> bool:
    (start, end), (other_start, other_end) = one.period, other.period
    scope = one.says.scope
    if scope == Scope.INCREMENTAL:
        return (start, end) == (other_start, other_end)
    return abs(end - other_end) <= NEAR and (scope == Scope.LEVEL or abs(start - other_start) <= NEAR)


def _close(one: Count, other: Count) -> bool:
    meet = one.low <= other.high and other.low <= one.high
    near = abs(one.said - other.said) <= ROUNDED * max(one.said, other.said)
    within = one.low <= other.said <= one.high < float("inf") or other.low <= one.said <= other.high < float("inf")
    return meet and (near or within)


def _of_the_same(one: Statement[Count], other: Statement[Count]) -> bool:
    return _same_people(one.says, other.says) and _same_place(one, other)


def _same_people(one: Count, other: Count) -> bool:
    """Fighters are counted by side, so for them the words must be the same; civilians are civilians."""
    classes = {one.people, other.people}
    if classes & ARMED and one.subject != other.subject:
        return False
    told = classes - {SubjectClass.UNSPECIFIED, SubjectClass.MIXED}
    return len(told) < 2 and one.denominator == other.denominator


def _same_place(one: Statement[Count], other: Statement[Count]) -> bool:
    """Whether they surely speak of one place: where a toll names none we cannot tell, and do not accuse."""
    if not one.places and not other.places:
        return one.says.kind not in TOLLS
    return bool(one.places & other.places)
