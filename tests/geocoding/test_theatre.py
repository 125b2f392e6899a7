"""Our own theatre files: each entry is checked against the outline of its province, and says how it is known."""

import csv
import hashlib

import pytest

from reports.geocoding import locate, shipped
from reports.geocoding.shapes import FILE, GROUNDS, Shape, read_shapes

from .conftest import named

WIDE = {"region", "province", "river", "country"}  # no spot, or larger than a province
AT_SEA = {"Snake Island"}  # further from the coast than the outline can tell
OUTLINE_KM = 5.0  # how far the outlines are off: they are simplified, and lack small islands
HERE = shipped.HERE


def unsourced():
    for path in sorted((HERE / "theatre").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row["source"] == "unsourced" and row["latitude"] and row["country"] and row["kind"] not in WIDE:
                    yield row


@pytest.fixture(scope="module")
def shapes() -> dict[str, Shape]:
    return read_shapes()


def test_every_unsourced_spot_lies_in_the_province_that_it_names(shapes):
    lost = []
    for row in unsourced():
        place = shipped.province_of(row)
        if row["name"] not in AT_SEA:
            away = shapes[place].km_to(float(row["latitude"]), float(row["longitude"]))
            if away > float(row["radius_km"]) + OUTLINE_KM:
                lost.append((row["name"], place, round(away)))
    assert lost == []


def test_the_check_would_find_a_slip_of_the_pen(shapes):
    """Tamanhint once stood 200 km north of where it is, in the right country."""
    assert shapes["LY.Sabha"].km_to(28.99, 14.6) > 100
    assert shapes["LY.Sabha"].km_to(27.24, 14.65) < 15
    assert shapes["SY.Aleppo"].km_to(36.2, 37.16) == 0


def test_each_unsourced_entry_is_an_area_and_never_a_pin(gazetteer, document):
    """All of them are looked up; a few are located as a report would."""
    pins = [
        (row.name, row.kind)
        for name in {row["name"] for row in unsourced()}
        for row in gazetteer.rows(name)
        if row.origin == "unsourced" and not row.radius_km
    ]
    assert pins == []
    for name, country in (("Robotyne", "UA"), ("Sheikh Maqsoud", "SY"), ("Tabqa dam", "SY"), ("Wad al-Noura", "SD")):
        place = locate(document(named(name), country=country), gazetteer).places[0]
        assert place.latitude is not None
        assert place.where_prec == 2


def test_the_outlines_are_those_that_were_checked_in():
    sums = dict(reversed(line.split()) for line in (HERE / "natural_earth.sha256").read_text().splitlines())
    for name in ("admin1.csv", FILE.name, GROUNDS.name):
        assert hashlib.sha256((HERE / name).read_bytes()).hexdigest() == sums[name]
