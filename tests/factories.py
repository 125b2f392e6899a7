"""Rows as the reader leaves them, for tests of the workflow: a report with proposals that nobody decided yet.

`tests/public/making.py` makes claims that are decided already, for tests of the pages.
"""

from datetime import date

from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import User

from reports.models import (
    Alias,
    Claim,
    ControlClaim,
    Country,
    Development,
    DevelopmentFront,
    Figure,
    Front,
    Group,
    Involvement,
    Location,
    Report,
    Source,
)
from reports.workflow.publish import publish_report
from reports.workflow.review import accept

TEXT = "The Observatory said at least 40 people were killed in Aleppo on Sunday. Rebels left two villages."


def person(name: str = "Noor", *roles: str) -> User:
    """A staff account with the given roles ('editor', 'reviewer', 'publisher'); all three where none is given."""
    user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    user.groups.set(Role.objects.filter(name__in=roles or ("editor", "reviewer", "publisher")))
    return User.objects.get(pk=user.pk)


def country(iso2: str = "SY", name: str = "Syria", iso3: str = "") -> Country:
    return Country.objects.get_or_create(iso2=iso2, defaults={"name": name, "iso3": iso3 or iso2 + "R"})[0]


def source(slug: str = "sohr", name: str = "Syrian Observatory for Human Rights", **fields) -> Source:
    row, _ = Source.objects.get_or_create(slug=slug, defaults={"name": name, "kind": "monitor", **fields})
    return row


def outlet(slug: str = "afp", name: str = "AFP") -> Source:
    return source(slug, name, kind="wire", is_wire=True)


def group(slug: str = "islamic-state", name: str = "Islamic State", **fields) -> Group:
    return Group.objects.get_or_create(slug=slug, defaults={"name": name, "actor_type": "Rebel group", **fields})[0]


def front(slug: str = "aleppo-2016", name: str = "Aleppo", iso2: str = "SY", **fields) -> Front:
    defaults = {"name": name, "started": date(2016, 6, 1), "ended": date(2016, 12, 31), **fields}
    row, made = Front.objects.get_or_create(slug=slug, defaults=defaults)
    if made:
        row.countries.add(country(iso2))
        Alias.objects.create(front=row, text=name)
    return row


def report(text: str = TEXT, **fields) -> Report:
    defaults = {
        "published": date(2016, 12, 11),
        "outlet": fields.pop("outlet", None) or outlet(),
        "entered_by": fields.pop("entered_by", None) or person(),
    }
    return Report.objects.create(text=text, **defaults | fields)


def claim(in_report: Report, kind: str, words: str, **fields) -> Claim:
    """A proposal over the first occurrence of some words of the report."""
    start = in_report.text.index(words)
    defaults = {
        "source": in_report.outlet,
        "date_start": in_report.published,
        "date_end": in_report.published,
        "date_precision": "day",
        "reported_at": in_report.reported_at,
    }
    return Claim.objects.create(report=in_report, kind=kind, start=start, end=start + len(words), **defaults | fields)


CLAIM_FIELDS = {
    "source",
    "source_words",
    "status",
    "date_start",
    "date_end",
    "date_precision",
    "date_basis",
    "confidence",
}


def _split(fields: dict) -> tuple[dict, dict]:
    shared = {name: value for name, value in fields.items() if name in CLAIM_FIELDS}
    return shared, {name: value for name, value in fields.items() if name not in CLAIM_FIELDS}


def development(in_report: Report, words: str | None = None, on: Front | None = None, **fields) -> Development:
    """A development over a sentence (the report's first one), on a front (Aleppo, unless told)."""
    shared, own = _split(fields)
    words = words or in_report.text.split(". ")[0]
    row = Development.objects.create(claim=claim(in_report, "development", words, **shared), **{"type": "clash", **own})
    DevelopmentFront.objects.create(development=row, front=on or front(), basis="heading")
    return row


def figure(of: Development, words: str = "at least 40 people were killed", **fields) -> Figure:
    shared, own = _split(fields)
    defaults = {"low": 40, "high": None, "modifier": "at_least", "figure_kind": "killed", "unit": "people"}
    return Figure.objects.create(
        claim=claim(of.claim.report, "figure", words, **shared), development=of, **defaults | own
    )


def location(of: Development, words: str = "Aleppo", **fields) -> Location:
    shared, own = _split(fields)
    defaults = {
        "name": words,
        "role": "event",
        "place_kind": "city",
        "country": country(),
        "latitude": 36.2,
        "longitude": 37.16,
        "radius_km": 5,
        "where_prec": 1,
    }
    return Location.objects.create(
        claim=claim(of.claim.report, "location", words, **shared), development=of, **defaults | own
    )


def involvement(of: Development, words: str = "Rebels", in_group: Group | None = None, **fields) -> Involvement:
    shared, own = _split(fields)
    return Involvement.objects.create(
        claim=claim(of.claim.report, "involvement", words, **shared),
        development=of,
        **{"group": in_group or group(), "name": words, "role": "actor", **own},
    )


def control(of: Development, words: str, at: Location | None = None, **fields) -> ControlClaim:
    shared, own = _split(fields)
    return ControlClaim.objects.create(
        claim=claim(of.claim.report, "control", words, **shared),
        development=of,
        **{"location": at, "control_status": "controlled", **own},
    )


def publish(in_report: Report, by: User | None = None) -> None:
    """Accept and publish all that the report holds, through the ledger."""
    by = by or person()
    for row in Claim.objects.filter(report=in_report, verdict="proposed").with_parts():
        accept(row, by)
    publish_report(in_report, by)
