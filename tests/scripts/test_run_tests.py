"""What `make test` tells at its end."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import run_tests
import servers
from run_tests import Outcome

REPORT = """<testsuites><testsuite>
  <testcase name="a"/><testcase name="b"/>
  <testcase name="c"><failure message="no"/></testcase>
  <testcase name="d"><error message="broken fixture"/></testcase>
  <testcase name="e"><skipped message="no node here"/></testcase>
</testsuite></testsuites>"""


def test_it_counts_errors_as_failures_and_keeps_the_reasons_of_skips(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    outcome = run_tests.count("unit", report)
    assert outcome.counts == Counter(passed=2, failed=2, skipped=1)
    assert outcome.reasons == Counter(["no node here"])


def test_the_last_line_is_the_total(capsys):
    outcomes = [Outcome("unit", 2, Counter(passed=3)), Outcome.skipped("browser", "no Chromium here")]
    assert run_tests.summary(outcomes) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "3 passed, 0 failed, 1 skipped"
    assert "  browser: no Chromium here" in lines


@pytest.mark.parametrize("counts", [Counter(passed=9, failed=1), Counter(skipped=2), Counter()])
def test_a_failure_and_a_run_of_nothing_both_fail(counts, capsys):
    assert run_tests.summary([Outcome("unit", counts=counts)]) == 1


def test_a_check_that_fails_says_what_it_ran_and_no_more_than_enough(capsys):
    outcome = run_tests.check("lint", [sys.executable, "-c", "print('bad line\\n' * 100); raise SystemExit(1)"])
    assert outcome.counts == Counter(failed=1)
    told = capsys.readouterr().out
    assert told.count("bad line\n") == run_tests.ENOUGH
    assert "lines more" in told


@pytest.mark.parametrize(
    ("late", "lacks", "reason"),
    [
        (0, "", "the steps before took over 0 s here"),
        (10**6, "there is no C compiler here (cc)", "there is no C compiler"),
    ],
)
def test_the_reader_is_not_compiled_where_time_or_a_compiler_is_short(late, lacks, reason, monkeypatch):
    monkeypatch.setattr(run_tests, "LATE", late)
    monkeypatch.setattr(run_tests, "missing", lambda: lacks)
    (told,) = run_tests.compiled().reasons
    assert told.startswith(reason)


def test_a_run_that_finds_no_test_fails(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(run_tests, "ROOT", tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "")
    assert run_tests.pytest("nothing", "-p", "no:django", str(tmp_path)).counts == Counter(failed=1)


def test_each_run_has_a_database_name_of_its_own(monkeypatch):
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://desk@db.example:5432/postgres")
    monkeypatch.setattr(servers, "_postgres_answers", lambda address: True)
    with servers.postgres() as address:
        assert address.startswith("postgres://desk@db.example:5432/frontdesk_")


def test_without_any_redis_it_says_so(monkeypatch):
    monkeypatch.delenv("TEST_REDIS_URL", raising=False)
    monkeypatch.setattr(servers, "LOCAL_REDIS", "redis://127.0.0.1:1")
    with pytest.raises(servers.NoServer, match="no Redis answers"), servers.redis():
        pass
