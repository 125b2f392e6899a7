"""What search engines may find: every public page that holds something public, and when it last changed.

A front, country, group or source without a public development is no page worth finding; a report nobody has reviewed is
not public at all. Times are those of the newest publication or withdrawal on the page, UTC.
"""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from reports.models import Country, Front, Group, Report, Source
from reports.models.querysets import visible


class Pages(Sitemap):
    """The pages that stand by themselves."""

    i18n = True
    alternates = True
    x_default = True

    def items(self) -> list[str]:
        return ["home", "claims", "corrections", "method"]

    def location(self, item: str) -> str:
        return reverse(item)


class Records(Sitemap):
    """Records of the world that public developments speak of. Items are (slug, newest publication)."""

    i18n = True
    alternates = True
    x_default = True
    limit = 1000
    page: str  # the name of its address

    def slugs(self) -> QuerySet:
        """Rows of (slug, newest publication), each slug once."""
        raise NotImplementedError

    def items(self) -> list[tuple[str, datetime]]:
        return list(self.slugs())

    def location(self, item: tuple[str, datetime]) -> str:
        return reverse(self.page, args=[item[0]])

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        return item[1]


class Fronts(Records):
    page = "front"

    def slugs(self) -> QuerySet:
        found = Front.objects.filter(visible("developments__claim__"))
        return _newest(found, "slug", "developments__claim__")


class Countries(Records):
    page = "country"

    def slugs(self) -> QuerySet:
        found = Country.objects.filter(visible("fronts__developments__claim__"))
        return _newest(found, "iso2", "fronts__developments__claim__")


class Groups(Records):
    page = "group"

    def slugs(self) -> QuerySet:
        path = "involvements__development__claim__"
        found = Group.objects.filter(visible("involvements__claim__"), visible(path))
        return _newest(found, "slug", path)


class Sources(Records):
    page = "source"

    def slugs(self) -> QuerySet:
        found = Source.objects.filter(visible("claims__"))
        return _newest(found, "slug", "claims__")


class Reports(Records):
    page = "report"

    def slugs(self) -> QuerySet:
        return _newest(Report.objects.filter(visible("claims__")), "public_id", "claims__")


def _newest(found: QuerySet, slug: str, path: str) -> QuerySet:
    return found.values_list(slug).annotate(newest=Max(f"{path}visible_from")).order_by(slug)


SITEMAPS: dict[str, Any] = {
    "pages": Pages,
    "fronts": Fronts,
    "countries": Countries,
    "groups": Groups,
    "sources": Sources,
    "reports": Reports,
}
