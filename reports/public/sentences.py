"""Sentences for lists and maps: the words of a claim without loading the whole text of its report for each row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from reports.models import Claim, Development, DevelopmentFront, Figure, Involvement, Location
from reports.models.covering import shown, words_of
from reports.models.querysets import visible


@dataclass(frozen=True)
class Cut:
    """A sentence cut around a mark; `marked` is empty where the mark lies outside of it."""

    before: str
    marked: str
    after: str


def with_sentence(queryset: QuerySet, development: str = "", *, as_shown: bool = True) -> QuerySet:
    """Annotate `sentence`: the words of the development (reached by a prefix such as "development__").

    `as_shown=False` for what `cut` cuts: covers of hidden words keep their length.
    """
    claim = f"{development}claim__"
    return queryset.annotate(sentence=words_of(claim, as_shown=as_shown))


def cut(sentence: str, development: Claim, mark: Claim) -> Cut:
    """The sentence of a development around another claim of the same report."""
    start, end = mark.start - development.start, mark.end - development.start
    if not 0 <= start < end <= len(sentence):
        return Cut(shown(sentence), "", "")
    return Cut(shown(sentence[:start]), shown(sentence[start:end]), shown(sentence[end:]))


def primary_front(development: Development):
    """The front it counts for, from prefetched links; None while it has none."""
    links = sorted(development.front_links.all(), key=lambda link: not link.primary)
    return links[0].front if links else None


def listed(developments: QuerySet) -> QuerySet:
    """Developments with all that a list shows of them, in a constant number of queries."""
    return (
        with_sentence(developments)
        .select_related("claim__report__outlet", "claim__source__affiliation", "country")
        .defer("claim__report__text", "claim__report__covered_text")
        .prefetch_related(
            Prefetch("front_links", DevelopmentFront.objects.select_related("front")),
            Prefetch("figures", shown_figures(Figure.objects.public()), to_attr="public_figures"),
            Prefetch(
                "locations",
                Location.objects.public().where_it_happened().select_related("claim", "country"),
                to_attr="public_locations",
            ),
            Prefetch(
                "involvements",
                Involvement.objects.public().filter(group__isnull=False).select_related("claim", "group"),
                to_attr="public_involvements",
            ),
        )
    )


def shown_figures(figures: QuerySet) -> QuerySet:
    """Figures with what a table shows, in the order of the text."""
    return figures.select_related("claim__source__affiliation").order_by("claim__start", "pk")


def mapped(locations: QuerySet) -> QuerySet:
    """Locations with all that the map shows of them, in a constant number of queries."""
    return (
        with_sentence(locations, "development__", as_shown=False)
        .select_related("claim", "country", "development__claim__report", "development__claim__source")
        .defer("development__claim__report__text", "development__claim__report__covered_text")
        .prefetch_related(
            Prefetch("development__front_links", DevelopmentFront.objects.select_related("front")),
            Prefetch("development__figures", shown_figures(Figure.objects.public()), to_attr="public_figures"),
        )
        .order_by("-development__claim__date_end", "development__claim__report", "claim__start", "pk")
    )


def loaded(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with all that a row of a table names, in a constant number of queries, in an order that stays."""
    return (
        figures.annotate(quoted=words_of("claim__"))
        .select_related("claim__report", "claim__source", "development__claim", "development__country")
        .select_related("part_of__claim", "same_as__claim")
        .defer("claim__report__text", "claim__report__covered_text")
        .prefetch_related(
            Prefetch("development__front_links", DevelopmentFront.objects.select_related("front")),
            Prefetch("locations", Location.objects.public().select_related("claim"), to_attr="public_locations"),
        )
        .order_by("claim__date_end", "claim__report", "claim__start", "pk")
    )


def stated(controls: QuerySet) -> QuerySet:
    """Control claims with all that a table of them names, newest first, in two queries."""
    # A place that is withheld is not named by who holds it; and who holds a town does not hold what it is blurred to.
    named = controls.filter(visible("location__claim__"), location__claim__blurred_at__isnull=True)
    return (
        with_sentence(named, "development__", as_shown=False)
        .select_related("location", "holder", "contender", "claim__report", "claim__source__affiliation")
        .select_related("development__claim")
        .defer("claim__report__text", "claim__report__covered_text")
        .prefetch_related(Prefetch("development__front_links", DevelopmentFront.objects.select_related("front")))
        .order_by("-claim__date_end", "-claim__reported_at", "-pk")
    )


def in_order(queryset: QuerySet, pks: Iterable[int], chunk: int) -> list[Any]:
    """The rows with these primary keys, in their order; those that are gone are left out."""
    wanted = [int(pk) for pk in pks]
    found = {row.pk: row for n in range(0, len(wanted), chunk) for row in queryset.filter(pk__in=wanted[n : n + chunk])}
    return [found[pk] for pk in wanted if pk in found]
