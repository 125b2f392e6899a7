"""The ledger alone gives back what follows from it: after damage, and after a backup was restored elsewhere."""

import os
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.forms.models import model_to_dict
from django.utils import timezone

from reports.desk.metadata import correct_metadata
from reports.models import Claim, ClaimVersion, Location, Report
from reports.models.vocabulary import Action
from reports.workflow.areas import Area
from reports.workflow.harm import blur, delay, lift, withhold
from reports.workflow.publish import publish_report, withdraw
from reports.workflow.replay import differences
from reports.workflow.review import correct
from tests import factories as make

PROVINCE = Area("Idlib", "province", "SY", 35.78, 36.68, 42.0, 4)


def a_history() -> Report:
    """One report on which everything was decided that can be."""
    by = make.person("Sami")
    report = make.report()
    shelling = make.development(report)
    figure, place = make.figure(shelling), make.location(shelling)
    figure.locations.add(place)
    make.involvement(shelling)
    left = make.development(report, "Rebels left two villages.", type="withdrawal")
    make.publish(report, by)

    def the(part) -> Claim:
        return Claim.objects.with_parts().get(pk=part.pk)

    correct(the(figure), by, {"low": 41}, why="the agency corrected its count")
    withdraw(the(left), by, "said of another town")
    correct(the(left), by, {"type": "clash"}, why="read wrongly")
    publish_report(report, by)
    blur(the(place), PROVINCE, by, "a clinic")
    withhold(the(figure), by, "the families do not know yet")
    lift(the(figure), Action.WITHHOLD, by, "they know")
    delay(the(left), timezone.now() + timedelta(days=1), by, "people are on the road")
    report.refresh_from_db()
    report.published += timedelta(days=1)
    correct_metadata(report, by, ["published"])
    return report


def kept() -> list:
    """All that follows from the ledger."""
    claims = [model_to_dict(claim) for claim in Claim.objects.order_by("pk")]
    versions = list(ClaimVersion.objects.order_by("claim", "number").values_list("claim", "number", "decision", "body"))
    intervals = list(ClaimVersion.objects.order_by("claim", "number").values_list("valid_from", "valid_to"))
    texts = list(Report.objects.order_by("pk").values_list("covered_text", flat=True))
    return [claims, versions, intervals, texts, [model_to_dict(place) for place in Location.objects.order_by("pk")]]


@pytest.mark.django_db
def test_what_is_damaged_is_found_and_made_again():
    a_history()
    call_command("replay", check=True)
    before = kept()
    ClaimVersion.objects.all().delete()
    Claim.objects.update(version=0, blurred_at=None, withdrawn_at=None, delayed_until=None, reported_at=timezone.now())
    Location.objects.update(latitude=36.2, name="Aleppo")
    Report.objects.update(covered_text="")
    with pytest.raises(CommandError):
        call_command("replay", check=True)
    call_command("replay")
    assert kept() == before
    assert not any(list(differences(claim)) for claim in Claim.objects.with_parts())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL is backed up by its own pg_dump")
def test_a_backup_restored_elsewhere_replays_to_the_same(tmp_path):
    a_history()
    connection.ensure_connection()
    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        connection.connection.backup(copy)
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'copy.sqlite3'}"}
    drill = [sys.executable, "manage.py", "replay", "--check"]
    done = subprocess.run(drill, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "5 claims replayed, 0 were not what the ledger says")


@pytest.mark.django_db
def test_a_corrected_day_moves_public_claims_by_a_decision_that_versions_tell():
    report = a_history()
    moved = ClaimVersion.objects.filter(claim__report=report, claim__kind="figure").order_by("-number")[:2]
    assert [version.body["reported_at"][:10] for version in moved] == ["2016-12-12", "2016-12-11"]
    assert moved[0].decision.action == Action.REDATE
