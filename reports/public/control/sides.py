"""The sides that hold places: for each a colour that stays, a short name for the map, and the group that it stands for.

Who is part of another is on its side, and has its colour. Sides that are heard of in one country never share a colour
while there are enough, nor do the first eight; a colour that the desk chose for a group comes first.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reports.public.index import Index

COLOURS = range(1, 9)  # --hold-1 … in static/css/control.css
SMALL_WORDS = {"of", "the", "and", "al", "an", "for", "in", "de", "du", "des", "la", "le", "les"}
# Words that many names in Arabic begin with, and that tell no side from another.
GENERAL = {"القوات", "قوات", "تنظيم", "حركة", "جيش", "الجيش", "فصائل", "وحدات", "مجموعة", "هيئة", "جبهة", "حكومة"}
LONGEST = 9  # letters of a name of one word
_colours: WeakKeyDictionary[Index, dict[int, int]] = WeakKeyDictionary()
_CHOSEN = re.compile(r"side-([1-8])")


@dataclass(frozen=True)
class Side:
    """A group that is part of no other; `colour` is its number in the palette."""

    pk: int
    slug: str
    name: str
    short: str
    colour: int


def side_of(group: int, index: Index) -> int:
    """The group that a group belongs to in the end: itself where it is part of none."""
    above = index.names.above
    return min(above.get(group, [group]), key=lambda pk: (len(above.get(pk, ())), pk))


def sides(groups: Iterable[int], index: Index) -> list[Side]:
    """The sides of these, in the order of their names, each with a short name of its own among them."""
    chosen = colours(index)
    found = [index.names.groups[pk] for pk in {side_of(group, index) for group in groups} if pk in index.names.groups]
    named = {record.pk: index.names.shown("group", record.pk, record.name) for record in found}
    shorts = _told_apart(named)
    return sorted(
        (Side(one.pk, one.slug, named[one.pk], shorts[one.pk], chosen.get(one.pk, COLOURS[0])) for one in found),
        key=lambda side: side.name,
    )


def colours(index: Index) -> dict[int, int]:
    """The colour of every side that anything public names as a holder or contender; reckoned once for an index."""
    if index not in _colours:
        _colours[index] = _reckoned(index)
    return _colours[index]


def _reckoned(index: Index) -> dict[int, int]:
    grounds: dict[int, set[str | int]] = defaultdict(set)
    controls = index.controls
    fronts = index.primary_front[controls["at"]].tolist()
    for *groups, front in set(zip(controls["holder"].tolist(), controls["contender"].tolist(), fronts, strict=True)):
        for group in filter(None, groups):
            grounds[side_of(group, index)] |= {front, *index.names.countries_of_front.get(front, ())}
    found: dict[int, int] = {}
    for pk in sorted(grounds, key=lambda pk: (not _chosen(pk, index), pk)):
        near = [found[other] for other in found if grounds[other] & grounds[pk]]
        used = list(found.values())
        free = min(COLOURS, key=lambda colour: (near.count(colour), used.count(colour), colour))
        found[pk] = _chosen(pk, index) or free
    return found


def name_of(pk: int | None, index: Index) -> str:
    """Its name for the reader; empty for none."""
    record = index.names.groups.get(pk or 0)
    return index.names.shown("group", record.pk, record.name) if record else ""


def slug_of(pk: int | None, index: Index) -> str | None:
    """Its word in addresses."""
    record = index.names.groups.get(pk or 0)
    return record.slug if record else None


def short(name: str) -> str:
    """A name for a small label: initials ("SDF"), or the word itself where it is one; in Arabic, which has no initials,
    the first two words that tell one side from another."""
    parts = [word for word in re.split(r"[\s\-–/]+", name) if word]
    telling = [word for word in parts if word.lower() not in SMALL_WORDS and word[0].isalnum()]
    if len(telling) > 1 and unicodedata.bidirectional(telling[0][0]) == "AL":
        return " ".join(telling[telling[0] in GENERAL :][:2])
    if len(telling) < 2:
        return (telling or [name])[0][:LONGEST]
    return "".join(word[0] for word in telling).upper()[:5]


def _chosen(pk: int, index: Index) -> int | None:
    record = index.names.groups.get(pk)
    match = _CHOSEN.fullmatch(record.colour) if record else None
    return int(match[1]) if match else None


def _told_apart(names: dict[int, str]) -> dict[int, str]:
    """Short names by key; two that would be the same keep their whole names."""
    shorts = {pk: short(name) for pk, name in names.items()}
    taken = list(shorts.values())
    return {pk: one if taken.count(one) == 1 else names[pk] for pk, one in shorts.items()}
