"""Step lines as SVG geometry: a line for each source, a band from low to high, each point a link. No HTML here."""

import math
from dataclasses import dataclass, field
from datetime import date

from reports.models.vocabulary import Modifier, Scope

from . import words
from .series import Line, Panel, Point

WIDTH, HEIGHT = 460, 200
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 12, 26
SPARK_WIDTH, SPARK_HEIGHT = 92, 24


@dataclass(frozen=True)
class Dot:
    """`shape`: full for exact, hollow for about, up or down for an open bound."""

    x: float
    y: float
    shape: str
    point: Point


@dataclass(frozen=True)
class Drawn:
    line: Line
    number: int
    path: str
    bands: list[tuple[float, ...]]
    dots: list[Dot]
    stems: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    left: float
    right: float
    bottom: float
    lines: list[Drawn]
    values: list[Tick]
    days: list[Tick]


def chart(panel: Panel) -> Chart:
    """The chart of a panel, over its own days, from zero."""
    points = [point for line in panel.drawn for point in line.points]
    first, last = min(map(_day, points)), max(map(_day, points))
    top = max(max(point.value, point.figure.high or 0) for point in points)
    step = nice(top / 3)
    top = max(step, math.ceil(top / step) * step)
    x = _scale(first.toordinal(), last.toordinal(), LEFT, WIDTH - RIGHT)
    y = _scale(0, top, HEIGHT - BOTTOM, TOP)
    steps = panel.scope != Scope.INCREMENTAL
    lines = [_drawn(number, line, x, y, steps) for number, line in enumerate(panel.drawn, 1)]
    values = [Tick(y(step * n), words.number(step * n)) for n in range(round(top / step) + 1)]
    ends = {first, last}
    days = [Tick(x(day.toordinal()), words.day(day, year=False)) for day in sorted(ends)]
    return Chart(WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM, lines, values, days)


def spark(points: list[tuple[int, float]]) -> str:
    """A step path in a small box through (day as an ordinal, value), in order, from zero; empty where nothing moved."""
    if not points or points[0][0] == points[-1][0]:
        return ""
    x = _scale(points[0][0], points[-1][0], 2, SPARK_WIDTH - 4)
    y = _scale(0, max(value for _day, value in points) or 1, SPARK_HEIGHT - 3, 3)
    return _steps([(x(day), y(value)) for day, value in points])


def nice(rough: float) -> float:
    """The next larger of 1, 2, 2.5, 5 times a power of ten."""
    if rough <= 0:
        return 1
    power = 10 ** math.floor(math.log10(rough))
    return max(1, next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough))


def _drawn(number: int, line: Line, x, y, steps: bool) -> Drawn:
    """Steps where a count goes on; stems where each point is an event of its own."""
    spots = [(x(_day(point).toordinal()), y(point.value)) for point in line.points]
    dots = [Dot(*spot, _shape(point), point) for spot, point in zip(spots, line.points, strict=True)]
    bands: list[tuple[float, ...]] = [
        (dot.x - 3, y(dot.point.figure.high), 6, y(dot.point.figure.low) - y(dot.point.figure.high))
        for dot in dots
        if None not in (dot.point.figure.low, dot.point.figure.high) and dot.point.figure.low != dot.point.figure.high
    ]
    path = _steps(spots) if steps and len(spots) > 1 else ""
    return Drawn(line, number, path, bands, dots, [] if steps else spots)


def _shape(point: Point) -> str:
    figure = point.figure
    if figure.high is None or figure.modifier in {Modifier.AT_LEAST, Modifier.MORE_THAN}:
        return "up"
    if figure.low is None or figure.modifier == Modifier.AT_MOST:
        return "down"
    return "full" if figure.modifier == Modifier.EXACT else "hollow"


def _steps(spots: list[tuple[float, float]]) -> str:
    """Level until the next day that someone said otherwise."""
    path = f"M{spots[0][0]:.1f} {spots[0][1]:.1f}"
    return path + "".join(f"H{x:.1f}V{y:.1f}" for x, y in spots[1:])


def _scale(low: float, high: float, start: float, end: float):
    """A linear scale; where there is but one value, all falls in the middle."""
    if high == low:
        return lambda value: (start + end) / 2
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _day(point: Point) -> date:
    return point.figure.claim.date_end  # type: ignore[return-value]
