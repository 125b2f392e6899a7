"""The lines of a text, and which of them a hard wrap has torn apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from .model import Draft, Token

_BULLETS = frozenset("•·●▪◦‣*-–—>►■")
_DASHED = re.compile(
    r"^[*•\s]*[A-Z][A-Z'’/ -]{2,40}(?:, [A-Z][a-z]+|\([A-Z][A-Z .]{2,24}\))?\s(?:[-–]{1,2}|\|)\s+(?=[A-Z0-9])",
    re.MULTILINE,
)
_NAMED = re.compile(r"^[*• \t]*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\s[-–—]{1,2}\s+(?=[A-Z0-9])", re.MULTILINE)
_CLOCK = re.compile(r"^[^\w\n]{0,9}\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?[^\n]{0,20}$", re.MULTILINE | re.IGNORECASE)
_MIN_WRAP = 42  # a line shorter than this was not broken for its length


@dataclass(slots=True)
class Line:
    """One line that has tokens: `first`, `last` are token indexes, `body` where its sentences begin."""

    start: int
    end: int
    first: int
    last: int
    body: int
    blank_before: bool
    joins: bool = False  # goes on from the line before
    bullet: bool = False
    noise: bool = False
    heading: bool = False


def find_lines(draft: Draft) -> list[Line]:
    """Lines in order; bullets are skipped over, lines broken by a hard wrap are joined to the one before."""
    text, tokens = draft.text, draft.tokens
    lines: list[Line] = []
    wrapped = _width(text)
    start, i, blank = 0, 0, True
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        first = i
        while i < len(tokens) and tokens[i].start < end:
            i += 1
        if i > first and not _is_rule(text, start, end):
            line = Line(start, end, first, i, first, blank)
            _skip_bullet(line, tokens)
            line.joins = bool(lines) and not blank and wrapped > 0 and _wraps(lines[-1], line, tokens, wrapped)
            lines.append(line)
            blank = False
        else:
            blank = True
        start = end + 1
    return lines


def _is_rule(text: str, start: int, end: int) -> bool:
    """`-----`, `* * *`: it parts the lines, and is none."""
    return text[start] in "-–—=*_~·•# " and not text[start:end].strip("-–—=*_~·•# \t")


def _skip_bullet(line: Line, tokens: list[Token]) -> None:
    i = line.first
    size = _numbered(tokens, i) if line.last - i > 3 else 0
    if size:
        i += size  # "3. The adversary's losses ...", "A - Donetsk: ..."
        line.bullet = True
    while i < line.last and (
        tokens[i].text in _BULLETS or tokens[i].text.startswith("--") or is_symbol(tokens[i].text)
    ):
        line.bullet = line.bullet or (i + 1 < line.last and tokens[i + 1].space and tokens[i].text in "•·●▪◦‣*-–")
        i += 1
    line.body = min(i, line.last)


def _numbered(tokens: list[Token], i: int) -> int:
    """How many tokens number a line: `3.`, `2)`, `(4)`, `A -`, `b)`."""
    if tokens[i].text == "(" and tokens[i + 2].text == ")" and tokens[i + 3].space and _counts(tokens[i + 1]):
        return 3
    if not _counts(tokens[i]) or not tokens[i + 2].space:
        return 0
    mark = tokens[i + 1]
    if mark.text in (".", ")", "/") and not mark.space and (tokens[i].kind == "n" or mark.text == ")"):
        return 2
    return 2 if mark.text in ("-", "–") and mark.space and tokens[i].kind == "w" else 0


def _counts(token: Token) -> bool:
    """`3`, `12`, `A`, `b`: what a list is numbered by."""
    if token.kind == "n":
        return len(token.text) < 3
    return len(token.text) == 1 and token.text in "ABCDEFGHabcdefgh"


def is_symbol(mark: str) -> bool:
    """An emoji, an arrow, a box, or what only modifies one."""
    return mark[0] >= "\u200b" and unicodedata.category(mark[0]) in ("So", "Sm", "Sk", "Mn", "Cf")


def _width(text: str) -> int:
    """The width at which the whole text is wrapped; 0 where its lines are paragraphs."""
    sizes = [len(line) for line in text.split("\n") if line.strip()]
    if len(sizes) < 6 or sum(n for n in sizes if n > 100) > 0.1 * sum(sizes):
        return 0
    full = sorted(sizes)[-max(1, len(sizes) // 10)]
    near = sum(1 for n in sizes if n > 0.75 * full)
    return full if full >= _MIN_WRAP and near >= 0.4 * len(sizes) else 0


def _wraps(before: Line, line: Line, tokens: list[Token], width: int) -> bool:
    """The line before was cut for its length: it is long, and does not end a sentence."""
    if line.bullet or before.end - before.start < max(_MIN_WRAP, 0.6 * width):
        # the short last word of a quote or list may still go on in lower case
        return not line.bullet and before.joins and tokens[line.first].text[:1].islower()
    last = tokens[before.last - 1]
    # inside a hard-wrapped paragraph a line may end with the sentence: no join is needed
    return last.text not in (".", "!", "?", ":", "”", '"', ")") or tokens[line.first].text[:1].islower()


def runs_in_with_dashes(text: str) -> bool:
    """`TAL AFAR - Eighteen policemen ...` line after line: places that run in, and no datelines."""
    if len(list(islice(_DASHED.finditer(text), 3))) > 2:
        return True
    if _CLOCK.search(text):
        return False  # entries by the clock have datelines of their own
    named = [m[1] for m in _NAMED.finditer(text)]
    # the entries of a live page have a dateline here and there, a list of fronts has a name on most lines
    return len(set(named)) > 2 and len(named) * 3 >= sum(bool(line.strip()) for line in text.split("\n"))
