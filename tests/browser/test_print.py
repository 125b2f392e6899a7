"""On paper: no controls, the map once and whole, addresses of what is quoted, ink on white even from a dark screen."""

import pytest
from playwright.sync_api import Page, expect

CONTROLS = [
    ".masthead__nav",
    "#filters",
    ".play",
    ".languages",
    ".leaflet-control-zoom",
    ".embedding",
    ".pages",
    ".layers",
]
SHEET = 680


@pytest.fixture
def on_paper(page: Page, live_server, published):
    def opened(path: str, scheme: str = "light") -> Page:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{live_server.url}{path}")
        if page.locator("#map").count():
            expect(page.locator("#map.map--drawn")).to_be_visible()
        page.emulate_media(media="print", color_scheme=scheme)
        page.set_viewport_size({"width": SHEET, "height": 960})
        return page

    return opened


@pytest.mark.parametrize("path", ["/", "/fronts/aleppo-2016/", "/corrections/", "/claims/", "/method/"])
def test_a_sheet_has_no_controls_and_its_own_address(on_paper, path):
    page = on_paper(path)
    for control in CONTROLS:
        for one in page.locator(control).all():
            expect(one).to_be_hidden()
    expect(page.locator(".printed")).to_contain_text(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET


def test_the_map_and_the_timeline_are_whole(on_paper):
    page = on_paper("/fronts/aleppo-2016/")
    for drawing in ("#map", ".timeline__body"):
        box = page.locator(drawing).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= SHEET + 1
        assert box["width"] > SHEET * 0.9
    sheet = page.locator("#map").bounding_box()
    for pin in page.locator("#map .pin").all():
        box = pin.bounding_box()
        assert sheet["x"] <= box["x"]
        assert box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1
    last = page.locator(".tl__mark").last.bounding_box()
    assert last["x"] + last["width"] <= SHEET + 4


def test_a_sentence_has_the_address_that_shows_it(on_paper):
    page = on_paper("/fronts/aleppo-2016/")
    address = """one => getComputedStyle(one, "::after").content"""
    assert "/reports/" in page.locator(".dev__words a").first.evaluate(address)
    assert page.locator(".dev__meta a").first.evaluate(address) in ("none", "normal")


def test_a_dark_screen_prints_ink_on_white(on_paper):
    page = on_paper("/fronts/aleppo-2016/", "dark")
    colours = """one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"""
    assert page.locator("body").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_every_page_becomes_a_document(on_paper, published):
    for path in ("/", "/ar/fronts/aleppo-2016/", f"/reports/{published.public_id}/"):
        assert on_paper(path).pdf(format="A4").startswith(b"%PDF")
