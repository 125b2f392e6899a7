"""What the text as a whole is like, by which its headings are told."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import Lexicon
from .names import Names


@dataclass(slots=True)
class Layout:
    """What the text as a whole is like: all in capitals, with names that run in before a dash or a colon."""

    lexicon: Lexicon
    names: Names
    shouted: bool
    dashed: bool
    spoken: frozenset[str]  # the words that stand in it in lower case
    dated: bool = False  # lines that are dates alone, one after another
    chronicle: bool = False  # lines that begin with a day and a mark
    pattern: bool = False  # where two names run in, an unknown one may as well
    stopped: bool = False  # names run in before a full stop: "Lashio. The army ..."
    listed: bool = False  # topics run in before a colon
    headed: int = 0  # names alone right above their news
    text: str = ""
    title: int = 0  # the line that stands above the report
    rubric: bool = False  # it names the kind of report, and no news
    head: int = 0  # the first line of prose: above it stand the title, the office, the day
