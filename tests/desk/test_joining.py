"""Merge, split, set a status and look before publishing, as plain forms without JavaScript."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from reports.models import Claim, Decision
from reports.workflow.review import accept, accept_rest
from tests import factories as make

from .conftest import client_of
from .test_review import BOARD, address, decide, the

pytestmark = pytest.mark.django_db


@pytest.fixture
def toll(report) -> Claim:
    return the(report, "at least 40", "figure")


@pytest.fixture
def villages(report) -> Claim:
    return the(report, "two villages", "figure")


def test_two_figures_are_merged_on_a_page_of_its_own(desk, report, toll, villages):
    page = desk.get(address(report, "review_merge", villages.public_id))
    assertContains(page, "at least 40 people were killed")
    reply = desk.post(address(report, "review_merge", villages.public_id), {"into": toll.pk, "version": 0})
    assert reply.status_code == 302
    assert Claim.objects.get(pk=villages.pk).figure.same_as == toll.figure


def test_only_claims_of_the_same_kind_and_report_are_offered(desk, report, toll, villages):
    other = make.figure(make.development(make.report("Rebels left 3 villages.")), "3 villages")
    offered = desk.get(address(report, "review_merge", villages.public_id)).context["form"].fields["into"].queryset
    assert list(offered) == [toll]
    assert other.claim not in offered


def test_a_sentence_is_split_at_the_words_given(desk, report, toll):
    sentence = the(report, "The Observatory", "development")
    words = "at least 40 people were killed in Aleppo on Sunday"
    desk.post(address(report, "review_split", sentence.public_id), {"words": words, "version": 0})
    assert Claim.objects.get(pk=toll.pk).figure.development.claim.quote == words


def test_words_that_the_sentence_does_not_hold_are_refused_beside_the_field(desk, report):
    sentence = the(report, "The Observatory", "development")
    reply = desk.post(address(report, "review_split", sentence.public_id), {"words": "Rebels left", "version": 0})
    assertContains(reply, "This sentence does not hold these words", status_code=422)
    assert not Decision.objects.exists()


def test_someone_elses_decision_in_between_keeps_what_was_typed(desk, report, toll):
    accept(toll, make.person("other", "editor"))
    sentence = the(report, "The Observatory", "development")
    reply = desk.post(
        address(report, "review_split", sentence.public_id), {"words": "on Sunday", "version": 0}, headers=BOARD
    )
    assertContains(reply, "Someone else decided", status_code=409)
    assertContains(reply, "on Sunday</textarea>", status_code=409)


@pytest.mark.parametrize("name", ["review_merge", "review_split", "review_publish"])
def test_who_may_not_is_told_so(report, name):
    sentence = the(report, "The Observatory", "development")
    args = [] if name == "review_publish" else [sentence.public_id]
    assert client_of("viewer", name="viewer").get(address(report, name, *args)).status_code == 403


def test_a_status_is_set_without_deciding(desk, report, toll):
    decide(desk, the(report, "The Observatory", "development"), "denied")
    toll.refresh_from_db()
    assert (toll.status, toll.verdict) == ("denied", "proposed")


def test_an_unknown_step_is_refused(desk, toll):
    assert decide(desk, toll, "hypothetical").status_code == 400


class TestBeforePublishing:
    def test_it_tells_what_readers_will_see_and_what_is_held_back(self, desk, report, toll):
        by = make.person("Noor", "editor")
        accept_rest(report, by)
        accept(the(report, "Fighters advanced", "development"), by)
        page = desk.get(address(report, "review_publish"))
        assertContains(page, "Held back:")
        assertContains(page, "new front? “Raqa”")
        assertContains(page, "were accepted in bulk")
        assertContains(page, "still open")
        assert dict(page.context["counted"]) == {"Developments": 2, "Other figures": 1, "Places": 1}
        assert not Claim.objects.public().exists()

    def test_the_form_below_publishes(self, desk, report):
        accept_rest(report, make.person("Noor", "editor"))
        report.refresh_from_db()
        reply = desk.post(address(report, "review_publish"), {"version": report.review_version})
        assertRedirects(reply, address(report, "review"))
        assert Claim.objects.public().count() == 4
