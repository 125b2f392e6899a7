"""Of what level a heading is: a country, a front, a time or a topic; and which country and front it names."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from .cues import cue
from .heading_layout import Layout
from .heading_names import (
    common,
    core_of,
    in_capitals,
    is_effort,
    is_ground,
    is_numbered_front,
    is_side,
    known,
    led_by,
    parts_of,
)
from .lexicon import Lexicon
from .model import Section

_LANDS = cue("headings", "lands")
_COUNT = re.compile(r"\s*\(\d{1,3}\)$")


class Level(NamedTuple):
    """Level, country and front of a heading, and the rule that gave them."""

    level: str
    rule: str
    country: str | None = None
    front: str | None = None


def level_of(heading: str, rule: str, layout: Layout) -> Level:
    """What a heading that `rule` found is the heading of."""
    if rule in ("clock-time", "date-line"):
        return Level("time", "clock-or-day")
    lexicon, names = layout.lexicon, layout.names
    heading = _COUNT.sub("", heading)
    core = core_of(heading, lexicon)
    topics = lexicon.words("layout", "topic_words")
    if is_side(heading, lexicon):
        # "Southern front" is one, "South" tells nothing
        called = heading.lower().endswith((" front", " axis", " sector"))
        return Level("front", "side-called-front", None, heading) if called else Level("topic", "side-alone")
    if core.lower() in topics:  # "Air campaign"
        return Level("topic", "topic-word")
    words = heading.split()
    if is_numbered_front(heading, layout):
        return Level("front", "numbered-front", None, re.sub(r"\s*\([^)]*\)$", "", heading))  # "Sector 2 (Chad)"
    parts = parts_of(heading)
    if len(parts) > 1 and (level := _of_parts(heading, parts, rule, layout)):
        return level
    hits = known(heading, lexicon, names)
    if hits and hits[0].kind == "country" and core in (heading, led_by(heading)):
        return Level("country", "country-name", hits[0].country)
    if not hits and (busy := _activity(words, layout)):
        return level_of(busy, rule, layout)
    bare = re.sub(r"\s*\([^)]*\)$", "", heading).lower().split()
    if 1 < len(bare) <= 3 and bare[-1] in _LANDS and not topics & set(bare) and in_capitals(core):
        return Level("front", "land-noun", None, _front_name(core, lexicon))  # "LEILEK DISTRICT"
    if rule == "run-in-topic" and not hits:
        return Level("topic", "topic-that-runs-in")
    if rule.startswith("run-in-") and (
        hits or (rule != "run-in-emphasis" and not common(heading, layout) and in_capitals(heading))
    ):
        return Level("front", "name-that-runs-in", None, _front_name(core, lexicon))
    if not hits and (core.islower() or (rule == "bare-title" and core == heading)):  # "In brief": no name is left
        return Level("topic", "no-name-left")
    if hits or (core != led_by(heading) and in_capitals(core)):
        return Level("front", "place-name" if hits else "front-word", None, _front_name(core, lexicon))
    return Level("topic", "unknown-name")


def _of_parts(heading: str, parts: list[str], rule: str, layout: Layout) -> Level | None:
    """A country and one of its places, a place and its country, or words and the ground that they are about."""
    lexicon, names = layout.lexicon, layout.names
    lands = [(hits := names.look(part)) and hits[0].kind == "country" and hits[0].country for part in parts]
    ground = [
        not land and bool(is_side(part, lexicon) or is_ground(part, layout) or known(part, lexicon, names))
        for part, land in zip(parts, lands, strict=True)
    ]
    place = next((part for part, is_place in zip(parts, ground, strict=True) if is_place), None)
    if "|" in heading and ground[0] and not lands[-1] and in_capitals(parts[-1]):
        return Level("front", "place-in-its-province", None, _front_name(parts[-1], lexicon))  # "CABO DELGADO | Palma"
    if place and (lands[0] or lands[-1]):
        return Level("front", "country-and-place", lands[0] or lands[-1] or None, _front_name(place, lexicon))
    if all(ground) and "/" in heading:
        return Level("front", "two-places", None, _front_name(heading, lexicon))  # "Donetsk/Luhansk"
    if lands[0] and not rule.startswith("run-in"):
        return Level("country", "country-and-words", lands[0])
    if place and (ground[0] or is_effort(parts[0], layout)):
        return Level("front", "place-and-words", None, _front_name(place, lexicon))
    return None


def _front_name(place: str, lexicon: Lexicon) -> str:
    place = re.sub(r"\s*\([^)]*\)$", "", place)
    core = place if is_side(place, lexicon) else core_of(place, lexicon)
    return core.title() if core.isupper() else core


def _activity(words: list[str], layout: Layout) -> str | None:
    """The place of `Strikes in Syria`, `Operations around Helmand`: what is done, and where."""
    doing = layout.lexicon.words("layout", "activity_words")
    at = next((i for i, word in enumerate(words) if word.lower() in ("in", "around", "near", "across")), 0)
    if (
        not at
        or at > 3
        or words[at - 1].lower() not in doing
        or not known(" ".join(words[at + 1 :]), layout.lexicon, layout.names)
    ):
        return None
    return " ".join(words[at + 1 :])


def promote(sections: list[Section], layout: Layout, home: str | None) -> None:
    """Headings of one look are of one level: among fronts "The south" and "Sirte road" are fronts, and "GAZA" is a land
    among lands."""
    country = home
    looks = Counter((section.rule, section.level) for section in sections)
    for number, section in enumerate(sections):
        before = section.level
        ground = is_side(section.heading, layout.lexicon) or is_ground(section.heading, layout)
        if before == "topic" and looks[section.rule, "front"] and (ground or _is_named(section.heading, layout)):
            section.level, section.front, section.country = "front", section.heading, country
            section.rules = dict.fromkeys(("level", "front", "country"), "as-others-of-its-look")
        land = section.heading.lower() in layout.lexicon.words("layout", "lands")
        after = sections[number + 1] if number + 1 < len(sections) else section
        parted = after.level == "front" and after.rule != section.rule  # it has fronts of its own
        if section.level == "front" and land and (looks[section.rule, "country"] or parted):
            section.level, section.front, section.rules["level"] = "country", None, "land-among-lands"
        if section.level != before:
            looks[section.rule, before] -= 1
            looks[section.rule, section.level] += 1
        if section.level == "country":
            country = section.country


def _is_named(heading: str, layout: Layout) -> bool:
    """An unknown name: it is spoken of in the report, with its capitals, and none of its words in lower case."""
    words = heading.split()
    if not in_capitals(heading) or common(heading, layout) or len(words) > 3 or heading.isupper():
        return False
    return layout.text.count(heading) > 1


def front_country(heading: str, front: str, layout: Layout, country: str | None) -> tuple[str | None, str]:
    """The country of a front: in brackets, of the heading above if it has such a place, the place's; and the rule."""
    lexicon, names = layout.lexicon, layout.names
    if bracket := re.search(r"\(([^()]+)\)$", heading):
        inside = names.look(bracket[1])
        if inside and inside[0].kind == "country":
            return inside[0].country, "country-in-brackets"
    if is_side(front, lexicon):
        return country, "country-above"
    hits = known(front, lexicon, names)
    countries = [h.country for h in hits]
    vague = not names.look(heading) and any(
        is_side(words, lexicon) or is_ground(words, layout) for words in (heading, front)
    )
    vague = vague or any(c.isdigit() for c in front)
    if country in countries or not hits or (vague and country):
        return country, "country-above"
    if country and all(hit.rank == 0 for hit in hits):
        return country, "country-above"  # a namesake far from the war
    return countries[0], "country-of-the-place"
