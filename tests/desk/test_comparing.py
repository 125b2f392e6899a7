"""An update beside the earlier report: told at paste, seen sentence by sentence, decided by the editor."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from reports.desk.comparing import compare
from reports.models import Decision, Report
from reports.workflow.submit import submit_report
from tests import factories as make

from .conftest import client_of

pytestmark = pytest.mark.django_db
ADD = "/admin/reports/report/add/"
OLD = (
    "Rebels left two villages north of the river on Sunday. At least 40 people were killed in the eastern districts."
    " A convoy of twelve buses waited at the crossing."
)
NEW = (
    "Rebels left two villages north of the river on Sunday. At least 55 people were killed in the eastern districts."
    " The ministry denied it."
)


@pytest.fixture(autouse=True)
def no_worker(monkeypatch):
    monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)


@pytest.fixture
def earlier():
    report = make.report()  # for its day and outlet
    return submit_report(text=OLD, published=report.published, outlet=report.outlet, entered_by=report.entered_by)


def paste(client, **fields):
    return client.post(ADD, {"text": NEW, "published": "2016-12-12", "outlet": make.outlet().pk, **fields})


def test_sentences_are_same_changed_gone_and_new():
    rows = compare(OLD, NEW)
    assert [row.kind for row in rows] == ["same", "changed", "gone", "new"]
    assert [piece.words for piece in rows[1].old if piece.differs] == ["40"]
    assert [piece.words for piece in rows[1].new if piece.differs] == ["55"]


def test_the_first_save_asks_whether_it_is_an_update_and_keeps_nothing(desk, earlier):
    reply = paste(desk)
    assertContains(reply, "Does it update an earlier report?", status_code=422)
    assertContains(reply, f'name="supersedes" value="{earlier.pk}"', status_code=422)
    assert Report.objects.filter(text=NEW).count() == 0


@pytest.mark.parametrize("said", [True, False])
def test_the_editors_answer_is_kept(desk, earlier, said):
    paste(desk, supersedes=earlier.pk if said else "")
    assert Report.objects.get(text=NEW).supersedes == (earlier if said else None)


def test_a_report_like_no_other_is_saved_at_once(desk, earlier):
    assert paste(desk, text="Talks on a truce went on in the capital.").status_code == 302


def test_the_preview_offers_it_with_a_way_to_see_what_changed(desk, earlier):
    fields = {"text": NEW, "published": "2016-12-12", "outlet": make.outlet().pk}
    assertContains(desk.post(reverse("admin:reports_report_preview"), fields), "Does it update an earlier report?")
    page = desk.post(reverse("admin:reports_report_compare_pasted"), {**fields, "compare": earlier.pk})
    assertContains(page, "<del>40</del>")
    assertContains(page, "<ins>The ministry denied it.</ins>")


def test_a_kept_report_says_what_it_is_like_and_is_linked_by_a_decision(desk, earlier):
    paste(desk, supersedes="")
    report = Report.objects.get(text=NEW)
    compare_page = reverse("admin:reports_report_review_compare", args=[report.pk, earlier.pk])
    review_page = reverse("admin:reports_report_review", args=[report.pk])
    assertContains(desk.get(review_page), compare_page)
    desk.post(compare_page, {"supersedes": "yes"})
    assert Decision.objects.get(report=report).after == {"supersedes": earlier.pk}
    assertContains(desk.get(reverse("admin:reports_report_review", args=[earlier.pk])), "There is a later update")
    desk.post(compare_page, {"supersedes": "no"})
    assert Report.objects.get(pk=report.pk).supersedes is None


def test_only_those_who_may_correct_reports_say_so(desk, earlier):
    paste(desk, supersedes="")
    page = reverse("admin:reports_report_review_compare", args=[Report.objects.get(text=NEW).pk, earlier.pk])
    assert client_of("reviewer").get(page).status_code == 200
    assert client_of("reviewer").post(page, {"supersedes": "yes"}).status_code == 403


def test_an_update_that_is_not_public_is_not_told_to_readers(desk, earlier, client):
    make.development(earlier, OLD.split(". ")[0] + ".")
    make.publish(earlier)
    paste(desk, supersedes=earlier.pk, headline="The later one")
    assertNotContains(client.get(earlier.get_absolute_url()), "The later one")
