"""`manage.py read`: nothing but JSON on standard output; one line on standard error and 2 for what cannot be read."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
TEXT = "BEIRUT (AFP) - At least 12 people were killed in Aleppo on Sunday, the Observatory said.\n"

pytestmark = pytest.mark.skipif(not Path(settings.GAZETTEER_PATH).exists(), reason="the gazetteer is not built")


def run(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own: for what only that can prove."""
    return subprocess.run(
        [sys.executable, "manage.py", "read", *words],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env={**os.environ, **env},
        timeout=60,
    )


@pytest.fixture
def call(capsysbinary, monkeypatch):
    """Runs the command in this process, which starts Django and the gazetteer once."""

    def called(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            call_command("read", *words)
        except SystemExit as stop:
            code = stop.code
        return subprocess.CompletedProcess(words, code, *capsysbinary.readouterr())

    return called


def test_it_prints_one_object(tmp_path, call):
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    done = call(str(path), "--published", "2016-12-11", "--outlet", "AFP")
    document = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (document["outlet"], document["published"], document["dateline"]) == ("AFP", "2016-12-11", "Beirut")
    (figure,) = document["figures"]
    assert (figure["low"], figure["high"], figure["kind"]) == (12, None, "killed")
    assert document["sources"][figure["source"]]["name"] == "Syrian Observatory for Human Rights"
    assert document["places"][figure["place"]]["latitude"] == pytest.approx(36.2, abs=0.2)


def test_several_files_print_one_line_each_in_order(tmp_path, call):
    paths = []
    for name in ("b", "a"):
        path = tmp_path / name
        path.write_text(f"Report {name}. {TEXT}")
        paths.append(str(path))
    lines = call(*paths).stdout.decode().splitlines()
    assert [json.loads(line)["text"][:8] for line in lines] == ["Report b", "Report a"]


def test_it_reads_standard_input_and_prints_the_same_bytes_twice():
    once, twice = (run("-", "--published", "2016-12-11", stdin=TEXT.encode()) for _ in range(2))
    assert (once.returncode, once.stderr) == (0, b"")
    assert once.stdout == twice.stdout
    assert json.loads(once.stdout)["sentences"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"", b"empty"), (b"\xff", b"not UTF-8"), (b"a\0b", b"NUL"), (b"a" * (1024 * 1024 + 1), b"longer than the limit")],
)
def test_it_says_in_one_line_what_it_cannot_read(raw, words, call):
    done = call("-", stdin=raw)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_missing_file_is_one_line(call):
    done = call("/nowhere/at/all.txt")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_a_missing_gazetteer_names_the_command_that_builds_it(tmp_path):
    done = run("-", stdin=TEXT.encode(), FRONTDESK_GAZETTEER=str(tmp_path / "none.sqlite3"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"manage.py gazetteer build" in done.stderr


def test_explain_goes_to_standard_error(tmp_path, call):
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    done = call(str(path), "--explain")
    assert json.loads(done.stdout)
    assert b"figures" in done.stderr
