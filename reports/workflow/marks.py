"""A text cut at every boundary of its marks, for drawing on the server: one emoji would shift a browser's offsets."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Segment:
    """A stretch of text, and the payloads of all marks that cover it: the longest mark first."""

    start: int
    end: int
    text: str
    payloads: tuple[Any, ...]


def segments(text: str, marks: Iterable[tuple[int, int, Any]], start: int = 0, end: int | None = None) -> list[Segment]:
    """Cut text[start:end] at the boundaries of the marks (start, end, payload); marks may nest and overlap."""
    stop = len(text) if end is None else end
    inside = [(max(a, start), min(b, stop), payload) for a, b, payload in marks if a < stop and start < b]
    inside.sort(key=lambda mark: (mark[0], -mark[1]))
    cuts = sorted({start, stop, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    found = []
    open_marks: list[tuple[int, int, Any]] = []
    waiting = iter([*inside, (stop + 1, stop + 1, None)])
    following = next(waiting)
    for left, right in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark[1] > left]
        while following[0] <= left:
            open_marks.append(following)
            following = next(waiting)
        covering = sorted(open_marks, key=lambda mark: mark[0] - mark[1])
        found.append(Segment(left, right, text[left:right], tuple(payload for _, _, payload in covering)))
    return found
