"""The layer as the map asks for it, and as GeoJSON: the same places by the same filters and clocks."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from reports.models import ControlClaim
from reports.workflow.areas import Area
from reports.workflow.harm import blur
from tests.factories import person
from tests.public import making as make
from tests.public.control.saying import says

pytestmark = pytest.mark.django_db

API = "/api/v1/control.geojson"
HOMS = Area("Homs", "province", "SY", 34.3, 38.3, 120.0, 4)


@pytest.fixture
def palmyra(db):
    """Contested by two sides on one day; Aleppo besieged; a camp whose spot nobody knows."""
    jihadists, army = make.group("islamic-state"), make.group("army")
    says("amaq", "Fighters fully control", "islamic-state", 11, affiliation=jihadists, at={"at": (34.56, 38.28)})
    says("ministry", "Troops still hold", "army", 11, affiliation=army, at={"at": (34.56, 38.28)})
    says("observatory", "Troops besiege", "rebels", 10, "Aleppo", status="besieged", contender="army")
    says("observatory", "Rebels hold", "rebels", 10, "Camp Zero", at={"at": None})


def layer(client, query: str = "", language: str = "") -> dict:
    answer = client.get(f"{language}/map/control.json?{query}")
    assert answer.status_code == 200
    return answer.json()


def features(client, query: str = "") -> dict[str, dict]:
    answer = client.get(f"{API}?{query}")
    assert answer.headers["Content-Type"] == "application/geo+json"
    return {one["id"]: one for one in answer.json()["features"]}


def test_a_contested_place_has_both_sides_and_their_words_side_by_side(client, palmyra):
    found = layer(client)
    place = next(one for one in found["places"] if one["key"] == "palmyra")
    assert (place["state"], sorted(place["sides"])) == ("contested", ["army", "islamic-state"])
    assert place["told"] == "Palmyra: contested, Islamic State · Army"
    assert {one["source"]: (one["marked"], one["stands"]) for one in place["said"]} == {
        "Amaq": ("Fighters fully control Palmyra", True),
        "Ministry": ("Troops still hold Palmyra", True),
    }
    assert all("in its own side's cause" in one["meta"] for one in place["said"])


def test_a_besieged_place_keeps_its_holder_and_has_a_ring(client, palmyra):
    place = next(one for one in layer(client)["places"] if one["key"] == "aleppo")
    assert (place["state"], place["sides"], place["ring"]) == ("besieged", ["rebels"], "army")
    assert place["told"] == "Aleppo: held by Rebels, besieged by Army"
    assert (place["radius"], place["area"]) == (5.0, None)


def test_the_key_lists_only_what_is_drawn_and_tells_what_is_not(client, palmyra):
    found = layer(client, "source=observatory")
    assert [side["name"] for side in found["sides"]] == ["Army", "Rebels"]
    assert [state for state, _meaning in found["states"]] == ["besieged"]
    assert found["left"] == "1 place is only in the table"


def test_the_layer_is_in_the_readers_language(client, palmyra):
    assert layer(client, language="/fr")["states"] != layer(client)["states"]


def test_a_page_without_such_claims_has_no_layer(client, palmyra):
    quiet = make.front("sirte-2016", countries="LY")
    report = make.report("Guns were heard in Sirte.")
    one = make.development(report.text, of=report, fronts=[quiet])
    make.publish(one)
    assert "data-control-url" not in client.get(f"/fronts/{quiet.slug}/").content.decode()
    page = client.get("/fronts/aleppo-2016/").content.decode()
    assert 'data-control-url="/map/control.json"' in page
    assert 'data-layer="control" hidden><input type="checkbox" checked' in page
    assert 'data-layer="control" hidden><input type="checkbox" autocomplete' in client.get("/").content.decode()


def test_every_place_of_the_layer_is_in_the_table_of_its_page_and_on_the_home_page(client, palmyra):
    keys = {one["key"] for one in layer(client)["places"]} | {"camp-zero"}
    for address in ("/fronts/aleppo-2016/", "/"):
        page = client.get(address).content.decode()
        assert {key for key in keys if f'id="held-{key}"' in page} == keys


def test_geojson_has_every_statement_with_its_sentence_source_and_side(client, palmyra):
    found = features(client)
    assert set(found) == {"palmyra", "aleppo", "camp-zero"}
    place = found["palmyra"]
    assert place["geometry"] == {"type": "Point", "coordinates": [38.28, 34.56]}
    assert place["properties"]["status"] == "contested"
    amaq = next(one for one in place["properties"]["statements"] if one["source"] == "amaq")
    assert amaq["holder"] == amaq["source_side"] == "islamic-state"
    assert (amaq["stance"], amaq["grade"], amaq["date_end"]) == ("own side", "contested", "2016-12-11")
    assert amaq["marked"] in amaq["sentence"]
    assert amaq["url"].startswith("http://testserver/reports/")
    assert found["camp-zero"]["geometry"] is None
    assert found["aleppo"]["properties"]["besieged_by"] == "army"


def test_geojson_refuses_what_it_does_not_know(client, palmyra):
    assert client.get(f"{API}?holder=army").status_code == 400
    assert client.get(f"{API}?from=yesterday").status_code == 400


def test_map_and_geojson_agree_by_the_same_filters(client, palmyra):
    for query in ("", "source=amaq", "to=2016-12-10", "group=nobody", "q=besiege"):
        if client.get(f"{API}?{query}").status_code == 200:
            placed = {key for key, one in features(client, query).items() if one["geometry"]}
            assert {one["key"] for one in layer(client, query)["places"]} == placed


def test_what_was_reported_later_is_not_known_yet(client, palmyra):
    late = datetime(2016, 12, 20, 8, tzinfo=UTC)
    claim = says("radio", "Rebels left", "rebels", 11, "Aleppo", status="left")
    type(claim).objects.filter(report=claim.report).update(reported_at=late)
    assert features(client, "known=2016-12-15")["aleppo"]["properties"]["status"] == "besieged"


def test_the_desk_clock_shows_who_was_said_to_hold_it_then(client, palmyra):
    before = timezone.now().isoformat().replace("+00:00", "Z")
    for claim in ControlClaim.objects.filter(holder__slug="islamic-state"):
        make.withdraw(claim)
    assert features(client)["palmyra"]["properties"]["status"] == "claimed"
    then = features(client, f"desk={before}")["palmyra"]["properties"]
    assert (then["status"], sorted(then["sides"])) == ("contested", ["army", "islamic-state"])
    assert {one["source"] for one in then["statements"]} == {"amaq", "ministry"}
    place = next(one for one in layer(client, f"desk={before}")["places"] if one["key"] == "palmyra")
    assert {one["marked"] for one in place["said"]} == {"Fighters fully control Palmyra", "Troops still hold Palmyra"}


def test_a_withheld_place_is_not_named_by_who_holds_it(client, palmyra):
    location = ControlClaim.objects.get(holder__slug="islamic-state").location
    make.withdraw(location)
    assert [one["source"] for one in features(client)["palmyra"]["properties"]["statements"]] == ["ministry"]


@pytest.mark.parametrize("clock", ["", "known=2016-12-31", "desk=NOW"])
def test_who_holds_a_blurred_place_does_not_hold_what_it_is_blurred_to(client, palmyra, clock):
    claim = ControlClaim.objects.get(holder__slug="islamic-state")
    blur(claim.location.claim, HOMS, person("Sami", "publisher"), "people hide there")
    found = features(client, clock.replace("NOW", timezone.now().isoformat().replace("+00:00", "Z")))
    assert [one["source"] for one in found["palmyra"]["properties"]["statements"]] == ["ministry"]
    assert found.keys() == {"palmyra", "aleppo", "camp-zero"}


def test_the_number_of_queries_does_not_grow(client, palmyra, django_assert_num_queries):
    from reports.public.answers import forget

    client.get(API)
    forget()
    with django_assert_num_queries(QUERIES):
        client.get(API)
    for n in range(4):
        says("observatory", f"Rebels hold hill {n} at", "rebels", 10, f"Hill {n}")
    client.get("/")
    forget()
    with django_assert_num_queries(QUERIES):
        client.get(API)


QUERIES = 3  # the token, the claims, their fronts


def test_the_page_of_rival_claims_tells_who_holds_what_they_differ_on(client, palmyra):
    page = client.get("/claims/").content.decode()
    assert 'id="held-palmyra"' in page
    assert "Fighters fully control Palmyra" in page
    assert 'id="held-aleppo"' not in page  # nobody contradicts that
    says("amaq", "Fighters have left", None, 13, status="left", at={"at": (34.56, 38.28)})
    page = client.get("/claims/").content.decode()
    assert "Fighters fully control Palmyra" not in page  # a source's newest word stands, here as on the front's page
    front = client.get("/fronts/aleppo-2016/").content.decode()
    assert '<a href="#held-palmyra"><bdi>Palmyra</bdi></a>' in front
