"""Tokens that the database renews itself: what readers see anew gets a new one, what they do not see keeps it."""

import pytest
from django.db import connection

from reports.models import Alias, Claim, Report, generation
from reports.models.generation import tokens
from tests.public import making as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelling():
    report = make.report("Shelling killed at least 12 people in Aleppo on Sunday.")
    return make.development(report.text, of=report)


def changed(act) -> tuple[bool, bool, set[int]]:
    """Whether an act renewed the token of all, the world's, and those of which reports."""
    before, (world, reports) = generation.generation(), tokens()
    act()
    now_world, now_reports = tokens()
    return generation.generation() != before, now_world != world, {
        pk for pk, token in now_reports.items() if reports.get(pk) != token
    }  # fmt: skip


def test_a_proposal_and_its_review_change_nothing(shelling):
    assert changed(shelling.claim.save) == (False, False, set())


def test_publishing_withdrawing_and_correcting_renew_the_token_of_the_report(shelling):
    pk = shelling.claim.report_id
    assert changed(lambda: make.publish(shelling)) == (True, False, {pk})
    assert changed(lambda: Claim.objects.filter(pk=shelling.pk).update(status="denied")) == (True, False, {pk})
    assert changed(lambda: make.withdraw(shelling)) == (True, False, {pk})


def test_many_claims_in_one_statement_renew_the_token_of_each_report(shelling):
    other = make.report("Guns were heard in Kirkuk on Sunday.")
    guns = make.development(other.text, of=other)
    make.publish(shelling, guns)
    assert changed(lambda: Claim.objects.update(in_bulk=True)) == (True, False, {shelling.claim.report_id, other.pk})


def test_a_new_name_renews_that_of_the_world(shelling):
    group = make.group("islamic-state")
    assert changed(lambda: Alias.objects.create(group=group, text="ISIS")) == (True, True, set())
    assert changed(lambda: Alias.objects.all().delete()) == (True, True, set())


def test_a_new_headline_renews_that_of_the_report_and_a_count_of_decisions_does_not(shelling):
    report = shelling.claim.report
    assert changed(lambda: Report.objects.update(headline="Aleppo")) == (True, False, {report.pk})
    assert changed(lambda: Report.objects.update(review_version=7)) == (False, False, set())


def test_installing_the_triggers_twice_leaves_one_of_each(shelling):
    generation.install(connection)
    assert changed(lambda: make.publish(shelling))[0]
