"""A server of the harness and a page of Chromium to look at the map alone."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from tests.js.serve import Handler

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def harness() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tests/js/harness.html"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def look(harness: str, chromium) -> Iterator:
    """`look(sample, view="", scheme="light", width=1000)`: a page with the map drawn; `page.told` has what it said."""
    pages = []

    def open_page(sample: str, view: str = "", scheme: str = "light", width: int = 1000):
        context = chromium.new_context(viewport={"width": width, "height": 640}, color_scheme=scheme)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.told = {"errors": [], "requests": []}
        page.on("pageerror", lambda error: page.told["errors"].append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.told["errors"].append(message.text))
        page.on("request", lambda request: page.told["requests"].append(request.url))
        page.goto(f"{harness}?sample={sample}" + (f"&view={view}" if view else ""))
        page.wait_for_selector(".map--ready.map--drawn")
        pages.append(context)
        return page

    yield open_page
    for context in pages:
        context.close()
