"""The demonstration: our own sample reports, read by the real worker, accepted in bulk and published by demo accounts.

Only where settings.DEMO is on, since nobody looks at what is published here. Each step may run again: it takes up
what is unfinished and repeats nothing.
"""

import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import User
from django.db import transaction

from reports.extraction import settle
from reports.models import Claim, Decision, Reading, Report, Source
from reports.models.reports import digest
from reports.models.vocabulary import ClaimKind, ReadingState, Verdict

from .errors import WorkflowError
from .publish import publish_report
from .queue import send_reading
from .review import accept, missing_for_publication
from .submit import read_again, submit_report

PASSWORD = "demo-frontdesk"  # noqa: S105 - of demo accounts, told in docs/world.md; refused without settings.DEMO
ACCOUNTS = {
    "demo": ("editor", "reviewer", "publisher"),
    "demo-editor": ("editor",),
    "demo-reviewer": ("reviewer",),
    "demo-publisher": ("publisher",),
}
PATIENCE = 60.0  # seconds without any progress of a worker before we give up
BETWEEN_LOOKS = 0.2  # seconds
NEAR = 0.3  # degrees around the area of a front, some 30 km

Say = Callable[[str], None]


class DemoError(WorkflowError):
    """The demonstration cannot go on; the message says what to do."""


@dataclass(frozen=True)
class Sample:
    """One sample report. A draft is read but left to the editor who logs in."""

    file: str
    text: str
    published: date
    outlet: str
    headline: str
    draft: bool = False

    @property
    def key(self) -> str:
        return f"demo:{self.file}"


def samples(folder: Path | None = None) -> list[Sample]:
    """The samples of the project, in order of their day."""
    folder = folder or settings.BASE_DIR / "samples"
    rows = tomllib.loads((folder / "samples.toml").read_text("utf-8"))["sample"]
    return [Sample(text=(folder / row["file"]).read_text("utf-8"), **row) for row in rows]


def run_demo(say: Say, *, patience: float = PATIENCE) -> int:
    """Take all samples from file to public page. Returns how many reports were touched; DemoError with what to do."""
    if not settings.DEMO:
        raise DemoError("This publishes without review, so it runs only with FRONTDESK_DEMO=1.")
    people = create_accounts()
    reports = {sample: _find(sample) for sample in samples()}
    waiting = [report for report in reports.values() if report and _needs_reading(report)]
    for sample in [sample for sample, report in reports.items() if report is None]:
        reports[sample] = report = _submit(sample, people["demo-editor"])
        waiting.append(report)
        say(f"submitted: {report}")
    failed = _wait(waiting, say, patience)
    untouched = [r for sample, r in reports.items() if r and not sample.draft and not _decided(r)]
    for report in untouched:
        say(f"published: {report} ({_publish(report, people)} claims)")
    if failed:
        raise DemoError("Not all samples could be read. " + " ".join(failed))
    return len({report.pk for report in (*waiting, *untouched)})


def create_accounts() -> dict[str, User]:
    """The demo accounts by name. One that exists keeps its password and roles."""
    people = {}
    for name, roles in ACCOUNTS.items():
        user, new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
        if new:
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
            user.groups.set(Role.objects.filter(name__in=roles))
        people[name] = user
    return people


def _find(sample: Sample) -> Report | None:
    """The report of a sample, if it is there: ours, or that of someone who pasted the same text before."""
    ours = Report.objects.filter(idempotency_key=sample.key).first()
    return ours or Report.objects.filter(sha256=digest(settle(sample.text))).first()


def _submit(sample: Sample, editor: User) -> Report:
    outlet = Source.objects.filter(slug=sample.outlet).first()
    if outlet is None:
        raise DemoError(f"There is no source “{sample.outlet}”. Run: python manage.py load_world")
    return submit_report(
        text=sample.text,
        published=sample.published,
        outlet=outlet,
        entered_by=editor,
        headline=sample.headline,
        idempotency_key=sample.key,
    )


def _needs_reading(report: Report) -> bool:
    """Whether a reading is under way. One that failed is asked for again, one whose message was lost is sent again."""
    reading = report.latest_reading
    if reading is None or reading.state == ReadingState.FAILED:
        read_again(report, report.entered_by)
        return True
    if reading.state == ReadingState.QUEUED:
        send_reading(reading.pk)
    return ReadingState(reading.state).is_open


def _wait(reports: list[Report], say: Say, patience: float) -> list[str]:
    """Look until a worker has read them all; each finished reading renews our patience. Returns what failed and why."""
    failed = []
    deadline = time.monotonic() + patience
    for reading in _finished(reports):
        if reading is None:
            if time.monotonic() > deadline:
                raise DemoError(
                    f"No worker has finished a report in {patience:.0f} seconds. Start one "
                    "(celery -A frontdesk worker -B) and run this again: nothing is lost."
                )
            time.sleep(BETWEEN_LOOKS)
            continue
        deadline = time.monotonic() + patience
        if reading.state == ReadingState.FAILED:
            failed.append(f"{reading.report}: {reading.failure}")
        else:
            say(f"read: {reading.report} ({reading.report.claims.count()} proposals, {reading.seconds or 0:.1f} s)")
    return failed


def _finished(reports: list[Report]) -> Iterator[Reading | None]:
    """Each report's reading as it ends, and None after each look at which something is still open."""
    waiting = {report.pk for report in reports}
    while waiting:
        for pk in sorted(waiting):
            reading = Reading.objects.filter(report=pk).select_related("report").order_by("-requested_at", "-pk")[0]
            if not ReadingState(reading.state).is_open:
                waiting.discard(pk)
                yield reading
        if waiting:
            yield None


def _decided(report: Report) -> bool:
    """Whether anybody decided anything on it: the demonstration then leaves it alone."""
    return Decision.objects.filter(claim__report=report).exists()


def _publish(report: Report, people: dict[str, User]) -> int:
    """Accept in bulk what lacks nothing and publish it, in one transaction. The rest waits for a person."""
    reviewer, batch = people["demo-reviewer"], uuid4()
    with transaction.atomic():
        left_out: set[int] = set()
        undecided = Claim.objects.filter(report=report, verdict=Verdict.PROPOSED).with_parts()
        for claim in sorted(undecided, key=lambda claim: claim.kind != ClaimKind.DEVELOPMENT):
            parent = claim.pk if claim.kind == ClaimKind.DEVELOPMENT else claim.part.development_id  # type: ignore[attr-defined]
            if missing_for_publication(claim) or parent in left_out or _far_from_its_front(claim):
                left_out.add(claim.pk)
            else:
                accept(claim, reviewer, in_bulk=True, batch=batch)
        return len(publish_report(report, people["demo-publisher"]).published)


def _far_from_its_front(claim: Claim) -> bool:
    """Whether it is a pin well outside the area of the fronts it would stand for: a person looks at it first."""
    if claim.kind != ClaimKind.LOCATION:
        return False
    latitude, longitude = claim.location.latitude, claim.location.longitude
    if latitude is None or longitude is None:
        return False
    boxes = [link.front.bounds for link in claim.location.development.front_links.select_related("front")]
    return not any(box is None or _near(box, latitude, longitude) for box in boxes)


def _near(box: list[float], latitude: float, longitude: float) -> bool:
    south, west, north, east = box
    return south - NEAR <= latitude <= north + NEAR and west - NEAR <= longitude <= east + NEAR
