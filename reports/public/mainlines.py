"""The line of figures that stands for each front in a list: the last word on what moves, running tolls first."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reports.models.vocabulary import FigureKind, Scope, Status

from .filters import Filters
from .index.columns import KINDS, SCOPES, STATUSES
from .index.table import Table

RANKED = [Scope.CUMULATIVE.value, Scope.LEVEL.value]  # then any other
SCOPE_RANK = np.array([RANKED.index(scope) if scope in RANKED else len(RANKED) for scope in SCOPES])
NEVER = [KINDS.index(FigureKind.OTHER), KINDS.index(FigureKind.DISTANCE_KM)]
POINTS = 60  # of a spark: the newest


@dataclass(frozen=True)
class MainLine:
    """`newest` is its last figure's primary key; points are (day as an ordinal, value) in order."""

    newest: int
    points: list[tuple[int, float]]


def main_lines(filters: Filters) -> dict[int, MainLine]:
    """For each front (primary key) that has current figures of what matches, its main line."""
    index = filters.index
    wanted = filters.figure_mask & index.figures["drawn"] & (index.primary_front[index.figures["at"]] > 0)
    wanted &= (index.figures["status"] == STATUSES.index(Status.CURRENT)) & ~np.isin(index.figures["kind"], NEVER)
    figures = index.figures.take(wanted)
    if not len(figures):
        return {}
    front = index.primary_front[figures["at"]]
    panel, thing, line = (_group(front, numbers[wanted]) for numbers in index.panels_things_and_lines)
    order = np.lexsort((figures["pk"], figures["reported"], figures["last"], line))
    lines = _Lines(figures.take(order), front[order], panel[order], thing[order], line[order])
    return dict(lines.newest_of(lines.main()))


def _group(front: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """A number for each pair of front and group, from 0."""
    return np.unique(front * (numbers.max() + 1) + numbers, return_inverse=True)[1]


class _Lines:
    """Figures in the order of their lines; for each line its front, panel and thing, its length, its last figure."""

    def __init__(self, figures: Table, front: np.ndarray, panel: np.ndarray, thing: np.ndarray, line: np.ndarray):
        self.figures = figures
        self.count = np.bincount(line)
        self.end = np.cumsum(self.count)
        self.last = self.end - 1
        self.front, self.panel, self.thing = front[self.last], panel[self.last], thing[self.last]

    def main(self) -> np.ndarray:
        """The things whose lines stand for their fronts: what moves first, then running tolls, levels, the widest."""
        scope, kind, value = (self.figures[name][self.last] for name in ("scope", "kind", "value"))
        moves = np.zeros(self.panel.max() + 1, dtype=bool)
        moves[self.panel[(self.count > 1) & (scope != SCOPES.index(Scope.INCREMENTAL))]] = True
        ranked = np.lexsort((-value, -self.count, kind, SCOPE_RANK[scope], ~moves[self.panel], self.front))
        _, first = np.unique(self.front[ranked], return_index=True)
        return self.thing[ranked[first]]

    def newest_of(self, things: np.ndarray) -> Iterator[tuple[int, MainLine]]:
        """For the front of each thing, the line that spoke of it last; of several that did, the longest."""
        lines = np.flatnonzero(np.isin(self.thing, things))
        ranked = lines[np.lexsort((-self.count[lines], -self.figures["last"][self.last[lines]], self.thing[lines]))]
        _, first = np.unique(self.thing[ranked], return_index=True)
        for best in ranked[first].tolist():
            rows = slice(max(self.end[best] - self.count[best], self.end[best] - POINTS), self.end[best])
            points = zip(self.figures["last"][rows].tolist(), self.figures["value"][rows].tolist(), strict=True)
            yield int(self.front[best]), MainLine(int(self.figures["pk"][self.last[best]]), list(points))
