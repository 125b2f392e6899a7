"""The warnings of a report as the desk holds it: loaded at once, and left out of bulk acceptance."""

from datetime import date

import pytest

from reports.models import Claim, Location
from reports.workflow.review import accept_rest
from reports.workflow.warnings import warnings_of
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return make.report()


def test_a_report_without_anything_odd_has_none(report):
    development = make.development(report)
    make.figure(development)
    make.location(development)
    assert warnings_of(report) == {}


def test_a_toll_is_held_against_the_last_accepted_one_of_its_source(report):
    start = {"date_start": date(2016, 11, 15), "scope": "cumulative"}
    earlier = make.report("More than 400 were killed in Aleppo.", published=date(2016, 12, 9))
    held = make.figure(make.development(earlier), "More than 400", low=400, figure_kind="wounded", **start)
    Claim.objects.filter(pk=held.pk).update(
        verdict="accepted", reviewed_by=make.person(), reviewed_at="2016-12-09T18:00Z"
    )
    new = make.figure(make.development(report), low=40, high=40, modifier="exact", figure_kind="wounded", **start)
    assert warnings_of(report) == {
        new.pk: [
            "the toll falls: this source gave 400 on 9 Dec 2016",
            "an update without a day: the report's day was taken",
        ]
    }


def test_what_has_a_warning_is_not_accepted_in_bulk(report):
    development = make.development(report)
    place = make.location(development)
    other = make.country("US", "United States")
    Location.objects.filter(pk=place.pk).update(country=other)
    result = accept_rest(report, make.person())
    assert [(claim.pk, reason) for claim, reason in result.left] == [(place.pk, "the pin is in US, the front in SY")]
    assert [claim.pk for claim in result.accepted] == [development.pk]


def test_what_was_rejected_is_not_warned_of(report):
    place = make.location(make.development(report), country=make.country("US", "United States"))
    Claim.objects.filter(pk=place.pk).update(
        verdict="rejected", reviewed_by=make.person(), reviewed_at="2016-12-09T18:00Z"
    )
    assert warnings_of(report) == {}


def test_the_number_of_queries_does_not_grow(report, django_assert_num_queries):
    make.figure(make.development(report))
    with django_assert_num_queries(10):
        warnings_of(report)
    second = make.development(report, "Rebels left two villages.")
    make.figure(second, "two villages", low=2, figure_kind="settlements")
    make.location(second, "villages", country=make.country("US", "United States"))
    with django_assert_num_queries(10):
        warnings_of(report)
