"""Run every check and test, then say what ran on what, what was skipped and why. Exits 1 where anything failed."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from servers import NoServer, postgres, redis
from toolchain import missing

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv/bin"
CHECKS = {
    "lint": [BIN / "ruff", "check", "--output-format", "concise"],
    "format": [BIN / "ruff", "format", "--check"],
    "types": [BIN / "mypy"],
    "layers": [BIN / "lint-imports"],
    "missing migrations": [BIN / "python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": [BIN / "python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}
# What `check --deploy` wants of a production's environment.
DEPLOYED = {
    "FRONTDESK_TLS": "1",
    "DJANGO_ALLOWED_HOSTS": "desk.example",
    "DJANGO_SECRET_KEY": "only-for-this-check-" * 3,
}
# What has nothing to do with a database or a broker is not run twice.
WITHOUT_DATABASE = ("extraction", "geocoding", "scripts", "js", "browser", "corpus")
# Left out of the second run, to end in time: what asks through the workflow and the index of what is public, whose own
# tests run on both.
_PAGES = (
    *("pages", "feeds", "languages", "sitemaps", "embeds", "harm", "ledger", "changes", "filters", "timeline"),
    *("words", "structured", "strips", "series", "kinds", "boxes", "ages", "drawn_honestly", "accuracy", "warm_start"),
    *("agreement", "answers", "live", "health", "agreed", "merged", "mainlines"),
)
ONCE = {
    **dict.fromkeys(
        ("desk", "public/control", "public/drawn", *(f"public/test_{name}.py" for name in _PAGES)),
        "the desk and the looks of public pages were tried on SQLite alone: twice they would not end in 15 minutes",
    ),
    **dict.fromkeys(
        ("workflow/test_demo.py", "workflow/test_world.py"),
        "the demonstration and the shipped world were tried on SQLite alone, as `make demo` has them",
    ),
}
APART = ("desk", "public")  # steps of their own among the unit tests, so that the lanes end together


LANES = 3  # on two cores: a lane waits for a browser, a worker or a server half of its time
ENOUGH = 60  # lines of a failed check
BEGUN = time.monotonic()
LATE = 480  # seconds after which nothing long is begun: all of it is to end in 15 minutes


@dataclass
class Outcome:
    """What one step came to: its seconds, counts by "passed", "failed" and "skipped", and the reasons of the skips."""

    name: str
    seconds: float = 0
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @classmethod
    def skipped(cls, name: str, reason: str) -> "Outcome":
        return cls(name, counts=Counter(skipped=1), reasons=Counter([reason]))


def check(name: str, command: list[str | Path]) -> Outcome:
    """A step that passes or fails as a whole; what it prints is shown only where it fails."""
    begun = time.monotonic()
    environment = os.environ | (DEPLOYED if name == "deployment" else {})
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    lines = (done.stdout + done.stderr).splitlines() if done.returncode else []
    if len(lines) > ENOUGH:
        lines[ENOUGH:] = [f"… and {len(lines) - ENOUGH} lines more: {' '.join(map(str, command))}"]
    verdict = "failed" if done.returncode else "passed"
    return told(Outcome(name, time.monotonic() - begun, Counter([verdict])), lines)


def pytest(name: str, *arguments: str, **environment: str) -> Outcome:
    """A run of pytest, counted from its own report."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [BIN / "python", "-m", "pytest", "-q", "-r", "fE", "--durations=5", f"--junit-xml={report}"]
        environment = os.environ | environment | {"PYTHONUNBUFFERED": "1"}
        done = subprocess.run([*command, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
        outcome = count(name, report)
    if done.returncode not in (0, 1) and not outcome.counts["failed"]:  # it could not run, or found no test
        outcome.counts["failed"] += 1
    outcome.seconds = time.monotonic() - begun
    return told(outcome, (done.stdout + done.stderr).splitlines())


def told(outcome: Outcome, lines: list[str]) -> Outcome:
    """Print a step's end and its output, whole: several lanes run at a time."""
    sign = "✗" if outcome.counts["failed"] else "✓"
    print("\n".join([f"{sign} {outcome.name}, {outcome.seconds:.0f} s", *lines]), flush=True)
    return outcome


def count(name: str, report: Path) -> Outcome:
    """The outcome that a JUnit report tells."""
    outcome = Outcome(name)
    if not report.exists():
        return outcome
    for case in xml.parse(report).getroot().iter("testcase"):  # noqa: S314 (pytest's own file)
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.counts["failed"] += 1
        elif skipped is not None:
            outcome.counts["skipped"] += 1
            outcome.reasons[skipped.get("message", "")] += 1
        else:
            outcome.counts["passed"] += 1
    return outcome


def find_chromium() -> str | None:
    for name in filter(None, (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")):
        if found := shutil.which(name):
            return found
    return None


def browser() -> Outcome:
    name = "browser"
    if not list((ROOT / "tests/browser").glob("test_*.py")):
        return Outcome.skipped(name, "there are no browser tests")
    chromium = find_chromium()
    if chromium is None:
        return Outcome.skipped(name, "no Chromium here: make browser")
    return pytest(f"{name} ({chromium})", "tests/browser", CHROMIUM=chromium)


def production() -> Outcome:
    """What touches database and broker, once more on PostgreSQL and Redis."""
    name = "database, tasks: PostgreSQL, Redis"
    ignored = [f"--ignore=tests/{path}" for path in (*WITHOUT_DATABASE, *ONCE)]
    try:
        with postgres() as database, contextlib.ExitStack() as stack:
            servers = {"DATABASE_URL": database, "PGOPTIONS": "-c synchronous_commit=off"}  # nothing here must last
            try:
                address = stack.enter_context(redis())
            except NoServer as problem:
                outcome = pytest("database: PostgreSQL", "-m", "not broker", *ignored, **servers)
                outcome.reasons[f"tasks on Redis: {problem}"] += 1
                outcome.counts["skipped"] += 1
                return outcome
            outcome = pytest(name, *ignored, REDIS_URL=address, **servers)
            outcome.reasons.update(set(ONCE.values()))
            return outcome
    except NoServer as problem:
        return Outcome.skipped(name, str(problem))


def compiled() -> Outcome:
    """The reader in C: whether it can be made, and reads all reports at hand as the one in Python does."""
    name = "the reader, compiled, reads the same"
    if time.monotonic() - BEGUN > LATE:
        return Outcome.skipped(name, f"the steps before took over {LATE} s here, and it takes minutes: make compile")
    if lack := missing():
        return Outcome.skipped(name, lack)
    return check(name, [BIN / "python", "scripts/compile_reader.py", "--check"])


def steps() -> list[Callable[[], Outcome]]:
    """All that is run, the quick checks first, then the longest: lanes that take the next one end together."""
    elsewhere = ("browser", *APART)
    return [
        *(partial(check, name, list(command)) for name, command in CHECKS.items()),
        partial(pytest, "unit: SQLite", "-m", "not broker", *(f"--ignore=tests/{name}" for name in elsewhere)),
        browser,
        *(partial(pytest, f"{folder}: SQLite", f"tests/{folder}") for folder in APART),
        production,
        partial(pytest, "broker: SQLite, embedded broker, real workers", "tests/broker"),
        compiled,
    ]


def main() -> int:
    os.chdir(ROOT)
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)  # the tests choose their own; TEST_DATABASE_URL and TEST_REDIS_URL are for them
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of a hundred processes compiles all modules anew
    print(f"· {LANES} lanes, each takes the next step; a step is told at its end.", flush=True)
    with ThreadPoolExecutor(LANES) as lanes:
        return summary(list(lanes.map(lambda step: step(), steps())))


def summary(outcomes: list[Outcome]) -> int:
    """Print the table, the reasons and, as the last line, the total. Returns the exit code."""
    print("\nWhat ran")
    for outcome in outcomes:
        counts = ", ".join(f"{outcome.counts[verdict]} {verdict}" for verdict in ("passed", "failed", "skipped"))
        print(f"  {outcome.name:48} {outcome.seconds:6.1f} s  {counts}")
    reasons = [(outcome.name, reason, times) for outcome in outcomes for reason, times in outcome.reasons.items()]
    print("What was skipped, and why" if reasons else "Nothing was skipped")
    for name, reason, times in reasons:
        print(f"  {name}: {reason}" + (f" ({times} tests)" if times > 1 else ""))
    total = sum((outcome.counts for outcome in outcomes), Counter())
    print(f"\n{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
