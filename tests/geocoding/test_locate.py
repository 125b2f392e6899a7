"""From names to spots: namesakes, provinces, fronts, relations, and what stays unresolved."""

import pytest
from geopy.distance import geodesic

from reports.geocoding import ChainGeocoder, EditorPlace, locate
from reports.geocoding.geometry import bearing_to

from .conftest import named


def spot(place):
    return place.latitude, place.longitude


def test_a_namesake_abroad_loses_to_the_country_of_the_heading(document, gazetteer):
    assert locate(document(named("Tripoli"), country="LB"), gazetteer).places[0].country == "LB"
    assert locate(document(named("Tripoli"), country="LY"), gazetteer).places[0].country == "LY"


def test_the_other_places_decide_where_no_heading_does(document, gazetteer):
    here = named("Lebanon", kind="country", country="LB")
    place = locate(document(here, named("Tripoli")), gazetteer).places[1]
    assert place.country == "LB"
    assert any(other["country"] == "LY" for other in place.alternatives)


def test_the_city_comes_before_its_province(document, gazetteer):
    place = locate(document(named("Kandahar"), country="AF"), gazetteer).places[0]
    assert (place.kind, place.where_prec) == ("city", 1)


def test_its_own_noun_makes_it_the_province(document, gazetteer):
    mention = named("Kandahar", clue={"query": "Kandahar", "kinds": ["province", "region"]})
    place = locate(document(mention, country="AF"), gazetteer).places[0]
    assert (place.kind, place.where_prec) == ("province", 4)
    assert place.radius_km > 50


def test_the_province_that_the_words_name_decides_among_villages(document, gazetteer):
    far = locate(document(named("Makiivka"), country="UA"), gazetteer).places[0]
    near = named("Makiivka", clue={"query": "Makiivka", "kinds": [], "within": "Luhansk region"})
    near = locate(document(near, named("Luhansk region"), country="UA"), gazetteer).places[0]
    assert geodesic(spot(near), (49.22, 37.98)).km < 10
    assert spot(far) != spot(near)


def test_a_country_and_a_river_have_no_spot(document, gazetteer):
    located = locate(document(named("Iraq", kind="country", country="IQ"), named("Tigris")), gazetteer)
    assert [spot(p) for p in located.places] == [(None, None), (None, None)]
    assert located.unresolved == []


def test_an_unknown_name_is_a_row_and_the_rest_is_located(document, gazetteer):
    located = locate(document(named("Xyzzyvka"), named("Bakhmut"), country="UA"), gazetteer)
    assert [u.text for u in located.unresolved] == ["Xyzzyvka"]
    assert "no gazetteer" in located.unresolved[0].reason
    assert located.places[1].latitude is not None


def test_a_village_of_another_world_is_no_answer(document, gazetteer):
    """Karma is a village in three countries at war; a report on Ukraine means none of them."""
    located = locate(document(named("Karma"), named("Bakhmut"), named("Avdiivka"), country="UA"), gazetteer)
    assert located.places[0].latitude is None
    assert located.places[0].alternatives


def with_words_between(doc, words):
    """The same document of one sentence with two names, and these words between them."""
    site, town = doc.places
    town_name = doc.text[town.start : town.end]
    doc.text = f"{doc.text[: site.end]} {words} {town_name}"
    town.start, town.end = len(doc.text) - len(town_name), len(doc.text)
    doc.sentences[0].end = len(doc.text)
    return doc


def test_a_site_that_no_gazetteer_has_stands_in_its_town(document, gazetteer):
    hospital = named("Nowhere Hospital", kind="site", clue={"kinds": ["site"]})
    town = named("Kunduz", kind="city")
    place = locate(with_words_between(document(hospital, town, country="AF"), "in"), gazetteer).places[0]
    assert geodesic(spot(place), (36.73, 68.87)).km < 5
    assert place.radius_km >= 10


