"""Which earlier reports a text is like: an update of one, or nearly its copy. An offer for the editor, no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from reports.extraction.likeness import sample, shared, shingles, stem
from reports.models import Report, Shingle, Source

ENOUGH = 0.3  # of the smaller text stands in the other: two updates of one story; unrelated reports share under 0.05
CLOSE = 0.9  # so much is nearly a copy
HITS = 2  # numbers of the sample in common before a text is looked at
CANDIDATES = 5
SERIES = timedelta(days=3)  # so long a series may pause between two numbers


@dataclass(frozen=True)
class Likeness:
    """An earlier report, how much of the smaller text is in the other (0 to 1), and whether they are of one series."""

    report: Report
    shared: float
    series: bool

    @property
    def percent(self) -> int:
        return round(100 * self.shared)

    @property
    def is_nearly_a_copy(self) -> bool:
        return self.shared >= CLOSE


def keep_shingles(report: Report) -> None:
    """Make a report findable by its likes."""
    numbers = sample(shingles(report.text))
    Shingle.objects.bulk_create([Shingle(report=report, number=number) for number in numbers], batch_size=400)


def likes_of(
    text: str, *, published: date | None, outlet: Source | None = None, headline: str = "", but: Report | None = None
) -> list[Likeness]:
    """Reports of that day or before which the text may update, the likest first; three queries."""
    mine = shingles(text)
    earlier = Report.objects.exclude(pk=but.pk) if but else Report.objects.all()
    if published:
        earlier = earlier.filter(published__lte=published)
    series = set(_series(earlier, published, outlet, headline))
    candidates = {*_by_index(mine), *series}
    found = [
        Likeness(report, shared(mine, shingles(report.text)), report.pk in series)
        for report in earlier.filter(pk__in=candidates).select_related("outlet")
    ]
    likely = [one for one in found if one.shared >= ENOUGH or one.series]
    return sorted(likely, key=lambda one: (one.shared, one.report.published, one.report.pk), reverse=True)[:CANDIDATES]


def likes_of_report(report: Report) -> list[Likeness]:
    """Of a report that is kept already: those entered before it."""
    found = likes_of(
        report.text, published=report.published, outlet=report.outlet, headline=report.headline, but=report
    )
    return [one for one in found if one.report.pk < report.pk]


def _by_index(numbers: set[int]) -> Iterable[int]:
    hits = Shingle.objects.filter(number__in=sample(numbers)).values("report").annotate(n=Count("pk")).order_by("-n")
    return hits.filter(n__gte=HITS).values_list("report", flat=True)[: CANDIDATES + 1]


def _series(earlier, published: date | None, outlet: Source | None, headline: str) -> Iterable[int]:
    """Reports of the same outlet, a few days back, whose headline differs in its day or number only."""
    mine = stem(headline)
    if not (mine and published and outlet):
        return []
    near = earlier.filter(outlet=outlet, published__gte=published - SERIES).values_list("pk", "headline")
    return [pk for pk, other in near if stem(other) == mine]
