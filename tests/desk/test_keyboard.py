"""The desk by keyboard, in a real browser: every verb has its key, and what the keys do is what the server keeps."""

import os
import shutil

import pytest
from django.test import Client
from playwright.sync_api import Page, expect, sync_playwright

from reports.models import Claim, Decision, Reading
from reports.workflow.store import store_claims
from tests import factories as make

from .conftest import TEXT, document

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here"),
]


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def read_report():
    make.front()
    row = make.report(TEXT, headline="Where the fronts stand")
    reading = Reading.objects.create(
        report=row, state="done", result=document(), started_at=row.entered_at, finished_at=row.entered_at
    )
    store_claims(reading)
    return row


@pytest.fixture
def page(chromium, live_server, read_report):
    """The review page, open, as someone who may review and publish. Any error in the page fails the test."""
    client = Client()
    client.force_login(make.person("desk", "editor", "publisher"))
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    opened = context.new_page()
    broken: list[str] = []
    opened.on("pageerror", lambda problem: broken.append(str(problem)))
    opened.on("console", lambda m: broken.append(m.text) if "Content Security Policy" in m.text else None)
    opened.goto(f"{live_server.url}/admin/reports/report/{read_report.pk}/review/")
    yield opened
    context.close()
    assert broken == []


def settled(page: Page, decided: int) -> None:
    """Wait until the server has answered with this many decided."""
    expect(page.locator(".progress strong")).to_contain_text(f"{decided} of ")
    expect(page.locator(".item.busy")).to_have_count(0)


def item(page: Page, words: str):
    return page.locator(".item", has_text=words)


def test_j_and_k_walk_through_the_items_and_mark_their_words(page):
    page.keyboard.press("j")
    expect(page.locator(".item").first).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#text .mark-figure.here")).to_have_text("at least 40 people were killed")
    page.keyboard.press("k")
    expect(page.locator(".item").first).to_be_focused()


def test_the_bar_with_the_counts_stays_in_view_at_the_end_of_the_board(page):
    page.set_viewport_size({"width": 1280, "height": 420})
    page.locator(".unresolved").scroll_into_view_if_needed()
    expect(page.locator(".item").first).not_to_be_in_viewport()
    expect(page.locator(".bar .progress")).to_be_in_viewport()


def test_keys_pressed_faster_than_the_server_answers_are_all_kept(page):
    page.keyboard.press("j")
    for key in "araa":
        page.keyboard.press(key)
    settled(page, 4)
    verdicts = Claim.objects.exclude(verdict="proposed").order_by("reviewed_at").values_list("verdict", flat=True)
    assert list(verdicts) == ["accepted", "rejected", "accepted", "accepted"]


def test_a_decision_draws_its_own_item_and_leaves_the_others_as_they_are(page):
    page.evaluate("() => { for (const item of document.querySelectorAll('.item')) item.untouched = true; }")
    page.keyboard.press("j")
    page.keyboard.press("a")
    settled(page, 1)
    drawn = page.evaluate("() => [...document.querySelectorAll('.item')].filter((i) => !i.untouched).map((i) => i.id)")
    assert drawn == [f"c-{Claim.objects.get(verdict='accepted').public_id}"]


def test_a_correction_that_is_open_elsewhere_is_kept_while_another_item_is_decided(page):
    item(page, "at least 40").and_(page.locator(".item-figure")).focus()
    page.keyboard.press("e")
    page.locator("form.correct [name=fix-low]").fill("45")
    page.locator(".item-figure:not(:has(form))", has_text="two villages").locator(".verb-accept").click()
    settled(page, 1)
    expect(page.locator("form.correct [name=fix-low]")).to_have_value("45")
    page.locator("form.correct button.default").click()
    settled(page, 2)
    assert Claim.objects.get(figure__low=45).verdict == "accepted"


def test_u_takes_back_the_last_decision_and_returns_to_it(page):
    page.keyboard.press("j")
    page.keyboard.press("a")
    settled(page, 1)
    page.keyboard.press("u")
    settled(page, 0)
    expect(page.locator(".item").first).to_be_focused()


def test_n_leads_to_what_must_be_decided_by_itself(page):
    page.keyboard.press("n")
    expect(item(page, "at least 40").and_(page.locator(":focus"))).to_contain_text("decided one by one")


def test_n_after_a_skips_nothing(page):
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(item(page, "at least 40").and_(page.locator(":focus"))).to_be_visible()
    page.keyboard.press("n")
    expect(item(page, "at least 40").and_(page.locator(":focus"))).to_be_visible()
    page.keyboard.press("n")
    expect(item(page, "at least 40").and_(page.locator(":focus"))).to_have_count(0)


def test_once_n_was_pressed_each_decision_leads_to_the_next_one_of_that_kind(page):
    page.keyboard.press("n")
    page.keyboard.press("a")
    expect(page.locator(".item:focus")).to_have_attribute("data-uncertain", "")


def test_a_number_sets_the_status_of_the_sentence_and_what_hangs_on_it_and_u_takes_it_back(page):
    page.keyboard.press("j")
    page.keyboard.press("2")
    expect(page.locator(".item").first).to_contain_text("Background")
    assert set(Claim.objects.filter(start__lt=83).values_list("status", "verdict")) == {("background", "proposed")}
    page.keyboard.press("u")
    expect(page.locator(".item").first).not_to_contain_text("Background")


def test_u_on_something_public_says_why_not(page, read_report):
    make.publish(read_report)
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(page.locator("#notice.notice-wrong")).to_contain_text("Correct it or withdraw it")