def test_a_namesake_in_another_town_than_the_words_say_is_not_meant(document, gazetteer):
    clue = {"query": "Umayyad", "kinds": ["site"], "whole": "Umayyad Square"}
    square, town = named("Umayyad Square", kind="site", clue=clue), named("Latakia", kind="city")
    doc = with_words_between(document(square, town, country="SY"), "in the port city of")
    place = locate(doc, gazetteer).places[0]
    assert geodesic(spot(place), (35.53, 35.79)).km < 5
    assert place.radius_km >= 10
    assert place.id is None


def test_a_quarter_of_another_land_is_a_namesake_though_that_land_is_spoken_of(document, gazetteer):
    camp = named("Yarmuk camp", role="event")
    here = [named("Misrata", role="event"), named("Gharyan", role="event")]
    land = named("Syria", kind="country", country="SY")
    assert locate(document(camp, *here, land, country="LY"), gazetteer).places[0].country != "SY"


def test_a_town_overseas_is_a_namesake_where_its_land_only_speaks(document, gazetteer):
    here = [named("Monrovia", role="event"), named("United States", kind="country", country="US")]
    place = locate(document(named("Caldwell", role="event"), *here, country="LR"), gazetteer).places[0]
    assert place.latitude is None


@pytest.mark.parametrize(
    "between",
    [
        " district of ",
        " quarter on ",
        ", a district of ",
        ", a quarter on the old dividing line of ",
        " district in the ",
    ],
)
def test_an_unknown_district_lies_in_the_town_that_the_words_put_it_in(document, gazetteer, between):
    district = named("Xyzzy", kind="district", clue={"kinds": ["district"]})
    doc = document(named("Kabul", kind="city"), district, named("Kunduz", kind="city"), country="AF")
    doc.text = doc.text.replace("Xyzzy ", "Xyzzy" + between)
    doc.places[2].start, doc.places[2].end = doc.text.index("Kunduz"), len(doc.text)
    doc.sentences[0].end = len(doc.text)
    place = locate(doc, gazetteer).places[1]
    assert geodesic(spot(place), (36.73, 68.87)).km < 5
    assert (place.radius_km, place.rules["latitude"]) == (10, "town-it-stands-in")


def test_an_unknown_district_of_a_towns_east_lies_there(document, gazetteer):
    district = named("Xyzzy", kind="district", clue={"kinds": ["district"]})
    east = named("eastern Mosul", kind="district", clue={"query": "Mosul", "part": 90})
    doc = document(district, east, country="IQ")
    doc.text = "Xyzzy district of eastern Mosul"
    doc.places[1].start, doc.places[1].end = doc.text.index("eastern"), len(doc.text)
    doc.sentences[0].end = len(doc.text)
    place, part = locate(doc, gazetteer).places
    assert geodesic(spot(place), spot(part)).km < 0.1
    assert place.radius_km > part.radius_km


RELATIONS = [
    ({"kind": "distance", "distance_km": 20, "bearing": 0}, 20, 0, 10),
    ({"kind": "distance", "distance_km": 80, "bearing": 225}, 80, 225, 25),
    ({"kind": "direction", "distance_km": None, "bearing": 270}, 15, 270, 40),
    ({"kind": "within", "distance_km": 25, "bearing": None}, 0, None, 25),
    ({"kind": "distance", "distance_km": 17.5, "bearing": None}, 0, None, 17.5),
]


@pytest.mark.parametrize(("relation", "km", "bearing", "radius"), RELATIONS)
def test_it_moves_to_the_spot_that_the_words_describe(document, gazetteer, relation, km, bearing, radius):
    plain = locate(document(named("Palmyra"), country="SY"), gazetteer).places[0]
    mention = named("Palmyra", relation={**relation, "start": 0, "end": 7})
    place = locate(document(mention, country="SY"), gazetteer).places[0]
    assert geodesic(spot(plain), spot(place)).km == pytest.approx(km, abs=0.1)
    assert place.radius_km <= max(radius, plain.radius_km)
    assert place.where_prec == 2
    assert place.area["type"] == "Polygon"
    if bearing is not None:
        assert bearing_to(spot(plain), spot(place)) == pytest.approx(bearing, abs=0.5)


