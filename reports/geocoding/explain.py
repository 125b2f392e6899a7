"""A look-up that explains itself: which places bear a name, in what order, and why the first comes before the next."""

from collections.abc import Iterable, Iterator
from typing import Any

from .gazetteer import Row
from .geometry import km_between
from .schema import REST, THEATRE

Spot = tuple[float, float]  # latitude and longitude, degrees

# What is compared, in order, with the words for it where it decides.
_STEPS = (
    ("country", "it lies in the country asked for"),
    ("known", "the other is a small town or a district, taken only where a name is known to be one"),
    ("distance", "it lies nearer"),
    ("kind", "a country comes before its namesakes"),
    ("theatre", "it is an entry of our theatre files"),
    ("rank", "it lies in a country at war"),
    ("main", "it is the chief name, not another spelling"),
    ("people", "more people live there"),
)


def in_order(rows: Iterable[Row], country: str = "", near: Spot | None = None) -> list[Row]:
    """The rows, the likeliest first: those of the country, then the nearest, then as the gazetteer ranks them."""
    return sorted(rows, key=lambda row: tuple(_values(row, country, near).values()))


def explain(rows: list[Row], country: str = "", near: Spot | None = None) -> Iterator[str]:
    """One line a place, in the order given, and why the first of them is the first."""
    for number, row in enumerate(rows, start=1):
        yield f"{number:3}. {_line(row, near)}"
        if number == 1 and len(rows) > 1:
            yield f"     first, for {_why(row, rows[1], country, near)}"


def _values(row: Row, country: str, near: Spot | None) -> dict[str, Any]:
    """What the order goes by, smaller first, under the names of `_STEPS`."""
    away = _km(row, near)
    return {
        "country": bool(country) and row.country != country,
        "known": row.rank <= REST,
        "distance": (away is None, away or 0.0) if near else 0,
        "kind": row.kind != "country",
        "theatre": row.rank < THEATRE,
        "rank": -row.rank,
        "main": -row.main,
        "people": -row.population,
    }


def _why(first: Row, second: Row, country: str, near: Spot | None) -> str:
    mine, its = _values(first, country, near), _values(second, country, near)
    reason = next((words for name, words in _STEPS if mine[name] != its[name]), "nothing tells them apart")
    return f"{reason} (before {second.name}, {second.country or 'no country'})"


def _km(row: Row, near: Spot | None) -> float | None:
    if near is None or row.latitude is None or row.longitude is None:
        return None
    return km_between(near, (row.latitude, row.longitude))


def _line(row: Row, near: Spot | None) -> str:
    spot = "no spot" if row.latitude is None else f"{row.latitude:.4f},{row.longitude:.4f}"
    radius = f" ±{row.radius_km:g} km" if row.radius_km else ""
    people = f", {row.population:,} people" if row.population else ""
    away = _km(row, near)
    distance = f", {away:.0f} km away" if away is not None else ""
    name = "chief name" if row.main else "other spelling"
    return (
        f"{row.name} ({row.kind}, {row.country or 'no country'}) {spot}{radius}{people}{distance}; {name}; "
        f"{row.source}:{row.ref}; coordinates: {row.origin or 'none'}"
    )
