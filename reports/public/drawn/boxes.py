"""Boxes of a still picture, in pixels: what stands where, and what would stand on something else."""

from collections.abc import Callable

from .view import Size

GAP = 4.0
Box = tuple[float, float, float, float]  # left, top, right, bottom

# Width in pixels of a text at a size: what a picture needs to know of its fonts.
Measure = Callable[[str, float], float]


def around(x: float, y: float, half: float) -> Box:
    """The square around a point."""
    return x - half, y - half, x + half, y + half


def clash(one: Box, other: Box) -> bool:
    """Whether two boxes meet."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(box: Box, size: Size) -> bool:
    """Whether a box is clear of the edge of the picture."""
    return box[0] > 2 and box[1] > 2 and box[2] < size.width - 2 and box[3] < size.height - 2
