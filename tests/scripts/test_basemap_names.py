"""The editorial list: which places the map names, and how."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.basemap.labels import countries, plain, printable
from scripts.basemap.towns import towns
from scripts.basemap.translated import arabic

NEAR = [(35.0, 30.0, 50.0, 40.0)]


def city(name: str, population: int, lat: float = 36.3, lon: float = 43.1, country: str = "IQ") -> dict[str, Any]:
    number = abs(hash((name, population, lat, lon)))
    return {
        "name": name, "countrycode": country, "population": population, "latitude": lat, "longitude": lon,
        "geonameid": number, "alternatenames": [],
    }  # fmt: skip


def editorial(**tables: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "renamed": {}, "left_out": {}, "raised": {}, "capitals": {}, "plain_spelling": ["IQ"], "added": [],
    }  # fmt: skip
    return {**empty, **tables}


def test_a_renamed_town_has_the_name_of_the_list() -> None:
    found = towns([city("Ar Raqqah", 500_000)], editorial(renamed={"IQ": {"Ar Raqqah": "Raqa"}}), NEAR)
    assert [label.name for label in found] == ["Raqa"]


def test_a_suburb_that_outranks_its_city_is_left_out() -> None:
    cities = [city("Al Mawşil al Jadīdah", 2_000_000), city("Mosul", 1_600_000, 36.34)]
    found = towns(cities, editorial(left_out={"IQ": ["Al Mawşil al Jadīdah"]}), NEAR)
    assert [label.name for label in found] == ["Mosul"]


def test_the_list_may_not_speak_of_a_town_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="Nowhere"):
        towns([city("Mosul", 1_600_000)], editorial(renamed={"IQ": {"Nowhere": "Now here"}}), NEAR)


def test_only_the_largest_of_namesakes_is_raised() -> None:
    cities = [city("Rutba", 30_000), city("Rutba", 8_000, 33.0, 40.0)]
    found = towns(cities, editorial(raised={"IQ": {"Rutba": 900_000}}), NEAR)
    assert sorted(label.weight for label in found) == [7_200, 900_000]


def test_a_capital_is_marked_and_named_before_a_larger_neighbour() -> None:
    cities = [city("Larger", 1_000_000), city("Capital", 200_000, 36.31)]
    found = towns(cities, editorial(capitals={"IQ": "Capital"}), NEAR)
    assert (found[0].name, found[0].kind, found[0].zoom) == ("Capital", "k", 3)


def test_small_towns_are_named_only_in_the_theatres() -> None:
    cities = [city("Here", 20_000), city("Elsewhere", 20_000, 0.0, 0.0)]
    assert [label.name for label in towns(cities, editorial(), NEAR)] == ["Here"]


def test_two_towns_in_one_spot_are_not_named_at_the_same_zoom() -> None:
    found = towns([city("First", 900_000), city("Second", 800_000, 36.4)], editorial(), NEAR)
    assert found[0].zoom < found[1].zoom


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Ţarţūs", "Tartus"), ("Dar‘ā", "Dara"), ("Al Bāb", "Al-Bab"), ("Ash Sharqāt", "Ash-Sharqat"), ("Al", "Al")],
)
def test_transliterations_are_printed_plainly(name: str, shown: str) -> None:
    assert plain(name) == shown


def test_a_territory_of_unsettled_status_is_named_only_if_the_list_says_so() -> None:
    row = {
        "NAME": "Bir Tawil",
        "TYPE": "Indeterminate",
        "MIN_LABEL": "7",
        "LABELRANK": "8",
        "LABEL_X": "34",
        "LABEL_Y": "22",
    }
    assert countries([row], {"country_names": {}}) == []
    assert (
        countries([{**row, "NAME": "W. Sahara"}], {"country_names": {"W. Sahara": "Western Sahara"}})[0].name
        == "Western Sahara"
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Diyarbakır", "Diyarbakir"), ("Şanlıurfa", "Sanliurfa"), ("Łódź", "Lódz"), ("Málaga", "Málaga")],
)
def test_names_keep_to_the_letters_of_the_fonts(name: str, shown: str) -> None:
    assert printable(name) == shown


def test_of_several_spellings_in_arabic_the_nearest_to_the_name_is_taken() -> None:
    assert arabic("Al ‘Amārah", ["العماره", "عماره", "العمارة", "عەمارە"]) == "العمارة"
    assert arabic("As Sanamayn", ["صنمين", "الصنمين"]) == "الصنمين"
    assert arabic("Tall Abyaḑ", ["تل أبيض", "کری سپی"]) == "تل أبيض"


def test_a_spelling_that_sounds_otherwise_is_none() -> None:
    assert arabic("Kirkuk", ["تكريت"]) == ""
