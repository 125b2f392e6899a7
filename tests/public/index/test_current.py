"""The index of now: renewed in part where something changed, and never older than the last change."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from reports.models import Claim, Development, Figure, Front
from reports.public.index import current, forget
from reports.workflow.review import correct
from tests import factories
from tests.public import making as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelling():
    report = make.report("Shelling killed at least 12 people in Aleppo on Sunday.")
    one = make.development(report.text, of=report, fronts=[make.front()], type="shelling")
    make.publish(one, make.figure("at least 12 people", 12, of=one), make.location("Aleppo", of=one))
    return one


def another(words: str = "Guns were heard in Kirkuk on Sunday.") -> Development:
    report = make.report(words)
    one = make.development(words, of=report)
    make.publish(one)
    return one


def sizes() -> tuple[int, int, int]:
    """How many developments, places and figures it knows."""
    index = current()
    return index.size, len(index.places), len(index.figures)


def test_it_stays_the_same_while_nothing_changes(shelling):
    assert current() is current()


def test_a_publication_is_in_it_at_once_and_reads_one_report_again(shelling, monkeypatch):
    before, asked = current(), []
    rows = before.moment.rows
    monkeypatch.setattr(type(before.moment), "rows", lambda self, reports=None: asked.append(reports) or rows(reports))
    guns = another()
    assert sizes() == (2, 1, 1)
    assert asked == [{guns.claim.report_id}]


def test_a_withdrawal_takes_all_that_hangs_on_it(shelling):
    another()
    assert sizes() == (2, 1, 1)
    make.withdraw(shelling)
    assert sizes() == (1, 0, 0)


def test_what_is_delayed_comes_at_its_hour_without_any_change(shelling):
    guns = another()
    hour = timezone.now() + timedelta(hours=2)
    Claim.objects.filter(pk=guns.pk).update(visible_from=hour)
    assert sizes()[0] == 1
    with time_machine.travel(hour + timedelta(seconds=1)):
        assert sizes()[0] == 2


def test_a_correction_by_the_desk_is_in_it_at_once(db):
    report = factories.report()
    development = factories.development(
        report, "The Observatory said at least 40 people were killed in Aleppo on Sunday."
    )
    figure = factories.figure(development)
    factories.publish(report)
    assert current().figures["value"].tolist() == [40.0]
    figure = Figure.objects.get(pk=figure.pk)  # as it is now, published
    correct(figure.claim, factories.person(), {"figure_kind": "wounded"}, why="They were hurt.")
    assert current().by_figure_kind.counts(current().developments["pk"] > 0) == {"wounded": 1}


def test_a_front_renamed_is_renamed_without_reading_claims_again(shelling, monkeypatch):
    index = current()
    monkeypatch.setattr(type(index.moment), "rows", lambda self, reports=None: pytest.fail("claims were read again"))
    Front.objects.update(name="East Aleppo")
    assert [record.name for record in current().names.fronts.values()] == ["East Aleppo"]


def test_renewed_in_part_it_is_what_it_would_be_made_anew(shelling):
    current()
    guns = another()
    make.publish(make.location("Kirkuk", of=guns, at=(35.47, 44.39)))
    make.withdraw(shelling)
    another("A convoy left Homs on Monday.")
    renewed = current()
    forget()
    anew = current()
    assert renewed is not anew
    for name in ("developments", "places", "figures", "fronts"):
        old, new = getattr(renewed, name), getattr(anew, name)
        for column in new.columns:
            assert [str(value) for value in old[column]] == [str(value) for value in new[column]], (name, column)
