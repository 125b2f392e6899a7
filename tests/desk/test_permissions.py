"""Who may do what on the desk, and what nobody may."""

import subprocess
import sys

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from reports.models import Claim, Decision
from tests import factories as make

from .conftest import client_of
from .test_review import address, decide, the

pytestmark = pytest.mark.django_db


def test_the_desk_asks_for_a_login():
    assert Client().get("/admin/").url == "/admin/login/?next=/admin/"


def test_an_account_without_a_role_sees_no_report(report):
    client = Client()
    client.force_login(_stranger())
    assert client.get(address(report, "review")).status_code == 403
    assertContains(client.get("/admin/"), "Ask an administrator for a role")


def test_the_list_of_registers_is_there_for_those_who_have_a_role():
    page = client_of("editor").get("/admin/reports/")
    assertContains(page, 'href="/admin/reports/report/"')
    assertNotContains(page, "Ask an administrator for a role")


def test_an_account_that_may_only_look_gets_no_verbs(report):
    client = client_of("viewer", name="viewer")
    _allow("viewer", "view_report")
    page = client.get(address(report, "review"))
    for verb in ("Accept", "Reject", "Correct<", "Publish"):
        assertNotContains(page, f">{verb}")
    claim = the(report, "at least 40", "figure")
    assertContains(decide(client, claim, "accept", {"x-desk": "board"}), "may not review", status_code=422)
    assert client.get(address(report, "review_correct", claim.public_id)).status_code == 403
    assert not Decision.objects.exists()


def test_an_editor_reviews_and_does_not_publish(report):
    editor = client_of("editor")
    decide(editor, the(report, "The Observatory", "development"), "accept")
    assertNotContains(editor.get(address(report, "review")), "Publish 1")
    assertContains(editor.post(address(report, "review_publish"), follow=True), "may not publish")
    assert not Claim.objects.public().exists()


def test_a_publisher_publishes(report):
    decide(client_of("editor"), the(report, "The Observatory", "development"), "accept")
    publisher = client_of("publisher")
    assertContains(publisher.get(address(report, "review")), "Publish 1")
    publisher.post(address(report, "review_publish"))
    assert Claim.objects.public().count() == 1


@pytest.mark.parametrize("model", ["report", "reading", "decision"])
def test_nobody_deletes_what_was_said_read_or_decided(report, model):
    admin = _administrator()
    row = {"report": report, "reading": report.readings.get()}.get(model)
    if row is None:
        decide(admin, the(report, "at least 40", "figure"), "accept")
        row = Decision.objects.get()
    assert admin.post(reverse(f"admin:reports_{model}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", ["reading", "decision"])
def test_readings_and_decisions_are_only_looked_at(report, model):
    admin = _administrator()
    assert admin.get(reverse(f"admin:reports_{model}_add")).status_code == 403
    assert admin.get(reverse(f"admin:reports_{model}_changelist")).status_code == 200


def test_the_text_of_a_report_cannot_be_changed_by_its_form(report):
    client = client_of("editor")
    change = reverse("admin:reports_report_change", args=[report.pk])
    client.post(change, {**_metadata(report), "headline": "Another headline", "text": "Another text."})
    before = report.text
    report.refresh_from_db()
    assert (report.headline, report.text) == ("Another headline", before)


def test_a_corrected_day_is_a_decision_and_moves_when_its_claims_were_reported(report):
    client = client_of("editor")
    change = reverse("admin:reports_report_change", args=[report.pk])
    client.post(change, {**_metadata(report), "published": "2016-12-12"})
    report.refresh_from_db()
    decision = Decision.objects.get(report=report)
    assert (decision.before, decision.after) == ({"published": "2016-12-11"}, {"published": "2016-12-12"})
    assert set(Claim.objects.filter(report=report).values_list("reported_at", flat=True)) == {report.reported_at}


def test_the_admin_never_wakes_gdal():
    code = (
        "import django, os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'frontdesk.settings'; django.setup();"
        "import frontdesk.urls; assert 'reports.desk.review' in sys.modules;"
        "sys.exit('django.contrib.gis' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


def _administrator() -> Client:
    user = make.person("root")
    user.is_superuser = True
    user.save()
    client = Client()
    client.force_login(user)
    return client


def _stranger():
    user = make.person("stranger")
    user.groups.clear()
    return user


def _allow(name: str, *codenames: str) -> None:
    from django.contrib.auth.models import Permission, User

    User.objects.get(username=name).user_permissions.set(Permission.objects.filter(codename__in=codenames))


def _metadata(report) -> dict:
    return {
        "headline": report.headline,
        "outlet": report.outlet_id,
        "published": report.published.isoformat(),
        "as_of_0": "",
        "as_of_1": "",
        "url": "",
        "language": "en",
        "supersedes": "",
    }
