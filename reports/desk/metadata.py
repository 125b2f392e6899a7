"""Correct what is known about a report, never its text: one decision in the ledger for what changed."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from reports.models import Claim, Decision, Report
from reports.models.vocabulary import Action
from reports.workflow.errors import NotAllowed
from reports.workflow.ledger import decide
from reports.workflow.restating import link_restated
from reports.workflow.roles import role_of
from reports.workflow.snapshot import REPORTED, plain

CORRECTABLE = ("headline", "outlet", "published", "as_of", "url", "language", "supersedes")


def correct_metadata(report: Report, by, changed: list[str]) -> Decision | None:
    """Save the changed fields of a report and what follows for its claims. None where nothing changed.

    `report` holds the new values. A claim is reported when its report is, so a new day moves that too; the days of
    events stay, since they may have been decided: read again to have them inferred anew.
    """
    if not by.has_perm("reports.change_report"):
        raise NotAllowed(_("Your account may not correct reports."))
    names = [name for name in changed if name in CORRECTABLE]
    if not names:
        return None
    kept = Report.objects.get(pk=report.pk)
    with transaction.atomic():
        report.save(update_fields=names)
        if kept.reported_at != report.reported_at:
            _redate(report, by)
        if "supersedes" in names:
            link_restated(report)
        return Decision.objects.create(
            report=report,
            action=Action.CORRECT,
            by=by,
            role=role_of(by),
            before=plain({name: getattr(kept, name) for name in names}),
            after=plain({name: getattr(report, name) for name in names}),
        )


def _redate(report: Report, by) -> None:
    """A claim is reported when its report is. One that was decided on moves by a decision, so that versions tell."""
    batch, moved = uuid4(), report.reported_at
    changes: dict[str, Any] = plain({REPORTED: moved})
    claims = Claim.objects.filter(report=report)
    for claim in claims.filter(decisions__isnull=False).distinct().with_parts():
        decide(claim, Action.REDATE, by, why=_("the report's day was corrected"), changes=changes, batch=batch)
    claims.filter(decisions__isnull=True).update(reported_at=moved)
