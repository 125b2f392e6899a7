"""Who holds what, by whose word."""

from datetime import date

import pytest

from reports.models import Claim, ControlClaim
from reports.public import control
from reports.public.sentences import stated
from reports.workflow.weighing import public_statements, weigh
from tests.public import making as make

pytestmark = pytest.mark.django_db


def held():
    return control.held(stated(ControlClaim.objects.public()), weigh(public_statements()))


def says(source: str, words: str, holder: str, day: int, place: str = "Palmyra", **fields) -> Claim:
    report = make.report(f"{words} {place}, {source} said.")
    when = date(2016, 12, day)
    one = make.development(
        report.text, of=report, fronts=[make.front()], said_by=make.source(source, **fields), date_start=when
    )
    at = make.location(place, of=one)
    claim = make.claim("control", words, report, None, within=one)
    ControlClaim.objects.create(
        claim=claim, development=one, location=at, control_status="controlled", holder=make.group(holder)
    )
    make.publish(one, at, claim)
    return claim


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


def test_it_takes_two_queries_however_much_is_said(django_assert_num_queries):
    says("observatory", "The jihadists took", "islamic-state", 11)
    says("ministry", "Troops hold", "army", 11, place="Aleppo")
    weighed = weigh(public_statements())
    with django_assert_num_queries(2):
        assert len(control.held(stated(ControlClaim.objects.public()), weighed)) == 2
