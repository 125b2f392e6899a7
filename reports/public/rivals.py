"""Claims that cannot both hold: same front, kind, scope, place and people, overlapping periods, different sources.

Nothing is averaged. "About" gives a tenth on either side, as newsrooms round. Of running tolls since one day an
earlier one may be smaller; otherwise what lies within another's days may be.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import inf

from reports.models import Figure, Front
from reports.models.vocabulary import FigureKind, Modifier, Scope, Status, SubjectClass

from .sentences import primary_front
from .series import Point, point

ROUNDED = 0.1
COMPARABLE = set(FigureKind) - {FigureKind.OTHER, FigureKind.DISTANCE_KM, FigureKind.SETTLEMENTS}

TOLLS = {FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CAPTURED, FigureKind.MISSING}
ARMED = {SubjectClass.FIGHTERS, SubjectClass.SECURITY_FORCES}


@dataclass(frozen=True)
class Card:
    front: Front
    kind: str
    scope: str
    points: list[Point]

    @property
    def newest(self):
        return max(point.figure.claim.reported_at for point in self.points)


def cards(figures: Iterable[Figure]) -> list[Card]:
    """Where sources differ, newest first, each source by its newest word; figures come as `exports.loaded` has them."""
    comparable: dict[tuple, list[Figure]] = defaultdict(list)
    for figure in figures:
        front = primary_front(figure.development)
        if front and _may_be_compared(figure):
            comparable[front, figure.figure_kind, figure.scope, figure.unit].append(figure)
    found = []
    for (front, kind, scope, _unit), several in comparable.items():
        rivals = {one for pair in combinations(several, 2) if contradict(*pair) for one in pair}
        if rivals:
            newest = {one.claim.source_id: one for one in sorted(rivals, key=_age)}
            ordered = sorted(newest.values(), key=_age, reverse=True)
            label = str(Scope(scope).label)
            found.append(Card(front, str(FigureKind(kind).label), label, [point(one) for one in ordered]))
    return sorted(found, key=lambda card: card.newest, reverse=True)


def contradict(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind, scope and front cannot both be true."""
    if one.claim.source_id == other.claim.source_id or not _same_people(one, other) or not _same_place(one, other):
        return False
    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    mine, theirs = _days(one), _days(other)
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return False
    if one.scope == Scope.LEVEL or mine == theirs:
        return mine[1] == theirs[1] and (low > other_high or other_low > high)
    if one.scope == Scope.CUMULATIVE and mine[0] == theirs[0]:
        return low > other_high if mine[1] < theirs[1] else other_low > high
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return low > other_high
    return mine[0] <= theirs[0] and theirs[1] <= mine[1] and other_low > high


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most it can mean."""
    low = -inf if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    if figure.modifier in {Modifier.APPROX, Modifier.ALMOST}:
        return low * (1 - ROUNDED), high * (1 + ROUNDED)
    return low, high


def _may_be_compared(figure: Figure) -> bool:
    claim = figure.claim
    return (
        figure.figure_kind in COMPARABLE
        and bool(figure.scope)
        and not figure.same_as_id
        and not figure.part_of_id
        and claim.status == Status.CURRENT
        and claim.date_start is not None
    )


def _same_people(one: Figure, other: Figure) -> bool:
    """Fighters are counted by side, so for them the words must be the same; civilians are civilians."""
    classes = {one.subject_class, other.subject_class}
    if classes & ARMED and one.subject != other.subject:
        return False
    return len(classes - {SubjectClass.UNSPECIFIED, SubjectClass.MIXED}) < 2 and one.denominator == other.denominator


def _same_place(one: Figure, other: Figure) -> bool:
    """Whether they surely speak of one place: where a toll names none we cannot tell, and do not accuse."""
    places, others = ({place.name for place in figure.public_locations} for figure in (one, other))  # type: ignore[attr-defined]
    if not places and not others:
        return one.figure_kind not in TOLLS
    return bool(places & others)


def _age(figure: Figure) -> tuple:
    return figure.claim.date_end, figure.claim.reported_at, figure.pk


def _days(figure: Figure) -> tuple:
    return figure.claim.date_start, figure.claim.date_end
