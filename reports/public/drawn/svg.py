"""A picture as SVG, to stand in a page: its colours are the page's own (css/map.css), its marks lead somewhere."""

from collections.abc import Iterable
from html import escape

from reports.public.kinds import SHAPES

from . import held
from .basemap import Placed
from .picture import MARK, Mark, Name, Picture
from .view import Point

FILLED = ("land", "lake")
STROKED = ("border", "disputed")


def measure(text: str, size: float) -> float:
    """About as wide as a sans-serif text gets; the browser sets it in whatever font it has."""
    return 0.58 * size * len(text)


def render(picture: Picture, label: str) -> str:
    """One `svg` element; `label` is what it shows, in words."""
    width, height = picture.view.size
    squares = "".join(_square(square, number) for number, square in enumerate(picture.squares))
    names = "".join(map(_name, picture.names))
    grounds, labels = held.render(picture.fields)
    areas = "".join(_mark(mark) for mark in picture.marks if mark.radius)
    pins = "".join(_mark(mark) for mark in picture.marks if not mark.radius)
    return (
        f'<svg class="drawn" viewBox="0 0 {width} {height}" role="group" aria-label="{escape(label)}">'
        f'<rect class="drawn__sea" width="{width}" height="{height}"/>{squares}{grounds}{areas}'
        f'<g aria-hidden="true">{names}{labels}</g>{pins}</svg>'
    )


def _square(square: Placed, number: int) -> str:
    left, top, right, bottom = square.cell
    cut = f'<clipPath id="q{number}"><rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}"/></clipPath>'  # noqa: E501
    paths = "".join(
        f'<path class="drawn__{layer}" d="{data}"/>'
        for layer in ("land", "river", "lake", *STROKED)
        if (data := _path(square.lines(layer), closed=layer in FILLED))
    )
    return f'{cut}<g clip-path="url(#q{number})">{paths}</g>'


def _path(lines: Iterable[list[Point]], closed: bool) -> str:
    return "".join(_line(points) + ("Z" if closed else "") for points in lines if len(points) > 1)


def _line(points: list[Point]) -> str:
    """Steps in whole tenths of a pixel from point to point: as short as a path can be said."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), said = tenths[0], []
    for ahead, down in tenths[1:]:
        said.append(f"{_tenth(ahead - x)} {_tenth(down - y)}")
        x, y = ahead, down
    return f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l{' '.join(said)}"


def _tenth(value: int) -> str:
    return f"{value / 10:g}"


def _name(name: Name) -> str:
    dot = f'<circle class="drawn__dot" cx="{name.dot[0]:.1f}" cy="{name.dot[1]:.1f}" r="1.8"/>' if name.dot else ""
    return (
        f'{dot}<text class="drawn__name drawn__name--{name.label.kind}" x="{name.x:.1f}" y="{name.y + 4:.1f}"'
        f' font-size="{name.size:g}">{escape(name.text)}</text>'
    )


def _mark(mark: Mark) -> str:
    if mark.radius:
        shape = f'<circle class="drawn__area drawn__area--{mark.spot.kind}" cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:.1f}"/>'  # noqa: E501
    else:
        shape = (
            f'<path class="drawn__mark drawn__mark--{mark.spot.kind}" d="{SHAPES[mark.spot.kind]}"'
            f' transform="translate({mark.x:.1f} {mark.y:.1f}) scale({MARK:g})"/>'
        )
    titled = f"<title>{escape(mark.spot.title)}</title>{shape}"
    return f'<a href="{escape(mark.spot.url)}">{titled}</a>' if mark.spot.url else f"<g>{titled}</g>"
