"""A report with its claims marked in the text, and beside each sentence what was read from it. Drawn on the server."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import Claim, Decision, Report
from reports.models.covering import shown
from reports.models.vocabulary import Action, ClaimKind, ControlStatus, PlaceRole, Verdict

from . import naming, series, words


@dataclass
class Node:
    """A stretch of text, or a claim around more of them. `first` is where the claim's anchor goes."""

    text: str = ""
    claim: Claim | None = None
    first: bool = True
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Note:
    """What was read from a mark, and who decided it."""

    claim: Claim
    kind: str
    quote: str
    reading: str
    detail: str
    reviewed: str
    corrected: bool


@dataclass(frozen=True)
class Passage:
    """A sentence that we quote with its notes; or, where the outlet allows its full text, the words between two."""

    nodes: list[Node]
    development: Claim | None = None
    notes: tuple[Note, ...] = ()


def passages(report: Report, claims: list[Claim], until: datetime | None = None) -> list[Passage]:
    """The public sentences of a report in order; `claims` are those of a moment, decided on until an instant (now)."""
    named = {claim.pk for claim in claims if claim.blurred_at is None}
    for claim in claims:
        if claim.kind == ClaimKind.CONTROL and claim.controlclaim.location_id not in named:
            claim.controlclaim.location = None  # in memory: a place that is held back is not named by who holds it
    decided = Decision.objects.all() if until is None else Decision.objects.filter(at__lte=until)
    prefetch_related_objects(claims, Prefetch("decisions", decided.order_by("at", "pk")))
    sentences = [claim for claim in claims if claim.kind == ClaimKind.DEVELOPMENT]
    found, done = [], 0
    for sentence in sentences:
        inside = [claim for claim in claims if claim is not sentence and _development_id(claim) == sentence.pk]
        if report.outlet.full_text_public and (between := shown(report.public_text[done : sentence.start].strip())):
            found.append(Passage([Node(between)]))
        marks = [claim for claim in inside if sentence.start <= claim.start and claim.end <= sentence.end]
        nodes = nested(report.public_text, sentence.start, sentence.end, marks)
        notes = _said_once([note(claim) for claim in [sentence, *inside]])
        found.append(Passage(nodes, sentence, notes))
        done = max(done, sentence.end)
    if report.outlet.full_text_public and (rest := shown(report.public_text[done:].strip())):
        found.append(Passage([Node(rest)]))
    return found


def holds_back(report: Report) -> bool:
    """Whether something of a report is delayed, blurred or withheld now, in whatever past the reader looks."""
    kept = Q(withheld_at__isnull=False) | Q(blurred_at__isnull=False) | Q(delayed_until__gt=timezone.now())
    return (
        Claim.objects.filter(kept, report=report, withdrawn_at__isnull=True).exclude(verdict=Verdict.REJECTED).exists()
    )


def _said_once(notes: list[Note]) -> tuple[Note, ...]:
    """Where all of a sentence was reviewed at one stroke, its first note says so for all."""
    first, *others = notes
    if not others or any(one.reviewed != first.reviewed for one in others):
        return tuple(notes)
    whole = replace(first, reviewed=_("all of it %(reviewed)s") % {"reviewed": first.reviewed})
    return whole, *(replace(one, reviewed="") for one in others)


def nested(text: str, start: int, end: int, claims: Iterable[Claim]) -> list[Node]:
    """The stretch with marks inside marks; one that reaches over another's end is cut there and goes on after it."""
    spans = [(claim.start, claim.end, claim, True) for claim in claims]
    return _nest(text, start, end, sorted(spans, key=_outermost_first))


