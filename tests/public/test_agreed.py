"""The method page tells how often editors corrected the reader, in its own words and from the ledger."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import Reading
from reports.public.agreement import agreed
from reports.public.answers import forget
from reports.workflow.review import accept, correct, reject
from tests import factories as make

pytestmark = pytest.mark.django_db


def figures(number: int) -> list:
    """Claims on figures, as a reading proposed them."""
    report = make.report(" ".join(f"Rebels left {n} villages." for n in range(1, number + 1)))
    rows = [
        make.figure(make.development(report, f"Rebels left {n} villages"), f"{n} villages", low=n, high=n)
        for n in range(1, number + 1)
    ]
    report.claims.update(reading=Reading.objects.create(report=report))
    return [report.claims.with_parts().get(pk=row.pk) for row in rows]


def test_it_says_so_where_nothing_was_decided(client):
    figures(1)
    forget()
    assert "decided one by one yet" in client.get("/method/").content.decode()


def test_it_tells_the_share_that_stood_and_the_fields_corrected(client):
    by, (first, second, third, fourth) = make.person(), figures(4)
    accept(first, by)
    accept(second, by)
    correct(third, by, {"scope": "level"})
    reject(fourth, by)
    row = agreed()[0]
    assert (row.decided, row.as_read, row.rejected, row.fields) == (4, 0.5, 1, [("scope", 1)])
    forget()
    page = " ".join(client.get("/method/").content.decode().split())
    assert "Stood as read" in page and "Corrected most: scope 1" in page


def test_more_decisions_ask_no_more_queries(django_assert_num_queries):
    for claim in figures(2):
        correct(claim, make.person(), {"scope": "level"})
    with CaptureQueriesContext(connection) as few:
        agreed()
    for claim in figures(5):
        correct(claim, make.person(), {"scope": "level"})
    with django_assert_num_queries(len(few)):
        assert agreed()[0].decided == 7
