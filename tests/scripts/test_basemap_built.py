"""The basemap as it is committed."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "static" / "map"


def square(name: str) -> dict:
    text = (BUILT / f"{name}.js").read_text()
    return json.loads(text.removeprefix("export default ").removesuffix(";\n"))


def squares() -> list[Path]:
    """The modules of squares, without those of their names in other languages."""
    return [path for path in BUILT.glob("[0-9]*.js") if path.stem.replace("-", "").removesuffix("d").isdigit()]


def test_the_files_are_those_of_the_checksum_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import build_basemap

    assert build_basemap.main(["--check"]) == 0
    sys.modules.pop("build_basemap")


def test_the_index_names_every_square_and_no_other() -> None:
    named = set(re.findall(r'import\("\./([\d-]+d?)\.js"\)', (BUILT / "index.js").read_text()))
    assert named == {path.stem for path in squares()}


def test_the_data_stays_small() -> None:
    sizes = [path.stat().st_size for path in BUILT.iterdir()]
    assert sum(sizes) < 4_000_000
    assert max(sizes) < 150_000


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("5-19-12", "Mosul"),
        ("5-19-12", "Raqa"),
        ("5-19-12", "Deir Ezzor"),
        ("5-19-14", "Hodeida"),
        ("5-18-16", "Goma"),
        ("5-19-11", "Donetsk"),
    ],
)
def test_towns_in_the_news_have_the_names_of_the_wires(name: str, town: str) -> None:
    assert town in {label[1] for label in square(name)["labels"]}


def test_no_square_has_the_names_that_the_editors_struck_out() -> None:
    struck = {"Al Mawşil al Jadīdah", "Ar Raqqah", "Al Ḩudaydah", "N. Cyprus", "Somaliland (country)"}
    shown = {label[1] for path in squares() for label in square(path.stem)["labels"]}
    assert not shown & struck


def test_disputed_borders_are_a_layer_of_their_own() -> None:
    assert "disputed" in square("5-19-12")
    assert square("5-19-12")["disputed"] != square("5-19-12")["border"]


def test_every_name_can_be_written_in_the_fonts_of_the_pages() -> None:
    names = {label[1] for path in squares() for label in square(path.stem)["labels"]}
    assert {name for name in names if any(ord(letter) > 255 for letter in name)} == set()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_list_of_names_in_another_language_fits_its_square_and_is_in_the_index(language: str) -> None:
    lists = {path.name.split(".")[0] for path in BUILT.glob(f"[0-9]*.{language}.js")}
    for name in lists:
        assert len(square(f"{name}.{language}")) == len(square(name)["labels"])
    named = re.findall(r'import\("\./([\d-]+d?)\.\w+\.js"\)', (BUILT / f"index.{language}.js").read_text())
    assert set(named) == lists
