"""What the words of a heading name: a place, a side, a stretch of ground, a kind of paper."""

from __future__ import annotations

import re

from .cues import cue
from .heading_layout import Layout
from .lexicon import Lexicon
from .names import NameHit, Names

_DIRECTIONS = cue("headings", "directions")
_PARTS = re.compile(r"\s+[-–—|]+\s+|\s*/\s*|:\s+|,\s+(?=[A-Z\d])")
_LANDS = cue("headings", "lands")
_LEADS_ON = cue("headings", "leads_on")


def known(heading: str, lexicon: Lexicon, names: Names) -> tuple[NameHit, ...]:
    """What the gazetteer knows of a heading: its name, without "northern", or the first of two."""
    core = core_of(re.sub(r"\s*\([^)]*\)$", "", heading), lexicon)
    if hits := names.look(core):
        return hits
    name, _, noun = core.rpartition(" ")
    if name and noun.lower() in _LANDS and (hits := names.look(name)):  # "Menaka region", "Nabatieh district"
        return tuple(NameHit("region", h.country, h.population) for h in hits)
    if len(parts := parts_of(core)) > 1:  # "SYRIA - Aleppo": the narrower
        found = [hits for part in parts if (hits := names.look(part))]
        return next((hits for hits in found if hits[0].kind != "country"), found[0]) if len(found) == len(parts) else ()
    words = core.split()
    if len(words) > 1 and words[0].lower() in _DIRECTIONS and (hits := names.look(" ".join(words[1:]))):
        return tuple(NameHit("region", h.country, h.population) for h in hits)
    both = next((i for i, word in enumerate(words[1:-1], 1) if word.lower() in ("and", "&")), None)
    if both and len(words) < 6 and words[0][:1].isupper() and words[-1][:1].isupper():
        first = names.look(" ".join(words[:both])) or names.look(" ".join(words[both + 1 :]))
        return tuple(NameHit("region", h.country, h.population) for h in first)
    return ()


def _front_openers(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{opener} " for opener in lexicon["layout"]["front_openers"])


def core_of(heading: str, lexicon: Lexicon) -> str:
    """The heading without the words that only say it is a front."""
    low = heading.lower()
    if low.startswith(openers := lexicon.made(_front_openers)):
        opener = next(opener for opener in openers if low.startswith(opener))
        heading = heading[len(opener) :].strip()
    words = led_by(heading).split()
    while len(words) > 1 and words[-1].lower() in lexicon.words("layout", "front_words"):
        words.pop()
    return " ".join(words)


def led_by(heading: str) -> str:
    """The heading without the small words that it opens on: they make no front of "ACROSS THE RIVER"."""
    words = heading.split()
    while len(words) > 1 and words[0].lower() in ("in", "around", "the", "on", "across", "inside"):
        words.pop(0)
    return " ".join(words)


def parts_of(heading: str) -> list[str]:
    """`Russian Main Effort – Luhansk Oblast`, `SYRIA - Aleppo`, `Mali: Ten killed`: what marks part."""
    return [part.strip() for part in _PARTS.split(re.sub(r"\s*\([^)]*\)$", "", heading)) if part.strip()]


def is_side(heading: str, lexicon: Lexicon) -> bool:
    """`The south`, `Eastern axis`: a side of what the report is about."""
    words = core_of(heading, lexicon).lower().split()
    return (
        bool(words)
        and words[0] != "and"
        and all(word in lexicon.words("layout", "compass") or word == "and" for word in words)
    )


def is_ground(heading: str, layout: Layout) -> bool:
    """`West coast`, `Butembo road`: a stretch of ground, by its noun."""
    words = re.sub(r"\s*\([^)]*\)$", "", heading).lower().split()
    nouns, topics = layout.lexicon.words("layout", "ground_words"), layout.lexicon.words("layout", "topic_words")
    if topics & set(words):
        return False
    at = next(
        (i for i, word in enumerate(words[:4]) if word in nouns and words[i + 1 : i + 2] and words[i + 1] in _LEADS_ON),
        None,
    )
    if at is not None and len(words) <= 7:
        return True  # "On the road to Wad Madani"
    return 1 < len(words) <= 4 and words[-1] in nouns and not {"in", "at"} & set(words)


def is_numbered_front(heading: str, layout: Layout) -> bool:
    """`Sector 2 (Chad)`: the issuer's own name for a stretch of the front."""
    words = heading.split()
    return (
        len(words) > 1 and words[0].lower() in layout.lexicon.words("layout", "front_words") and words[1][:1].isdigit()
    )


def is_effort(words: str, layout: Layout) -> bool:
    """`Supporting Effort`, `Axis 2`: what an assessment numbers its fronts by."""
    nouns = layout.lexicon.words("layout", "effort_words")
    return any(word.lower().strip("#") in nouns for word in words.split())


def is_rubric(title: str, layout: Layout) -> bool:
    """`Situation report, 10 May`: the kind of paper, and no news."""
    rubrics = layout.lexicon.words("layout", "rubric_words")
    return any(word.strip(":,.()#*").lower() in rubrics for word in title.split()[:12])


def is_paper(title: str, layout: Layout) -> bool:
    """`PRESS RELEASE`: the kind of paper that an office issues; `Situation summary` may be a part of one."""
    papers = layout.lexicon.words("layout", "paper_words")
    return any(word.strip(":,.()#*").lower() in papers for word in title.split()[:12])


def common(heading: str, layout: Layout) -> bool:
    """The heading is of common words: they stand in lower case in the text, or among the words for topics."""
    topics = layout.lexicon.words("layout", "topic_words")
    return any(word in topics or word in layout.spoken for word in heading.lower().split())


def in_capitals(heading: str) -> bool:
    """A name, not a phrase: no word in lower case but those that names hold."""
    return all(word[:1].isupper() or word in ("and", "of", "al", "el") for word in heading.split())
