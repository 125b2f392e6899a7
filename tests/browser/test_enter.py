"""An editor on deadline: paste, see what was read, decide, publish; and it is on the front page."""

import re

import pytest
from playwright.sync_api import Page, expect

from reports.models import Claim, Report

from .conftest import SAMPLES, log_in

SAMPLE = (SAMPLES / "2016-12-09-roundup.txt").read_text()


@pytest.mark.broker
def test_an_editor_enters_a_report_and_publishes_it(page: Page, live_server, desk, start_worker):
    start_worker()
    log_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/reports/report/add/")
    page.fill("[name=text]", SAMPLE.replace("\n", "\r\n"))
    page.fill("[name=published]", "2016-12-09")
    page.select_option("select[name=outlet]", label="Frontdesk sample desk")
    page.get_by_role("button", name="Save and read").click()

    expect(page).to_have_url(re.compile(r"/review/"))
    mark = page.locator("#text .mark", has_text="at least 369 civilians").first
    expect(mark).to_be_visible(timeout=30_000)  # how soon, `make bench-desk` tells
    report = Report.objects.get()
    assert report.text == SAMPLE
    assert report.latest_reading.state == "done"
    for kind in ("heading", "figure", "place", "group", "source", "date"):
        expect(page.locator(f"#text .mark-{kind}").first).to_be_visible()

    page.goto(live_server.url)
    expect(page.get_by_text("Nothing has been published yet.")).to_be_visible()

    page.goto(f"{live_server.url}/admin/reports/report/{report.pk}/review/")
    killed = Claim.objects.get(figure__low=369)
    item = page.locator(f".item[data-claim='{killed.public_id}']")
    item.get_by_role("button", name="Accept").click()
    expect(item).to_have_attribute("data-verdict", "accepted")
    wrong = (
        Claim.objects.filter(kind="figure", figure__figure_kind="settlements").first()
        or Claim.objects.filter(kind="figure", verdict="proposed").first()
    )
    page.locator(f".item[data-claim='{wrong.public_id}']").get_by_role("button", name="Reject").click()
    expect(page.locator(f".item[data-claim='{wrong.public_id}']")).to_have_attribute("data-verdict", "rejected")

    page.locator("#accept-rest").click()
    expect(page.locator("#accept-rest")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Publish")).click()
    page.get_by_role("button", name=re.compile("^Publish")).click()
    expect(page.locator("#notice")).to_contain_text("published")

    page.goto(live_server.url)
    page.get_by_role("link", name="Aleppo", exact=True).first.click()
    expect(page.get_by_role("link", name=re.compile("^(at least )?369$")).first).to_be_visible()
    assert not Claim.objects.get(pk=wrong.pk).is_public


def test_a_second_copy_is_refused_with_a_link_and_the_text_stays(page: Page, live_server, desk, published):
    log_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/reports/report/add/")
    page.fill("[name=text]", published.text)
    page.fill("[name=published]", "2016-12-09")
    page.select_option("select[name=outlet]", label="Frontdesk sample desk")
    page.get_by_role("button", name="Save and read").click()
    expect(page.get_by_role("link", name=re.compile("first|copy|entered", re.I)).first).to_be_visible()
    assert page.input_value("[name=text]").strip() == published.text.strip()
    assert Report.objects.count() == 1
