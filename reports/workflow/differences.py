"""Where a newer reading differs from what was decided: found by proposing anew beside it, kept for an editor to settle.

Only what the reader itself changed its mind about counts: a field of which it now says something else than in its own
earlier proposal, and else than the claim holds. What an editor corrected long ago is not brought up again.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import Claim, DevelopmentFront, Difference, Reading, ReadingChange, Report
from reports.models.vocabulary import ClaimKind, Verdict

from .errors import NotReady
from .ledger import bump
from .review import correct, may_review
from .snapshot import CLAIM_FIELDS, FRONTS, PART_FIELDS, plain

# These point to rows of the reading's own proposals, which are not kept: they cannot be taken over.
OF_ROWS = {"part_of", "same_as", "development", "location", "locations", "reported_at", "geometry", "relation"}
Key = tuple[str, int, int]  # kind, start, end


@dataclass(frozen=True)
class Proposed:
    """A proposal as plain data."""

    kind: str
    start: int
    end: int
    values: dict[str, Any]

    @property
    def key(self) -> Key:
        return self.kind, self.start, self.end


def proposals_of(report: Report, but: Collection[int] = ()) -> list[Proposed]:
    """What nobody decided yet, as plain data; two queries. `but` names claims to leave out."""
    rows = Claim.objects.filter(report=report, verdict=Verdict.PROPOSED, reading__isnull=False).with_parts()
    rows = [row for row in rows if row.pk not in but]
    fronts = _fronts(rows)
    return [Proposed(row.kind, row.start, row.end, _values(row, fronts)) for row in rows]


def keep_change(reading: Reading, before: list[Proposed], after: list[Proposed]) -> None:
    """Count what became of the proposals."""
    old, new = {one.key: one.values for one in before}, {one.key: one.values for one in after}
    both = old.keys() & new.keys()
    changed = sum(old[key] != new[key] for key in both)
    counts = {"same": len(both) - changed, "changed": changed}
    counts |= {"new": len(new.keys() - old.keys()), "gone": len(old.keys() - new.keys())}
    ReadingChange.objects.update_or_create(reading=reading, defaults=counts)


def keep_differences(reading: Reading, anew: list[Proposed]) -> int:
    """Hold what the reading would propose, were nothing decided, against what was accepted. How many differ."""
    Difference.objects.filter(claim__report=reading.report, state=Difference.State.OPEN).delete()
    accepted = Claim.objects.filter(report=reading.report, verdict=Verdict.ACCEPTED, reading__isnull=False)
    found = []
    claims = list(accepted.with_parts().prefetch_related("decisions"))
    fronts = _fronts(claims)
    for claim in claims:
        said = next((one for one in anew if one.kind == claim.kind and _overlap(one, claim)), None)
        proposed = {} if said is None else _news(claim, _values(claim, fronts), said)
        if said is None or proposed:
            found.append(Difference(claim=claim, reading=reading, proposed=proposed))
    settled = {(one.claim_id, repr(one.proposed)) for one in Difference.objects.filter(claim__report=reading.report)}
    found = [one for one in found if (one.claim_id, repr(one.proposed)) not in settled]
    return len(Difference.objects.bulk_create(found))


def take(difference: Difference, by, why: str, *, expected_version: int | None = None) -> None:
    """Correct the claim to what the new reading says. A public claim asks for a reason, as every correction does."""
    if not difference.proposed:
        raise NotReady(_("The new reading finds nothing here. Leave it, or reject or withdraw the claim."))
    with transaction.atomic():
        correct(difference.claim, by, dict(difference.proposed), why=why, expected_version=expected_version)
        _settle(difference, Difference.State.TAKEN, by)


def leave(difference: Difference, by, *, expected_version: int | None = None) -> None:
    """What was decided stays; the same difference is not brought up again."""
    may_review(by)
    with transaction.atomic():
        bump(difference.claim.report, expected_version)
        _settle(difference, Difference.State.LEFT, by)


def _settle(difference: Difference, state: Difference.State, by) -> None:
    difference.state, difference.settled_by, difference.settled_at = state, by, timezone.now()
    difference.save(update_fields=["state", "settled_by", "settled_at"])


def _news(claim: Claim, held: dict[str, Any], said: Proposed) -> dict[str, Any]:
    before = held | _as_first_proposed(claim)
    return {name: value for name, value in said.values.items() if value != before.get(name) and value != held.get(name)}


def _as_first_proposed(claim: Claim) -> dict[str, Any]:
    """Of the fields that decisions changed, the values before the first of them."""
    first: dict[str, Any] = {}
    for decision in sorted(claim.decisions.all(), key=lambda one: (one.at, one.pk)):
        for name in decision.after:
            first.setdefault(name, decision.before.get(name))
    return first


def _values(claim: Claim, fronts: dict[int, list[int]]) -> dict[str, Any]:
    """What `snapshot` tells of a claim and can be taken over, without a query for each."""
    values = {}
    for row, names in ((claim, CLAIM_FIELDS), (claim.part, PART_FIELDS[claim.kind])):
        for name in names:
            if name not in OF_ROWS:
                values[name] = getattr(row, getattr(row._meta.get_field(name), "attname", name))
    if claim.kind == ClaimKind.DEVELOPMENT:
        values[FRONTS] = fronts[claim.pk]
    return plain(values)


def _fronts(claims: list[Claim]) -> dict[int, list[int]]:
    """The fronts of the developments among the claims, the primary one first."""
    found: dict[int, list[int]] = defaultdict(list)
    links = DevelopmentFront.objects.filter(development__claim__report__in={claim.report_id for claim in claims})
    for development, front in links.order_by("-primary", "pk").values_list("development_id", "front_id"):
        found[development].append(front)
    return found


def _overlap(one: Proposed, claim: Claim) -> bool:
    if claim.kind == ClaimKind.DEVELOPMENT:  # neighbours may share a few characters where sentences are cut anew
        return min(one.end, claim.end) - max(one.start, claim.start) > (claim.end - claim.start) / 2
    return one.start < claim.end and claim.start < one.end
