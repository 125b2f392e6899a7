"""What one can filter by: each dimension knows its values, its condition on developments, and its counts.

A `Selection` maps a parameter to the values chosen; an empty list chooses all. Values within one parameter are
alternatives, parameters add up. Counts are of distinct developments.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.models import Country, Figure, Front, Group, Involvement, Location, Source
from reports.models.querysets import visible
from reports.models.vocabulary import (
    DevelopmentType,
    FigureKind,
    InvolvementRole,
    PlaceRole,
    Status,
)
from reports.workflow import membership

Selection = Mapping[str, list[str]]

# Both vocabularies have an "other"; in an address they need two names.
OTHER_FIGURE = "other_figure"
FIGURE_KINDS = {OTHER_FIGURE if kind == FigureKind.OTHER else kind.value: kind for kind in FigureKind}
DEVELOPMENT_TYPES = {kind.value: kind for kind in DevelopmentType}


def of_development(queryset: QuerySet) -> QuerySet:
    """Public parts that hang on the development of the outer query."""
    return queryset.filter(visible("claim__"), development=OuterRef("pk"))


class Dimension:
    """One parameter of the query string."""

    parameter: str
    label: str | Promise

    def options(self) -> dict[str, str]:
        """The values there are, with the words shown for them."""
        raise NotImplementedError

    def condition(self, selection: Selection) -> Q:
        """Which developments match what is chosen; empty where nothing is."""
        raise NotImplementedError

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        """How many of these developments each value would leave."""
        raise NotImplementedError


class CountryDimension(Dimension):
    """The country of its places; where it has none, that of its fronts; failing these, of the heading above it."""

    parameter, label = "country", _("Country")

    @staticmethod
    def _placed() -> QuerySet:
        return of_development(Location.objects.filter(role=PlaceRole.EVENT, country__isnull=False))

    def options(self) -> dict[str, str]:
        return dict(Country.objects.values_list("iso2", "name"))

    def condition(self, selection: Selection) -> Q:
        chosen = selection.get(self.parameter)
        if not chosen:
            return Q()
        fronts = Front.countries.through.objects
        on_front = fronts.filter(front__development_links__development=OuterRef("pk"))
        return (
            Q(Exists(self._placed().filter(country__in=chosen)))
            | Q(~Exists(self._placed())) & Q(Exists(on_front.filter(country__in=chosen)))
            | Q(~Exists(self._placed())) & Q(~Exists(on_front)) & Q(country__in=chosen)
        )

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        placed = Location.objects.filter(
            visible("claim__"), development__in=developments, role=PlaceRole.EVENT, country__isnull=False
        )
        counts: Counter[str] = Counter(
            dict(placed.values_list("country").annotate(n=Count("development", distinct=True)).order_by())
        )
        unplaced = developments.filter(~Exists(self._placed()))
        on_front = unplaced.filter(fronts__countries__isnull=False)
        counts.update(dict(on_front.values_list("fronts__countries").annotate(n=_distinct()).order_by()))
        bare = unplaced.filter(fronts__countries__isnull=True, country__isnull=False)
        counts.update(dict(bare.values_list("country").annotate(n=_distinct()).order_by()))
        return counts


class FrontDimension(Dimension):
    parameter, label = "front", _("Front")

    def options(self) -> dict[str, str]:
        return dict(Front.objects.values_list("slug", "name"))

    def condition(self, selection: Selection) -> Q:
        chosen = selection.get(self.parameter)
        if not chosen:
            return Q()
        links = Front.developments.through.objects.filter(development=OuterRef("pk"), front__slug__in=chosen)
        return Q(Exists(links))

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        return dict(developments.values_list("fronts__slug").annotate(n=_distinct()).order_by())


class GroupDimension(Dimension):
    """An involvement of the group, or of one that is part of it, however deep; `role` narrows both."""

    parameter, label = "group", _("Group")

    def options(self) -> dict[str, str]:
        return dict(Group.objects.values_list("slug", "name"))

    def condition(self, selection: Selection) -> Q:
        chosen, roles = selection.get(self.parameter), selection.get("role")
        if not chosen and not roles:
            return Q()
        involvements = Involvement.objects.all()
        if chosen:
            involvements = involvements.filter(group__slug__in=membership.with_members(chosen))
        if roles:
            involvements = involvements.filter(role__in=roles)
        return Q(Exists(of_development(involvements)))

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        involvements = Involvement.objects.filter(visible("claim__"), development__in=developments, group__isnull=False)
        if selection.get("role"):
            involvements = involvements.filter(role__in=selection["role"])
        found: dict[str, set[int]] = defaultdict(set)
        parents = membership.parents()
        for slug, development in involvements.values_list("group__slug", "development").order_by():
            for one in membership.reach([slug], parents):
                found[one].add(development)
        return {slug: len(developments) for slug, developments in found.items()}


class RoleDimension(Dimension):
    """What the group does; its condition is the group's, since both speak of one involvement."""

    parameter, label = "role", _("Role")

    def options(self) -> dict[str, str]:
        return {value: str(label) for value, label in InvolvementRole.choices}

    def condition(self, selection: Selection) -> Q:
        return Q()

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        involvements = Involvement.objects.filter(visible("claim__"), development__in=developments)
        if selection.get("group"):
            involvements = involvements.filter(group__slug__in=membership.with_members(selection["group"]))
        return dict(involvements.values_list("role").annotate(n=Count("development", distinct=True)).order_by())


