"""What a reading may know: the shipped words and gazetteer, and on the desk also the editors' aliases and places."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Prefetch

from reports.extraction import Lexicon, load_lexicon
from reports.geocoding import ChainGeocoder, EditorPlace, Gazetteer, Nominatim, open_gazetteer
from reports.models import Alias, Place
from reports.models.vocabulary import AliasKind

from .matching import AROUND


@dataclass(frozen=True)
class Knowledge:
    """Words for the reader, names for the reader, a geocoder to locate with, and a fingerprint of the editors' part."""

    lexicon: Lexicon
    geocoder: ChainGeocoder
    aliases_version: str = ""


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    return load_lexicon()


@lru_cache(maxsize=2)
def _taught_lexicon(groups: tuple[tuple[str, str], ...], sources: tuple[tuple[str, str], ...]) -> Lexicon:
    """The shipped words and the desk's, kept until an editor teaches more: what a reading makes of them is kept too."""
    return shipped_lexicon().with_aliases(groups=groups, sources=sources)


def desk_knowledge(day: date | None = None) -> Knowledge:
    """The shipped words with what editors taught: their aliases of groups and sources, their places first.

    `day`: the day of the report; a name that holds at another time, or on a front of another time, is left out.
    """
    rows = list(
        Alias.objects.filter(shipped=False, in_country__isnull=True, on_front__isnull=True)
        .exclude(kind=AliasKind.GENERIC)
        .select_related("group", "source", "place")
        .order_by("pk")
    )
    groups = [(row.text, row.group.name) for row in rows if row.group]
    sources = [(row.text, row.source.name) for row in rows if row.source]
    places = _places(day)
    return Knowledge(
        lexicon=_taught_lexicon(tuple(groups), tuple(sources)),
        geocoder=ChainGeocoder(shipped_gazetteer(), places, _nominatim()),
        aliases_version=_fingerprint(groups, sources, places),
    )


def _places(day: date | None) -> list[EditorPlace]:
    """Places that an editor fixed, with all their names of that day, each with the countries where it means them."""
    aliases = Alias.objects.select_related("on_front").prefetch_related("on_front__countries").order_by("pk")
    places = (
        Place.objects.kept().filter(set_by__isnull=False).prefetch_related(Prefetch("aliases", aliases)).order_by("pk")
    )
    return [
        EditorPlace(
            id=str(place.pk),
            name=place.name,
            kind=place.kind,
            country=place.country_id,
            latitude=place.latitude,
            longitude=place.longitude,
            radius_km=place.radius_km,
            names=tuple(alias.text for alias in place.aliases.all() if _holds(alias, day) and not _scope(alias)),
            scoped=tuple((a.text, _scope(a)) for a in place.aliases.all() if _holds(a, day) and _scope(a)),
        )
        for place in places
    ]


def _scope(alias: Alias) -> tuple[str, ...]:
    """The countries in which the name holds; empty: everywhere."""
    if alias.on_front:
        return tuple(sorted(country.pk for country in alias.on_front.countries.all()))
    return (alias.in_country_id,) if alias.in_country_id else ()


def _holds(alias: Alias, day: date | None) -> bool:
    """Whether the name is valid on the day, and its front under way or nearly so."""
    if day is None:
        return True
    begins = [alias.valid_from] + ([alias.on_front.started - AROUND] if alias.on_front else [])
    ends = [alias.valid_to] + ([alias.on_front.ended + AROUND] if alias.on_front and alias.on_front.ended else [])
    return all(d is None or d <= day for d in begins) and all(d is None or d >= day for d in ends)


def _nominatim() -> Nominatim | None:
    """Asked only where a setting says who asks; one for the process, since it counts the seconds between questions."""
    return _service(settings.NOMINATIM_USER_AGENT, settings.NOMINATIM_DOMAIN) if settings.NOMINATIM_USER_AGENT else None


@lru_cache(maxsize=1)
def _service(user_agent: str, domain: str) -> Nominatim:
    return Nominatim(user_agent, domain=domain)


@lru_cache(maxsize=1)
def _gazetteer(path: Path, changed: float) -> Gazetteer:
    return open_gazetteer(path)


def shipped_gazetteer() -> Gazetteer:
    """The offline gazetteer, opened once a process and again when a new one was built. Raises GazetteerMissing."""
    path = Path(settings.GAZETTEER_PATH)
    return _gazetteer(path, path.stat().st_mtime if path.is_file() else 0.0)


def _fingerprint(*parts) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16] if any(parts) else ""
