"""How likely a name means a place before its text has spoken: kind, people, spelling, in powers of ten of people."""

from __future__ import annotations

import math
import unicodedata

from reports.extraction.folding import fold

from .gazetteer import Row
from .schema import THEATRE
from .short_names import Name, ShortNames

_SHARP = 1.2  # how much a lead of one power of ten says
_SHORT = (("saint ", "st "), ("mount ", "mt "), ("fort ", "ft "))


def likelihood(row: Row, reading: Name, short: ShortNames) -> float:
    """A score for one row: a country 9, a city of a million 6, a hamlet 2; less where the name is a minor spelling."""
    value = _by_kind(row)
    value -= 1.4 * (not row.main)
    value += 0.5 * (row.rank >= THEATRE)
    value += 0.5 * (row.kind == "city" and short.capitals.get(row.country or "") == fold(row.name))
    value -= 1.2 * (not reading.country and _plain(row.name) != _plain(reading.text))
    return value


def chances(scores: list[float]) -> list[float]:
    """Scores as chances that add up to one; the list may be empty."""
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(_SHARP * (score - top)) for score in scores]
    return [part / sum(parts) for part in parts]


def _by_kind(row: Row) -> float:
    if row.kind == "country":
        return 9.0
    if row.kind == "province":
        return 3.2 + 1.3 * math.log10(max(row.radius_km or 0.0, 3.0))
    if row.kind == "region":
        return 8.0 if (row.radius_km or 0.0) >= 500 else 6.0
    if row.kind == "river":
        return 5.5
    people = math.log10(row.population + 50.0)
    return people if row.kind != "district" or row.main else people - 1.5


def _plain(name: str) -> str:
    """Letters and digits alone: what is left for the eye, where the folding key goes further."""
    words = name.casefold()
    for long, cut in _SHORT:
        words = words.replace(long, cut)
    return "".join(c for c in unicodedata.normalize("NFKD", words) if c.isalnum())