class KindDimension(Dimension):
    """A type of development, or a kind of figure that it holds."""

    parameter, label = "kind", _("Kind")

    def options(self) -> dict[str, str]:
        types = {value: str(kind.label) for value, kind in DEVELOPMENT_TYPES.items()}
        figures = {value: str(kind.label) for value, kind in FIGURE_KINDS.items()}
        return types | figures | {OTHER_FIGURE: str(_("Other counts"))}

    def condition(self, selection: Selection) -> Q:
        chosen = selection.get(self.parameter)
        if not chosen:
            return Q()
        figures = Figure.objects.filter(figure_kind__in=figure_kinds(chosen))
        return Q(type__in=development_types(chosen)) | Q(Exists(of_development(figures)))

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        figures = Figure.objects.filter(visible("claim__"), development__in=developments)
        kinds = dict(figures.values_list("figure_kind").annotate(n=Count("development", distinct=True)).order_by())
        types = dict(developments.values_list("type").annotate(n=_distinct()).order_by())
        return types | {value: kinds[kind] for value, kind in FIGURE_KINDS.items() if kind in kinds}


class SourceDimension(Dimension):
    """Who says it: of the sentence itself, or of one of its figures."""

    parameter, label = "source", _("Source")

    def options(self) -> dict[str, str]:
        return dict(Source.objects.values_list("slug", "name"))

    def condition(self, selection: Selection) -> Q:
        chosen = selection.get(self.parameter)
        if not chosen:
            return Q()
        figures = Figure.objects.filter(claim__source__slug__in=chosen)
        return Q(claim__source__slug__in=chosen) | Q(Exists(of_development(figures)))

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        figures = Figure.objects.filter(visible("claim__"), development__in=developments)
        of_sentence = developments.values_list("claim__source__slug", "pk").order_by()
        of_figure = figures.values_list("claim__source__slug", "development").order_by()
        return Counter(slug for slug, _pk in of_sentence.union(of_figure) if slug)


class StatusDimension(Dimension):
    parameter, label = "status", _("Status")

    def options(self) -> dict[str, str]:
        return {value: str(label) for value, label in Status.choices}

    def condition(self, selection: Selection) -> Q:
        chosen = selection.get(self.parameter)
        return Q(claim__status__in=chosen) if chosen else Q()

    def counts(self, developments: QuerySet, selection: Selection) -> Mapping[str, int]:
        return dict(developments.values_list("claim__status").annotate(n=_distinct()).order_by())


DIMENSIONS: tuple[Dimension, ...] = (
    CountryDimension(),
    FrontDimension(),
    GroupDimension(),
    RoleDimension(),
    KindDimension(),
    SourceDimension(),
    StatusDimension(),
)


def figure_kinds(chosen: Iterable[str]) -> list[str]:
    """The figure kinds among the chosen values of `kind`."""
    return [FIGURE_KINDS[value].value for value in chosen if value in FIGURE_KINDS]


def development_types(chosen: Iterable[str]) -> list[str]:
    """The development types among the chosen values of `kind`."""
    return [value for value in chosen if value in DEVELOPMENT_TYPES]


def _distinct() -> Count:
    return Count("pk", distinct=True)
