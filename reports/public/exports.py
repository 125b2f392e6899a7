"""Tables for other programs: figures as CSV, with cells that no spreadsheet takes for a formula."""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reports.models import Figure, Location

from .features import sentence_url
from .sentences import primary_front

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(figures: Iterable[Figure], absolute: Callable[[str], str]) -> Iterator[str]:
    """Lines of CSV (RFC 4180), the header first, of figures as `sentences.loaded` has them; `absolute` makes a path an
    address."""
    writer = csv.writer(_Echo())
    yield writer.writerow(COLUMNS)
    for figure in figures:
        row = _row(figure, absolute)
        yield writer.writerow([safe(row[column]) for column in COLUMNS])


COLUMNS = (
    *("figure_id", "development_id", "report_id"),
    *("kind", "low", "high", "modifier", "vague", "scope", "unit", "subject", "subject_class", "denominator"),
    *("part_of", "same_as", "status", "source", "source_name", "source_words"),
    *("date_start", "date_end", "date_precision", "date_basis", "reported_at"),
    *("front", "country", "place", "latitude", "longitude", "quote", "url"),
)


def safe(value: Any) -> Any:
    """A cell that begins like a formula gets an apostrophe before it, as OWASP advises; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def _row(figure: Figure, absolute: Callable[[str], str]) -> dict[str, Any]:
    claim, front = figure.claim, primary_front(figure.development)
    places: list[Location] = figure.public_locations  # type: ignore[attr-defined]
    place = places[0] if places else None
    country = place.country_id if place and place.country_id else figure.development.country_id
    return {
        "figure_id": claim.public_id,
        "development_id": figure.development.claim.public_id,
        "report_id": claim.report.public_id,
        "kind": figure.figure_kind,
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "modifier": figure.modifier,
        "vague": str(figure.vague).lower(),
        "scope": figure.scope,
        "unit": figure.unit,
        "subject": figure.subject,
        "subject_class": figure.subject_class,
        "denominator": figure.denominator,
        "part_of": figure.part_of.claim.public_id if figure.part_of else None,
        "same_as": figure.same_as.claim.public_id if figure.same_as else None,
        "status": claim.status,
        "source": claim.source.slug if claim.source else None,
        "source_name": claim.source.name if claim.source else None,
        "source_words": claim.source_words,
        "date_start": claim.date_start,
        "date_end": claim.date_end,
        "date_precision": claim.date_precision,
        "date_basis": claim.date_basis,
        "reported_at": claim.reported_at.isoformat(),
        "front": front.slug if front else None,
        "country": country,
        "place": "; ".join(location.name for location in places),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "quote": figure.quoted,  # type: ignore[attr-defined]
        "url": absolute(sentence_url(claim.report, claim)),
    }


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line
