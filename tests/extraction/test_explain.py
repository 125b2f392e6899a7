"""`read --explain`: each field's value, the rule that gave it, and how often that rule was right."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from reports.extraction import load_lexicon, read
from reports.extraction.confidence import measured
from reports.extraction.explain import KINDS, explain, told
from reports.geocoding import locate, open_gazetteer

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXT = "SYRIA\n\nAt least 12 people were killed in Raqa on Sunday, the army said.\n"


def lines_of(block: str, lines: list[str]) -> dict[str, list[str]]:
    """The fields that stand below the first line of a mention, each with its words."""
    begin = next(number for number, line in enumerate(lines) if line.startswith(block))
    end = lines.index("", begin)
    return {line.split()[0]: line.split()[1:] for line in lines[begin + 1 : end]}


def test_each_field_stands_with_its_value_and_the_rule_that_gave_it(reading, lexicon):
    lines = list(explain(reading(TEXT), lexicon))
    figure = lines_of("figures[0]", lines)
    assert figure["modifier"][:2] == ["at_least", "modifier-before"]
    assert figure["kind"][:2] == ["killed", "predicate"]
    assert figure["scope"][:2] == ["incremental", "event"]
    assert figure["date_start"][:2] == ["2016-12-11", "date-in-its-clause"]


def test_the_words_of_a_mention_and_its_own_rule_open_it(reading, lexicon):
    line = next(line for line in explain(reading(TEXT), lexicon) if line.startswith("figures[0]"))
    assert "“At least 12 people were killed”" in line
    assert "digits+predicate" in line


def test_behind_an_index_stands_the_name_it_leads_to(reading, lexicon):
    document = reading(TEXT)
    figure = lines_of("figures[0]", list(explain(document, lexicon)))
    assert " ".join(figure["source"]).startswith(f"[0] {document.sources[0].name} said-behind")


def test_a_field_is_as_sure_as_its_rule_was_measured_to_be(reading, lexicon):
    right, fired = measured(lexicon, "figures", "modifier", "modifier-before")
    figure = lines_of("figures[0]", list(explain(reading(TEXT), lexicon)))
    assert figure["modifier"][2:] == [f"{(right + 1) / (fired + 2):.2f}", f"({right}", "of", f"{fired})"]


def test_a_rule_that_was_never_measured_has_no_number(lexicon):
    assert measured(lexicon, "figures", "modifier", "no-such-rule") is None


def test_rules_stay_behind_when_a_mention_leaves_the_library(reading):
    document = reading(TEXT)
    assert document.figures[0].rules
    assert all("rules" not in mention for kind in KINDS for mention in document.to_dict()[kind])


@pytest.mark.skipif(not Path(settings.GAZETTEER_PATH).exists(), reason="the gazetteer is not built")
@pytest.mark.parametrize(
    "sample", tomllib.loads((SAMPLES / "samples.toml").read_text())["sample"], ids=lambda sample: sample["file"]
)
def test_every_field_with_a_value_names_the_rule_that_gave_it(sample):
    gazetteer, text = open_gazetteer(settings.GAZETTEER_PATH), (SAMPLES / sample["file"]).read_text()
    day = dt.date.fromisoformat(str(sample["published"]))
    document = locate(read(text, load_lexicon(), gazetteer, published=day), gazetteer)
    fields = [(kind, m, name) for kind in KINDS for m in getattr(document, kind) for name in told(m)]
    assert fields
    unruled = [(kind, m.of(text), name) for kind, m, name in fields if not m.rules.get(name)]
    assert unruled == []
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", m.rules[name]) for _, m, name in fields)
