"""Grounds of who holds what as SVG: filled, hatched, striped, ringed or bare, as on the map (css/control.css)."""

from collections.abc import Iterable
from html import escape

from .grounds import TEXT, Colour, Field

HATCH, STRIPE = 2.6, 4.5  # pixels, as in static/js/map/control-signs.js
RING = 4.0  # pixels by which a besieger's ring lies outside


def render(fields: Iterable[Field]) -> tuple[str, str]:
    """The grounds, and the labels, which stand above the names; both empty where nobody holds anything."""
    fields = list(fields)
    patterns = {name: _pattern(name, field) for field in fields if (name := _fill(field))}
    defs = f"<defs>{''.join(patterns.values())}</defs>" if patterns else ""
    return defs + "".join(map(_ground, fields)), "".join(map(_label, fields))


def _ground(field: Field) -> str:
    ground, fill = field.ground, _fill(field)
    look = f"hold hold--{ground.state} hold--{_first(field)}" + (" hold--old" if ground.old else "")
    body = _shape(field, 0, f'class="{look}"' + (f' fill="url(#{fill})"' if fill else ""))
    ring = _shape(field, RING, f'class="hold__ring hold--{ground.besieger}"') if ground.besieger else ""
    return f'<a href="{escape(ground.url)}"><title>{escape(ground.title)}</title>{body}{ring}</a>'


def _shape(field: Field, outside: float, attributes: str) -> str:
    if not field.rings:
        return f'<circle cx="{field.x:.1f}" cy="{field.y:.1f}" r="{field.radius + outside:.1f}" {attributes}/>'
    rings = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "Z" for ring in field.rings)
    return f'<path d="{rings}" {attributes}/>'


def _label(field: Field) -> str:
    if not field.label:
        return ""
    left, top, _right, bottom = field.label
    return (
        f'<text class="drawn__held" x="{left:.1f}" y="{(top + bottom) / 2 + 3.6:.1f}" font-size="{TEXT:g}">'
        f"{escape(field.ground.short)}</text>"
    )


def _first(field: Field) -> Colour:
    return next(iter(field.ground.colours), "none")


def _bands(field: Field) -> list[Colour]:
    colours = list(field.ground.colours[:3])
    if field.ground.state == "claimed":
        return [_first(field), "paper"]
    return colours if len(colours) > 1 else [*(colours or ["none"]), "none" if colours else "paper"]


def _fill(field: Field) -> str:
    """The id of its pattern; empty where it has none."""
    state = field.ground.state
    return f"{state}-{'-'.join(map(str, _bands(field)))}" if state in {"claimed", "contested"} else ""


def _pattern(name: str, field: Field) -> str:
    state, bands = field.ground.state, _bands(field)
    width = HATCH if state == "claimed" else STRIPE
    rects = "".join(
        f'<rect x="{n * width:g}" width="{width + 0.05:g}" height="12" class="band band--{state} hold--{colour}"/>'
        for n, colour in enumerate(bands)
    )
    return (
        f'<pattern id="{name}" width="{len(bands) * width:g}" height="12" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)">{rects}</pattern>'
    )
