"""The line of figures that stands for each front in a list: one that moves, of a running toll, the widest of equals."""

from dataclasses import dataclass

import numpy as np

from reports.models.vocabulary import FigureKind, Scope, Status

from .filters import Filters
from .index import Index
from .index.columns import KINDS, SCOPES, STATUSES

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
    panel, line = (_group(front, numbers[wanted]) for numbers in index.panels_and_lines)
    order = np.lexsort((figures["pk"], figures["reported"], figures["last"], line))
    figures, front, panel, line = figures.take(order), front[order], panel[order], line[order]
    return dict(_chosen(index, figures, front, panel, line))


def _group(front: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """A number for each pair of front and group, from 0."""
    return np.unique(front * (numbers.max() + 1) + numbers, return_inverse=True)[1]


def _chosen(index: Index, figures, front: np.ndarray, panel: np.ndarray, line: np.ndarray):
    """Of figures in the order of their lines: the front and main line of each front."""
    count = np.bincount(line)
    end = np.cumsum(count)  # of each line's rows, in their order
    last = end - 1
    moves = np.zeros(panel.max() + 1, dtype=bool)
    moves[panel[last[(count > 1) & (figures["scope"][last] != SCOPES.index(Scope.INCREMENTAL))]]] = True
    ranked = np.lexsort((
        -figures["value"][last], -count, figures["kind"][last], SCOPE_RANK[figures["scope"][last]],
        ~moves[panel[last]], front[last],
    ))  # fmt: skip
    fronts, first = np.unique(front[last][ranked], return_index=True)
    for pk, best in zip(fronts.tolist(), ranked[first].tolist(), strict=True):
        rows = slice(max(end[best] - count[best], end[best] - POINTS), end[best])
        points = zip(figures["last"][rows].tolist(), figures["value"][rows].tolist(), strict=True)
        yield pk, MainLine(int(figures["pk"][last[best]]), list(points))
