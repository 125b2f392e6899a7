"""Who holds what, on the map: painted, named, opened by keyboard, switched, in the address."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.public import making as make
from tests.public.control.saying import says

from .test_accessible import SCREENS, problems, set_screen

FRONT = "/fronts/aleppo-2016/?known=2016-12-12"  # a day on which these words are fresh
COLOUR = "([element, name]) => getComputedStyle(document.querySelector(element)).getPropertyValue(name).trim()"
WASH, BAND, STRIPE = 0.42, 0.72, 0.6  # how much of its colour a place has: filled, hatched, striped (css/control.css)

Colour = tuple[int, int, int]


@pytest.fixture
def held(transactional_db):
    """Five places, one drawn in each way, far enough apart to be told from each other."""
    jihadists, army = make.group("islamic-state"), make.group("army")
    wide = {"radius_km": 9.0}
    says("observatory", "Troops hold", "army", 11, "Azaz", at=wide | {"at": (36.6, 37.0)})
    says("amaq", "Fighters hold", "islamic-state", 11, "Bab", at=wide | {"at": (36.4, 37.6)}, affiliation=jihadists)
    says("amaq", "Fighters took", "islamic-state", 11, "Hama", at=wide | {"at": (35.9, 36.9)})
    says("ministry", "Troops keep", "army", 11, "Hama", at=wide | {"at": (35.9, 36.9)}, affiliation=army)
    besieged = wide | {"at": (36.1, 37.6)}
    says("observatory", "Troops besiege", "rebels", 11, "Zahra", status="besieged", contender="army", at=besieged)
    says("observatory", "Rebels left", "rebels", 11, "Tal", status="left", at=wide | {"at": (36.3, 36.6)})


@pytest.fixture
def front(page: Page, live_server, held) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url + FRONT)
    expect(page.locator(".map--ready.map--drawn.map--held")).to_be_visible()
    page.locator("#map").scroll_into_view_if_needed()
    return page


def label(page: Page, place: str):
    return page.locator(f'.holdmark[aria-label^="{place}:"]')


def across(page: Page, place: str, part: float) -> list[Colour]:
    """What is painted on a line through a place's shape, at a part of its height."""
    box = page.locator(f'path.hold[data-key="{place.lower()}"]').bounding_box()
    line = {"x": box["x"] + 4, "y": box["y"] + part * box["height"], "width": box["width"] - 8, "height": 1}
    return pixels(page, line)


def pixels(page: Page, clip: dict[str, float]) -> list[Colour]:
    picture = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB")
    return [picture.getpixel((x, y)) for y in range(picture.height) for x in range(picture.width)]


def colour(page: Page, name: str, element: str = "#map") -> Colour:
    text = page.evaluate(COLOUR, [element, name])
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def sides(page: Page) -> dict[str, Colour]:
    """The colour of each side, as the page's own answer numbers them."""
    answer = page.request.get(page.url.split("/fronts/")[0] + "/map/control.json")
    return {one["slug"]: colour(page, f"--hold-{one['colour']}") for one in answer.json()["sides"]}


def over(land: Colour, side: Colour, much: float) -> Colour:
    red, green, blue = (round(below * (1 - much) + above * much) for below, above in zip(land, side, strict=True))
    return red, green, blue


def share(line: list[Colour], wanted: Colour) -> float:
    near = [seen for seen in line if max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) <= 6]
    return len(near) / len(line)


def test_each_place_is_painted_by_what_is_said_of_it(front: Page):
    land, of = colour(front, "--map-land"), sides(front)
    filled = across(front, "Azaz", 0.25)
    assert share(filled, over(land, of["army"], WASH)) > 0.6

    hatched = across(front, "Bab", 0.25)
    assert share(hatched, over(land, of["islamic-state"], BAND)) > 0.1
    assert share(hatched, land) > 0.1

    striped = across(front, "Hama", 0.25)
    assert share(striped, over(land, of["army"], STRIPE)) > 0.1
    assert share(striped, over(land, of["islamic-state"], STRIPE)) > 0.1

    assert share(across(front, "Zahra", 0.25), over(land, of["rebels"], WASH)) > 0.6
    ring = front.locator('path.hold__ring[data-key="zahra"]').bounding_box()
    assert share(pixels(front, ring), of["army"]) > 0.02
    assert share(across(front, "Tal", 0.25), land) > 0.7


