"""What a map shows where it has no place to show: the countries that the page speaks of, in the place of the world."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reports.models import Front

from .filters import Filters

FILE = Path(__file__).with_name("country_boxes.csv")  # scripts/country_boxes.py makes it
Box = tuple[float, float, float, float]  # west, south, east, north in degrees


@cache
def boxes() -> dict[str, Box]:
    """The box around each country's mainland, by ISO 3166-1 alpha-2."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["country"]: (float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))
            for row in csv.DictReader(rows)
        }


def around(countries: Iterable[str]) -> Box | None:
    """The box around these countries together; None where there is none of them."""
    found = [boxes()[iso2] for iso2 in countries if iso2 in boxes()]
    if not found:
        return None
    west, south, east, north = zip(*found, strict=True)
    return min(west), min(south), max(east), max(north)


def first_view(filters: Filters) -> str:
    """West, south, east and north of the first view, with commas: of the places that match, else of their countries,
    else of what the page stands for; empty where all of that is nowhere."""
    if shown := filters.index.spots.bounds(filters.mask):
        return shown
    box = _area(filters) or around(filters.index.by_country.counts(filters.mask)) or around(_countries(filters))
    return ",".join(f"{edge:.4f}" for edge in box) if box else ""


def area_of(front: Front) -> Box | None:
    """The front's own area, or else that of its countries."""
    if front.bounds:
        south, west, north, east = front.bounds
        return west, south, east, north
    return around(country.iso2 for country in front.countries.all())


def _area(filters: Filters) -> Box | None:
    """The area that editors gave the front of the page."""
    front = Front.objects.filter(slug=filters.fixed.get("front", ""), west__isnull=False).first()
    return area_of(front) if front else None


def _countries(filters: Filters) -> list[str]:
    """The countries of the front or the country that the page stands for."""
    names, slug = filters.index.names, filters.fixed.get("front")
    on_front = [names.countries_of_front.get(pk, []) for pk, record in names.fronts.items() if record.slug == slug]
    return [*(filters.chosen["country"]), *(iso2 for countries in on_front for iso2 in countries)]
