"""Telling a worker: by the task's name, since tasks stand above the workflow and import it."""

import logging

from celery import current_app
from kombu.exceptions import OperationalError

READ_REPORT = "reports.tasks.read_report"
log = logging.getLogger(__name__)


def send_reading(reading_pk: int) -> bool:
    """Send one reading to the workers. A broker that is down loses nothing: the row waits, and the sweep sends it."""
    try:
        current_app.signature(READ_REPORT, args=[reading_pk]).apply_async(retry=False)
    except (OperationalError, OSError) as problem:
        log.warning("the broker does not answer; reading waits for the sweep", extra={"reading": reading_pk})
        log.debug("%s", problem)
        return False
    return True
