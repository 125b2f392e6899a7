"""The ledger of roles: one line of text, a place, its role, and the rule that is tried."""

import pytest

LEDGER = [
    (
        "Rockets killed five people in Aleppo on Sunday, Syrian medics said.",
        "Aleppo",
        "event",
        "something happened there",
    ),
    ("BEIRUT, Dec 11 (AFP) -- Shells killed two in Aleppo, Syria, on Sunday.", "Aleppo", "event", "behind a dateline"),
    ("Washington has announced new sanctions on Syria.", "Washington", "metonym", "a government announces"),
    ("Moscow did not regard the raid on Aleppo in Syria as an attack.", "Moscow", "metonym", "past a denial"),
    ("Moscow denied that its jets had struck Aleppo in Syria.", "Moscow", "metonym", "a government denies"),
    ("Moscow's envoy arrived in Aleppo in Syria.", "Moscow", "metonym", "a government's envoy"),
    ("Syria urged Ankara to pull back from Aleppo.", "Ankara", "metonym", "a government is spoken to"),
    ("Kigali and Moscow agreed on Sunday to talk about Goma.", "Kigali", "metonym", "two governments"),
    ("Shells killed two people in Moscow on Sunday, Russian medics said.", "Moscow", "event", "the town itself"),
    (
        "Troops took Petropavlivka, Kharkiv region, Ukraine, on Sunday.",
        "Kharkiv region",
        "context",
        "a region that locates",
    ),
    (
        "The Taliban seized Lashkar Gah in Helmand, Afghanistan, on Sunday.",
        "Helmand",
        "context",
        "a province that locates",
    ),
    (
        "A shell killed two in Kherson region's Olhivka, Ukraine, on Sunday.",
        "Kherson region",
        "context",
        "the larger one before",
    ),
    (
        "Rebels entered Gharyan, about 80 km south of Tripoli, Libya, on Sunday.",
        "Tripoli",
        "context",
        "it places another",
    ),
    ("Shells hit Xyzad near Mosul in Iraq on Sunday.", "Mosul", "context", "near it lies another"),
    ("Troops pushed towards Mosul in Iraq on Sunday.", "Mosul", "context", "not reached"),
    ("A strike cut supply lines to Mosul in Iraq on Sunday.", "Mosul", "context", "a line's end"),
    ("The wounded were taken to a hospital in Misrata, Libya, on Sunday.", "Misrata", "context", "took the wounded"),
    ("Fighters from Misrata seized Sirte in Libya on Sunday.", "Misrata", "context", "where they are from"),
    ("Fighters from Misrata seized Sirte in Libya on Sunday.", "Sirte", "event", "what they took"),
    (
        "An official in Tripoli, Libya, told AFP that Sirte was shelled on Sunday.",
        "Tripoli",
        "context",
        "who speaks there",
    ),
    (
        "In Benghazi, a spokesman said 20 Libyan soldiers were killed in Sirte on Sunday.",
        "Benghazi",
        "context",
        "a spokesman there",
    ),
    (
        "Kharkiv governor Oleh Syn said two were killed in Nikopol, Ukraine, on Sunday.",
        "Kharkiv",
        "context",
        "an office's place",
    ),
    ("Talks opened in Geneva on Sunday while shells fell on Aleppo in Syria.", "Geneva", "context", "where they meet"),
    ("In the Kherson direction, Ukrainian troops were shelled on Sunday.", "Kherson", "context", "a front's direction"),
    ("Ukrainian and Russian envoys met at noon (Kyiv time).", "Kyiv", "context", "a clock's town"),
    ("Troops reached the river Tigris in Iraq on Sunday.", "Tigris", "context", "a river is no spot"),
    ("Forces have yet to enter Sirte in Libya.", "Sirte", "context", "nothing happened yet"),
    ("Sirte is the birthplace of a former leader of Libya.", "Sirte", "context", "what a town is"),
]


@pytest.mark.parametrize(("text", "name", "role", "why"), LEDGER, ids=[why for *_, why in LEDGER])
def test_it_tells_a_scene_from_context(places, text, name, role, why):
    place = next(p for p in places(text) if p.text == name)
    assert place.role == role, place.clue["role_rule"]


def test_a_heading_is_context(places):
    found = places("SYRIA\n\n- Battle for Aleppo -\n\nShells killed two in Aleppo on Sunday.\n")
    assert [p.role for p in found if p.text == "Aleppo"] == ["context", "event"]


def test_a_dateline_is_one(places):
    found = places("KABUL, Afghanistan (AP) — Shells killed two people in Kandahar on Sunday.\n")
    assert [(p.text, p.role) for p in found if p.kind != "country"] == [("KABUL", "dateline"), ("Kandahar", "event")]
