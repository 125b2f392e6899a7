"""Telling workers: a broker that is down loses nothing."""

import pytest

from frontdesk.celery import app
from reports.models import Reading
from reports.workflow.queue import send_reading
from tests import factories as make


@pytest.fixture
def broker_is_down(monkeypatch, tmp_path):
    url = f"redis+socket://{tmp_path}/nobody.sock"
    for name, value in {"broker_url": url, "broker_write_url": url, "task_always_eager": False}.items():
        monkeypatch.setitem(app.conf.changes, name, value)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    monkeypatch.setattr(app, "_pool", None)


@pytest.mark.django_db
def test_a_broker_that_is_down_is_said_and_the_reading_waits(broker_is_down, caplog):
    reading = Reading.objects.create(report=make.report())
    assert send_reading(reading.pk) is False
    assert "the broker does not answer" in caplog.text
    assert Reading.objects.get().state == "queued"
