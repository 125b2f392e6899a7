"""Who holds what, by whose word: the newest statement of each source on each place."""

import pytest
from django.http import QueryDict

from reports.models import ControlClaim
from reports.public import control
from reports.public.filters import Filters
from reports.public.sentences import stated
from reports.workflow.weighing import public_statements, weigh
from tests.public import making as make
from tests.public.control.saying import says

pytestmark = pytest.mark.django_db


def held():
    return control.held(stated(ControlClaim.objects.public()), weigh(public_statements()))


def places(query: str = "") -> dict[str, list[str]]:
    """Of what filters leave: the sources of each place, the newest first."""
    filters = Filters.of(QueryDict(query))
    return {one.key: [statement.said_by for statement in one.statements] for one in control.held_by(filters)}


def test_each_source_is_heard_with_its_newest_word():
    says("observatory", "The army left", "islamic-state", 10)
    says("observatory", "The jihadists took", "islamic-state", 11)
    says("ministry", "Troops hold", "army", 11)
    (palmyra,) = held()
    assert [(one.said_by, one.claim.holder.slug) for one in palmyra.statements] == [
        ("Ministry", "army"),
        ("Observatory", "islamic-state"),
    ]
    assert palmyra.disputed


def test_who_speaks_for_the_holder_speaks_of_its_own_side():
    jihadists = make.group("islamic-state")
    says("amaq", "They have full control of", "islamic-state", 11, affiliation=jihadists)
    says("observatory", "The group took", "islamic-state", 11)
    (palmyra,) = held()
    assert {one.said_by: one.weighed.stance for one in palmyra.statements} == {"Amaq": "own side", "Observatory": ""}
    assert not palmyra.disputed


def test_what_was_withdrawn_is_said_no_more():
    make.withdraw(says("observatory", "The jihadists took", "islamic-state", 11).controlclaim)
    assert held() == []


def test_the_words_are_marked_in_their_sentence():
    says("observatory", "The jihadists took", "islamic-state", 11)
    (statement,) = held()[0].statements
    assert (statement.cut.marked, statement.cut.after) == (
        "The jihadists took Palmyra",
        ", observatory said on 11 December.",
    )


def test_a_town_and_a_province_of_one_name_are_two_places_and_rivals_of_nobody():
    says("observatory", "The jihadists took", "islamic-state", 11, "Aleppo", at={"country": make.country()})
    province = {"country": make.country(), "place_kind": "province", "radius_km": 78.0, "where_prec": 4}
    says("ministry", "Troops hold the province of", "army", 11, "Aleppo", at=province)
    found = [(one.key, one.place, one.disputed) for one in held()]
    assert found == [("aleppo-sy-province", "Aleppo (province)", False), ("aleppo-sy", "Aleppo", False)]


def test_what_was_said_before_a_period_stands_in_it_and_what_came_after_does_not():
    says("observatory", "The jihadists took", "islamic-state", 9)
    says("ministry", "Troops hold", "army", 11, place="Aleppo")
    assert places("from=2016-12-10&to=2016-12-10") == {"palmyra": ["Observatory"]}
    assert places("from=2016-12-10") == {"aleppo": ["Ministry"], "palmyra": ["Observatory"]}


def test_other_filters_narrow_who_is_heard():
    says("observatory", "The jihadists took", "islamic-state", 11)
    says("ministry", "Troops hold", "army", 11)
    assert places("source=ministry") == {"palmyra": ["Ministry"]}


def test_it_takes_two_queries_however_much_is_said(django_assert_num_queries):
    says("observatory", "The jihadists took", "islamic-state", 11)
    says("ministry", "Troops hold", "army", 11, place="Aleppo")
    weighed = weigh(public_statements())
    with django_assert_num_queries(2):
        assert len(control.held(stated(ControlClaim.objects.public()), weighed)) == 2
