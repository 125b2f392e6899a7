"""What changed since an instant: what is new, what was revised (old, new, why), what was taken away (why).

Two states are held against each other by the versions that follow from the ledger: what readers saw then and what they
see now. A change and its undoing in between is no change. Of what is withheld or delayed by now only the id, the kind
and the reason are told, as among the corrections.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, ClaimVersion, Decision, Source
from reports.models.vocabulary import Action, ClaimKind

from . import corrections
from .corrections import Change
from .filters import Filters
from .index import Index
from .index.columns import Columns
from .index.weights import Weights
from .past import Clock
from .sentences import primary_front

NEW, REVISED, WITHDRAWN = "new", "revised", "withdrawn"
LABELS = {NEW: _("New"), REVISED: _("Revised"), WITHDRAWN: _("Taken away")}
TAKING = {Action.WITHDRAW, Action.WITHHOLD, Action.DELAY}


@dataclass
class Changed:
    """One claim that readers see otherwise than then. `words` are empty where they are hidden now."""

    what: str
    claim: Claim
    development: int
    at: datetime
    decisions: list[Decision] = field(default_factory=list)
    changes: tuple[Change, ...] = ()
    words: str = ""
    is_public: bool = True
    parts: "list[Changed]" = field(default_factory=list)  # what went with a sentence that was taken away

    @property
    def reasons(self) -> list[str]:
        return list(dict.fromkeys(decision.why for decision in self.decisions if decision.why))


def changes(since: datetime, filters: Filters) -> list[Changed]:
    """Newest first. What is new or revised matches the filters now, what was taken away matched them then."""
    now = timezone.now()
    before, after = _open(since), _open(now)
    touched = _touched(since, now)
    old = {version.claim_id: version for version in before.filter(claim__in=touched)}
    new = {version.claim_id: version for version in after.filter(claim__in=touched)}
    claims = Claim.objects.filter(pk__in=[*old, *new]).with_parts().in_bulk()
    decided = _decisions(claims, since)
    sources = corrections.sources_in(version.body for version in (*old.values(), *new.values()))
    there = set(filters.developments().tolist())
    gone = set(_then(since, filters, {claim.report_id for claim in claims.values()}).developments().tolist())
    found = []
    for pk, claim in claims.items():
        one = _changed(claim, old.get(pk), new.get(pk), decided.get(pk, []), sources)
        if one and _is_told(one, claims, old, new):
            matching = not one.words or one.development in gone if one.what == WITHDRAWN else one.development in there
            if matching:
                found.append(one)
    _take_along(found, before)
    return sorted(found, key=lambda one: (one.at, one.claim.pk), reverse=True)


def one_by_one(found: Iterable[Changed]) -> list[Changed]:
    """Each change with its parts behind it, for who keeps a copy claim by claim."""
    return [one for changed in found for one in (changed, *changed.parts)]


def _take_along(found: list[Changed], before: QuerySet[ClaimVersion]) -> None:
    """Of each sentence that was taken away, what readers saw hang on it: nobody withdrew that by itself."""
    taken = {one.claim.pk: one for one in found if one.what == WITHDRAWN and one.claim.kind == ClaimKind.DEVELOPMENT}
    seen = before.filter(claim__in=Claim.objects.hanging_on_any(taken)).values("claim")
    for claim in Claim.objects.filter(pk__in=seen).with_parts().order_by("start", "-end", "pk"):
        one = taken[claim.part.development_id]  # type: ignore[attr-defined]
        hidden = not one.words or claim.withheld_at is not None or claim.is_delayed
        words = "" if hidden else claim.public_quote
        part = Changed(WITHDRAWN, claim, one.development, one.at, one.decisions, (), words, is_public=False)
        one.parts.append(part)


def since_of(value: str) -> datetime | None:
    """The beginning of a day (UTC), or an instant, in ISO form; None where it is neither, or lies ahead."""
    try:
        day = parse_date(value)
        at = datetime.combine(day, time.min, tzinfo=UTC) if day else parse_datetime(value.replace(" ", "+"))
    except ValueError:
        return None
    at = at.replace(tzinfo=UTC) if at and not at.tzinfo else at
    return at if at and at <= timezone.now() else None


def by_front(found: Iterable[Changed], filters: Filters) -> list[tuple[Any, list[Changed]]]:
    """The same grouped by the front that each development counts for; what has none (any more) comes last."""
    listed = list(found)
    moment = filters.index.moment
    shown = {one.pk: primary_front(one) for one in moment.developments({one.development for one in listed})}
    fronts: dict[Any, list[Changed]] = {}
    for one in listed:
        fronts.setdefault(shown.get(one.development), []).append(one)
    return sorted(fronts.items(), key=lambda pair: (pair[0] is None, pair[0].name if pair[0] else ""))


def _open(at: datetime) -> QuerySet[ClaimVersion]:
    return ClaimVersion.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=at), valid_from__lte=at
    ).select_related("decision")


def _touched(since: datetime, now: datetime):
    """Claims of which a version that was ever seen began or ended in between."""
    began, ended = Q(valid_from__gt=since, valid_from__lte=now), Q(valid_to__gt=since, valid_to__lte=now)
    seen = Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from"))
    return ClaimVersion.objects.filter(began | ended, seen).values("claim")


def _decisions(claims: dict[int, Claim], since: datetime) -> dict[int, list[Decision]]:
    found: dict[int, list[Decision]] = {}
    for decision in Decision.objects.filter(claim__in=claims, at__gt=since).order_by("at", "pk"):
        found.setdefault(decision.claim_id, []).append(decision)  # type: ignore[arg-type]
    return found


def _then(since: datetime, filters: Filters, reports: set[int]) -> Filters:
    """The same filters over what was public then of these reports alone."""
    index = filters.index
    moment = Clock(desk=since).moment()
    columns = Columns.of(moment.rows(reports))
    then = Index(columns, index.names, Weights(moment), generation="", built=index.built, until=index.until)
    return filters.over(then)


def _changed(
    claim: Claim,
    old: ClaimVersion | None,
    new: ClaimVersion | None,
    decisions: list[Decision],
    sources: dict[int, Source],
) -> Changed | None:
    development = claim.pk if claim.kind == ClaimKind.DEVELOPMENT else claim.part.development_id  # type: ignore[attr-defined]
    hidden = claim.withheld_at is not None or claim.is_delayed
    words = "" if hidden else claim.public_quote
    if old is None and new is None:
        return None
    if old is None:
        return Changed(NEW, claim, development, new.valid_from, [], (), words)  # type: ignore[union-attr]
    if new is None:
        taking = [one for one in decisions if one.action in TAKING]
        at = old.valid_to or claim.withdrawn_at or old.valid_from
        return Changed(WITHDRAWN, claim, development, at, taking[-1:], (), words, is_public=False)
    if old.body == new.body:
        return None
    told = () if claim.blurred_at else tuple(corrections.changed(old.body, new.body, claim, sources))
    return Changed(REVISED, claim, development, new.valid_from, decisions, told, words)


def _is_told(one: Changed, claims: dict[int, Claim], old: dict, new: dict) -> bool:
    """A part that came or went with its development is told by it."""
    if one.claim.kind == ClaimKind.DEVELOPMENT or one.development not in claims:
        return True
    came = one.development in new and one.development not in old
    went = one.development in old and one.development not in new
    return not (came or went)