def test_m_merges_a_claim_with_another_of_its_kind(page):
    page.locator(".item-figure", has_text="two villages").focus()
    page.keyboard.press("m")
    page.locator("form.correct select").select_option(label="at least 40 people were killed")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Merged")
    assert Claim.objects.get(figure__low=2).figure.same_as.low == 40


def select(page: Page, words: str) -> None:
    """Select the first occurrence of some words in the text, as a mouse would."""
    page.evaluate(
        """(words) => {
            const nodes = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            while (nodes.nextNode()) {
                const node = nodes.currentNode;
                const at = node.data.indexOf(words);
                if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
        }""",
        words,
    )


def test_x_splits_the_selected_words_off_their_sentence(page):
    select(page, " people were killed")
    page.keyboard.press("x")
    expect(page.locator("form.correct textarea")).to_have_value("people were killed")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Split")
    assert Claim.objects.get(kind="development", verdict="accepted").quote == "people were killed"


def test_plus_adds_a_claim_over_the_selected_words_and_opens_its_correction(page):
    select(page, "Fighters advanced")
    page.keyboard.press("+")
    expect(page.locator("#panel [name=words]")).to_have_value("Fighters advanced")
    page.locator("#panel [name=kind]").select_option("control")
    page.keyboard.press("Enter")
    expect(page.locator("form.correct [name=fix-control_status]")).to_be_visible()
    page.locator("[name=fix-control_status]").select_option("contested")
    page.locator("form.correct button.default").click()
    expect(page.locator(".item-control")).to_contain_text("contested")
    assert Claim.objects.get(kind="control").controlclaim.control_status == "contested"


def test_e_opens_a_form_in_place_enter_saves_it(page):
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.locator("form.correct mark")).to_have_text("at least 40 people were killed")
    page.keyboard.type("42")
    page.keyboard.press("Enter")
    settled(page, 1)
    expect(item(page, "at least 42")).to_have_attribute("data-verdict", "accepted")


def test_a_wrong_correction_says_why_and_escape_leaves_it_as_it_was(page):
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.locator("form.correct [name=fix-low]")).to_be_focused()
    page.keyboard.type("50")
    page.keyboard.press("Tab")
    page.keyboard.type("40")
    page.keyboard.press("Enter")
    expect(page.locator("form.correct .errorlist")).to_contain_text("below the low one")
    page.keyboard.press("Escape")
    expect(page.locator("form.correct")).to_have_count(0)
    assert not Decision.objects.exists()


def test_shift_a_accepts_the_rest_and_says_what_stays(page):
    page.keyboard.press("Shift+A")
    expect(page.locator("#notice")).to_contain_text("figures of killed are decided one by one (1)")


def test_a_conflict_stops_what_was_queued_and_says_so(page, read_report):
    from reports.workflow.review import accept

    accept(Claim.objects.filter(report=read_report).last(), make.person("other", "editor"))
    page.keyboard.press("j")
    for key in "aaa":
        page.keyboard.press(key)
    expect(page.locator("#notice.notice-wrong")).to_contain_text("Someone else decided")
    expect(page.locator(".item.busy")).to_have_count(0)
    assert Decision.objects.count() == 1


def test_the_question_mark_shows_the_keys(page):
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_the_whole_report_is_reviewed_and_published_by_keyboard(page):
    page.keyboard.press("Shift+A")
    expect(page.locator("#notice")).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.press("a")
    settled(page, 5)
    page.keyboard.press("p")
    expect(page.locator("#panel")).to_contain_text("2 are still open")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("published")
    assert Claim.objects.public().filter(kind="figure").count() == 2


def test_a_click_on_the_map_sets_the_pin_of_the_place_being_corrected(page):
    place = page.locator(".item-location")
    place.locator(".verb-correct").click()
    latitude = page.locator("[name=fix-latitude]")
    expect(latitude).to_have_value("36.2")
    expect(page.locator("#map.map--ready")).to_be_visible()
    page.locator("#map").click(position={"x": 60, "y": 200})
    expect(latitude).not_to_have_value("36.2")
    set_to = float(latitude.input_value())
    page.keyboard.press("Enter")
    settled(page, 1)
    assert Claim.objects.get(kind="location").location.latitude == set_to


def test_the_handle_can_be_dragged_to_where_a_place_lies(page):
    page.locator(".item-location .verb-correct").click()
    latitude = page.locator("[name=fix-latitude]")
    expect(latitude).to_have_value("36.2")
    handle = page.locator("#map .handle")
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 14, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + 14, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(latitude).not_to_have_value("36.2")
    assert float(latitude.input_value()) < 36.2  # to the south
    handle.focus()
    dragged = latitude.input_value()
    page.keyboard.press("ArrowUp")
    expect(latitude).not_to_have_value(dragged)


def test_a_new_front_is_created_without_leaving_the_page(page):
    page.get_by_role("button", name="Create").click()
    expect(page.locator("#notice")).to_contain_text("now belong to the front “Raqa”")
    expect(page.locator(".block h2", has_text="New front?")).to_have_count(0)


def test_letters_typed_to_withdraw_are_the_reason_and_no_shortcuts(page, read_report):
    make.publish(read_report)
    page.reload()
    first = page.locator(".item").first
    first.locator(".withdraw > summary").click()
    expect(first.get_by_label("Why? Readers see it.")).to_be_focused()
    page.keyboard.type("error")
    expect(first.get_by_label("Why? Readers see it.")).to_have_value("error")
    page.keyboard.press("Tab")
    page.keyboard.press("e")
    expect(page.locator("form.correct")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".item").first.locator(".verdict")).to_have_text("withdrawn")
    assert Decision.objects.get(action="withdraw").why == "error"
