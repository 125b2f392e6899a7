"""The timeline as an instrument: a period by drag and by keyboard, and play by day with the map and the figures."""

import re

from playwright.sync_api import Page, expect


def days(page: Page) -> tuple[float, float]:
    """The left edge of the first day and the width of a column, in pixels of the window."""
    left = page.locator(".tl:not(.tl--names)").bounding_box()["x"]
    return left, float(page.locator(".play").get_attribute("data-column"))


def test_a_drag_and_a_key_choose_the_period(page: Page, live_server, published):
    page.goto(f"{live_server.url}/fronts/aleppo-2016/")
    expect(page.locator(".play")).to_be_visible()
    left, column = days(page)
    total = int(page.locator(".play").get_attribute("data-days"))
    drawing = page.locator(".tl:not(.tl--names)")
    drawing.scroll_into_view_if_needed()
    y = drawing.bounding_box()["y"] + 20
    page.mouse.move(left + column * (total - 3.5), y)
    page.mouse.down()
    page.mouse.move(left + column * (total - 1.5), y, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d"))
    expect(page.locator(".chip")).to_have_count(2)

    page.get_by_role("link", name="Show all").click()
    expect(page.locator(".chip")).to_have_count(0)
    mark = page.locator(".tl__mark").last
    mark.focus()
    held = page.locator(f".tl__mark[data-id='{mark.get_attribute('data-id')}']")
    page.keyboard.press("[")
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-\d\d"))
    expect(held).to_be_focused()
    page.keyboard.press("]")
    expect(page).to_have_url(re.compile(r"from=(20\d\d-\d\d-\d\d)&to=\1"))
    expect(held).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator(".tl a:focus")).to_have_count(1)


def test_a_day_chosen_dims_what_came_later_and_asks_the_map(page: Page, live_server, published):
    page.goto(f"{live_server.url}/fronts/aleppo-2016/")
    slider = page.locator(".play__day")
    expect(slider).to_be_visible()
    with page.expect_request(re.compile(r"points\.json.*to=20")):
        slider.focus()
        page.keyboard.press("Home")
    later = page.locator(".tl__mark.is-later, .tl__bar.is-later")
    expect(later).not_to_have_count(0)
    page.keyboard.press("End")
    expect(later).to_have_count(0)
    page.get_by_role("button", name="Play by day").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(later).not_to_have_count(0)


def test_a_link_to_a_day_shows_what_its_sender_saw(page: Page, live_server, published, browser):
    """The slider's day and the view of the map stand side by side in the address, and the filters keep both."""
    page.goto(f"{live_server.url}/fronts/aleppo-2016/")
    slider = page.locator(".play__day")
    expect(slider).to_be_visible()
    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"#day=20\d\d-\d\d-\d\d$"))
    page.locator(".leaflet-control-zoom-in").click()
    expect(page).to_have_url(re.compile(r"#map=\d+/.*&day=20\d\d-\d\d-\d\d$"))
    said, later = page.locator(".play__said").inner_text(), page.locator(".is-later").count()
    assert later > 0

    other = browser.new_page()
    with other.expect_request(re.compile(r"points\.json.*to=20")):
        other.goto(page.url)
    expect(other.locator(".play__said")).to_have_text(said)
    assert other.locator(".play__day").input_value() == "1"
    expect(other.locator(".is-later")).to_have_count(later)
    other.close()

    page.locator("details[data-parameter='kind'] summary").click()
    page.locator("#filters input[name='kind']").first.check()
    expect(page).to_have_url(re.compile(r"kind=.*#.*map="))
    slider.focus()
    page.keyboard.press("End")
    expect(page).not_to_have_url(re.compile("day="))


def test_on_a_telephone_rows_keep_their_names_while_the_days_scroll(page: Page, live_server, published):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/fronts/aleppo-2016/")
    body = page.locator(".timeline__body")
    expect(body).to_have_attribute("data-more", "earlier")
    name = body.locator(".tl__name").first
    at = name.bounding_box()
    assert at["x"] >= 0
    assert at["x"] + at["width"] <= 360
    page.locator(".timeline__scroll").evaluate("(scroll) => { scroll.scrollLeft = 0; }")
    expect(body).to_have_attribute("data-more", "later")
    assert name.bounding_box()["x"] == at["x"]
    rows = body.locator(".tl__lane").all()
    lines = [row.locator(".tl__line").bounding_box()["y"] for row in rows]
    for row, below in zip(rows, [*lines[1:], 10_000], strict=True):
        for mark in row.locator("a").all():
            box = mark.bounding_box()
            assert box["x"] > 360 or box["y"] + box["height"] <= below + 1, "a row has room for what is in view"
