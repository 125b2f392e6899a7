"""Step two: one reading, from its claim by a worker to its result or its reason. Compute first, write briefly."""

import logging
import traceback
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from reports.extraction import read
from reports.geocoding import GazetteerMissing, locate
from reports.models import Reading
from reports.models.vocabulary import ReadingState

from .knowledge import desk_knowledge
from .store import store_claims

log = logging.getLogger(__name__)


def claim_reading(pk: int, *, again_after: timedelta) -> Reading | None:
    """Take a queued reading, or one that a dead worker left; None where another worker has it or it is finished."""
    now = timezone.now()
    free = Q(state=ReadingState.QUEUED) | Q(state=ReadingState.READING, started_at__lt=now - again_after)
    taken = Reading.objects.filter(free, pk=pk).update(
        state=ReadingState.READING, started_at=now, attempts=F("attempts") + 1
    )
    return Reading.objects.select_related("report__outlet").get(pk=pk) if taken else None


def read_and_store(reading: Reading) -> None:
    """Read, locate, keep. A text that breaks the reader becomes a failed reading with a reason."""
    report = reading.report
    try:
        knowledge = desk_knowledge(report.published)
        document = read(
            report.text,
            knowledge.lexicon,
            knowledge.geocoder,
            published=report.published,
            outlet=report.outlet.name,
        )
        result = locate(document, knowledge.geocoder).to_dict()
    except GazetteerMissing as problem:
        return fail_reading(reading, str(problem))
    except Exception:
        log.exception("the reader broke", extra={"reading": reading.pk, "report": report.public_id})
        return fail_reading(
            reading,
            "The reader could not make sense of this text. It is kept; try again after the next update of the reader.",
            traceback.format_exc(),
        )
    with transaction.atomic():
        if not _finish(reading, ReadingState.DONE, result=result, aliases_version=knowledge.aliases_version):
            return None  # another worker was quicker
        store_claims(reading)
    return None


def fail_reading(reading: Reading, sentence: str, detail: str = "") -> None:
    """End a reading without a result: the sentence is for the editor, the detail for whoever mends it."""
    _finish(reading, ReadingState.FAILED, failure=sentence, failure_detail=detail)


def _finish(reading: Reading, state: ReadingState, result: dict | None = None, **fields) -> bool:
    """Close the reading if this attempt still holds it. True when it did."""
    versions = (result or {}).get("reader", {})
    values = {
        "state": state,
        "finished_at": timezone.now(),
        "result": result,
        "reader_version": versions.get("reader", ""),
        "lexicon_version": versions.get("lexicon", ""),
        "gazetteer_version": versions.get("gazetteer", ""),
        **fields,
    }
    held = Reading.objects.filter(pk=reading.pk, state=ReadingState.READING, attempts=reading.attempts)
    if not held.update(**values):
        return False
    for name, value in values.items():
        setattr(reading, name, value)
    return True
