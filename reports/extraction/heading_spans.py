"""Which lines are headings, by their marks, their place and the mark behind a name; and by which rule."""

from __future__ import annotations

import re

from .heading_levels import Layout, known
from .lines import Line
from .model import Draft

_HOUR = r"(?:[01]?\d|2[0-3])[:.]?[0-5]?\d?"  # 9, 930, 9:30
_ZONE = r"(?:[ap]\.?m\.?|(?:gmt|utc|local time|est|et|h|hrs)\b\.?)(?:\s*\((?:gmt|utc|local)[^)]{0,12}\))?"
_BARE = r"(?:[01]\d|2[0-3])[:.][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d(?=\s*$)"  # 09:30, or 0930 alone on its line
_TIME = re.compile(rf"^\W*(?P<t>{_HOUR}\s*{_ZONE}|{_BARE})\s*(?P<rest>[-–—:|\])]|$)", re.IGNORECASE)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?:ly)?"
_NUMBERED = re.compile(
    rf"^\s*(?:\(?(?:\d{{1,2}}|[IVX]{{1,5}}|[A-H])(?:[.)]|\s+[-–—])|(?i:{_ORDINAL})\s?:)\s+"  # "2.", "(IV)", "Third:"
)
_HTML = re.compile(r"\s*<h[2-6](?:\s[^<>]{0,200})?>([^\n]{1,200}?)</h[1-6]>")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|febr|mar|apr|may|june|july|aug|sept|oct|nov|dec)[a-z]*\.?"
_DAY_OF = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
_DATE_LINE = re.compile(rf"^\W*(?P<t>(?:{_WEEKDAY},?\s+)?{_DAY_OF}|{_WEEKDAY}|day\s+\d{{1,4}})\W*$", re.IGNORECASE)
MARKS = " \t-–—=*#_:~[]|•·►■▪>"


def heading_span(draft: Draft, lines: list[Line], number: int, layout: Layout) -> tuple[int, int, str] | None:
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
    if layout.dated and number > 0 and (day := date_line(draft, line)):
        return line.start + day.start("t"), line.start + day.end("t"), "date-line"
    stripped = raw.strip(MARKS + "\u00a0")
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
        if known(name, lexicon, names):  # "1. Donetsk region."
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
        if not line.bullet and alone and number > 0 and len(words) <= 6 and known(body, lexicon, names):
            return offset, offset + len(body), "bare-name"
        if _title(draft, lines, number, body):
            return offset, offset + len(body), "bare-title"
        if number == 0 and alone and body.isupper() and (hits := names.look(body)) and hits[0].kind == "country":
            return offset, offset + len(body), "capitals"
    if number == 0 and not stripped.endswith("."):
        return None
    return run_in(draft, line, layout)


def date_line(draft: Draft, line: Line) -> re.Match[str] | None:
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


def stops(draft: Draft, line: Line, layout: Layout) -> bool:
    """`Lashio. The army ...`: a place's name and nothing else before the first full stop."""
    tokens = draft.tokens
    for i in range(line.body + 1, min(line.last - 3, line.body + 4)):
        if tokens[i].text == ".":
            name = draft.text[tokens[line.body].start : tokens[i - 1].end]
            return bool(tokens[i].space or tokens[i + 1].space) and bool(layout.names.look(name))
    return False


def run_in(draft: Draft, line: Line, layout: Layout) -> tuple[int, int, str] | None:
    """`Hawija: Iraqi troops ...`, `Kharkiv direction. Six attacks ...`: a known name, a mark, a sentence."""
    tokens, lexicon, names = draft.tokens, layout.lexicon, layout.names
    for i in range(line.body + 1, min(line.last - 3, line.body + 7)):
        mark = tokens[i].text
        if layout.dashed and mark in ("-", "–", "--", "—") and tokens[i].space and tokens[i + 1].space:
            heading = draft.text[tokens[line.body].start : tokens[i - 1].end]
            if heading.isupper() or known(heading, lexicon, names):
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
            if front and i - line.body > 1:
                return start, end, "run-in-stop"
            return (start, end, "run-in-like-others") if layout.stopped and i - line.body <= 3 else None
        if known(heading, lexicon, names):
            return start, end, "run-in"
        if heading.isupper() and len(heading) > 3 and i - line.body <= 3 and not layout.shouted and line.start > 0:
            return start, end, "run-in-capitals"
        if layout.pattern and all(t.capital or t.low in ("and", "al", "el") for t in tokens[line.body : i]):
            return start, end, "run-in-like-others"
        return None
    return None
