"""Which lines are headings as a whole, by their marks, their place and their words; and by which rule."""

from __future__ import annotations

import re

from .cues import cue
from .heading_dress import Dress, underlined, undress
from .heading_layout import Layout
from .heading_names import is_numbered_front, known, parts_of
from .heading_runs import run_in
from .heading_times import clock, counted_day, day, day_runs_in
from .lines import Line
from .model import Draft

Found = tuple[int, int, str]  # start, end, rule
_TELLS = re.compile(  # a line before a colon that brings in a list or a speech
    rf"\b(?:{'|'.join(sorted(cue('headings', 'tells')))}|includ\w+)\b",
    re.IGNORECASE,
)


def heading_span(draft: Draft, lines: list[Line], number: int, layout: Layout) -> Found | None:
    """Where the heading of a line stands, and the rule that saw it."""
    line = lines[number]
    raw = draft.text[line.start : line.end]
    if found := _time(raw, line.start, layout, number > layout.title):
        return found
    dress = undress(draft.text, line)
    if dress and (rule := _whole(draft, lines, number, layout, dress)):
        return dress.start, dress.end - (rule == "numbered-line" and dress.words[-1] in ".:"), rule
    if number == layout.title and not raw.rstrip().endswith((".", "”", '"')):
        return None  # what stands above the report is its title
    return run_in(draft, line, layout)


def _time(raw: str, start: int, layout: Layout, below: bool) -> Found | None:
    if time := clock(raw):
        return start + time.start("t"), start + time.end("t"), "clock-time"
    if date := (day(raw) if layout.dated and below else counted_day(raw)) or (
        day_runs_in(raw) if layout.chronicle else None
    ):
        return start + date.start("t"), start + date.end("t"), "date-line"
    return None


def _whole(draft: Draft, lines: list[Line], number: int, layout: Layout, dress: Dress) -> str | None:
    """The rule by which the whole line is a heading."""
    line, body = lines[number], dress.words
    raw = draft.text[line.start : line.end]
    alone = number + 1 >= len(lines) or not lines[number + 1].joins
    below = number > layout.title
    words = body.split()
    if len(body) > 120 or len(words) > 16:
        return None
    if dress.titled:
        return "html-heading"
    if dress.numbered and alone and body[0].isupper():
        if body.endswith("?") and len(body) <= 70:
            return "numbered-line"
        if len(words) <= 5 and body.endswith((".", ":")) and known(body[:-1].rstrip(), layout.lexicon, layout.names):
            return "numbered-line"  # "1. Donetsk region."
    if raw.lstrip().startswith(">") and body[0] in '"“':
        return None  # a pull quote
    if not below and ":" in body and underlined(draft.text, line.end):
        return None  # "Port-au-Prince: where the gangs are", drawn under
    if dress.marked and len(words) <= 14 and not body.endswith((".", ",", ";")):
        return "marked-line"
    if body.endswith((".", "!", ",", ";")) or (body[-1] in "\"”'’" and not (body.isupper() and len(words) > 1)):
        return None
    if body.partition(":")[0].lower() in layout.lexicon.words("layout", "flash_words"):
        return None  # "Question: Do you rule it out?"
    if body.endswith("?"):
        return "bare-title" if _title(draft, lines, number, body, layout) else None
    if dress.numbered and alone and len(words) <= 8 and body[0].isupper():
        return "numbered-line"
    if not line.bullet and alone and below and body.isupper() and len(words) <= 12 and not layout.shouted:
        return "capitals"
    if dress.colon and _brings_in(lines, number, body, layout):
        return "colon-line"
    item = line.bullet and _heads_its_item(lines, number, words)
    torn = layout.shouted and not line.blank_before and draft.text[lines[number - 1].end - 1].isalnum()
    if (
        (item or not line.bullet)
        and not torn  # by a hard wrap: "... ATTACKED\nKIDAL\nHAS BEEN ..."
        and alone
        and below
        and len(words) <= 6
        and (known(body, layout.lexicon, layout.names) or is_numbered_front(body, layout))
    ):
        return "bare-name"
    if _title(draft, lines, number, body, layout):
        return "bare-title"
    if not below and alone and body.isupper() and _is_land(body, layout):
        return "capitals"
    return None


def _heads_its_item(lines: list[Line], number: int, words: list[str]) -> bool:
    """`- Menaka region` right above its news: a name alone behind a bullet, and no bullet below it."""
    after = lines[number + 1] if number + 1 < len(lines) else None
    return after is not None and not after.bullet and not after.blank_before and len(words) <= 4


def _is_land(words: str, layout: Layout) -> bool:
    hits = layout.names.look(words)
    return bool(hits) and (hits[0].kind == "country" or words.lower() in layout.lexicon.words("layout", "lands"))


def _brings_in(lines: list[Line], number: int, body: str, layout: Layout) -> bool:
    """`Key points:`, `Raqqa province:` above its news; not what only brings in a list or a speech."""
    words = body.split()
    if number + 1 >= len(lines) or not body[0].isupper():
        return False
    if len(words) <= 6 and known(body, layout.lexicon, layout.names):
        return True
    if number <= layout.title or _TELLS.search(body):
        return False
    topics = layout.lexicon.words("layout", "topic_words")
    titled = all(word[:1].isupper() or len(word) < 4 for word in words) or any(word.lower() in topics for word in words)
    return len(words) <= 4 and titled and not any(day(part) for part in parts_of(body))


def _title(draft: Draft, lines: list[Line], number: int, body: str, layout: Layout) -> bool:
    """A short line between blank ones, above a paragraph or a list: `Key Takeaways`, `Strikes in Syria`."""
    line = lines[number]
    if number < layout.title + 2 - layout.rubric or line.bullet or not line.blank_before or number + 1 >= len(lines):
        return False
    after = lines[number + 1]
    long = after.end - after.start
    topics = layout.lexicon.words("layout", "topic_words")
    news = draft.text[after.start : after.end].rstrip()
    topic = body.lower() in topics and news.endswith(".") and long > 40  # "Casualties", right above its news
    like_others = layout.headed > 1 and news.endswith(".") and long > 25 and len(body.split()) < 5
    close = len(body.split()) < 8 and (long > 90 or topic or like_others) and not after.joins
    apart = after.blank_before or after.bullet or close
    if not apart or after.noise or len(body.split()) > 15:
        return False
    if not body[0].isupper() or not (body[-1].isalnum() or body[-1] in "?)"):
        return False
    raw = draft.text[line.start : line.end].strip()
    if raw.startswith(('"', "“", ">")) or raw.endswith(":"):
        return False
    if after.bullet or long > 60:
        return True
    below = draft.text[after.start : after.end].rstrip()
    if below.endswith((".", ":", "?")):
        return long > 25  # a short sentence, or one that brings in a list
    return after.blank_before and bool(known(below, layout.lexicon, layout.names))  # the first of its parts