def test_each_has_a_short_name_and_says_in_words_what_is_drawn(front: Page):
    names = front.locator(".holdmark").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label')).sort()")
    assert names == [
        "Azaz: held by Army",
        "Bab: claimed for Islamic State",
        "Hama: contested, Islamic State · Army",
        "Tal: not known who holds it",
        "Zahra: held by Rebels, besieged by Army",
    ]
    assert label(front, "Hama").inner_text() == "IS / Army"
    key = front.get_by_role("list", name="Who holds what, by whose word").get_by_role("listitem")
    assert [text.replace("\n", " ").strip() for text in key.all_inner_texts()] == [
        "Army", "IS Islamic State", "Rebels", "Held: nobody disputes it", "Claimed: only sides of the fight say so",
        "Contested, or sources differ", "Besieged", "Not known",
    ]  # fmt: skip


def test_rival_words_stand_side_by_side_and_are_reached_by_keyboard(front: Page):
    label(front, "Hama").focus()
    front.keyboard.press("Enter")
    dialog = front.get_by_role("dialog", name="Hama: contested")
    expect(dialog).to_be_focused()
    assert sorted(dialog.locator("mark").all_inner_texts()) == ["Fighters took Hama", "Troops keep Hama"]
    left, right = dialog.locator(".pop__side").all()
    assert left.bounding_box()["y"] == right.bounding_box()["y"]
    expect(dialog.get_by_role("link", name="In the table")).to_have_attribute("href", "#held-hama")
    assert front.locator("#held-hama").inner_text().startswith("Hama")
    front.keyboard.press("Escape")
    expect(label(front, "Hama")).to_be_focused()


def test_the_switch_is_in_the_address_and_comes_back_with_it(front: Page):
    switch = front.get_by_role("checkbox", name="Who holds what, by whose word")
    expect(switch).to_be_checked()
    switch.uncheck()
    expect(front).to_have_url(re.compile("#off=control$"))
    expect(front.locator("path.hold")).to_have_count(0)
    front.reload()
    expect(front.locator(".map--ready.map--drawn")).to_be_visible()
    expect(switch).not_to_be_checked()
    expect(front.locator("path.hold")).to_have_count(0)
    switch.check()
    expect(front).not_to_have_url(re.compile("control"))
    expect(front.locator("path.hold")).to_have_count(5)


def test_home_fetches_the_layer_only_when_it_is_wanted(page: Page, live_server, held):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live_server.url)
    expect(page.locator(".map--ready.map--drawn")).to_be_visible()
    assert [url for url in asked if "control.js" in url] == []
    page.get_by_role("checkbox", name="Who holds what, by whose word").check()
    expect(page.locator("path.hold")).to_have_count(5)
    expect(page).to_have_url(re.compile("#on=control$"))


def test_filters_narrow_the_layer_with_the_list(front: Page):
    front.locator("details[data-parameter='source'] summary").click()
    front.locator("input[name='source'][value='amaq']").check()
    expect(front.locator("path.hold")).to_have_count(2)
    expect(front.locator(".control__table tbody th")).to_have_count(2)
    fills = front.locator(".holdkey .holdswatch [fill^='url']").evaluate_all(
        "(all) => all.map((one) => Boolean(document.querySelector(one.getAttribute('fill').slice(4, -1))))"
    )
    assert fills
    assert all(fills), "each sign of the key has the pattern that fills it, also when the key is made anew"


@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_can_use_it(page: Page, live_server, held, screen):
    language, width, scheme = SCREENS[screen]
    set_screen(page, width, scheme)
    page.emulate_media(reduced_motion="reduce")  # or axe looks while the popover fades in
    page.goto(live_server.url + language + FRONT)
    expect(page.locator(".map--ready.map--drawn.map--held")).to_be_visible()
    assert problems(page) == []
    page.locator(".holdmark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert problems(page) == []
    for path in ("/#on=control", "/embed/fronts/aleppo-2016/"):
        page.goto(live_server.url + language + path)
        expect(page.locator(".hold").first).to_be_attached()
        assert problems(page) == []


def test_the_same_is_told_without_javascript(browser, live_server, held):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + FRONT)
    row = page.locator("#held-hama")
    assert "Contested" in row.inner_text()
    assert "Troops keep Hama" in page.locator("#control mark").all_inner_texts()
    context.close()
