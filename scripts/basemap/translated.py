"""What the map's names are in the other languages of the site: by hand, or the sources' own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

ARTICLES = {"Al", "Ad", "An", "Ar", "As", "Ash", "At", "Az", "Adh", "Ath"}
LANGUAGES = ("ar", "fr")
KINDS = {"p": "provinces", "w": "waters", "r": "rivers"}
ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي -]+")
"""The letters of Arabic itself: names in Persian, Kurdish or Urdu spelling have others."""
SOUNDS = {
    "ا": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "ع": "",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "w",
    "ي": "y",
    "ء": "",
    "ؤ": "w",
    "ئ": "y",
}
ALIKE = str.maketrans("wcqp", "vkkb")
"""Letters that one name is written with, and another spelling of it is not."""
LIKE_ENOUGH = 0.6
"""A spelling whose consonants differ more from the name's is that of another place."""


def arabic(name: str, alternates: Iterable[str]) -> str:
    """The alternate name in Arabic that sounds most like the name; empty where none does.

    GeoNames does not say which spelling is the usual one, but its own name is the Arabic one in Latin letters.
    """
    spellings = {one for one in (plain(alternate) for alternate in alternates) if ARABIC.fullmatch(one)}
    first, _, rest = name.partition(" ")
    with_article = bool(rest) and first in ARTICLES
    sound = rest if with_article else name
    rated = [
        (-likeness(sound, bare(one)), with_article and bare(one) == one, one.endswith("ه"), len(one), one)
        for one in spellings
    ]
    best = min(rated, default=None)
    return best[-1] if best and -best[0] >= LIKE_ENOUGH else ""


def bare(spelling: str) -> str:
    """Without the article, which Latin letters may write as it sounds ("As-Sanamayn")."""
    return spelling.removeprefix("ال") if len(spelling) > 5 else spelling


def plain(name: str) -> str:
    """Without vowel marks, stretching and marks of direction."""
    return "".join(c for c in name if unicodedata.category(c) not in {"Mn", "Cf"} and c != "ـ").strip()


def likeness(name: str, spelling: str) -> float:
    """How much the consonants of a name in Latin letters and of its spelling in Arabic agree, 0 to 1."""
    folded = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower().removesuffix("h")
    heard = "".join(SOUNDS.get(c, "") for c in spelling.removesuffix("ه"))
    return SequenceMatcher(None, _consonants(folded), _consonants(heard)).ratio()


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[^bcdfghjklmnpqrstvxyz]", "", word.translate(ALIKE)))


def in_language(label: Any, language: str, listed: dict[str, Any], towns: dict[str, str]) -> str:
    """A label's name in a language, empty where it keeps the English one. `towns`: all that are known, by name."""
    if label.kind in KINDS:
        own = listed[language][KINDS[label.kind]].get(label.name, "")
        return own or (towns.get(label.name, "") if label.kind == "p" else "")
    by_hand = listed[language]["towns"].get(label.country, {}) if label.kind in {"t", "k"} else {}
    found = by_hand.get(label.name) or label.names.get(language, "")
    return found if found != label.name else ""


def town_names(labels: Iterable[Any], language: str, listed: dict[str, Any]) -> dict[str, str]:
    """The towns' names in a language, by the English one; the strongest of namesakes."""
    found: dict[str, str] = {}
    for label in sorted((one for one in labels if one.kind in {"t", "k"}), key=lambda one: -one.weight):
        if name := in_language(label, language, listed, {}):
            found.setdefault(label.name, name)
    return found


def all_met(labels: Iterable[Any], listed: dict[str, Any]) -> None:
    """Keeps the list honest: raises KeyError for an entry that the map does not name."""
    met = {(KINDS.get(one.kind, one.country), one.name) for one in labels}
    unknown = []
    for language in LANGUAGES:
        tables = {name: table for name, table in listed[language].items() if name != "towns"}
        for table, names in (tables | listed[language]["towns"]).items():
            unknown += [f"{language}.{table} {name!r}" for name in names if (table, name) not in met]
    if unknown:
        raise KeyError(f"names_translated.toml: the map does not name {', '.join(unknown)}")
