"""How far a report has come: computed from its readings and claims, never stored."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from reports.models import Claim, Reading, Report
from reports.models.querysets import seen, waiting
from reports.models.vocabulary import ReadingState, Verdict

WAITING, READING, FAILED, EMPTY, TO_REVIEW, TO_PUBLISH, PUBLIC = (
    *("waiting", "reading", "failed", "empty"),
    *("to review", "to publish", "public"),
)


@dataclass(frozen=True)
class Progress:
    """Where a report stands, and its claims counted by verdict."""

    state: str
    undecided: int
    accepted: int
    rejected: int
    public: int
    failure: str = ""

    @property
    def total(self) -> int:
        return self.undecided + self.accepted + self.rejected

    @property
    def decided(self) -> int:
        return self.accepted + self.rejected


def progress(report: Report) -> Progress:
    """Of one report; a report from `with_progress` costs no query."""
    counted: Any = (
        report if hasattr(report, "n_undecided") else with_progress(Report.objects.filter(pk=report.pk)).get()
    )
    return Progress(
        state=_state(counted),
        undecided=counted.n_undecided,
        accepted=counted.n_accepted,
        rejected=counted.n_rejected,
        public=counted.n_public,
        failure=counted.latest_failure or "",
    )


def with_progress(reports: QuerySet) -> QuerySet:
    """Reports with `n_undecided`, `n_accepted`, `n_rejected`, `n_public`, `n_unpublished`, `latest_state`."""
    latest = Reading.objects.filter(report=OuterRef("pk")).order_by("-requested_at", "-pk")

    def count(condition: Q) -> Coalesce:
        rows = Claim.objects.filter(condition, report=OuterRef("pk")).order_by().values("report")
        return _or_zero(rows.annotate(n=Count("pk")).values("n"))

    accepted = Q(verdict=Verdict.ACCEPTED)
    return reports.annotate(
        n_undecided=count(Q(verdict=Verdict.PROPOSED)),
        n_accepted=count(accepted),
        n_rejected=count(Q(verdict=Verdict.REJECTED)),
        n_unpublished=count(waiting()),
        n_public=count(seen()),
        latest_state=Subquery(latest.values("state")[:1]),
        latest_failure=Subquery(latest.values("failure")[:1]),
    )


def _or_zero(rows: QuerySet) -> Coalesce:

    return Coalesce(Subquery(rows), 0)


def _state(report: Any) -> str:
    if report.latest_state == ReadingState.QUEUED:
        return WAITING
    if report.latest_state == ReadingState.READING:
        return READING
    if report.n_undecided:
        return TO_REVIEW
    if report.n_unpublished:
        return TO_PUBLISH
    if report.n_public:
        return PUBLIC
    return FAILED if report.latest_state == ReadingState.FAILED else EMPTY
