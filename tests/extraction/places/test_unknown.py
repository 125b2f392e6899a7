"""A name that no gazetteer has is a place where the words behind it say what it is and lead on to where it lies."""

import pytest

APPOSED = [
    ("Gunmen raided Xyzabad, a village north of Kandahar in Afghanistan.", "Xyzabad|Kandahar|Afghanistan"),
    ("A drone hit Dan Qwert, a farming hamlet some 30 km south of Nyala in Darfur.", "Dan Qwert|Nyala|Darfur"),
    ("Rebels shelled Tel Xyzah (a town near Aleppo) in Syria.", "Tel Xyzah|Aleppo|Syria"),
    ("Ahmed Xyzani, a village elder in Kandahar, Afghanistan, said so.", "Kandahar|Afghanistan"),
    ("The Xyzers, a rebel band near Goma, attacked.", "Goma"),
]


@pytest.mark.parametrize(("text", "wanted"), APPOSED)
def test_a_village_named_with_what_it_is_is_found(places, text, wanted):
    assert "|".join(place.text for place in places(text)) == wanted


APPOSED_KINDS = [
    ("Troops hold Xyzabad, a district on the old line in Kandahar, Afghanistan.", "district"),
    ("Rebels shelled Xyzabad, a neighbourhood of Aleppo in Syria.", "neighbourhood"),
    ("Rebels shelled Xyzabad, a district north of Aleppo in Syria.", "town"),  # part of no town
]


@pytest.mark.parametrize(("text", "kind"), APPOSED_KINDS)
def test_a_district_named_with_what_it_is_is_one(places, text, kind):
    assert places(text)[0].kind == kind


def test_a_front_may_be_headed_by_a_name_that_no_gazetteer_has(places):
    text = (
        "SYRIA\n\n- Xyzabad -\n\nShells killed two on Sunday. Troops left Xyzabad.\n\n- Southern front -\n\nIt is calm."
    )
    assert [(p.text, p.kind, p.role) for p in places(text) if p.kind != "country"] == [
        ("Xyzabad", "town", "context"),
        ("Xyzabad", "town", "event"),
    ]
