"""Figures by kind and scope, a line for each source and what it counts: running tolls, single events and levels apart.

Nothing is ever summed or averaged here, and a figure that says another one again, or is a part of one, draws no line.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Figure
from reports.models.vocabulary import FigureKind, Scope, Status, SubjectClass

from . import naming, words
from .features import reported, sentence_url

ORDER = list(FigureKind)
SCOPES = [Scope.CUMULATIVE, Scope.INCREMENTAL, Scope.LEVEL, ""]
MOST = 5  # lines in a chart: as many as can be told apart
# Of these the class says as much as the words; fighters and soldiers have a side.
CLASSED = {
    *(SubjectClass.CIVILIANS, SubjectClass.CHILDREN, SubjectClass.WOMEN),
    *(SubjectClass.MEDICS, SubjectClass.JOURNALISTS),
}
SAYS_LITTLE = {"members", "personnel", "men", "bodies"}  # "members of the security forces"
NOT_DRAWN = {Status.HYPOTHETICAL, Status.DENIED}
# Units of "other" that say too little for a title.
OTHER_UNITS = {
    "people": gettext_lazy("Other counts of people"),
    "percent": gettext_lazy("Other shares"),
    "%": gettext_lazy("Other shares"),
    "times": gettext_lazy("How often"),
}
COUNTRY = 6  # of UCDP's where_prec: known by its country only


@dataclass(frozen=True)
class Point:
    """One figure as said: its bounds, its words and where to read it."""

    figure: Figure
    quantity: str
    period: str
    reported: str
    url: str

    @property
    def value(self) -> float:
        """Where it stands on the axis: the number that was said."""
        return value(self.figure)


@dataclass
class Line:
    """What one source says of one thing. A part of a total is told in the table but not drawn beside the total."""

    source: str
    about: str
    points: list[Point]

    @property
    def is_part(self) -> bool:
        return self.points[0].figure.part_of_id is not None


@dataclass
class Panel:
    """One kind in one scope, of the front or of a whole country: what may share an axis."""

    kind: str
    scope: str
    label: str
    scope_label: str
    unit: str
    lines: list[Line]

    @property
    def drawn(self) -> list[Line]:
        """The lines that a chart shows: the longest ones, no parts of totals."""
        return [line for line in self.lines if not line.is_part][:MOST]

    @property
    def newest(self) -> Point:
        """The last word on what the longest line counts, whoever says it; of several on one day, the longest line's."""
        same = [line for line in self.lines if line.about == self.newest_about]
        return max((line.points[-1] for line in same), key=lambda point: point.figure.claim.date_end)  # type: ignore[arg-type, return-value]

    @property
    def newest_about(self) -> str:
        """What the longest line counts, where."""
        return self.drawn[0].about

    @property
    def left_out(self) -> int:
        """How many lines stand in the table alone."""
        return len(self.lines) - len(self.drawn)

    @property
    def moves(self) -> bool:
        """Whether one source spoke again: a line of two points or more."""
        return self.scope != Scope.INCREMENTAL and any(len(line.points) > 1 for line in self.drawn)

    @property
    def is_series(self) -> bool:
        """Whether there is something to draw: points of two days or more."""
        return len({point.figure.claim.date_end for line in self.drawn for point in line.points}) > 1


