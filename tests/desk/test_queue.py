"""The first page of the desk and the list of reports: what waits, what failed, what went out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from reports.models import Claim
from reports.workflow import progress as states
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
    with django_assert_num_queries(12):
        desk.get("/admin/")


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
    monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)
    rows = make_one_of_each()
    chosen = [rows["failed"].pk, rows["public"].pk, rows["waiting"].pk]
    page = desk.post(LIST, {"action": "read_selected_again", "_selected_action": chosen}, follow=True)
    assertContains(page, "2 wait for a worker; 1 were being read already.")
    assert [rows[state].readings.open().count() for state in ("failed", "public", "waiting", "empty")] == [1, 1, 1, 0]
