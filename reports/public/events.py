"""What changed, one event after another: each time that readers first saw a claim, saw it otherwise, or saw it no more.

Unlike `changes`, which holds two states against each other, this does not depend on when one asks: an event has a
number in the ledger's versions for ever. Of what is public now its versions are told, of what is not only its end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from reports.models import Claim, ClaimVersion, Decision, Source

from . import corrections
from .changes import NEW, REVISED, TAKING, WITHDRAWN
from .corrections import Change
from .filters import Filters
from .index import Index
from .index.columns import Columns
from .index.weights import Weights
from .past.bodies import ever_seen
from .past.moment import LastSeen

SCANNED = 5000  # the newest versions: a feed is read from its beginning
_DEVELOPMENT = Coalesce(
    *(f"claim__{part}__development" for part in ("figure", "location", "involvement", "controlclaim")), "claim"
)


@dataclass
class Event:
    """`words` are empty where they are hidden now. `number` is that of the version that began or ended."""

    what: str
    claim: Claim
    number: int
    at: datetime
    reasons: list[str]
    changes: tuple[Change, ...] = ()
    words: str = ""
    is_public: bool = True


def events(filters: Filters, limit: int) -> list[Event]:
    """The newest, of the developments that match: of one that was taken away, as readers last saw it."""
    now = timezone.now()
    found = sorted([*_began(filters, now, limit), *_ended(filters, now, limit)], key=lambda one: one[:2], reverse=True)
    versions = ClaimVersion.objects.select_related("decision").in_bulk(
        [version for _at, version, _what in found[:limit]]
    )
    claims = Claim.objects.with_parts().in_bulk({version.claim_id for version in versions.values()})
    earlier, taking = _earlier(claims), _taking(claims)
    named = corrections.sources_in(version.body for version in (*versions.values(), *earlier.values()))
    told = (
        _event(what, at, versions[version], claims[versions[version].claim_id], earlier, taking, named)
        for at, version, what in found[:limit]
    )
    return [one for one in told if one is not None]


def _began(filters: Filters, now: datetime, limit: int) -> Iterable[tuple[datetime, int, str]]:
    """Versions of what is public and matches; a part that came with its development is told by it."""
    before = ever_seen().filter(claim=OuterRef("claim"), valid_to=OuterRef("valid_from"))
    versions = (
        ever_seen().filter(claim__in=Claim.objects.public(), valid_from__lte=now)
        .annotate(development=_DEVELOPMENT, follows=Exists(before))
        .order_by("-valid_from", "-pk")
    )  # fmt: skip
    columns = ("valid_from", "pk", "claim", "development", "follows", "decision__batch")
    rows = list(versions.values_list(*columns)[:SCANNED])
    came = {(claim, batch) for _at, _pk, claim, development, _follows, batch in rows if claim == development}
    there = set(filters.developments().tolist())
    for at, pk, claim, development, follows, batch in rows:
        with_it = not follows and claim != development and batch is not None and (development, batch) in came
        if development in there and not with_it:
            yield at, pk, REVISED if follows else NEW
            limit -= 1
        if not limit:
            return


def _ended(filters: Filters, now: datetime, limit: int) -> Iterable[tuple[datetime, int, str]]:
    """Last versions of what readers see no more."""
    after = ClaimVersion.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"), valid_from__lte=now)
    versions = (
        ever_seen().filter(~Exists(after), valid_to__lte=now)
        .annotate(development=_DEVELOPMENT)
        .order_by("-valid_to", "-pk")
    )  # fmt: skip
    hidden = Q(claim__withheld_at__isnull=False) | Q(claim__delayed_until__gt=now)
    unseen = set(versions.filter(hidden).order_by().values_list("pk", flat=True))
    rows = list(versions.values_list("valid_to", "pk", "development", "claim__report")[:SCANNED])
    gone = _gone(filters, {report for *_one, report in rows}) if rows else set()
    for at, pk, development, _report in rows:
        if pk in unseen or development in gone:
            yield at, pk, WITHDRAWN  # type: ignore[misc]
            limit -= 1
        if not limit:
            return


def _gone(filters: Filters, reports: set[int]) -> set[int]:
    """The developments of these reports that match as readers last saw them."""
    index, moment = filters.index, LastSeen()
    columns = Columns.of(moment.rows(reports))
    last = Index(columns, index.names, Weights(moment), generation="", built=index.built, until=index.until)
    return set(filters.over(last).developments().tolist())


def _earlier(claims: Iterable[int]) -> dict[tuple[int, datetime], ClaimVersion]:
    """Versions that readers saw, by their claim and their end."""
    found = ever_seen().filter(claim__in=list(claims), valid_to__isnull=False)
    return {(version.claim_id, version.valid_to): version for version in found}  # type: ignore[misc]


def _taking(claims: Iterable[int]) -> dict[int | None, Decision]:
    """The last decision of each claim that took it out of sight."""
    found = Decision.objects.filter(claim__in=list(claims), action__in=TAKING).order_by("at", "pk")
    return {decision.claim_id: decision for decision in found}


def _event(
    what: str,
    at: datetime,
    version: ClaimVersion,
    claim: Claim,
    earlier: dict[Any, ClaimVersion],
    taking: dict[int | None, Decision],
    named: dict[int, Source],
) -> Event | None:
    hidden = claim.withheld_at is not None or claim.is_delayed
    words = "" if hidden else claim.public_quote
    if what == NEW:
        return Event(NEW, claim, version.number, at, [], (), words)
    if what == WITHDRAWN:
        why = [taking[claim.pk].why] if claim.pk in taking else []
        return Event(WITHDRAWN, claim, version.number, at, why, (), words, is_public=False)
    before = earlier[version.claim_id, version.valid_from]
    if before.body == version.body:
        return None
    told = () if claim.blurred_at else tuple(corrections.changed(before.body, version.body, claim, named))
    why = [version.decision.why] if version.decision.why else []
    return Event(REVISED, claim, version.number, at, why, told, words)
