"""A reader browses the front map: from the map to a front, from a number and from a pin to the sentence."""

import re

from playwright.sync_api import Page, expect

from reports.models import Figure, Location
from tests.browser.conftest import until


def painted(page: Page) -> int:
    """How many different colours the map's canvas shows: one where nothing is drawn."""
    return page.evaluate(
        """() => { const canvas = document.querySelector("#map canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4 * 97) seen.add(data.slice(i, i + 4).join());
        return seen.size; }"""
    )


PAINTING = "document.querySelector('#map .leaflet-tile-pane canvas').toDataURL()"


def painting(page: Page) -> str:
    """The land as it is painted."""
    return page.evaluate(PAINTING)


def test_a_reader_goes_from_the_map_to_a_front_and_from_a_number_to_its_sentence(page: Page, live_server, published):
    page.goto(live_server.url)
    expect(page.locator("#map canvas").first).to_be_visible()
    expect(page.locator("#map .leaflet-marker-icon").first).to_be_visible()
    assert painted(page) > 5
    for country in ("Iraq", "Syria"):
        expect(page.get_by_role("heading", name=country)).to_be_visible()

    page.get_by_role("link", name="Aleppo", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/fronts/aleppo-2016/"))
    expect(page.get_by_role("heading", name="Aleppo", level=1)).to_be_visible()

    figure = Figure.objects.public().get(low=369)
    number = page.locator(f"a[href*='#c-{figure.claim.public_id}']").first
    number.click()
    expect(page).to_have_url(re.compile(rf"/reports/{published.public_id}/#c-{figure.claim.public_id}"))
    mark = page.locator(f"#c-{figure.claim.public_id}")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("369")
    expect(page.locator("main")).to_contain_text("Syrian Observatory for Human Rights")


def test_a_pin_leads_to_the_sentence_with_the_keyboard_alone(page: Page, live_server, published):
    location = Location.objects.public().where_it_happened().filter(name="Palmyra").first()
    page.goto(f"{live_server.url}/fronts/palmyra-2016/")
    pin = page.locator("#map .leaflet-marker-icon").first
    expect(pin).to_be_visible()
    pin.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup")
    expect(popup).to_contain_text("Palmyra")
    href = popup.get_by_role("link").first.get_attribute("href")
    assert f"/reports/{published.public_id}/#c-" in href
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    page.goto(live_server.url + href)
    expect(page.locator("main")).to_contain_text(location.claim.quote)


def test_everything_is_there_without_javascript(browser, live_server, published):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    expect(page.get_by_role("link", name="Aleppo", exact=True).first).to_be_visible()
    page.goto(f"{live_server.url}/fronts/aleppo-2016/")
    expect(page.get_by_role("link", name=re.compile("^(at least )?369$")).first).to_be_visible()
    context.close()


def test_disputed_borders_can_be_switched_off(page: Page, live_server, published):
    colour = "getComputedStyle(document.getElementById('map')).getPropertyValue('--map-disputed').trim()"
    page.goto(live_server.url)
    switch = page.get_by_role("checkbox", name="Disputed borders")
    expect(switch).to_be_checked()
    page.evaluate("location.hash = 'map=7/33.200/35.800'")  # the Golan
    page.reload()
    expect(page.locator("#map.map--drawn")).to_be_visible()
    before = painting(page)
    switch.uncheck()
    assert page.evaluate(colour) == "transparent"
    until(page, f"(before) => {PAINTING} !== before", before)
    switch.check()
    until(page, f"(before) => {PAINTING} === before", before)


def test_a_quoted_sentence_stands_as_its_own_language_does_on_pages_of_another(page: Page, live_server, published):
    page.goto(f"{live_server.url}/ar/")
    newest = page.locator(".row__newest").first
    assert newest.evaluate("one => getComputedStyle(one).direction") == "ltr"
    page.goto(f"{live_server.url}/fr/changes/?since={published.entered_at:%Y-%m-%d}")
    assert page.locator("q").first.evaluate("one => getComputedStyle(one).quotes") == '"«\u00a0" "\u00a0»"'
