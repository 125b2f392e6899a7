"""Names that somebody else found: the context chooses, the countries narrow."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from reports.extraction import load_lexicon
from reports.geocoding.names import locate_name


def country(gazetteer, name, context, countries=()):
    chosen = locate_name(name, context, load_lexicon(), gazetteer, countries)
    return chosen and chosen["country"]


@pytest.mark.parametrize(
    ("context", "wanted"),
    [
        ("Clashes broke out in Tripoli, and Lebanese troops left Beirut.", "LB"),
        ("Clashes broke out in Tripoli, and Libyan troops left Misrata.", "LY"),
    ],
)
def test_the_context_chooses(gazetteer, context, wanted):
    assert country(gazetteer, "Tripoli", context) == wanted


def test_the_countries_narrow(gazetteer):
    assert country(gazetteer, "Tripoli", "Clashes broke out in Tripoli.", ["GR"]) == "GR"


def test_a_name_without_context_is_located(gazetteer):
    assert country(gazetteer, "Bakhmut", "") == "UA"


def test_an_unknown_name_has_no_entry(gazetteer):
    assert locate_name("Xyzzyvka", "Near Xyzzyvka in Ukraine.", load_lexicon(), gazetteer) is None


def test_the_command_prints_one_line_a_name_and_leaves_a_broken_one_out(gazetteer_path, tmp_path, capsys):
    names = tmp_path / "names.jsonl"
    names.write_text('{"name": "Mosul", "context": "In Mosul, Iraq."}\nnot json\n{"name": "Goma"}\n', encoding="utf-8")
    out = StringIO()
    call_command("locate", "--names", names, "--path", gazetteer_path, stdout=out)
    chosen = [json.loads(line)["chosen"]["country"] for line in out.getvalue().splitlines()]
    assert chosen == ["IQ", "CD"]
    assert "line 2 left out" in capsys.readouterr().err
