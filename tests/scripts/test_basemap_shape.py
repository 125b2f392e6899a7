"""The geometry that the basemap is built with."""

from __future__ import annotations

import pytest

from scripts.basemap import shape

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]


def test_it_packs_steps_from_the_corner_as_the_browser_reads_them() -> None:
    # The same line is unpacked in tests/js/unpack.test.js.
    assert shape.pack([(110, 115), (108, 115), (1132, -885)], (100, 100)) == "UeDAggCv-B"


def test_it_packs_nothing_where_all_points_fall_together() -> None:
    assert shape.pack([(1.1, 1.1), (1.2, 1.2)], (0, 0)) == ""


def test_a_closed_ring_leaves_its_last_point_out() -> None:
    ring = shape.pack(SQUARE, (0, 0), closed=True)
    assert ring == shape.pack(SQUARE[:-1], (0, 0))


def test_it_drops_points_that_change_little_and_keeps_the_ends() -> None:
    line = [(0.0, 0.0), (5.0, 0.01), (10.0, 0.0), (10.0, 10.0)]
    assert shape.simplify(line, 1) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]


def test_a_ring_too_small_to_be_seen_comes_back_empty() -> None:
    assert shape.simplify([(x / 100, y / 100) for x, y in SQUARE], 1) == []


def test_a_ring_is_cut_at_the_box() -> None:
    cut = shape.clip_ring(SQUARE[:-1], (5, -5, 15, 15))
    assert shape.ring_area(cut) == pytest.approx(50)
    assert all(5 <= x <= 15 for x, _ in cut)


def test_a_ring_around_the_box_becomes_the_box() -> None:
    assert shape.ring_area(shape.clip_ring(SQUARE[:-1], (2, 2, 3, 3))) == pytest.approx(1)


def test_a_line_that_leaves_the_box_and_comes_back_is_two_pieces() -> None:
    line = [(1.0, 1.0), (1.0, 20.0), (3.0, 20.0), (3.0, 1.0)]
    assert shape.clip_line(line, (0, 0, 10, 10)) == [[(1.0, 1.0), (1.0, 10.0)], [(3.0, 10.0), (3.0, 1.0)]]


def test_crumbs_of_a_border_are_put_end_to_end_whichever_way_they_run() -> None:
    crumbs = [[(0.0, 0.0), (1.0, 0.0)], [(2.0, 0.0), (1.0, 0.0)], [(2.0, 0.0), (3.0, 0.0)]]
    joined = shape.join(crumbs)
    assert len(joined) == 1
    assert sorted(joined[0]) == [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]


def test_where_three_borders_meet_none_goes_on() -> None:
    meeting = [[(0.0, 0.0), (1.0, 0.0)], [(1.0, 0.0), (2.0, 1.0)], [(1.0, 0.0), (2.0, -1.0)]]
    assert len(shape.join(meeting)) == 3


def test_north_is_up_and_the_world_is_square() -> None:
    assert shape.project(0, 0, 256) == pytest.approx((128, 128))
    assert shape.project(-180, 85.0511, 256) == pytest.approx((0, 0), abs=0.01)
    assert shape.project(43.1, 36.3, 256)[1] < 128


def test_the_middle_of_a_ring_is_its_centre_of_gravity() -> None:
    assert shape.middle(SQUARE[:-1]) == pytest.approx((5, 5))
