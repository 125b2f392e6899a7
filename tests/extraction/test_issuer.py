"""Whose word a communiqué is."""

import datetime as dt

import pytest

from reports.extraction import read
from reports.extraction.lexicon import load_lexicon

OURS = (
    "Our troops repelled a raid on Goma and killed 12 rebels. We lost two soldiers. Residents said 40 houses had burnt."
)


def sources_of(text: str, gazetteer, outlet: str | None) -> list[str | None]:
    document = read(text, load_lexicon(), gazetteer, published=dt.date(2025, 3, 1), outlet=outlet)
    return [document.sources[f.source].name if f.source is not None else None for f in document.figures]


def test_what_our_troops_did_is_the_word_of_the_issuer(names):
    assert sources_of(OURS, names, "Defence Headquarters") == ["Defence Headquarters"] * 2 + ["Residents"]


@pytest.mark.parametrize("outlet", [None, "Kivu News Agency"])
def test_nobody_is_the_issuer_of_a_text_without_an_outlet_or_of_news(names, outlet):
    assert sources_of(OURS, names, outlet)[:2] == [None, None]


def test_a_note_without_an_outlet_is_the_word_of_the_body_at_its_head(names):
    note = "KIVU HARM MONITOR\n\nWe recorded 40 deaths in Goma. Our researchers confirmed 12 of them by name.\n"
    assert sources_of(note, names, None) == ["Kivu Harm Monitor"] * 2


@pytest.mark.parametrize(
    "text",
    [
        'Rebels hit Goma, killing 12. "The town is ours. Our troops hold it. Our forces lost two. We go on," one said.',
        "Shells hit Goma, killing 12. We report what we can. We do not take sides.",
    ],
)
def test_a_wire_with_a_long_quotation_or_a_word_of_its_own_is_no_issuer(names, text):
    assert set(sources_of(text, names, "AFP")) == {None}
    assert set(sources_of(text, names, "Kivu Harm Watchers")) == {None}


def test_a_wire_that_quotes_our_troops_is_no_issuer(names):
    quoted = 'Rebels attacked Goma, killing 12. "Our troops hold," an officer said. "We lost two," he said.'
    assert sources_of(quoted, names, "AFP")[0] is None
