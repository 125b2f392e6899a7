"""How often editors agree with the reader: worked out from what they decided one by one."""

import pytest

from reports.models import Figure, Reading
from reports.workflow.agreement import agreement
from reports.workflow.review import accept, accept_rest, correct, reject
from reports.workflow.revise import undo
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures():
    """Four figures that a reading proposed."""
    report = make.report(
        "Rebels left 1 village. Rebels left 2 villages. Rebels left 3 villages. Rebels left 4 villages."
    )
    reading = Reading.objects.create(report=report)
    rows = []
    for number in range(1, 5):
        development = make.development(report, f"Rebels left {number} village")
        rows.append(make.figure(development, f"{number} village", low=number, high=number, figure_kind="settlements"))
    report.claims.update(reading=reading)
    return [Figure.objects.select_related("claim__report").get(pk=row.pk) for row in rows]


def of_figures():
    return next((row for row in agreement() if row.kind == "figure"), None)


def test_nothing_decided_is_no_row(figures):
    assert agreement() == []


def test_what_was_decided_singly_is_counted_by_what_became_of_it(figures):
    by = make.person()
    accept(figures[0].claim, by)
    correct(figures[1].claim, by, {"low": 20, "high": 20})
    correct(figures[2].claim, by, {"low": 30, "high": 30, "scope": "level"})
    reject(figures[3].claim, by)
    row = of_figures()
    assert (row.decided, row.corrected, row.rejected, row.accepted_as_read) == (4, 2, 1, 0.25)
    assert dict(row.fields) == {"low": 2, "high": 2, "scope": 1}


def test_a_correction_that_was_undone_counts_for_nothing(figures):
    by = make.person()
    accept(figures[0].claim, by)
    correct(figures[0].claim, by, {"low": 0})
    undo(figures[0].claim, by)
    assert of_figures().corrected == 0


def test_what_was_accepted_in_bulk_was_not_looked_at_singly(figures):
    accept_rest(figures[0].claim.report, make.person())
    row = of_figures()
    assert (row.decided, row.in_bulk) == (0, 4)


def test_what_an_editor_added_was_never_the_readers(figures):
    make.publish(make.development(make.report("Buses came."), "Buses came.").claim.report)
    assert agreement() == []
