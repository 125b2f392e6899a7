"""Which border a mention means, and what is drawn for it."""

import pytest
from shapely.geometry import Point, shape

from reports.geocoding import locate

from .conftest import named


def border(*across: str, on_it: bool = False, **more):
    """A mention of a border, as the finder leaves it."""
    clue = {"border": list(across), "on_it": on_it}
    return named("the border", kind="region", rule="border", clue=clue, **more)


def drawn(document, gazetteer, *places, country=None):
    located = locate(document(*places, country=country), gazetteer)
    return located.places[0], [u.reason for u in located.unresolved]


def test_the_heading_tells_which_border_of_turkey(document, gazetteer):
    in_syria, _ = drawn(document, gazetteer, border("TR"), country="SY")
    in_iraq, _ = drawn(document, gazetteer, border("TR"), country="IQ")
    assert (in_syria.country, in_iraq.country) == ("SY", "IQ")
    assert in_syria.longitude < 42.4 < in_iraq.longitude


def test_the_other_places_tell_where_no_heading_does(document, gazetteer):
    place, _ = drawn(document, gazetteer, border("TR"), named("Aleppo"))
    assert place.country == "SY"


def test_it_is_an_area_and_never_a_pin(document, gazetteer):
    place, reasons = drawn(document, gazetteer, border("TR"), country="SY")
    assert (place.where_prec, place.relation, reasons) == (5, None, [])
    assert shape(place.area).contains(Point(place.longitude, place.latitude))
    assert {place.rules[name] for name in ("area", "latitude", "country")} == {"along-the-border"}


def test_a_place_beside_it_tells_which_stretch(document, gazetteer):
    whole, _ = drawn(document, gazetteer, border("TR"), country="SY")
    near, _ = drawn(document, gazetteer, border("TR"), named("Kobani"), country="SY")
    assert near.radius_km < whole.radius_km / 2
    assert shape(near.area).distance(Point(38.35, 36.89)) < 0.05


def test_on_the_border_is_nearer_than_near_it(document, gazetteer):
    on_it, _ = drawn(document, gazetteer, border("TR", on_it=True), country="SY")
    near, _ = drawn(document, gazetteer, border("TR"), country="SY")
    assert shape(on_it.area).area < shape(near.area).area / 2


@pytest.mark.parametrize(("kind", "share"), [("distance", 0.4), ("within", 1.1)])
def test_a_distance_from_it_is_a_strip_of_its_own(document, gazetteer, kind, share):
    relation = {"kind": kind, "distance_km": 20, "bearing": None, "start": 0, "end": 10}
    place, _ = drawn(document, gazetteer, border("TR", relation=relation), country="SY")
    within_20, _ = drawn(document, gazetteer, border("TR"), country="SY")
    assert place.relation == relation
    assert shape(place.area).area < share * shape(within_20.area).area


def test_both_countries_named_are_enough(document, gazetteer):
    place, _ = drawn(document, gazetteer, border("SY", "TR"))
    assert place.country is None
    assert place.latitude == pytest.approx(36.7, abs=0.6)


UNDRAWN = [
    (["TR"], "SO", "no neighbour"),
    (["SY", "EG"], "SY", "no border"),
    (["RU"], "KZ", "too long"),
]


@pytest.mark.parametrize(("across", "country", "why"), UNDRAWN)
def test_where_nothing_can_be_drawn_it_says_why(document, gazetteer, across, country, why):
    place, (reason,) = drawn(document, gazetteer, border(*across), country=country)
    assert why in reason
    assert (place.latitude, place.area) == (None, None)
