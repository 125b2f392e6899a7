"""A web worker that starts reads what is public before anybody asks, and starts without a database too."""

import pytest
from django.db import OperationalError

from frontdesk import serving
from reports.public.index import current as index
from reports.public.index import forget


@pytest.mark.django_db(transaction=True)
def test_the_first_request_finds_the_index_made(client, war, django_assert_max_num_queries):
    forget()
    serving.warm()
    with django_assert_max_num_queries(1):  # whether something changed since
        assert index().size == 4


def test_a_worker_starts_where_the_database_cannot_be_read(monkeypatch, caplog):
    def no_database():
        raise OperationalError("no such table: reports_claim")

    monkeypatch.setattr("reports.public.index.current", no_database)
    thread = serving.post_worker_init(None)
    thread.join()
    assert "the first request will be: no such table" in caplog.text
