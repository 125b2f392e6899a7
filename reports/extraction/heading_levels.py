"""Of what level a heading is: a country, a front, a time or a topic; and which country and front it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cues import cue
from .lexicon import Lexicon
from .model import Section
from .names import NameHit, Names

_DIRECTIONS = cue("headings", "directions")


@dataclass(slots=True)
class Layout:
    """What the text as a whole is like: all in capitals, with names that run in before a dash or a colon."""

    lexicon: Lexicon
    names: Names
    shouted: bool
    dashed: bool
    spoken: frozenset[str]  # the words that stand in it in lower case
    dated: bool = False  # lines that are dates alone, one after another
    pattern: bool = False  # where two names run in, an unknown one may as well
    stopped: bool = False  # names run in before a full stop: "Lashio. The army ..."


def level_of(heading: str, rule: str, layout: Layout) -> tuple[str, str | None, str | None]:
    """Level, country and front of a heading."""
    if rule in ("clock-time", "date-line"):
        return "time", None, None
    lexicon, names = layout.lexicon, layout.names
    core = core_of(heading, lexicon)
    if is_side(heading, lexicon):
        # "Southern front" is one, "South" tells nothing
        return (
            ("front", None, heading)
            if heading.lower().endswith((" front", " axis", " sector"))
            else ("topic", None, None)
        )
    if core.lower() in lexicon.words("layout", "topic_words"):  # "Air campaign"
        return "topic", None, None
    words = heading.split()
    if len(words) > 1 and words[0].lower() in lexicon.words("layout", "front_words") and words[1][:1].isdigit():
        return "front", None, re.sub(r"\s*\([^)]*\)$", "", heading)  # "Sector 2 (Chad)"
    hits = known(heading, lexicon, names)
    if hits and hits[0].kind == "country" and core == heading:
        return "country", hits[0].country, None
    if rule in ("bare-title", "html-heading") and ":" in heading:
        lead = names.look(heading.partition(":")[0])
        if lead and lead[0].kind == "country":
            return "country", lead[0].country, None
    if rule.startswith("run-in-") and (hits or (not common(heading, layout) and _capitals(heading))):
        return "front", None, core
    if rule == "bare-title" and not hits and core == heading:
        tail = names.look(heading.split()[-1]) if " in " in heading else ()
        return ("country", tail[0].country, None) if tail and tail[0].kind == "country" else ("topic", None, None)
    if not hits and core.islower():  # "In brief": no name is left
        return "topic", None, None
    if hits or core != heading:
        front = core.title() if core.isupper() else core
        return "front", None, front
    return "topic", None, None


def promote(sections: list[Section], layout: Layout, home: str | None) -> None:
    """Headings of one look are of one level: among fronts "The south" and "Sirte road" are fronts, and "GAZA" is a land
    among lands."""
    country = home
    for section in sections:
        alike = [other.level for other in sections if other is not section and other.rule == section.rule]
        ground = is_side(section.heading, layout.lexicon) or is_ground(section.heading, layout)
        if section.level == "topic" and ground and "front" in alike:
            section.level, section.front, section.country = "front", section.heading, country
        land = section.heading.lower() in layout.lexicon.words("layout", "lands")
        if section.level == "front" and land and "country" in alike:
            section.level, section.front = "country", None
        if section.level == "country":
            country = section.country


def front_country(heading: str, layout: Layout, country: str | None) -> str | None:
    """The country of a front: the one in brackets; that of the heading above, if it has such a place; the place's."""
    lexicon, names = layout.lexicon, layout.names
    if bracket := re.search(r"\(([^()]+)\)$", heading):
        inside = names.look(bracket[1])
        if inside and inside[0].kind == "country":
            return inside[0].country
    hits = known(heading, lexicon, names)
    countries = [h.country for h in hits]
    vague = is_side(heading, lexicon) or is_ground(heading, layout) or any(c.isdigit() for c in heading)
    if country in countries or not hits or (vague and country):
        return country
    return countries[0]


def is_side(heading: str, lexicon: Lexicon) -> bool:
    """`The south`, `Eastern axis`: a side of what the report is about."""
    return core_of(heading, lexicon).lower() in lexicon.words("layout", "compass")


def is_ground(heading: str, layout: Layout) -> bool:
    """`West coast`, `Butembo road`: a stretch of ground, by its noun."""
    words = re.sub(r"\s*\([^)]*\)$", "", heading).lower().split()
    nouns, topics = layout.lexicon.words("layout", "ground_words"), layout.lexicon.words("layout", "topic_words")
    return 1 < len(words) <= 4 and words[-1] in nouns and not (topics | {"in", "at"}) & set(words)


def _capitals(heading: str) -> bool:
    """A name, not a phrase: no word in lower case but those that names hold."""
    return all(word[:1].isupper() or word in ("and", "of", "al", "el") for word in heading.split())


def known(heading: str, lexicon: Lexicon, names: Names) -> tuple[NameHit, ...]:
    """What the gazetteer knows of a heading: its name, without "northern", or the first of two."""
    core = core_of(re.sub(r"\s*\([^)]*\)$", "", heading), lexicon).rpartition("/")[2].strip()
    if hits := names.look(core):
        return hits
    words = core.split()
    if len(words) > 1 and words[0].lower() in _DIRECTIONS and (hits := names.look(" ".join(words[1:]))):
        return tuple(NameHit("region", h.country, h.population) for h in hits)
    both = next((i for i, word in enumerate(words[1:-1], 1) if word.lower() == "and"), None)
    if both and len(words) < 6 and words[0][:1].isupper() and words[-1][:1].isupper():
        first = names.look(" ".join(words[:both])) or names.look(" ".join(words[both + 1 :]))
        return tuple(NameHit("region", h.country, h.population) for h in first)
    return ()


def core_of(heading: str, lexicon: Lexicon) -> str:
    """The heading without the words that only say it is a front."""
    low = heading.lower()
    for opener in lexicon["layout"]["front_openers"]:
        if low.startswith(opener + " "):
            heading = heading[len(opener) :].strip()
            break
    words = heading.split()
    while len(words) > 1 and words[0].lower() in ("in", "around", "the", "on", "across", "inside"):
        words.pop(0)
    while len(words) > 1 and words[-1].lower() in lexicon.words("layout", "front_words"):
        words.pop()
    return " ".join(words)


def common(heading: str, layout: Layout) -> bool:
    """The heading is of common words: they stand in lower case in the text, or among the words for topics."""
    topics = layout.lexicon.words("layout", "topic_words")
    return any(word in topics or word in layout.spoken for word in heading.lower().split())
