"""How alike two texts are: shingles of five words (Broder 1997), of which a sample serves to look texts up by.

A shingle is kept where its hash is divisible by four (Manber 1994). All texts keep the same ones, so two samples share
what the texts share, whatever their lengths; a look-up then asks an index for a few hundred numbers.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from .cues import cue
from .lexicon import Lexicon
from .lines import find_lines
from .model import Draft
from .segment import cut
from .tokenise import tokenise

WORDS = 5
ONE_IN = 4
MOST = 500  # numbers kept of one text: the smallest, so that long texts keep the same ones too
_WORD = re.compile(r"\w+")
# What tells one number of a series from the next: days, months, hours, and the wire's own words for a new version.
_COUNTED = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th|am|pm)?|gmt|utc|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    rf"|\b(?:{'|'.join(sorted(cue('headings', 'versions')))}|day|as of)\b"
)


def shingles(text: str) -> set[int]:
    """A number for each run of five words, case aside; of a shorter text one for all of it."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))}
    return {int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big", signed=True) for run in runs}


def sample(numbers: set[int]) -> list[int]:
    """Those of the numbers that every text keeps, smallest first, 500 at most."""
    return sorted(number for number in numbers if number % ONE_IN == 0)[:MOST]


def shared(numbers: set[int], others: set[int]) -> float:
    """Which part of the smaller text stands in the other one too, 0 to 1."""
    return len(numbers & others) / min(len(numbers), len(others))


def stem(headline: str) -> str:
    """A headline without what changes from one number of a series to the next; empty where little is left of it.

    "Where the fronts stand, 11 December" and "UPDATE 2: Where the fronts stand" have the same stem.
    """
    left = _WORD.findall(_COUNTED.sub(" ", headline.casefold()))
    return " ".join(left) if len(left) > 1 else ""


def sentence_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """[start, end) of each sentence and heading, without reading the text: for comparing it with another."""
    draft = Draft(text)
    draft.take(tokenise(text))
    lines = find_lines(draft)
    spans = []
    for at, line in enumerate(lines):
        if line.joins:
            continue
        last = at
        while last + 1 < len(lines) and lines[last + 1].joins:
            last += 1
        cuts = cut(draft.tokens, line.first, lines[last].last, lexicon)
        spans += [(draft.tokens[first].start, draft.tokens[end - 1].end) for first, end in cuts]
    return spans
