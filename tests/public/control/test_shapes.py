"""Where a place of the layer lies: an outline that we have, else a circle of its own radius."""

from itertools import pairwise

import pytest

from reports.models import Country, Location
from reports.public.control.shapes import is_drawn, outline, radius_km


def place(**fields) -> Location:
    country = Country(iso2="SY", iso3="SYR", name="Syria")
    return Location(**{"name": "Aleppo", "country": country, "latitude": 36.2, "longitude": 37.16, **fields})


def test_a_province_has_its_own_outline_wound_as_geojson_asks():
    area = outline(place(place_kind="province", gazetteer="naturalearth", gazetteer_id="SY.Aleppo"))
    assert area["type"] == "MultiPolygon"
    for (ring,) in area["coordinates"]:
        assert ring[0] == ring[-1]
        assert sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) > 0
    longitudes, latitudes = zip(*area["coordinates"][0][0], strict=True)
    assert min(longitudes) < 37.16 < max(longitudes)
    assert min(latitudes) < 36.2 < max(latitudes)


def test_a_province_is_found_by_its_name_too():
    assert outline(place(place_kind="province")) is not None


def test_a_town_of_the_same_name_has_none():
    assert outline(place(place_kind="city")) is None


def test_a_part_of_a_province_is_not_the_whole_of_it():
    assert outline(place(place_kind="province", relation={"kind": "direction", "bearing": 0})) is None


def test_an_area_that_is_its_own_comes_first_and_a_line_is_none():
    area = {"type": "Polygon", "coordinates": [[[37, 36], [38, 36], [38, 37], [37, 36]]]}
    assert outline(place(place_kind="district", geometry=area)) == area
    assert (
        outline(place(place_kind="road", geometry={"type": "LineString", "coordinates": [[37, 36], [38, 36]]})) is None
    )


@pytest.mark.parametrize(("fields", "km"), [({"radius_km": 4.0}, 4.0), ({"place_kind": "city"}, 5.0), ({}, 3.0)])
def test_a_circle_is_as_large_as_the_place_or_as_its_kind_is(fields, km):
    assert radius_km(place(**fields)) == km


def test_a_quarter_of_which_only_the_province_is_known_is_not_drawn():
    assert not is_drawn(place(place_kind="district", where_prec=4, radius_km=80.0))
    assert is_drawn(place(place_kind="district", where_prec=2, radius_km=10.0))
    assert is_drawn(place(place_kind="province", where_prec=4))
    assert is_drawn(place(place_kind="district", where_prec=4, gazetteer="theatre", gazetteer_id="7"))
    assert not is_drawn(place(latitude=None))
