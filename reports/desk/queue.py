"""The first page of the desk: what waits and how long, what failed, what is being read, what is public."""

from dataclasses import dataclass

from django.db.models import Case, OuterRef, Subquery, When

from reports.models import Reading, Report
from reports.models.querysets import ReadingQuerySet
from reports.models.vocabulary import ReadingState
from reports.workflow.progress import with_progress

MOST = 12


@dataclass
class Queue:
    """The lists of the first page, each the oldest first but for what is public, and how many there are in all."""

    failed: list[Reading]
    open: list[Reading]
    to_review: list[Report]
    to_publish: list[Report]
    public: list[Report]
    n_to_review: int
    n_to_publish: int
    n_failed: int

    @property
    def is_empty(self) -> bool:
        return not (self.failed or self.open or self.to_review or self.to_publish or self.public)


def desk_queue() -> Queue:
    """What the desk has to do now."""
    reports = with_progress(Report.objects.select_related("outlet", "entered_by").defer("text"))
    finished = reports.exclude(latest_state__in=[ReadingState.QUEUED, ReadingState.READING])
    untouched = Case(When(n_accepted=0, n_rejected=0, then=0), default=1)  # before what only has leftovers
    to_review = finished.filter(n_undecided__gt=0).order_by(untouched, "entered_at", "pk")
    to_publish = finished.filter(n_undecided=0, n_unpublished__gt=0).order_by("entered_at", "pk")
    failed = _latest_readings().filter(state=ReadingState.FAILED).order_by("-finished_at")
    return Queue(
        failed=list(failed[:MOST]),
        open=list(_latest_readings().open().order_by("requested_at")[:MOST]),
        to_review=list(to_review[:MOST]),
        to_publish=list(to_publish[:MOST]),
        public=list(reports.filter(n_public__gt=0).order_by("-entered_at", "-pk")[:MOST]),
        n_to_review=to_review.count(),
        n_to_publish=to_publish.count(),
        n_failed=failed.count(),
    )


def _latest_readings() -> ReadingQuerySet:
    """The last reading of each report: a failure that was read again since is no longer news."""
    latest = Reading.objects.filter(report=OuterRef("report")).order_by("-requested_at", "-pk").values("pk")[:1]
    return Reading.objects.filter(pk=Subquery(latest)).select_related("report__outlet").defer("result", "report__text")
