"""Reports as readers saw them at an instant: the same objects as of now, with the values that they had then.

Rows are loaded as they are and overlaid in memory with the bodies of their versions (`bodies.seen`), then linked among
each other; nothing is saved. The number of queries does not depend on how many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from reports.models import (
    Claim,
    ControlClaim,
    Country,
    Development,
    DevelopmentFront,
    Figure,
    Front,
    Group,
    Involvement,
    Location,
    Place,
    Report,
    Source,
)
from reports.models.covering import shown
from reports.models.vocabulary import PART_OF_KIND, ClaimKind, PlaceRole
from reports.workflow.snapshot import CLAIM_FIELDS, FRONTS, LOCATIONS, PART_FIELDS, REPORTED

from .bodies import Seen

PARTS: dict[str, Any] = {
    ClaimKind.DEVELOPMENT: Development,
    ClaimKind.FIGURE: Figure,
    ClaimKind.LOCATION: Location,
    ClaimKind.INVOLVEMENT: Involvement,
    ClaimKind.CONTROL: ControlClaim,
}
NAMED: tuple[Any, ...] = (Source, Country, Group, Front, Place)  # records that bodies point to by primary key


@dataclass
class Scene:
    """All that was public of some reports, by primary key. Developments have `public_figures` and the like."""

    claims: dict[int, Claim] = field(default_factory=dict)
    parts: dict[str, dict[int, Any]] = field(default_factory=lambda: {kind: {} for kind in PARTS})

    @property
    def developments(self) -> dict[int, Development]:
        return self.parts[ClaimKind.DEVELOPMENT]

    @property
    def figures(self) -> dict[int, Figure]:
        return self.parts[ClaimKind.FIGURE]

    @property
    def locations(self) -> dict[int, Location]:
        return self.parts[ClaimKind.LOCATION]

    @property
    def involvements(self) -> dict[int, Involvement]:
        return self.parts[ClaimKind.INVOLVEMENT]

    @property
    def controls(self) -> dict[int, ControlClaim]:
        return self.parts[ClaimKind.CONTROL]

    @classmethod
    def of(cls, claims: Iterable[Seen], reports: Mapping[int, Report]) -> "Scene":
        """Of claims and their reports; in eight queries, whatever there is."""
        scene, bodies = cls(), {one.pk: one.body for one in claims}
        rows = Claim.objects.filter(report__in=list(reports), pk__in=_few(bodies)).select_related(
            *PART_OF_KIND.values()
        )
        for claim in rows.order_by("start", "-end", "pk"):
            if claim.pk in bodies:
                claim.report = reports[claim.report_id]
                part = claim.part
                part.claim = claim
                scene.claims[claim.pk] = claim
                scene.parts[claim.kind][part.pk] = part
        scene._overlay(bodies)
        scene._link(bodies)
        return scene

    def _overlay(self, bodies: dict[int, dict[str, Any]]) -> None:
        records = _records(bodies)
        links: dict[Any, dict[Any, Any]] = {
            Development: self.developments,
            Figure: self.figures,
            Location: self.locations,
            **records,
        }
        for claim in self.claims.values():
            body, part = bodies[claim.pk], claim.part
            for row, names in ((claim, (*CLAIM_FIELDS, REPORTED)), (part, PART_FIELDS[claim.kind])):
                for name in names:
                    if name in body:
                        _set(row, name, body[name], links)
            claim.sentence = shown(_words(claim))  # type: ignore[attr-defined]

    def _link(self, bodies: dict[int, dict[str, Any]]) -> None:
        """What templates reach from a development: its fronts, and the public parts in the order of the text."""
        fronts = Front.objects.in_bulk({pk for one in self.developments for pk in bodies[one].get(FRONTS, ())})
        hanging: dict[str, dict[int, list[Any]]] = {kind: defaultdict(list) for kind in PARTS}
        for kind, parts in self.parts.items():
            for part in parts.values():
                if kind != ClaimKind.DEVELOPMENT:
                    hanging[kind][part.development_id].append(part)
        for pk, one in self.developments.items():
            links = [
                DevelopmentFront(development=one, front=fronts[front], primary=number == 0)
                for number, front in enumerate(bodies[pk].get(FRONTS, ()))
                if front in fronts
            ]
            _prefetched(one, "front_links", links)
            one.sentence = one.claim.sentence  # type: ignore[attr-defined]
            one.public_figures = hanging[ClaimKind.FIGURE][pk]  # type: ignore[attr-defined]
            places = hanging[ClaimKind.LOCATION][pk]
            one.public_locations = [place for place in places if _is_drawn(place)]  # type: ignore[attr-defined]
            groups = hanging[ClaimKind.INVOLVEMENT][pk]
            one.public_involvements = [group for group in groups if group.group_id]  # type: ignore[attr-defined]
        for figure in self.figures.values():
            places = [self.locations[pk] for pk in bodies[figure.pk].get(LOCATIONS, ()) if pk in self.locations]
            figure.public_locations = places  # type: ignore[attr-defined]
            figure.quoted = figure.claim.sentence  # type: ignore[attr-defined]
        for control in self.controls.values():
            control.sentence = _words(control.development.claim)  # type: ignore[attr-defined]
        for place in self.locations.values():
            place.sentence = _words(place.development.claim)  # type: ignore[attr-defined]


def _few(bodies: dict[int, Any]) -> Any:
    return list(bodies) if len(bodies) < 500 else Claim.objects.values("pk")


def _words(claim: Claim) -> str:
    return claim.report.public_text[claim.start : claim.end]


def _is_drawn(place: Location) -> bool:
    return place.role == PlaceRole.EVENT and place.latitude is not None


def _records(bodies: dict[int, dict[str, Any]]) -> dict[Any, dict[Any, Any]]:
    """The records of the world that the bodies name, by model: one query each."""
    wanted: dict[Any, set[Any]] = {model: set() for model in NAMED}
    fields = {name for names in (CLAIM_FIELDS, *PART_FIELDS.values()) for name in names}
    models_of = {name: model for name in fields if (model := _model(name)) in wanted}
    for body in bodies.values():
        for name, model in models_of.items():
            if body.get(name) is not None:
                wanted[model].add(body[name])
    return {
        model: (model.objects.select_related("affiliation") if model is Source else model.objects).in_bulk(keys)
        for model, keys in wanted.items()
    }


def _model(name: str) -> Any:
    """What a field of this name points to, in the claim or any of its parts."""
    for model in (Claim, *PARTS.values()):
        for one in model._meta.get_fields():
            if one.name == name and isinstance(one, models.ForeignKey):
                return one.related_model
    return None


def _set(row: Any, name: str, value: Any, links: dict[Any, dict[Any, Any]]) -> None:
    """Give a field its value of then; of a link to what was not public then only the key."""
    one = row._meta.get_field(name)
    if not isinstance(one, models.ForeignKey):
        setattr(row, name, one.to_python(value) if value is not None else None)
        return
    found = links[one.related_model].get(value)
    setattr(row, name if found is not None else one.attname, found if found is not None else value)


def _prefetched(row: Any, name: str, found: list[Any]) -> None:
    """As if `prefetch_related` had loaded it."""
    queryset = getattr(row, name).get_queryset()
    queryset._result_cache, queryset._prefetch_done = found, True
    row._prefetched_objects_cache = {**getattr(row, "_prefetched_objects_cache", {}), name: queryset}
