"""The ledger in plain words: what was published, what was corrected and withdrawn after that, in which role and why.

What happened to a claim before it was public stays in the house, and so do the names of those who decided.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.models import Claim, Decision, Report, Source
from reports.models.vocabulary import HARM_ACTIONS, Action, ClaimKind

from . import words
from .features import sentence_url
from .past import Clock

SHOWN = {Action.CORRECT, Action.WITHDRAW, Action.REDATE, Action.MERGE, *HARM_ACTIONS}
# What readers know: whole rows by number, and the coordinates' bookkeeping, say nothing to them.
FIELDS = {
    "low": gettext_lazy("low"),
    "high": gettext_lazy("high"),
    "modifier": gettext_lazy("modifier"),
    "figure_kind": gettext_lazy("kind"),
    "scope": gettext_lazy("scope"),
    "subject": gettext_lazy("who is counted"),
    "denominator": gettext_lazy("of what"),
    "type": gettext_lazy("type"),
    "status": gettext_lazy("status"),
    "date_start": gettext_lazy("from"),
    "date_end": gettext_lazy("to"),
    "name": gettext_lazy("place"),
    "source": gettext_lazy("source"),
    "where_prec": gettext_lazy("precision"),
    "latitude": gettext_lazy("latitude"),
    "longitude": gettext_lazy("longitude"),
    "radius_km": gettext_lazy("radius in km"),
    "control_status": gettext_lazy("control"),
    "valid_from": gettext_lazy("valid from"),
    "reported_at": gettext_lazy("reported"),
}


FOREVER = datetime.max.replace(tzinfo=UTC)
ALWAYS = (date.min, date.max)
# Of decisions that cover or move many claims at one stroke, those on these kinds are told.
ONE_OF_BATCH = (ClaimKind.DEVELOPMENT, ClaimKind.LOCATION)


@dataclass(frozen=True)
class Change:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One line of the ledger. Of what readers are not to see it tells that and why, neither words nor values."""

    key: int  # of the decision, or of the report that was published
    action: str
    at: datetime
    role: str
    why: str
    words: str
    report: Report
    quote: str
    url: str
    changes: tuple[Change, ...] = ()


def after_publication(clock: Clock) -> QuerySet[Decision]:
    """Corrections, withdrawals and the like that readers could have noticed, newest first; as of the clocks."""
    noticed = Q(at__gt=F("claim__published_at")) | Q(action=Action.WITHDRAW)
    beside = Q(batch__isnull=False, action__in=(Action.BLUR, Action.REDATE, Action.MERGE)) & ~Q(
        claim__kind__in=ONE_OF_BATCH
    )
    return (
        Decision.objects.filter(noticed, _by(clock), action__in=SHOWN, claim__published_at__isnull=False)
        .exclude(beside)
        .exclude(Q(action=Action.BLUR) & ~Q(after__has_key="name"))
        .exclude(Q(action=Action.LIFT, after__lifts=Action.BLUR) & ~Q(claim__kind=ClaimKind.LOCATION))
        .order_by("-at", "-pk")
    )


def chosen(pks: Collection[int]) -> list[Decision]:
    """Decisions by their keys, in this order, with what a line of the ledger names."""
    found = Decision.objects.select_related("claim__report__outlet", "claim__source").in_bulk(list(pks))
    return [found[pk] for pk in pks if pk in found]


def entries(decisions: Iterable[Decision]) -> list[Entry]:
    """The lines of the ledger for these decisions, in four queries."""
    taken = list(decisions)
    sources = sources_in(body for decision in taken for body in (decision.before, decision.after))
    reports = {decision.claim.report_id for decision in taken if decision.claim}
    public = set(Report.objects.public().filter(pk__in=reports).values_list("pk", flat=True))
    return [_entry(decision, decision.claim.report_id in public, sources) for decision in taken if decision.claim]


def _by(clock: Clock) -> Q:
    """Decided by the desk's clock, on what was reported by the other."""
    decided = Q(at__lte=clock.desk) if clock.desk else Q()
    return decided & Q(claim__reported_at__lte=clock.known) if clock.known else decided


