"""The rows that a reading proposes, one function a kind. `store` decides which sentences they are made for."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

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
from reports.models.vocabulary import ClaimKind, DateBasis, DevelopmentType, FrontBasis

from .days import PERIOD, as_far_as_it_runs, period, says_its_day
from .matching import World, only_a_direction

Json = dict[str, Any]


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
    starts: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        return self.reading.report

    def within(self, kind: str, sentence: Json) -> dict[int, Json]:
        """The mentions of a kind ("figures", "places" …) that begin in a sentence, by their index in the document."""
        starts, order = self._by_start(kind)
        first, last = bisect_left(starts, sentence["start"]), bisect_left(starts, sentence["end"])
        return {number: self.document[kind][number] for number in sorted(order[first:last])}

    def _by_start(self, kind: str) -> tuple[list[int], list[int]]:
        """Where the mentions of a kind begin, in order, and their indexes: worked out once."""
        if kind not in self.starts:
            ordered = sorted((mention["start"], number) for number, mention in enumerate(self.document[kind]))
            self.starts[kind] = [start for start, _ in ordered], [number for _, number in ordered]
        return self.starts[kind]


def add_development(work: Proposals, index: int, sentence: Json) -> Development:
    if found := _kept(work, ClaimKind.DEVELOPMENT, sentence):
        return found.development
    source = next((s for s in work.document["sources"] if index in s["sentences"]), None)
    dated = as_far_as_it_runs(sentence, work.within("figures", sentence).values(), work.report.published)
    claim = _claim(work, ClaimKind.DEVELOPMENT, f"sentences/{index}", dated, source)
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
        elif not only_a_direction(name):
            development.new_front = name[:200]
            development.save(update_fields=["new_front"])
    return development


def add_location(work: Proposals, development: Development, number: int, place: Json) -> None:
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
        geometry=place["area"],
        relation=place["relation"],
        alternatives=place["alternatives"],
        gazetteer=place["gazetteer"] or "",
        gazetteer_id=str(place["id"] or ""),
    )


def add_involvement(work: Proposals, development: Development, number: int, group: Json) -> None:
    if _kept(work, ClaimKind.INVOLVEMENT, group):
        return
    Involvement.objects.create(
        claim=_child_claim(work, development, ClaimKind.INVOLVEMENT, f"groups/{number}", group),
        development=development,
        group=work.world.group(group["name"], development.country_id),
        name=group["name"][:200],
        role=group["role"],
    )


def add_figure(work: Proposals, development: Development, number: int, figure: Json) -> None:
    if found := _kept(work, ClaimKind.FIGURE, figure):
        work.figures[number] = found.figure
        return
    said_by = work.document["sources"][figure["source"]] if figure["source"] is not None else None
    claim = _child_claim(work, development, ClaimKind.FIGURE, f"figures/{number}", figure, said_by)
    around = {"start": development.claim.start, "end": development.claim.end}
    if claim.date_basis == DateBasis.STATED and not says_its_day(claim, work.within("dates", around).values()):
        claim.date_basis = DateBasis.INFERRED  # it leans on the day of another sentence
        claim.save(update_fields=["date_basis"])
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
    row.locations.set([work.locations[place] for place in places_of(figure) if place in work.locations])
    work.figures[number] = row


def add_control(work: Proposals, development: Development, number: int, control: Json) -> None:
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


# --- the shared part --------------------------------------------------------------------------------------------------


def _claim(work: Proposals, kind: ClaimKind, mention: str, span: Json, said_by: Json | None, **fields: Any) -> Claim:
    """A proposal over a span, with its own status and period, and its source who said it; `fields` win over them."""
    status = fields.get("status") or span["status"]
    values = {
        "status": status,
        **period(span, status, work.report.published),
        "source": work.world.source(said_by),
        "source_words": (said_by["text"] if said_by else "")[:300],
        "rule": (span.get("rule") or "")[:80],
        "confidence": span.get("confidence"),
        "reported_at": work.report.reported_at,
        **fields,
    }
    return Claim.objects.create(
        kind=kind,
        report=work.report,
        reading=work.reading,
        mention=mention,
        start=span["start"],
        end=span["end"],
        **values,
    )


def _child_claim(
    work: Proposals, development: Development, kind: ClaimKind, mention: str, span: Json, said_by: Json | None = None
) -> Claim:
    """A claim inside a development: its own day and source where the reading gives them, else the development's."""
    parent = development.claim
    # A figure may stand otherwise than its sentence: "denied that it fled, and said it lost two men".
    own = kind == ClaimKind.FIGURE and span.get("status")
    inherited = [] if own else ["status"]
    if not span.get("date_start"):
        inherited += PERIOD
    if said_by is None and kind != ClaimKind.FIGURE:  # a figure's null source is the wire itself
        inherited += ["source", "source_words"]
    return _claim(work, kind, mention, span, said_by, **{name: getattr(parent, name) for name in inherited})


def _kept(work: Proposals, kind: ClaimKind, span: Json) -> Claim | None:
    """A decided claim of the kind over the same words."""
    return next((c for c in work.kept if c.kind == kind and c.start < span["end"] and span["start"] < c.end), None)


def _section(document: Json, sentence: Json) -> Json:
    index = sentence["section"]
    return document["sections"][index] if index is not None else {}


def places_of(figure: Json) -> list[int]:
    first = [figure["place"]] if figure["place"] is not None else []
    return list(dict.fromkeys([*first, *figure["places"]]))
