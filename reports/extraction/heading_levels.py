"""Of what level a heading is: a country, a front, a time or a topic; and which country and front it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cues import cue
from .lexicon import Lexicon
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


def level_of(heading: str, rule: str, layout: Layout) -> tuple[str, str | None, str | None]:
    """Level, country and front of a heading."""
    if rule in ("clock-time", "date-line"):
        return "time", None, None
    lexicon, names = layout.lexicon, layout.names
    core = core_of(heading, lexicon)
    if core.lower() in lexicon.words("layout", "compass"):
        # "Southern front" is one, "South" tells nothing
        return (
            ("front", None, heading)
            if heading.lower().endswith((" front", " axis", " sector"))
            else ("topic", None, None)
        )
    hits = known(heading, lexicon, names)
    if hits and hits[0].kind == "country" and core == heading:
        return "country", hits[0].country, None
    if rule in ("bare-title", "html-heading") and ":" in heading:
        lead = names.look(heading.partition(":")[0])
        if lead and lead[0].kind == "country":
            return "country", lead[0].country, None
    if rule.startswith("run-in-") and (hits or not common(heading, layout)):
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


def front_country(heading: str, lexicon: Lexicon, names: Names, country: str | None) -> str | None:
    if core_of(heading, lexicon).lower() in lexicon.words("layout", "compass"):
        return country
    hits = known(heading, lexicon, names)
    countries = [h.country for h in hits]
    if country in countries or not hits:
        return country
    return countries[0]


def known(heading: str, lexicon: Lexicon, names: Names) -> tuple[NameHit, ...]:
    """What the gazetteer knows of a heading: its name, without "northern", or the first of two."""
    core = re.sub(r"\s*\([^)]*\)$", "", core_of(heading, lexicon)).rpartition("/")[2].strip()
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