def panels(figures: Iterable[Figure]) -> list[Panel]:
    """Panels in the order of the vocabulary: killed first; of one kind, running tolls first."""
    grouped: dict[tuple[str, str, str, str], dict[tuple[str, str], list[Figure]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for figure in figures:
        if figure.same_as_id or figure.claim.status in NOT_DRAWN or figure.claim.date_end is None:
            continue
        unit = words.unit_of_its_own(figure)
        source = naming.who(figure.claim)
        grouped[figure.figure_kind, figure.scope, unit, land_of(_spots(figure))][source, about(figure)].append(figure)
    found = [(land, _panel(kind, scope, unit, land, lines)) for (kind, scope, unit, land), lines in grouped.items()]
    found.sort(key=lambda one: (ORDER.index(one[1].kind), SCOPES.index(one[1].scope), one[1].unit, one[0]))  # type: ignore[arg-type]
    return [panel for _land, panel in found]


def set_apart(figures: Iterable[Figure]) -> list[tuple[str, str, Point]]:
    """Figures that no chart may draw, since they were only denied or supposed: (status, what is counted, point)."""
    return [
        (str(figure.claim.get_status_display()), words.figure_in_short(figure), point(figure))
        for figure in figures
        if figure.claim.status in NOT_DRAWN and not figure.same_as_id
    ]


def about(figure: Figure) -> str:
    """What a figure counts, where: lines of a chart mix no two of these, nor what is with what is to come."""
    places = sorted({naming.place(location) for location in figure.public_locations})  # type: ignore[attr-defined]
    part = _("part of another figure") if figure.part_of_id else ""
    coming = str(Status.ANNOUNCED.label).lower() if figure.claim.status == Status.ANNOUNCED else ""
    return words.joined([which(figure), who(figure), of_what(figure), words.listed(places), part, coming])


def which(figure: Figure) -> str:
    """The unit as it was said, where the panel's title is shorter: "largest hospitals" among hospitals."""
    return figure.unit if words.without_rank(figure.unit) != figure.unit else ""


def of_what(figure: Figure) -> str:
    """The whole that a share is a share of: "of the area"."""
    return _("of %(what)s") % {"what": figure.denominator} if figure.denominator else ""


def who(figure: Figure) -> str:
    """Who is counted: the class, where it says as much as the words, so that one series stays one line."""
    told = figure.subject_class not in {"", SubjectClass.UNSPECIFIED}
    if figure.subject_class in CLASSED or (told and figure.subject in SAYS_LITTLE):
        return str(SubjectClass(figure.subject_class).label).lower()
    return "" if figure.subject in {figure.unit, "people", "distance", figure.denominator} else figure.subject


def value(figure: Figure) -> float:
    """Where a figure stands on the axis: the number that was said."""
    return figure.low if figure.low is not None else figure.high or 0


def land_of(spots: Iterable[tuple[str, int | None]]) -> str:
    """The country that a figure counts the whole of, where its places (name, where_prec) are nothing narrower.

    A toll of the country would dwarf that of the front on one axis, and does not stand for the front.
    """
    known = sorted(set(spots), key=str)
    wide = all((precision or 0) >= COUNTRY for _name, precision in known)
    return ", ".join(name for name, _precision in known) if wide else ""


def panel_key(figure: Figure, land: str) -> str:
    """Equal for figures that may share an axis: kind, scope, a unit of its own and the country it is the whole of."""
    return "|".join([figure.figure_kind, figure.scope, words.unit_of_its_own(figure), land])


def line_key(figure: Figure, places: Iterable[str]) -> str:
    """Equal for figures of one panel that one source says of one thing; the same in every language, the source last."""
    said = figure.subject_class if figure.subject_class in CLASSED else who(figure)
    return "|".join([which(figure), said, figure.denominator, *sorted(places), figure.claim.source_label])


def panel_label(kind: str, unit: str, land: str = "") -> str:
    """What a panel counts: the kind, its unit where that is its own (families are not people), a whole country."""
    label = str(FigureKind(kind).label)
    if kind == FigureKind.OTHER and unit:
        label = str(OTHER_UNITS.get(unit, unit.capitalize()))
    if kind != FigureKind.OTHER and unit:
        label = words.listed([label, unit])
    if not land:
        return label
    return _("%(what)s, all of %(country)s") % {"what": label, "country": naming.place_called(land, None)}


def _panel(kind: str, scope: str, unit: str, land: str, lines: dict[tuple[str, str], list[Figure]]) -> Panel:
    scope_label = str(Scope(scope).label) if scope else _("Scope not said")
    drawn = [
        Line(source, about, [point(one) for one in sorted(several, key=_day)])
        for (source, about), several in lines.items()
    ]
    drawn.sort(key=lambda line: (len(line.points), _age(line.points[-1])), reverse=True)
    return Panel(kind, scope, panel_label(kind, unit, land), scope_label, unit, drawn)


def _spots(figure: Figure) -> list[tuple[str, int | None]]:
    return [(place.name, place.where_prec) for place in figure.public_locations]  # type: ignore[attr-defined]


def point(figure: Figure) -> Point:
    claim = figure.claim
    return Point(figure, words.quantity(figure), words.when(claim), reported(claim), sentence_url(claim.report, claim))


def _day(figure: Figure) -> tuple:
    return figure.claim.date_end, figure.claim.reported_at, figure.pk


def _age(point: Point) -> tuple:
    return _day(point.figure)
