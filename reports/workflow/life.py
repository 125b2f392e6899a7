"""Who is at work: signs of life that workers leave in a table, so that a page looks at rows and asks nobody.

Asking the workers themselves (Celery's ping) would hold the page up for as long as a dead one does not answer.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db import DatabaseError, connection
from django.utils import timezone

from reports.models import Reading, WorkerSign
from reports.models.vocabulary import ReadingState

EVERY = 10  # seconds between two signs of a worker
SILENT = timedelta(seconds=45)  # after four missed signs a worker counts as gone
FORGOTTEN = timedelta(days=1)
SWEEP = "sweep"
SAMPLE = 50  # readings to tell how long one takes

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Life:
    """The state of the machinery, for the first page of the desk."""

    workers: list[WorkerSign]  # that live
    last_seen: datetime | None  # of any worker
    last_sweep: datetime | None
    usual_seconds: float | None  # of a reading
    slowest_seconds: float | None

    @property
    def is_well(self) -> bool:
        return bool(self.workers)

    @property
    def sweeps(self) -> bool:
        """Whether beat still sends the sweep, which takes up what a dead worker left (every 30 s)."""
        return self.last_sweep is not None and timezone.now() - self.last_sweep < 3 * SILENT


def sign(name: str, started_at: datetime | None = None) -> None:
    """Leave a sign of life. A database that does not answer is no reason for a worker to stop."""
    now = timezone.now()
    try:
        WorkerSign.objects.update_or_create(
            name=name, defaults={"seen_at": now, **({"started_at": started_at} if started_at else {})}
        )
        WorkerSign.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
    except DatabaseError as problem:
        log.warning("a sign of life could not be kept: %s", problem)
        connection.close()


def gone(name: str) -> None:
    """A worker that is stopped in order takes its sign along."""
    try:
        WorkerSign.objects.filter(name=name).delete()
    except DatabaseError as problem:
        log.warning("a sign of life could not be taken back: %s", problem)


def life() -> Life:
    """In two queries."""
    signs = {row.name: row for row in WorkerSign.objects.all()}
    sweep = signs.pop(SWEEP, None)
    recent = Reading.objects.filter(state=ReadingState.DONE, started_at__isnull=False).order_by("-finished_at")
    took = [reading.seconds or 0 for reading in recent.only("started_at", "finished_at")[:SAMPLE]]
    now = timezone.now()
    return Life(
        workers=[row for row in signs.values() if now - row.seen_at < SILENT],
        last_seen=max((row.seen_at for row in signs.values()), default=None),
        last_sweep=sweep.seen_at if sweep else None,
        usual_seconds=median(took) if took else None,
        slowest_seconds=max(took, default=None),
    )
