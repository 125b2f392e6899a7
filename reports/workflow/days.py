"""Which days a proposal holds for, and whether the text says so."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date

from reports.models import Claim
from reports.models.vocabulary import DateBasis, Scope, Status

Json = dict[str, Any]

PERIOD = ("date_start", "date_end", "date_precision", "date_basis")
# A sentence without a day happened on the report's day only if it tells of now; a background one waits for an editor.
DATED_BY_REPORT = {Status.CURRENT, Status.ANNOUNCED, Status.DENIED, Status.HYPOTHETICAL}


def period(dated: Json, status: str, published: date) -> dict[str, Any]:
    """First and last day, precision, and whether the text says so or the report's day stands in."""
    start = parse_date(dated.get("date_start") or "")
    if start is not None:
        end = max(start, parse_date(dated.get("date_end") or "") or start)
        return dict(zip(PERIOD, (start, end, dated.get("date_precision") or "day", DateBasis.STATED), strict=True))
    if status in DATED_BY_REPORT:
        return dict(zip(PERIOD, (published, published, "day", DateBasis.INFERRED), strict=True))
    return dict(zip(PERIOD, (None, None, "unknown", DateBasis.INFERRED), strict=True))


def as_far_as_it_runs(sentence: Json, figures: Iterable[Json], published: date) -> Json:
    """The sentence with its days: a toll "since X" runs to the report's day, and what happened ended by then."""
    start, end = (parse_date(sentence.get(name) or "") for name in ("date_start", "date_end"))
    if start is None:
        return sentence
    ends = [
        parse_date(figure["date_end"] or "")
        for figure in figures
        if figure["scope"] == Scope.CUMULATIVE and figure["date_start"] == sentence["date_start"]
    ]
    end = max([start, *filter(None, [end, *ends])])
    if sentence["status"] in {Status.CURRENT, Status.BACKGROUND} and start <= published:
        end = min(end, published)
    return sentence | {"date_end": end.isoformat()}


def says_its_day(claim: Claim, dates: Iterable[Json]) -> bool:
    """Whether one of the dates of its sentence is a day that the figure's period begins or ends with."""
    named = {date[name] for date in dates for name in ("date_start", "date_end")}
    return bool(named & {day.isoformat() for day in (claim.date_start, claim.date_end) if day})
