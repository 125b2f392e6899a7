"""Every page for everyone: axe finds no violation of WCAG 2.2 A and AA or of its own good practice, and nothing is
wider than the screen; wide in English in the light, narrow in Arabic in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from reports.models import Source

from .conftest import log_in

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"wide, light, English": ("", 1280, "light"), "narrow, dark, Arabic": ("/ar", 360, "dark")}


def is_pin(node: dict) -> bool:
    """Markers of the map may lie closer than 24 pixels: the same developments are links in the list beside it, which
    WCAG 2.5.8 names "Equivalent"."""
    return "leaflet-marker-icon" in node["html"]


def problems(page: Page) -> list[str]:
    """What axe finds on the page as it stands, and whether it scrolls sideways."""
    answer = Axe().run(page, options={"runOnly": RULES}).response
    assert len(answer["passes"]) > 10, "axe has looked"
    found = [
        f"{page.url}: {rule['id']}: {node['html'][:160]}"
        for rule in answer["violations"]
        for node in rule["nodes"]
        if not (rule["id"] == "target-size" and is_pin(node))
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *([f"{page.url}: {wide} pixels too wide"] if wide > 0 else [])]


def set_screen(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize("screen", SCREENS)
def test_public_pages(page: Page, live_server, published, screen):
    language, width, scheme = SCREENS[screen]
    set_screen(page, width, scheme)
    source = Source.objects.filter(claims__report=published, unnamed=False).first()
    paths = ["/", "/fronts/aleppo-2016/", "/countries/SY/", "/groups/islamic-state/", f"/sources/{source.slug}/"]
    paths += [f"/reports/{published.public_id}/", "/claims/", "/corrections/", "/method/"]
    paths += ["/embed/fronts/aleppo-2016/", "/embed/fronts/aleppo-2016/figures/"]
    found = []
    for path in paths:
        page.goto(f"{live_server.url}{language}{path}")
        found += problems(page)
    assert found == []


@pytest.mark.parametrize("screen", SCREENS)
def test_the_desk(page: Page, live_server, published, screen):
    _language, width, scheme = SCREENS[screen]
    set_screen(page, width, scheme)
    page.goto(f"{live_server.url}/admin/login/")
    found = problems(page)
    log_in(page, live_server.url)
    page.wait_for_url("**/admin/")
    found += problems(page)
    for path in ("add/", f"{published.pk}/review/"):
        page.goto(f"{live_server.url}/admin/reports/report/{path}")
        found += problems(page)
    assert found == []
