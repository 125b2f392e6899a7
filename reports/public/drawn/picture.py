"""What a still picture holds, worked out once for every way to draw it: land, names with room, and marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .basemap import Label, Placed, squares_of
from .boxes import GAP, Box, Measure, around, clash, within
from .grounds import Field, Ground, fields
from .view import Point, Size, View

MARK = 7.0  # pixels: half the width of a mark
LARGEST = 0.45  # of the picture's height: no area is drawn larger, since it would say nothing any more
TOWNS = frozenset("tk")
RANK = {"c": 40, "k": 30, "t": 0, "w": 12}  # which names go first; others are left out of so small a map


@dataclass(frozen=True)
class Spot:
    """A place where something happened: degrees, its class of development, and how far off it may be (0: a mark)."""

    latitude: float
    longitude: float
    kind: str
    radius_km: float
    title: str
    url: str = ""


@dataclass(frozen=True)
class Mark:
    """A spot as drawn, at a pixel; `radius` 0 is a mark, any other a disc."""

    spot: Spot
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Name:
    """A name with room: its box's left and middle, its size in pixels, and for towns where the dot is."""

    label: Label
    text: str
    size: float
    x: float
    y: float
    dot: Point | None


@dataclass(frozen=True)
class Picture:
    view: View
    squares: list[Placed]
    fields: list[Field]
    marks: list[Mark]
    names: list[Name]


def draw(
    spots: Sequence[Spot],
    size: Size,
    measure: Measure,
    *,
    bounds: Sequence[float] | None = None,
    grounds: Sequence[Ground] = (),
    language: str = "",
) -> Picture:
    """The picture that holds all spots; `bounds` (west, south, east, north) where there are none.

    The map's names are in the language where it has them.
    """
    corners = [(bounds[1], bounds[0]), (bounds[3], bounds[2])] if bounds else []
    view = View.around([(spot.latitude, spot.longitude) for spot in spots] or corners, size)
    squares = squares_of(view)
    marks = _marks(spots, view)
    taken = [around(mark.x, mark.y, MARK + 1) for mark in marks if not mark.radius]
    held = fields(grounds, taken, view, measure)
    taken += [field.label for field in held if field.label]
    labels = [label for square in squares for label in square.labels(language)]
    return Picture(view, squares, held, marks, _names(labels, taken, view, measure))


def _marks(spots: Iterable[Spot], view: View) -> list[Mark]:
    """Areas first, the largest at the bottom; of marks on one pixel only one is drawn."""
    marks: dict[tuple[int, int, bool, str], Mark] = {}
    for spot in spots:
        x, y = view.at(spot.latitude, spot.longitude)
        radius = min(view.pixels(spot.radius_km, spot.latitude), LARGEST * view.size.height) if spot.radius_km else 0.0
        radius = max(radius, MARK + 2) if spot.radius_km else 0.0
        marks[round(x), round(y), bool(radius), spot.kind] = Mark(spot, x, y, radius)
    return sorted(marks.values(), key=lambda mark: -mark.radius)


def _names(labels: Iterable[Label], taken: list[Box], view: View, measure: Measure) -> list[Name]:
    """The names that find room, the weightiest first, clear of what is taken, of each other and of the edge."""
    taken = [*taken]
    placed: list[Name] = []
    for label in sorted(labels, key=lambda label: -(RANK.get(label.kind, 0) + label.weight - 4 * label.zoom)):
        if label.kind not in RANK or label.zoom > view.zoom + 0.5 or (label.kind == "c" and view.zoom > 7.5):
            continue
        country = label.kind == "c"
        text, size = (label.name.upper(), 11.0) if country else (label.name, 11.5)
        width = measure(text, size) * (1.12 if country else 1)
        dot = (label.x, label.y) if label.kind in TOWNS else None
        for box in _boxes(label, width, size):
            if within(box, view.size) and not any(clash(box, other) for other in taken):
                taken += [box, *([around(*dot, 3)] if dot else [])]
                placed.append(Name(label, text, size, box[0], (box[1] + box[3]) / 2, dot))
                break
    return placed


def _boxes(label: Label, width: float, size: float) -> list[Box]:
    """Where a name may stand, best first: beside a town, clear of a mark that stands on it; around any other point."""
    half, x, y = size * 0.62, label.x, label.y
    if label.kind not in TOWNS:
        return [(x - width / 2, y + shift - half, x + width / 2, y + shift + half) for shift in (0, -12, 12)]
    out = MARK + GAP
    lefts = [(x + GAP + 2, y), (x - width - GAP - 2, y), (x + out, y), (x - width - out, y)]
    lefts += [(x - width / 2, y - out - half), (x - width / 2, y + out + half)]
    return [(left, middle - half, left + width, middle + half) for left, middle in lefts]
