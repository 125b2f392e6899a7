"""Step three: what a reading found becomes proposals, one development a sentence with all that hangs on it.

Undecided proposals of earlier readings give way; what a person decided or added stays, and a new mention over the
same words is not proposed again (docs/adr/0001).
"""

from django.db import transaction
from django.utils.dateparse import parse_datetime

from reports.models import Claim, Development, DevelopmentFront, Figure, Reading, Report
from reports.models.vocabulary import ClaimKind, DevelopmentType, FrontBasis, Status, Verdict

from .differences import Proposed, keep_change, keep_differences, proposals_of
from .matching import World
from .proposals import (
    Json,
    Proposals,
    add_control,
    add_development,
    add_figure,
    add_involvement,
    add_location,
    places_of,
)
from .restating import relink
from .story import link_story

KEPT_GROUP_ROLES = {"actor", "target"}


def store_claims(reading: Reading) -> int:
    """Write the proposals of a finished reading; call inside a transaction. Returns how many claims it made."""
    report, document = reading.report, reading.document
    if report.as_of is None and document.get("as_of"):
        report.as_of = parse_datetime(document["as_of"])
        report.save(update_fields=["as_of"])
    was_read = report.claims.exists()
    earlier = proposals_of(report) if was_read else []
    _drop_undecided(report)
    kept = list(Claim.objects.filter(report=report).with_parts())
    before = len(kept)
    _propose(reading, kept)
    if was_read:
        keep_change(reading, earlier, proposals_of(report))
        keep_differences(reading, _as_if_nothing_were_decided(reading))
    relink(report)
    return Claim.objects.filter(report=report).count() - before


def _propose(reading: Reading, kept: list[Claim]) -> None:
    document = reading.document
    work = Proposals(reading, document, World.load(reading.report), kept)
    for index, sentence in enumerate(document["sentences"]):
        if sentence["status"] != "noise" and _says_something(work, sentence):
            _store_sentence(work, index, sentence)
    link_story(work.developments, document)
    _link_figures(work)


def _as_if_nothing_were_decided(reading: Reading) -> list[Proposed]:
    """What the reading proposes where decided claims stand in its way: written, looked at, and rolled back."""
    with transaction.atomic():
        there = set(reading.report.claims.values_list("pk", flat=True))
        _propose(reading, [])
        found = proposals_of(reading.report, but=there)
        transaction.set_rollback(True)
    return found


def _drop_undecided(report: Report) -> None:
    """Proposals that nobody touched give way to the new reading's. Those that a decided claim hangs on stay."""
    untouched = Claim.objects.filter(
        report=report, verdict=Verdict.PROPOSED, reading__isnull=False, decisions__isnull=True
    )
    untouched.exclude(kind=ClaimKind.DEVELOPMENT).exclude(
        kind=ClaimKind.LOCATION, location__controls__claim__in=report.claims.exclude(verdict=Verdict.PROPOSED)
    ).delete()
    untouched.filter(
        kind=ClaimKind.DEVELOPMENT,
        development__figures__isnull=True,
        development__locations__isnull=True,
        development__involvements__isnull=True,
        development__controls__isnull=True,
    ).delete()


def _says_something(work: Proposals, sentence: Json) -> bool:
    """Whether a sentence tells of a front: a kind of event, an announcement or denial, a number, a place, a party.

    "The count cannot be checked" does not; it stays in the text and in the reading."""
    return bool(
        sentence["type"] not in (None, DevelopmentType.OTHER)
        or sentence["status"] in (Status.ANNOUNCED, Status.DENIED)
        or work.within("figures", sentence)
        or any(place["role"] == "event" for place in work.within("places", sentence).values())
        or any(group["role"] in KEPT_GROUP_ROLES for group in work.within("groups", sentence).values())
    )


def _store_sentence(work: Proposals, index: int, sentence: Json) -> None:
    development = add_development(work, index, sentence)
    work.developments[index] = development
    figures = work.within("figures", sentence)
    wanted = {place for figure in figures.values() for place in places_of(figure)}
    for number, place in work.within("places", sentence).items():
        if place["role"] == "event" or (number in wanted and place["role"] == "context"):
            add_location(work, development, number, place)
    if not development.front_links.exists():
        _front_from_places(work, development)
    seen = set()
    for number, group in work.within("groups", sentence).items():
        key = (group["name"], group["role"])
        if group["role"] in KEPT_GROUP_ROLES and key not in seen:
            seen.add(key)
            add_involvement(work, development, number, group)
    for number, figure in figures.items():
        add_figure(work, development, number, figure)
    for number, control in work.within("controls", sentence).items():
        add_control(work, development, number, control)


def _front_from_places(work: Proposals, development: Development) -> None:
    """A report without a heading for this sentence gets its front from where things happened, or asks the editor."""
    if development.new_front:
        return
    day = development.claim.date_end or work.report.published
    for location in development.locations.all():
        front = work.world.front_at(location.latitude, location.longitude, location.name, location.country_id, day)
        if front:
            DevelopmentFront.objects.create(development=development, front=front, basis=FrontBasis.PLACE)
            return


def _link_figures(work: Proposals) -> None:
    """Parts to their whole, and a number said again to its first saying."""
    for number, row in work.figures.items():
        figure = work.document["figures"][number]
        links = {"part_of": work.figures.get(figure["part_of"]), "same_as": work.figures.get(figure["same_as"])}
        links = {name: other for name, other in links.items() if other is not None and other != row}
        if links and row.claim.verdict == Verdict.PROPOSED:
            Figure.objects.filter(pk=row.pk).update(**links)
