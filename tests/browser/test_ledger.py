"""The list of corrections in a browser: narrowed without a reload, by the keyboard too, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from reports.models import Claim
from reports.workflow.publish import withdraw
from reports.workflow.review import correct

from .test_accessible import problems, set_screen


@pytest.fixture
def corrected(published, desk) -> None:
    """One toll corrected, one sentence withdrawn."""
    claims = Claim.objects.public().filter(report=published).with_parts().order_by("start")
    correct(claims.filter(kind="figure", figure__low__isnull=False).first(), desk, {"low": 7}, why="counted again")
    withdraw(claims.filter(kind="development").last(), desk, "of another town")


def test_a_reader_narrows_the_list_by_keyboard_and_the_address_and_the_feed_follow(page: Page, live_server, corrected):
    page.goto(f"{live_server.url}/corrections/")
    entries = page.locator("#results section:first-child .ledger__entry")
    expect(entries).to_have_count(2)
    page.locator("details[data-parameter='change'] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("change="))
    expect(entries).to_have_count(1)
    page.reload()
    expect(entries).to_have_count(1)
    page.locator(".chips__all").click()
    expect(entries).to_have_count(2)


def test_the_same_without_javascript(browser, live_server, corrected):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/corrections/")
    page.locator("details[data-parameter='change'] summary").click()
    page.locator("input[name='change'][value='withdraw']").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#results section:first-child .ledger__entry")).to_have_count(1)
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")
    assert feed == "/corrections/feed.atom?change=withdraw"
    assert page.request.get(f"{live_server.url}{feed}").text().count("<entry>") == 1
    context.close()


@pytest.mark.parametrize(("language", "width", "scheme"), [("", 1280, "light"), ("/ar", 360, "dark")])
def test_it_is_for_everyone(page: Page, live_server, corrected, language, width, scheme):
    set_screen(page, width, scheme)
    found = []
    for path in ("/corrections/", "/corrections/?change=correct", "/changes/", "/changes/?kind=killed"):
        page.goto(f"{live_server.url}{language}{path}")
        found += problems(page)
    if width == 360:
        page.locator("#filters .more > summary").click()  # on a phone the filters begin folded
    page.locator("#filters .facet summary").first.click()
    assert [*found, *problems(page)] == []
