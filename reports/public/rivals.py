"""Claims that cannot both hold, side by side: each with who says so, when, its side, its origins and its grade.

What cannot both hold is told by `workflow.weighing`. Nothing is averaged.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reports.models import Figure, Front
from reports.models.vocabulary import FigureKind, Scope
from reports.workflow.membership import reach
from reports.workflow.weighing import Weighed

from .sentences import primary_front
from .series import Point, point


@dataclass(frozen=True)
class Side:
    """One source's newest word on what a card is about."""

    point: Point
    weighed: Weighed


@dataclass(frozen=True)
class Card:
    """One disagreement: figures of a front, a kind and a scope, of which each is contradicted by another."""

    front: Front
    kind: str
    scope: str
    sides: list[Side]

    @property
    def newest(self):
        return max(side.point.figure.claim.reported_at for side in self.sides)


def cards(figures: Iterable[Figure], weighed: dict[int, Weighed]) -> list[Card]:
    """Where sources differ among these public figures (as `sentences.loaded` has them), newest first."""
    rows = {figure.pk: figure for figure in figures}
    found = [_card([rows[pk] for pk in group], weighed) for group in _disagreements(rows, weighed)]
    return sorted(found, key=lambda card: card.newest, reverse=True)


def _disagreements(figures: dict[int, Figure], weighed: dict[int, Weighed]) -> list[set[int]]:
    """Figures bound together by contradictions, each set a disagreement of its own."""
    rivals: dict[int, set[int]] = defaultdict(set)
    for pk in figures:
        if pk in weighed:
            rivals[pk] = {rival.claim for rival in weighed[pk].rivals} & figures.keys()
    found, seen = [], set()
    for pk in figures:
        if rivals[pk] and pk not in seen:
            group = reach([pk], rivals)
            seen |= group
            found.append(group)
    return found


def _card(figures: list[Figure], weighed: dict[int, Weighed]) -> Card:
    newest = {figure.claim.source_id: figure for figure in sorted(figures, key=_age)}
    ordered = sorted(newest.values(), key=_age, reverse=True)
    first = ordered[0]
    front: Front = primary_front(first.development)
    kind, scope = str(FigureKind(first.figure_kind).label), str(Scope(first.scope).label)
    return Card(front, kind, scope, [Side(point(one), weighed[one.pk]) for one in ordered])


def _age(figure: Figure) -> tuple:
    return figure.claim.date_end, figure.claim.reported_at, figure.pk
