"""The ledger: one decision in, and what follows from it on the claim (`consequences`, which `replay` uses too)."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from reports.models import Claim, ClaimVersion, Decision, Report
from reports.models.vocabulary import Action

from .consequences import SHOWING, follow, shown_from
from .errors import Conflict
from .records import pointed_to_kept
from .roles import role_of
from .snapshot import snapshot, write


def decide(
    claim: Claim,
    action: Action,
    by,
    *,
    why: str = "",
    changes: dict[str, Any] | None = None,
    in_bulk: bool = False,
    batch: UUID | None = None,
    expected_version: int | None = None,
) -> Decision:
    """Write one decision and let it take effect, in one transaction.

    `changes` are JSON values of fields (see `snapshot.plain`), pointed to the record that stayed where one was merged;
    before and after hold those that differ. Raises Conflict where `expected_version` is no longer the report's.
    """
    with transaction.atomic():
        bump(claim.report, expected_version)
        current = snapshot(claim)
        differing = {
            name: value for name, value in pointed_to_kept(changes or {}).items() if current.get(name) != value
        }
        before = {name: current.get(name) for name in differing} | {"verdict": claim.verdict}
        decision = Decision.objects.create(
            claim=claim,
            action=action,
            by=by,
            role=role_of(by),
            why=why.strip(),
            before=before,
            after=differing,
            in_bulk=in_bulk,
            batch=batch,
        )
        take_effect(claim, decision)
    return decision


def bump(report: Report, expected: int | None) -> None:
    """Count a decision on the report; refuse where someone else's came in between."""
    rows = Report.objects.filter(pk=report.pk)
    if expected is not None:
        rows = rows.filter(review_version=expected)
    if not rows.update(review_version=F("review_version") + 1):
        raise Conflict(_("Someone else decided on this report meanwhile. Nothing was saved: look, then decide again."))
    report.review_version = (report.review_version if expected is None else expected) + 1


def take_effect(claim: Claim, decision: Decision) -> None:
    """What follows from a decision: the claim's derived columns, and the version that readers see."""
    if values := {name: value for name, value in decision.after.items() if name not in SHOWING}:
        write(claim, values)
    follow(claim, decision)
    claim.save()
    if claim.published_at is not None:
        _new_version(claim, decision)
        claim.restated_by.update(restates=claim.pk)  # unchanged, but counted or not from now on: readers' index is told


def _new_version(claim: Claim, decision: Decision) -> None:
    """Close the version that readers saw; open the next, unless the claim was taken back or is withheld.

    One that was to be seen later and never was ends where it would have begun.
    """
    for version in ClaimVersion.objects.filter(claim=claim, valid_to__isnull=True):
        version.valid_to = max(version.valid_from, decision.at)
        version.save(update_fields=["valid_to"])
    if (seen := shown_from(claim, decision)) is not None:
        ClaimVersion.objects.create(
            claim=claim, number=claim.version, decision=decision, valid_from=seen, body=snapshot(claim)
        )
