"""A page that stays open: it says that something was published, and shows it where the reader is."""

from playwright.sync_api import Page, expect

from reports.models import Front
from tests import factories as make


def test_a_publication_is_announced_and_shown_on_demand_where_the_reader_is(page: Page, live_server, published, desk):
    page.goto(f"{live_server.url}/?front={Front.objects.filter(developments__isnull=False)[0].slug}")
    before = page.locator("#results .dev").count()
    report = make.report("Shells fell on the market of Aleppo on Sunday.", outlet=published.outlet)
    make.development(report, report.text, on=Front.objects.filter(developments__isnull=False)[0])
    make.publish(report, desk)
    expect(page.locator("#live")).to_be_empty()

    page.evaluate("window.scrollTo(0, 300); window.dispatchEvent(new Event('online'))")
    expect(page.locator("#live[role=status]")).to_contain_text("1 new development")
    assert page.locator("#results .dev").count() == before

    at = page.evaluate("window.scrollY")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.locator("#results")).to_contain_text("Shells fell on the market of Aleppo")
    expect(page.locator("#count")).to_be_focused()
    assert page.evaluate("window.scrollY") == at
    expect(page.locator("#live")).to_be_empty()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#live")).to_be_empty()
