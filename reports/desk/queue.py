"""The first page of the desk: what waits, how long and on which front, what failed, what is being read, what is public.

Lists are cut to a dozen and told with their whole number; only what is shown is counted claim by claim.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, DevelopmentFront, Reading, Report
from reports.models.querysets import ReadingQuerySet, seen, waiting
from reports.models.vocabulary import ReadingState, Verdict
from reports.workflow.progress import with_progress

MOST = 12
MOST_FRONTS = 15
AGES = (
    *((timedelta(hours=1), _("under an hour")), (timedelta(hours=6), _("1 to 6 hours"))),
    *((timedelta(hours=24), _("6 to 24 hours")), (timedelta.max, _("more than a day"))),
)


@dataclass(frozen=True)
class FrontWaits:
    """A front on which reports wait for review: how many, and since when the oldest."""

    name: str
    slug: str
    reports: int
    oldest: datetime


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
    n_open: int
    ages: list[tuple[str, int]]  # how many wait for review, by how long
    fronts: list[FrontWaits]

    @property
    def is_empty(self) -> bool:
        return not (self.failed or self.open or self.to_review or self.to_publish or self.public)


def desk_queue() -> Queue:
    """What the desk has to do now; a constant number of queries."""
    read = Report.objects.exclude(_has(Reading.objects.open()))
    open_claims, decided = (
        Claim.objects.filter(verdict=Verdict.PROPOSED),
        Claim.objects.exclude(verdict=Verdict.PROPOSED),
    )
    to_review = read.filter(_has(open_claims))
    to_publish = read.filter(_has(Claim.objects.filter(waiting())), ~_has(open_claims))
    failed = _latest_readings().filter(state=ReadingState.FAILED).order_by("-finished_at")
    opened = _latest_readings().open().order_by("requested_at")
    ages = _ages(to_review)
    # What nobody touched comes before what only has leftovers.
    in_order = to_review.annotate(touched=_has(decided)).order_by("touched", "entered_at", "pk")
    return Queue(
        failed=list(failed[:MOST]),
        open=list(opened[:MOST]),
        to_review=_shown(in_order),
        to_publish=_shown(to_publish.order_by("entered_at", "pk")),
        public=_shown(Report.objects.filter(_has(Claim.objects.filter(seen()))).order_by("-entered_at", "-pk")),
        n_to_review=sum(count for _label, count in ages),
        n_to_publish=to_publish.count(),
        n_failed=failed.count(),
        n_open=Reading.objects.open().count(),
        ages=ages,
        fronts=_fronts(to_review),
    )


def _has(rows: QuerySet) -> Exists:
    return Exists(rows.filter(report=OuterRef("pk")).order_by())


def _shown(reports: QuerySet) -> list[Report]:
    """The first dozen, with their claims counted."""
    pks = list(reports.values_list("pk", flat=True)[:MOST])
    counted = with_progress(Report.objects.filter(pk__in=pks).select_related("outlet", "entered_by").defer("text"))
    found = {report.pk: report for report in counted}
    return [found[pk] for pk in pks]


def _ages(reports: QuerySet) -> list[tuple[str, int]]:
    now, younger, counts = timezone.now(), Q(), {}
    for number, (age, _label) in enumerate(AGES):
        here = Q() if age is timedelta.max else Q(entered_at__gt=now - age)
        counts[f"age_{number}"] = Count("pk", filter=here & ~younger if younger else here)
        younger = here
    counted = reports.order_by().aggregate(**counts)
    return [(str(label), counted[f"age_{number}"]) for number, (_age, label) in enumerate(AGES)]


def _fronts(reports: QuerySet) -> list[FrontWaits]:
    """The fronts that waiting reports tell of, those first that wait longest."""
    links = DevelopmentFront.objects.filter(primary=True, development__claim__report__in=reports.values("pk"))
    links = links.exclude(development__claim__verdict=Verdict.REJECTED)
    found = links.values_list("front__name", "front__slug").annotate(
        n=Count("development__claim__report", distinct=True), oldest=Min("development__claim__report__entered_at")
    )
    return [FrontWaits(*row) for row in found.order_by("oldest", "front__slug")[:MOST_FRONTS]]


def _latest_readings() -> ReadingQuerySet:
    """The last reading of each report: a failure that was read again since is no longer news."""
    latest = Reading.objects.filter(report=OuterRef("report")).order_by("-requested_at", "-pk").values("pk")[:1]
    return Reading.objects.filter(pk=Subquery(latest)).select_related("report__outlet").defer("result", "report__text")
