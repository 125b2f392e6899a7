"""`They include 138 soldiers, 79 gunmen and 18 herders`: the rest of a list is part of the whole that its first is of.

Needs wholes; sets `part_of`, and the kind of people that no words of their own tell.
"""

from __future__ import annotations

from itertools import pairwise

from .model import Draft, Figure

_LINKS = ([","], ["and"], [",", "and"], [",", "as", "well", "as"], ["as", "well", "as"])
_LONGEST = 8  # tokens between two items: "138 members of the security forces, 79 gunmen"


def find_listed_parts(draft: Draft) -> None:
    """Follow each list on from an item whose whole is known."""
    for one, two in pairwise(draft.figures):
        if one.part_of is None or two.part_of is not None or one.sentence != two.sentence:
            continue
        if two.unit == "percent" or two.verb is not None or not _listed(draft, one, two):
            continue
        if two.kind == "other" and "people" in (one.unit, two.unit):
            two.kind, two.rules["kind"] = one.kind, "listed-with"
        if two.kind == one.kind:
            two.part_of, two.rules["part_of"] = one.part_of, "listed-with"


def _listed(draft: Draft, one: Figure, two: Figure) -> bool:
    """Whether only the rest of the first item ("of the army") and what links items stands between."""
    between = [token.low for token in draft.tokens[one.last : two.first]]
    if between in _LINKS:
        return True
    return between[:1] == ["of"] and len(between) <= _LONGEST and any(between[-len(link) :] == link for link in _LINKS)
