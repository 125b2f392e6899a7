"""A noun of kind may be said once for several names; each of them is then that kind of place."""

import pytest

KINDS = [
    ("Fighting raged in the province of Helmand in Afghanistan.", {"Helmand": "province"}, "before one name"),
    (
        "It spread in the provinces of Kandahar and Kunduz in Afghanistan.",
        {"Kandahar": "province", "Kunduz": "province"},
        "before two",
    ),
    (
        "It spread in Donetsk, Kherson and Kharkiv regions in Ukraine.",
        {"Donetsk": "province", "Kherson": "province"},
        "behind three",
    ),
    (
        "Clashes broke out in the cities of Tripoli and Misrata in Libya.",
        {"Tripoli": "city", "Misrata": "city"},
        "towns stay towns",
    ),
    (
        "Fighting raged in the province of Helmand, Kandahar and Kabul in Afghanistan.",
        {"Kandahar": "city", "Kabul": "city"},
        "a singular noun is said of one",
    ),
    ("Troops left Kabul in Afghanistan for regions in the north.", {"Kabul": "city"}, "a noun that stands apart"),
]


@pytest.mark.parametrize(("text", "kinds", "tried"), KINDS, ids=[tried for *_, tried in KINDS])
def test_the_kind_that_a_noun_tells(places, text, kinds, tried):
    found = {place.text.split()[0]: place.kind for place in places(text)}
    assert kinds.items() <= found.items()
