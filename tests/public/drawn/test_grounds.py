"""Who holds what in a still picture: below marks and names, each with its side's short name where there is room."""

import re

import pytest

from reports.public.control.sides import colours
from reports.public.drawn import Ground, Size, Spot, draw, svg
from reports.public.index import current
from tests.public import making as make
from tests.public.control.saying import says

ALEPPO = (36.2, 37.15)
SQUARE = [[(36.0, 37.0), (36.0, 37.5), (36.4, 37.5), (36.4, 37.0)]]


def ground(at=ALEPPO, state="controlled", colours=(1,), **fields) -> Ground:
    own = {
        "radius_km": 5.0,
        "rings": (),
        "besieger": None,
        "old": False,
        "short": "SGF",
        "title": "Aleppo",
        "url": "#held",
    }
    return Ground(*at, state=state, colours=colours, **(own | fields))


def drawing(*grounds: Ground) -> str:
    spot = Spot(*ALEPPO, "battle", 0.0, "Aleppo")
    return svg.render(draw([spot], Size(640, 400), svg.measure, grounds=grounds), "Aleppo")


def test_a_ground_is_a_circle_of_its_radius_or_its_outline() -> None:
    picture = draw((), Size(640, 400), svg.measure, bounds=(36, 37, 36.4, 37.5), grounds=[ground()])
    (field,) = picture.fields
    assert field.radius == pytest.approx(picture.view.pixels(5.0, ALEPPO[0]))
    assert '<circle cx="' in drawing(ground())
    assert re.search(r'<path d="M[^"]+Z" class="hold ', drawing(ground(rings=SQUARE)))


def test_each_state_has_its_own_look() -> None:
    assert 'class="hold hold--controlled hold--1"/>' in drawing(ground())
    assert 'fill="url(#claimed-1-paper)"' in drawing(ground(state="claimed"))
    assert 'fill="url(#contested-1-3)"' in drawing(ground(state="contested", colours=(1, 3)))
    assert 'class="hold__ring hold--3"' in drawing(ground(state="besieged", besieger=3))
    assert "hold--none" in drawing(ground(state="unknown", colours=()))
    assert "hold--old" in drawing(ground(old=True))


def test_it_leads_to_what_is_said_of_it_and_says_so_in_words() -> None:
    html = drawing(ground(title="Aleppo: held by <Army>", url="/fronts/x/#held-aleppo"))
    assert '<a href="/fronts/x/#held-aleppo"><title>Aleppo: held by &lt;Army&gt;</title>' in html


def test_short_names_keep_clear_of_marks_and_of_each_other() -> None:
    grounds = [ground(), ground((36.21, 37.16)), ground((36.19, 37.14))]
    picture = draw([Spot(*ALEPPO, "battle", 0.0, "Aleppo")], Size(640, 400), svg.measure, grounds=grounds)
    boxes = [field.label for field in picture.fields if field.label]
    assert boxes
    (mark,) = picture.marks
    boxes.append((mark.x - 8, mark.y - 8, mark.x + 8, mark.y + 8))
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_marks_stand_above_grounds() -> None:
    html = drawing(ground())
    assert html.index('class="hold ') < html.index('class="drawn__mark')


@pytest.mark.django_db
def test_the_frame_of_a_front_draws_what_its_page_does(client) -> None:
    says("amaq", "Fighters hold", "islamic-state", 11, affiliation=make.group("islamic-state"))
    html = client.get("/embed/fronts/aleppo-2016/").content.decode()
    number = colours(current())[make.group("islamic-state").pk]
    assert f'fill="url(#claimed-{number}-paper)"' in html
    assert 'href="http://testserver/fronts/aleppo-2016/#held-palmyra"' in html
    assert "Palmyra: claimed for Islamic State" in html
    assert "Claimed: only sides of the fight say so" in html
    assert "css/control.css" in html


@pytest.mark.django_db
def test_a_frame_where_nobody_holds_anything_fetches_nothing_more(client, war) -> None:
    html = client.get("/embed/fronts/aleppo-2016/").content.decode()
    assert "css/control.css" not in html
    assert 'class="hold' not in html
