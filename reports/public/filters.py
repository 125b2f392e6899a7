"""One reading of the query string, for the map, the list, the timeline, the charts, the feeds and the exports.

    filters = Filters.of(request.GET)
    filters.developments()      the sentences that match, newest first
    filters.figures()           their figures, narrowed to the kinds and sources chosen
    filters.locations()         where they happened: what the map may draw
    filters.facets()            what else could be chosen, with counts and addresses
    filters.problems            what was asked for and is not known: the API refuses, pages say so and go on

The same semantics everywhere: values of one parameter are alternatives, parameters add up, counts are of distinct
developments (docs: "What the filters mean").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Development, Figure, Location

from .dimensions import DIMENSIONS, Dimension, development_types, figure_kinds
from .search import matching

DATES = {"from": gettext_lazy("From"), "to": gettext_lazy("To")}
PARAMETERS = (*(dimension.parameter for dimension in DIMENSIONS), *DATES, "q")


@dataclass(frozen=True)
class Problem:
    """A value that cannot be used, with those that can (empty where they cannot be listed)."""

    parameter: str
    value: str
    words: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """One value of a facet. `url` is the page with it toggled."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True)
class Facet:
    parameter: str
    label: str | Promise
    options: list[Option]

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.selected]


class FilterForm(forms.Form):
    """The single-valued parameters; the others are lists of known values, which `Filters` checks."""

    q = forms.CharField(required=False, max_length=200, strip=True, label=gettext_lazy("Search"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in DATES.items():  # "from" cannot be a class attribute
            self.fields[name] = forms.DateField(
                required=False,
                label=label,
                input_formats=["%Y-%m-%d"],
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )


@dataclass
class Filters:
    """What a reader asked for. `fixed` is what the page itself stands for: the front page's own front."""

    chosen: dict[str, list[str]]
    since: date | None = None
    until: date | None = None
    q: str = ""
    problems: list[Problem] = field(default_factory=list)
    fixed: Mapping[str, str] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict, fixed: Mapping[str, str] | None = None) -> "Filters":
        """Read a query string. Values that are not known are left out and reported in `problems`."""
        fixed = fixed or {}
        filters = cls(chosen={}, fixed=fixed)
        for dimension in DIMENSIONS:
            known = filters.labels[dimension.parameter] = dimension.options()
            if dimension.parameter in fixed:
                filters.chosen[dimension.parameter] = [fixed[dimension.parameter]]
                continue
            asked = dict.fromkeys(value for value in query.getlist(dimension.parameter) if value)
            filters.chosen[dimension.parameter] = [value for value in asked if value in known]
            filters.problems += [_unknown(dimension, value, known) for value in asked if value not in known]
        filters._read_form(query)
        return filters

    def _read_form(self, query: QueryDict) -> None:
        form = FilterForm({name: query.get(name, "") for name in FilterForm().fields})
        form.is_valid()
        for name, errors in form.errors.items():
            words = _("a day is written 2016-12-11") if name in DATES else str(errors[0])
            self.problems.append(Problem(name, query.get(name, ""), words))
        self.since, self.until = form.cleaned_data.get("from"), form.cleaned_data.get("to")
        self.q = form.cleaned_data.get("q") or ""
        if self.since and self.until and self.since > self.until:
            words = _("the period ends before it starts, on %(day)s") % {"day": self.since.isoformat()}
            self.problems.append(Problem("to", self.until.isoformat(), words))
            self.since = self.until = None

    # --- What matches -------------------------------------------------------------------------------------------------

    def developments(self, without: str = "") -> QuerySet[Development]:
        """Public developments that match; `without` leaves one parameter out, as its own facet does."""
        selection = {name: values for name, values in self.chosen.items() if name != without}
        found = Development.objects.public().filter(self._in_period())
        for dimension in DIMENSIONS:
            found = found.filter(dimension.condition(selection))
        if self.q:
            found = found.filter(pk__in=self._matching)
        return found.newest_first()

    def figures(self) -> QuerySet[Figure]:
        """Public figures of those developments: of the kinds asked for, said by the sources asked for."""
        figures = Figure.objects.public().filter(development__in=self.developments().order_by())
        kinds, sources = self.chosen["kind"], self.chosen["source"]
        if kinds:
            figures = figures.filter(
                Q(figure_kind__in=figure_kinds(kinds)) | Q(development__type__in=development_types(kinds))
            )
        if sources:
            figures = figures.filter(claim__source__slug__in=sources)
        return figures

    def locations(self) -> QuerySet[Location]:
        """Public places where those developments happened, with coordinates."""
        locations = Location.objects.public().where_it_happened()
        return locations.filter(development__in=self.developments().order_by())

    def _in_period(self) -> Q:
        period = Q()
        if self.since:
            period &= Q(claim__date_end__gte=self.since)
        if self.until:
            period &= Q(claim__date_start__lte=self.until)
        return period

    @cached_property
    def _matching(self) -> set[int]:
        return matching(Development.objects.public(), self.q)

    # --- What else could be chosen ------------------------------------------------------------------------------------

    def facets(self, parameters: Iterable[str] = ()) -> list[Facet]:
        """The facets (all, or those named) with at least one option; what is fixed is no choice."""
        wanted = set(parameters) or {dimension.parameter for dimension in DIMENSIONS}
        facets = [
            self._facet(dimension)
            for dimension in DIMENSIONS
            if dimension.parameter in wanted and dimension.parameter not in self.fixed
        ]
        return [facet for facet in facets if facet.options]

    def _facet(self, dimension: Dimension) -> Facet:
        name = dimension.parameter
        selection = {other: values for other, values in self.chosen.items() if other != name}
        counts = dimension.counts(self.developments(without=name).order_by(), selection)
        chosen = self.chosen[name]
        options = [
            Option(value, label, counts.get(value, 0), value in chosen, self.url_with_toggled(name, value))
            for value, label in self.labels[name].items()
            if counts.get(value) or value in chosen
        ]
        return Facet(name, dimension.label, sorted(options, key=lambda option: (-option.count, option.label)))

    # --- Addresses ----------------------------------------------------------------------------------------------------

    @property
    def is_narrowed(self) -> bool:
        """Whether the reader chose anything beyond what the page stands for."""
        return bool(self.pairs())

    def pairs(self, fixed: bool = False) -> list[tuple[str, str]]:
        """The parameters of this state in one order, so that one state has one address."""
        pairs = [
            (name, value)
            for name in self.chosen
            if fixed or name not in self.fixed
            for value in sorted(self.chosen[name])
        ]
        for name, day in (("from", self.since), ("to", self.until)):
            pairs += [(name, day.isoformat())] if day else []
        return pairs + ([("q", self.q)] if self.q else [])

    def query(self, fixed: bool = False) -> str:
        """The query string of this state, without the question mark; `fixed` adds what the page stands for."""
        return _encode(self.pairs(fixed))

    def url_with_toggled(self, name: str, value: str) -> str:
        """The address, relative to the page, with one value added or taken away."""
        pairs, pair = self.pairs(), (name, value)
        pairs = [one for one in pairs if one != pair] if pair in pairs else [*pairs, pair]
        return f"?{_encode(sorted(pairs, key=lambda one: PARAMETERS.index(one[0])))}"

    def chips(self) -> list[Option]:
        """What is chosen, each with the address without it."""
        chips = [
            Option(value, self.labels[name].get(value, value), 0, True, self.url_with_toggled(name, value))
            for name, value in self.pairs()
            if name in self.labels
        ]
        words = {"from": _("from %(value)s"), "to": _("to %(value)s"), "q": _("“%(value)s”")}
        return chips + [
            Option(value, words[name] % {"value": value}, 0, True, self.url_with_toggled(name, value))
            for name, value in self.pairs()
            if name in words
        ]


def _encode(pairs: list[tuple[str, str]]) -> str:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return query.urlencode()


def _unknown(dimension: Dimension, value: str, known: Mapping[str, str]) -> Problem:
    words = _("no %(what)s is known as “%(value)s”") % {"what": str(dimension.label).lower(), "value": value}
    return Problem(dimension.parameter, value, words, tuple(sorted(known)))
