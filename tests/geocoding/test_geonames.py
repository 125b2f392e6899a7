"""Taking in a dump in GeoNames' own format, with a line that is broken."""

import shutil

import pytest

from reports.geocoding import open_gazetteer
from reports.geocoding.geonames import import_geonames


def line(ref, name, others, latitude, longitude, kind_class, code, population=0, country="SY"):
    """A line as `SY.txt` has it: 19 columns, tabs between them."""
    return "\t".join(
        [str(ref), name, name, others, str(latitude), str(longitude), kind_class, code, country, "", "09", "", "", "",
         str(population), "", "400", "Asia/Damascus", "2016-12-11"]
    )  # fmt: skip


DUMP = [
    line(900000001, "Tall al Wardīyāt", "Tal Wardiyat,Tell Wardiyat", 36.41, 37.52, "P", "PPL", 800),
    line(900000002, "Jabal Wardi", "", 36.5, 37.5, "T", "MT"),
    "900000003\tBroken\tBroken",
    line(900000004, "Nowhere", "", "north", 37.5, "P", "PPL"),
    line(900000005, "Off the Map", "", 136.5, 37.5, "P", "PPL"),
    line(900000006, "Wardi Post Office", "", 36.5, 37.5, "S", "PO"),
    line(170063, "Ḩalab", "Aleppo,Haleb al-Shahba", 36.9, 37.9, "P", "PPLA", 9),
    "",
]


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "SY.txt"
    path.write_bytes("\n".join(DUMP).encode() + b"\n900000007\t\xff\xfe\n")
    return path


@pytest.fixture
def copy(gazetteer_path, tmp_path):
    return shutil.copy(gazetteer_path, tmp_path / "gazetteer.sqlite3")


def test_it_adds_places_with_their_spellings(copy, dump):
    result = import_geonames(copy, dump)
    assert (result.added, result.skipped) == (2, 1)
    gazetteer = open_gazetteer(copy)
    assert gazetteer.rows("Tal Wardiyat")[0].kind == "village"
    assert gazetteer.rows("Jabal Wardi")[0].kind == "site"


def test_it_leaves_broken_lines_out_and_says_which(copy, dump):
    result = import_geonames(copy, dump)
    assert [number for number, _ in result.broken] == [3, 4, 5, 9]
    assert "columns" in result.broken[0][1]


def test_it_changes_nothing_when_run_again(copy, dump):
    import_geonames(copy, dump)
    once = open_gazetteer(copy).meta["places"]
    again = import_geonames(copy, dump)
    assert (again.added, open_gazetteer(copy).meta["places"]) == (0, once)


def test_an_entry_of_the_theatre_keeps_its_spot_and_learns_spellings(copy, dump):
    import_geonames(copy, dump)
    row = open_gazetteer(copy).rows("Haleb al-Shahba")[0]
    assert (row.name, round(row.latitude, 1)) == ("Aleppo", 36.2)


def test_it_tells_how_far_it_is(copy, dump):
    seen = []
    import_geonames(copy, dump, lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] == dump.stat().st_size


def test_the_version_tells_of_the_import(copy, dump):
    before = open_gazetteer(copy).version
    import_geonames(copy, dump)
    assert open_gazetteer(copy).version != before
