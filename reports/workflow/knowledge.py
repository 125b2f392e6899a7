"""What a reading may know: the shipped words and gazetteer, and on the desk also the editors' aliases and places."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from reports.extraction import Lexicon, load_lexicon
from reports.geocoding import ChainGeocoder, open_gazetteer
from reports.models import Alias, Place
from reports.models.vocabulary import AliasKind


@dataclass(frozen=True)
class Knowledge:
    """Words for the reader, names for the reader, a geocoder to locate with, and a fingerprint of the editors' part."""

    lexicon: Lexicon
    geocoder: ChainGeocoder
    aliases_version: str = ""


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    return load_lexicon()


def desk_knowledge() -> Knowledge:
    """The shipped words with what editors taught: their aliases of groups and sources, their places first."""
    rows = list(
        Alias.objects.filter(shipped=False, in_country__isnull=True, on_front__isnull=True)
        .exclude(kind=AliasKind.GENERIC)
        .select_related("group", "source", "place")
        .order_by("pk")
    )
    groups = [(row.text, row.group.name) for row in rows if row.group]
    sources = [(row.text, row.source.name) for row in rows if row.source]
    places = _places()
    return Knowledge(
        lexicon=shipped_lexicon().with_aliases(groups=groups, sources=sources),
        geocoder=ChainGeocoder(open_gazetteer(settings.GAZETTEER_PATH), places=places, nominatim=_nominatim()),
        aliases_version=_fingerprint(groups, sources, places),
    )


def _places() -> list[dict]:
    """Places that an editor fixed, with all their names."""
    places = Place.objects.filter(set_by__isnull=False).prefetch_related("aliases").order_by("pk")
    return [
        {
            "id": str(place.pk),
            "name": place.name,
            "names": [place.name, *(alias.text for alias in place.aliases.all())],
            "kind": place.kind,
            "country": place.country_id,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "radius_km": place.radius_km,
            "where_prec": place.where_prec,
        }
        for place in places
    ]


def _nominatim():
    if not settings.NOMINATIM_USER_AGENT:
        return None
    from geopy.extra.rate_limiter import RateLimiter
    from geopy.geocoders import Nominatim

    service = Nominatim(user_agent=settings.NOMINATIM_USER_AGENT, domain=settings.NOMINATIM_DOMAIN, timeout=5)
    # Its usage policy: at most one request a second.
    service.geocode = RateLimiter(service.geocode, min_delay_seconds=1.1, max_retries=0, swallow_exceptions=False)
    return service


def _fingerprint(*parts) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16] if any(parts) else ""
