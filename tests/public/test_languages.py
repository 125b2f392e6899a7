"""The pages in three languages: by the path alone, with names, numbers and days in the reader's way."""

import re

import pytest
from django.utils import translation

from reports.models import Alias, Country, Group, Source
from reports.models.vocabulary import AliasKind
from reports.public import naming

pytestmark = pytest.mark.django_db


def text(client, path: str, **headers) -> str:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_path_alone_chooses_the_language(client, war):
    plain = client.get("/", headers={"accept-language": "ar"})
    assert '<html lang="en" dir="ltr">' in plain.content.decode()
    assert plain.content == client.get("/", headers={"accept-language": "fr"}).content
    assert "Accept-Language" not in plain.headers["Vary"]
    assert '<html lang="ar" dir="rtl">' in text(client, "/ar/", **{"accept-language": "fr"})
    assert '<html lang="fr" dir="ltr">' in text(client, "/fr/")
    assert client.get("/fr/").headers["Content-Language"] == "fr"


def test_another_language_is_one_link_away_and_keeps_the_filters(client, war):
    html = text(client, "/fr/fronts/aleppo-2016/?kind=shelling&from=2016-12-01")
    for path in ("", "/ar", "/fr"):
        assert f'href="{path}/fronts/aleppo-2016/?from=2016-12-01&amp;kind=shelling"' in html


def test_search_engines_find_each_language(client, war):
    html = text(client, "/ar/fronts/aleppo-2016/?kind=shelling")
    for code, path in (("en", ""), ("x-default", ""), ("ar", "/ar"), ("fr", "/fr")):
        assert f'hreflang="{code}" href="http://testserver{path}/fronts/aleppo-2016/"' in html


def test_where_one_language_is_offered_there_is_nothing_to_choose(client, war, settings):
    settings.LANGUAGES = [("en", "English")]
    assert "hreflang" not in text(client, "/")


def test_the_api_and_the_desk_know_one_language(client, war):
    plain = client.get("/api/v1/developments.geojson")
    assert plain.content == client.get("/api/v1/developments.geojson", headers={"accept-language": "ar"}).content
    assert "Log in" in text(client, "/admin/login/", **{"accept-language": "ar"})


def test_names_are_those_of_the_readers_language_where_the_register_has_them(client, war):
    syria = Country.objects.get(pk="SY")
    Alias.objects.create(country=syria, text="سوريا", language="ar", kind=AliasKind.NAME, preferred=True)
    assert "<bdi>سوريا</bdi>" in text(client, "/ar/")
    assert "<bdi>Syria</bdi>" in text(client, "/fr/"), "no French name is there"
    assert "<h1><bdi>سوريا</bdi></h1>" in text(client, "/ar/countries/SY/")
    assert "سوريا" not in text(client, "/")


def test_drawings_have_the_same_geometry_in_every_language(client, war):
    """A comma for a point in a coordinate would break the drawing."""
    drawn = {}
    for path in ("", "/ar", "/fr"):
        html = text(client, f"{path}/fronts/aleppo-2016/")
        drawn[path] = re.findall(r' (?:d|x|y|cx|cy|width|height|transform|viewBox|data-bounds)="([^"]*)"', html)
    assert len(drawn[""]) > 20
    assert drawn[""] == drawn["/ar"] == drawn["/fr"]


def test_every_page_is_there_in_every_language_without_a_word_of_english_chrome(client, war):
    paths = ["/", "/claims/", "/corrections/", "/method/", war.get_absolute_url(), "/fronts/aleppo-2016/"]
    paths += ["/countries/SY/", "/groups/islamic-state/", "/sources/observatory/"]
    for path in paths:
        for code in ("ar", "fr"):
            html = text(client, f"/{code}{path}")
            for word in ("Filters", "Timeline", "Skip to", "Rival claims", "development<", " developments"):
                assert word not in html, (path, code, word)


def test_a_sentence_keeps_its_own_direction(client, war):
    html = text(client, f"/ar/reports/{war.public_id}/")
    assert '<p class="passage__words" lang="en" dir="auto">' in html


def test_groups_sources_and_places_have_the_names_of_the_page(client, war):
    named = {"language": "fr", "kind": AliasKind.NAME, "preferred": True}
    Alias.objects.create(group=Group.objects.get(slug="islamic-state"), text="Groupe État islamique", **named)
    Alias.objects.create(source=Source.objects.get(slug="ministry"), text="Ministère", **named)
    page = text(client, "/fr/fronts/aleppo-2016/")
    assert "<bdi>Groupe État islamique</bdi>" in page
    assert "<bdi>Ministère</bdi>" in page
    assert "Alep, Syria" in page, "the country has no French name here"
    assert '"Raqqa"' in text(client, "/fr/map/points.json?box=30,30,50,40&zoom=6")
    assert "Alep" not in text(client, "/fronts/aleppo-2016/").replace("Aleppo", "")


@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("fr", "eastern Mosul", "Mossoul (est)"),
        ("ar", "Nineveh", "نينوى"),
        ("fr", "Qahira", "Qahira"),
        ("en", "Mosul", "Mosul"),
    ],
)
def test_a_place_is_called_as_the_map_calls_it(language, name, shown):
    with translation.override(language):
        assert naming.place_called(name, "IQ") == shown
