"""Step five: what was accepted becomes public, and is taken back only in the open."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from reports.models import Claim, Report
from reports.models.vocabulary import Action, ClaimKind, Verdict

from .errors import NotAllowed, NotReady
from .ledger import bump, decide
from .review import asks_for_two, missing_for_publication


@dataclass
class Published:
    """What became public, and what is held back with the reason."""

    published: list[Claim] = field(default_factory=list)
    held: list[tuple[Claim, str]] = field(default_factory=list)


def publish_report(report: Report, by, *, expected_version: int | None = None) -> Published:
    """Publish all accepted claims of a report that can be: developments first, then what hangs on those."""
    _may_publish(by)
    result, batch = Published(), uuid4()
    with transaction.atomic():
        bump(report, expected_version)
        waiting = Claim.objects.filter(report=report).waiting_for_publication().with_parts()
        for claim in sorted(waiting, key=lambda c: (c.kind != ClaimKind.DEVELOPMENT, c.start, c.pk)):
            if reason := held_back(claim, by):
                result.held.append((claim, reason))
            else:
                decide(claim, Action.PUBLISH, by, batch=batch)
                result.published.append(claim)
    report.refresh_from_db(fields=["review_version"])
    return result


def withdraw(claim: Claim, by, why: str, *, expected_version: int | None = None) -> None:
    """Take a public claim back, with a reason that readers see."""
    _may_publish(by)
    if claim.published_at is None or claim.withdrawn_at is not None:
        raise NotReady(_("This is not public."))
    if not why.strip():
        raise NotReady(_("Say why it is withdrawn: readers will see the reason."))
    decide(claim, Action.WITHDRAW, by, why=why, expected_version=expected_version)


def held_back(claim: Claim, by, parent: Claim | None = None) -> str:
    """Why an accepted claim cannot be published by this person now, in words; empty where it can.

    `parent` is the claim of its development, where the caller has it at hand; one that is about to be published with
    it counts as public.
    """
    if reason := missing_for_publication(claim):
        return reason
    if claim.kind != ClaimKind.DEVELOPMENT:
        parent = parent or Claim.objects.get(pk=claim.part.development_id)  # type: ignore[attr-defined]
        if parent.verdict != Verdict.ACCEPTED or parent.withdrawn_at is not None:
            return _("its development is not accepted")
        if parent.published_at is None and missing_for_publication(parent):
            return _("its development is held back")
    if claim.kind == ClaimKind.LOCATION and claim.blurred_at is None and claim.report.hides(claim.start, claim.end):
        return _("readers do not see this place in the report: blur or withhold it too")
    if asks_for_two(claim) and claim.reviewed_by_id == by.pk:
        return _("a second person publishes figures of killed and claims of control")
    return ""


def _may_publish(by) -> None:
    if not by.has_perm("reports.publish_claim"):
        raise NotAllowed(_("Your account may not publish."))
