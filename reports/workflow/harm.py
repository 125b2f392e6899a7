"""Do no harm: show a claim later, show a place only roughly, or do not show something at all; each with a reason.

What is hidden is hidden where it is kept, not where it is shown: a blurred place stands in its own row as the district,
and its name is covered in the report's public text (`reports.models.covering`) and in the fields that repeat it. So no
page, export or search can give it away. The exact values stay in the ledger, for the desk, and come back with `lift`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.extraction.folding import fold
from reports.models import Claim, Decision, Report
from reports.models.vocabulary import Action, ClaimKind, Verdict

from .areas import Area
from .consequences import HELD_BY, LIFTS, UNTIL
from .covers import cover, hidden_names, without
from .errors import NotAllowed, NotReady
from .ledger import bump, decide
from .roles import role_of
from .snapshot import plain, snapshot

# Fields that repeat words of the text, by the kind of claim: they would name a hidden place.
WORDED = {
    ClaimKind.DEVELOPMENT: ("source_words", "new_front"),
    ClaimKind.FIGURE: ("source_words", "subject", "denominator", "unit"),
    ClaimKind.LOCATION: ("source_words",),
    ClaimKind.INVOLVEMENT: ("source_words", "name"),
    ClaimKind.CONTROL: ("source_words",),
}

# Fields of a place that tell where it is: of a blurred one they are the area's (`Area.fields`).
PLACED = (
    *("name", "place_kind", "country", "latitude", "longitude", "radius_km", "where_prec"),
    *("geometry", "relation", "place", "gazetteer", "gazetteer_id"),
)


def delay(claim: Claim, until: datetime, by, why: str, *, expected_version: int | None = None) -> None:
    """Show a claim no earlier than an instant, published or not; what was public goes out of sight until then."""
    _may(by, why)
    if until <= timezone.now():
        raise NotReady(_("Choose a time that lies ahead."))
    _hide(claim, Action.DELAY, by, why, expected_version, changes={UNTIL: until.isoformat()})


def withhold(claim: Claim, by, why: str, *, expected_version: int | None = None) -> None:
    """Do not show a claim, published or not, until someone lifts that."""
    _may(by, why)
    if claim.withheld_at is not None:
        raise NotReady(_("This is withheld already."))
    _hide(claim, Action.WITHHOLD, by, why, expected_version)


def blur(claim: Claim, area: Area, by, why: str, *, expected_version: int | None = None) -> None:
    """Show a place as the district or province around it, wherever this report names it."""
    _may(by, why)
    if claim.kind != ClaimKind.LOCATION:
        raise NotReady(_("Only a place can be blurred. Withhold this instead."))
    if claim.blurred_at is not None:
        raise NotReady(_("This is blurred already. Show it again first."))
    batch, report = uuid4(), claim.report
    with transaction.atomic():
        bump(report, expected_version)
        names = hidden_names(claim)
        for one in _same_place(claim, names):
            decide(one, Action.BLUR, by, why=why, changes=area.fields, batch=batch)
        _cover_fields(report, names, by, why, batch)
        cover(report)


def lift(claim: Claim, what: Action, by, why: str, *, expected_version: int | None = None) -> None:
    """Take back what keeps a claim out of sight; of a blur, all that was covered with it."""
    _may(by, why, "reports.publish_claim")
    held = HELD_BY[what]
    if getattr(claim, held) is None:
        raise NotReady(_("That is not in force here."))
    decision = Decision.objects.filter(claim=claim, action=what).order_by("at", "pk").last()
    with transaction.atomic():
        bump(claim.report, expected_version)
        if decision and decision.batch:
            _uncover_fields(claim.report, decision.batch, by, why)
            for one in Claim.objects.filter(decisions__batch=decision.batch).exclude(pk=claim.pk).distinct():
                _lift_one(one, Action.BLUR, by, why)
            if what != Action.BLUR:
                _lift_one(claim, Action.BLUR, by, why)
        _lift_one(claim, what, by, why)
        cover(claim.report)


def _hide(claim: Claim, action: Action, by, why: str, version: int | None, changes: dict | None = None) -> None:
    """Delay or withhold. The words of a part are covered in the sentence, a place's name wherever the report has it."""
    if claim.verdict == Verdict.REJECTED:
        raise NotReady(_("This was rejected: nobody sees it."))
    batch, report = uuid4(), claim.report
    with transaction.atomic():
        bump(report, version)
        decide(claim, action, by, why=why, changes=changes, batch=batch)
        if claim.kind == ClaimKind.LOCATION:
            _cover_fields(report, hidden_names(claim), by, why, batch)
        cover(report)


def _same_place(claim: Claim, names: Iterable[str]) -> list[Claim]:
    """The claims on this place in its report: the neighbour's pin would tell where the blurred one is."""
    folded = {fold(name) for name in names}
    beside = Claim.objects.filter(report=claim.report, kind=ClaimKind.LOCATION, blurred_at__isnull=True)
    beside = beside.exclude(verdict=Verdict.REJECTED).with_parts()
    return [one for one in beside if one.pk == claim.pk or {fold(one.location.name), fold(one.quote)} & folded]


def _cover_fields(report: Report, names: list[str], by, why: str, batch: UUID) -> None:
    """Cover the names in what claims and the headline repeat of the text."""
    for one in Claim.objects.filter(report=report).exclude(verdict=Verdict.REJECTED).with_parts():
        now = snapshot(one)
        told = {name: now[name] for name in WORDED[ClaimKind(one.kind)] if now[name]}
        if changes := {name: new for name, old in told.items() if (new := without(old, names)) != old}:
            decide(one, Action.BLUR, by, why=why, changes=changes, batch=batch)
    if (headline := without(report.headline, names)) != report.headline:
        _set_headline(report, headline, Action.BLUR, by, why, batch)


def _uncover_fields(report: Report, batch: UUID, by, why: str) -> None:
    """The headline as it was, if a decision of this batch covered it."""
    for decision in Decision.objects.filter(report=report, batch=batch, action=Action.BLUR):
        if report.headline == decision.after.get("headline"):
            _set_headline(report, decision.before["headline"], Action.LIFT, by, why, None)


def _set_headline(report: Report, headline: str, action: Action, by, why: str, batch: UUID | None) -> None:
    before, report.headline = report.headline, headline
    report.save(update_fields=["headline"])
    Decision.objects.create(
        report=report, action=action, by=by, role=role_of(by), why=why.strip(), batch=batch,
        before={"headline": before}, after={"headline": headline},
    )  # fmt: skip


def _lift_one(claim: Claim, what: Action, by, why: str) -> None:
    """Give back the fields as they were before, where nobody changed them since."""
    if getattr(claim, HELD_BY[what]) is None:
        return
    now, back = snapshot(claim), dict[str, Any]()
    for decision in Decision.objects.filter(claim=claim, action=Action.BLUR).order_by("-at", "-pk"):
        if what != Action.BLUR:
            break
        back |= {name: decision.before[name] for name, new in decision.after.items() if now.get(name) == new}
        now |= back
    decide(claim, Action.LIFT, by, why=why, changes=plain(back) | {LIFTS: str(what)})


def _may(by, why: str, permission: str = "reports.review_claim") -> None:
    """Who reviews may hide; who publishes may show again."""
    if not by.has_perm(permission):
        raise NotAllowed(_("Your account may not decide what is shown."))
    if not why.strip():
        raise NotReady(_("Say why: readers see the reason, so do not name in it what is hidden."))
