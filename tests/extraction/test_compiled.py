"""Which reader is taken: one in C that was made of these very sources, else Python as it stands."""

import subprocess
import sys
from pathlib import Path

import pytest

from reports.extraction import compiled

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A folder of compiled readers that is this test's own."""
    monkeypatch.setattr(compiled, "home", lambda: tmp_path)
    monkeypatch.delenv("FRONTDESK_COMPILED", raising=False)
    return tmp_path


@pytest.fixture
def made(shelf):
    """A reader that was compiled of the sources as they are."""
    folder = compiled.place()
    (folder / compiled.MODULES).mkdir(parents=True)
    return folder


def test_a_reader_of_these_sources_is_taken(made):
    assert compiled.found() == made
    assert not compiled.is_outdated()


def test_none_is_taken_where_none_was_made(shelf):
    assert compiled.found() is None


def test_none_is_taken_once_a_source_has_changed(made, tmp_path, monkeypatch):
    changed = tmp_path / "sources"
    changed.mkdir()
    for source in compiled.sources():
        (changed / source).parent.mkdir(exist_ok=True)
        (changed / source).write_bytes((compiled.HERE / source).read_bytes())
    monkeypatch.setattr(compiled, "HERE", changed)
    assert compiled.found() == made
    with (changed / "figures.py").open("a") as file:
        file.write("\n")
    assert compiled.found() is None
    assert compiled.is_outdated()


def test_the_reader_in_python_can_be_asked_for(made, monkeypatch):
    monkeypatch.setenv("FRONTDESK_COMPILED", "0")
    assert compiled.found() is None


def test_a_reader_elsewhere_can_be_asked_for(made, tmp_path, monkeypatch):
    elsewhere = made.rename(tmp_path / "elsewhere")
    monkeypatch.setenv("FRONTDESK_COMPILED", str(elsewhere))
    assert compiled.found() == elsewhere


@pytest.mark.parametrize("wish", ["1", "/nowhere"])
def test_one_that_is_asked_for_and_is_none_is_no_silent_matter(wish, made, monkeypatch):
    monkeypatch.setenv("FRONTDESK_COMPILED", wish)
    with pytest.raises(RuntimeError, match=f"there is none at {wish}"):
        compiled.found()


def test_another_python_or_machine_does_not_take_it(made, monkeypatch):
    monkeypatch.setattr(compiled.sysconfig, "get_config_var", lambda name: ".cpython-399-elsewhere.so")
    assert compiled.found() is None


def test_its_modules_come_before_those_in_python(made):
    """Here one of them has nothing in it: who asks it for a name is told where it lies."""
    (made / compiled.MODULES / "normalise.py").touch()
    found = subprocess.run(
        [sys.executable, "-c", "import reports.extraction"],
        env={"FRONTDESK_COMPILED": str(made)}, cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert "cannot import name 'LIMIT'" in found.stderr
    assert str(made) in found.stderr


def test_every_module_that_is_read_as_it_stands_exists():
    assert set(compiled.sources()) >= compiled.PURE
