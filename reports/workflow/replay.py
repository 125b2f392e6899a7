"""What the ledger says, worked out again: derived columns and versions of every claim, held against what is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reports.models import Claim, ClaimVersion
from reports.models.vocabulary import Action, Verdict

from .snapshot import snapshot

DERIVED = ("verdict", "in_bulk", "reviewed_by_id", "reviewed_at", "published_by_id", "published_at", "withdrawn_at")


@dataclass
class Derived:
    """What the decisions on one claim amount to."""

    verdict: str = Verdict.PROPOSED
    in_bulk: bool = False
    reviewed_by_id: int | None = None
    reviewed_at: datetime | None = None
    published_by_id: int | None = None
    published_at: datetime | None = None
    withdrawn_at: datetime | None = None
    version: int = 0
    changed: dict | None = None


def derive(claim: Claim) -> tuple[Derived, list[tuple[int, datetime, datetime | None]]]:
    """Replay one claim's decisions: its derived state, and its public versions (number, from, to)."""
    state = Derived(changed={})
    versions: list[tuple[int, datetime, datetime | None]] = []
    for decision in claim.decisions.order_by("at", "pk"):
        state.version += 1
        state.changed |= decision.after
        match Action(decision.action):
            case Action.ADD | Action.ACCEPT | Action.CORRECT:
                state.verdict, state.in_bulk = Verdict.ACCEPTED, decision.in_bulk
                state.reviewed_by_id, state.reviewed_at = decision.by_id, decision.at
            case Action.REJECT:
                state.verdict, state.in_bulk = Verdict.REJECTED, False
                state.reviewed_by_id, state.reviewed_at = decision.by_id, decision.at
            case Action.REOPEN:
                state.verdict, state.in_bulk = Verdict.PROPOSED, False
                state.reviewed_by_id = state.reviewed_at = None
            case Action.PUBLISH:
                state.published_by_id, state.published_at, state.withdrawn_at = decision.by_id, decision.at, None
            case Action.WITHDRAW:
                state.withdrawn_at = decision.at
        if state.published_at is not None:
            if versions and versions[-1][2] is None:
                versions[-1] = (*versions[-1][:2], decision.at)
            if state.withdrawn_at is None:
                versions.append((state.version, decision.at, None))
    return state, versions


def differences(claim: Claim) -> Iterator[str]:
    """Sentences on where a claim is not what its decisions make it; none when all is well."""
    state, versions = derive(claim)
    for name in (*DERIVED, "version"):
        if getattr(claim, name) != getattr(state, name):
            yield f"{claim.public_id}: {name} is {getattr(claim, name)!r}, the ledger says {getattr(state, name)!r}"
    stored = list(ClaimVersion.objects.filter(claim=claim).order_by("number"))
    if [(v.number, v.valid_from, v.valid_to) for v in stored] != versions:
        yield f"{claim.public_id}: its public versions are not those of the ledger"
    now = snapshot(claim)
    for name, value in (state.changed or {}).items():
        if now.get(name) != value:
            yield f"{claim.public_id}: {name} is {now.get(name)!r}, the ledger says {value!r}"
    if stored and stored[-1].valid_to is None and not _shows(stored[-1].body, now):
        yield f"{claim.public_id}: it differs from the version that readers are shown"


def _shows(body: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether a version shows the claim as it is; one of before a field became editable lacks it."""
    return all(now.get(name) == value for name, value in body.items())
