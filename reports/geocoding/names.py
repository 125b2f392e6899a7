"""Locate names that somebody else found, in their context: for measuring against other geocoders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.extraction import Lexicon, read
from reports.extraction.model import Place

from .gazetteer import Gazetteer
from .locate import locate


def locate_name(
    name: str, context: str, lexicon: Lexicon, gazetteer: Gazetteer, countries: Iterable[str] = ()
) -> dict[str, Any] | None:
    """The entry chosen for `name` in a text, as its `raw`; None where nothing is known. `countries` narrow the answer.

    The text is read as a report is, so that its other places and countries help to choose. A name that the finder
    left out is added as a mention without a cue.
    """
    document = read(context, lexicon, gazetteer)
    at = context.find(name)
    own = next((p for p in document.places if p.text == name or p.clue.get("query") == name), None)
    if own is None:
        own = Place(max(at, 0), max(at, 0) + len(name), name, name, clue={"query": name, "kinds": []})
        document.places.append(own)
    located = locate(document, gazetteer).places[document.places.index(own)]
    wanted = {code.upper() for code in countries}
    chosen = [_short(located), *located.alternatives] if located.id else located.alternatives
    return next((entry for entry in chosen if not wanted or entry["country"] in wanted), None)


def _short(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "gazetteer": place.gazetteer,
        "id": place.id,
    }
