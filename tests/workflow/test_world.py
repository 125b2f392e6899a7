"""The shipped world: its facts hold together, and loading it is repeatable and gentle."""

import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from reports.extraction.folding import fold
from reports.models import Alias, Country, Front, Group, Place, Source
from reports.models.vocabulary import ActorType, PlaceKind, SourceKind
from reports.workflow.matching import World
from reports.workflow.shipped import place_id, shipped, shipped_groups, shipped_places
from reports.workflow.world import load_world
from tests import factories as make

FRONTS = shipped("fronts", "front")
PLACES = {place_id(country, name): (latitude, longitude) for country, name, latitude, longitude, _ in shipped_places()}


def ids(front):
    return front["slug"]


def names_of(front) -> set[str]:
    return {fold(name) for name in (front["name"], *front["aliases"])}


def spots(front) -> list[tuple[float, float]]:
    found = [[PLACES.get(place_id(c, name)) for c in front["countries"]] for name in front["places"]]
    return [next(filter(None, candidates)) for candidates in found]


# --- the data ---


@pytest.mark.parametrize("key", ["slug", "name"])
def test_groups_and_sources_are_listed_once(key):
    for rows in (shipped_groups(), shipped("sources", "source")):
        assert [value for value, n in Counter(row[key] for row in rows).items() if n > 1] == []


def test_slugs_of_fronts_are_unique():
    assert [slug for slug, n in Counter(row["slug"] for row in FRONTS).items() if n > 1] == []


@pytest.mark.parametrize("front", FRONTS, ids=ids)
def test_a_slug_carries_the_year_in_which_the_front_opened_or_was_fought(front):
    year = int(re.search(r"-(\d{4})(?:-\d{2})?$", front["slug"])[1])
    last = front.get("ended") or front["started"]
    assert front["started"].year <= year <= last.year


@pytest.mark.parametrize("front", FRONTS, ids=ids)
def test_a_front_ends_after_it_starts_and_not_in_the_future(front):
    assert front["started"] <= front.get("ended", date.max)
    assert front["started"] <= date.today()


@pytest.mark.parametrize("front", FRONTS, ids=ids)
def test_the_box_of_a_front_holds_its_places(front):
    south, west, north, east = front["box"]
    assert spots(front)
    for latitude, longitude in spots(front):
        assert south <= latitude <= north and west <= longitude <= east


@pytest.mark.parametrize("front", FRONTS, ids=ids)
def test_the_sides_of_a_front_are_known_groups_and_nobody_fights_on_two(front):
    known = {row["slug"] for row in shipped_groups()}
    fighting = [slug for slugs in front["sides"].values() for slug in slugs]
    assert set(fighting) <= known
    assert len(fighting) == len(set(fighting))
    assert set(front["sides"]) <= {"A", "B", "C"}


def test_a_heading_never_means_two_fronts_on_one_day():
    def together(a, b):
        return a["started"] <= b.get("ended", date.max) and b["started"] <= a.get("ended", date.max)

    doubtful = [
        (a["slug"], b["slug"], names_of(a) & names_of(b))
        for a, b in combinations(FRONTS, 2)
        if together(a, b) and set(a["countries"]) & set(b["countries"]) and names_of(a) & names_of(b)
    ]
    assert doubtful == []


def test_kinds_are_those_of_the_vocabulary():
    assert {kind for *_, kind in shipped_places()} <= set(PlaceKind.values)
    assert {row["kind"] for row in shipped("sources", "source")} <= set(SourceKind.values)
    assert {row["actor_type"] for row in shipped_groups()} <= set(ActorType.values)


def test_affiliations_and_wholes_are_known_groups():
    known = {row["slug"] for row in shipped_groups()}
    assert {row["affiliation"] for row in shipped("sources", "source") if row.get("affiliation")} <= known
    assert {link[end] for link in shipped("fronts", "part_of") for end in ("group", "whole")} <= known


WELL_KNOWN = """
aleppo-2016 raqa-2016 palmyra-2016 mosul-2016 al-bab-2016 hawija-2017 deir-ezzor-2017 sirte-2016 tripoli-2019
kobani-2014 bakhmut-2022 avdiivka-2023 mariupol-2022 khan-younis-2023 gaza-city-2023 rafah-2024 el-fasher-2024
khartoum-2023 goma-2025 hodeida-2018 helmand-2021 kandahar-2021 kabul-2021
"""


def test_well_known_fronts_are_there():
    assert set(WELL_KNOWN.split()) <= {row["slug"] for row in FRONTS}


# --- loading it ---


@pytest.fixture
def world(db):
    return load_world()


def test_it_loads_all_that_is_shipped(world):
    assert Country.objects.count() == len(shipped("countries", "country")) > 240
    assert Group.objects.count() == len(shipped_groups())
    assert Source.objects.count() == len(shipped("sources", "source"))
    assert Front.objects.count() == len(FRONTS) > 60
    assert [step.name for step in world] == ["Countries", "Groups", "Sources", "Places", "Fronts"]


