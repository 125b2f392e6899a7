"""Step four: a person accepts, corrects or rejects each proposal, or adds what the reader missed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from reports.models import Claim, ControlClaim, Development, Figure, Involvement, Location, Report
from reports.models.vocabulary import Action, ClaimKind, DateBasis, FigureKind, PlaceRole, Verdict

from .errors import NotAllowed, NotReady
from .ledger import bump, decide
from .snapshot import CLAIM_FIELDS, FRONTS, LOCATIONS, PART_FIELDS, editable, plain
from .warnings import warnings_of

PART_MODELS: dict[str, Any] = {
    ClaimKind.DEVELOPMENT: Development,
    ClaimKind.FIGURE: Figure,
    ClaimKind.LOCATION: Location,
    ClaimKind.INVOLVEMENT: Involvement,
    ClaimKind.CONTROL: ControlClaim,
}


def accept(
    claim: Claim,
    by,
    *,
    why: str = "",
    in_bulk: bool = False,
    batch: UUID | None = None,
    expected_version: int | None = None,
) -> None:
    """Hold it to be what the text says. Publishing is another step."""
    may_review(by)
    decide(claim, Action.ACCEPT, by, why=why, in_bulk=in_bulk, batch=batch, expected_version=expected_version)


def reject(claim: Claim, by, *, why: str = "", batch: UUID | None = None, expected_version: int | None = None) -> None:
    """The text does not say this. A published claim is withdrawn instead, with a reason."""
    may_review(by)
    if claim.is_public:
        raise NotReady(_("This is public. Withdraw it, with a reason."))
    decide(claim, Action.REJECT, by, why=why, batch=batch, expected_version=expected_version)


def correct(claim: Claim, by, changes: dict[str, Any], *, why: str = "", expected_version: int | None = None) -> None:
    """Change fields (see `snapshot.editable`) and hold the result. A public claim asks for a reason.

    Where a second person must publish it (`asks_for_two`), what was public is withdrawn until one does.
    Raises NotReady with a sentence where a field is unknown or the reason is missing.
    """
    may_review(by)
    unknown = set(changes) - set(editable(claim.kind))
    if unknown:
        raise NotReady(_("These fields cannot be corrected: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if claim.is_public and not why.strip():
        raise NotReady(_("This is public. Say why it is corrected."))
    if claim.blurred_at is not None and set(changes) - {*CLAIM_FIELDS, "role", "development"}:
        raise NotReady(_("Readers see this only roughly. Show it exactly again first, then correct it."))
    if {"date_start", "date_end"} & set(changes):
        changes = {"date_basis": DateBasis.EDITOR, **changes}
    with transaction.atomic():
        bump(claim.report, expected_version)
        if claim.is_public and asks_for_two(claim, changes):
            decide(claim, Action.WITHDRAW, by, why=why)  # until a second person publishes what the first corrected
        decide(claim, Action.CORRECT, by, why=why, changes=plain(changes))


def add_claim(
    report: Report,
    by,
    *,
    kind: str,
    start: int,
    end: int,
    development: Development | None = None,
    batch: UUID | None = None,
    expected_version: int | None = None,
    **fields: Any,
) -> Claim:
    """A claim that the reader missed, over words an editor selected. It is accepted by who adds it."""
    may_review(by)
    if kind != ClaimKind.DEVELOPMENT and development is None:
        raise NotReady(_("Say which development this belongs to."))
    parent = development.claim if development else None
    shared = {name: fields[name] for name in CLAIM_FIELDS if name in fields}
    if parent:
        shared = {name: getattr(parent, name) for name in CLAIM_FIELDS} | shared
    own = {name: fields[name] for name in PART_FIELDS[kind] if name in fields}
    with transaction.atomic():
        claim = Claim.objects.create(
            report=report, kind=kind, start=start, end=end, reported_at=report.reported_at, **shared
        )
        if development is not None:
            own["development"] = development
        PART_MODELS[kind].objects.create(claim=claim, **own)
        links = plain({name: fields[name] for name in (FRONTS, LOCATIONS) if name in fields})
        decide(claim, Action.ADD, by, changes=links, batch=batch, expected_version=expected_version)
    return claim


@dataclass
class BulkResult:
    """What one key press accepted, and what waits for a decision of its own, with the reason."""

    accepted: list[Claim] = field(default_factory=list)
    left: list[tuple[Claim, str]] = field(default_factory=list)


def accept_rest(report: Report, by, *, expected_version: int | None = None) -> BulkResult:
    """Accept all proposals that are left, but for those that are decided one by one."""
    may_review(by)
    result, batch = BulkResult(), uuid4()
    with transaction.atomic():
        bump(report, expected_version)
        warned = warnings_of(report)
        for claim in Claim.objects.filter(report=report, verdict=Verdict.PROPOSED).with_parts():
            if reason := needs_single_decision(claim, warned.get(claim.pk, ())):
                result.left.append((claim, reason))
            else:
                accept(claim, by, in_bulk=True, batch=batch)
                result.accepted.append(claim)
    report.refresh_from_db(fields=["review_version"])
    return result


def needs_single_decision(claim: Claim, warnings: Sequence[str] = ()) -> str:
    """Why a claim must not be accepted in bulk, in words; empty where it may. `warnings` are those of `warnings_of`."""
    if claim.kind == ClaimKind.CONTROL:
        return _("who holds a place is decided one by one")
    if claim.kind == ClaimKind.FIGURE and claim.figure.figure_kind == FigureKind.KILLED:
        return _("figures of killed are decided one by one")
    if warnings:
        return warnings[0]
    if claim.confidence is not None and claim.confidence < settings.CONFIDENCE_LINE:
        return _("the reader is unsure (%(percent)d%%)") % {"percent": round(claim.confidence * 100)}
    return missing_for_publication(claim)


def asks_for_two(claim: Claim, changes: dict[str, Any] | None = None) -> bool:
    """Whether one person reviews and another publishes: figures of killed and control, where the setting asks."""
    kind = (changes or {}).get("figure_kind")
    killed = claim.kind == ClaimKind.FIGURE and FigureKind.KILLED in (kind, claim.figure.figure_kind)
    return settings.SECOND_PAIR_OF_EYES and (killed or claim.kind == ClaimKind.CONTROL)


def missing_for_publication(claim: Claim) -> str:
    """What an accepted claim still lacks to be public, in words; empty where nothing."""
    if claim.source_id is None:
        return _("it has no source")
    if claim.date_start is None:
        return _("it has no day")
    if claim.kind == ClaimKind.DEVELOPMENT and not claim.development.front_links.exists():
        name = claim.development.new_front
        return _("new front? “%(name)s”") % {"name": name} if name else _("it belongs to no front yet")
    if claim.kind == ClaimKind.INVOLVEMENT and claim.involvement.group_id is None:
        return _("the group is not known: choose it")
    if claim.kind == ClaimKind.LOCATION and claim.location.role == PlaceRole.EVENT and claim.location.latitude is None:
        return _("the place was not found: set the pin")
    return ""


def may_review(by) -> None:
    """Raise NotAllowed for those who may not."""
    if not by.has_perm("reports.review_claim"):
        raise NotAllowed(_("Your account may not review claims."))
