"""What else a reader could choose, with counts and addresses, and what is chosen, each with the address without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .dimensions import Dimension

if TYPE_CHECKING:
    from .filters import Filters

MOST = 30  # options of a facet: the most frequent, and what is chosen


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
    more: int = 0  # values that are not shown, each with fewer developments than those that are

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.selected]


def facet(filters: Filters, dimension: Dimension) -> Facet:
    """One parameter's values among what the others leave."""
    name = dimension.parameter
    counts = filters.counts_without(dimension)
    chosen, labels = filters.chosen[name], filters.labels[name]
    values = {value: counts.get(value, 0) for value in [*counts, *chosen] if value in labels}
    ordered = sorted(values, key=lambda value: (-values[value], str(labels[value])))
    shown = [value for number, value in enumerate(ordered) if number < MOST or value in chosen]
    options = [
        Option(value, str(labels[value]), values[value], value in chosen, filters.url_with_toggled(name, value))
        for value in shown
    ]
    return Facet(name, dimension.label, options, len(ordered) - len(shown))


def chips(filters: Filters) -> list[Option]:
    """What is chosen, in the order of its address."""
    words = {"from": _("from %(value)s"), "to": _("to %(value)s"), "q": _("“%(value)s”")}
    named = [(name, value) for name, value in filters.pairs() if name in filters.labels]
    others = [(name, value) for name, value in filters.pairs() if name in words]
    return [
        *(_chip(filters, name, value, str(filters.labels[name].get(value, value))) for name, value in named),
        *(_chip(filters, name, value, words[name] % {"value": value}) for name, value in others),
    ]


def _chip(filters: Filters, name: str, value: str, label: str) -> Option:
    return Option(value, label, 0, True, filters.url_with_toggled(name, value))
