"""What one can filter by: each dimension knows its values, which developments match, and its counts.

A `Selection` maps a parameter to the values chosen; an empty list chooses all. Values within one parameter are
alternatives, parameters add up. Counts are of distinct developments.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from reports.models.vocabulary import DevelopmentType, FigureKind, Grade, InvolvementRole, Status

from . import naming
from .index import Index
from .index.pairs import Pairs

Selection = Mapping[str, list[str]]
Values = Mapping[str, str | Promise]

# Both vocabularies have an "other"; in an address they need two names.
OTHER_FIGURE = "other_figure"
FIGURE_KINDS = {OTHER_FIGURE if kind == FigureKind.OTHER else kind.value: kind for kind in FigureKind}
DEVELOPMENT_TYPES = {kind.value: kind for kind in DevelopmentType}


class Dimension:
    """One parameter of the query string."""

    parameter: str
    label: str | Promise
    listed = True  # whether its values can be listed where one is refused

    def values(self, index: Index) -> Values:
        """The values there are, with the words shown for them."""
        raise NotImplementedError

    def settled(self, value: str) -> str:
        """A value as the address should have it."""
        return value

    def mask(self, index: Index, selection: Selection) -> np.ndarray | None:
        """Which developments match what is chosen; None where nothing is."""
        chosen = selection.get(self.parameter)
        return self.pairs(index, selection).having(chosen) if chosen else None

    def counts(self, index: Index, mask: np.ndarray, selection: Selection) -> Mapping[str, int]:
        """How many of the developments of a mask each value would leave."""
        return self.pairs(index, selection).counts(mask)

    def pairs(self, index: Index, selection: Selection) -> Pairs:
        """Which developments have which values."""
        raise NotImplementedError


@dataclass
class Simple(Dimension):
    """A dimension whose values and pairs the index has as they are."""

    parameter: str
    label: str | Promise
    _values: Callable[[Index], Values]
    _pairs: Callable[[Index], Pairs]
    listed: bool = True
    settled: Callable[[str], str] = str  # type: ignore[assignment]

    def values(self, index: Index) -> Values:
        return self._values(index)

    def pairs(self, index: Index, selection: Selection) -> Pairs:
        return self._pairs(index)


class GroupDimension(Dimension):
    """An involvement of the group, or of one that is part of it, however deep; `role` narrows both."""

    parameter, label = "group", _("Group")

    def values(self, index: Index) -> Values:
        return _named(index, "group", index.names.groups)

    def mask(self, index: Index, selection: Selection) -> np.ndarray | None:
        chosen, roles = selection.get(self.parameter), selection.get("role")
        if chosen:
            return self.pairs(index, selection).having(chosen)
        return index.by_role().having(roles) if roles else None

    def pairs(self, index: Index, selection: Selection) -> Pairs:
        return index.by_group(tuple(selection.get("role", ())))


class RoleDimension(Dimension):
    """What the group does; its condition is the group's, since both speak of one involvement."""

    parameter, label = "role", _("Role")

    def values(self, index: Index) -> Values:
        return dict(InvolvementRole.choices)

    def mask(self, index: Index, selection: Selection) -> None:
        return None

    def pairs(self, index: Index, selection: Selection) -> Pairs:
        return index.by_role(tuple(selection.get("group", ())))


class KindDimension(Dimension):
    """A type of development, or a kind of figure that it holds."""

    parameter, label = "kind", _("Kind")

    def values(self, index: Index) -> Values:
        figures = {value: kind.label for value, kind in FIGURE_KINDS.items()}
        return {**dict(DevelopmentType.choices), **figures, OTHER_FIGURE: _("Other counts")}

    def mask(self, index: Index, selection: Selection) -> np.ndarray | None:
        chosen = selection.get(self.parameter)
        if not chosen:
            return None
        return index.by_type.having(chosen) | index.by_figure_kind.having(figure_kinds(chosen))

    def counts(self, index: Index, mask: np.ndarray, selection: Selection) -> Mapping[str, int]:
        kinds = index.by_figure_kind.counts(mask)
        return index.by_type.counts(mask) | {
            value: kinds[kind] for value, kind in FIGURE_KINDS.items() if kind in kinds
        }


def _named(index: Index, kind: str, records) -> Values:
    return {record.slug: index.names.shown(kind, record.pk, record.name) for record in records.values()}


def _countries(index: Index) -> Values:
    return {iso2: index.names.shown("country", iso2, name) for iso2, name in index.names.countries.items()}


def _places(index: Index) -> Values:
    """ "Aleppo, Syria"."""
    countries, named = _countries(index), {}
    for key, (name, iso2) in index.place_names.items():
        place, country = naming.place_called(name, iso2), countries.get(iso2, "")
        named[key] = (
            place
            if country in ("", place)
            else pgettext("place", "%(place)s, %(country)s") % {"place": place, "country": country}
        )
    return named


DIMENSIONS: tuple[Dimension, ...] = (
    Simple("country", _("Country"), _countries, lambda i: i.by_country, settled=str.upper),
    Simple("front", _("Front"), lambda i: _named(i, "front", i.names.fronts), lambda i: i.by_front),
    GroupDimension(),
    RoleDimension(),
    KindDimension(),
    Simple("source", _("Source"), lambda i: _named(i, "source", i.names.sources), lambda i: i.by_source),
    Simple("status", _("Status"), lambda i: dict(Status.choices), lambda i: i.by_status),
    Simple("grade", _("Grade"), lambda i: dict(Grade.choices), lambda i: i.by_grade),
    Simple("place", _("Place"), _places, lambda i: i.by_place, listed=False),
)


def figure_kinds(chosen: Iterable[str]) -> list[str]:
    """The figure kinds among the chosen values of `kind`."""
    return [FIGURE_KINDS[value].value for value in chosen if value in FIGURE_KINDS]


def development_types(chosen: Iterable[str]) -> list[str]:
    """The development types among the chosen values of `kind`."""
    return [value for value in chosen if value in DEVELOPMENT_TYPES]
