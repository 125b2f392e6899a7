"""Locate names that somebody else found, in their context: for measuring against other geocoders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .gazetteer import Gazetteer, Row
from .schema import WHERE_PREC
from .short_names import short_names
from .toponyms import Toponyms


def locate_names(
    names: Iterable[str], context: str, gazetteer: Gazetteer, countries: Iterable[str] = ()
) -> list[dict[str, Any] | None]:
    """The entry chosen for each name of one text, None where nothing is known. `countries` narrow the answers.

    A country is answered with the point that stands for it (`where_prec` 6): for measuring, and never for a map.
    """
    asked = list(names)
    toponyms = Toponyms(asked, context, gazetteer, short_names(), countries)
    answers: list[dict[str, Any] | None] = []
    for name in asked:
        chosen = toponyms.choose(name)
        if chosen is None:
            answers.append(None)
            continue
        others = [_entry(row, gazetteer) for row in chosen.others]
        answers.append(_entry(chosen.row, gazetteer) | {"stands_in": chosen.stands_in, "alternatives": others})
    return answers


def _entry(row: Row, gazetteer: Gazetteer) -> dict[str, Any]:
    spot = (row.latitude, row.longitude) if row.kind != "country" else gazetteer.point(row.country or "")
    latitude, longitude = spot or (None, None)
    return {
        "name": row.name,
        "country": row.country,
        "kind": row.kind,
        "latitude": latitude,
        "longitude": longitude,
        "where_prec": WHERE_PREC[row.kind],
        "gazetteer": row.source,
        "id": row.ref,
    }
