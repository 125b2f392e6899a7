"""Somebody says who holds a place: a report of one sentence, with a public control claim on it."""

from datetime import date

from reports.models import Claim, ControlClaim, Front, Group
from tests.public import making as make


def says(
    source: str,
    words: str,
    holder: str | None,
    day: int,
    place: str = "Palmyra",
    *,
    status: str = "controlled",
    contender: str | None = None,
    front: Front | None = None,
    at: dict | None = None,
    **fields,
) -> Claim:
    """`words` and the place make the sentence, `at` are fields of the location, `fields` those of the source."""
    report = make.report(f"{words} {place}, {source} said on {day} December.")
    when = date(2016, 12, day)
    said_by = make.source(source, **fields)
    one = make.development(report.text, of=report, fronts=[front or make.front()], said_by=said_by, date_start=when)
    location = make.location(place, of=one, **(at or {}))
    claim = make.claim("control", f"{words} {place}", report, None, within=one)
    ControlClaim.objects.create(
        claim=claim,
        development=one,
        location=location,
        control_status=status,
        holder=_group(holder),
        contender=_group(contender),
    )
    make.publish(one, location, claim)
    return claim


def _group(slug: str | None) -> Group | None:
    return make.group(slug) if slug else None
