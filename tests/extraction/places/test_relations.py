"""Relations as the words state them: kind, kilometres, bearing and the phrase's own span."""

import pytest

LEDGER = [
    ("They stand some 20 kilometres (12 miles) north of Raqa in Syria.", "Raqa", "distance", 20, 0),
    ("They came to within 25 kilometres (15 miles) of Raqa in Syria.", "Raqa", "within", 25, None),
    ("They retook villages southwest of Mosul in Iraq.", "Mosul", "direction", None, 225),
    ("They are 15-20 kilometres from Tal Afar in Iraq.", "Tal Afar", "distance", 17.5, None),
    ("They are 80km south of Tripoli in Libya.", "Tripoli", "distance", 80, 180),
    ("They are about 10 miles east of Kabul in Afghanistan.", "Kabul", "distance", 16.093, 90),
    ("They are 600 metres from Goma.", "Goma", "distance", 0.6, None),
    ("A ship was hit 50 nautical miles southwest of Basra in Iraq.", "Basra", "distance", 92.6, 225),
    (
        "TEHRAN, JAN 22 (REUTER) -- QUIET.\n\nIRAN STOOD ABOUT 10 KM (SIX MILES) FROM BASRA.",
        "BASRA",
        "distance",
        10,
        None,
    ),
    ("Three miles outside Kunduz in Afghanistan they stopped.", "Kunduz", "distance", 4.828, None),
]


@pytest.mark.parametrize(("text", "name", "kind", "km", "bearing"), LEDGER)
def test_it_reads_the_relation(places, text, name, kind, km, bearing):
    place = next(p for p in places(text) if p.text == name)
    assert (place.relation["kind"], place.relation["distance_km"], place.relation["bearing"]) == (kind, km, bearing)
    assert text[place.relation["start"] : place.relation["end"]].endswith(name)


def test_the_side_of_a_city_lies_inside_it(places):
    place = next(p for p in places("Fighting raged in the northeast of Mosul in Iraq.") if p.text == "Mosul")
    assert place.relation is None


def test_between_holds_both_names(places):
    text = "It withdrew from between Robotyne and Tokmak in Ukraine."
    place = next(p for p in places(text) if p.relation)
    assert place.name == "Robotyne - Tokmak"
    assert text[place.relation["start"] : place.relation["end"]] == "between Robotyne and Tokmak"


def test_on_the_road_from_one_to_another_is_between_them(places):
    text = "Fighting raged on the road from Bakhmut to Tokmak in Ukraine."
    (place,) = [p for p in places(text) if p.relation]
    assert (place.name, place.relation["kind"]) == ("Bakhmut - Tokmak", "between")
    assert text[place.relation["start"] : place.relation["end"]] == "on the road from Bakhmut to Tokmak"


def test_a_blocked_road_names_its_ends(places):
    found = places("Paratroopers blocked the road from Bakhmut to Tokmak in Ukraine.")
    assert [(p.text, p.relation) for p in found if p.kind == "city"] == [("Bakhmut", None), ("Tokmak", None)]


def test_a_road_by_its_ends_runs_between_them(places):
    (road,) = [p for p in places("A convoy was hit on the Bakhmut-Tokmak highway in Ukraine.") if p.kind == "road"]
    assert (road.text, road.relation["kind"]) == ("Bakhmut-Tokmak highway", "between")
    assert (road.clue["query"], road.clue["second"]) == ("Bakhmut", "Tokmak")


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("Shells hit the north of Mosul in Iraq.", 0),
        ("Rebels lost the whole north of Mosul in Iraq.", 0),
        ("Shells hit the western outskirts of Mosul in Iraq.", 270),
        ("Shells hit the outskirts of Mosul in Iraq.", -1),
        ("Shells fell to the north of Mosul in Iraq.", None),
        ("Shells hit Mosul in Iraq.", None),
    ],
)
def test_a_side_of_a_town_is_known_by_its_bearing(places, text, bearing):
    (mosul,) = [p for p in places(text) if p.text == "Mosul"]
    assert mosul.clue.get("side") == bearing


def test_countries_have_no_between(places):
    assert all(p.relation is None for p in places("Talks between Iraq and Turkey failed."))


def test_so_far_to_the_west_leads_back_to_the_last_town(places):
    place = next(p for p in places("People fled Aleppo for camps, some 60 kilometres to the west.") if p.relation)
    assert (place.name, place.relation["distance_km"], place.relation["bearing"]) == ("Aleppo", 60, 270)


def test_who_speaks_in_a_town_does_not_make_it_the_town(places):
    found = places("Troops left Homs, said an officer in Aleppo, but hold the hills north of the town in Syria.")
    assert [p.name for p in found if p.text == "town"] != ["Aleppo"]


def test_an_enclave_is_no_town(places):
    assert [p.text for p in places("Shells hit Aleppo in Syria. Rebels hold the hills south of the enclave.")] == [
        "Aleppo",
        "Syria",
    ]
