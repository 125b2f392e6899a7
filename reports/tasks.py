"""Work in the background: a task takes a primary key, claims its row by update, and may run twice without harm."""

import logging
from datetime import timedelta

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings

from reports.models import Reading
from reports.workflow.queue import READ_REPORT, send_reading
from reports.workflow.read import claim_reading, fail_reading, read_and_store

log = logging.getLogger(__name__)


@shared_task(name=READ_REPORT)
def read_report(reading_pk: int) -> None:
    """Read one report: claim its reading, read and locate, store. Another worker's reading is left alone."""
    reading = claim_reading(reading_pk, again_after=timedelta(seconds=settings.READING_TAKEN_UP_AFTER))
    if reading is None:
        return
    try:
        read_and_store(reading)
    except SoftTimeLimitExceeded:
        fail_reading(reading, "It took too long to read. Try again; if it fails again, cut the text in two.")


@shared_task(name="reports.tasks.sweep_readings")
def sweep_readings() -> int:
    """Send again what waits too long: its message was lost, or its worker died. Returns how many."""
    stale = Reading.objects.stale(
        queued=timedelta(seconds=15), reading=timedelta(seconds=settings.READING_TAKEN_UP_AFTER)
    )
    pks = list(stale.values_list("pk", flat=True)[:500])
    for pk in pks:
        send_reading(pk)
    if pks:
        log.info("swept unfinished readings", extra={"count": len(pks)})
    return len(pks)
