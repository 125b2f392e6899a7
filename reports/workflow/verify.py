"""Every promise, checked again over the whole database. Each check is a sentence that holds for every row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import F, Q

from reports.models import Claim, Decision, Figure, Location, Reading, Report, promises
from reports.models.reports import digest
from reports.models.vocabulary import Action, ClaimKind, PlaceRole, ReadingState, Verdict

from .replay import differences

Check = Callable[[], Iterator[tuple[int, str | None]]]


@dataclass
class Outcome:
    """One promise: how many rows were looked at, and sentences on those that break it."""

    promise: str
    checked: int = 0
    broken: list[str] = field(default_factory=list)


def verify() -> list[Outcome]:
    """Check all promises. Reads everything, changes nothing."""
    outcomes = []
    for promise, check in CHECKS.items():
        outcome = Outcome(promise)
        for rows, problem in check():
            outcome.checked += rows
            if problem:
                outcome.broken.append(problem)
        outcomes.append(outcome)
    return outcomes


def _texts_unchanged() -> Iterator[tuple[int, str | None]]:
    for report in Report.objects.iterator(chunk_size=200):
        yield (
            1,
            None if digest(report.text) == report.sha256 else f"{report.public_id}: not the text as pasted",
        )


def _spans() -> Iterator[tuple[int, str | None]]:
    for claim in Claim.objects.select_related("report").order_by("report_id").iterator(chunk_size=500):
        words = claim.report.text[claim.start : claim.end]
        good = len(words) == claim.end - claim.start and words.strip()
        yield 1, None if good else f"{claim.public_id}: its span is not in the text"


def _readings() -> Iterator[tuple[int, str | None]]:
    """Every mention of every reading gives back its words."""
    for reading in Reading.objects.filter(state=ReadingState.DONE).select_related("report").iterator(chunk_size=50):
        text = reading.report.text
        if reading.document["text"] != text:
            yield 0, f"reading {reading.pk}: its text is not the report's"
        for key in ("figures", "places", "groups", "sources", "dates"):
            for index, mention in enumerate(reading.document[key]):
                good = mention["text"] and text[mention["start"] : mention["end"]] == mention["text"]
                yield 1, None if good else f"reading {reading.pk}: {key}/{index} is not in the text"


def _public_is_reviewed() -> Iterator[tuple[int, str | None]]:
    for claim in Claim.objects.filter(published_at__isnull=False):
        good = (
            claim.verdict == Verdict.ACCEPTED
            and claim.reviewed_by_id
            and claim.date_start
            and claim.date_end
            and claim.source_id
        )
        yield 1, None if good else f"{claim.public_id}: public without review, day or source"


def _public_by_decision() -> Iterator[tuple[int, str | None]]:
    decided = set(Decision.objects.filter(action=Action.PUBLISH).values_list("claim_id", flat=True))
    for pk, public_id in Claim.objects.filter(published_at__isnull=False).values_list("pk", "public_id"):
        yield 1, None if pk in decided else f"{public_id}: public without a decision"


def _bounds() -> Iterator[tuple[int, str | None]]:
    broken = set(Figure.objects.filter(low__gt=F("high")).values_list("pk", flat=True))
    broken |= set(Figure.objects.filter(low__isnull=True, high__isnull=True).values_list("pk", flat=True))
    yield Figure.objects.count() - len(broken), None
    for pk in broken:
        yield 1, f"figure {pk}: low is above high, or it has no bound"


def _periods() -> Iterator[tuple[int, str | None]]:
    broken = Claim.objects.filter(
        Q(date_end__lt=F("date_start")) | Q(date_start__isnull=True, date_end__isnull=False)
    ).values_list("public_id", flat=True)
    yield Claim.objects.count() - len(broken), None
    for public_id in broken:
        yield 1, f"{public_id}: it ends before it starts"


def _pins() -> Iterator[tuple[int, str | None]]:
    pinned = Location.objects.public().filter(latitude__isnull=False).exclude(role=PlaceRole.CONTEXT)
    for location in pinned.select_related("claim"):
        good = location.role == PlaceRole.EVENT
        yield 1, None if good else f"{location.claim.public_id}: a {location.role} has a pin"


def _parts() -> Iterator[tuple[int, str | None]]:
    for claim in Claim.objects.with_parts():
        try:
            ok = claim.part.pk == claim.pk
        except ObjectDoesNotExist:
            ok = False
        yield 1, None if ok else f"{claim.public_id}: the row of its kind is missing"


def _children_of_public() -> Iterator[tuple[int, str | None]]:
    """A public figure, place, group or control was published after its development."""
    for claim in Claim.objects.filter(published_at__isnull=False).exclude(kind=ClaimKind.DEVELOPMENT).with_parts():
        parent = claim.part.development.claim  # type: ignore[attr-defined]
        yield 1, None if parent.published_at else f"{claim.public_id}: public inside an unpublished development"


def _ledger() -> Iterator[tuple[int, str | None]]:
    for claim in Claim.objects.filter(Q(decisions__isnull=False) | ~Q(verdict=Verdict.PROPOSED)).distinct():
        problems = list(differences(claim))
        yield 1, problems[0] if problems else None


def _triggers() -> Iterator[tuple[int, str | None]]:
    kept = promises.installed(connection)
    for promise in promises.PROMISES:
        yield 1, None if promise.name in kept else f"the database does not keep {promise.name}"


CHECKS: dict[str, Check] = {
    "the text of a report is what was pasted": _texts_unchanged,
    "a claim's span gives back words of its report": _spans,
    "every mention of a reading gives back its words": _readings,
    "a claim has the row of its kind": _parts,
    "what is public was reviewed, is dated and has a source": _public_is_reviewed,
    "what is public was published by a decision": _public_by_decision,
    "what hangs on a development is public only after it": _children_of_public,
    "low is not above high, and one of them is there": _bounds,
    "a period ends after it starts": _periods,
    "only places where something happened have a pin": _pins,
    "claims and versions are what the ledger makes them": _ledger,
    "the database keeps its triggers": _triggers,
}
