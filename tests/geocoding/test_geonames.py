"""Taking in a dump in GeoNames' own format, with a line that is broken."""

import shutil

import pytest

from reports.geocoding import open_gazetteer
from reports.geocoding.geonames import NotADump, import_geonames


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
    assert [(name, number) for name, number, _ in result.broken] == [("SY.txt", n) for n in (3, 4, 5, 9)]
    assert [why for *_, why in result.broken] == [
        "3 columns instead of 19", "'north' is not a latitude", "no spot on earth: 136.5, 37.5",
        "byte 11 is not UTF-8",
    ]  # fmt: skip


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
    import_geonames(copy, dump, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] == dump.stat().st_size


def test_the_version_tells_of_the_import(copy, dump):
    before = open_gazetteer(copy).version
    import_geonames(copy, dump)
    assert open_gazetteer(copy).version != before


# Alternate names as GeoNames has them: id, place, language, name, preferred, short, colloquial, historic, from, to.
NAMES = [
    "1\t900000001\tar\tتل ورديات\t1\t\t\t\t\t",
    "2\t900000001\t\tThe Rose Hill\t\t\t\t\t\t",
    "3\t900000001\tlink\thttps://example.org/hill\t\t\t\t\t\t",
    "4\t900000001\ten\tOld Rosetown\t\t\t\t1\t\t",
    "5\t999999999\ten\tNot In The File\t\t\t\t\t\t",
    "6\tbroken",
]


def test_alternate_names_are_learnt_but_no_links_and_none_of_the_past(copy, dump, tmp_path):
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("\n".join(NAMES), encoding="utf-8")
    result = import_geonames(copy, dump, names)
    assert (result.names, result.broken[-1][:2]) == (2, ("alternateNamesV2.txt", 6))
    gazetteer = open_gazetteer(copy)
    for name in ("تل ورديات", "The Rose Hill"):
        assert gazetteer.rows(name)[0].name == "Tall al Wardīyāt"
    for name in ("Old Rosetown", "Not In The File"):
        assert gazetteer.world_rows(name) == ()


NO_DUMPS = [
    (b"", "it is empty"),
    (b"hello world\nand more\n", "line 1: 1 columns instead of 19"),
    (bytes(range(128, 256)) * 50, "line 1: byte 1 is not UTF-8"),
    (line(1, "Café", "", 36.4, 37.5, "P", "PPL").encode("latin-1"), "byte 6 is not UTF-8"),
    (line(1, "Far", "", 36.4, 37.5, "P", "PPL", country="Syria").encode(), "'Syria' is no country code"),
    (line(1, "Many", "", 36.4, 37.5, "P", "PPL", "eight").encode(), "'eight' is not a number of people"),
]


@pytest.mark.parametrize(("content", "why"), NO_DUMPS)
def test_what_is_no_dump_is_said_to_be_none_and_changes_nothing(copy, tmp_path, content, why):
    path = tmp_path / "SY.txt"
    path.write_bytes(content)
    before = open_gazetteer(copy).version
    with pytest.raises(NotADump, match=why):
        import_geonames(copy, path)
    assert open_gazetteer(copy).version == before


def test_windows_line_ends_and_a_byte_order_mark_are_no_harm(copy, tmp_path):
    path = tmp_path / "SY.txt"
    path.write_bytes("\ufeff".encode() + f"{DUMP[0]}\r\n{DUMP[1]}\r\n".encode())
    assert import_geonames(copy, path).added == 2
