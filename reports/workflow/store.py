"""Step three: what a reading found becomes proposals, one development a sentence with all that hangs on it.

Undecided proposals of earlier readings give way; what a person decided or added stays, and a new mention over the
same words is not proposed again (docs/adr/0001).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from reports.models import (
    Claim,
    ControlClaim,
    Development,
    DevelopmentFront,
    Figure,
    Involvement,
    Location,
    Reading,
    Report,
)
from reports.models.vocabulary import ClaimKind, DateBasis, DevelopmentType, FrontBasis, Status, Verdict

from .matching import World
from .story import link_story

Json = dict[str, Any]

KEPT_GROUP_ROLES = {"actor", "target"}
# A sentence without a day happened on the report's day only if it tells of now; a background one waits for an editor.
DATED_BY_REPORT = {Status.CURRENT, Status.ANNOUNCED, Status.DENIED, Status.HYPOTHETICAL}


@dataclass
class Proposals:
    """Rows to be written, in the order in which they depend on each other."""

    reading: Reading
    document: Json
    world: World
    kept: list[Claim]
    developments: dict[int, Development] = field(default_factory=dict)  # by sentence
    locations: dict[int, Location] = field(default_factory=dict)  # by index in the document
    figures: dict[int, Figure] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        return self.reading.report


def store_claims(reading: Reading) -> int:
    """Write the proposals of a finished reading; call inside a transaction. Returns how many claims it made."""
    report, document = reading.report, reading.result
    if report.as_of is None and document.get("as_of"):
        report.as_of = parse_datetime(document["as_of"])
        report.save(update_fields=["as_of"])
    _drop_undecided(report)
    kept = list(Claim.objects.filter(report=report).with_parts())
    work = Proposals(reading, document, World.load(report), kept)
    before = Claim.objects.filter(report=report).count()
    for index, sentence in enumerate(document["sentences"]):
        if sentence["status"] != "noise" and _says_something(document, index, sentence):
            _store_sentence(work, index, sentence)
    link_story(work.developments, document)
    _link_figures(work)
    return Claim.objects.filter(report=report).count() - before


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


def _says_something(document: Json, index: int, sentence: Json) -> bool:
    return bool(
        sentence["type"]
        or _within(document["figures"], sentence)
        or any(place["role"] == "event" for place in _within(document["places"], sentence).values())
        or any(group["role"] in KEPT_GROUP_ROLES for group in _within(document["groups"], sentence).values())
    )


def _store_sentence(work: Proposals, index: int, sentence: Json) -> None:
    document = work.document
    development = _development(work, index, sentence)
    work.developments[index] = development
    figures = _within(document["figures"], sentence)
    wanted = {place for figure in figures.values() for place in _places_of(figure)}
    for number, place in _within(document["places"], sentence).items():
        if place["role"] == "event" or (number in wanted and place["role"] == "context"):
            _location(work, development, number, place)
    if not development.front_links.exists():
        _front_from_places(work, development)
    seen = set()
    for number, group in _within(document["groups"], sentence).items():
        key = (group["name"], group["role"])
        if group["role"] in KEPT_GROUP_ROLES and key not in seen:
            seen.add(key)
            _involvement(work, development, number, group)
    for number, figure in figures.items():
        _figure(work, development, number, figure)
    for number, control in _within(document["controls"], sentence).items():
        _control(work, development, number, control)


# --- one function a kind ----------------------------------------------------------------------------------------------


def _development(work: Proposals, index: int, sentence: Json) -> Development:
    if found := _kept(work, ClaimKind.DEVELOPMENT, sentence):
        return found.development
    source = next((s for s in work.document["sources"] if index in s["sentences"]), None)
    claim = _claim(work, ClaimKind.DEVELOPMENT, f"sentences/{index}", sentence, sentence, source)
    section = _section(work.document, sentence)
    development = Development.objects.create(
        claim=claim,
        type=sentence["type"] or DevelopmentType.OTHER,
        event_type=sentence["event_type"] or "",
        sub_event_type=sentence["sub_event_type"] or "",
        country_id=work.world.country(section.get("country")),
    )
    if name := section.get("front"):
        # The heading is of the report's day, also over a sentence that looks back.
        front = work.world.front(name, section["heading"], section.get("country"), work.report.published)
        if front:
            DevelopmentFront.objects.create(development=development, front=front, basis=FrontBasis.HEADING)
        else:
            development.new_front = name[:200]
            development.save(update_fields=["new_front"])
    return development


def _location(work: Proposals, development: Development, number: int, place: Json) -> None:
    if found := _kept(work, ClaimKind.LOCATION, place):
        work.locations[number] = found.location
        return
    claim = _child_claim(work, development, ClaimKind.LOCATION, f"places/{number}", place)
    work.locations[number] = Location.objects.create(
        claim=claim,
        development=development,
        name=place["name"][:200],
        place_kind=place["kind"] or "",
        role=place["role"],
        country_id=work.world.country(place["country"]),
        latitude=place["latitude"],
        longitude=place["longitude"],
        radius_km=place["radius_km"],
        where_prec=place["where_prec"],
        geometry=(place["relation"] or {}).get("geometry"),
        relation=place["relation"],
        alternatives=place["alternatives"],
        gazetteer=place["gazetteer"] or "",
        gazetteer_id=str(place["id"] or ""),
    )


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


def _involvement(work: Proposals, development: Development, number: int, group: Json) -> None:
    if _kept(work, ClaimKind.INVOLVEMENT, group):
        return
    Involvement.objects.create(
        claim=_child_claim(work, development, ClaimKind.INVOLVEMENT, f"groups/{number}", group),
        development=development,
        group=work.world.group(group["name"], development.country_id),
        name=group["name"][:200],
        role=group["role"],
    )


def _figure(work: Proposals, development: Development, number: int, figure: Json) -> None:
    if found := _kept(work, ClaimKind.FIGURE, figure):
        work.figures[number] = found.figure
        return
    said_by = work.document["sources"][figure["source"]] if figure["source"] is not None else None
    claim = _child_claim(work, development, ClaimKind.FIGURE, f"figures/{number}", figure, said_by)
    row = Figure.objects.create(
        claim=claim,
        development=development,
        low=figure["low"],
        high=figure["high"],
        modifier=figure["modifier"],
        figure_kind=figure["kind"],
        unit=(figure["unit"] or "")[:60],
        subject=(figure["subject"] or "")[:200],
        subject_class=figure["subject_class"] or "unspecified",
        scope=figure["scope"] or "",
        denominator=(figure["denominator"] or "")[:300],
        vague=figure["vague"],
        derived=figure["derived"],
    )
    row.locations.set([work.locations[place] for place in _places_of(figure) if place in work.locations])
    work.figures[number] = row


def _control(work: Proposals, development: Development, number: int, control: Json) -> None:
    if _kept(work, ClaimKind.CONTROL, control):
        return
    said_by = work.document["sources"][control["source"]] if control["source"] is not None else None
    claim = _child_claim(work, development, ClaimKind.CONTROL, f"controls/{number}", control, said_by)
    ControlClaim.objects.create(
        claim=claim,
        development=development,
        location=work.locations.get(control["place"]),
        control_status=control["status"],
        holder=work.world.group(control["holder"], development.country_id),
        contender=work.world.group(control["contender"], development.country_id),
        valid_from=claim.date_start,
    )


def _link_figures(work: Proposals) -> None:
    """Parts to their whole, and a number said again to its first saying."""
    for number, row in work.figures.items():
        figure = work.document["figures"][number]
        links = {"part_of": work.figures.get(figure["part_of"]), "same_as": work.figures.get(figure["same_as"])}
        links = {name: other for name, other in links.items() if other is not None and other != row}
        if links and row.claim.verdict == Verdict.PROPOSED:
            Figure.objects.filter(pk=row.pk).update(**links)


# --- the shared part --------------------------------------------------------------------------------------------------


def _claim(
    work: Proposals, kind: ClaimKind, mention: str, span: Json, dated: Json, said_by: Json | None, **fields: Any
) -> Claim:
    status = fields.pop("status", None) or dated.get("status", Status.CURRENT)
    start, end, precision, basis = _period(dated, status, work.report.published)
    return Claim.objects.create(
        kind=kind,
        report=work.report,
        reading=work.reading,
        mention=mention,
        start=span["start"],
        end=span["end"],
        rule=(span.get("rule") or "")[:80],
        confidence=span.get("confidence"),
        source=work.world.source(said_by),
        source_words=(said_by["text"] if said_by else "")[:300],
        status=status,
        date_start=start,
        date_end=end,
        date_precision=precision,
        date_basis=basis,
        reported_at=work.report.reported_at,
        **fields,
    )


def _child_claim(
    work: Proposals, development: Development, kind: ClaimKind, mention: str, span: Json, said_by: Json | None = None
) -> Claim:
    """A claim inside a development: its own day and source where the reading gives them, else the development's."""
    parent = development.claim
    claim = _claim(work, kind, mention, span, span, said_by, status=parent.status)
    inherit: dict[str, Any] = {}
    if not span.get("date_start"):
        inherit = {name: getattr(parent, name) for name in ("date_start", "date_end", "date_precision", "date_basis")}
    if said_by is None and kind != ClaimKind.FIGURE:  # a figure's null source is the wire itself
        inherit |= {"source": parent.source, "source_words": parent.source_words}
    for name, value in inherit.items():
        setattr(claim, name, value)
    if inherit:
        claim.save(update_fields=list(inherit))
    return claim


def _period(dated: Json, status: str, published: date) -> tuple[date | None, date | None, str, str]:
    """First and last day, precision, and whether the text says so or the report's day stands in."""
    if start := parse_date(dated.get("date_start") or ""):
        end = parse_date(dated.get("date_end") or "") or start
        return start, max(start, end), dated.get("date_precision") or "day", DateBasis.STATED
    if status in DATED_BY_REPORT:
        return published, published, "day", DateBasis.INFERRED
    return None, None, "unknown", DateBasis.INFERRED


def _kept(work: Proposals, kind: ClaimKind, span: Json) -> Claim | None:
    """A decided claim of the kind over the same words."""
    return next((c for c in work.kept if c.kind == kind and c.start < span["end"] and span["start"] < c.end), None)


def _section(document: Json, sentence: Json) -> Json:
    index = sentence["section"]
    return document["sections"][index] if index is not None else {}


def _within(mentions: list[Json], sentence: Json) -> dict[int, Json]:
    return {i: m for i, m in enumerate(mentions) if sentence["start"] <= m["start"] < sentence["end"]}


def _places_of(figure: Json) -> list[int]:
    first = [figure["place"]] if figure["place"] is not None else []
    return list(dict.fromkeys([*first, *figure["places"]]))
