"""Work in the background: a task takes a primary key, claims its row by update, and may run twice without harm."""

import logging
from datetime import timedelta

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.utils import timezone

from reports.models import Reading, Relocation
from reports.workflow.covers import uncover_ended
from reports.workflow.life import SWEEP, sign
from reports.workflow.queue import READ_REPORT, RELOCATE, send_reading, send_relocation
from reports.workflow.read import claim_reading, fail_reading, read_and_store
from reports.workflow.relocate import fail_relocation, relocate

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


@shared_task(name=RELOCATE)
def relocate_place(relocation_pk: int) -> None:
    """Put a place that the desk fixed where it belongs in other reports; what goes wrong becomes a row."""
    try:
        relocate(relocation_pk)
    except Exception:
        log.exception("a relocation broke", extra={"relocation": relocation_pk})
        fail_relocation(
            relocation_pk, "It could not be done; nothing was moved. Ask again, or look at the worker's log."
        )


@shared_task(name="reports.tasks.sweep_readings")
def sweep_readings() -> int:
    """Send again what waits too long: its message was lost, or its worker died. Returns how many."""
    stale = Reading.objects.stale(
        queued=timedelta(seconds=15), reading=timedelta(seconds=settings.READING_TAKEN_UP_AFTER)
    )
    sign(SWEEP)
    pks = list(stale.values_list("pk", flat=True)[:500])
    for pk in pks:
        send_reading(pk)
    late = timezone.now() - timedelta(seconds=settings.READING_TAKEN_UP_AFTER)
    for pk in Relocation.objects.filter(finished_at=None, requested_at__lt=late).values_list("pk", flat=True):
        send_relocation(pk)
    if pks:
        log.info("swept unfinished readings", extra={"count": len(pks)})
    return len(pks)


@shared_task(name="reports.tasks.uncover_delayed")
def uncover_delayed() -> int:
    """Show again the words whose delay has run out: safe if late, since they stay covered until then."""
    return uncover_ended()
