"""The built gazetteer: what it holds, what it answers, and how it says that it is absent."""

import csv
import os
import tomllib
import tracemalloc
from pathlib import Path

import pytest
from geopy.distance import geodesic
from geopy.geocoders.base import Geocoder

from reports.extraction.folding import fold
from reports.geocoding import GazetteerMissing, open_gazetteer, shipped
from reports.geocoding import build as build_module

THEATRE = Path(build_module.__file__).parent / "theatre"

# Spelling, country, about where: names as agencies write them.
KNOWN = [
    ("Raqa", "SY", 35.95, 39.01),
    ("Raqqa", "SY", 35.95, 39.01),
    ("ar-Raqqah", "SY", 35.95, 39.01),
    ("Hawija", "IQ", 35.33, 43.77),
    ("Bashiqa", "IQ", 36.45, 43.35),
    ("Ain al-Arab", "SY", 36.89, 38.35),
    ("Kobani", "SY", 36.89, 38.35),
    ("Tal Afar", "IQ", 36.38, 42.45),
    ("T4 airbase", "SY", 34.52, 37.63),
    ("Mosul airport", "IQ", 36.31, 43.15),
    ("Castello road", "SY", 36.25, 37.12),
    ("Dayr az Zawr", "SY", 35.34, 40.14),
    ("Deir Ezzor", "SY", 35.34, 40.14),
    ("Fallujah", "IQ", 33.35, 43.78),
    ("Hodeida", "YE", 14.80, 42.95),
    ("Hodeidah", "YE", 14.80, 42.95),
    ("al-Fashir", "SD", 13.63, 25.35),
    ("el-Fasher", "SD", 13.63, 25.35),
    ("Zamzam camp", "SD", 13.49, 25.31),
    ("Bulengo", "CD", -1.62, 29.13),
    ("Klishchiivka", "UA", 48.53, 37.96),
    ("Kiev", "UA", 50.45, 30.52),
    ("Jabalia refugee camp", "PS", 31.54, 34.50),
    ("Stepanakert", "AZ", 39.82, 46.75),
    ("Laukkai", "MM", 23.69, 98.76),
    ("Mek'ele", "ET", 13.50, 39.48),
    ("Mocímboa da Praia", "MZ", -11.35, 40.35),
    ("Port-au-Prince", "HT", 18.54, -72.34),
    ("الموصل", "IQ", 36.34, 43.13),
    ("Бахмут", "UA", 48.59, 38.00),
]


@pytest.mark.parametrize(("name", "country", "latitude", "longitude"), KNOWN)
def test_it_finds_a_theatre_by_the_spellings_of_the_agencies(gazetteer, name, country, latitude, longitude):
    best = gazetteer.rows(name)[0]
    assert best.country == country
    assert geodesic((best.latitude, best.longitude), (latitude, longitude)).km < 15


def test_it_is_a_geopy_geocoder(gazetteer):
    assert isinstance(gazetteer, Geocoder)
    location = gazetteer.geocode("Mosul")
    assert (round(location.latitude, 2), round(location.longitude, 2)) == (36.34, 43.12)
    assert location.raw["kind"] == "city"
    assert gazetteer.geocode("Xyzzy") is None


def test_country_codes_narrow_the_answer(gazetteer):
    assert gazetteer.geocode("Tripoli").raw["country"] == "LY"
    assert gazetteer.geocode("Tripoli", country_codes="lb").raw["country"] == "LB"
    assert {p.raw["country"] for p in gazetteer.geocode("Tripoli", exactly_one=False)} >= {"LY", "LB", "GR"}


def test_the_country_comes_before_its_namesakes(gazetteer):
    assert [hit.kind for hit in gazetteer.look("Georgia")][:2] == ["country", "province"]
    assert gazetteer.look("Iraq")[0].country == "IQ"


def test_it_never_finds_a_part_of_a_name(gazetteer):
    assert gazetteer.look("Bakhm") == ()
    assert gazetteer.look("Mosul fell") == ()


def test_a_near_spelling_needs_a_country(gazetteer):
    assert gazetteer.geocode("Makhmoor") is None
    near = gazetteer.geocode("Makhmoor", country_codes="IQ")
    assert near.raw["name"] == "Makhmur"
    assert near.raw["exact"] is False


def test_rivers_have_no_spot(gazetteer):
    row = gazetteer.rows("Tigris")[0]
    assert (row.kind, row.latitude) == ("river", None)


