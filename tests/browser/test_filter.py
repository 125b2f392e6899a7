"""An analyst filters by country and by group together: on the page, in the address, without JavaScript, in the data."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from reports.models import Development


@pytest.fixture
def wanted(published) -> set[str]:
    """Public ids of the developments in Syria in which Islamic State takes part."""
    rows = Development.objects.public().filter(
        involvements__group__slug="islamic-state", front_links__front__countries="SY"
    )
    return {development.claim.public_id for development in rows.select_related("claim")}


def shown(page: Page) -> set[str]:
    return {element.get_attribute("data-id") for element in page.locator("#results .dev").all()}


def choose(page: Page, parameter: str, value: str) -> None:
    page.locator(f"details[data-parameter='{parameter}'] summary").click()
    page.locator(f"input[name='{parameter}'][value='{value}']").check()


def test_country_and_group_together_narrow_map_list_and_address(page: Page, live_server, published, wanted):
    page.goto(live_server.url)
    everything = shown(page)
    choose(page, "country", "SY")
    expect(page).to_have_url(re.compile("country=SY"))
    choose(page, "group", "islamic-state")
    expect(page).to_have_url(re.compile("group=islamic-state"))
    expect(page.locator("#results .dev")).to_have_count(len(wanted))
    assert shown(page) == wanted
    assert wanted < everything

    page.reload()
    assert shown(page) == wanted
    page.go_back()
    expect(page).not_to_have_url(re.compile("group="))
    expect(page.locator("#results .dev")).not_to_have_count(len(wanted))
    assert shown(page) > wanted


def test_the_same_without_javascript(browser, live_server, published, wanted):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    choose(page, "country", "SY")
    choose(page, "group", "islamic-state")
    page.get_by_role("button", name="Apply").click()
    query = parse_qs(urlparse(page.url).query)
    assert (query["country"], query["group"]) == (["SY"], ["islamic-state"])
    assert shown(page) == wanted
    context.close()


def test_the_data_has_what_the_page_shows(page: Page, live_server, published, wanted):
    answer = page.request.get(f"{live_server.url}/api/v1/developments.geojson?country=SY&group=islamic-state")
    features = answer.json()["features"]
    assert {feature["properties"]["development"] for feature in features} <= wanted
    assert features
    refused = page.request.get(f"{live_server.url}/api/v1/figures.csv?country=XX")
    assert refused.status == 400
    assert "XX" in refused.text()


def test_the_map_goes_where_the_filters_lead_until_the_reader_moves_it(page: Page, live_server, published):
    page.goto(live_server.url)
    expect(page.locator("#map.map--drawn")).to_be_visible()
    near = page.locator(".leaflet-names-pane canvas")
    expect(near).to_be_visible()
    before = page.locator("#map .pin").first.get_attribute("aria-label")
    choose(page, "front", "aleppo-2016")
    expect(page.locator("#map .pin").first).not_to_have_attribute("aria-label", before)
    assert "map=" not in page.url
    page.locator(".leaflet-control-zoom-out").click()
    expect(page).to_have_url(re.compile("#map="))
    view = page.url.partition("#")[2]
    page.get_by_role("link", name="Show all").click()
    expect(page).not_to_have_url(re.compile("front="))
    expect(page).to_have_url(re.compile(f"#{re.escape(view)}$"))


def test_on_a_telephone_the_filters_fold_when_they_are_applied(page: Page, live_server, published):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/?country=SY")
    panel, line = page.locator("#filters .more"), page.locator("#filters .more > summary")
    expect(page.locator(".chip")).to_have_count(1)
    expect(panel).not_to_have_attribute("open", "")
    line.click()
    choose(page, "group", "islamic-state")
    expect(page.locator(".chip")).to_have_count(2)
    expect(panel).to_have_attribute("open", "")  # more may be chosen
    page.get_by_role("button", name="Apply").click()
    expect(panel).not_to_have_attribute("open", "")
    expect(line).to_be_focused()
    expect(page.locator("#map")).to_be_in_viewport()
    page.get_by_role("link", name="(take away)").first.click()
    expect(page.locator(".chip")).to_have_count(1)
