"""One reading of the query string, for the map, the list, the timeline, the charts, the feeds and the exports.

    filters = Filters.of(request.GET)
    filters.mask                which developments of the index match: a place in it for each, newest first
    filters.developments()      their primary keys, newest first
    filters.figures()           keys of their figures, narrowed to the kinds and sources chosen
    filters.locations()         keys of where they happened: what the map may draw
    filters.facets()            what else could be chosen, with counts and addresses
    filters.problems            what was asked for and is not known: the API refuses, pages say so and go on

The same semantics everywhere: values of one parameter are alternatives, parameters add up, counts are of distinct
developments (docs: "What the filters mean").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

import numpy as np
from django.http import QueryDict
from django.utils.translation import gettext as _

from .asked import DATES, PARAMETERS, FilterForm, Problem, encode, unknown
from .dimensions import DIMENSIONS, Dimension, Values, development_types, figure_kinds
from .facets import Facet, Option, chips, facet
from .index import Index, current
from .index.columns import KINDS, STATUSES, TYPES, instant
from .index.table import Table
from .search import matching


@dataclass
class Filters:
    """What a reader asked for. `fixed` is what the page itself stands for: the front page's own front."""

    index: Index
    chosen: dict[str, list[str]]
    since: date | None = None
    until: date | None = None
    q: str = ""
    problems: list[Problem] = field(default_factory=list)
    fixed: Mapping[str, str] = field(default_factory=dict)
    labels: dict[str, Values] = field(default_factory=dict)
    beside: list[tuple[str, str]] = field(default_factory=list)  # what else addresses of the page carry along

    @classmethod
    def of(cls, query: QueryDict, fixed: Mapping[str, str] | None = None, index: Index | None = None) -> "Filters":
        """Read a query string. Values that are not known are left out and reported in `problems`."""
        filters = cls(index or current(), chosen={}, fixed=fixed or {})
        for dimension in DIMENSIONS:
            filters._read(dimension, query)
        filters._read_form(query)
        return filters

    def over(self, index: Index) -> "Filters":
        """The same choice over another index."""
        return replace(self, index=index)

    def _read(self, dimension: Dimension, query: QueryDict) -> None:
        name = dimension.parameter
        known = self.labels[name] = dimension.values(self.index)
        if name in self.fixed:
            self.chosen[name] = [self.fixed[name]]
            return
        asked = {dimension.settled(value): value for value in query.getlist(name) if value}
        self.chosen[name] = [value for value in asked if value in known]
        self.problems += [unknown(dimension, asked[value], known) for value in asked if value not in known]

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

    @cached_property
    def mask(self) -> np.ndarray:
        """Which developments match."""
        return self._mask()

    @property
    def total(self) -> int:
        return int(self.mask.sum())

    @cached_property
    def whole(self) -> np.ndarray:
        """What the page itself stands for, before the reader chooses anything."""
        mask = np.ones(self.index.size, dtype=bool)
        selection = {name: [value] for name, value in self.fixed.items()}
        for dimension in DIMENSIONS:
            narrowed = dimension.mask(self.index, selection)
            mask = mask if narrowed is None else mask & narrowed
        return mask

    @property
    def as_of(self) -> datetime | None:
        """The last instant that what matches speaks of."""
        reported = self.index.developments["reported"][self.mask]
        return instant(reported.max()) if len(reported) else None

    def _mask(self, without: str = "") -> np.ndarray:
        """Which developments match when one parameter is left out, as its own facet does."""
        selection = {name: values for name, values in self.chosen.items() if name != without}
        mask = self._by_its_end & self._matching
        if without != "from":
            mask = mask & self._from_its_start
        for dimension in DIMENSIONS:
            narrowed = dimension.mask(self.index, selection)
            mask = mask if narrowed is None else mask & narrowed
        return mask

    def counts_without(self, dimension: Dimension) -> Mapping[str, int]:
        """How many developments each value of a dimension has when its own choice is left out."""
        name = dimension.parameter
        selection = {other: values for other, values in self.chosen.items() if other != name}
        mask = self._mask(without=name) if self.chosen[name] else self.mask
        return dimension.counts(self.index, mask, selection)

    def developments(self) -> np.ndarray:
        """Primary keys of the public developments that match, newest first."""
        return self.index.developments["pk"][self.mask]

    def figures(self) -> np.ndarray:
        """Primary keys of their public figures, oldest first: of the kinds asked for, said by the sources asked for."""
        found = self.index.figures.take(self.figure_mask)
        at = found["at"]
        start, report = (self.index.developments[name][at] for name in ("start", "report"))
        return found["pk"][np.lexsort((found["pk"], start, report, found["last"]))]

    @cached_property
    def figure_mask(self) -> np.ndarray:
        """Which figures of the index those are."""
        figures = self.index.figures
        wanted = self.mask[figures["at"]]
        if kinds := self.chosen["kind"]:
            of_type = np.isin(self.index.developments["type"][figures["at"]], _places(TYPES, development_types(kinds)))
            wanted &= of_type | np.isin(figures["kind"], _places(KINDS, figure_kinds(kinds)))
        if slugs := self.chosen["source"]:
            sources = [pk for pk, record in self.index.names.sources.items() if record.slug in slugs]
            wanted &= np.isin(figures["source"], sources)
        return wanted

    def locations(self) -> np.ndarray:
        """Primary keys of the public places where those developments happened, with coordinates, newest first."""
        places = self.index.spots.places
        found = places.take(self.mask[places["at"]])
        return found["pk"][np.lexsort((found["pk"], found["at"]))]

    @cached_property
    def controls(self) -> Table:
        """What is said now of who holds places, newest first. What was said before the period starts stands until
        something else is said, so that only its end counts."""
        controls = self.index.controls
        wanted = self._mask(without="from")[controls["at"]] & (controls["status"] == STATUSES.index("current"))
        found = controls.take(wanted)
        return found.take(np.lexsort((-found["pk"], found["at"], -found["last"])))

    @property
    def has_controls(self) -> bool:
        """Whether the page has anything on who holds places, whatever is chosen on it."""
        return bool(self.whole[self.index.controls["at"]].any())

    def fronts(self) -> list[int]:
        """Primary keys of the fronts that those developments count for."""
        links = self.index.fronts
        return np.unique(links["front"][links["primary"] & self.mask[links["at"]]]).tolist()

    @cached_property
    def _from_its_start(self) -> np.ndarray:
        """What was not over before the period."""
        one = self.index.developments
        return one["last"] >= self.since.toordinal() if self.since else np.ones(self.index.size, dtype=bool)

    @cached_property
    def _by_its_end(self) -> np.ndarray:
        """What had begun by the end of the period."""
        one = self.index.developments
        return one["first"] <= self.until.toordinal() if self.until else np.ones(self.index.size, dtype=bool)

    @cached_property
    def _matching(self) -> np.ndarray:
        return matching(self.index, self.q) if self.q else np.ones(self.index.size, dtype=bool)

    # --- What else could be chosen ------------------------------------------------------------------------------------

    def facets(self, parameters: Iterable[str] = ()) -> list[Facet]:
        """The facets (all, or those named) with at least one option; what is fixed is no choice."""
        wanted = set(parameters) or {dimension.parameter for dimension in DIMENSIONS}
        wanted -= self.fixed.keys()
        found = [facet(self, dimension) for dimension in DIMENSIONS if dimension.parameter in wanted]
        return [one for one in found if one.options]

    def chips(self) -> list[Option]:
        """What is chosen, each with the address without it."""
        return chips(self)

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

    def query(self, fixed: bool = False, clocks: bool = True) -> str:
        """The query string of this state, without the question mark; `fixed` adds what the page stands for."""
        return encode([*self.pairs(fixed), *self.beside, *(self.index.moment.pairs if clocks else ())])

    @property
    def fixed_query(self) -> str:
        """The query string of what the page stands for."""
        return encode(sorted(self.fixed.items()))

    def url_of_day(self, day: date) -> str:
        """The address, relative to the page, of one day of what is chosen."""
        pairs = [one for one in self.pairs() if one[0] not in DATES]
        one_day = [("from", day.isoformat()), ("to", day.isoformat())]
        return f"?{encode([*pairs, *one_day, *self.beside, *self.index.moment.pairs])}"

    def url_with_toggled(self, name: str, value: str) -> str:
        """The address, relative to the page, with one value added or taken away."""
        pairs, pair = self.pairs(), (name, value)
        pairs = [one for one in pairs if one != pair] if pair in pairs else [*pairs, pair]
        ordered = sorted(pairs, key=lambda one: PARAMETERS.index(one[0]))
        return f"?{encode([*ordered, *self.beside, *self.index.moment.pairs])}"


def _places(vocabulary: list, values: list[str]) -> list[int]:
    return [vocabulary.index(value) for value in values]
