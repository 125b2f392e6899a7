"""A place taught once: later readings know it, other reports that hold its name move there, decided ones stay."""

import pytest

from reports import tasks
from reports.models import Alias, Place, Reading, Relocation
from reports.workflow import relocate as step
from reports.workflow.errors import NotAllowed
from reports.workflow.knowledge import desk_knowledge
from reports.workflow.relocate import ask, namesakes, relocate
from reports.workflow.review import accept
from reports.workflow.teaching import remember_place
from tests import factories as make

pytestmark = pytest.mark.django_db

HERE, THERE = {"latitude": 36.5, "longitude": 37.5}, {"latitude": 34.9, "longitude": 36.4}


def mention(text: str = "Shelling hit Karma on Sunday. It was heavy.", words: str = "Karma", **fields):
    """An undecided place of a reading, in a report of its own; it stands at THERE unless told."""
    report = make.report(text)
    place = make.location(make.development(report, text.split(". ")[0]), words, **THERE | fields)
    reading = Reading.objects.create(report=report, state="queued")
    report.claims.update(reading=reading)
    place.claim.refresh_from_db()
    return place


def karma(**fields) -> Place:
    """The desk's own Karma, as an editor put it while deciding on a report."""
    told = mention("Karma was taken. It is small.", **HERE | fields)
    accept(told.claim, make.person())
    return remember_place(told, "Karma", make.person())


def spot(location):
    location.refresh_from_db()
    return location.latitude, location.longitude


def test_an_undecided_mention_moves_and_the_summary_says_from_where():
    place, other = karma(), mention()
    done = relocate(ask(place, make.person()).pk)
    assert spot(other) == (36.5, 37.5)
    assert (other.place, other.gazetteer, other.gazetteer_id) == (place, "desk", str(place.pk))
    (moved,) = done.moved
    assert (moved["report"], moved["words"]) == (other.claim.report.public_id, "Karma")
    assert (moved["from"]["latitude"], moved["to"]["latitude"]) == (34.9, 36.5)


def test_what_was_decided_stays_and_the_summary_says_so():
    place, other = karma(), mention()
    accept(other.claim, make.person())
    done = relocate(ask(place, make.person()).pk)
    assert spot(other) == (34.9, 36.4)
    assert (done.moved, [left["why"] for left in done.left]) == ([], [step.DECIDED])


def test_a_place_that_a_decided_figure_holds_for_stays():
    place, other = karma(), mention("At least 40 people were killed in Karma on Sunday. Yes.")
    figure = make.figure(other.development, "At least 40 people were killed")
    figure.locations.add(other)
    accept(figure.claim, make.person())
    (row,) = namesakes(place)
    assert row.why_left == step.HUNG_ON


def test_another_country_s_namesake_stays():
    place = karma()
    mention(country=make.country("UA", "Ukraine"))
    assert [row.why_left for row in namesakes(place)] == [step.ELSEWHERE]


def test_a_part_of_a_longer_name_is_another_name():
    place = karma()
    mention("Shelling hit Karma Gate on Sunday. It was heavy.", "Karma Gate")
    assert namesakes(place) == []


def test_a_relation_is_drawn_anew_from_the_new_spot():
    place = karma()
    relation = {"kind": "distance", "distance_km": 20, "bearing": 0, "start": 0, "end": 5}
    other = mention(relation=relation)
    relocate(ask(place, make.person()).pk)
    assert spot(other)[0] == pytest.approx(36.68, abs=0.01)  # 20 km north
    assert (other.where_prec, other.geometry["type"]) == (2, "Polygon")
    assert namesakes(place) == []


def test_a_pass_runs_once_however_often_its_task_does(monkeypatch):
    place, other = karma(), mention()
    monkeypatch.setattr(step, "send_relocation", lambda pk: True)
    row = ask(place, make.person())
    assert ask(place, make.person()) == row
    tasks.relocate_place(row.pk)
    finished = Relocation.objects.get(pk=row.pk).finished_at
    tasks.relocate_place(row.pk)
    assert Relocation.objects.get(pk=row.pk).finished_at == finished
    assert spot(other) == (36.5, 37.5)


def test_an_open_page_must_look_again_after_a_move():
    place, other = karma(), mention()
    before = other.claim.report.review_version
    relocate(ask(place, make.person()).pk)
    other.claim.report.refresh_from_db()
    assert other.claim.report.review_version == before + 1


def test_what_goes_wrong_is_a_row_and_nothing_moves(monkeypatch):
    place, other = karma(), mention()
    row = ask(place, make.person())
    monkeypatch.setattr(step, "bump", lambda report, expected: 1 / 0)
    tasks.relocate_place(row.pk)
    row.refresh_from_db()
    assert "nothing was moved" in row.failure
    assert spot(other) == (34.9, 36.4)


def test_who_may_not_review_may_not_move():
    with pytest.raises(NotAllowed):
        ask(karma(), make.person("Guest", "nobody"))


# --- teaching -------------------------------------------------------------------------------------------------------


def known(words, day=None):
    """Where the desk's own places put a name: (latitude, the countries where it means that)."""
    found = desk_knowledge(day).geocoder.editors.geocode(words, exactly_one=False) or []
    return [(place.raw["latitude"], tuple(place.raw["only_in"])) for place in found]


def test_a_name_is_taught_for_the_country_of_its_place():
    told = mention("Karma was taken. It is small.", **HERE)
    told.name = "Karmah"
    remember_place(told, "the old mill", make.person())
    assert known("the old mill") == [(36.5, ("SY",))]
    assert known("Karmah") == [(36.5, ())]


def test_a_name_taught_for_a_front_holds_in_its_countries_and_its_time():
    told = mention("Karma was taken. It is small.", **HERE)
    front = make.front()  # Aleppo, June to December 2016
    remember_place(told, "the mill", make.person(), scope=front)
    assert known("the mill", front.started) == [(36.5, ("SY",))]
    assert known("the mill", front.started.replace(year=2014)) == []


def test_the_last_word_on_a_name_counts():
    first, second = mention("The mill fell. Yes.", "mill", **HERE), mention("A mill fell. Yes.", "mill", **THERE)
    first.name, second.name = "Karma", "Tartus"
    remember_place(first, "the mill", make.person())
    remember_place(second, "the mill", make.person())
    assert known("the mill") == [(34.9, ("SY",))]


def test_two_of_one_name_far_apart_are_two_places():
    one, two = karma(), mention("A Karma fell. Yes.", **THERE)
    assert remember_place(two, "Karma", make.person()) != one
    assert Place.objects.filter(name="Karma").count() == 2


def test_a_dragged_pin_moves_the_place_that_was_taught_before():
    place = karma()
    again = mention("Karma fell again. Yes.", latitude=36.52, longitude=37.52)
    assert remember_place(again, "Karma", make.person()) == place
    place.refresh_from_db()
    assert place.latitude == 36.52
    assert Alias.objects.filter(place=place).count() == 1
