"""Read many reports again in the background: what was decided stays; a run tells its progress and what it changed."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum

from reports.models import Difference, Reading, Rereading
from reports.models.vocabulary import ReadingState

from .queue import send_reading

AT_ONCE = 200  # messages sent right away; the sweep sends the others as these are done


@dataclass(frozen=True)
class Progress:
    """How far a run has come, and what it changed over all."""

    total: int
    done: int
    failed: int
    skipped: int
    same: int
    new: int
    gone: int
    changed: int
    reports_changed: int
    open_differences: int

    @property
    def is_over(self) -> bool:
        return self.done + self.failed == self.total


def read_again_all(reports: QuerySet, by) -> Rereading:
    """Queue a reading of each; those under way are left alone. Returns the run."""
    with transaction.atomic():
        busy = Reading.objects.open().filter(report__in=reports.values("pk")).values_list("report", flat=True)
        skipped = set(busy)
        pks = [pk for pk in reports.order_by("pk").values_list("pk", flat=True) if pk not in skipped]
        run = Rereading.objects.create(requested_by=by, skipped=len(skipped))
        made = Reading.objects.bulk_create([Reading(report_id=pk, requested_by=by) for pk in pks], batch_size=500)
        links = [Rereading.readings.through(rereading=run, reading=reading) for reading in made]
        Rereading.readings.through.objects.bulk_create(links, batch_size=500)
        transaction.on_commit(lambda: _send(made[:AT_ONCE]))
    return run


def progress_of(run: Rereading) -> Progress:
    """Counted from the run's readings; three queries."""
    states = run.readings.aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state=ReadingState.DONE)),
        failed=Count("pk", filter=Q(state=ReadingState.FAILED)),
    )
    moved = Q(change__new__gt=0) | Q(change__gone__gt=0) | Q(change__changed__gt=0)
    counts = run.readings.aggregate(
        **{name: Sum(f"change__{name}", default=0) for name in ("same", "new", "gone", "changed")},
        reports_changed=Count("pk", filter=moved),
    )
    waiting = Difference.objects.filter(reading__runs=run, state=Difference.State.OPEN).count()
    return Progress(**states, skipped=run.skipped, **counts, open_differences=waiting)


def _send(readings: list[Reading]) -> None:
    """A broker that does not answer is not asked again for each: the sweep sends what waits."""
    for reading in readings:
        if not send_reading(reading.pk):
            return
