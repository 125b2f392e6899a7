"""`manage.py gazetteer`: look-ups explain themselves, errors are one clear line."""

import shutil
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from .test_geonames import DUMP


def run(*arguments) -> str:
    out = StringIO()
    call_command("gazetteer", *map(str, arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_a_look_up_says_why_the_first_is_the_first(gazetteer_path):
    lines = run("lookup", "Tripoli", "--path", gazetteer_path, "--country", "LB", "--near", "34,36").splitlines()
    assert lines[1].strip().startswith("1. Tripoli (city, LB)")
    assert "km away" in lines[1]
    assert lines[2].strip().startswith("first, for it lies in the country asked for (before ")


# A name, options, and why the first comes before the second.
REASONS = [
    ("Georgia", [], "a country comes before its namesakes"),
    ("Palmyra", [], "it is an entry of our theatre files"),
    ("Springfield", [], "more people live there"),
    ("Liberty", [], "the other is a small town or a district"),
    ("Springfield", ["--near", "42.1,-72.6"], "it lies nearer"),
]


@pytest.mark.parametrize(("name", "options", "why"), REASONS)
def test_each_step_of_the_order_has_its_words(gazetteer_path, name, options, why):
    said = run("lookup", name, "--path", gazetteer_path, *options)
    assert f"first, for {why}" in said


def test_a_look_up_offers_near_spellings_in_a_country(gazetteer_path):
    assert "near spelling" in run("lookup", "Makhmoor", "--path", gazetteer_path, "--country", "iq")


def test_an_unknown_name_is_said_to_be_one(gazetteer_path):
    with pytest.raises(CommandError, match="No place is called 'Xyzzyvka'"):
        run("lookup", "Xyzzyvka", "--path", gazetteer_path)


def test_a_bad_point_is_said_to_be_one(gazetteer_path):
    for point in ("here", "136,37", "1,2,3", "nan,1"):
        with pytest.raises(CommandError, match="LAT,LON"):
            run("lookup", "Tripoli", "--path", gazetteer_path, "--near", point)


def test_a_country_is_a_code(gazetteer_path):
    with pytest.raises(CommandError, match="two letters"):
        run("lookup", "Tripoli", "--path", gazetteer_path, "--country", "Libya")


def test_a_missing_file_names_the_command(tmp_path):
    with pytest.raises(CommandError, match="gazetteer build"):
        run("lookup", "Tripoli", "--path", tmp_path / "none")


def imported(gazetteer_path, tmp_path, file):
    return run("import", file, "--path", shutil.copy(gazetteer_path, tmp_path / "gazetteer.sqlite3"))


def test_an_import_reports_what_it_did(gazetteer_path, tmp_path):
    dump = tmp_path / "SY.txt"
    dump.write_text("\n".join([DUMP[0], "one\ttwo"]), encoding="utf-8")
    assert "1 added, 0 already known" in imported(gazetteer_path, tmp_path, dump)
    assert "1 broken lines left out" in imported(gazetteer_path, tmp_path, dump)


def test_a_file_that_cannot_be_read_is_one_clear_line(gazetteer_path, tmp_path):
    for file in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(CommandError, match=r"cannot be read: .*Nothing was changed"):
            imported(gazetteer_path, tmp_path, file)


def test_a_packed_dump_is_to_be_unpacked_first(gazetteer_path, tmp_path):
    with ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("SY.txt", DUMP[0])
    with pytest.raises(CommandError, match=r"no GeoNames dump .* Unpack it first"):
        imported(gazetteer_path, tmp_path, tmp_path / "SY.zip")
