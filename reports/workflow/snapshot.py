"""A claim as plain data: what the ledger keeps as before and after, and what a version shows. JSON in, JSON out."""

from datetime import date, datetime
from typing import Any

from django.db import models

from reports.models import Claim, Development, DevelopmentFront
from reports.models.vocabulary import ClaimKind, FrontBasis

# What an editor may correct. Everything else about a claim follows from the text or from decisions.
CLAIM_FIELDS = (
    *("source", "source_words", "status"),
    *("date_start", "date_end", "date_precision", "date_basis"),
)
REPORTED = "reported_at"  # follows the report's day; in a version, but not for editors to correct
PART_FIELDS: dict[str, tuple[str, ...]] = {
    ClaimKind.DEVELOPMENT: ("type", "event_type", "sub_event_type", "new_front", "country"),
    ClaimKind.FIGURE: (
        *("low", "high", "modifier", "figure_kind", "unit", "subject", "subject_class", "scope"),
        *("denominator", "vague", "derived", "part_of", "same_as", "development"),
    ),
    ClaimKind.LOCATION: (
        *("name", "place_kind", "role", "country", "latitude", "longitude", "radius_km", "where_prec"),
        *("geometry", "relation", "gazetteer", "gazetteer_id", "place", "development"),
    ),
    ClaimKind.INVOLVEMENT: ("group", "name", "role", "development"),
    ClaimKind.CONTROL: ("location", "control_status", "holder", "contender", "valid_from", "development"),
}
FRONTS = "fronts"  # of a development: a list of fronts, the first one primary
LOCATIONS = "locations"  # of a figure: the places it holds for


def editable(kind: str) -> tuple[str, ...]:
    """The names that `correct` accepts for a kind of claim."""
    extra = {ClaimKind.DEVELOPMENT: (FRONTS,), ClaimKind.FIGURE: (LOCATIONS,)}
    return (*CLAIM_FIELDS, *PART_FIELDS[kind], *extra.get(ClaimKind(kind), ()))


def snapshot(claim: Claim) -> dict[str, Any]:
    """All editable fields of the claim and its part, and when it was reported, as JSON."""
    return {name: _plain(_value(claim, name)) for name in (*editable(claim.kind), REPORTED)}


def plain(changes: dict[str, Any]) -> dict[str, Any]:
    """Changes as JSON: rows by primary key, days in ISO form."""
    return {name: _plain(value) for name, value in changes.items()}


def write(claim: Claim, values: dict[str, Any]) -> None:
    """Set fields from their JSON form and save the rows they belong to. Unknown names are a KeyError."""
    for row, names in assign(claim, values):
        row.save(update_fields=names)
    write_links(claim, values)


def assign(claim: Claim, values: dict[str, Any]) -> list[tuple[models.Model, list[str]]]:
    """Set fields from their JSON form; returns the rows that are to be saved, each with the names of its fields."""
    part: Any = claim.part  # which fields it has depends on its kind, and `editable` knows
    touched = []
    for name in values:
        if name not in (*editable(claim.kind), REPORTED):
            raise KeyError(name)
    for row, names in ((claim, (*CLAIM_FIELDS, REPORTED)), (part, PART_FIELDS[claim.kind])):
        mine = {name: values[name] for name in names if name in values}
        for name, value in mine.items():
            field: Any = row._meta.get_field(name)
            setattr(row, getattr(field, "attname", name), field.to_python(value) if value is not None else None)
        if mine:
            touched.append((row, list(mine)))
    return touched


def write_links(claim: Claim, values: dict[str, Any]) -> None:
    """Save which fronts a development is on, and which places a figure holds for, where they are among the values."""
    part: Any = claim.part
    if FRONTS in values:
        _write_fronts(part, values[FRONTS])
    if LOCATIONS in values:
        part.locations.set(values[LOCATIONS])


def _write_fronts(development: Development, fronts: list[int]) -> None:
    links = DevelopmentFront.objects.filter(development=development)
    kept = {link.front_id: link.basis for link in links}
    if [link.front_id for link in links.order_by("-primary", "pk")] == fronts:
        return
    links.delete()
    for position, front in enumerate(fronts):
        DevelopmentFront.objects.create(
            development=development,
            front_id=front,
            primary=position == 0,
            basis=kept.get(front, FrontBasis.EDITOR),
        )


def _value(claim: Claim, name: str) -> Any:
    """A field's value; of a row it points to the key, without asking for that row."""
    part: Any = claim.part
    if name == FRONTS:
        return [link.front_id for link in sorted(part.front_links.all(), key=lambda link: (not link.primary, link.pk))]
    if name == LOCATIONS:
        return sorted(place.pk for place in part.locations.all())
    row = claim if name in (*CLAIM_FIELDS, REPORTED) else part
    field: Any = row._meta.get_field(name)
    return getattr(row, field.attname)


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
