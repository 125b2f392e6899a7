"""Names that somebody else found: the context chooses, wherever in the world, and the countries narrow."""

import json
import shutil
import sqlite3
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.geocoding.names import locate_names


def chosen(gazetteer, name, context="", countries=()):
    return locate_names([name], context, gazetteer, countries)[0]


# Name, context, then the country and the name of the entry that is meant.
LEDGER = [
    ("Tripoli", "Clashes broke out in Tripoli, and Lebanese troops left Beirut.", "LB", "Tripoli"),
    ("Tripoli", "Clashes broke out in Tripoli, and Libyan troops left Misrata.", "LY", "Tripoli"),
    ("Bakhmut", "", "UA", "Bakhmut"),
    ("Paris", "A storm hit Paris on Monday.", "FR", "Paris"),
    ("Paris", "A storm hit Paris, Texas, on Monday.", "US", "Paris"),  # what stands behind the name
    ("Troy", "The fair in Troy, N.Y., opened.", "US", "Troy"),
    ("Georgia", "Russian troops left Georgia; Tbilisi was quiet.", "GE", "Georgia"),
    ("Georgia", "From Atlanta to Savannah, Georgia voted; so did Augusta and Macon.", "US", "Georgia"),
    ("N.J.", "They moved to Newark, N.J., in May.", "US", "New Jersey"),
    ("U.S.", "The U.S. said no.", "US", "United States"),
    ("Ossetian", "An Ossetian village near Gori, Georgia.", "GE", None),  # an adjective of a region
    ("Palestinians", "Palestinians fled.", "PS", "Palestinian Territory"),
    ("Rapides Parish", "The sheriff of Rapides Parish, Louisiana.", "US", "Rapides Parish"),
    ("downtown Chicago", "A rally in downtown Chicago.", "US", "Chicago"),
    ("England", "Rain over England.", "GB", "England"),
    ("North America", "The herds of North America.", None, "North America"),
]


@pytest.mark.parametrize(("name", "context", "country", "entry"), LEDGER)
def test_the_context_chooses(gazetteer, name, context, country, entry):
    found = chosen(gazetteer, name, context)
    assert (found["country"], found["stands_in"]) == (country, False) if entry else found["country"] == country
    assert entry is None or found["name"] == entry


def test_the_state_behind_a_name_decides_which_of_them(gazetteer):
    texas = chosen(gazetteer, "Paris", "A storm hit Paris, Texas, on Monday.")
    assert (round(texas["latitude"]), round(texas["longitude"])) == (34, -96)


def test_the_names_of_one_text_choose_each_other(gazetteer):
    alone = chosen(gazetteer, "Athens", "Athens was calm.")
    together = locate_names(["Athens", "Macon", "Valdosta"], "Athens, then Macon and Valdosta were calm.", gazetteer)
    assert (alone["country"], together[0]["country"]) == ("GR", "US")


def test_the_countries_narrow(gazetteer):
    assert chosen(gazetteer, "Tripoli", "Clashes broke out in Tripoli.", ["GR"])["country"] == "GR"


def test_a_country_has_a_point_here_and_says_how_coarse_it_is(gazetteer):
    found = chosen(gazetteer, "Iraq", "Iraq said no.")
    assert (found["latitude"], found["longitude"], found["where_prec"]) == (33.0, 44.0, 6)


def test_the_point_of_a_country_is_for_no_map(gazetteer):
    """The desk's own look-ups know no spot for a country: only the names given have one."""
    assert gazetteer.geocode("Iraq").raw["latitude"] is None
    assert gazetteer.rows("Iraq")[0].latitude is None


def test_the_small_towns_of_the_world_are_no_names_in_a_report(gazetteer):
    assert gazetteer.world_rows("Meadowlands")
    assert all(row.rank >= 0 for row in gazetteer.rows("Liberty"))
    assert any(row.rank < 0 for row in gazetteer.world_rows("Liberty"))


def test_an_unknown_name_is_answered_with_what_the_text_is_about_and_says_so(gazetteer):
    found = chosen(gazetteer, "Xyzzyvka", "Near Xyzzyvka, south of Bakhmut in Ukraine.")
    assert (found["country"], found["stands_in"]) == ("UA", True)
    part = chosen(gazetteer, "Stanford Zoo", "The Stanford Zoo is south of San Francisco, California.")
    assert (part["name"], part["stands_in"]) == ("Stanford", True)


def test_where_nothing_is_known_there_is_no_answer(gazetteer):
    assert chosen(gazetteer, "Xyzzyvka", "Near xyzzyvka.") is None


def answers(gazetteer_path, names):
    out, err = StringIO(), StringIO()
    call_command("locate", "--names", names, "--path", gazetteer_path, stdout=out, stderr=err)
    return [json.loads(line)["chosen"] for line in out.getvalue().splitlines()], err.getvalue()


def test_the_command_prints_one_line_a_name_and_leaves_a_broken_one_out(gazetteer_path, tmp_path):
    names = tmp_path / "names.jsonl"
    names.write_bytes(
        b'{"name": "Mosul", "context": "In Mosul, Iraq."}\nnot json\n[1]\n\xff\n{"name": 7}\n{"name": "Goma"}\n'
    )
    chosen, said = answers(gazetteer_path, names)
    assert [entry["country"] for entry in chosen] == ["IQ", "CD"]
    assert [line.split(" left")[0] for line in said.splitlines()] == ["line 2", "line 3", "line 4", "line 5"]


def test_lines_with_one_context_are_chosen_together(gazetteer_path, tmp_path):
    text = "Calm."
    names = tmp_path / "names.jsonl"
    names.write_text("".join(json.dumps({"name": n, "context": text}) + "\n" for n in ("Athens", "Macon", "Valdosta")))
    assert [entry["country"] for entry in answers(gazetteer_path, names)[0]] == ["US", "US", "US"]


def test_a_gazetteer_of_an_older_make_names_the_command(gazetteer_path, tmp_path):
    old, names = shutil.copy(gazetteer_path, tmp_path / "old.sqlite3"), tmp_path / "names.jsonl"
    with sqlite3.connect(old) as db:
        db.execute("DROP TABLE point")
    names.write_text('{"name": "Iraq"}\n')
    with pytest.raises(CommandError, match=r"older make .* gazetteer build"):
        answers(old, names)


def test_a_file_that_cannot_be_read_is_one_clear_line(gazetteer_path, tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(CommandError, match="cannot be read"):
            answers(gazetteer_path, path)
