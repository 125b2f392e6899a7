"""From rows to statements: what is public, what a report says, and in how many queries."""

from datetime import date

import pytest

from reports.models import FrontSide, Source
from reports.workflow.weighing import public_statements, statements_around, weigh
from tests.public import making as make
from tests.public.control import saying as control

pytestmark = pytest.mark.django_db


def says(who: Source, low: int, *, on="aleppo-2016", public=True, **fields):
    report = make.report(f"{who.name} said {low} people were killed in Aleppo, {fields}.")
    one = make.development(report.text, of=report, fronts=[make.front(on)], said_by=who)
    place = make.location("Aleppo", of=one)
    count = make.figure(f"{low} people", low, of=one, scope="incremental", **fields)
    count.locations.add(place)
    if public:
        make.publish(one, place, count)
    return count


def test_sources_that_differ_contest_each_other_and_those_that_agree_do_not():
    monitor, ministry, agency = make.source("monitor"), make.source("ministry"), make.source("agency")
    one, other, third = says(monitor, 40), says(ministry, 80), says(agency, 40)
    weighed = weigh(public_statements())
    assert [weighed[row.pk].grade for row in (one, other, third)] == ["contested"] * 3
    assert weighed[one.pk].origins == 2
    assert [rival.claim for rival in weighed[one.pk].rivals] == [other.pk]


def test_a_side_of_the_front_speaks_in_its_own_cause():
    army = make.group("army")
    FrontSide.objects.create(front=make.front(), group=army, side="A")
    one = says(make.source("army-news", affiliation=army), 40)
    assert weigh(public_statements())[one.pk].stance == "own side"


def test_what_is_not_public_or_was_withdrawn_is_not_weighed():
    says(make.source("monitor"), 40, public=False)
    make.withdraw(says(make.source("ministry"), 80))
    assert public_statements() == []


def test_fronts_narrow_what_is_weighed():
    one = says(make.source("monitor"), 40)
    says(make.source("monitor"), 80, on="mosul-2016")
    here = type(make.front()).objects.filter(slug="aleppo-2016").values("pk")
    assert [statement.claim for statement in public_statements(here)] == [one.pk]


def test_around_a_report_are_its_own_claims_and_what_the_desk_holds_on_its_fronts():
    public = says(make.source("monitor"), 40)
    says(make.source("monitor"), 90, on="mosul-2016")
    accepted = says(make.source("ministry"), 80, public=False)
    draft = says(make.source("agency"), 70, public=False)
    for row, verdict in ((draft, "proposed"), (says(make.source("radio"), 60, public=False), "rejected")):
        type(row.claim).objects.filter(pk=row.pk).update(verdict=verdict)
    found = weigh(statements_around(draft.claim.report))
    assert found.keys() == {public.pk, accepted.pk, draft.pk, draft.development_id}
    assert found[draft.pk].grade == "contested"


def test_a_claim_without_a_day_stands_alone():
    one = says(make.source("monitor"), 40, public=False, date_start=None, date_end=None, date_precision="unknown")
    says(make.source("ministry"), 80)
    assert weigh(statements_around(one.claim.report))[one.pk].grade == "weak"


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    says(make.source("monitor"), 40)
    with django_assert_num_queries(6):
        public_statements()
    for low in range(50, 55):
        says(make.source("ministry"), low, date_start=date(2016, 12, 1), date_end=date(2016, 12, 1))
    with django_assert_num_queries(6):
        public_statements()


def test_allies_who_hold_one_place_do_not_contradict_each_other():
    army, militia, rebels = make.group("army"), make.group("militia"), make.group("rebels")
    for group, side in ((army, "A"), (militia, "A"), (rebels, "B")):
        FrontSide.objects.create(front=make.front(), group=group, side=side)
    one = control.says("monitor", "Troops took", "army", 11)
    other = control.says("agency-two", "The militia holds", "militia", 11)
    weighed = weigh(public_statements())
    assert weighed[one.pk].rivals == weighed[other.pk].rivals == []
    rival = control.says("radio", "Rebels hold", "rebels", 11)
    weighed = weigh(public_statements())
    assert {one.claim for one in weighed[rival.pk].rivals} == {one.pk, other.pk}
