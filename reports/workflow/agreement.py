"""How often editors agree with the reader, by field: worked out from the ledger, never stored.

Only claims that the reader proposed and a person decided one by one are counted: what was accepted in bulk was not
looked at singly. A field counts as corrected where the claim now holds another value than the reader proposed, so a
correction that was undone counts for nothing.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from reports.models import Claim, Decision
from reports.models.vocabulary import Action, ClaimKind, Verdict

# Decisions that may change what the reader proposed.
CHANGING = (Action.CORRECT, Action.ACCEPT, Action.REOPEN, Action.REJECT)


@dataclass(frozen=True)
class Agreement:
    """Of one kind of claim: how many were decided singly, rejected, and corrected, with the fields corrected most."""

    kind: ClaimKind
    decided: int
    rejected: int
    corrected: int
    fields: tuple[tuple[str, int], ...]  # field name → claims in which it was corrected, most first
    in_bulk: int

    @property
    def accepted_as_read(self) -> float:
        """The share of the claims decided singly that stand as the reader proposed them, 0 to 1."""
        return (self.decided - self.rejected - self.corrected) / self.decided if self.decided else 0.0


def agreement() -> list[Agreement]:
    """One row for each kind of claim that was decided; two queries."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    decided = Claim.objects.filter(reading__isnull=False).exclude(verdict=Verdict.PROPOSED).order_by()
    for kind, verdict, in_bulk, n in decided.values_list("kind", "verdict", "in_bulk").annotate(n=Count("pk")):
        counts[kind]["in_bulk" if in_bulk else verdict] += n
    changed = _changed()
    return [
        Agreement(
            kind=kind,
            decided=counts[kind][Verdict.ACCEPTED] + counts[kind][Verdict.REJECTED],
            rejected=counts[kind][Verdict.REJECTED],
            corrected=len(changed[kind]),
            fields=tuple(Counter(field for fields in changed[kind].values() for field in fields).most_common()),
            in_bulk=counts[kind]["in_bulk"],
        )
        for kind in ClaimKind
        if counts[kind]
    ]


def _changed() -> dict[str, dict[int, set[str]]]:
    """By kind: accepted claims that no longer hold what the reader proposed, and the fields that differ."""
    first: dict[int, dict] = defaultdict(dict)
    last: dict[int, dict] = defaultdict(dict)
    kinds: dict[int, str] = {}
    decisions = Decision.objects.filter(
        action__in=CHANGING, claim__reading__isnull=False, claim__verdict=Verdict.ACCEPTED, claim__in_bulk=False
    ).exclude(after={})
    rows = decisions.order_by("at", "pk").values_list("claim_id", "claim__kind", "before", "after")
    for claim, kind, before, after in rows:
        kinds[claim] = kind
        for field, value in after.items():
            first[claim].setdefault(field, before.get(field))
            last[claim][field] = value
    found: dict[str, dict[int, set[str]]] = defaultdict(dict)
    for claim, kind in kinds.items():
        if fields := {field for field, value in last[claim].items() if first[claim][field] != value}:
            found[kind][claim] = fields
    return found
