"""The first page of the desk and the list of reports: what waits, what failed, what went out."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from reports.models import Claim, Report, WorkerSign
from reports.tasks import sweep_readings
from reports.workflow import progress as states
from reports.workflow.life import life, sign
from tests import factories as make

pytestmark = pytest.mark.django_db
LIST = "/admin/reports/report/"


def make_one_of_each() -> dict[str, object]:
    """A report in each state, by the name of the state."""
    rows = {}
    for state in ("waiting", "reading", "failed", "empty", "to review", "to publish", "public"):
        row = make.report(f"Rebels left a village in Aleppo, and it is {state}.", headline=f"It is {state}")
        rows[state] = row
        if state in ("waiting", "reading"):
            row.readings.create(state={"waiting": "queued"}.get(state, state))
        elif state == "failed":
            row.readings.create(state="failed", failure="The broker was away.", finished_at=row.entered_at)
        else:
            row.readings.create(state="done", result={}, finished_at=row.entered_at)
    for state in ("to review", "to publish", "public"):
        make.development(rows[state], rows[state].text)
    from reports.workflow.review import accept

    accept(Claim.objects.get(report=rows["to publish"]), make.person())
    make.publish(rows["public"])
    return rows


def test_each_report_stands_in_the_list_that_its_state_asks_for(desk):
    rows = make_one_of_each()
    queue = desk.get("/admin/").context["queue"]
    assert [reading.report for reading in queue.failed] == [rows["failed"]]
    assert {reading.report for reading in queue.open} == {rows["waiting"], rows["reading"]}
    assert queue.to_review == [rows["to review"]]
    assert queue.to_publish == [rows["to publish"]]
    assert queue.public == [rows["public"]]


def test_a_failure_gives_its_reason_and_a_retry(desk):
    rows = make_one_of_each()
    page = desk.get("/admin/")
    assertContains(page, "The broker was away.")
    assertContains(page, reverse("admin:reports_report_review_read_again", args=[rows["failed"].pk]))


def test_a_failure_that_was_read_again_since_is_no_longer_listed(desk):
    failed = make_one_of_each()["failed"]
    failed.readings.create(state="done", result={}, finished_at=failed.entered_at)
    assert desk.get("/admin/").context["queue"].failed == []


def test_what_waits_longest_comes_first(desk):
    rows = [make.report(f"Rebels left village {number}.") for number in range(3)]
    for row in rows:
        row.readings.create(state="done", result={}, finished_at=row.entered_at)
        make.development(row, row.text)
    assert desk.get("/admin/").context["queue"].to_review == rows


def test_an_empty_desk_says_so(desk):
    assertContains(desk.get("/admin/"), "Nothing waits.")


def test_the_first_page_asks_a_constant_number_of_queries(desk, django_assert_num_queries):
    make_one_of_each()
    cache.clear()
    with django_assert_num_queries(22):  # two of them look at the ledger, once in five minutes
        desk.get("/admin/")
    with django_assert_num_queries(20):
        desk.get("/admin/")


def test_more_reports_cost_the_first_page_no_more_queries(desk, django_assert_max_num_queries):
    for number in range(30):
        row = make.report(f"Rebels left village {number}.")
        row.readings.create(state="done", result={}, finished_at=row.entered_at)
        make.development(row, row.text)
    with django_assert_max_num_queries(22):
        page = desk.get("/admin/")
    assert page.context["queue"].n_to_review == 30
    assert len(page.context["queue"].to_review) == 12


def test_what_waits_is_told_by_age_and_by_front(desk):
    mosul = make.front("mosul-2016", "Mosul", "IQ")
    for hours, on in ((0, make.front()), (3, mosul), (30, mosul)):
        row = make.report(f"Rebels left a village {hours} hours ago.")
        Report.objects.filter(pk=row.pk).update(entered_at=timezone.now() - timedelta(hours=hours))
        row.readings.create(state="done", result={}, finished_at=row.entered_at)
        make.development(row, row.text, on=on)
    queue = desk.get("/admin/").context["queue"]
    assert [count for _label, count in queue.ages] == [1, 1, 0, 1]
    assert [(front.slug, front.reports) for front in queue.fronts] == [("mosul-2016", 2), ("aleppo-2016", 1)]


class TestTheWorkers:
    def test_a_desk_without_a_worker_says_so(self, desk):
        assertContains(desk.get("/admin/"), "No worker has ever shown itself")

    def test_a_worker_that_gave_a_sign_is_at_work(self, desk):
        sign("celery@here", timezone.now())
        page = desk.get("/admin/")
        assertContains(page, "celery@here")
        assertNotContains(page, "No worker has")

    def test_one_that_is_silent_counts_as_gone(self, desk):
        WorkerSign.objects.create(name="celery@here", seen_at=timezone.now() - timedelta(minutes=12))
        assertContains(desk.get("/admin/"), "No worker has shown itself for 12\xa0minutes")

    def test_the_sweep_leaves_its_own_sign_and_is_no_worker(self, desk):
        assert not life().sweeps
        sweep_readings()
        assert (life().sweeps, life().workers) == (True, [])

    def test_how_long_a_reading_takes_is_told(self, desk):
        now = timezone.now()
        for seconds in (1, 2, 9):
            row = make.report(f"Rebels left {seconds} villages.")
            row.readings.create(state="done", result={}, started_at=now, finished_at=now + timedelta(seconds=seconds))
        assert (life().usual_seconds, life().slowest_seconds) == (2, 9)


@pytest.mark.parametrize(
    "state",
    [states.WAITING, states.READING, states.FAILED, states.EMPTY, states.TO_REVIEW, states.TO_PUBLISH, states.PUBLIC],
)
def test_the_list_is_filtered_by_the_state_it_shows(desk, state):
    make_one_of_each()
    page = desk.get(LIST, {"state": state})
    assert [row.headline for row in page.context["cl"].result_list] == [f"It is {state}"]
    assertContains(page, f'data-state="{state}"')


def test_the_list_asks_no_more_queries_for_more_reports(desk, django_assert_num_queries):
    first = make.report("Rebels left a village.")
    make.development(first, first.text)
    with CaptureQueriesContext(connection) as few:
        desk.get(LIST)
    make_one_of_each()
    with django_assert_num_queries(len(few)):
        page = desk.get(LIST)
    assertNotContains(page, "Select report to change")


def test_a_selection_is_read_again_and_what_is_under_way_is_left_alone(desk, monkeypatch):
    monkeypatch.setattr("reports.workflow.rereading.send_reading", lambda pk: True)
    rows = make_one_of_each()
    chosen = [rows["failed"].pk, rows["public"].pk, rows["waiting"].pk]
    page = desk.post(LIST, {"action": "read_selected_again", "_selected_action": chosen}, follow=True)
    assertContains(page, "2 reports wait for a worker. 1 were being read already.")
    assert [rows[state].readings.open().count() for state in ("failed", "public", "waiting", "empty")] == [1, 1, 1, 0]
