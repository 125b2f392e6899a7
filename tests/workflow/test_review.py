"""Reviewing: each decision is kept, takes effect, and can be undone until it is public."""

from datetime import date

import pytest

from reports.models import Decision
from reports.workflow.errors import Conflict, NotAllowed, NotReady
from reports.workflow.review import accept, accept_rest, add_claim, correct, reject
from reports.workflow.revise import undo
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make.person("Noor", "editor")


@pytest.fixture
def development():
    return make.development(make.report())


def test_accepting_keeps_who_and_when(development, editor):
    accept(development.claim, editor)
    claim = development.claim
    claim.refresh_from_db()
    assert (claim.verdict, claim.reviewed_by, claim.version) == ("accepted", editor, 1)
    decision = Decision.objects.get()
    assert (decision.action, decision.by, decision.role, decision.before) == (
        *("accept", editor, "editor"),
        {"verdict": "proposed"},
    )


def test_rejecting_keeps_the_reason(development, editor):
    reject(development.claim, editor, why="a quotation of last year")
    assert Decision.objects.get().why == "a quotation of last year"
    development.claim.refresh_from_db()
    assert development.claim.verdict == "rejected"


def test_correcting_keeps_before_and_after_of_what_changed(development, editor):
    figure = make.figure(development)
    correct(figure.claim, editor, {"low": 42, "high": 42, "modifier": "exact", "unit": "people"})
    decision = Decision.objects.get()
    assert decision.before == {"low": 40.0, "high": None, "modifier": "at_least", "verdict": "proposed"}
    assert decision.after == {"low": 42, "high": 42, "modifier": "exact"}
    figure.refresh_from_db()
    assert (figure.low, figure.high, figure.claim.verdict) == (42, 42, "accepted")


def test_a_corrected_day_says_that_an_editor_set_it(development, editor):
    correct(development.claim, editor, {"date_start": date(2016, 12, 10), "date_end": date(2016, 12, 10)})
    development.claim.refresh_from_db()
    assert (development.claim.date_start, development.claim.date_basis) == (date(2016, 12, 10), "editor")


def test_correcting_the_front_keeps_the_first_as_primary(development, editor):
    mosul = make.front("mosul-2016", "Mosul", "IQ")
    correct(development.claim, editor, {"fronts": [mosul, make.front()]})
    links = development.front_links.order_by("-primary")
    assert [(link.front.slug, link.primary, link.basis) for link in links] == [
        ("mosul-2016", True, "editor"),
        ("aleppo-2016", False, "heading"),
    ]


def test_an_unknown_field_is_refused_and_nothing_changes(development, editor):
    with pytest.raises(NotReady, match="published_at"):
        correct(development.claim, editor, {"published_at": "now"})
    assert not Decision.objects.exists()


def test_undo_makes_it_a_proposal_again_and_keeps_both_decisions(development, editor):
    accept(development.claim, editor)
    undo(development.claim, editor)
    development.claim.refresh_from_db()
    assert (development.claim.verdict, development.claim.reviewed_by) == ("proposed", None)
    assert [d.action for d in Decision.objects.all()] == ["accept", "reopen"]


def test_a_reader_without_the_permission_is_refused(development):
    with pytest.raises(NotAllowed):
        accept(development.claim, make.person("Reader", "nobody"))


def test_two_editors_are_told_and_nothing_is_lost(development, editor):
    report = development.claim.report
    seen = report.review_version
    accept(development.claim, editor, expected_version=seen)
    with pytest.raises(Conflict):
        reject(development.claim, make.person("Sami", "editor"), expected_version=seen)
    development.claim.refresh_from_db()
    assert development.claim.verdict == "accepted"


def test_the_rest_is_accepted_in_bulk_but_for_what_is_decided_one_by_one(development, editor):
    killed = make.figure(development)
    unsure = make.figure(development, "two villages", figure_kind="settlements", low=2, confidence=0.2)
    unknown = make.involvement(development, group=None)
    result = accept_rest(development.claim.report, editor)
    assert {claim.pk for claim in result.accepted} == {development.pk}
    assert {claim.pk: reason for claim, reason in result.left} == {
        killed.pk: "figures of killed are decided one by one",
        unsure.pk: "the reader is unsure (20%)",
        unknown.pk: "the group is not known: choose it",
    }
    development.claim.refresh_from_db()
    assert development.claim.in_bulk
    assert Decision.objects.get().batch is not None


def test_an_editor_adds_what_the_reader_missed(development, editor):
    report = development.claim.report
    start = report.text.index("two villages")
    claim = add_claim(
        report, editor, kind="figure", start=start, end=start + 12, development=development,
        low=2, high=2, figure_kind="settlements", unit="villages",
    )  # fmt: skip
    claim.refresh_from_db()
    assert (claim.quote, claim.verdict, claim.figure.low, claim.source) == (
        *("two villages", "accepted", 2),
        development.claim.source,
    )
    assert Decision.objects.get().action == "add"
