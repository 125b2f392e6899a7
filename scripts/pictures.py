"""Take the pictures of the docs from a running demo: `.venv/bin/python scripts/pictures.py [http://localhost:8000]`.

Needs the test extras (Playwright) and a Chromium. The pictures go to docs/pictures/.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs/pictures"
PASTED = FOLDER.parent.parent / "tests/browser/deadline.txt"
ACCOUNT = ("demo", "demo-frontdesk")
# name: address, width in CSS pixels, colour scheme, a selector to bring into view
PUBLIC = {
    "home": ("/", 1280, "light", None),
    "home-phone": ("/", 360, "dark", None),
    "front": ("/fronts/mosul-2016/", 1280, "light", None),
    "timeline": ("/fronts/aleppo-2016/", 1280, "dark", ".timeline"),
}


CONTROL = "/fronts/palmyra-2016/#map=9/34.560/38.250"  # contested by two sides: its words are opened


def take_the_control_layer(browser: Browser, site: str) -> None:
    """Who holds what on a map, with what is said of one place."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site + CONTROL, wait_until="networkidle")
    page.locator(".holdmark").first.click()
    page.get_by_role("dialog").wait_for()
    page.locator(".mapframe").screenshot(path=FOLDER / "control.png")
    page.close()


def log_in(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", ACCOUNT[0])
    page.fill("#id_password", ACCOUNT[1])
    page.click("[type=submit]")


def take_the_desk(browser: Browser, site: str) -> None:
    """A tour through one report: pasted, reviewed, a place set right, about to be published.

    It accepts in bulk what the demo's draft holds, and publishes nothing.
    """
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    log_in(page, site)

    page.goto(f"{site}/admin/reports/report/add/")
    page.fill("[name=text]", PASTED.read_text())
    page.fill("[name=published]", "2016-12-24")
    page.wait_for_load_state("networkidle")
    page.locator("#preview:visible").wait_for()
    page.screenshot(path=FOLDER / "desk-paste.png", full_page=True)

    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="the end of the battle for Aleppo").first.click()  # the draft that waits
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / "review.png")

    page.locator(".item-location .verb-correct").first.click()
    page.locator("#map .handle").wait_for()
    page.locator("form.correct").scroll_into_view_if_needed()
    page.screenshot(path=FOLDER / "desk-place.png")

    page.get_by_role("link", name="Leave as it is").click()
    page.keyboard.press("Shift+A")
    page.locator("#publish").wait_for()
    page.keyboard.press("p")
    page.locator("#panel form").wait_for()
    page.screenshot(path=FOLDER / "desk-publish.png")
    page.close()


def main(site: str) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        for name, (address, width, scheme, selector) in PUBLIC.items():
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page.goto(site + address, wait_until="networkidle")
            if selector:
                page.locator(selector).first.scroll_into_view_if_needed()
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        take_the_control_layer(browser, site)
        take_the_desk(browser, site)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://localhost:8000")
