"""A picture as PNG, by Pillow: for preview cards, which no page can lend its colours and fonts.

Drawn at twice the size and scaled down, since Pillow's lines have hard edges.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from .basemap import Placed
from .picture import MARK, Mark, Name, Picture
from .view import Point, Size

FONTS = Path(settings.BASE_DIR) / "static/fonts"
FINE = 2  # pixels drawn for each that is kept
# Light colours of static/css/tokens.css and map.css.
COLOURS = {
    "paper": "#fcfaf5", "ink": "#1b1a18", "quiet": "#4b4842", "accent": "#9c2f1b",
    "sea": "#e7edf0", "land": "#fbf9f4", "lake": "#dfe8ec", "coast": "#9fb0b8", "shore": "#b3c1c8", "river": "#aabfc9",
    "border": "#8b857b", "country": "#6d675d", "town": "#2b2925", "water": "#66808d",
    "battle": "#a8321e", "strike": "#99610a", "people": "#1f6390", "other": "#5b5b58",
}  # fmt: skip
NAME_COLOURS = {"c": "country", "w": "water"}
# The shapes of reports/public/kinds.py as corners; the class without any is round.
CORNERS: dict[str, list[Point]] = {
    "battle": [(0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0)],
    "strike": [(0, -1.1), (1.05, 0.8), (-1.05, 0.8)],
    "people": [(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)],
}


@cache
def font(name: str, size: float) -> ImageFont.FreeTypeFont:
    """One of our own fonts (static/fonts), such as "sans-400", at a size in pixels."""
    return ImageFont.truetype(FONTS / f"frontdesk-{name}.woff2", size)


def measure(text: str, size: float) -> float:
    return font("sans-400", size).getlength(text)


def paint(picture: Picture) -> Image.Image:
    """The picture in its own size."""
    image = Image.new("RGB", _fine(picture.view.size), COLOURS["sea"])
    for square in picture.squares:
        _paint_square(image, square)
    brush = ImageDraw.Draw(image, "RGBA")
    for mark in picture.marks:
        if mark.radius:
            _area(brush, mark)
    for name in picture.names:
        _name(brush, name)
    for mark in picture.marks:
        if not mark.radius:
            _mark(brush, mark)
    return image.resize(picture.view.size, Image.Resampling.LANCZOS)


def encoded(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _fine(size: Size) -> tuple[int, int]:
    return size.width * FINE, size.height * FINE


def _paint_square(image: Image.Image, square: Placed) -> None:
    """Painted whole on a sheet of its own, then cut along its ground."""
    sheet = Image.new("RGB", image.size, COLOURS["sea"])
    brush = ImageDraw.Draw(sheet)
    for points in _rings(square, "land"):
        brush.polygon(points, fill=COLOURS["land"])
    for points in _rings(square, "river"):
        brush.line(points, fill=COLOURS["river"], width=2)
    for points in _rings(square, "lake"):
        brush.polygon(points, fill=COLOURS["lake"], outline=COLOURS["shore"])
    for points in _rings(square, "land"):
        brush.line([*points, points[0]], fill=COLOURS["coast"], width=2)
    for layer, width in (("border", 3), ("disputed", 2)):
        for points in _rings(square, layer):
            brush.line(points, fill=COLOURS["border"], width=width)
    left, top, right, bottom = (round(edge * FINE) for edge in square.cell)
    box = (max(0, left), max(0, top), min(image.width, right), min(image.height, bottom))
    image.paste(sheet.crop(box), box[:2])


def _rings(square: Placed, layer: str) -> list[list[Point]]:
    return [[(x * FINE, y * FINE) for x, y in points] for points in square.lines(layer) if len(points) > 2]


def _area(brush: ImageDraw.ImageDraw, mark: Mark) -> None:
    colour = COLOURS[mark.spot.kind]
    brush.ellipse(_disc(mark.x, mark.y, mark.radius), fill=f"{colour}22", outline=f"{colour}aa", width=3)


def _mark(brush: ImageDraw.ImageDraw, mark: Mark) -> None:
    colour, half = COLOURS[mark.spot.kind], MARK * FINE
    if mark.spot.kind in CORNERS:
        corners = [(mark.x * FINE + x * half, mark.y * FINE + y * half) for x, y in CORNERS[mark.spot.kind]]
        brush.polygon(corners, fill=colour, outline=COLOURS["paper"], width=3)
    else:
        brush.ellipse(_disc(mark.x, mark.y, MARK), fill=colour, outline=COLOURS["paper"], width=3)


def _name(brush: ImageDraw.ImageDraw, name: Name) -> None:
    face = font("sans-600" if name.label.kind == "c" else "sans-400", name.size * FINE)
    if name.dot:
        brush.ellipse(_disc(*name.dot, 1.9), fill=COLOURS["town"])
    colour = COLOURS[NAME_COLOURS.get(name.label.kind, "town")]
    spot = (name.x * FINE, name.y * FINE)
    brush.text(spot, name.text, colour, face, anchor="lm", stroke_width=5, stroke_fill=COLOURS["land"])


def _disc(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return (x - radius) * FINE, (y - radius) * FINE, (x + radius) * FINE, (y + radius) * FINE
