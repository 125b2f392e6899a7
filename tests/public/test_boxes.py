"""What a map shows where nothing has a place: the front's own area, or its country, never the world."""

import pytest

from reports.models import Front
from reports.public.boxes import area_of, around, boxes
from tests.public import making as make

SYRIA = (35.72, 32.31, 42.38, 37.32)


@pytest.fixture
def placeless(db):
    """A public sentence of a Syrian front without any place."""
    report = make.report("Troops advanced on Sunday.")
    one = make.development("Troops advanced on Sunday.", of=report, fronts=[make.front("raqqa-2016")])
    make.publish(one)
    return one


def view(client, path: str) -> tuple[float, ...]:
    return tuple(float(edge) for edge in client.get(path).context["bounds"].split(","))


def test_every_country_of_the_map_is_a_box_that_is_not_the_world():
    assert len(boxes()) > 200
    assert boxes()["SY"] == SYRIA
    assert boxes()["FR"][0] > -10, "without its islands overseas"
    assert all(west <= east and south <= north for west, south, east, north in boxes().values())


def test_countries_together_have_one_box_and_unknown_ones_none():
    assert around(["SY", "IQ"]) == (35.72, 29.06, 48.56, 37.38)
    assert around(["SY", "XX"]) == SYRIA
    assert around(["XX"]) is None


@pytest.mark.parametrize("path", ["/fronts/raqqa-2016/", "/countries/SY/", "/", "/fronts/raqqa-2016/?q=nothing"])
def test_a_page_without_places_shows_its_country(client, placeless, path):
    assert view(client, path) == SYRIA


def test_the_area_that_editors_gave_a_front_goes_before_its_country(client, placeless):
    Front.objects.filter(slug="raqqa-2016").update(south=35.5, west=38.5, north=36.5, east=39.5)
    assert view(client, "/fronts/raqqa-2016/") == (38.5, 35.5, 39.5, 36.5)
    assert area_of(Front.objects.get(slug="raqqa-2016")) == (38.5, 35.5, 39.5, 36.5)


def test_places_go_before_all(client, war):
    west, south, east, north = view(client, "/fronts/aleppo-2016/")
    assert (west, south, east, north) == (37.16, 35.95, 39.0, 36.2)


def test_nothing_at_all_has_no_view_of_its_own(client, db):
    assert client.get("/").context["bounds"] == ""
