"""The sides that hold places: colours and short names."""

import pytest

from reports.models import Group, GroupLink
from reports.public.control.sides import colours, short, side_of, sides
from reports.public.index import current
from tests.public import making as make
from tests.public.control.saying import says

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Islamic State", "IS"),
        ("Syrian Democratic Forces", "SDF"),
        ("Armed Forces of Ukraine", "AFU"),
        ("Hezbollah", "Hezbollah"),
        ("Hashed al-Shaabi", "HS"),
        ("Government of National Accord", "GNA"),
        ("حزب الله", "حزب الله"),
        ("قوات سوريا الديمقراطية", "سوريا الديمقراطية"),
        ("القوات الحكومية السورية", "الحكومية السورية"),
        ("État islamique", "ÉI"),
        ("حركة طالبان", "طالبان"),
        ("Forces armées d'Égypte", "FAD"),
    ],
)
def test_a_short_name_is_initials_or_the_one_word(name, said):
    assert short(name) == said


def test_two_that_would_have_one_short_name_keep_their_whole_names():
    groups = [make.group("syrian-rebels").pk, make.group("somali-rebels").pk, make.group("islamic-state").pk]
    assert [side.short for side in sides(groups, current())] == ["IS", "Somali Rebels", "Syrian Rebels"]


def test_who_is_part_of_another_is_on_its_side_and_in_its_colour():
    police, army = make.group("police"), make.group("army")
    GroupLink.objects.create(group=police, other=army, kind="part_of")
    says("observatory", "Police hold", "police", 11)
    index = current()
    assert side_of(police.pk, index) == army.pk
    assert [side.slug for side in sides([police.pk, army.pk], index)] == ["army"]
    assert list(colours(index)) == [army.pk]


def test_eight_sides_have_eight_colours_and_a_ninth_one_that_its_country_does_not_know():
    here, there = make.front("aleppo-2016"), make.front("sirte-2016", countries="LY")
    for n in range(8):
        says("observatory", f"Side {n} holds", f"side-{n}", 11, front=there if n == 7 else here)
    says("observatory", "A ninth side holds", "ninth", 11, front=here)
    chosen = colours(current())
    assert sorted(chosen.values()) == [1, 2, 3, 4, 5, 6, 7, 8, 8]
    assert chosen[make.group("ninth").pk] == chosen[make.group("side-7").pk]


def test_a_colour_that_the_desk_chose_comes_first():
    says("observatory", "Rebels hold", "rebels", 11)
    says("observatory", "Troops hold", "army", 11, place="Aleppo")
    Group.objects.filter(slug="army").update(colour="side-1")
    chosen = colours(current())
    assert chosen == {make.group("army").pk: 1, make.group("rebels").pk: 2}
