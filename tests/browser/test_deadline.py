"""Three minutes to deadline: a round-up of the seed's size, from paste to published, by keyboard alone.

The report is ours: two countries, four fronts, fifteen figures. What must be decided singly is decided singly.
"""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from reports.models import Claim, Decision, Report
from reports.workflow.review import needs_single_decision
from reports.workflow.warnings import warnings_of

from .conftest import log_in

TEXT = Path(__file__).with_name("deadline.txt").read_text()
MOST = 80
# What the reader took wrongly: a village that it did not find, and a hill that is not the town below it.
WRONG = ("Place Jabar", "Control took Jabar", "Control seized a hill")


class Keyboard:
    """A keyboard that counts. Pasting is one stroke."""

    def __init__(self, page: Page):
        self.page, self.strokes = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.strokes += 1

    def type(self, words: str) -> None:
        for letter in words:
            self.press(letter)

    def paste(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.strokes += 1


def test_a_round_up_of_the_seeds_size_is_published_with_eighty_keystrokes(
    page: Page, live_server, desk, record_property
):
    log_in(page, live_server.url)
    page.goto(f"{live_server.url}/admin/reports/report/add/")
    keys = Keyboard(page)
    keys.paste(TEXT)
    expect(page.locator("#preview")).to_contain_text("As of 18:00 UTC, Saturday")
    while page.locator("[name=published]:focus").count() == 0:
        keys.press("Tab")
    keys.type("12242016")
    keys.press("Enter")

    expect(page).to_have_url(re.compile(r"/review/"))
    report = Report.objects.get()
    singly = {claim.pk for claim in claims_to_decide_singly(report)}
    kinds = Claim.objects.filter(report=report).values_list("kind", flat=True)
    assert list(kinds).count("figure") == 15
    assert len(singly) >= 10

    expect(page.locator("[data-keys]")).to_be_visible()  # the keys are listened to
    keys.press("Shift+A")
    expect(page.locator("#notice")).to_contain_text("accepted in bulk")
    keys.press("n")
    for _ in singly:
        words = page.locator(".item:focus").inner_text()
        keys.press("r" if words.startswith(WRONG) else "a")
    expect(page.locator(".progress strong")).to_contain_text(f"{len(kinds)} of {len(kinds)}", timeout=30_000)
    keys.press("p")
    expect(page.locator("#panel")).to_contain_text("Readers will see")
    keys.press("Enter")
    expect(page.locator("#notice")).to_contain_text(f"{len(kinds) - len(WRONG)} published")

    record_property("keystrokes", keys.strokes)
    assert keys.strokes <= MOST
    decisions = Decision.objects.filter(claim__in=singly, action__in=["accept", "reject"])
    assert {decision.claim_id for decision in decisions if not decision.in_bulk} == singly
    page.goto(live_server.url)
    for front in ("Al-Bab", "Raqa", "Deir Ezzor", "Mosul"):
        expect(page.get_by_role("link", name=front, exact=True).first).to_be_visible()


def claims_to_decide_singly(report: Report) -> list[Claim]:
    warned = warnings_of(report)
    claims = Claim.objects.filter(report=report).with_parts()
    return [claim for claim in claims if needs_single_decision(claim, warned.get(claim.pk, ()))]
