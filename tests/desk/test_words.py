"""How the desk says a value, a period and a precision."""

from datetime import date

import pytest

from reports.desk.words import coordinates, figure_value, period, relation, said_by, where_precision
from reports.models import Claim, Figure, Location, Source


@pytest.mark.parametrize(
    ("low", "high", "modifier", "words"),
    [
        (413, None, "at_least", "at least 413"),
        (None, 25, "at_most", "at most 25"),
        (500, 700, "exact", "500–700"),
        (120000, 120000, "approx", "about 120,000"),
        (2000, None, "approx", "2,000 or more"),
        (66.7, 66.7, "exact", "66.7"),
        (0, 0, "exact", "0"),
    ],
)
def test_bounds_stay_bounds(low, high, modifier, words):
    assert figure_value(Figure(low=low, high=high, modifier=modifier)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2016, 12, 11), date(2016, 12, 11), "11 Dec 2016"),
        (date(2016, 11, 15), date(2016, 12, 11), "15 Nov – 11 Dec 2016"),
        (date(2015, 5, 1), date(2016, 3, 1), "1 May 2015 – 1 Mar 2016"),
        (None, None, ""),
    ],
)
def test_a_period_names_each_year_once(start, end, words):
    assert period(start, end) == words


def test_a_pin_says_how_far_off_it_may_be():
    place = Location(latitude=-1.5, longitude=29.25, radius_km=25, where_prec=2)
    assert (coordinates(place), where_precision(place)) == ("1.500° S, 29.250° E", "near the spot, ± 25 km")
    assert coordinates(Location()) == ""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"kind": "within", "distance_km": 25}, "within 25 km of"),
        ({"kind": "direction", "bearing": 225}, "southwest of"),
        ({"kind": "distance", "distance_km": 40, "bearing": 0}, "40 km north of"),
        ({"kind": "distance", "distance_km": 40, "bearing": None}, "40 km from"),
        ({"kind": "between"}, "between"),
        (None, ""),
    ],
)
def test_a_relative_place_says_how_it_stands_to_the_name(told, words):
    assert relation(Location(relation=told)) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the Observatory", "Syrian Observatory for Human Rights (“the Observatory”)"),
        ("the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("", "Syrian Observatory for Human Rights"),
    ],
)
def test_a_source_is_named_once(words, told):
    assert said_by(Claim(source=Source(name="Syrian Observatory for Human Rights"), source_words=words)) == told
