"""Numbers, days and places in words, in the reader's language: uncertainty is said, never hidden."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils import formats
from django.utils.translation import get_language, get_language_bidi, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from reports.models import Claim, Figure, Location
from reports.models.vocabulary import DateBasis, FigureKind, Modifier, PlaceKind

from . import naming

ROLES = {
    "editor": gettext_lazy("editor"),
    "reviewer": gettext_lazy("reviewer"),
    "publisher": gettext_lazy("publisher"),
    "administrator": gettext_lazy("administrator"),
}
MODIFIED = {
    Modifier.APPROX: lambda number: _("about %(number)s") % {"number": number},
    Modifier.AT_LEAST: lambda number: _("at least %(number)s") % {"number": number},
    Modifier.MORE_THAN: lambda number: _("more than %(number)s") % {"number": number},
    Modifier.ALMOST: lambda number: _("almost %(number)s") % {"number": number},
    Modifier.AT_MOST: lambda number: _("up to %(number)s") % {"number": number},
}


# Words before a unit that pick some of its kind.
RANKS = {
    *("largest", "biggest", "main", "major", "principal", "remaining", "last", "other", "more", "additional"),
    *("further", "new", "first", "next", "key", "top"),
}
# Kinds that count people unless their unit says otherwise.
OF_PEOPLE = {
    *(FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CAPTURED, FigureKind.MISSING),
    *(FigureKind.DISPLACED, FigureKind.TRAPPED, FigureKind.TROOPS),
}


def number(value: float) -> str:
    """A number with the separators of the reader's language; at most one decimal."""
    return formats.number_format(round(value, 1), decimal_pos=None if value % 1 else 0, force_grouping=True)


def percent(share: float) -> str:
    """A share from 0 to 1 as whole percent."""
    return _("%(number)s %%") % {"number": number(round(100 * share))}


def quantity(figure: Figure) -> str:
    """What is counted, as it was said: "at least 413", "about 120,000", "500 to 700", "24 or more", "up to 25 km"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        words = _("%(low)s to %(high)s") % {"low": number(low), "high": _with_unit(figure, number(high))}
        return MODIFIED[Modifier.APPROX](words) if figure.modifier == Modifier.APPROX else words
    value = low if low is not None else high
    shown = _with_unit(figure, number(value or 0))
    if figure.vague and high is None:
        return _("%(number)s or more") % {"number": shown}
    modifier = Modifier(figure.modifier)
    return MODIFIED[modifier](shown) if modifier in MODIFIED else shown


def _with_unit(figure: Figure, shown: str) -> str:
    if figure.figure_kind == FigureKind.PERCENT_TERRITORY or figure.unit in {"percent", "%"}:
        return _("%(number)s%%") % {"number": shown}
    if figure.figure_kind == FigureKind.DISTANCE_KM:
        return _("%(number)s km") % {"number": shown}
    unit = figure.unit if unit_of_its_own(figure) else ""
    return isolated(f"{shown} {unit}") if unit else shown


def unit_of_its_own(figure: Figure) -> str:
    """The unit where the kind does not tell it: that of "other", and families where people are counted."""
    if figure.figure_kind == FigureKind.OTHER:
        return without_rank(figure.unit)
    return figure.unit if figure.figure_kind in OF_PEOPLE and figure.unit not in {"people", "percent", "%"} else ""


def without_rank(unit: str) -> str:
    """The unit without words that pick some of its kind: the "2 largest hospitals" are counted as hospitals."""
    first, _blank, rest = unit.partition(" ")
    return without_rank(rest) if rest and first.lower() in RANKS else unit


ONE = {FigureKind.STRIKES: lambda: _("1 strike"), FigureKind.SETTLEMENTS: lambda: _("1 settlement")}


def figure_in_short(figure: Figure) -> str:
    """The quantity and what it counts: "at least 413 killed"."""
    if figure.figure_kind in {FigureKind.DISTANCE_KM, FigureKind.OTHER}:
        return quantity(figure)
    kind = FigureKind(figure.figure_kind)
    if kind in ONE and (figure.low, figure.high) == (1, 1):
        return ONE[kind]()
    label = pgettext("share", "of ground") if kind == FigureKind.PERCENT_TERRITORY else str(kind.label).lower()
    return _("%(quantity)s %(kind)s") % {"quantity": quantity(figure), "kind": label}


def joined(parts: Iterable[str]) -> str:
    """What there is of the parts, with dots between; each keeps its own direction on a page from right to left."""
    there = [part for part in parts if part]
    return " · ".join(isolated(part) for part in there)


def listed(parts: Iterable[str]) -> str:
    """The parts with the reader's own comma between."""
    return comma().join(parts)


def comma() -> str:
    return pgettext("between two parts of a line", ", ")


def isolated(part: str) -> str:
    """Words that keep their own direction on a page from right to left: "3 buildings" with the number first."""
    return f"\N{FIRST STRONG ISOLATE}{part}\N{POP DIRECTIONAL ISOLATE}" if get_language_bidi() else part


