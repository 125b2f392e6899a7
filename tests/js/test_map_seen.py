"""The map as it is seen and handled: painted pixels, pins, popovers, the keyboard."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PIXEL = """([pane, x, y]) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`), box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const data = canvas.getContext("2d").getImageData((x - box.left) * scale, (y - box.top) * scale, 1, 1).data;
  return "#" + [...data.slice(0, 3)].map((v) => v.toString(16).padStart(2, "0")).join("");
}"""
INK = """() => {
  const canvas = document.querySelector(".leaflet-names-pane canvas");
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) inked += data[i] > 128;
  return inked / (canvas.width * canvas.height);
}"""
COLOUR = "(name) => getComputedStyle(document.getElementById('map')).getPropertyValue(name).trim()"
FOCUSED = "() => document.activeElement.getAttribute('aria-label')"


@pytest.mark.parametrize(("zoom", "scheme"), [(3, "light"), (5, "dark"), (7, "light"), (9, "dark")])
def test_land_and_sea_are_painted_where_they_are(look, zoom: int, scheme: str) -> None:
    sea = look("empty", view=f"{zoom},{'15,65' if zoom == 3 else '34.0,33.5'}", scheme=scheme)
    assert sea.evaluate(PIXEL, ["tile", 500, 320]) == sea.evaluate(COLOUR, "--map-sea")
    land = look("empty", view=f"{zoom},33.0,40.9", scheme=scheme)
    assert land.evaluate(PIXEL, ["tile", 500, 320]) == land.evaluate(COLOUR, "--map-land")


@pytest.mark.parametrize("zoom", [3, 6, 9])
def test_names_are_written_at_every_zoom_without_crowding(look, zoom: int) -> None:
    page = look("empty", view=f"{zoom},35.5,43")
    page.wait_for_function(f"() => ({INK})() > 0.001")
    assert page.evaluate(INK) < 0.12


def test_nothing_is_asked_of_others_and_nothing_goes_wrong(look) -> None:
    page = look("levant")
    assert page.told["errors"] == []
    assert {url.split("/")[2] for url in page.told["requests"]} == {page.url.split("/")[2]}


def test_the_map_is_light_to_fetch(look) -> None:
    page = look("levant", width=800)
    squares = [url for url in page.told["requests"] if "/static/map/" in url]
    assert 2 <= len(squares) <= 14


def test_a_development_of_a_roughly_known_place_is_an_area_and_no_full_pin(look) -> None:
    page = look("levant")
    rough = page.locator(".pin--area")
    assert rough.count() >= 1
    assert rough.first.locator(".shape--hollow").count() == 1
    assert page.locator("path.area").count() >= 2


def test_every_pin_is_reached_by_tab_and_named(look) -> None:
    page = look("levant")
    labels = page.locator(".pin").evaluate_all("(pins) => pins.map((pin) => pin.getAttribute('aria-label'))")
    assert all(labels)
    reached = set()
    for _ in range(len(labels) + 6):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(FOCUSED))
    assert set(labels) <= reached


def test_enter_opens_the_sentence_and_escape_gives_the_focus_back(look) -> None:
    page = look("levant", view="8,35.95,39.0")
    pin = page.locator('.pin[aria-label="2 developments, Raqa"]')
    pin.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    assert dialog.locator("mark").first.inner_text() == "At least 12"
    assert dialog.get_by_role("link").first.get_attribute("href") == "#sentence-1"
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "dialog"
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert page.evaluate(FOCUSED) == "2 developments, Raqa"


def test_a_cluster_opens_by_coming_nearer_and_keeps_the_focus_at_its_place(look) -> None:
    page = look("levant", view="6,36,42")
    page.locator('.pin[aria-label*="around Mosul"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({FOCUSED})() === '3 developments, Mosul'")


def test_counts_on_the_map_are_those_of_the_data(look) -> None:
    page = look("levant", view="4,35,40")
    texts = page.locator(".pin").evaluate_all(
        "(pins) => pins.map((pin) => pin.querySelector('text')?.textContent || '1')"
    )
    assert sum(int(text) for text in texts) == 23


def test_the_page_and_the_map_tell_each_other_what_is_looked_at(look) -> None:
    page = look("levant", view="8,36.3,43.1")
    page.evaluate("() => document.addEventListener('map:focus', ({ detail }) => { window.told = detail.id; })")
    page.locator('.pin[aria-label^="Shelling, Bashiqa"]').focus()
    assert page.evaluate("() => window.told") == "d5"
    page.evaluate(
        "() => document.getElementById('map').dispatchEvent(new CustomEvent('map:highlight', { detail: { id: 'd7' } }))"
    )
    assert page.locator(".pin--on").get_attribute("aria-label").startswith("Advance, Tal Afar")


def test_filtering_shows_only_what_was_asked_for(look) -> None:
    page = look("levant")
    page.evaluate(
        "() => document.getElementById('map').dispatchEvent(new CustomEvent('map:filter', { detail: { ids: ['d8'] } }))"
    )
    assert page.locator(".pin").evaluate_all(
        "(pins) => pins.map((pin) => pin.getAttribute('aria-label').split(',')[1].trim())"
    ) == ["Palmyra"]


def test_new_features_replace_the_old_and_are_brought_into_view(look) -> None:
    page = look("levant")
    page.evaluate("""async () => {
      const { sample } = await import("/tests/js/samples.js");
      document.getElementById("map").dispatchEvent(new CustomEvent("map:show", { detail: sample("sudan") }));
    }""")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.pin')].some((pin) => /Nyala/.test(pin.getAttribute('aria-label')))"
    )
    assert page.locator('.pin[aria-label*="Mosul"]').count() == 0


def test_the_map_redraws_when_the_reader_turns_to_dark(look) -> None:
    page = look("empty", view="7,33,40.9")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({PIXEL})(['tile', 500, 320]) === ({COLOUR})('--map-land')")
    assert page.evaluate(COLOUR, "--map-land") == "#23262a"


def test_two_thousand_developments_are_clusters_not_a_heap(look) -> None:
    page = look("many")
    assert 10 <= page.locator(".pin").count() <= 400


def test_it_fits_a_telephone(look) -> None:
    page = look("levant", width=360)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    page.locator(".pin").first.focus()
    assert page.locator(".pin").count() >= 3


def test_a_popover_on_a_telephone_keeps_clear_of_the_buttons(look) -> None:
    page = look("levant", view="8,35.95,39.6", width=360)
    page.locator('.pin[aria-label="2 developments, Raqa"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_function("""() => {
      const box = (name) => document.querySelector(name)?.getBoundingClientRect();
      const [popover, buttons, map] = [".leaflet-popup-content-wrapper", ".leaflet-control-zoom", "#map"].map(box);
      return popover && popover.left >= buttons.right && popover.right <= map.right;
    }""")
