"""A reader without a mouse: Tab leads through every page and out at its end, and shows each time where one is."""

import pytest
from playwright.sync_api import Page, expect

from .test_accessible import set_screen

MOST = 600  # stops: a page that needs more is a trap
HERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
  const map = one.closest(".leaflet-container")?.getBoundingClientRect();
  const clipped = map && (right < map.left || left > map.right || bottom < map.top || top > map.bottom);
  const words = (one.getAttribute("aria-label") || one.textContent).trim().slice(0, 40);
  const inside = width > 0 && height > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  return {
    what: `${one.tagName} ${one.className.baseVal ?? one.className} ${words}`,
    seen: inside && !clipped,
    shown: one.matches(":focus-visible, [type=date]"), // a date's calendar is marked by the browser itself
  };
}"""


def walk(page: Page) -> list[dict]:
    """Every stop from the top of the page to its end."""
    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"no way out: {stops[-3:]}")


@pytest.mark.parametrize(("language", "width"), [("", 1280), ("/ar", 360)])
@pytest.mark.parametrize("path", ["/", "/fronts/aleppo-2016/", "/corrections/", "/changes/", "/claims/", "/method/"])
def test_tab_leads_through_the_page_and_each_stop_is_seen(page: Page, live_server, published, path, language, width):
    set_screen(page, width, "light")
    page.goto(f"{live_server.url}{language}{path}")
    if page.locator("#map").count():
        expect(page.locator("#map.map--drawn")).to_be_visible()
    stops = walk(page)
    assert len(stops) > 8
    assert "skip" in stops[0]["what"]
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert [stop["what"] for stop in stops if not stop["shown"]] == []


def test_the_names_on_the_map_have_their_letters(page: Page, live_server, published):
    """Altinözü by the border: its last letters stand in a font file that only a name can ask for."""
    with page.expect_request("**/frontdesk-sans-more-400.woff2"):
        page.goto(f"{live_server.url}/fronts/aleppo-2016/#map=9/36.115/36.250")
