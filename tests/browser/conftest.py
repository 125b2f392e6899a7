"""A real Chromium against the real site: the system's own browser, driven by Playwright."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import ConsoleMessage, Page

from reports.models import Claim, Report, Source
from reports.workflow.publish import publish_report
from reports.workflow.review import accept, missing_for_publication
from reports.workflow.submit import submit_report
from tests import factories as make
from tests.broker.conftest import broker, start_worker  # noqa: F401  (a real broker, real workers)

SAMPLES = Path(project.BASE_DIR) / "samples"
CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PASSWORD = "on-deadline-2016"


def chromium() -> str | None:
    """The path of a browser: CHROMIUM, or the first one in PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CANDIDATES)), None)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if chromium() is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here: `make browser` installs one"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    return browser_type_launch_args | {"executable_path": chromium(), "args": [*quiet, *sandbox]}


def is_problem(line: ConsoleMessage) -> bool:
    """An error of a script or of a file; a form that was refused (422) is none."""
    return line.type == "error" and "status of 422" not in line.text


def until(page: Page, condition: str, argument: object = None) -> None:
    """Wait, frame by frame, until the page's script function `condition` says yes; 20 seconds at most.

    Playwright's own `wait_for_function` builds its test with `eval`, which our content security policy refuses.
    """
    last = time.monotonic() + 20
    while not page.evaluate(condition, argument):
        assert time.monotonic() < last, f"never came true: {condition}"
        page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.fixture
def page(page: Page) -> Page:
    """A page that fails its test when a script fails or a third party is asked for anything."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console", lambda line: problems.append(f"{line.text} {line.location['url']}") if is_problem(line) else None
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://localhost", "http://127.0.0.1", "data:", "blob:"))
            else problems.append(f"asked a third party: {request.url}")
        ),
    )
    yield page
    assert problems == []


@pytest.fixture(scope="session")
def once() -> Callable[[str, Callable[[], object]], None]:
    """`once(name, make)`: what `make` does to the empty database, done by it the first time and kept; later put back
    whole, in SQLite's own way, in a hundredth of the time. Other databases make it each time."""
    kept: dict[str, sqlite3.Connection] = {}

    def bring(name: str, make: Callable[[], object]) -> None:
        database = connections["default"]
        database.ensure_connection()
        if name in kept:
            kept[name].backup(database.connection)
            ContentType.objects.clear_cache()
            return
        make()
        if database.vendor == "sqlite":
            kept[name] = sqlite3.connect(":memory:", check_same_thread=False)
            database.connection.backup(kept[name])

    return bring


def a_world() -> None:
    """The shipped world: countries, fronts, groups, sources; and Noor, who may paste, review and publish."""
    call_command("load_world", verbosity=0)
    user = make.person("Noor")
    user.set_password(PASSWORD)
    user.save()


def a_published_report() -> None:
    """In that world, one of our samples, read, accepted and published as far as it can be."""
    a_world()
    noor = User.objects.get(username="Noor")
    report = read_sample("2016-12-09-roundup.txt", "2016-12-09", noor)
    for claim in Claim.objects.filter(report=report).with_parts():
        if not missing_for_publication(claim):
            accept(claim, noor)
    publish_report(report, noor)
    assert Claim.objects.public().exists(), "nothing was read: this state is for tests without a worker"


@pytest.fixture
def desk(transactional_db, once) -> User:
    """Noor, in a world without reports, unless the test asked for the published one."""
    if not User.objects.filter(username="Noor").exists():
        once("world", a_world)
    return User.objects.get(username="Noor")


@pytest.fixture
def published(transactional_db, once) -> Report:
    once("published", a_published_report)
    return Report.objects.get()


def read_sample(name: str, day: str, by) -> Report:
    """Submit one of our samples; outside `broker` tests it is read at once."""
    from datetime import date

    outlet = Source.objects.filter(is_wire=True, name__startswith="Frontdesk").first() or make.outlet()
    text = (SAMPLES / name).read_text()
    return submit_report(text=text, published=date.fromisoformat(day), outlet=outlet, entered_by=by)


def log_in(page: Page, address: str, name: str = "Noor") -> None:
    page.goto(f"{address}/admin/login/?next=/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
