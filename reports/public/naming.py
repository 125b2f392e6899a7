"""What things are called in the reader's language, for words made far from a request: the index that a request is
answered from says it once (`speak`), as Django keeps the language itself."""

import json
import re
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, pgettext

from reports.extraction.folding import fold
from reports.models import Claim, Country, Front, Group, Location, Source

from .index.names import Names

# Country to the map's name of a place to its name in a language; made with the map by scripts/build_basemap.py.
TOPONYMS = Path(settings.BASE_DIR) / "static/map/places.json"
PART = re.compile(r"(north|south)?-?(east|west)?(?:ern)? (\S.*)", re.IGNORECASE)

_names: ContextVar[Names | None] = ContextVar("names", default=None)


def speak(names: Names) -> None:
    """The register whose names hold for what is said from now on in this request."""
    _names.set(names)


def called(record: Country | Front | Group | Source) -> str:
    """The name of a record of the register."""
    names = _names.get()
    return names.shown(str(record._meta.model_name), record.pk, record.name) if names else record.name


def who(claim: Claim) -> str:
    """Who says it: the register's name, or the words of the text where the register has none."""
    if claim.source is None or (claim.source.unnamed and claim.source_words):
        return claim.source_words
    return called(claim.source)


def place(location: Location) -> str:
    """The name of a place."""
    return place_called(location.name, location.country_id)


def place_called(name: str, country: str | None) -> str:
    """A place of a country by the name that an editor, or the map, gives it; else as it stands.

    A part of a place ("eastern Mosul") is called by the whole's name.
    """
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return name
    names = _names.get()
    taught = names.places if names else {}
    whole = taught.get((language, country or "", fold(name))) or _on_map(name, country or "", language)
    if whole or not (part := PART.fullmatch(name)) or not (part[1] or part[2]):
        return whole or name
    rest = place_called(part[3], country)
    return name if rest == part[3] else _part(f"{part[1] or ''}{part[2] or ''}".lower(), rest)


def _part(direction: str, name: str) -> str:
    """The eastern part of a place."""
    words = {
        "north": pgettext("part of a place", "northern %(name)s"),
        "northeast": pgettext("part of a place", "northeastern %(name)s"),
        "east": pgettext("part of a place", "eastern %(name)s"),
        "southeast": pgettext("part of a place", "southeastern %(name)s"),
        "south": pgettext("part of a place", "southern %(name)s"),
        "southwest": pgettext("part of a place", "southwestern %(name)s"),
        "west": pgettext("part of a place", "western %(name)s"),
        "northwest": pgettext("part of a place", "northwestern %(name)s"),
    }
    return words[direction] % {"name": name}


@lru_cache(maxsize=20_000)
def _on_map(name: str, country: str, language: str) -> str:
    known, folded = _toponyms(language), fold(name)
    return known.get(country, {}).get(folded) or known.get("", {}).get(folded, "")


@cache
def _toponyms(language: str) -> dict[str, dict[str, str]]:
    named = json.loads(TOPONYMS.read_text("utf-8")).get(language, {})
    return {country: {fold(name): shown for name, shown in places.items()} for country, places in named.items()}