def test_between_is_the_middle(document, gazetteer):
    relation = {"kind": "between", "distance_km": None, "bearing": None, "start": 0, "end": 8}
    mention = named("Robotyne", relation=relation, clue={"query": "Robotyne", "kinds": [], "second": "Tokmak"})
    place = locate(document(mention, country="UA"), gazetteer).places[0]
    assert geodesic(spot(place), (47.35, 35.77)).km < 3
    assert place.area["type"] == "LineString"


def test_two_towns_far_apart_bound_no_between(document, gazetteer):
    relation = {"kind": "between", "distance_km": None, "bearing": None, "start": 0, "end": 4}
    mention = named("Kyiv", relation=relation, clue={"query": "Kyiv", "kinds": [], "second": "Washington"})
    assert locate(document(mention, country="UA"), gazetteer).places[0].relation is None


def test_a_part_of_a_city_lies_off_its_middle(document, gazetteer):
    plain = locate(document(named("Mosul"), country="IQ"), gazetteer).places[0]
    mention = named("Mosul", clue={"query": "Mosul", "kinds": [], "part": 90.0})
    mention.text = "eastern Mosul"
    place = locate(document(mention, country="IQ"), gazetteer).places[0]
    assert place.name == "eastern Mosul"
    assert 2 < geodesic(spot(plain), spot(place)).km < 6
    assert place.longitude > plain.longitude


def test_a_side_of_a_town_lies_off_its_middle_and_keeps_its_name(document, gazetteer):
    plain = locate(document(named("Mosul"), country="IQ"), gazetteer).places[0]
    mention = named("Mosul", clue={"query": "Mosul", "kinds": [], "side": 0.0})
    place = locate(document(mention, country="IQ"), gazetteer).places[0]
    assert (place.name, place.where_prec) == ("Mosul", 2)
    assert 2 < geodesic(spot(plain), spot(place)).km < 6
    assert place.latitude > plain.latitude


@pytest.mark.parametrize(("kind", "holes"), [("within", 0), ("distance", 1)])
def test_within_is_all_the_ground_and_a_distance_a_ring(document, gazetteer, kind, holes):
    relation = {"kind": kind, "distance_km": 25, "bearing": None, "start": 0, "end": 7}
    place = locate(document(named("Palmyra", relation=relation), country="SY"), gazetteer).places[0]
    outline, *inside = place.area["coordinates"]
    assert len(inside) == holes
    assert all(geodesic((lat, lon), spot(place)).km == pytest.approx(25, rel=0.12) for lon, lat in outline)


def test_the_document_given_stays_as_it_was(document, gazetteer):
    doc = document(named("Mosul"), country="IQ")
    locate(doc, gazetteer)
    assert doc.places[0].latitude is None


def test_an_editor_s_place_wins(document, gazetteer):
    own = EditorPlace("7", "Bakhmut", "city", "UA", 1.0, 2.0, 3.0, names=("Bahmut",))
    chain = ChainGeocoder(gazetteer, [own])
    for name in ("Bakhmut", "Bahmut"):
        place = locate(document(named(name), country="UA"), chain).places[0]
        assert (place.gazetteer, place.id, spot(place)) == ("desk", "7", (1.0, 2.0))
        assert place.alternatives[0]["gazetteer"] == "geonames" if name == "Bakhmut" else True


def test_a_name_that_editors_gave_in_one_country_means_nothing_in_a_report_on_another(document, gazetteer):
    own = EditorPlace("7", "Zwayra", "town", "SY", 36.6, 37.1, 1.0, scoped=(("Zwayra", ("SY",)),))
    chain = ChainGeocoder(gazetteer, [own])
    spots = {}
    for land in ("SY", "IQ", None):
        mention = named("Zwayra", country="SY", clue={"query": "Zwayra"})  # the finder's guess speaks for no country
        spots[land] = spot(locate(document(mention, country=land), chain).places[0])
    assert spots == {"SY": (36.6, 37.1), "IQ": (None, None), None: (36.6, 37.1)}


def test_it_gives_the_same_answer_twice(document, gazetteer):
    doc = document(named("Tripoli"), named("Makiivka"), named("Gaza"), country="UA")
    assert locate(doc, gazetteer).to_dict() == locate(doc, gazetteer).to_dict()
