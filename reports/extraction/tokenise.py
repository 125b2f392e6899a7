"""Text to tokens: words, numbers and marks, with their offsets. HTML tags and entities give no tokens."""

from __future__ import annotations

import re

from .model import Token

_PATTERN = re.compile(
    r"""
    (?=\S)(?:                                                        # a space is passed over at once
      (?P<plain> [A-Za-z]+(?![\w.'’‐‑-]) )                           # most words: nothing joins their letters on
    | (?P<tag> <[/!]?[a-zA-Z][^<>\n]{0,300}> | &\#?\w{2,8}; )      # left-over HTML
    | (?P<abbr> (?:[^\W\d_]\.){2,}(?!\w) | (?<!\w)(?:[ap]\.m)\b )    # U.N., p.m.
    | (?P<ord> \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b )                     # 117th
    | (?P<num> \d+(?:[.,]\d+)* )                                      # 1,200 and 2.5
    | (?P<word> [^\W\d_]\w*(?:[-‐‑'’](?![sS]\b)\w+)* )                # al-Assad, O'Neil, F-16, twenty-one
    | (?P<poss> ['’][sS]\b )                                          # the possessive is a token of its own
    | (?P<mark> --+ | \.\.\.+ | \S )
    )
    """,
    re.VERBOSE,
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
_KIND = {"plain": "w", "abbr": "w", "ord": "w", "word": "w", "num": "n", "poss": "p", "mark": "p"}


def tokenise(text: str) -> list[Token]:
    """All tokens of `text`, in order."""
    tokens: list[Token] = []
    before = 0
    for found in _PATTERN.finditer(text):
        group = found.lastgroup
        if group is None or group == "tag":
            continue
        start, end = found.span()
        word = found[0]
        low = word.lower()
        if not low.isascii():
            low = low.translate(_STRAIGHT)
        space = start > before or start == 0
        tokens.append(Token(start, end, word, low, _KIND[group], len(tokens), space, word[0].isupper()))
        before = end
    return tokens
