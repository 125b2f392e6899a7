"""Objects by hand for tests of the pages: a world, a report, and claims on its words, as short as they can be said.

Claims are made accepted; `publish` makes them public through the ledger, since the database refuses any other way.
"""

from datetime import UTC, date, datetime

from django.contrib.auth.models import User
from django.utils import timezone

from reports.models import (
    Claim,
    Country,
    Decision,
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
from reports.models.vocabulary import Action, ClaimKind, FrontBasis, Verdict
from reports.workflow.ledger import take_effect

DAY = date(2016, 12, 11)
ISO3 = {"SY": "SYR", "IQ": "IRQ", "TR": "TUR", "UA": "UKR", "LY": "LBY"}
NAMES = {"SY": "Syria", "IQ": "Iraq", "TR": "Turkey", "UA": "Ukraine", "LY": "Libya"}


def person(name: str = "reviewer") -> User:
    return User.objects.get_or_create(username=name)[0]


def country(iso2: str = "SY") -> Country:
    return Country.objects.get_or_create(iso2=iso2, defaults={"iso3": ISO3[iso2], "name": NAMES[iso2]})[0]


def front(slug: str = "aleppo-2016", name: str = "", countries: str = "SY", **fields) -> Front:
    """A front in countries given as "SY IQ"; its name defaults to the slug without its year."""
    name = name or slug.rsplit("-", 1)[0].replace("-", " ").title()
    made, created = Front.objects.get_or_create(
        slug=slug, defaults={"name": name, "started": date(2016, 7, 1), **fields}
    )
    if created:
        made.countries.set([country(iso2) for iso2 in countries.split()])
    return made


def group(slug: str = "islamic-state", **fields) -> Group:
    fields.setdefault("name", slug.replace("-", " ").title())
    return Group.objects.get_or_create(slug=slug, defaults=fields)[0]


def source(slug: str = "observatory", **fields) -> Source:
    fields.setdefault("name", slug.replace("-", " ").title())
    return Source.objects.get_or_create(slug=slug, defaults=fields)[0]


def report(text: str = "Troops took a village near Aleppo on Sunday.", **fields) -> Report:
    """A report of the day; `text` must be new, since no text is kept twice."""
    fields.setdefault("published", DAY)
    fields.setdefault("as_of", datetime(2016, 12, 11, 17, tzinfo=UTC))
    fields.setdefault("outlet", source("agency", is_wire=True))
    return Report.objects.create(text=text, entered_by=person("editor"), **fields)


def development(
    sentence: str, *, of: Report, fronts: list[Front] | tuple = (), said_by: Source | None = None, **fields
) -> Development:
    """The development that a sentence of the report tells; the first front is its primary one."""
    own = {name: fields.pop(name) for name in ("type", "new_front", "country") if name in fields}
    made = Development.objects.create(claim=claim(ClaimKind.DEVELOPMENT, sentence, of, said_by, **fields), **own)
    for number, one in enumerate(fronts):
        DevelopmentFront.objects.create(development=made, front=one, primary=number == 0, basis=FrontBasis.HEADING)
    return made


def figure(
    words: str, low: float | None, *, of: Development, high: float | None = None, exact: bool = True, **fields
) -> Figure:
    """A figure in the development's sentence. `exact` makes both bounds the same, unless `high` is given."""
    own = {name: fields.pop(name) for name in list(fields) if name in _FIGURE_FIELDS}
    own.setdefault("figure_kind", "killed")
    if exact and high is None and own.get("modifier", "exact") in {"exact", "approx", "almost"}:
        high = low
    made = claim(ClaimKind.FIGURE, words, of.claim.report, fields.pop("said_by", None), within=of, **fields)
    return Figure.objects.create(claim=made, development=of, low=low, high=high, **own)


def location(words: str, *, of: Development, at: tuple[float, float] | None = (36.2, 37.16), **fields) -> Location:
    """A place named in the development's sentence, where it happened unless `role` says otherwise."""
    own = {"name": words, "role": "event", "where_prec": 1, "radius_km": 5.0, "place_kind": "city"}
    own |= {name: fields.pop(name) for name in list(fields) if name in _LOCATION_FIELDS}
    made = claim(ClaimKind.LOCATION, words, of.claim.report, None, within=of, **fields)
    latitude, longitude = at or (None, None)
    return Location.objects.create(claim=made, development=of, latitude=latitude, longitude=longitude, **own)


def involvement(words: str, group: Group, *, of: Development, role: str = "actor", **fields) -> Involvement:
    made = claim(ClaimKind.INVOLVEMENT, words, of.claim.report, None, within=of, **fields)
    return Involvement.objects.create(claim=made, development=of, group=group, name=group.name, role=role)


def claim(
    kind: str, words: str, of: Report, said_by: Source | None, within: Development | None = None, **fields
) -> Claim:
    """The shared part of a claim, accepted by the reviewer, on the first occurrence of its words."""
    start = of.text.index(words, within.claim.start if within else 0)
    fields.setdefault("date_start", within.claim.date_start if within else DAY)
    fields.setdefault("date_end", within.claim.date_end if within else fields["date_start"])
    fields.setdefault("date_precision", "day")
    fields.setdefault("reported_at", of.reported_at)
    fields.setdefault("status", within.claim.status if within else "current")
    return Claim.objects.create(
        kind=kind,
        report=of,
        start=start,
        end=start + len(words),
        source=said_by or (within.claim.source if within else source()),
        verdict=Verdict.ACCEPTED,
        reviewed_by=person(),
        reviewed_at=timezone.now(),
        **fields,
    )


def publish(*parts, at: datetime | None = None) -> None:
    """Make claims public as of an instant (now), each by a decision in the ledger."""
    at = at or timezone.now()
    for part in parts:
        made = part if isinstance(part, Claim) else part.claim
        by = person("publisher")
        decision = Decision.objects.create(claim=made, action=Action.PUBLISH, by=by, role="publisher", at=at)
        take_effect(made, decision)


def withdraw(part, why: str = "The outlet took it back.") -> None:
    by = person("publisher")
    decision = Decision.objects.create(claim=part.claim, action=Action.WITHDRAW, by=by, role="publisher", why=why)
    take_effect(part.claim, decision)


_FIGURE_FIELDS = {
    *("modifier", "figure_kind", "unit", "subject", "subject_class", "scope", "denominator", "vague", "derived"),
    *("part_of", "same_as"),
}
_LOCATION_FIELDS = {"name", "role", "where_prec", "radius_km", "place_kind", "country", "geometry", "relation", "place"}
