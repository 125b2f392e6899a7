"""What follows from each decision: on a claim as it is taken, and on a blank standing when the ledger is replayed.

One set of rules for both, so that a replay cannot differ from what happened.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reports.models import Decision
from reports.models.vocabulary import Action, Verdict

# What a decision may say of showing a claim, beside values of its fields.
UNTIL, LIFTS = "delayed_until", "lifts"
SHOWING = (UNTIL, LIFTS)


@dataclass
class Standing:
    """What the decisions on one claim amount to; a `Claim` has the same attributes."""

    verdict: str = Verdict.PROPOSED
    in_bulk: bool = False
    reviewed_by_id: int | None = None
    reviewed_at: datetime | None = None
    published_by_id: int | None = None
    published_at: datetime | None = None
    visible_from: datetime | None = None
    withdrawn_at: datetime | None = None
    delayed_until: datetime | None = None
    withheld_at: datetime | None = None
    blurred_at: datetime | None = None
    version: int = 0


DERIVED = tuple(Standing.__dataclass_fields__)


def follow(standing: Any, decision: Decision) -> None:
    """Let a decision take effect on a claim or a standing."""
    CONSEQUENCES[Action(decision.action)](standing, decision)
    standing.version += 1
    if standing.published_at is not None:
        standing.visible_from = max(filter(None, [standing.published_at, standing.delayed_until]))


def shown_from(standing: Any, decision: Decision) -> datetime | None:
    """From when readers see what the decision left; None where they are not to see it."""
    if standing.published_at is None or standing.withdrawn_at is not None or standing.withheld_at is not None:
        return None
    return max(decision.at, standing.visible_from)


def _accepted(standing: Any, decision: Decision) -> None:
    standing.verdict, standing.in_bulk = Verdict.ACCEPTED, decision.in_bulk
    standing.reviewed_by_id, standing.reviewed_at = decision.by_id, decision.at


def _rejected(standing: Any, decision: Decision) -> None:
    standing.verdict, standing.in_bulk = Verdict.REJECTED, False
    standing.reviewed_by_id, standing.reviewed_at = decision.by_id, decision.at


def _reopened(standing: Any, decision: Decision) -> None:
    standing.verdict, standing.in_bulk = Verdict.PROPOSED, False
    standing.reviewed_by_id = standing.reviewed_at = None


def _published(standing: Any, decision: Decision) -> None:
    standing.published_by_id, standing.published_at = decision.by_id, decision.at
    standing.withdrawn_at = None


def _withdrawn(standing: Any, decision: Decision) -> None:
    standing.withdrawn_at = decision.at


def _delayed(standing: Any, decision: Decision) -> None:
    standing.delayed_until = datetime.fromisoformat(decision.after[UNTIL])


def _blurred(standing: Any, decision: Decision) -> None:
    standing.blurred_at = decision.at


def _withheld(standing: Any, decision: Decision) -> None:
    standing.withheld_at = decision.at


def _lifted(standing: Any, decision: Decision) -> None:
    setattr(standing, HELD_BY[Action(decision.after[LIFTS])], None)


def _nothing(standing: Any, decision: Decision) -> None:
    """The decision changes fields alone."""


HELD_BY = {Action.DELAY: "delayed_until", Action.BLUR: "blurred_at", Action.WITHHOLD: "withheld_at"}
CONSEQUENCES: dict[Action, Callable[[Any, Decision], None]] = {
    Action.ADD: _accepted,
    Action.ACCEPT: _accepted,
    Action.CORRECT: _accepted,
    Action.REJECT: _rejected,
    Action.REOPEN: _reopened,
    Action.PUBLISH: _published,
    Action.WITHDRAW: _withdrawn,
    Action.DELAY: _delayed,
    Action.BLUR: _blurred,
    Action.WITHHOLD: _withheld,
    Action.LIFT: _lifted,
    Action.REDATE: _nothing,
    Action.MERGE: _nothing,
}
