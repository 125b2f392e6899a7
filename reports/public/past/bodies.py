"""What the desk had published at an instant, as the ledger's versions have it: a body for each claim readers then saw.

A version of before a field was kept lacks it: the claim's own value stands in. Of what was blurred since, only what
readers see now is told; what is withheld or delayed now is left out altogether.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from reports.models import Claim, ClaimVersion
from reports.models.vocabulary import ClaimKind
from reports.workflow.harm import PLACED, WORDED
from reports.workflow.snapshot import snapshot

Body = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """A claim as readers saw it then. `body` has the names of `workflow.snapshot`, as JSON."""

    pk: int
    kind: str
    report: int
    public_id: str
    start: int
    end: int
    restates: int | None
    body: Body


def seen(
    versions: QuerySet[ClaimVersion],
    known: datetime | None = None,
    reports: Collection[int] | QuerySet | None = None,
) -> list[Seen]:
    """The claims of these versions (reported by an instant), of some reports or of all; in four queries."""
    versions = versions if reports is None else versions.filter(claim__report__in=reports)
    found = {
        row[0]: Seen(*row)
        for row in versions.values_list(
            *("claim", "claim__kind", "claim__report", "claim__public_id", "claim__start", "claim__end"),
            *("claim__restates", "body"),
        )
    }
    for pk, body in _instead(found):
        found[pk].body.update(body)
    if known is not None:
        found = {pk: one for pk, one in found.items() if datetime.fromisoformat(one.body["reported_at"]) <= known}
    return _whole(found)


def open_at(at: datetime) -> QuerySet[ClaimVersion]:
    """Versions that readers saw at an instant, of claims that they may see at all."""
    return _tellable().filter(Q(valid_to__isnull=True) | Q(valid_to__gt=at), valid_from__lte=at)


def last() -> QuerySet[ClaimVersion]:
    """The version of each claim that readers saw last, of claims that they may see at all."""
    now = timezone.now()
    later = ever_seen().filter(claim=OuterRef("claim"), number__gt=OuterRef("number"), valid_from__lte=now)
    return (_tellable() & ever_seen()).filter(~Exists(later), valid_from__lte=now)


def ever_seen() -> QuerySet[ClaimVersion]:
    return ClaimVersion.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from"))).order_by()


def _tellable() -> QuerySet[ClaimVersion]:
    shown = Q(claim__delayed_until__isnull=True) | Q(claim__delayed_until__lte=timezone.now())
    return ClaimVersion.objects.filter(shown, claim__withheld_at__isnull=True).order_by()


def _instead(found: dict[int, Seen]) -> Iterator[tuple[int, Body]]:
    """Values of now for claims that are blurred by now, and for fields that a version lacks."""
    blurred = Q(blurred_at__isnull=False)
    for claim in Claim.objects.filter(blurred, pk__in=_keys(found)).with_parts():
        covered = {*WORDED[ClaimKind(claim.kind)], *(PLACED if claim.kind == ClaimKind.LOCATION else ())}
        yield claim.pk, {name: value for name, value in snapshot(claim).items() if name in covered}
    lacking = [pk for pk, one in found.items() if not _complete(one)]
    for claim in Claim.objects.filter(pk__in=lacking).with_parts():
        yield claim.pk, {name: value for name, value in snapshot(claim).items() if name not in found[claim.pk].body}


def _keys(found: dict[int, Seen]) -> QuerySet | list[int]:
    """The keys themselves where they are few; a database takes only so many."""
    return list(found) if len(found) < 500 else Claim.objects.values("pk")


def _complete(one: Seen) -> bool:
    return "reported_at" in one.body and (one.kind == ClaimKind.DEVELOPMENT or "development" in one.body)


def _whole(found: dict[int, Seen]) -> list[Seen]:
    """Without what hung on a development that was not public."""
    return [one for one in found.values() if one.kind == ClaimKind.DEVELOPMENT or one.body["development"] in found]


def by_kind(claims: list[Seen]) -> dict[str, list[Seen]]:
    grouped: dict[str, list[Seen]] = defaultdict(list)
    for one in claims:
        grouped[one.kind].append(one)
    return grouped
