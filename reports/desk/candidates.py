"""The places that bear a name: the desk's own first, then the gazetteer's. For a place that an editor adds."""

from typing import Any

from reports.geocoding import GazetteerMissing
from reports.workflow.knowledge import desk_knowledge

MOST = 12
KEYS = ("name", "country", "kind", "latitude", "longitude", "radius_km", "gazetteer", "id")


def candidates_for(words: str, country: str | None = None) -> list[dict[str, Any]]:
    """Candidates as a reading lists them (`alternatives`), those of the country first; empty where nothing is known."""
    try:
        found = desk_knowledge().geocoder.geocode(words, exactly_one=False) or []
    except GazetteerMissing:
        return []
    rows = [{key: spot.raw.get(key) for key in KEYS} for spot in found]
    return sorted(rows, key=lambda row: row["country"] != country)[:MOST]
