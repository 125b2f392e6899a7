"""What the ledger says, worked out again: derived columns and versions of every claim, held against what is stored.

`differences` tells where a claim is not what its decisions make it; `rebuild` makes it so. The fields of a claim before
its first decision are those it was stored with; each decision keeps the values before and after.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from reports.models import Claim, ClaimVersion, Decision

from .consequences import DERIVED, SHOWING, Standing, follow, shown_from
from .snapshot import snapshot, write


@dataclass
class Version:
    """What readers saw in [valid_from, valid_to)."""

    number: int
    decision: Decision
    valid_from: datetime
    valid_to: datetime | None
    body: dict[str, Any]


@dataclass
class Replayed:
    """What a claim's decisions amount to. `fields` are the values of those fields that any decision spoke of."""

    standing: Standing = field(default_factory=Standing)
    fields: dict[str, Any] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)


def replayed(claim: Claim) -> Replayed:
    """Take all decisions on a claim again, in their order."""
    decisions = list(claim.decisions.order_by("at", "pk"))
    done = Replayed(fields=_before(decisions))
    untouched = {name: value for name, value in snapshot(claim).items() if name not in done.fields}
    for decision in decisions:
        done.fields |= {name: value for name, value in decision.after.items() if name not in SHOWING}
        follow(done.standing, decision)
        if done.versions and done.versions[-1].valid_to is None:
            last = done.versions[-1]
            last.valid_to = max(last.valid_from, decision.at)
        if (seen := shown_from(done.standing, decision)) is not None:
            number, body = done.standing.version, untouched | done.fields
            done.versions.append(Version(number, decision, seen, None, body))
    return done


def differences(claim: Claim) -> Iterator[str]:
    """Sentences on where a claim is not what its decisions make it; none when all is well."""
    done = replayed(claim)
    for name in DERIVED:
        if getattr(claim, name) != getattr(done.standing, name):
            stored, right = getattr(claim, name), getattr(done.standing, name)
            yield f"{claim.public_id}: {name} is {stored!r}, the ledger says {right!r}"
    versions = list(ClaimVersion.objects.filter(claim=claim).order_by("number"))
    intervals = [(version.number, version.valid_from, version.valid_to) for version in done.versions]
    if [(version.number, version.valid_from, version.valid_to) for version in versions] != intervals:
        yield f"{claim.public_id}: its public versions are not those of the ledger"
    now = snapshot(claim)
    for name, value in done.fields.items():
        if now.get(name) != value:
            yield f"{claim.public_id}: {name} is {now.get(name)!r}, the ledger says {value!r}"
    if versions and versions[-1].valid_to is None and not _shows(versions[-1].body, now):
        yield f"{claim.public_id}: it differs from the version that readers are shown"


def rebuild(claim: Claim) -> None:
    """Make the claim, its part and its versions what the decisions say, in one transaction. The ledger is only read."""
    done = replayed(claim)
    with transaction.atomic():
        now = snapshot(claim)
        if changed := {name: value for name, value in done.fields.items() if now.get(name) != value}:
            write(claim, changed)
        for name in DERIVED:
            setattr(claim, name, getattr(done.standing, name))
        claim.save()
        ClaimVersion.objects.filter(claim=claim).delete()
        ClaimVersion.objects.bulk_create(ClaimVersion(claim=claim, **vars(version)) for version in done.versions)


def _before(decisions: list[Decision]) -> dict[str, Any]:
    """The values that fields had before the first decision that changed them."""
    first: dict[str, Any] = {}
    for decision in decisions:
        for name in decision.after:
            if name not in SHOWING:
                first.setdefault(name, decision.before.get(name))
    return first


def _shows(body: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether a version shows the claim as it is; one of before a field became editable lacks it."""
    return all(now.get(name) == value for name, value in body.items())
