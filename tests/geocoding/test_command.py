"""`manage.py gazetteer`: look-ups explain themselves, errors are one clear line."""

import shutil
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def run(*arguments) -> str:
    out = StringIO()
    call_command("gazetteer", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_a_look_up_explains_its_order(gazetteer_path):
    lines = run("lookup", "Tripoli", "--path", gazetteer_path, "--country", "LB", "--near", "34,36").splitlines()
    assert "in LB first" in lines[0]
    assert lines[1].strip().startswith("1. Tripoli (city, LB)")
    assert "km away" in lines[1]


def test_a_look_up_offers_near_spellings_in_a_country(gazetteer_path):
    assert "near spelling" in run("lookup", "Makhmoor", "--path", gazetteer_path, "--country", "iq")


def test_an_unknown_name_is_said_to_be_one(gazetteer_path):
    with pytest.raises(CommandError, match="No place is called 'Xyzzyvka'"):
        run("lookup", "Xyzzyvka", "--path", gazetteer_path)


def test_a_bad_point_is_said_to_be_one(gazetteer_path):
    with pytest.raises(CommandError, match="LAT,LON"):
        run("lookup", "Tripoli", "--path", gazetteer_path, "--near", "here")


def test_a_missing_file_names_the_command(tmp_path):
    with pytest.raises(CommandError, match="gazetteer build"):
        run("lookup", "Tripoli", "--path", tmp_path / "none")


def test_an_import_reports_what_it_did(gazetteer_path, tmp_path):
    path = shutil.copy(gazetteer_path, tmp_path / "gazetteer.sqlite3")
    dump = tmp_path / "SY.txt"
    dump.write_text("one\ttwo\n", encoding="utf-8")
    assert "1 broken lines left out" in run("import", dump, "--path", path)