def test_a_district_of_a_country_at_war_is_known_where_its_name_is_no_other_place_s(gazetteer):
    """Radfan in Yemen is nothing else; Springfield's county and the district that is named like its town stay out."""
    assert [(row.kind, row.country) for row in gazetteer.rows("Radfan")] == [("district", "YE")]
    assert gazetteer.rows("Rapides Parish") == ()
    assert all(row.source != "geonames" or row.kind != "district" for row in gazetteer.rows("Aleppo"))


def test_looking_up_holds_little_memory(gazetteer):
    tracemalloc.start()
    for i in range(2000):
        gazetteer.look(f"Name{i}")
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert used < 5_000_000


def test_a_missing_file_names_the_command(tmp_path):
    with pytest.raises(GazetteerMissing, match="gazetteer build"):
        open_gazetteer(tmp_path / "none.sqlite3")


def test_a_broken_file_names_the_command(tmp_path):
    path = tmp_path / "broken.sqlite3"
    path.write_bytes(b"not a database, but long enough to be read as one" * 100)
    with pytest.raises(GazetteerMissing, match="gazetteer build"):
        open_gazetteer(path)


def test_a_failed_build_leaves_the_old_file(gazetteer_path, tmp_path, monkeypatch):
    path = tmp_path / "gazetteer.sqlite3"
    path.write_bytes(b"old")
    monkeypatch.setattr(build_module, "_fill", lambda db, progress: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_module.build(path)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["gazetteer.sqlite3"]


def theatre_rows():
    for path in sorted(THEATRE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            yield from ((path.stem, row) for row in csv.DictReader(rows))


def test_every_theatre_name_resolves_to_its_entry(gazetteer):
    lost = [
        (stem, row["name"])
        for stem, row in theatre_rows()
        if not any(r.name == row["name"] and r.country == (row["country"] or None) for r in gazetteer.rows(row["name"]))
    ]
    assert lost == []


def test_an_unsourced_spot_says_how_far_off_it_can_be():
    bare = [
        row["name"] for _, row in theatre_rows()
        if row["source"] == "unsourced" and row["latitude"] and float(row["radius_km"] or 0) < 3
    ]  # fmt: skip
    assert bare == []


def test_an_unsourced_spot_lies_in_or_beside_its_country(gazetteer):
    """A slip of the pen puts a village into another land: the nearest town is its country's, or a neighbour's."""
    countries = tomllib.loads(shipped.COUNTRIES.read_text("utf-8"))["country"]
    near = {row["iso2"]: {row["iso2"], *row.get("neighbours", ())} for row in countries}
    cells: dict[tuple[int, int], list] = {}
    for town in gazetteer._fetch(
        "SELECT latitude, longitude, country FROM place WHERE source = 'geonames' AND rank >= 0", ()
    ):
        cells.setdefault((int(town[0]), int(town[1])), []).append(town)
    lost = []
    for stem, row in theatre_rows():
        if row["source"] != "unsourced" or not row["latitude"] or not row["country"] or row["kind"] == "region":
            continue
        spot = float(row["latitude"]), float(row["longitude"])
        around = [
            town
            for i in range(int(spot[0]) - 4, int(spot[0]) + 5)
            for j in range(int(spot[1]) - 4, int(spot[1]) + 5)
            for town in cells.get((i, j), ())
        ]
        nearest = min(around, key=lambda t, s=spot: abs(s[0] - t[0]) + abs(s[1] - t[1]), default=None)
        if nearest is not None and nearest[2] not in near[row["country"]]:
            lost.append((stem, row["name"], nearest))
    assert lost == []


def test_the_key_of_a_name_is_the_key_that_is_stored(gazetteer):
    stored = gazetteer._fetch("SELECT key FROM spelling JOIN place ON place.id = place WHERE name = 'Kyiv'", ())
    assert (fold("Kyiv"),) in stored


@pytest.mark.parametrize(
    ("russian", "chief"),
    [("Kislovka", "Kyslivka"), ("Kleshcheyevka", "Klishchiivka"), ("Velikaya Novosyolka", "Velyka Novosilka")],
)
def test_a_village_in_ukraine_is_known_by_its_russian_name(gazetteer, russian, chief):
    assert (chief, "UA") in [(row.name, row.country) for row in gazetteer.rows(russian)]


@pytest.mark.parametrize("name", ["Politkovskaya", "Babushka", "Troika"])
def test_a_russian_word_is_no_village(gazetteer, name):
    assert not [row for row in gazetteer.rows(name) if row.country == "UA"]
