"""Numbers, days and places as people read them."""

from datetime import date

import pytest
from django.utils import translation

from reports.models import Claim, Figure, Location
from reports.public import words


def figure(low, high, modifier="exact", kind="killed", **fields) -> Figure:
    return Figure(low=low, high=high, modifier=modifier, figure_kind=kind, **fields)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (figure(413, None, "at_least"), "at least 413"),
        (figure(120000, 120000, "approx"), "about 120,000"),
        (figure(500, 700), "500 to 700"),
        (figure(15, 20, "approx"), "about 15 to 20"),
        (figure(24, None, "approx", vague=True), "24 or more"),
        (figure(None, 25, "at_most", "distance_km"), "up to 25 km"),
        (figure(85, None, "more_than", "percent_territory"), "more than 85%"),
        (figure(50, 50, "almost", "percent_territory"), "almost 50%"),
        (figure(33.3, 33.3, kind="percent_territory"), "33.3%"),
        (figure(4, 4, kind="other", unit="tanks"), "4 tanks"),
        (figure(0, 0), "0"),
    ],
)
def test_a_quantity_is_shown_as_it_was_said(given, shown):
    assert words.quantity(given) == shown


def test_numbers_have_the_separators_of_the_reader():
    with translation.override("fr"):
        assert words.number(120000).replace("\xa0", " ").replace("\u202f", " ") == "120 000"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ((2016, 12, 11), (2016, 12, 11), "11 Dec 2016"),
        ((2016, 12, 1), (2016, 12, 10), "1–10 Dec 2016"),
        ((2016, 11, 15), (2016, 12, 11), "15 Nov – 11 Dec 2016"),
        ((2015, 12, 30), (2016, 1, 2), "30 Dec 2015 – 2 Jan 2016"),
    ],
)
def test_a_period_names_month_and_year_once(start, end, shown):
    assert words.period(date(*start), date(*end)) == shown


def test_a_day_is_said_in_the_language_of_each_reader_though_its_words_are_kept():
    shown = {}
    for language in ("en", "fr", "en"):
        with translation.override(language):
            shown.setdefault(language, []).append(words.day(date(2016, 2, 1)))
    assert shown["en"] == ["1 Feb 2016"] * 2
    assert shown["fr"] != ["1 Feb 2016"]


def test_an_inferred_day_is_said_to_be_inferred():
    day = date(2016, 12, 11)
    assert words.when(Claim(date_start=day, date_end=day, date_basis="inferred")) == "11 Dec 2016, day inferred"
    assert words.when(Claim(date_start=day, date_end=day, date_basis="stated")) == "11 Dec 2016"


TURKISH_BORDER = {"where_prec": 5, "name": "Turkish border", "place_kind": "region"}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"where_prec": 1, "place_kind": "town"}, "in the town"),
        ({"where_prec": 1, "place_kind": "site"}, "at Raqa"),
        ({"where_prec": 2, "radius_km": 10}, "near Raqa, within about 10 km"),
        ({"where_prec": 4}, "somewhere in the province of Raqa"),
        ({"where_prec": 2, "relation": {"kind": "within", "distance_km": 25}}, "within 25 km of Raqa"),
        ({"where_prec": 4, "relation": {"kind": "direction", "bearing": 225}}, "somewhere southwest of Raqa"),
        ({"relation": {"kind": "distance", "distance_km": 25, "bearing": 0}}, "about 25 km north of Raqa"),
        ({"where_prec": 5, "name": "Donbas", "place_kind": "region"}, "somewhere in Donbas"),
        ({"where_prec": 5, "name": "Tigris", "place_kind": "river"}, "somewhere along the Tigris"),
        (TURKISH_BORDER, "somewhere along the Turkish border"),
        (TURKISH_BORDER | {"relation": {"kind": "within", "distance_km": 9}}, "within 9 km of the Turkish border"),
        (TURKISH_BORDER | {"relation": {"kind": "distance", "distance_km": 9}}, "about 9 km from the Turkish border"),
    ],
)
def test_precision_is_said_in_words(fields, shown):
    assert words.precision(Location(**{"name": "Raqa"} | fields)) == shown


@pytest.mark.parametrize(("bearing", "wind"), [(0, "north"), (44, "northeast"), (225, "southwest"), (359, "north")])
def test_a_bearing_is_one_of_eight_winds(bearing, wind):
    assert words.direction(bearing) == wind


def test_families_are_not_shown_as_people():
    families = Figure(low=3000, high=3000, modifier="approx", figure_kind="displaced", unit="families")
    people = Figure(low=3000, high=3000, modifier="approx", figure_kind="displaced", unit="people")
    assert words.quantity(families) == "about 3,000 families"
    assert words.quantity(people) == "about 3,000"


@pytest.mark.parametrize(("language", "said"), [("en", "Idlib, Syria"), ("ar", "Idlib، Syria")])
def test_parts_are_set_apart_by_the_comma_of_the_language(language, said):
    with translation.override(language):
        assert words.listed(["Idlib", "Syria"]) == said
