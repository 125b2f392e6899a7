"""Status, merge, split and undo: several claims in one step, and one step back."""

import pytest

from reports.models import Claim, Decision
from reports.workflow.errors import Conflict, NotReady
from reports.workflow.review import accept, accept_rest, correct, reject
from reports.workflow.revise import merge, set_status, split, undo
from reports.workflow.verify import verify
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = "Rebels left two villages and jets struck Aleppo, killing 40 people. Rebels left both villages."


@pytest.fixture
def editor():
    return make.person("Noor", "editor")


@pytest.fixture
def report():
    return make.report(TEXT)


@pytest.fixture
def first(report):
    """A sentence with two events: a figure in each, and a place that one of them holds for."""
    development = make.development(report, TEXT.split(". ")[0])
    make.figure(development, "two villages", low=2, figure_kind="settlements")
    place = make.location(development)
    make.figure(development, "40 people").locations.add(place)
    return development


@pytest.fixture
def second(report):
    development = make.development(report, "Rebels left both villages")
    make.figure(development, "both villages", low=2, high=2, figure_kind="settlements")
    return development


def fresh(part) -> Claim:
    return Claim.objects.with_parts().get(pk=part.pk)


def the(words: str) -> Claim:
    start = TEXT.index(words)
    return Claim.objects.with_parts().exclude(kind="development").get(start=start)


@pytest.fixture(autouse=True)
def the_ledger_agrees():
    yield
    assert all(not outcome.broken for outcome in verify())


class TestStatus:
    def test_a_sentence_takes_along_what_hangs_on_it_and_nothing_is_decided_by_it(self, first, editor):
        set_status(first.claim, "background", editor)
        assert {(claim.status, claim.verdict) for claim in Claim.objects.all()} == {("background", "proposed")}

    def test_what_had_another_status_keeps_it(self, first, editor):
        Claim.objects.filter(pk=the("40 people").pk).update(status="denied")
        set_status(first.claim, "announced", editor)
        assert (the("40 people").status, the("two villages").status) == ("denied", "announced")

    def test_what_was_accepted_stays_accepted(self, first, editor):
        accept(first.claim, editor)
        set_status(first.claim, "denied", editor)
        assert (fresh(first).status, fresh(first).verdict) == ("denied", "accepted")

    def test_one_undo_takes_it_back_everywhere(self, first, editor):
        set_status(first.claim, "background", editor)
        assert undo(fresh(first), editor) == 4
        assert {claim.status for claim in Claim.objects.all()} == {"current"}


class TestMerge:
    def test_a_sentence_gives_all_that_hangs_on_it_to_the_other(self, first, second, editor):
        merge(second.claim, first.claim, editor)
        assert the("both villages").figure.development == first
        assert fresh(second).verdict == "rejected"
        assert Decision.objects.get(action="reject").why.startswith("the same as “Rebels left two")

    def test_a_figure_says_the_other_again(self, first, second, editor):
        merge(the("both villages"), the("two villages"), editor)
        merged = the("both villages")
        assert (merged.figure.same_as.pk, merged.verdict) == (the("two villages").pk, "proposed")

    def test_a_place_is_replaced_in_the_figures_that_name_it(self, first, editor):
        place, other = first.locations.get(), make.location(first, "villages")
        merge(place.claim, other.claim, editor)
        assert [row.pk for row in the("40 people").figure.locations.all()] == [other.pk]
        assert fresh(place).verdict == "rejected"

    def test_one_undo_takes_it_back(self, first, second, editor):
        merge(second.claim, first.claim, editor)
        undo(fresh(second), editor)
        assert the("both villages").figure.development == second
        assert fresh(second).verdict == "proposed"

    @pytest.mark.parametrize("kind", ["itself", "another kind", "rejected", "public"])
    def test_what_cannot_be_one_is_refused(self, first, second, editor, kind):
        other = {"another kind": the("two villages"), "itself": second.claim}.get(kind, first.claim)
        if kind == "rejected":
            reject(first.claim, editor)
        if kind == "public":
            make.publish(second.claim.report)
        before = Decision.objects.count()
        with pytest.raises(NotReady):
            merge(fresh(second), fresh(other), editor)
        assert Decision.objects.count() == before


class TestSplit:
    def test_the_words_become_a_development_with_what_was_read_from_them(self, report, first, editor):
        start = TEXT.index("jets")
        made = split(first.claim, start, first.claim.end, editor)
        assert (made.quote, made.date_start) == (TEXT[start : first.claim.end], first.claim.date_start)
        assert [link.front for link in made.development.front_links.all()] == [make.front()]
        assert the("40 people").figure.development == made.development
        assert the("two villages").figure.development == first

    def test_words_of_another_sentence_are_refused(self, first, second, editor):
        with pytest.raises(NotReady):
            split(first.claim, first.claim.start, second.claim.end, editor)

    def test_one_undo_gives_everything_back(self, first, editor):
        made = split(first.claim, TEXT.index("jets"), first.claim.end, editor)
        undo(fresh(made), editor)
        assert the("40 people").figure.development == first


class TestUndo:
    def test_a_correction_is_undone_with_its_values(self, first, editor):
        figure = the("40 people")
        correct(figure, editor, {"low": 41})
        undo(the("40 people"), editor)
        assert (the("40 people").figure.low, the("40 people").verdict) == (40, "proposed")

    def test_a_correction_of_something_accepted_leaves_it_accepted(self, first, editor):
        accept(the("40 people"), editor)
        correct(the("40 people"), editor, {"low": 41})
        undo(the("40 people"), editor)
        assert (the("40 people").figure.low, the("40 people").verdict) == (40, "accepted")

    def test_bulk_is_undone_one_by_one(self, first, editor):
        accept_rest(first.claim.report, editor)
        assert undo(fresh(first), editor) == 1
        assert the("two villages").verdict == "accepted"

    def test_nothing_is_left_to_undo_after_an_undo(self, first, editor):
        accept(first.claim, editor)
        undo(fresh(first), editor)
        with pytest.raises(NotReady, match="nothing to undo"):
            undo(fresh(first), editor)

    def test_what_is_public_is_corrected_in_the_open(self, first, editor):
        make.publish(first.claim.report)
        with pytest.raises(NotReady, match="published"):
            undo(fresh(first), editor)

    def test_someone_elses_decision_in_between_is_a_conflict(self, first, editor):
        accept(first.claim, editor)
        with pytest.raises(Conflict):
            undo(fresh(first), editor, expected_version=0)
