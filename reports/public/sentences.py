"""Sentences for lists and maps: the words of a claim without loading the whole text of its report for each row."""

from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Substr

from reports.models import Claim, Development, DevelopmentFront, Figure, Involvement, Location


@dataclass(frozen=True)
class Cut:
    """A sentence cut around a mark; `marked` is empty where the mark lies outside of it."""

    before: str
    marked: str
    after: str


def with_sentence(queryset: QuerySet, development: str = "") -> QuerySet:
    """Annotate `sentence`: the words of the development (reached by a prefix such as "development__")."""
    claim = f"{development}claim__"
    words = Substr(f"{claim}report__text", F(f"{claim}start") + 1, F(f"{claim}end") - F(f"{claim}start"))
    return queryset.annotate(sentence=words)


def cut(sentence: str, development: Claim, mark: Claim) -> Cut:
    """The sentence of a development around another claim of the same report."""
    start, end = mark.start - development.start, mark.end - development.start
    if not 0 <= start < end <= len(sentence):
        return Cut(sentence, "", "")
    return Cut(sentence[:start], sentence[start:end], sentence[end:])


def primary_front(development: Development):
    """The front it counts for, from prefetched links; None while it has none."""
    links = sorted(development.front_links.all(), key=lambda link: not link.primary)
    return links[0].front if links else None


def listed(developments: QuerySet) -> QuerySet:
    """Developments with all that a list shows of them, in a constant number of queries."""
    return (
        with_sentence(developments)
        .select_related("claim__report__outlet", "claim__source__affiliation", "country")
        .defer("claim__report__text")
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
        with_sentence(locations, "development__")
        .select_related("claim", "country", "development__claim__report", "development__claim__source")
        .defer("development__claim__report__text")
        .prefetch_related(
            Prefetch("development__front_links", DevelopmentFront.objects.select_related("front")),
            Prefetch("development__figures", shown_figures(Figure.objects.public()), to_attr="public_figures"),
        )
        .order_by("-development__claim__date_end", "development__claim__report", "claim__start", "pk")
    )
