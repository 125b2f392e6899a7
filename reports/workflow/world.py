"""The world as it is shipped, taken into the database. What an editor changed is never overwritten.

A country, group, source or front is filled when it is created, and never again; later runs add what is missing of
its names, and what is new in the shipped lists. The editors own the rows from then on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from reports.models import Country, Front, FrontSide, Group, GroupLink, Place, Source
from reports.models.vocabulary import AliasKind, GroupLinkKind

from .names import Name, Names
from .records import kept_of
from .shipped import (
    GAZETTEER,
    Row,
    country_names,
    in_other_languages,
    place_id,
    shipped,
    shipped_groups,
    shipped_places,
)

Progress = Callable[["Step"], None]


@dataclass(frozen=True)
class Step:
    """What one step did: rows added, rows that were there before, names added."""

    name: str
    added: int
    kept: int
    names: int

    def __str__(self) -> str:
        return f"{self.name}: {self.added} added, {self.kept} there already; {self.names} names added"


def load_world(progress: Progress = lambda step: None) -> list[Step]:
    """Add what is missing of countries, groups, sources, places and fronts, in one transaction; tells each step."""
    steps = []
    with transaction.atomic():
        for load in (_countries, _groups, _sources, _places, _fronts):
            steps.append(load())
            progress(steps[-1])
    return steps


def _countries() -> Step:
    rows = shipped("countries", "country")
    there = Country.objects.in_bulk()
    new = [Country(iso2=r["iso2"], iso3=r["iso3"], name=r["name"]) for r in rows if r["iso2"] not in there]
    Country.objects.bulk_create(new)
    translated = country_names()
    names = Names("country")
    for row in rows:
        names.add(row["iso2"], Name(row["name"], preferred=True))
        for language, by_code in translated.items():
            if row["iso2"] in by_code:
                names.add(row["iso2"], Name(by_code[row["iso2"]], language, preferred=True))
        names.add_all(row["iso2"], row.get("aliases", ()))
    return Step("Countries", len(new), len(there), names.save())


def _groups() -> Step:
    rows = shipped_groups()
    by_slug, kept = _there(Group, rows)
    new = [r for r in rows if r["slug"] not in by_slug]
    created = Group.objects.bulk_create(
        Group(slug=r["slug"], name=r["name"], actor_type=r.get("actor_type", ""), note=r.get("note", "")) for r in new
    )
    by_slug |= {group.slug: group for group in created}
    Group.countries.through.objects.bulk_create(
        Group.countries.through(group_id=by_slug[r["slug"]].pk, country_id=code)
        for r in new
        for code in r.get("countries", ())
    )
    GroupLink.objects.bulk_create(
        GroupLink(
            group=by_slug[link["group"]],
            other=by_slug[link["whole"]],
            kind=GroupLinkKind.PART_OF,
            valid_from=link.get("from"),
        )
        for link in shipped("fronts", "part_of")
        if link["group"] in {r["slug"] for r in new}
    )
    names = Names("group")
    for row in in_other_languages("group", rows):
        names.add_row(by_slug[row["slug"]].pk, row)
        for code in row.get("countries", ()):
            names.add_all(by_slug[row["slug"]].pk, row.get("generic", ()), AliasKind.GENERIC, country=code)
    return Step("Groups", len(new), kept, names.save())


def _sources() -> Step:
    rows = shipped("sources", "source")
    by_slug, kept = _there(Source, rows)
    groups, _ = _there(Group, shipped_groups())
    created = Source.objects.bulk_create(
        Source(
            slug=r["slug"],
            name=r["name"],
            kind=r["kind"],
            affiliation=groups.get(r.get("affiliation", "")),
            is_wire=r.get("wire", False) or r.get("files", False),
            full_text_public=r.get("full_text", False),
        )
        for r in rows
        if r["slug"] not in by_slug
    )
    by_slug |= {source.slug: source for source in created}
    names = Names("source")
    for row in in_other_languages("source", rows):
        names.add_row(by_slug[row["slug"]].pk, row)
    return Step("Sources", len(created), kept, names.save())


def _places() -> Step:
    """The places of the shipped fronts, by the id that fronts.toml gives them."""
    there = set(Place.objects.filter(gazetteer=GAZETTEER).values_list("gazetteer_id", flat=True))
    shipped_rows = list(shipped_places())
    new = [row for row in shipped_rows if place_id(*row[:2]) not in there]
    Place.objects.bulk_create(
        Place(
            name=name,
            kind=kind,
            country_id=country,
            latitude=latitude,
            longitude=longitude,
            gazetteer=GAZETTEER,
            gazetteer_id=place_id(country, name),
        )
        for country, name, latitude, longitude, kind in new
    )
    rows = Place.objects.filter(gazetteer=GAZETTEER).select_related("merged_into")
    keys = {place.gazetteer_id: kept_of(place).pk for place in rows}
    names = Names("place")
    for country, name, *_ in shipped_rows:
        names.add(keys[place_id(country, name)], Name(name, preferred=True))
    return Step("Places", len(new), len(shipped_rows) - len(new), names.save())


def _fronts() -> Step:
    rows = shipped("fronts", "front")
    there = Front.objects.filter(slug__in=[r["slug"] for r in rows]).select_related("merged_into")
    by_slug = {front.slug: kept_of(front) for front in there}
    there_spots = Place.objects.filter(gazetteer=GAZETTEER).select_related("merged_into")
    spots = {place.gazetteer_id: kept_of(place) for place in there_spots}
    new = [r for r in rows if r["slug"] not in by_slug]
    kept = len(by_slug)
    created = Front.objects.bulk_create(_front(row, spots) for row in new)
    by_slug |= {front.slug: front for front in created}
    _link_fronts(new, by_slug, spots)
    names = Names("front")
    for row in rows:
        names.add_row(by_slug[row["slug"]].pk, row)
    return Step("Fronts", len(new), kept, names.save())


def _front(row: Row, spots: dict[str, Place]) -> Front:
    south, west, north, east = row["box"]
    label = next(_spots_of(row, spots))
    return Front(
        slug=row["slug"],
        name=row["name"],
        started=row["started"],
        ended=row.get("ended"),
        latitude=label.latitude,
        longitude=label.longitude,
        south=south,
        west=west,
        north=north,
        east=east,
        note=row.get("note", ""),
    )


def _link_fronts(rows: list[Row], fronts: dict[str, Front], spots: dict[str, Place]) -> None:
    groups, _ = _there(Group, shipped_groups())
    in_countries, of_places = Front.countries.through, Front.places.through
    in_countries.objects.bulk_create(
        in_countries(front_id=fronts[r["slug"]].pk, country_id=code) for r in rows for code in r["countries"]
    )
    of_places.objects.bulk_create(
        of_places(front_id=fronts[r["slug"]].pk, place_id=place.pk) for r in rows for place in _spots_of(r, spots)
    )
    FrontSide.objects.bulk_create(
        FrontSide(front=fronts[r["slug"]], group=groups[slug], side=side)
        for r in rows
        for side, slugs in r["sides"].items()
        for slug in slugs
    )


def _spots_of(row: Row, spots: dict[str, Place]) -> Iterator[Place]:
    """The places of a front in their order. KeyError where fronts.toml names one that it does not list."""
    ids = [[place_id(country, name) for country in row["countries"]] for name in row["places"]]
    return (spots[next((i for i in candidates if i in spots), candidates[0])] for candidates in ids)


def _there(model: Any, rows: list[Row]) -> tuple[dict[str, Any], int]:
    """Records by the slug they are shipped under, and how many. One whose slug an editor changed is known by name."""
    by_slug = {record.slug: record for record in model.objects.select_related("merged_into")}
    by_name = {record.name: record for record in by_slug.values()}
    found = {r["slug"]: by_slug.get(r["slug"]) or by_name.get(r["name"]) for r in rows}
    known = {slug: kept_of(record) for slug, record in found.items() if record is not None}
    return known, len(known)
