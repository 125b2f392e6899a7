"""What `make compile` puts in its place, and what it says where it does not."""

import sys
import sysconfig
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import compile_reader
import toolchain

from reports.extraction import compiled


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where the reader of these sources would lie, on a shelf of this test's own."""
    monkeypatch.setattr(compiled, "home", lambda: tmp_path / "shelf")
    return compiled.place()


@pytest.fixture
def made(tmp_path):
    """A folder that stands in for what was compiled."""
    (tmp_path / "out" / compiled.MODULES).mkdir(parents=True)
    return tmp_path / "out"


def reads(monkeypatch, **by_reader):
    """Have the reader in Python (`pure`) and any other (`fast`) read so."""
    monkeypatch.setattr(compile_reader, "readings", lambda reader: by_reader["pure" if reader == "0" else "fast"])


def test_it_takes_the_place_of_readers_of_other_sources(place, made):
    old = place.parent / "0123456789abcdef"
    old.mkdir(parents=True)
    (place.parent / "a-stray-file").touch()
    compile_reader.put(made, place)
    assert sorted(path.name for path in place.parent.iterdir()) == sorted([place.name, "a-stray-file"])
    assert (place / compiled.MODULES).is_dir()


def test_one_that_somebody_made_meanwhile_is_kept(place, made):
    (place / compiled.MODULES).mkdir(parents=True)
    (place / "theirs").touch()
    compile_reader.put(made, place)
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    assert (place / "theirs").exists()


def test_one_that_reads_otherwise_is_not_taken(place, made, monkeypatch):
    monkeypatch.setattr(compile_reader, "compile_in", lambda build: made)
    monkeypatch.setattr(compile_reader, "missing", str)
    monkeypatch.setattr(compile_reader, "gazetteer_path", lambda: made)
    reads(monkeypatch, pure="9 texts, aa", fast="9 texts, bb")
    with pytest.raises(SystemExit, match="reads otherwise"):
        compile_reader.main(only_check=False)
    assert not place.exists()


@pytest.mark.parametrize("only_check", [True, False])
def test_one_that_reads_the_same_is_taken_unless_it_was_only_to_be_tried(only_check, place, made, monkeypatch):
    monkeypatch.setattr(compile_reader, "compile_in", lambda build: made)
    monkeypatch.setattr(compile_reader, "missing", str)
    monkeypatch.setattr(compile_reader, "gazetteer_path", lambda: made)
    reads(monkeypatch, pure="9 texts, aa", fast="9 texts, aa")
    compile_reader.main(only_check)
    assert place.exists() is not only_check


@pytest.mark.parametrize("only_check", [True, False])
def test_one_that_lies_there_is_compared_again_and_thrown_away_where_it_reads_otherwise(only_check, place, monkeypatch):
    (place / compiled.MODULES).mkdir(parents=True)
    reads(monkeypatch, pure="9 texts, aa", fast="9 texts, bb")
    with pytest.raises(SystemExit, match="reads otherwise"):
        compile_reader.main(only_check)
    assert place.exists() is only_check


def test_a_reader_that_cannot_read_shows_its_words(tmp_path, capfd):
    with pytest.raises(SystemExit, match="the reader in C could not read; see the lines above"):
        compile_reader.readings(str(tmp_path))
    assert f"there is none at {tmp_path}" in capfd.readouterr().err


def test_without_a_gazetteer_nothing_is_compiled(place, tmp_path, monkeypatch):
    monkeypatch.setattr(compile_reader, "missing", str)
    monkeypatch.setattr(compile_reader, "gazetteer_path", lambda: tmp_path / "none.sqlite3")
    with pytest.raises(SystemExit, match=r"no gazetteer at .*none\.sqlite3"):
        compile_reader.main(only_check=False)


def test_what_the_machine_lacks_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("CC", "no-such-compiler -O2")
    assert "no C compiler here (no-such-compiler)" in toolchain.missing()
    monkeypatch.setenv("CC", sys.executable)
    paths = {"include": str(tmp_path), "platlib": str(tmp_path)}
    monkeypatch.setattr(sysconfig, "get_path", paths.__getitem__)
    assert "Python.h" in toolchain.missing()
    (tmp_path / "Python.h").touch()
    assert toolchain.missing() == ""
    paths["platlib"] = str(tmp_path / "nowhere")
    assert "cannot be written to" in toolchain.missing()
