"""Which lines are headings, and of what level: country, front, time or topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .cues import cue
from .lexicon import Lexicon
from .lines import Line, runs_in_with_dashes
from .model import Draft, Section, Span
from .names import NameHit, Names
from .world import theatre

_HOUR = r"(?:[01]?\d|2[0-3])[:.]?[0-5]?\d?"  # 9, 930, 9:30
_ZONE = r"(?:[ap]\.?m\.?|(?:gmt|utc|local time|est|et|h|hrs)\b\.?)(?:\s*\((?:gmt|utc|local)[^)]{0,12}\))?"
_BARE = r"(?:[01]\d|2[0-3])[:.][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d(?=\s*$)"  # 09:30, or 0930 alone on its line
_TIME = re.compile(rf"^\W*(?P<t>{_HOUR}\s*{_ZONE}|{_BARE})\s*(?P<rest>[-–—:|\])]|$)", re.IGNORECASE)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?:ly)?"
_NUMBERED = re.compile(
    rf"^\s*(?:\(?(?:\d{{1,2}}|[IVX]{{1,5}}|[A-H])(?:[.)]|\s+[-–—])|(?i:{_ORDINAL})\s?:)\s+"  # "2.", "(IV)", "Third:"
)
_HTML = re.compile(r"\s*<h[1-6](?:\s[^<>]{0,200})?>([^\n]{1,200}?)</h[1-6]>")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|febr|mar|apr|may|june|july|aug|sept|oct|nov|dec)[a-z]*\.?"
_DAY_OF = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
_DATE_LINE = re.compile(rf"^\W*(?P<t>(?:{_WEEKDAY},?\s+)?{_DAY_OF}|{_WEEKDAY}|day\s+\d{{1,4}})\W*$", re.IGNORECASE)
_DIRECTIONS = cue("headings", "directions")
_MARKS = " \t-–—=*#_:~[]|•·►■▪>"


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


def find_headings(draft: Draft, lines: list[Line], lexicon: Lexicon, names: Names) -> list[Section]:
    """The headings in order, each with its body; moves `body` of run-in lines behind the heading."""
    found: list[Section] = []
    country: str | None = None
    spoken = frozenset(t.text for t in draft.tokens if t.kind == "w" and t.text.islower())
    home = theatre(draft)
    layout = Layout(lexicon, names, _all_caps(draft), runs_in_with_dashes(draft.text), spoken)
    layout.dated = sum(bool(_date_line(draft, line)) for line in lines) > 1
    layout.pattern = sum(1 for line in lines if not line.noise and not line.joins and _run_in(draft, line, layout)) > 1
    for number, line in enumerate(lines):
        if line.noise or line.joins or any(line.start <= d.start < line.end for d in draft.dateline_spans):
            continue
        span = _heading_span(draft, lines, number, layout)
        if span is None:
            continue
        if number < 2 and span[2] == "run-in" and not layout.pattern and not layout.shouted:
            name = draft.text[span[0] : span[1]]
            if name.isupper() and draft.dateline is None:  # "SRINAGAR: At least ..." where no other name runs in
                draft.dateline = name.title()
                draft.dateline_spans.append(Span(span[0], span[1] + 1))
                continue
        start, end, rule = span
        heading = draft.text[start:end]
        level, own, front = _level(heading, rule, layout)
        if level == "country":
            country = own
        section = Section(start, end, end, len(draft.text), heading, level, None, front, rule=rule)
        if level in ("country", "front"):
            section.country = own if level == "country" else _front_country(heading, lexicon, names, country or home)
        found.append(section)
        line.heading = True
        while line.body < line.last and draft.tokens[line.body].start < end:
            line.body += 1
        while line.body < line.last and not draft.tokens[line.body].text.strip(_MARKS):
            line.body += 1
    _bodies(draft, found)
    return found


def _bodies(draft: Draft, sections: list[Section]) -> None:
    text = draft.text
    for number, section in enumerate(sections):
        after = sections[number + 1] if number + 1 < len(sections) else None
        start = section.end
        while start < len(text) and (text[start].isspace() or text[start] in _MARKS):
            start += 1
        end = text.rfind("\n", 0, after.start) if after else len(text)
        section.body_start = min(start, after.start if after else len(text))
        section.body_end = max(section.body_start, end)


def _heading_span(draft: Draft, lines: list[Line], number: int, layout: Layout) -> tuple[int, int, str] | None:
    line = lines[number]
    lexicon, names = layout.lexicon, layout.names
    raw = draft.text[line.start : line.end]
    if html := _HTML.match(raw):
        inner = html[1].strip()
        if inner and len(inner) <= 120 and "<" not in inner:
            start = line.start + html.start(1) + html[1].find(inner)
            return start, start + len(inner), "html-heading"
    if time := _TIME.match(raw[:60]):
        return line.start + time.start("t"), line.start + time.end("t"), "clock-time"
    if layout.dated and number > 0 and (day := _date_line(draft, line)):
        return line.start + day.start("t"), line.start + day.end("t"), "date-line"
    stripped = raw.strip(_MARKS + "\u00a0")
    if not stripped:
        return None
    offset = line.start + raw.find(stripped)
    body = _NUMBERED.sub("", stripped, count=1)
    numbered = len(body) < len(stripped)
    offset += len(stripped) - len(body)
    alone = _alone(lines, number)
    marked = (
        (_marked(raw) and (not line.bullet or raw.rstrip()[-1:] in "*-=#—"))
        or _boxed(raw)
        or _underlined(draft.text, line.end)
    )
    if numbered and alone and body.endswith("?") and len(body) <= 70:
        return offset, offset + len(body), "numbered-line"
    if numbered and alone and body[:1].isupper() and len(body.split()) <= 5 and body.endswith((".", ":")):
        name = body[:-1].rstrip()
        if _known(name, lexicon, names):  # "1. Donetsk region."
            return offset, offset + len(name), "numbered-line"
    if marked and len(body) <= 110 and len(body.split()) <= 14 and not body.endswith((".", ",", ";")):
        return offset, offset + len(body), "marked-line"
    if len(body) <= 110 and not body.endswith((".", "!", "?", ",", ";", '"', "”")):
        words = body.split()
        if numbered and alone and len(words) <= 6 and body[:1].isupper():
            return offset, offset + len(body), "numbered-line"
        if not line.bullet and alone and number > 0 and body.isupper() and len(words) <= 12 and not layout.shouted:
            return offset, offset + len(body), "capitals"
        if (
            raw.rstrip().endswith(":")
            and len(words) <= 4
            and number > 0
            and all(w[:1].isupper() or len(w) < 4 for w in words)
        ):
            return offset, offset + len(body), "colon-line"
        if not line.bullet and alone and number > 0 and len(words) <= 6 and _known(body, lexicon, names):
            return offset, offset + len(body), "bare-name"
        if _title(draft, lines, number, body):
            return offset, offset + len(body), "bare-title"
        if number == 0 and alone and body.isupper() and (hits := names.look(body)) and hits[0].kind == "country":
            return offset, offset + len(body), "capitals"
    if number == 0 and not stripped.endswith("."):
        return None
    return _run_in(draft, line, layout)


def _date_line(draft: Draft, line: Line) -> re.Match[str] | None:
    """`Day 412`, `Monday, 12 June`: nothing else on the line."""
    return _DATE_LINE.match(draft.text[line.start : line.end]) if line.end - line.start < 40 else None


def _title(draft: Draft, lines: list[Line], number: int, body: str) -> bool:
    """A short line between blank ones, above a paragraph or a list: `Key Takeaways`, `Strikes in Syria`."""
    line = lines[number]
    if number < 2 or line.bullet or not line.blank_before or number + 1 >= len(lines) or not body[:1].isupper():
        return False
    after = lines[number + 1]
    close = len(body.split()) < 6 and after.end - after.start > 90 and not after.joins
    apart = after.blank_before or after.bullet or close
    if not apart or after.noise or len(body.split()) > 15 or not (body[-1].isalnum() or body[-1] in "?)"):
        return False
    raw = draft.text[line.start : line.end].strip()
    if raw.startswith(('"', "“", ">")) or raw.endswith(":"):
        return False
    return after.bullet or after.end - after.start > 60


def _alone(lines: list[Line], number: int) -> bool:
    return number + 1 >= len(lines) or not lines[number + 1].joins


def _marked(raw: str) -> bool:
    return bool(
        re.match(
            r"\s*(#{1,5}\s|-{2,}\s*\S|—\s*\S.*—\s*$|={2,}|\*{1,3}\s*\S.*\*{1,3}\s*$|_{1,2}\S.*_{1,2}\s*$|\[\S.*\]\s*$)",
            raw,
        )
    )


def _underlined(text: str, end: int) -> bool:
    """The line below is drawn: `-----`, `=====`."""
    below = text[end + 1 : text.find("\n", end + 1) if "\n" in text[end + 1 : end + 200] else end + 200].strip()
    return len(below) > 2 and not below.strip("-=~_*")


def _boxed(raw: str) -> bool:
    return bool(re.match(r"\s*[-–—]\s+\S.*\s[-–—]\s*$", raw))


def _all_caps(draft: Draft) -> bool:
    """The text as a whole is in capitals."""
    letters = [c for c in draft.text[:4000] if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * max(len(letters), 1)


def _run_in(draft: Draft, line: Line, layout: Layout) -> tuple[int, int, str] | None:
    """`Hawija: Iraqi troops ...`, `Kharkiv direction. Six attacks ...`: a known name, a mark, a sentence."""
    tokens, lexicon, names = draft.tokens, layout.lexicon, layout.names
    for i in range(line.body + 1, min(line.last - 3, line.body + 7)):
        mark = tokens[i].text
        if layout.dashed and mark in ("-", "–", "--", "—") and tokens[i].space and tokens[i + 1].space:
            heading = draft.text[tokens[line.body].start : tokens[i - 1].end]
            if heading.isupper() or _known(heading, lexicon, names):
                return tokens[line.body].start, tokens[i - 1].end, "run-in-dash"
            return None
        if (
            mark not in (":", ".")
            or not tokens[i + 1].space
            or (not tokens[i + 1].capital and tokens[i + 1].kind != "n")
        ):
            continue
        start, end = tokens[line.body].start, tokens[i - 1].end
        heading = draft.text[start:end]
        if mark == ".":
            front = tokens[i - 1].low in lexicon.words("layout", "front_words") or tokens[i - 1].low in (
                "directions",
                "region",
                "oblast",
            )
            return (start, end, "run-in-stop") if front and i - line.body > 1 else None
        if _known(heading, lexicon, names):
            return start, end, "run-in"
        if layout.pattern and all(t.capital or t.low in ("and", "al", "el") for t in tokens[line.body : i]):
            return start, end, "run-in-like-others"
        return None
    return None


def _core(heading: str, lexicon: Lexicon) -> str:
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


def _known(heading: str, lexicon: Lexicon, names: Names) -> tuple[NameHit, ...]:
    """What the gazetteer knows of a heading: its name, without "northern", or the first of two."""
    core = re.sub(r"\s*\([^)]*\)$", "", _core(heading, lexicon)).rpartition("/")[2].strip()
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


def _common(heading: str, layout: Layout) -> bool:
    """The heading is of common words: they stand in lower case in the text, or among the words for topics."""
    topics = layout.lexicon.words("layout", "topic_words")
    return any(word in topics or word in layout.spoken for word in heading.lower().split())


def _level(heading: str, rule: str, layout: Layout) -> tuple[str, str | None, str | None]:
    """Level, country and front of a heading."""
    if rule in ("clock-time", "date-line"):
        return "time", None, None
    lexicon, names = layout.lexicon, layout.names
    core = _core(heading, lexicon)
    if core.lower() in lexicon.words("layout", "compass"):
        # "Southern front" is one, "South" tells nothing
        return (
            ("front", None, heading)
            if heading.lower().endswith((" front", " axis", " sector"))
            else ("topic", None, None)
        )
    hits = _known(heading, lexicon, names)
    if hits and hits[0].kind == "country" and core == heading:
        return "country", hits[0].country, None
    if rule in ("bare-title", "html-heading") and ":" in heading:
        lead = names.look(heading.partition(":")[0])
        if lead and lead[0].kind == "country":
            return "country", lead[0].country, None
    if rule.startswith("run-in-") and (hits or not _common(heading, layout)):
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


def _front_country(heading: str, lexicon: Lexicon, names: Names, country: str | None) -> str | None:
    if _core(heading, lexicon).lower() in lexicon.words("layout", "compass"):
        return country
    hits = _known(heading, lexicon, names)
    countries = [h.country for h in hits]
    if country in countries or not hits:
        return country
    return countries[0]
