"""A place that the desk fixed is put where it belongs in other reports too: listed first, moved in one step, counted.

Only proposals move that nobody decided on. What a person decided, what a decided claim hangs on, and what another
country's report calls so stay, and the summary says why.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from reports.extraction import model as mentions
from reports.extraction.folding import fold
from reports.geocoding.geometry import km_between, spot_of
from reports.models import Alias, Claim, Location, Place, Relocation
from reports.models.vocabulary import Verdict

from .errors import NotAllowed
from .ledger import bump
from .queue import send_relocation

SAME_SPOT_KM = 0.2
DECIDED = gettext_noop("an editor decided on it")
HUNG_ON = gettext_noop("a decided claim depends on it")
ELSEWHERE = gettext_noop("it lies in another country")
OTHER_FRONT = gettext_noop("the name means this place on another front only")


@dataclass(frozen=True)
class Namesake:
    """A place in a report that bears one of the names. `why_left`: a reason not to move it; empty where it may move."""

    location: Location
    why_left: str = ""

    @property
    def why_left_words(self) -> str:
        return _(self.why_left) if self.why_left else ""


def namesakes(place: Place) -> list[Namesake]:
    """The places of all reports that bear one of the place's names and do not stand on it yet, newest report first."""
    taught: dict[str, list[Alias]] = defaultdict(list)
    texts = {place.name}
    for alias in Alias.objects.filter(place=place):
        taught[alias.folded].append(alias)
        texts.add(alias.text)
    told = Q()
    for text in texts:
        told |= Q(claim__report__text__icontains=text)
    rows = (
        Location.objects.filter(told)
        .select_related("claim__report", "development")
        .prefetch_related("claim__decisions", "controls__claim", "figures__claim", "development__fronts")
        .order_by("-claim__report__published", "claim__report_id", "claim__start")
    )
    own = fold(place.name)
    found = []
    for row in rows:
        name = fold(row.claim.quote)
        if (name == own or name in taught) and not _stands_on(row, place):
            found.append(Namesake(row, _why_left(row, place, taught[name] if name != own else [])))
    return found


def ask(place: Place, by) -> Relocation:
    """Have a worker move them. Raises NotAllowed; one that waits already is given back."""
    if not by.has_perm("reports.review_claim"):
        raise NotAllowed(_("Your account may not review claims."))
    with transaction.atomic():
        waiting = Relocation.objects.select_for_update().filter(place=place, finished_at=None).first()
        row = waiting or Relocation.objects.create(place=place, requested_by=by)
        transaction.on_commit(lambda: send_relocation(row.pk))
    return row


def relocate(pk: int) -> Relocation | None:
    """Do what was asked, all or nothing; None where it is done already. Twice does no harm."""
    with transaction.atomic():
        row = Relocation.objects.select_for_update().filter(pk=pk, finished_at=None).first()
        if row is None:
            return None
        touched = {}
        for namesake in namesakes(row.place):
            location, claim = namesake.location, namesake.location.claim
            entry = _entry(claim)
            if namesake.why_left:
                row.left.append(entry | {"why": namesake.why_left})
                continue
            before = _where(location)
            _move(location, row.place)
            row.moved.append(entry | {"from": before, "to": _where(location)})
            touched[claim.report_id] = claim.report
        for report in touched.values():
            bump(report, None)  # a page that is open somewhere must not decide on what it no longer shows
        row.finished_at = timezone.now()
        row.save()
    return row


def fail_relocation(pk: int, sentence: str) -> None:
    """End a pass without a result: the sentence is for the editor."""
    Relocation.objects.filter(pk=pk, finished_at=None).update(finished_at=timezone.now(), failure=sentence)


def _entry(claim: Claim) -> dict[str, Any]:
    """A mention in the summary: enough to find it again, and to read without looking."""
    report = claim.report
    return {
        "report": report.public_id, "pk": report.pk, "title": str(report)[:120], "claim": claim.public_id,
        "words": claim.quote,
    }  # fmt: skip


def _stands_on(location: Location, place: Place) -> bool:
    if location.place_id == place.pk or (location.gazetteer, location.gazetteer_id) == ("desk", str(place.pk)):
        return location.relation is not None or _apart(location, place) < SAME_SPOT_KM
    return location.relation is None and _apart(location, place) < SAME_SPOT_KM


def _apart(location: Location, place: Place) -> float:
    if None in (location.latitude, location.longitude, place.latitude, place.longitude):
        return float("inf")
    return km_between((location.latitude, location.longitude), (place.latitude, place.longitude))  # type: ignore[arg-type]


def _why_left(location: Location, place: Place, aliases: list[Alias]) -> str:
    claim = location.claim
    if claim.verdict != Verdict.PROPOSED or claim.reading_id is None or claim.decisions.all():
        return DECIDED
    hung = [*location.controls.all(), *location.figures.all()]
    if any(other.claim.verdict != Verdict.PROPOSED for other in hung):
        return HUNG_ON
    country = location.country_id or location.development.country_id
    if country is not None and country != place.country_id:
        return ELSEWHERE
    fronts = {front.pk for front in location.development.fronts.all()}
    scopes = {alias.on_front_id for alias in aliases}
    if scopes and None not in scopes and not scopes & fronts:
        return OTHER_FRONT
    return ""


def _where(location: Location) -> dict[str, Any]:
    return {"name": location.name, "latitude": location.latitude, "longitude": location.longitude}


def _move(location: Location, place: Place) -> None:
    """Put it on the place, or where its relation ("20 km north of") lies from there."""
    spot = mentions.Place(
        0, 0, place.name, place.name, place.country_id, place.latitude, place.longitude, place.kind,
        place.where_prec, "desk", str(place.pk), radius_km=place.radius_km,
        relation=dict(location.relation) if location.relation else None,
    )  # fmt: skip
    if spot.relation is not None:
        spot_of(spot, _other_end(location))
    location.name, location.place_kind, location.country_id = place.name, place.kind, place.country_id
    location.latitude, location.longitude = spot.latitude, spot.longitude
    location.radius_km, location.where_prec = spot.radius_km, spot.where_prec
    location.relation, location.geometry = spot.relation, spot.area
    location.gazetteer, location.gazetteer_id, location.place = "desk", str(place.pk), place
    location.save()


def _other_end(location: Location) -> tuple[float, float] | None:
    """Of "between A and B": where B was put, as the line that was drawn says."""
    line = location.geometry or {}
    if (location.relation or {}).get("kind") != "between" or line.get("type") != "LineString":
        return None
    longitude, latitude = line["coordinates"][-1]
    return latitude, longitude
