"""Telling a worker: by the task's name, since tasks stand above the workflow and import it."""

import logging

from celery import current_app
from kombu.exceptions import OperationalError

READ_REPORT = "reports.tasks.read_report"
RELOCATE = "reports.tasks.relocate_place"
log = logging.getLogger(__name__)


def send_reading(reading_pk: int) -> bool:
    """Send one reading to the workers. A broker that is down loses nothing: the row waits, and the sweep sends it."""
    return _send(READ_REPORT, reading_pk)


def send_relocation(relocation_pk: int) -> bool:
    """Send one relocation to the workers; its row waits for the sweep where the broker is down."""
    return _send(RELOCATE, relocation_pk)


def _send(task: str, pk: int) -> bool:
    try:
        current_app.signature(task, args=[pk]).apply_async(retry=False)
    except (OperationalError, OSError) as problem:
        log.warning("the broker does not answer; the row waits for the sweep", extra={"task": task, "pk": pk})
        log.debug("%s", problem)
        return False
    return True
