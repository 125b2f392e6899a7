"""The ground along a border: how far from it, on whose side, which stretch."""

import pytest
import shapely
from shapely.geometry import shape

from reports.geocoding import borderlands
from reports.geocoding.borderlands import are_neighbours, strip
from reports.geocoding.geometry import km_between

CARRIED_OVER = 4.0  # km: what simplified outlines are off


def km_from(country: str, latitude: float, longitude: float) -> float:
    """From a spot to a country's own ground."""
    ground = borderlands._ground(country)
    x, y = shapely.shortest_line(shapely.Point(longitude, latitude), ground).coords[-1]
    return km_between((latitude, longitude), (y, x))


NEIGHBOURS = [("SY", "TR"), ("ET", "ER"), ("TH", "KH"), ("IN", "PK"), ("UA", "RU"), ("SS", "SD")]
STRIPS = [
    ("SY", "TR", (0, 25)),
    ("ET", "ER", (31.5, 38.5)),
    ("UA", "RU", (0, 10)),
    ("MM", "CN", (0, 25)),
    ("CM", "NG", (18, 22)),
    ("LS", "ZA", (0, 25)),
]


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_neighbours_meet_on_land(one, other):
    assert are_neighbours(one, other)
    assert are_neighbours(other, one)


@pytest.mark.parametrize(("one", "other"), [("SY", "EG"), ("SY", "SY"), ("CY", "SY"), ("IQ", "XX")])
def test_others_do_not(one, other):
    assert not are_neighbours(one, other)


@pytest.mark.parametrize(("side", "other", "within"), STRIPS)
def test_the_strip_lies_on_its_side_and_so_far_from_the_other(side, other, within):
    found = strip(side, other, within)
    area = shape(found.area)
    assert area.is_valid
    for part in shapely.get_parts(area):
        for longitude, latitude in part.exterior.coords:
            assert within[0] - CARRIED_OVER <= km_from(other, latitude, longitude) <= within[1] + CARRIED_OVER
            assert km_from(side, latitude, longitude) < CARRIED_OVER
            assert km_between(found.spot, (latitude, longitude)) <= found.radius_km + 0.1
    assert area.contains(shapely.Point(found.spot[1], found.spot[0]))


def test_the_line_of_two_countries_is_ground_of_both():
    one, both = strip("SY", "TR", (0, 10)), strip("SY", "TR", (0, 10), both=True)
    assert shape(both.area).buffer(0.05).contains(shape(one.area))
    assert km_from("TR", *both.spot) < CARRIED_OVER or km_from("SY", *both.spot) < CARRIED_OVER
    assert 1.7 < shape(both.area).area / shape(one.area).area < 2.4


def test_a_place_named_with_it_tells_which_stretch():
    whole, near_raqa = strip("SY", "TR", (0, 25)), strip("SY", "TR", (0, 25), anchor=(35.95, 39.0))
    assert near_raqa.radius_km < whole.radius_km / 2
    assert shape(near_raqa.area).within(shape(whole.area).buffer(0.05))
    assert km_between(near_raqa.spot, (35.95, 39.0)) < km_between(near_raqa.spot, (36.2, 36.4))


def test_a_place_far_from_the_border_tells_nothing():
    whole = strip("SA", "YE", (0, 25))
    assert whole is not None
    assert strip("SA", "YE", (0, 25), anchor=(27.5, 41.7)) == whole


def test_crimea_is_ukraines_ground():
    kerch = 45.35, 36.4
    assert km_from("UA", *kerch) < CARRIED_OVER
    assert km_from("RU", *kerch) > CARRIED_OVER


def test_a_country_inside_another_is_no_ground_of_it():
    found = shape(strip("ZA", "LS", (0, 25)).area)
    assert not found.contains(shapely.Point(28.2, -29.5))
