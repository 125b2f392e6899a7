"""Lines that are no news: credits, captions, navigation, footers. They give no figures and no pins."""

from __future__ import annotations

import re

from .cues import cue
from .lexicon import Lexicon
from .lines import Line
from .model import Draft

_BYLINE = re.compile(r"by\s+[^.]{2,80}$", re.IGNORECASE)
_SIGN_OFF = re.compile(r"[a-z]{2,5}([-/][a-z]{1,5})+$")  # AFP's bur-kto/mlr/del
_CAPTION = re.compile(
    rf"\b(?:{'|'.join(sorted(cue('noise', 'pictures')))})s?\s*(?:[:/©|]|by\b|credit|courtesy|via\b)[^.]{{2,60}}$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:^|.{0,80}\W)page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)
_CONTENTS = re.compile(r".{2,80}?(?:\s?\.{4,}|\s?…{2,}|\t+|(?:\s\.){3,})\s*\d{1,3}$")
# "Associated Press writers Ann Lee in Cairo and Sam Poe contributed."
_CREDIT = re.compile(
    r".{0,200}\b(?:writer|journalist|reporter|correspondent|photographer|staff)s?\b.{2,200}\bcontributed\b.{0,40}"
)
_LIST = r"(?:</?[uo]l[^>]*>\s*)*"
# "<li><a href=...>12 killed in X</a></li>": an item that is nothing but a link to another story
_LINK = re.compile(rf"\s*{_LIST}<li[^>]*>\s*<a\b[^>]*>[^<]*</a>\s*(?:</li>\s*)?{_LIST}", re.IGNORECASE)
_STARTS = re.compile(r"^[\s>*•·\-–—|#_]*")


def mark_noise(draft: Draft, lines: list[Line], lexicon: Lexicon) -> None:
    """Set `noise` on lines that are no news."""
    starts = tuple(lexicon["layout"]["noise_starts"])
    holds = tuple(lexicon["layout"]["noise_holds"])
    blocks = lexicon.words("layout", "noise_blocks")
    alone = lexicon.words("layout", "noise_lines")
    block = False
    for number, line in enumerate(lines):
        raw = draft.text[line.start : line.end]
        words = _STARTS.sub("", raw, count=1).strip().lower().replace("’", "'")[:400]
        if words.rstrip(":. ") in blocks:
            block = line.noise = True
            continue
        if block and _marked(raw):
            block = False
        line.noise = (
            block
            or words.strip(" -–—*.:()[]#") in alone
            or _is_furniture(raw)
            or _is_noise(words, starts, holds, number)
            or _signs_off(raw)
            or _LINK.fullmatch(raw) is not None
        )
        if not line.noise and line.joins:
            line.noise = lines[number - 1].noise


def _is_noise(words: str, starts: tuple[str, ...], holds: tuple[str, ...], number: int) -> bool:
    if not words or words.startswith(starts):
        return True
    if len(words) < 200 and any(h in words for h in holds):
        return True
    if len(words) < 120 and sum(words.count(mark) for mark in ("|", " > ", "&gt;", "»", "&raquo;")) >= 2:
        return True  # navigation
    if len(words) < 300 and "contributed" in words and _CREDIT.fullmatch(words):
        return True
    byline = len(words) < 100 and words.startswith("by ") and _BYLINE.match(words)
    return bool(byline) and not words.endswith((".", ":"))


def _is_furniture(raw: str) -> bool:
    """A caption, a line of a table of contents, a page number."""
    raw = raw.strip()
    if len(raw) >= 300 or raw.endswith("."):
        return False
    return bool(_CAPTION.search(raw)) or (raw[-1:].isdigit() and bool(_PAGE.match(raw) or _CONTENTS.match(raw)))


def _signs_off(raw: str) -> bool:
    """`bur-kto/mlr/del`, but not the heading `Al-Bab`: a desk signs in lower case."""
    return len(raw) < 40 and bool(_SIGN_OFF.match(raw.strip()))


def _marked(raw: str) -> bool:
    return raw.lstrip().startswith(("#", "---", "===", "***"))
