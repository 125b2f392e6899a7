"""Reports read by a real worker process, over a real broker, on the test database; and workers that die."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from frontdesk.celery import app
from reports.models import Claim, Reading, Report
from reports.tasks import sweep_readings
from reports.workflow.life import life
from reports.workflow.submit import submit_report
from tests import factories
from tests.broker.processes import until

pytestmark = pytest.mark.broker

SHORT = "SYRIA\n\nALEPPO\n\nAt least 40 people were killed in air strikes on Aleppo on Sunday, the Observatory said.\n"
SOON_TAKEN_UP = {"FRONTDESK_READING_TAKEN_UP_AFTER": "1"}


def long_text() -> str:
    """A lawful report of some 20 KB: long enough to be caught in the middle of its reading."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    lines = [
        f"At least {number} people were killed in air strikes on Aleppo on {days[number % 5]}, the Observatory said. "
        f"Troops took {number % 7 + 2} villages near Mosul, and {number * 3} families fled to Qayyarah."
        for number in range(11, 151)
    ]
    return "SYRIA\n\nALEPPO\n\n" + "\n\n".join(lines) + "\n"


def submit(text: str) -> Report:
    return submit_report(
        text=text, published=date(2016, 12, 11), outlet=factories.outlet(), entered_by=factories.person()
    )


def state_of(reading: Reading) -> str:
    return Reading.objects.values_list("state", flat=True).get(pk=reading.pk)


def caught_in_the_middle(worker, reading: Reading, strike) -> None:
    """Strike the worker while it reads; the row must still say so afterwards."""
    until(lambda: state_of(reading) == "reading", 20, f"the worker to begin; see {worker.log}")
    strike()
    assert state_of(reading) == "reading", "it was quicker than we: the text is too short for this machine"


def read_once(report: Report) -> None:
    """One reading, done, and every proposal of it kept exactly once."""
    reading = report.readings.get()
    assert (reading.state, reading.failure) == ("done", "")
    places = Counter(Claim.objects.filter(report=report).values_list("kind", "mention"))
    assert places
    assert max(places.values()) == 1


def test_a_saved_report_is_read_by_the_worker(start_worker):
    worker = start_worker()
    report = submit(SHORT)
    until(lambda: state_of(report.readings.get()) == "done", 20, f"the report to be read; see {worker.log}")
    read_once(report)


def test_a_worker_that_starts_later_finds_what_was_saved_before(start_worker):
    report = submit(SHORT)
    assert state_of(report.readings.get()) == "queued"
    worker = start_worker()
    until(lambda: state_of(report.readings.get()) == "done", 20, f"the report to be read; see {worker.log}")


def test_a_worker_killed_in_the_middle_of_a_reading_loses_nothing(start_worker):
    worker = start_worker(**SOON_TAKEN_UP)
    report = submit(long_text())
    reading = report.readings.get()
    caught_in_the_middle(worker, reading, worker.kill)
    assert not Claim.objects.exists()

    successor = start_worker(**SOON_TAKEN_UP)
    until(lambda: state_of(reading) == "done", 60, f"the message to come back; see {successor.log}")
    until(nothing_is_owed, 30, "the broker to be empty")
    read_once(report)
    reading.refresh_from_db()
    assert reading.attempts == 2


def test_the_sweep_takes_up_a_reading_whose_worker_and_message_are_both_gone(start_worker):
    worker = start_worker(**SOON_TAKEN_UP)
    report = submit(long_text())
    reading = report.readings.get()
    caught_in_the_middle(worker, reading, worker.kill)
    with app.connection_for_write() as link:
        link.default_channel.client.flushdb()

    successor = start_worker(**SOON_TAKEN_UP)
    Reading.objects.filter(pk=reading.pk).update(started_at=timezone.now() - timedelta(minutes=5))
    sweep_readings.delay()
    until(lambda: state_of(reading) == "done", 60, f"the sweep to send it again; see {successor.log}")
    read_once(report)


def test_a_worker_that_wakes_up_late_changes_nothing(start_worker):
    sleeper = start_worker(**SOON_TAKEN_UP)
    report = submit(long_text())
    reading = report.readings.get()
    caught_in_the_middle(sleeper, reading, sleeper.freeze)

    successor = start_worker(**SOON_TAKEN_UP)
    until(lambda: state_of(reading) == "done", 60, f"the message to come back; see {successor.log}")
    kept = sorted(Claim.objects.values_list("pk", flat=True))
    sleeper.wake()
    until(nothing_is_owed, 30, "both to be finished")
    until(lambda: b"succeeded" in sleeper.log.read_bytes(), 60, f"the sleeper to finish; see {sleeper.log}")
    read_once(report)
    assert sorted(Claim.objects.values_list("pk", flat=True)) == kept


def nothing_is_owed() -> bool:
    """Whether the broker holds neither waiting nor unacknowledged messages."""
    with app.connection_for_write() as link:
        client = link.default_channel.client
        return not client.llen(app.conf.task_default_queue) and not client.hlen("unacked")


def test_a_worker_shows_that_it_lives_and_takes_its_sign_along_when_it_stops(start_worker):
    worker = start_worker()
    until(lambda: len(life().workers) == 1, 20, f"a sign of the worker; see {worker.log}")
    worker.stop()
    until(lambda: not life().workers, 20, "its sign to go")
