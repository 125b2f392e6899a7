"""Fronts on one axis: all to one scale, counted as the list counts, gaps left as gaps."""

import re

import pytest

from reports.public.strips import HEIGHT, strips
from tests.public.test_filters import filters

pytestmark = pytest.mark.django_db


def test_fronts_are_counted_as_the_facets_count_them(war):
    chosen = filters("")
    found = strips(chosen)
    facet = next(one for one in chosen.facets() if one.parameter == "front")
    assert {strip.slug: strip.count for strip in found.strips} == {one.value: one.count for one in facet.options}


def test_the_busiest_day_of_all_is_as_high_as_the_drawing_and_a_silent_day_is_a_gap(war):
    found = strips(filters(""))
    strokes = [re.findall(r"M(\d+) (\d+)V(\d+)", strip.path) for strip in found.strips]
    heights = [int(bottom) - int(top) for one in strokes for _x, bottom, top in one]
    assert max(heights) == HEIGHT
    assert all(len(one) <= strip.count for one, strip in zip(strokes, found.strips, strict=True))


def test_the_strokes_are_told_in_words(war):
    for strip in strips(filters("")).strips:
        days = strip.path.count("M")
        assert re.match(rf"on {days} days?, ", strip.told)
        assert ("; most, " in strip.told) == (days > 1)


def test_one_front_alone_is_not_compared(war):
    assert strips(filters("front=mosul-2016")) is None
