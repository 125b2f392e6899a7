"""What an update says again word for word is one claim for readers; what it leaves out reads "not repeated"."""

import pytest

from reports.models import Claim, Development, Figure
from reports.public.moment import NOW
from reports.workflow.publish import withdraw
from reports.workflow.restating import link_restated, not_repeated, relink
from reports.workflow.verify import verify
from reports.workflow.weighing import public_statements
from tests import factories as make

pytestmark = pytest.mark.django_db
TOLL = "At least 40 people were killed in Aleppo on Sunday."
LEFT = "Rebels left two villages."


def entered(*sentences: str, supersedes=None):
    """A report whose sentences were read into developments; the toll has its figure."""
    report = make.report(" ".join(sentences), supersedes=supersedes)
    for words in sentences:
        development = make.development(report, words)
        if words == TOLL:
            make.figure(development, "At least 40 people were killed")
    link_restated(report)
    return report


def of(report, kind: str = "development") -> list[Claim]:
    return list(Claim.objects.filter(report=report, kind=kind))


@pytest.fixture
def first(db):
    return entered(TOLL, LEFT)


@pytest.fixture
def update(first):
    return entered(TOLL, "Shelling went on.", supersedes=first)


def test_a_sentence_said_again_is_linked_with_its_figure_and_no_other(first, update):
    again, new = of(update)
    assert (again.restates, new.restates) == (of(first)[0], None)
    assert of(update, "figure")[0].restates == of(first, "figure")[0]


def test_without_the_editors_word_nothing_is_linked(first):
    other = entered(TOLL, "It was quiet.")
    assert of(other)[0].restates is None


def test_a_second_update_leads_to_the_first_saying(first, update):
    third = entered(TOLL, "Buses came.", supersedes=update)
    assert of(third)[0].restates == of(first)[0]


def test_the_same_words_of_another_day_are_another_event(first):
    update = entered(TOLL, "Buses came.", supersedes=first)
    Claim.objects.filter(report__in=[first, update]).update(date_basis="stated")
    Claim.objects.filter(report=update).update(date_start="2016-12-18", date_end="2016-12-18")
    assert link_restated(update) == 0
    assert of(update)[0].restates is None


def test_what_is_said_again_counts_once_for_readers(first, update):
    make.publish(first)
    make.publish(update)
    assert {row.pk for row in NOW.rows().developments} == {c.pk for c in [*of(first), of(update)[1]]}
    assert [row.pk for row in NOW.rows().figures] == [of(first, "figure")[0].pk]
    assert [one.claim for one in public_statements()] == [of(first, "figure")[0].pk]


def test_it_counts_itself_while_the_first_is_not_public(first, update):
    make.publish(update)
    assert [row.pk for row in NOW.rows().figures] == [of(update, "figure")[0].pk]


def test_it_counts_again_once_the_first_is_withdrawn_and_readers_pages_are_told(first, update):
    make.publish(first)
    make.publish(update)
    _generation, before = NOW.tokens()
    withdraw(of(first)[0], make.person(), "it was another town")
    _generation, after = NOW.tokens()
    assert before[update.pk] != after[update.pk]
    assert of(update)[0].pk in {row.pk for row in NOW.rows().developments}


def test_what_the_update_leaves_out_is_not_repeated(first, update):
    assert not_repeated(first) == {of(first)[1].pk}
    assert not_repeated(update) == set()


def test_nothing_is_missing_while_the_update_is_unread(first):
    make.report("A later word.", supersedes=first)
    assert not_repeated(first) == set()


def test_a_new_reading_of_the_first_links_the_update_anew(first, update):
    Figure.objects.filter(claim__report=first).delete()
    Claim.objects.filter(report=first, kind="figure").delete()
    assert of(update, "figure")[0].restates is None
    make.figure(Development.objects.get(claim=of(first)[0]), "At least 40 people were killed")
    relink(first)
    assert of(update, "figure")[0].restates == of(first, "figure")[0]


def test_all_promises_hold(first, update):
    make.publish(first)
    make.publish(update)
    assert [problem for outcome in verify() for problem in outcome.broken] == []
