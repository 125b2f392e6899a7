"""The reader is no worse on snippets and small layouts than what was kept for it (`scripts/snippets.py --keep`)."""

import json

import pytest
from snippets import FIELDS, FOLDER, HEADINGS, KEPT, alike, lines, measured, named, names

NOISE = 0.01  # of the answers: a rule that mends more elsewhere may cost a few


@pytest.fixture(scope="module")
def now():
    return measured()


@pytest.mark.parametrize(
    ("name", "field"), [(n, f) for n, fields in json.loads(KEPT.read_text()).items() for f in fields]
)
def test_no_field_has_fallen_by_more_than_its_noise(now, name, field) -> None:
    kept, of = json.loads(KEPT.read_text())[name][field]
    right, _ = now[name][field]
    fallen = right - kept if field == "false" else kept - right
    assert fallen <= max(2, NOISE * of), "read the misses: scripts/snippets.py --misses"


@pytest.mark.parametrize("name", names())
def test_each_quote_of_a_snippet_stands_once_in_its_text(name) -> None:
    for snippet in lines(name):
        for figure in snippet["figures"]:
            assert snippet["text"].count(figure["quote"]) == 1, "a quote that stands twice is placed at the first"
            assert set(FIELDS) & set(figure)


@pytest.mark.parametrize("name", names(layouts=True))
def test_each_heading_of_a_layout_stands_in_its_text_in_order(name) -> None:
    for layout in lines(name):
        end = 0
        for section in layout["sections"]:
            start = layout["text"].find(section["quote"], end)
            assert start >= end, f"{section['quote']} does not stand behind the heading before it"
            assert set(HEADINGS) & set(section)
            end = start + len(section["quote"])


def test_a_source_may_be_named_in_full() -> None:
    assert alike("army", "Iraqi army", "source")
    assert not alike("army", None, "source")
    assert not alike("killed", "wounded", "kind")


def test_a_reading_names_sources_and_places_by_name() -> None:
    said = {"sources": [{"name": "UNHCR"}], "places": [{"name": "Homs"}]}
    figure = {"source": 0, "place": None, "kind": "killed"}
    assert [named(said, figure, field) for field in ("source", "place", "kind")] == ["UNHCR", None, "killed"]


def test_every_file_of_snippets_is_measured(now) -> None:
    assert set(now) == {path.stem for path in FOLDER.glob("*.jsonl")}