def _nest(text: str, start: int, end: int, spans: list[tuple[int, int, Claim, bool]]) -> list[Node]:
    nodes, at, waiting = [], start, list(spans)
    while waiting:
        left, right, claim, first = waiting.pop(0)
        inside = [span for span in waiting if span[0] < right]
        after = [span for span in waiting if span[0] >= right]
        over = [(right, b, one, False) for _a, b, one, _f in inside if b > right]
        inside = [(a, min(b, right), one, f) for a, b, one, f in inside]
        if at < left:
            nodes.append(Node(shown(text[at:left])))
        nodes.append(Node(claim=claim, first=first, children=_nest(text, left, right, inside)))
        at, waiting = right, sorted([*over, *after], key=_outermost_first)
    return [*nodes, Node(shown(text[at:end]))] if at < end else nodes


def _outermost_first(span: tuple[int, int, Claim, bool]) -> tuple[int, int, int]:
    return span[0], -span[1], span[2].pk or 0


def note(claim: Claim) -> Note:
    reading, detail = _READ[ClaimKind(claim.kind)](claim)
    corrected = any(decision.action == Action.CORRECT for decision in claim.decisions.all())
    return Note(
        claim, str(ClaimKind(claim.kind).label), claim.public_quote, reading, detail, _reviewed(claim), corrected
    )


def _read_development(claim: Claim) -> tuple[str, str]:
    development = claim.development
    fronts = words.listed(naming.called(link.front) for link in development.front_links.all())
    said = _("said by %(source)s") % {"source": naming.who(claim)} if claim.source else ""
    status = str(claim.get_status_display()) if claim.status != "current" else ""
    return str(development.get_type_display()), words.joined([fronts, words.when(claim), said, status])


def _read_figure(claim: Claim) -> tuple[str, str]:
    figure = claim.figure
    scope = str(figure.get_scope_display()).lower() if figure.scope else ""
    of = series.of_what(figure) or series.who(figure)
    said = _("said by %(source)s") % {"source": naming.who(claim)} if claim.source else ""
    again = _("says another figure again") if figure.same_as_id else ""
    return words.figure_in_short(figure), words.joined([of, scope, words.when(claim), said, again])


def _read_location(claim: Claim) -> tuple[str, str]:
    location = claim.location
    name, country = naming.place(location), naming.called(location.country) if location.country else ""
    name = words.listed([name, country]) if country and country != name else name
    role = words.precision(location) if location.role == "event" else str(location.get_role_display()).lower()
    return name, role


def _read_involvement(claim: Claim) -> tuple[str, str]:
    involvement = claim.involvement
    name = naming.called(involvement.group) if involvement.group else involvement.name
    return name, str(involvement.get_role_display()).lower()


def _read_control(claim: Claim) -> tuple[str, str]:
    control = claim.controlclaim
    place = naming.place(control.location) if control.location else ""
    holder = naming.called(control.holder) if control.holder else ""
    said = _("said by %(source)s") % {"source": naming.who(claim)} if claim.source else ""
    return str(ControlStatus(control.control_status).label), words.joined([place, holder, said])


_READ = {
    ClaimKind.DEVELOPMENT: _read_development,
    ClaimKind.FIGURE: _read_figure,
    ClaimKind.LOCATION: _read_location,
    ClaimKind.INVOLVEMENT: _read_involvement,
    ClaimKind.CONTROL: _read_control,
}


def _reviewed(claim: Claim) -> str:
    """By which role and on which day; names stay in the house."""
    decided = [one for one in claim.decisions.all() if one.action in {Action.ADD, Action.ACCEPT, Action.CORRECT}]
    at = decided[-1].at if decided else claim.reviewed_at
    if at is None:
        return ""
    role = words.role(decided[-1].role if decided else "") or _("reviewer")
    values = {"day": words.day(at.date()), "role": role}
    if claim.in_bulk:
        return _("accepted in bulk, %(day)s (%(role)s)") % values
    return _("reviewed %(day)s (%(role)s)") % values


def _development_id(claim: Claim) -> int | None:
    return getattr(claim.part, "development_id", None)


def placed(claims: list[Claim]) -> list[int]:
    """Primary keys of those that are places where something happened, for the map of the report."""
    places = [claim for claim in claims if claim.kind == ClaimKind.LOCATION]
    return [one.pk for one in places if one.location.role == PlaceRole.EVENT and one.location.latitude is not None]
