"""The districts and provinces that may stand for a place: those of the offline gazetteer around it, its own first."""

from dataclasses import dataclass
from typing import Any

from reports.extraction.folding import fold
from reports.geocoding.gazetteer import Row
from reports.geocoding.geometry import km_between
from reports.geocoding.schema import RADIUS, WHERE_PREC
from reports.models import Location

from .knowledge import shipped_gazetteer

DISTRICTS, PROVINCES = 4, 4  # offered
FAR_DISTRICT_KM, FAR_PROVINCE_KM = 60.0, 400.0


@dataclass(frozen=True)
class Area:
    """A district or province that stands for a place: its middle in degrees, its radius in km, UCDP's where_prec."""

    name: str
    kind: str
    country: str | None
    latitude: float
    longitude: float
    radius_km: float
    where_prec: int

    @property
    def key(self) -> str:
        """What a form sends back."""
        return f"{self.kind}:{self.name}"

    @property
    def fields(self) -> dict[str, Any]:
        """What the row of a blurred place says: the area, and nothing that leads to the place itself."""
        return {
            "name": self.name,
            "place_kind": self.kind,
            "country": self.country,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "radius_km": self.radius_km,
            "where_prec": self.where_prec,
            "geometry": None,
            "relation": None,
            "place": None,
            "gazetteer": "",
            "gazetteer_id": "",
        }


def areas(location: Location) -> list[Area]:
    """Provinces and districts around a place, its own province first. None for a place without a spot or a country.

    An area of the place's own name is left out, since it would tell the name.
    """
    if location.latitude is None or location.longitude is None or not location.country_id:
        return []
    spot, names = (location.latitude, location.longitude), {fold(location.name), fold(location.claim.quote)}
    gazetteer = shipped_gazetteer()
    entry = gazetteer.entry(location.gazetteer, location.gazetteer_id) if location.gazetteer_id else None
    near = [
        (km_between(spot, (row.latitude or 0, row.longitude or 0)), row)
        for row in gazetteer.units(location.country_id)
        if fold(row.name) not in names
    ]
    near.sort(key=lambda pair: (not (entry and entry.admin1 and pair[1].admin1 == entry.admin1), pair[0]))
    provinces = [row for km, row in near if row.kind == "province" and km <= FAR_PROVINCE_KM][:PROVINCES]
    districts = [row for km, row in near if row.kind == "district" and km <= FAR_DISTRICT_KM][:DISTRICTS]
    return [_area(row) for row in (*provinces[:1], *districts, *provinces[1:])]


def _area(row: Row) -> Area:
    return Area(
        name=row.name,
        kind=row.kind,
        country=row.country,
        latitude=row.latitude or 0.0,
        longitude=row.longitude or 0.0,
        radius_km=row.radius_km or RADIUS[row.kind],
        where_prec=WHERE_PREC[row.kind],
    )
