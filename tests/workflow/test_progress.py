"""Where a report stands: computed, and for a whole list in one query."""

import pytest
from django.utils import timezone

from reports.models import Claim, Reading, Report
from reports.workflow.progress import progress, with_progress
from reports.workflow.publish import publish_report
from reports.workflow.review import accept
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_report_goes_from_waiting_to_public():
    report, user = make.report(), make.person()
    reading = Reading.objects.create(report=report)
    assert progress(report).state == "waiting"
    Reading.objects.filter(pk=reading.pk).update(state="reading")
    assert progress(report).state == "reading"
    Reading.objects.filter(pk=reading.pk).update(state="done", result={}, finished_at=timezone.now())
    assert progress(report).state == "empty"
    make.figure(make.development(report))
    assert (progress(report).state, progress(report).undecided) == ("to review", 2)
    for claim in Claim.objects.with_parts():
        accept(claim, user)
    assert (progress(report).state, progress(report).decided) == ("to publish", 2)
    publish_report(report, user)
    assert (progress(report).state, progress(report).public) == ("public", 2)


def test_a_failed_reading_says_why():
    report = make.report()
    Reading.objects.create(report=report, state="failed", failure="It broke.", finished_at=timezone.now())
    assert (progress(report).state, progress(report).failure) == ("failed", "It broke.")


def test_a_list_of_reports_costs_one_query(django_assert_num_queries):
    for number in range(5):
        make.development(make.report(f"Shells fell on Aleppo. {number}"), "Shells fell on Aleppo")
    with django_assert_num_queries(1):
        assert [progress(report).undecided for report in with_progress(Report.objects.all())] == [1] * 5