def test_a_front_gets_its_dates_sides_places_label_and_box(world):
    front = Front.objects.get(slug="aleppo-2016")
    assert [c.iso2 for c in front.countries.all()] == ["SY"]
    assert front.ended == date(2016, 12, 22)
    assert set(front.front_sides.values_list("group__slug", "side")) >= {
        ("syrian-government-forces", "A"),
        ("syrian-rebels", "B"),
    }
    assert (front.latitude, front.longitude) == (36.201, 37.161)
    assert front.bounds == [36.00, 36.90, 36.36, 37.40]
    assert front.places.filter(name="Aleppo").exists()


def test_names_have_one_preferred_in_each_language(world):
    front = Front.objects.get(slug="palmyra-2016")
    shown = dict(front.aliases.filter(preferred=True).values_list("language", "text"))
    assert shown == {"en": "Palmyra", "ar": "تدمر", "fr": "Palmyre"}
    syria = dict(Alias.objects.filter(country="SY", preferred=True).values_list("language", "text"))
    assert syria == {"en": "Syria", "ar": "سوريا", "fr": "Syrie"}


def test_every_name_is_folded_and_marked_as_shipped(world):
    assert all(alias.folded == fold(alias.text) for alias in Alias.objects.all())
    assert not Alias.objects.filter(shipped=False).exists()


def test_general_words_hold_only_in_their_countries(world):
    scopes = set(Alias.objects.filter(folded=fold("rebels")).values_list("group__slug", "in_country"))
    assert ("syrian-rebels", "SY") in scopes
    assert None not in {country for _, country in scopes}


def test_it_knows_who_is_part_of_whom(world):
    service = Group.objects.get(slug="counter-terrorism-service")
    assert service.links.get().other.slug == "iraqi-government-forces"


def test_a_source_speaks_for_its_side(world):
    assert Source.objects.get(slug="amaq").affiliation.slug == "islamic-state"
    assert Source.objects.get(slug="afp").is_wire


def test_loading_again_adds_nothing(world):
    before = [model.objects.count() for model in (Country, Group, Source, Place, Front, Alias)]
    again = load_world()
    assert [(step.added, step.names) for step in again] == [(0, 0)] * 5
    assert [model.objects.count() for model in (Country, Group, Source, Place, Front, Alias)] == before


def test_loading_again_takes_few_queries(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        load_world()


def test_it_keeps_what_an_editor_changed(world):
    Front.objects.filter(slug="aleppo-2016").update(name="Aleppo city", ended=None, south=36.1)
    Group.objects.filter(slug="islamic-state").update(colour="side-3", note="Ours")
    Source.objects.filter(slug="sohr").update(reliability="B")
    Place.objects.filter(gazetteer_id="SY/aleppo").update(latitude=36.25, name="Old Aleppo")
    Front.objects.get(slug="raqa-2016").front_sides.all().delete()
    load_world()
    front = Front.objects.get(slug="aleppo-2016")
    assert (front.name, front.ended, front.south) == ("Aleppo city", None, 36.1)
    assert Group.objects.get(slug="islamic-state").colour == "side-3"
    assert Source.objects.get(slug="sohr").reliability == "B"
    assert Place.objects.get(gazetteer_id="SY/aleppo").latitude == 36.25
    assert not Front.objects.get(slug="raqa-2016").front_sides.exists()


def test_it_keeps_the_name_that_an_editor_prefers_and_adds_the_shipped_one_beside_it(world):
    shown = Alias.objects.get(front__slug="raqa-2016", language="en", preferred=True)
    shown.text, shown.shipped = "The battle for the caliphate's capital", False
    shown.save()
    load_world()
    names = Alias.objects.filter(front__slug="raqa-2016", language="en")
    assert names.get(preferred=True).text == "The battle for the caliphate's capital"
    assert names.filter(folded=fold("Raqa"), preferred=False).exists()


def test_a_group_whose_slug_an_editor_changed_is_not_made_twice(world):
    Group.objects.filter(slug="syrian-rebels").update(slug="syrian-opposition")
    load_world()
    assert Group.objects.filter(name="Syrian rebels").count() == 1


def test_a_front_that_is_missing_is_filled_again(world):
    Front.objects.get(slug="sirte-2016").delete()
    step = {step.name: step for step in load_world()}["Fronts"]
    assert step.added == 1
    assert Front.objects.get(slug="sirte-2016").front_sides.exists()


def test_a_group_is_found_by_its_own_name_even_where_that_is_an_alias_of_another(world):
    known = World.load(make.report())
    assert known.group("Pro-government militias", "SY").slug == "pro-government-militias"


@pytest.mark.parametrize(
    ("heading", "country", "day", "slug"),
    [
        ("Palmyra", "SY", date(2016, 12, 11), "palmyra-2016"),
        ("Palmyra", "SY", date(2016, 3, 20), "palmyra-2016-03"),
        ("Kirkuk", "IQ", date(2016, 10, 25), "kirkuk-2016"),  # the day after its end
        ("Kirkuk", "IQ", date(2016, 12, 1), None),
        ("Battle for Aleppo", "SY", date(2024, 11, 29), "aleppo-2024"),
        ("Sirte", "LY", date(2016, 10, 25), "sirte-2016"),
        ("Sirte", "SY", date(2016, 10, 25), None),
    ],
)
def test_a_heading_and_a_day_name_one_front_or_none(world, heading, country, day, slug):
    front = World.load(make.report()).front(heading, heading, country, day)
    assert (front.slug if front else None) == slug
