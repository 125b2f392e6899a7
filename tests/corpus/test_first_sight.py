"""The kept first sights: they are of open reports and of snippets, and point into their texts."""

import re

import pytest
from first_sight import kept, numbers, reports_of
from reading import ROOT, scorer
from seen_drafts import as_draft
from snippets import as_reports, names

ROWS = kept()
SNIPPETS = [snippet for name in names() for snippet in as_reports(name)]
TEXTS = {report["slug"]: report for report in [*scorer().load(ROOT / "tests/corpus/open"), *SNIPPETS]}


def test_a_range_of_reports_is_read_as_numbers():
    assert list(numbers("3-5,9")) == [3, 4, 5, 9]


def test_snippets_are_asked_for_by_their_file():
    (first, *_) = reports_of("plain", "")
    assert first.keys() == {"slug", "text", "published", "outlet"}
    assert first["slug"] == "3000_plain"


def test_every_snippet_has_its_first_sight():
    assert {snippet["slug"] for snippet in SNIPPETS} <= ROWS.keys()


@pytest.mark.parametrize("slug", sorted(ROWS))
def test_a_first_sight_points_into_its_report(slug):
    row, text = ROWS[slug], TEXTS[slug]["text"]
    assert re.fullmatch("[0-9a-f]{7,}", row["reader"])
    assert all(0 <= m["start"] < m["end"] <= len(text) for m in row["sentences"] + row["figures"])
    draft = as_draft(TEXTS[slug], row)
    for figure in draft.figures:
        sentence = draft.sentences[figure.sentence]
        assert sentence.start <= figure.start < sentence.end
