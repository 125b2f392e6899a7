"""Many decisions at once, in a bounded number of queries; each takes effect as one of `ledger.decide` does."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from reports.models import Claim, ClaimVersion, Decision, Report
from reports.models.vocabulary import Action

from .consequences import DERIVED, follow, shown_from
from .roles import role_of
from .snapshot import assign, snapshot, write_links

AT_ONCE = 500  # claims held in memory
Change = tuple[Claim, dict[str, Any]]  # a claim, and the values of those of its fields that change (see `snapshot`)


def claims_in_turn(keys: Iterable[int]) -> Iterator[list[Claim]]:
    """Claims in lists of bounded length, each with all that a snapshot asks for."""
    rows = Claim.objects.with_parts().prefetch_related("figure__locations", "development__front_links__front")
    waiting = sorted(keys)
    for first in range(0, len(waiting), AT_ONCE):
        yield list(rows.filter(pk__in=waiting[first : first + AT_ONCE]))


def decide_all(changes: list[Change], action: Action, by, *, why: str, batch: UUID | None = None) -> None:
    """One decision on each claim of a list from `claims_in_turn`, all in one transaction."""
    if not changes:
        return
    now, role = timezone.now(), role_of(by)
    before = {claim.pk: snapshot(claim) for claim, _values in changes}
    decisions = [
        Decision(
            claim=claim, action=action, by=by, role=role, at=now, why=why.strip(), batch=batch,
            before={name: before[claim.pk].get(name) for name in values} | {"verdict": claim.verdict}, after=values,
        )
        for claim, values in changes
    ]  # fmt: skip
    with transaction.atomic():
        Decision.objects.bulk_create(decisions)
        reports = {claim.report_id for claim, _values in changes}
        Report.objects.filter(pk__in=reports).update(review_version=F("review_version") + 1)
        write_all(changes)
        _follow_all(decisions)
        _new_versions(decisions, {claim.pk: before[claim.pk] | values for claim, values in changes})


def write_all(changes: list[Change]) -> None:
    """Set fields of many claims from their JSON form, without a decision; those that take the same values at once."""
    alike: dict[tuple[type[models.Model], str], list[int]] = defaultdict(list)
    fields: dict[str, dict[str, Any]] = {}
    for claim, values in changes:
        for row, names in assign(claim, values):
            own = {name: getattr(row, _column(row, name)) for name in names}
            fields[repr(own)] = own
            alike[type(row), repr(own)].append(claim.pk)
    for (model, told), keys in alike.items():
        model._default_manager.filter(pk__in=keys).update(**fields[told])
    for claim, values in changes:
        write_links(claim, values)


def _column(row: models.Model, name: str) -> str:
    field: Any = row._meta.get_field(name)
    return str(field.attname)


def _follow_all(decisions: list[Decision]) -> None:
    """Keep what follows for each claim; its version, which every decision counts on, for all at once."""
    moved: set[str] = set()
    claims: list[Any] = [decision.claim for decision in decisions]
    for claim, decision in zip(claims, decisions, strict=True):
        stood = {name: getattr(claim, name) for name in DERIVED}
        follow(claim, decision)
        moved |= {name for name in DERIVED if getattr(claim, name) != stood[name]}
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(version=F("version") + 1)
    if names := [name.removesuffix("_id") for name in sorted(moved - {"version"})]:
        Claim.objects.bulk_update(claims, names)


def _new_versions(decisions: list[Decision], bodies: dict[int, dict[str, Any]]) -> None:
    """Close what readers saw, open what they see now (as `ledger` does for one claim)."""
    published = [decision for decision in decisions if decision.claim and decision.claim.published_at is not None]
    if not published:
        return
    claims, at = [decision.claim_id for decision in published], published[0].at
    last = ClaimVersion.objects.filter(claim__in=claims, valid_to__isnull=True)
    last.filter(valid_from__gt=at).update(valid_to=F("valid_from"))
    last.filter(valid_from__lte=at).update(valid_to=at)
    ClaimVersion.objects.bulk_create(
        ClaimVersion(claim=claim, number=claim.version, decision=one, valid_from=seen, body=bodies[claim.pk])
        for one in published
        if (claim := one.claim) and (seen := shown_from(claim, one)) is not None
    )
    Claim.objects.filter(restates__in=claims).update(restates=F("restates"))  # readers' index is told
