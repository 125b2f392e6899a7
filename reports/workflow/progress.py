"""How far a report has come: computed from its readings and claims, never stored."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from reports.models import Claim, Reading, Report
from reports.models.querysets import visible
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
    if not hasattr(report, "n_undecided"):
        report = with_progress(Report.objects.filter(pk=report.pk)).get()
    counted = {
        "undecided": report.n_undecided,
        "accepted": report.n_accepted,
        "rejected": report.n_rejected,
        "public": report.n_public,
    }
    return Progress(state=_state(report, counted), failure=report.latest_failure or "", **counted)


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
        n_unpublished=count(accepted & Q(published_at__isnull=True)),
        n_public=count(visible()),
        latest_state=Subquery(latest.values("state")[:1]),
        latest_failure=Subquery(latest.values("failure")[:1]),
    )


def _or_zero(rows: QuerySet) -> Coalesce:

    return Coalesce(Subquery(rows), 0)


def _state(report, counted: dict[str, int]) -> str:
    if report.latest_state == ReadingState.QUEUED:
        return WAITING
    if report.latest_state == ReadingState.READING:
        return READING
    if counted["undecided"]:
        return TO_REVIEW
    if report.n_unpublished:
        return TO_PUBLISH
    if counted["public"]:
        return PUBLIC
    return FAILED if report.latest_state == ReadingState.FAILED else EMPTY
