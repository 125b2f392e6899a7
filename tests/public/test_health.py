"""/healthz on a machine that is well, and with one part down at a time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reports.geocoding import open_gazetteer
from reports.models import Reading
from reports.public import health
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_up(monkeypatch):
    monkeypatch.setattr(health, "_ask_broker", lambda: None)
    monkeypatch.setattr(health, "open_gazetteer", lambda path: None)


def test_it_is_ok_where_all_parts_answer(client, all_up):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok", "database": "ok", "broker": "ok", "gazetteer": "ok", "oldest_unread_seconds": None
    }  # fmt: skip
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_it_tells_the_age_of_the_oldest_unread_report(client, all_up):
    for minutes in (1, 3):
        report = factories.report(text=f"Forces advanced {minutes} km on Sunday.")
        Reading.objects.create(report=report, requested_at=timezone.now() - timedelta(minutes=minutes))
    assert 180 <= client.get("/healthz").json()["oldest_unread_seconds"] < 190


def test_a_broker_that_is_down_makes_it_503_without_telling_where_it_is(client, all_up, monkeypatch, tmp_path):
    monkeypatch.undo()
    monkeypatch.setattr(health, "open_gazetteer", lambda path: None)
    from frontdesk.celery import app

    monkeypatch.setattr(
        health.current_app, "connection_for_write", lambda: app.connection(f"redis+socket://{tmp_path}/none.sock")
    )
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert (answer.json()["status"], answer.json()["broker"], answer.json()["database"]) == ("down", "down", "ok")
    assert str(tmp_path) not in answer.content.decode()


def test_a_missing_gazetteer_makes_it_503(client, all_up, monkeypatch, settings, tmp_path):
    monkeypatch.setattr(health, "open_gazetteer", open_gazetteer)
    settings.GAZETTEER_PATH = tmp_path / "none.sqlite3"
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["gazetteer"] == "down"