def publications(clock: Clock, period: tuple[date, date], reports: set[int] | None, limit: int = 50) -> list[Entry]:
    """Which reports were opened to readers in a period, newest first: how many claims, and how many were accepted in
    bulk; of some reports, or of all where none are given."""
    opened = (
        Claim.objects.filter(published_at__lte=clock.desk or timezone.now(), withheld_at__isnull=True)
        .filter(reported_at__lte=clock.known or FOREVER)
        .exclude(delayed_until__gt=timezone.now())
        .values("report")
        .annotate(at=Max("published_at"), claims=Count("pk"), bulk=Count("pk", filter=Q(in_bulk=True)))
        .order_by("-at", "-report")
    )
    since, until = period
    within = (
        row
        for row in (opened if reports is not None or period != ALWAYS else opened[:limit])
        if since <= row["at"].astimezone(UTC).date() <= until and (reports is None or row["report"] in reports)
    )
    rows = list(islice(within, limit))
    named = (
        Report.objects.select_related("outlet").defer("text", "covered_text").in_bulk([row["report"] for row in rows])
    )
    return [_publication(named[row["report"]], row["at"], row["claims"], row["bulk"]) for row in rows]


def _publication(report: Report, at: datetime, claims: int, bulk: int) -> Entry:
    said = ngettext("%(n)s claim published", "%(n)s claims published", claims) % {"n": claims}
    if bulk:
        said = _("%(published)s, %(n)s of them accepted in bulk") % {"published": said, "n": bulk}
    return Entry(report.pk, str(Action.PUBLISH.label), at, "", "", said, report, "", report.get_absolute_url())


def _entry(decision: Decision, has_page: bool, sources: dict[int, Source]) -> Entry:
    claim: Claim = decision.claim  # type: ignore[assignment]
    out_of_sight = claim.withheld_at is not None or claim.is_delayed
    told = decision.action not in HARM_ACTIONS and not out_of_sight and claim.blurred_at is None
    page = sentence_url(claim.report, claim) if claim.is_public else claim.report.get_absolute_url()
    return Entry(
        key=decision.pk,
        action=str(Action(decision.action).label),
        at=decision.at,
        role=words.role(decision.role) or _("editor"),
        why=decision.why,
        words=_in_words(decision),
        report=claim.report,
        quote="" if out_of_sight else claim.public_quote,
        url=page if has_page else "",
        changes=tuple(_changes(decision.before, decision.after, claim, sources)) if told else (),
    )


def _in_words(decision: Decision) -> str:
    claim: Claim = decision.claim  # type: ignore[assignment]
    kind = str(claim.get_kind_display()).lower()
    words = _("%(kind)s %(action)s") % {"kind": kind, "action": Action(decision.action).label}
    if decision.action == Action.DELAY:
        until = parse_datetime(decision.after["delayed_until"])
        return _("%(words)s until %(until)s UTC") % {"words": words, "until": f"{until:%Y-%m-%d %H:%M}"}
    return words


def sources_in(bodies: Iterable[dict[str, Any] | None]) -> dict[int, Source]:
    """The sources that these versions or decisions name, by number, in one query."""
    named = {body["source"] for body in bodies if body and body.get("source")}
    return Source.objects.in_bulk(named) if named else {}


def changed(
    before: dict[str, Any], after: dict[str, Any], claim: Claim, sources: dict[int, Source]
) -> Iterable[Change]:
    """What differs between two versions of a claim, in the order of their fields; `sources` as of `sources_in`."""
    names = [name for name in after if name in before and before[name] != after[name]]
    return _changes({name: before[name] for name in names}, {name: after[name] for name in names}, claim, sources)


def _changes(
    before: dict[str, Any], after: dict[str, Any], claim: Claim, sources: dict[int, Source]
) -> Iterable[Change]:
    for name, value in after.items():
        values = [before.get(name), value]
        if name == "source":
            values = _who(claim, *(sources.get(one) for one in values))
        yield Change(str(FIELDS.get(name, name.replace("_", " "))), *(_shown(name, one) for one in values))


def _who(claim: Claim, *sources: Source | None) -> list[str]:
    """Two sources by name; one that stands for many by the words of the text as readers may see them today."""
    names = [source.name if source else "" for source in sources]
    said = [
        (claim.source_words or name) if source and source.unnamed else name
        for source, name in zip(sources, names, strict=True)
    ]
    return said if len(set(said)) == len(said) else names


def _shown(name: str, value: Any) -> str:
    """A value as readers see it; of a link to another row only that there is one."""
    if value in (None, "", [], {}):
        return _("none")
    if name not in FIELDS:
        return _("another one")
    return f"{value:g}" if isinstance(value, float) else str(value)
