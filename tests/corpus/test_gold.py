"""The gold of our own reports holds, and the scorer tells a perfect reading from a broken one."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / script, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_offset_quote_index_and_code_of_the_gold_holds() -> None:
    result = run("check_gold.py")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("corpus", ["open", "sealed"])
def test_the_scorer_gives_full_marks_to_the_gold_and_fewer_to_a_broken_reading(corpus: str) -> None:
    result = run("score.py", "--selftest", f"tests/corpus/{corpus}")
    assert result.returncode == 0, result.stdout


def test_the_totals_say_nothing_about_a_single_report() -> None:
    reader = f"{sys.executable} -c 'print({{}})'"
    result = run("score.py", "tests/corpus/sealed", "--totals", "--misses", "--read", reader)
    assert "figures: COMPLETE" in result.stdout
    for report in (ROOT / "tests/corpus/sealed").glob("*.txt"):
        assert report.stem not in result.stdout
    assert "MISS" not in result.stdout
