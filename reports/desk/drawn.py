"""What a browser has drawn of a board already: a step is answered with the items that look different by now.

Each item carries a mark, a digest of all that it shows; a script sends back the marks that it holds. So nothing need be
remembered between two requests, and what someone else decided meanwhile is drawn as well.
"""

import json
from hashlib import blake2b
from typing import Any

from reports.models import ControlClaim, Development, Figure, Involvement, Location

from .board import Board, Item


def mark(board: Board, pins: dict[str, Any], not_repeated: set[int], *beside: Any) -> None:
    """Give each item its mark, and the board that of its layout and of its pins. `beside`: what all items depend on."""
    for item in board.items:
        item.mark = _digest(_shown(item), item.claim.pk in not_repeated)
    frames = [
        (block.name, block.new_front, block.has_front, [[item.claim.pk for item in card.items] for card in block.cards])
        for block in board.blocks
    ]
    board.layout, board.pinned = _digest(frames, beside), _digest(json.dumps(pins, default=str))


def changed(board: Board, drawn: str) -> list[Item] | None:
    """The items that a browser must draw anew; None where it must draw the whole board: cards came, went or moved."""
    layout, *marks = drawn.split() or [""]
    if layout != board.layout:
        return None
    held = frozenset(marks)
    return [item for item in board.items if item.mark not in held]


def _shown(item: Item) -> tuple[Any, ...]:
    """All that `desk/_item.html` tells of an item."""
    claim = item.claim
    now = (claim.is_public, claim.is_delayed, item.is_hidden_with_sentence)
    names = (item.said_by, str(claim.reviewed_by), *_names(item.part))
    return _columns(claim), _columns(item.part), names, now, item.note, item.aside


def _columns(row: Any) -> list[Any]:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]


def _names(part: Any) -> list[Any]:
    """What the part shows of other rows."""
    if isinstance(part, Development):
        return [(link.front.name, link.primary, link.basis) for link in part.front_links.all()]  # type: ignore[attr-defined]
    if isinstance(part, Figure):
        return [place.name for place in part.locations.all()]
    if isinstance(part, Location):
        return [str(part.country)]
    if isinstance(part, Involvement):
        return [str(part.group)]
    if isinstance(part, ControlClaim):
        return [part.location and part.location.name, str(part.holder), str(part.contender)]
    return []


def _digest(*values: Any) -> str:
    return blake2b(repr(values).encode(), digest_size=8).hexdigest()
