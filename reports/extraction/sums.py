"""Counts that add up to one told before them: `six air strikes: four on the port and two on the town`.

Needs figures; sets `part_of`, and the kind of an item that no words of its own tell.
"""

from __future__ import annotations

from .cues import cue
from .model import MEASURES, Draft, Figure
from .words import ARMED

_LONGEST = 6  # items of one sum
_BY_ITSELF = cue("relate", "told_by_itself")


def find_sums(draft: Draft) -> None:
    """Point the items of each sum at the total before them."""
    for k, total in enumerate(draft.figures):
        items = _items(draft, k)
        people = {item.subject_class for item in items}
        if total.subject_class == "unspecified" and "civilians" in people and people & ARMED:
            total.subject_class, total.rules["subject_class"] = "mixed", "adds-up"
        for item in items:
            item.part_of, item.rules["part_of"] = k, "adds-up"
            if item.kind != total.kind:
                item.kind, item.unit, item.rules["kind"] = total.kind, total.unit, "adds-up"
                item.rule += "+adds-up"
            if item.bare and item.subject_class == "unspecified":
                item.subject_class, item.rules["subject_class"] = total.subject_class, "adds-up"


def _items(draft: Draft, k: int) -> list[Figure]:
    """The counts right behind figure `k`, two or more, that make up its number; none where they do not."""
    total, items, left = draft.figures[k], [], draft.figures[k].low or 0
    if total.unit == "percent" or total.kind in MEASURES or total.high != total.low or left < 3:
        return []
    for item in draft.figures[k + 1 : k + 1 + _LONGEST]:
        if item.sentence != total.sentence or item.low is None or item.low != item.high:
            return []
        if not _alike(item, total, ":" in draft.lows[total.last : item.first]):
            return []
        items.append(item)
        left -= item.low
        if left <= 0:
            break
    return items if left == 0 and len(items) > 1 and _listed(draft, total, items) else []


def _alike(item: Figure, total: Figure, colon: bool) -> bool:
    """Of the kind of the total, or of none; and of no whole of its own. Behind a colon, whatever noun names it."""
    if item.part_of is not None or item.more or item.unit == "percent" or item.low == 0:
        return False
    if item.kind == total.kind:
        return item.unit == total.unit or item.bare
    told = item.rule.rsplit("+", 1)[-1] in _BY_ITSELF
    return item.kind in ("other", "troops") and not told and (colon or item.bare or item.unit == "people" == total.unit)


def _listed(draft: Draft, total: Figure, items: list[Figure]) -> bool:
    """Behind a colon, or each item right behind the last and `and` or a comma."""
    lows = draft.lows
    return ":" in lows[total.last : items[0].first] or all(
        lows[item.first - 1] in (",", "and", ";", ":", "—", "–") for item in items
    )
