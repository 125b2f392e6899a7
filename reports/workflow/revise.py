"""Steps that change several claims of a report at once, or none of their verdicts: status, merge, split, and undo.

Each step's decisions share a batch, so that one undo takes all of them back. What is public is left alone: it is
corrected or withdrawn in the open.
"""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from reports.models import Claim, Decision, Figure
from reports.models.vocabulary import HARM_ACTIONS, Action, ClaimKind, Verdict

from .errors import NotReady
from .ledger import bump, decide
from .review import add_claim, may_review
from .snapshot import CLAIM_FIELDS, FRONTS, LOCATIONS, plain, snapshot


def set_status(claim: Claim, status: str, by, *, expected_version: int | None = None) -> None:
    """How the sentence holds it: current, background, announced, denied. What hangs on a sentence goes with it."""
    may_review(by)
    _not_public(claim)
    batch, before = uuid4(), claim.status
    with transaction.atomic():
        bump(claim.report, expected_version)
        change(claim, by, {"status": status}, batch)
        if claim.kind == ClaimKind.DEVELOPMENT:
            for child in _changeable(Claim.objects.hanging_on(claim)):
                if child.status == before:
                    change(child, by, {"status": status}, batch)


def merge(claim: Claim, into: Claim, by, *, expected_version: int | None = None) -> None:
    """Make one of two claims of a kind. A figure then says the other again; of others the first is rejected, and what
    hung on it hangs on the other.

    Raises NotReady with a sentence where the two cannot be one.
    """
    may_review(by)
    if claim.pk == into.pk or (claim.report_id, claim.kind) != (into.report_id, into.kind):
        raise NotReady(_("Choose another claim of the same kind and report."))
    if into.verdict == Verdict.REJECTED:
        raise NotReady(_("The other one was rejected."))
    _not_public(claim)
    batch = uuid4()
    with transaction.atomic():
        bump(claim.report, expected_version)
        if claim.kind == ClaimKind.FIGURE:
            change(claim, by, {"same_as": into.figure}, batch)
            return
        if claim.kind == ClaimKind.DEVELOPMENT:
            for child in _changeable(Claim.objects.hanging_on(claim)):
                change(child, by, {"development": into.development}, batch)
        if claim.kind == ClaimKind.LOCATION:
            _point_elsewhere(claim, into, by, batch)
        decide(claim, Action.REJECT, by, why=_("the same as “%(words)s”") % {"words": into.quote[:80]}, batch=batch)


def split(claim: Claim, start: int, end: int, by, *, expected_version: int | None = None) -> Claim:
    """Make the words [start, end) of a sentence a development of its own; what was read from them goes with it."""
    may_review(by)
    if claim.kind != ClaimKind.DEVELOPMENT or not claim.start <= start < end <= claim.end:
        raise NotReady(_("Select words of one sentence."))
    _not_public(claim)
    batch, development = uuid4(), claim.development
    same: dict[str, Any] = {name: getattr(claim, name) for name in CLAIM_FIELDS}
    same |= {name: getattr(development, name) for name in ("type", "event_type", "sub_event_type", "country")}
    same[FRONTS] = snapshot(claim)[FRONTS]
    with transaction.atomic():
        bump(claim.report, expected_version)
        made = add_claim(claim.report, by, kind=ClaimKind.DEVELOPMENT, start=start, end=end, batch=batch, **same)
        for child in _changeable(Claim.objects.hanging_on(claim)):
            if start <= child.start and child.end <= end:
                change(child, by, {"development": made.development}, batch)
    return made


def undo(claim: Claim, by, *, why: str = "", expected_version: int | None = None) -> int:
    """Take back the last decision on a claim, and all that was decided with it in one step. Returns how many.

    What the decision changed is as it was before. The ledger keeps both. Raises NotReady where there is nothing to
    take back, or it is public by now.
    """
    may_review(by)
    last = _last(claim)
    if last is None or (last.action == Action.REOPEN and not last.after):
        raise NotReady(_("There is nothing to undo here."))
    if last.action == Action.MERGE:
        raise NotReady(_("Two records were merged since: correct this by hand."))
    if last.action in {*HARM_ACTIONS, Action.REDATE}:
        raise NotReady(_("What readers are not to see is shown again on its own page."))
    together = [claim]
    if last.batch and not last.in_bulk:
        together = [one for one in _of_batch(claim, last.batch) if (found := _last(one)) and found.batch == last.batch]
    for one in together:
        if one.published_at is not None:
            raise NotReady(_("This was published. Correct it or withdraw it, with a reason."))
    batch = uuid4() if len(together) > 1 else None
    with transaction.atomic():
        bump(claim.report, expected_version)
        for one in together:
            _take_back(one, by, why, batch)
    return len(together)


BACK_TO = {Verdict.PROPOSED: Action.REOPEN, Verdict.ACCEPTED: Action.ACCEPT, Verdict.REJECTED: Action.REJECT}


def _take_back(claim: Claim, by, why: str, batch: UUID | None) -> None:
    before = dict(_last(claim).before)  # type: ignore[union-attr]
    action = BACK_TO[Verdict(before.pop("verdict", Verdict.PROPOSED))]
    decide(claim, action, by, why=why, changes=before, batch=batch)


def _last(claim: Claim) -> Decision | None:
    return Decision.objects.filter(claim=claim).order_by("at", "pk").last()


def _of_batch(claim: Claim, batch: UUID) -> list[Claim]:
    return list(Claim.objects.filter(report=claim.report_id, decisions__batch=batch).distinct().with_parts())


def change(claim: Claim, by, changes: dict[str, Any], batch: UUID | None = None) -> None:
    """Change fields and leave the verdict: what was open stays open, what was accepted is accepted as it is now."""
    action = Action.REOPEN if claim.verdict == Verdict.PROPOSED else Action.CORRECT
    decide(claim, action, by, changes=plain(changes), batch=batch)


def _changeable(claims) -> list[Claim]:
    return [claim for claim in claims.exclude(verdict=Verdict.REJECTED).with_parts() if claim.published_at is None]


def _point_elsewhere(claim: Claim, into: Claim, by, batch: UUID) -> None:
    """Figures and control claims that name a place name another one from now on."""
    for figure in Figure.objects.filter(locations=claim.location):
        places = {*figure.locations.values_list("pk", flat=True)} - {claim.pk} | {into.pk}
        if figure.claim.published_at is None:
            change(figure.claim, by, {LOCATIONS: sorted(places)}, batch)
    for control in claim.location.controls.all():
        if control.claim.published_at is None:
            change(control.claim, by, {"location": into.location}, batch)


def _not_public(claim: Claim) -> None:
    if claim.published_at is not None:
        raise NotReady(_("This was published. Correct it or withdraw it, with a reason."))
    if claim.verdict == Verdict.REJECTED:
        raise NotReady(_("This was rejected. Undo that first."))
