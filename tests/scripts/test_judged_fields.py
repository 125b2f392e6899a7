"""Which fields of a reading are held to be right: against a small gold, one field wrong at a time."""

import copy
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))
from judged_fields import judged  # noqa: E402
from reading import scorer  # noqa: E402

# "At least 12 people were killed in Raqa on Sunday, the army said. Six of them were children."
DAY = {"date_start": "2016-12-11", "date_end": "2016-12-11"}
KILLED = {"kind": "killed", "unit": "people", "vague": False, "derived": False, "scope": "incremental", "same_as": None}
TOLL = {"start": 0, "end": 30, "low": 12, "high": None, "modifier": "at_least", "subject_class": "civilians"}
PART = {"start": 65, "end": 76, "low": 6, "high": 6, "modifier": "exact", "subject_class": "children"}
READ = {
    "figures": [
        KILLED | DAY | TOLL | {"source": 0, "place": 0, "part_of": None},
        KILLED | DAY | PART | {"source": None, "place": 0, "part_of": 0},
    ],
    "places": [{"start": 34, "end": 38, "text": "Raqa", "name": "Raqqa", "country": "SY", "kind": "city"}],
    "sources": [{"start": 50, "end": 58, "text": "the army", "name": "Syrian army", "kind": "military"}],
    "dates": [{"start": 42, "end": 48, **DAY, "precision": "day"}],
    "sentences": [{"start": 0, "end": 64, "status": "current", "type": "clash", "date_start": "2016-12-11"}],
    "sections": [],
    "groups": [],
    "controls": [],
}
READ["places"][0] |= {"role": "event", "latitude": 35.95, "longitude": 39.01}


@pytest.fixture
def gold() -> dict:
    figures = [
        {**figure, "place": "Raqqa", "source": "Syrian army" if figure["source"] == 0 else None}
        for figure in READ["figures"]
    ]
    mentions = [{**READ["places"][0], "radius_ok_km": 10}]
    kept = {kind: READ[kind] for kind in ("dates", "sentences", "sections")}
    sources = [{"name": "Syrian army", "variants": ["the army"], "kind": "military"}]
    return {**kept, "figures": figures, "mentions": mentions, "bodies": [], "sources": sources, "outlet": None}


def wrong_in(gold: dict, read: dict) -> set[tuple[str, str, int]]:
    return {(kind, field, number) for kind, field, number, right in judged(scorer(), gold, read) if not right}


def test_a_reading_like_the_gold_is_right_in_every_field(gold):
    assert wrong_in(gold, READ) == set()
    assert {kind for kind, _, _, _ in judged(scorer(), gold, READ)} == {
        "figures",
        "places",
        "sources",
        "dates",
        "sentences",
    }


@pytest.mark.parametrize(
    ("kind", "number", "field", "value"),
    [
        ("figures", 0, "modifier", "exact"),
        ("figures", 0, "scope", "cumulative"),
        ("figures", 0, "source", None),
        ("figures", 1, "date_end", None),
        ("figures", 1, "part_of", 1),
        ("places", 0, "role", "context"),
        ("places", 0, "country", "TR"),
        ("sources", 0, "kind", "other"),
        ("dates", 0, "precision", "month"),
        ("sentences", 0, "status", "background"),
    ],
)
def test_a_field_that_differs_is_wrong_and_no_other_is(gold, kind, number, field, value):
    read = copy.deepcopy(READ)
    read[kind][number][field] = value
    assert wrong_in(gold, read) == {(kind, field, number)}


def test_a_pin_too_far_off_is_wrong_in_both_coordinates(gold):
    read = copy.deepcopy(READ)
    read["places"][0]["latitude"] = 36.5
    assert wrong_in(gold, read) == {("places", "latitude", 0), ("places", "longitude", 0)}


def test_what_is_optional_in_the_gold_is_not_judged(gold):
    gold["figures"][0]["optional"] = True
    assert {number for kind, _, number, _ in judged(scorer(), gold, READ) if kind == "figures"} == {1}
