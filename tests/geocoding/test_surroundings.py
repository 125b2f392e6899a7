"""Places that no gazetteer has: an area by what the words around them say, or nothing."""

import datetime as dt

import pytest
from geopy.distance import geodesic

from reports.extraction import load_lexicon, read
from reports.extraction.model import Place
from reports.geocoding import locate


@pytest.fixture(scope="module")
def places(gazetteer):
    """`places(text, name)`: the located mentions of a name in a report."""
    lexicon = load_lexicon()

    def find(text: str, name: str = "Xyzzad") -> list[Place]:
        document = locate(read(text, lexicon, gazetteer, published=dt.date(2024, 11, 21), outlet=None), gazetteer)
        return [place for place in document.places if place.text == name]

    return find


CASES = [  # the words, where Xyzzad lies, how far off at most, the rule
    ("Troops took Xyzzad, 30 km south of Mosul, in Iraq on Wednesday.", (36.07, 43.13), 12, "as-far-as-told"),
    ("Shells hit Xyzzad, south of Zliten, in Libya on Wednesday.", (32.35, 14.57), 40, "as-far-as-told"),
    (
        "Bombs fell on Al-Bab in Syria on Wednesday. A car blew up in the nearby village of Xyzzad.",
        (36.37, 37.52),
        25,
        "nearby",
    ),
    (
        "IRAQ\n\n- Hawija -\n\nSoldiers entered Xyzzad on Wednesday.\n",
        (35.33, 43.77),
        60,
        "front-it-is-under",
    ),
    ("Shells hit Sake in Congo and the village of Xyzzad on Wednesday.", (-1.57, 29.04), 80, "beside-it"),
    (
        "Shells hit Goma in Congo on Wednesday. Rebels then entered the village of Xyzzad.",
        (-1.67, 29.22),
        100,
        "told-before-it",
    ),
    (
        "Shells hit Goma in Congo. Troops entered Goma. He spoke. He left. He ate. Rebels hold the village of Xyzzad.",
        (-1.67, 29.22),
        100,
        "where-the-story-is",
    ),
]


@pytest.mark.parametrize(("text", "spot", "km", "rule"), CASES, ids=[rule for *_, rule in CASES])
def test_it_takes_the_spot_that_the_words_lead_to(places, text, spot, km, rule):
    place = places(text)[0]
    assert place.rules["latitude"] == rule
    assert geodesic((place.latitude, place.longitude), spot).km <= km
    assert place.radius_km >= 10


@pytest.mark.parametrize("text", [text for text, *_ in CASES])
def test_such_a_place_is_an_area_and_never_a_pin(places, text):
    assert places(text)[0].where_prec >= 3


def test_where_nothing_leads_to_a_spot_there_is_none(places):
    assert places("Rebels entered the village of Xyzzad on Wednesday.")[0].latitude is None


def test_a_name_placed_once_is_placed_in_the_title_too(places):
    lead = "GOMA, Congo (Reuters) - Rebels killed two men at Xyzzad near Sake on Wednesday, police said."
    titled, told = places(f"Two killed at Xyzzad\n\n{lead}")
    assert titled.latitude == told.latitude is not None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Armenian units fought near Sotk and Kut on Wednesday. Shells hit Jermuk in Armenia.", "Kut", {"AM", None}),
        ("Clashes went on in Cameroon. Bui saw the worst of them, around Kumbo. Bamenda was calm.", "Kumbo", {"CM"}),
        ("Pakistan shelled Poonch; Islamabad was calm. India struck near Srinagar.", "Islamabad", {"PK"}),
        ("Colombian troops entered El Tarra on Wednesday, and Tibú in Colombia was calm.", "El Tarra", {"CO"}),
    ],
)
def test_a_namesake_in_a_land_that_nothing_speaks_of_is_not_taken(places, text, name, country):
    assert places(text, name)[0].country in country


def test_a_name_has_one_spot_where_the_words_tell_most_of_it(places):
    found = places("Shells hit Sake in Congo and the village of Xyzzad.\n\nTroops took Xyzzad, 30 km south of Goma.")
    assert len(found) == 2
    assert {(p.latitude, p.longitude) for p in found} == {(found[0].latitude, found[0].longitude)}
    assert found[0].rules["latitude"] == "as-far-as-told"


def test_no_spot_comes_from_another_land_than_that_of_the_heading(places):
    found = places("SYRIA\n\nA raid hit Raqa.\n\nIRAQ\n\nA raid hit the village of Xyzzad.")
    assert found[0].latitude is None
