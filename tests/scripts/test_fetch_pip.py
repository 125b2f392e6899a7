"""pip's wheel from the configured index: a small index of files stands for it."""

import hashlib
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import fetch_pip

WHEEL = b"a wheel"


@pytest.fixture
def index(tmp_path) -> Path:
    """An index with two versions of pip, and things that are none."""
    page = tmp_path / "simple/pip"
    page.mkdir(parents=True)
    digest = hashlib.sha256(WHEEL).hexdigest()
    (page / "pip-26.3-py3-none-any.whl").write_bytes(WHEEL)
    links = ["pip-9.0-py3-none-any.whl", "pip-26.3.tar.gz", f"pip-26.3-py3-none-any.whl#sha256={digest}"]
    (tmp_path / "page").write_text("".join(f'<a href="{link}">x</a>' for link in links))
    return tmp_path


@pytest.fixture
def served(index, monkeypatch) -> str:
    """The index's address; its page is what a server would send for the folder."""

    def read(address: str, cert: str | None) -> bytes:
        if address.endswith("/pip/"):
            return (index / "page").read_bytes()
        return Path(address.removeprefix("https://index.example")).read_bytes()

    monkeypatch.setattr(fetch_pip, "read", read)
    return f"https://index.example{index}/simple"


def test_it_takes_the_newest_wheel_by_number_not_by_letter(served, tmp_path):
    found = fetch_pip.fetch({"index-url": served}, tmp_path)
    assert found.name == "pip-26.3-py3-none-any.whl"
    assert found.read_bytes() == WHEEL


def test_it_refuses_a_wheel_that_does_not_match_its_checksum(served, index, tmp_path, capsys):
    (index / "simple/pip/pip-26.3-py3-none-any.whl").write_bytes(b"another wheel")
    assert fetch_pip.fetch({"index-url": served}, tmp_path) is None
    assert "does not match its checksum" in capsys.readouterr().err


def test_without_a_configured_index_there_is_none(tmp_path):
    assert fetch_pip.fetch({}, tmp_path) is None


def test_the_environment_wins_over_the_files(tmp_path, monkeypatch):
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://file.example/simple\nextra-index-url = https://more.example/simple\n"
    )
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    assert fetch_pip.configuration()["index-url"] == "https://file.example/simple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://environment.example/simple")
    assert fetch_pip.configuration()["index-url"] == "https://environment.example/simple"
    assert fetch_pip.configuration()["extra-index-url"] == "https://more.example/simple"
