"""What a browser sees: bytes on the wire, when the map is drawn, how soon a filter shows, the longest task of moves."""

import json
import os
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

VIEW = {"width": 1280, "height": 800}
ROUNDS = 5
KINDS = ("airstrike", "shelling", "clash", "displacement", "aid")
DRAWN = """new Promise((done) => {
  const drawn = () => document.querySelector("#map.map--ready .pin");
  const look = () => requestAnimationFrame(drawn() ? () => done(performance.now()) : look);
  look();
})"""
BARE_DRAWN = """new Promise((done) => {
  const look = () => window.bareDrawn ? done(window.bareDrawn) : requestAnimationFrame(look);
  look();
})"""
# Until the map says that it drew other points; a site whose page carries them says that it swapped the page.
FILTERED = """(kind) => new Promise((done) => {
  const box = document.querySelector(`#filters input[name=kind][value=${kind}]`);
  const start = performance.now();
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  const event = document.querySelector("#map[data-points-url]") ? "map:drawn" : "page:swapped";
  document.addEventListener(event, drawn, { once: true });
  box.click();
})"""
BARE_FILTERED = """(kind) => new Promise((done) => {
  const select = document.getElementById("kind");
  const start = performance.now();
  document.addEventListener("bare:drawn", () => done(performance.now() - start), { once: true });
  select.value = kind;
  select.dispatchEvent(new Event("change"));
})"""


def launch(playwright) -> Browser:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=[*sandbox, "--disable-background-networking"])


def wire(browser: Browser, address: str) -> int:
    """Bytes of a first visit, headers included, until nothing more is asked for."""
    with _page(browser) as page:
        session = page.context.new_cdp_session(page)
        total = []
        session.on("Network.loadingFinished", lambda told: total.append(told["encodedDataLength"]))
        session.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        return int(sum(total))


def drawn(browser: Browser, address: str, bare: bool) -> float:
    """Milliseconds from the start of a first visit to the points on the screen, the median of some."""

    def once() -> float:
        with _page(browser) as page:
            page.goto(address, wait_until="commit")
            return page.evaluate(BARE_DRAWN if bare else DRAWN)

    return _median(once)


def filtered(browser: Browser, address: str, bare: bool) -> float:
    """Milliseconds from a choice to its points on the screen, the median over kinds that nobody asked for before."""
    times = []
    for kind in KINDS:
        with _page(browser) as page:
            page.goto(address, wait_until="networkidle")
            page.evaluate(BARE_DRAWN if bare else DRAWN)
            times.append(page.evaluate(BARE_FILTERED if bare else FILTERED, kind))
    return statistics.median(times)


def longest_task(browser: Browser, address: str, bare: bool) -> float:
    """Milliseconds of the longest task of the main thread while the map is zoomed and panned, the median of three."""
    return statistics.median(_moved(browser, address, bare) for _ in range(3))


def _moved(browser: Browser, address: str, bare: bool) -> float:
    with _page(browser) as page, tempfile.TemporaryDirectory() as folder:
        page.goto(address, wait_until="networkidle")
        page.evaluate(BARE_DRAWN if bare else DRAWN)
        page.locator("#map").scroll_into_view_if_needed()
        page.wait_for_timeout(500)
        trace = Path(folder) / "trace.json"
        browser.start_tracing(page=page, path=trace, categories=["toplevel", "disabled-by-default-devtools.timeline"])
        _move(page)
        browser.stop_tracing()
        return _longest(json.loads(trace.read_text())["traceEvents"])


def _move(page: Page) -> None:
    """Three steps nearer, a drag to each side, three steps back; a breath after each, as a reader takes it."""
    box = page.locator("#map").bounding_box() or {"x": 0, "y": 0, "width": 800, "height": 400}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for _ in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(600)
    for across, down in ((250, 0), (0, 120), (-400, -60), (150, -60)):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + across, y + down, steps=12)
        page.mouse.up()
        page.wait_for_timeout(400)
    for _ in range(3):
        page.locator(".leaflet-control-zoom-out").click()
        page.wait_for_timeout(600)


def _longest(events: list[dict]) -> float:
    """In milliseconds, of the renderer's main thread with the most work."""
    mains = {
        (one["pid"], one["tid"])
        for one in events
        if one.get("name") == "thread_name" and one["args"].get("name") == "CrRendererMain"
    }
    tasks = [
        one["dur"] / 1000
        for one in events
        if one.get("name") in {"RunTask", "ThreadControllerImpl::RunTask"}
        and (one["pid"], one["tid"]) in mains
        and "dur" in one
    ]
    return max(tasks, default=0.0)


class _page:
    """A page of a context of its own: nothing is kept from the last visit."""

    def __init__(self, browser: Browser):
        self.context = browser.new_context(viewport=VIEW)

    def __enter__(self) -> Page:
        return self.context.new_page()

    def __exit__(self, *problem) -> None:
        self.context.close()


def _median(once: Callable[[], float]) -> float:
    return statistics.median(once() for _ in range(ROUNDS))
