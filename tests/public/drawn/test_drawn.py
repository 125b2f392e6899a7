"""Still maps: the same land, marks where things happened, areas for what is not known exactly, and names with room."""

import subprocess
from itertools import combinations

import pytest

from reports.public import kinds
from reports.public.drawn import Size, Spot, View, draw, png, svg
from reports.public.drawn.basemap import squares_of, unpack

ALEPPO, MOSUL = (36.2, 37.15), (36.34, 43.13)
SIZE = Size(640, 400)


def spot(at=ALEPPO, kind="battle", radius_km=0.0, **fields) -> Spot:
    return Spot(*at, kind, radius_km, fields.pop("title", "Aleppo"), **fields)


def picture(*spots: Spot):
    return draw(spots, SIZE, svg.measure)


class TestTheView:
    def test_it_holds_all_its_points_with_a_margin(self) -> None:
        view = View.around([ALEPPO, MOSUL], SIZE, margin=48)
        for x, y in (view.at(*ALEPPO), view.at(*MOSUL)):
            assert 47.9 <= x <= SIZE.width - 47.9
            assert 47.9 <= y <= SIZE.height - 47.9

    def test_a_single_place_is_in_the_middle(self) -> None:
        assert View.around([ALEPPO], SIZE).at(*ALEPPO) == pytest.approx((320, 200))

    def test_a_distance_is_as_long_as_that_between_two_places_so_far_apart(self) -> None:
        view = View.around([ALEPPO], SIZE)
        (x, _), (further, _) = view.at(36.2, 37.15), view.at(36.2, 38.15)
        assert view.pixels(89.83, 36.2) == pytest.approx(further - x, rel=0.01)  # a degree of longitude at 36.2° N


class TestTheBasemap:
    def test_lines_unpack_to_what_the_browser_unpacks(self) -> None:
        line = "i_MumI7B7C5E_E"
        script = f'import {{unpackLine}} from "./static/js/map/unpack.js"; console.log(unpackLine("{line}").join())'
        try:
            command = ["node", "--input-type=module", "-e", script]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
        except FileNotFoundError:
            pytest.skip("no node here")
        numbers = [int(number) for number in done.stdout.split(",")]
        assert unpack(line) == list(zip(numbers[::2], numbers[1::2], strict=True))

    def test_a_near_view_of_a_theatre_is_drawn_from_the_finest_squares(self) -> None:
        assert {square.name[0] for square in squares_of(View.around([ALEPPO], SIZE))} == {"5"}

    def test_the_whole_world_is_drawn_from_the_coarsest_squares(self) -> None:
        names = [square.name for square in squares_of(View.around([], SIZE))]
        assert {name[0] for name in names} == {"2"}
        assert len(names) == 16


class TestThePicture:
    def test_a_precise_place_is_a_mark_and_any_other_an_area(self) -> None:
        drawing = svg.render(picture(spot(), spot(MOSUL, "strike", radius_km=25)), "Two places")
        assert drawing.count("drawn__mark--battle") == 1
        assert drawing.count("drawn__area--strike") == 1
        assert "drawn__mark--strike" not in drawing

    def test_an_area_is_as_large_as_we_are_unsure(self) -> None:
        one, other = picture(spot(radius_km=10), spot(MOSUL, radius_km=20)).marks
        assert one.radius == pytest.approx(2 * other.radius, rel=0.02)  # the largest is drawn first

    def test_no_name_covers_another_or_a_mark(self) -> None:
        shown = picture(spot(), spot(MOSUL))
        boxes = [
            (name.x, name.y - name.size / 2, name.x + svg.measure(name.text, name.size), name.y + name.size / 2)
            for name in shown.names
        ]
        assert len(boxes) > 10
        for one, other in combinations(boxes, 2):
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]

    def test_the_town_under_a_mark_keeps_its_name(self) -> None:
        assert "Aleppo" in {name.text for name in picture(spot()).names}

    def test_words_of_a_report_cannot_become_markup(self) -> None:
        hostile = '</title><script>alert("x")</script>'
        assert "<script" not in svg.render(picture(spot(title=hostile, url='/x"onload="')), hostile)


class TestTheCard:
    def test_sea_land_and_mark_are_painted_in_their_colours(self) -> None:
        image = png.paint(draw([spot(kind="strike"), spot(MOSUL)], SIZE, png.measure))
        view = View.around([ALEPPO, MOSUL], SIZE)
        x, y = view.at(*ALEPPO)
        assert image.getpixel((round(x), round(y))) == pytest.approx((0x99, 0x61, 0x0A), abs=12)
        assert (0xFB, 0xF9, 0xF4) in {color for _, color in image.getcolors(100_000)}

    def test_every_class_has_its_shape(self) -> None:
        assert set(png.CORNERS) | {"other"} == set(kinds.SHAPES)