def said_by(claim: Claim) -> str:
    """Who says it: the source's name; where it stands for many, the words of the text ("residents", "medics")."""
    return naming.who(claim) if claim.source else ""


def role(name: str) -> str:
    """The role in which somebody decided, in the reader's language."""
    return str(ROLES.get(name, name))


def day(value: date, year: bool = True) -> str:
    """ "11 Dec 2016", or "11 Dec", in the reader's language."""
    return _day(value, year, get_language() or "")


@lru_cache(maxsize=10_000)
def _day(value: date, year: bool, language: str) -> str:
    """A map of a war names some hundred days thousands of times."""
    return formats.date_format(value, _("j M Y") if year else _("j M"))


def period(start: date | None, end: date | None) -> str:
    """A day or a span of days, the year once: "15 Nov – 11 Dec 2016", "1–10 Dec 2016"."""
    if start is None or end is None:
        return _("no day known")
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start, year=start.year != end.year)} – {day(end)}"


def when(claim: Claim) -> str:
    """The days of a claim, and on whose word: an inferred day is said to be inferred."""
    return days(claim.date_start, claim.date_end, claim.date_basis)


def days(start: date | None, end: date | None, basis: str) -> str:
    """A period, and that it is inferred where it is."""
    words = period(start, end)
    if basis == DateBasis.INFERRED and start is not None:
        return _("%(day)s, day inferred") % {"day": words}
    return words


IN_KIND = {
    PlaceKind.CITY: lambda: _("in the city"),
    PlaceKind.TOWN: lambda: _("in the town"),
    PlaceKind.VILLAGE: lambda: _("in the village"),
    PlaceKind.NEIGHBOURHOOD: lambda: _("in the neighbourhood"),
    PlaceKind.AIRPORT: lambda: _("at the airport"),
    PlaceKind.BASE: lambda: _("at the base"),
    PlaceKind.CROSSING: lambda: _("at the crossing"),
}
ALONG = 5  # UCDP's where_prec of a line or an area
_BORDERS = ("border", "frontier")  # as the reader names them
SOMEWHERE = {
    3: lambda: _("somewhere in the district of %(name)s"),
    4: lambda: _("somewhere in the province of %(name)s"),
    5: lambda: _("somewhere in %(name)s"),
    6: lambda: _("somewhere in %(name)s"),
    7: lambda: _("in the air or at sea, near %(name)s"),
}


def precision(location: Location) -> str:
    """How well the spot is known: "in the city", "somewhere southwest of Mosul", "within 25 km of Raqa"."""
    relation: dict[str, Any] = location.relation or {}
    kind, km, bearing = relation.get("kind"), relation.get("distance_km"), relation.get("bearing")
    names = {"name": naming.place(location), "km": number(km) if km else "", "direction": direction(bearing)}
    if _is_line(location) and kind not in ("direction", "between") and location.where_prec == ALONG:
        return _by_line(relation) % names
    if kind == "within" and km:
        return _("within %(km)s km of %(name)s") % names
    if kind == "distance" and km and bearing is not None:
        return _("about %(km)s km %(direction)s of %(name)s") % names
    if kind == "distance" and km:
        return _("about %(km)s km from %(name)s") % names
    if kind == "direction" and bearing is not None:
        return _("somewhere %(direction)s of %(name)s") % names
    if kind == "between":
        return _("somewhere between %(name)s and the next place named") % names
    if location.where_prec == ALONG and location.place_kind == PlaceKind.ROAD:
        return _("somewhere along %(name)s") % names
    if location.where_prec in SOMEWHERE:
        return SOMEWHERE[location.where_prec]() % names
    if location.where_prec == 2:
        near = {"name": names["name"], "km": number(location.radius_km or 0)}
        return _("near %(name)s, within about %(km)s km") % near if location.radius_km else _("near %(name)s") % near
    known = IN_KIND.get(location.place_kind)  # type: ignore[call-overload]
    return known() if known else _("at %(name)s") % names


def _is_line(location: Location) -> bool:
    """A river, a border: in English it has an article."""
    name = location.name.lower()
    border = location.place_kind == PlaceKind.REGION and (name.endswith(_BORDERS) or name.startswith(_BORDERS))
    return border or location.place_kind == PlaceKind.RIVER


def _by_line(relation: dict[str, Any]) -> str:
    """The words for a place by such a line."""
    if not relation.get("distance_km"):
        return _("somewhere along the %(name)s")
    return (
        _("within %(km)s km of the %(name)s")
        if relation["kind"] == "within"
        else _("about %(km)s km from the %(name)s")
    )


def direction(bearing: float | None) -> str:
    """A bearing in degrees from north, as one of eight winds."""
    if bearing is None:
        return ""
    winds = [
        *(_("north"), _("northeast"), _("east"), _("southeast")),
        *(_("south"), _("southwest"), _("west"), _("northwest")),
    ]
    return winds[round(bearing / 45) % 8]
