"""Step one: a pasted text becomes a report with a queued reading, and a worker hears of it after commit."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from reports.extraction import settle
from reports.models import Reading, Report, Source
from reports.models.reports import digest
from reports.models.vocabulary import ReadingState

from .errors import DuplicateReport, NoReading
from .likeness import keep_shingles
from .queue import send_reading


def submit_report(
    *,
    text: str | bytes,
    published: date,
    outlet: Source,
    entered_by,
    headline: str = "",
    url: str = "",
    as_of: datetime | None = None,
    supersedes: Report | None = None,
    idempotency_key: str | None = None,
    request_sha256: str = "",
) -> Report:
    """Settle and keep the text, queue its reading.

    Raises `reports.extraction.UnreadableText` with a sentence for the editor, or `DuplicateReport`. The same
    idempotency key returns the report it made before.
    """
    settled = settle(text)
    if earlier := _of_key(idempotency_key):
        return earlier
    sha256 = digest(settled)
    _refuse_copy(sha256)
    try:
        with transaction.atomic():
            report = Report.objects.create(
                text=settled,
                sha256=sha256,
                published=published,
                outlet=outlet,
                entered_by=entered_by,
                headline=headline.strip(),
                url=url,
                as_of=as_of,
                supersedes=supersedes,
                idempotency_key=idempotency_key,
                request_sha256=request_sha256,
            )
            keep_shingles(report)
            _queue(report, entered_by)
    except IntegrityError:
        if earlier := _of_key(idempotency_key):
            return earlier  # the same request came twice in one moment
        _refuse_copy(sha256)  # two editors pasted it in the same moment
        raise
    return report


def read_again(report: Report, by) -> Reading:
    """Queue another reading: a retry after a failure, or a newer reader. Decided claims stay as they are.

    Raises NoReading where one is under way already.
    """
    if report.readings.open().exists():
        raise NoReading("This report is being read already. Wait for it, or look at the worker.")
    with transaction.atomic():
        return _queue(report, by)


def _queue(report: Report, by) -> Reading:
    reading = Reading.objects.create(report=report, requested_by=by, state=ReadingState.QUEUED)
    transaction.on_commit(lambda: send_reading(reading.pk))
    return reading


def _of_key(idempotency_key: str | None) -> Report | None:
    return Report.objects.filter(idempotency_key=idempotency_key).first() if idempotency_key else None


def _refuse_copy(sha256: str) -> None:
    if copy := Report.objects.filter(sha256=sha256).first():
        raise DuplicateReport(copy)
