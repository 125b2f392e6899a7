"""Reading again: over one, some or all; what was decided stays, what differs is listed, taken over or left."""

import io
from copy import deepcopy

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from reports.models import Claim, Difference, Reading, Report
from reports.workflow.rereading import progress_of, read_again_all
from reports.workflow.review import accept, correct
from reports.workflow.store import store_claims
from tests import factories as make

from .conftest import client_of, document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """Readings sent to a worker; `read` below stands where the worker would."""
    sent: list[int] = []
    monkeypatch.setattr("reports.workflow.rereading.send_reading", lambda pk: sent.append(pk) or True)
    return sent


def read(report: Report, result: dict, reading: Reading | None = None) -> Reading:
    reading = reading or Reading.objects.create(report=report)
    Reading.objects.filter(pk=reading.pk).update(
        state="done", result=result, started_at=report.entered_at, finished_at=report.entered_at
    )
    reading.refresh_from_db()
    store_claims(reading)
    return reading


def saying(**figure) -> dict:
    """What a newer reader returns: the toll with other fields."""
    result = deepcopy(document())
    result["figures"][0] |= figure
    return result


def toll(report: Report) -> Claim:
    return Claim.objects.with_parts().get(report=report, figure__figure_kind="killed")


def nobody() -> Client:
    """An account without a role."""
    client = client_of("reviewer", name="nobody")
    make.person("nobody").groups.clear()
    return client


class TestDifferences:
    def test_what_the_reader_says_anew_of_a_decided_claim_is_listed_and_the_claim_stays(self, report):
        accept(toll(report), make.person())
        read(report, saying(low=45))
        (difference,) = Difference.objects.all()
        assert (difference.claim, difference.proposed) == (toll(report), {"low": 45})
        assert toll(report).figure.low == 40

    def test_the_same_reading_again_differs_in_nothing(self, report):
        for claim in Claim.objects.filter(report=report).with_parts():
            accept(claim, make.person())
        read(report, document())
        assert not Difference.objects.exists()

    def test_what_an_editor_corrected_is_not_brought_up_again(self, report):
        correct(toll(report), make.person(), {"low": 50})
        read(report, document())
        assert not Difference.objects.exists()

    def test_a_reader_that_comes_to_what_the_editor_said_does_not_differ(self, report):
        correct(toll(report), make.person(), {"low": 50})
        read(report, saying(low=50))
        assert not Difference.objects.exists()

    def test_a_mention_that_is_gone_is_told(self, report):
        accept(toll(report), make.person())
        result = document()
        del result["figures"][0]
        read(report, result)
        assert Difference.objects.get().proposed == {}

    def test_a_later_reading_replaces_what_is_open_and_respects_what_was_left(self, report, desk):
        accept(toll(report), make.person())
        read(report, saying(low=45))
        settle(desk, report, "leave")
        read(report, saying(low=45))
        assert not Difference.objects.filter(state="open").exists()
        read(report, saying(low=46))
        assert Difference.objects.get(state="open").proposed == {"low": 46}

    def test_nothing_is_left_of_the_look_at_what_would_be_proposed(self, report):
        accept(toll(report), make.person())
        before = Claim.objects.filter(report=report).count()
        read(report, document())
        assert Claim.objects.filter(report=report).count() == before


def settle(client, report: Report, step: str, **fields):
    row = Difference.objects.get(claim__report=report, state="open")
    address = reverse("admin:reports_report_review_difference", args=[report.pk, row.pk])
    return client.post(address, {"step": step, **fields}, follow=True)


class TestSettling:
    @pytest.fixture(autouse=True)
    def one(self, report):
        accept(toll(report), make.person())
        read(report, saying(low=45))

    def test_the_review_page_lists_it_with_both_values(self, desk, report):
        page = desk.get(reverse("admin:reports_report_review", args=[report.pk]))
        assertContains(page, "<del>40</del> → <ins>45</ins>")

    def test_taking_it_over_is_a_correction_in_the_ledger(self, desk, report):
        page = settle(desk, report, "take")
        assert toll(report).figure.low == 45
        assert toll(report).decisions.last().after == {"low": 45}
        assertNotContains(page, "A newer reading says something else")

    def test_leaving_it_changes_nothing(self, desk, report):
        settle(desk, report, "leave")
        assert (toll(report).figure.low, toll(report).decisions.count()) == (40, 1)

    def test_a_public_claim_asks_for_a_reason(self, desk, report):
        make.publish(report)
        assertContains(settle(desk, report, "take"), "Say why it is corrected")
        settle(desk, report, "take", why="the wire says 45")
        assert toll(report).figure.low == 45

    def test_only_reviewers_settle_it(self, report):
        settle(nobody(), report, "take")
        assert toll(report).figure.low == 40


class TestRuns:
    def test_a_run_tells_its_progress_and_what_it_changed_over_all(self, report):
        other = make.report("It was quiet.")
        run = read_again_all(Report.objects.all(), make.person())
        assert (progress_of(run).total, progress_of(run).done) == (2, 0)
        result = saying(low=45)
        del result["figures"][1]
        read(report, result, report.readings.first())
        now = progress_of(run)
        assert (now.done, now.is_over) == (1, False)
        assert (now.changed, now.gone, now.new, now.reports_changed) == (1, 1, 0, 1)
        assert other.readings.open().count() == 1

    def test_those_under_way_are_left_alone(self, report):
        busy = make.report("It was quiet.")
        busy.readings.create(state="reading")
        run = read_again_all(Report.objects.all(), make.person())
        assert (run.readings.count(), run.skipped) == (1, 1)

    def test_the_workers_hear_of_it_after_commit(self, report, sent, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            run = read_again_all(Report.objects.all(), make.person())
            assert sent == []
        assert sent == [run.readings.get().pk]

    def test_the_page_starts_a_run_and_shows_it(self, desk, report):
        page = desk.post("/admin/reports/report/read-again/", follow=True)
        assertContains(page, "1 report waits for a worker.")
        assertContains(page, "0 of 1")

    def test_the_page_lists_the_reports_with_differences(self, desk, report):
        accept(toll(report), make.person())
        read(report, saying(low=45))
        assertContains(desk.get("/admin/reports/report/read-again/"), report.headline)

    def test_the_command_takes_all_or_some(self, report):
        make.person("Lina", "editor")
        out = io.StringIO()
        call_command("read_again", report.public_id, by="Lina", stdout=out)
        call_command("read_again", all=True, by="Lina", stdout=out)
        assert out.getvalue().splitlines() == [
            "1 wait for a worker, 0 were being read already.",
            "0 wait for a worker, 1 were being read already.",
        ]
        with pytest.raises(CommandError, match="no report nowhere"):
            call_command("read_again", "nowhere", by="Lina")

    def test_those_who_may_not_start_none(self, report):
        assert nobody().post("/admin/reports/report/read-again/").status_code == 403
