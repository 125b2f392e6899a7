"""The world that public claims speak of: slugs and names by primary key, who is part of whom, and every other name.
Small, and loaded whole whenever an editor changes any of it."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reports.extraction.folding import fold
from reports.models import Alias, Country, Front, Group, Source
from reports.models.vocabulary import SourceKind
from reports.workflow import membership

OWNERS = ("country", "front", "group", "source", "place")
PLACE = ("place__name", "place__country")


@dataclass(frozen=True)
class Record:
    """A front, group or source: its primary key, its word in addresses, its name; of a group the colour that the desk
    chose for it."""

    pk: int
    slug: str
    name: str
    colour: str = ""


@dataclass(frozen=True)
class Names:
    countries: dict[str, str]
    fronts: dict[int, Record]
    groups: dict[int, Record]
    sources: dict[int, Record]
    countries_of_front: dict[int, list[str]]
    above: dict[int, list[int]]  # of each group: itself and all that it is part of
    called: dict[str, list[tuple[str, int | str]]]  # folded name: (kind of owner, primary key)
    preferred: dict[tuple, str] = field(default_factory=dict)  # (language, kind of owner, primary key): its name there
    places: dict[tuple[str, str, str], str] = field(default_factory=dict)  # (language, country, folded name): a place's

    def shown(self, kind: str, pk: int | str, name: str) -> str:
        """The name in the reader's language where the register has one, else the one given."""
        return self.preferred.get((get_language(), kind, pk), name)

    @classmethod
    def load(cls) -> "Names":
        """In seven queries."""
        groups = _records(Group, "colour")
        sources = list(Source.objects.order_by("pk").values_list("pk", "slug", "name", "unnamed", "kind"))
        slugs = {record.slug: record.pk for record in groups.values()}
        parents = membership.parents()
        fronts: dict[int, list[str]] = defaultdict(list)
        for front, country in Front.countries.through.objects.order_by("pk").values_list("front_id", "country_id"):
            fronts[front].append(country)
        called: dict[str, list[tuple[str, int | str]]] = defaultdict(list)
        preferred: dict[tuple, str] = {}
        places: dict[tuple[str, str, str], str] = {}
        aliases = Alias.objects.order_by("pk").values_list("folded", "text", "language", "preferred", *OWNERS, *PLACE)
        for folded, text, language, is_preferred, *owners, place, country in aliases:
            named = [(kind, pk) for kind, pk in zip(OWNERS, owners, strict=True) if pk is not None]
            called[folded] += named
            if is_preferred and language != settings.LANGUAGE_CODE:
                preferred |= {(language, *owner): text for owner in named}
                places |= {(language, country, fold(place)): text} if place else {}
        return cls(
            countries=dict(Country.objects.values_list("iso2", "name")),
            fronts=_records(Front),
            groups=groups,
            sources={row[0]: Record(*row[:3]) for row in sources},
            countries_of_front=fronts,
            above={
                pk: [slugs[slug] for slug in membership.reach([record.slug], parents)] for pk, record in groups.items()
            },
            called=called,
            preferred=preferred | _unnamed([(row[0], row[4]) for row in sources if row[3]]),
            places=places,
        )


def _unnamed(rows: list[tuple[int, str]]) -> dict[tuple, str]:
    """Sources that stand for all of their kind (key, kind), in each other language."""
    found: dict[tuple, str] = {}
    for language, _name in settings.LANGUAGES:
        if language != settings.LANGUAGE_CODE:
            with translation.override(language):
                for pk, kind in rows:
                    label = {"kind": SourceKind(kind).label}
                    found[language, "source", pk] = _("%(kind)s (not in the register)") % label
    return found


def _records(model, *more: str) -> dict[int, Record]:
    return {row[0]: Record(*row) for row in model.objects.order_by("pk").values_list("pk", "slug", "name", *more)}
