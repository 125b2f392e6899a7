"""What a line wears around its words: marks, numbers, emphasis and left-over tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lines import Line, is_symbol

MARKS = " \t\u00a0-–—=*#_:~[]|•·●►■▪>»›+"
LONGEST = 200  # characters: no heading is longer, with all that it wears
_TAG = r"</?[a-zA-Z][^<>\n]{0,100}>"
_OPENING = re.compile(rf"(?:{_TAG}|\s)+")
_CLOSING = re.compile(rf"(?:{_TAG}\s*)+$")
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?:ly)?"
_NUMBER = re.compile(
    rf"""\s*(?:
      \(?(?:\d{{1,2}}|[IVX]{{1,5}}|[A-H]|[a-h]\d?(?=\)))(?:[.)/]|\s*[-–—])\s+  # "2.", "(IV)", "1- ", "b)", "a1)"
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?\s+(?=[^\W\d_])                  # "2.1", "3.2.1."
    | (?i:{_ORDINAL})(?:\s?:|\s*,?\s+[-–—])\s+                             # "Third:", "First -"
    )""",
    re.VERBOSE,
)
_DRAWN = re.compile(
    r"""\s*(?:
      \#{1,6}\s | -{2,}\s*\S | —\s*\S.*—\s*$ | [-–—]\s+\S.*\s[-–—]\s*$ | ={2,}
    | [-–—](?=[^\W\d_])[^\n]*[^\W\d_][-–—]\s*$                              # "-ALEPPO-"
    | (?:[-–—•]\s+)?\*{1,3}\s*\S.*\*{1,3}\s*:?\s*$ | _{1,2}\S.*_{1,2}\s*:?\s*$ | \[\S.*\]\s*$
    | \|\s*\S.*\|\s*$ | >{2,3}\s | \+{2,}\s*\S
    )""",
    re.VERBOSE,
)
_EMPHASIS = re.compile(
    r"\s*(?:<(?:p|div|li|td)\b[^<>]{0,60}>\s*)*<(?P<tag>b|strong|u|em|i)>[^<>]{1,150}</(?P=tag)>:?\s*(?:</?(?:p|br|div|li)\s?/?>\s*)*$",
    re.IGNORECASE,
)
_TITLE_TAG = re.compile(r"<h[2-6]\b", re.IGNORECASE)


@dataclass(slots=True)
class Dress:
    """The bare words of a line, and what it said by its looks."""

    start: int
    end: int
    words: str
    titled: bool = False  # <h3>
    marked: bool = False  # ## x, - x -, **x**, [x]
    numbered: bool = False
    colon: bool = False  # ends with one


def undress(text: str, line: Line) -> Dress | None:
    """The words of a short line without all that is drawn around them; None where none are left, or too many."""
    if line.end - line.start > LONGEST:
        return None
    raw = text[line.start : line.end]
    first, last = 0, len(raw)
    tagged = "<" in raw
    marks = MARKS + "/" if raw.lstrip().startswith("//") else MARKS  # "// HASAKEH //"
    while (tags := _OPENING.match(raw, first)) or (first < last and (raw[first] in marks or is_symbol(raw[first]))):
        first = tags.end() if tags else first + 1
    titled = bool(_TITLE_TAG.search(raw, 0, first))
    if titled and (stop := raw.lower().find("</h", first)) > 0:
        last = stop
    while last > first:
        if tagged and (closing := _CLOSING.search(raw, first, last)):
            last = closing.start()
        elif raw[last - 1] in marks or is_symbol(raw[last - 1]):
            last -= 1
        else:
            break
    if tagged and not titled and "<" in raw[first:last]:
        return None
    bracketed = last - first > 2 and raw[first] == "(" and raw[last - 1] == ")"
    if bracketed and raw[first:last].isupper() and "(" not in raw[first + 1 : last]:
        first, last = first + 1, last - 1  # "(POKROVSK)"
    number = _NUMBER.match(raw, first, last)
    if number:
        first = number.end()
        while first < last and raw[first] in "*_ ":
            first += 1
    if first >= last:
        return None
    words = raw[first:last]
    return Dress(
        line.start + first,
        line.start + last,
        words,
        titled=titled,
        marked=_is_marked(raw, line) or underlined(text, line.end),
        numbered=bool(number),
        colon=":" in raw[last:],
    )


def _is_marked(raw: str, line: Line) -> bool:
    if _EMPHASIS.match(raw):
        return True
    return bool(_DRAWN.match(raw)) and (not line.bullet or raw.rstrip(" :")[-1:] in "*-–—=#_")


def underlined(text: str, end: int) -> bool:
    """The line below is drawn: `-----`, `=====`."""
    below = text[end + 1 : text.find("\n", end + 1) if "\n" in text[end + 1 : end + 200] else end + 200].strip()
    return len(below) > 2 and not below.strip("-=~_*")
