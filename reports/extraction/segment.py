"""Text to lines, headings and sentences.

Needs tokens; gives `sections`, `sentences`, `noise` and `dateline_spans` of the draft.
"""

from __future__ import annotations

from .headings import find_headings
from .lexicon import Lexicon
from .lines import Line, find_lines
from .model import Draft, Sentence, Span, Token
from .names import Names
from .noise import mark_noise

_CLOSERS = frozenset("\"'”’»)]")
_LONGEST = 400  # tokens of a sentence: what is longer is no sentence, and is cut
_ENDS = frozenset([".", "!", "?", "…", "...", "。", "؟"])
_STOPS = frozenset(".!?…。؟")  # what a token ends with that may end a sentence


def segment(draft: Draft, lexicon: Lexicon, names: Names) -> None:
    """Fill in sections, sentences and noise."""
    lines = find_lines(draft)
    mark_noise(draft, lines, lexicon)
    draft.sections = find_headings(draft, lines, lexicon, names)
    for line in lines:
        if line.noise:
            draft.noise.append(Span(line.start, line.end))
    _sentences(draft, lines, lexicon)


def _sentences(draft: Draft, lines: list[Line], lexicon: Lexicon) -> None:
    """Cut each paragraph into sentences; a heading's own line gives none, a run-in heading's rest does."""
    section = -1
    paragraph = 0
    i = 0
    while i < len(lines):
        first = lines[i]
        last = i
        while last + 1 < len(lines) and lines[last + 1].joins:
            last += 1
        start, end = first.body, lines[last].last
        while section + 1 < len(draft.sections) and draft.sections[section + 1].start < first.end:
            section += 1
        if start < end:
            start = _past_dateline(draft, start, end, section, paragraph)
        if start < end:
            for a, b in cut(draft.tokens, start, end, lexicon):
                draft.sentences.append(_sentence(draft, a, b, section, paragraph, first.noise))
        paragraph += 1
        i = last + 1


def _past_dateline(draft: Draft, start: int, end: int, section: int, paragraph: int) -> int:
    """A dateline is a sentence of its own; the news begins behind it."""
    for span in draft.dateline_spans:
        if draft.tokens[start].start == span.start:
            after = next((i for i in range(start, end) if draft.tokens[i].start >= span.end), end)
            draft.sentences.append(_sentence(draft, start, after, section, paragraph, False))
            return after
    return start


def _sentence(draft: Draft, first: int, last: int, section: int, paragraph: int, noise: bool) -> Sentence:
    tokens = draft.tokens[first:last]
    words = [t.text for t in tokens if t.kind == "w" and len(t.text) > 1]
    return Sentence(
        tokens[0].start,
        tokens[-1].end,
        section=section if section >= 0 else None,
        status="noise" if noise else "current",
        first=first,
        last=last,
        line=paragraph,
        caps=len(words) > 2 and sum(w.isupper() for w in words) > 0.8 * len(words),
        rules={"section": "below-its-heading", "date_precision": "no-date"}
        | ({"status": "noise-line"} if noise else {}),
    )


def cut(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Token ranges of the sentences between two tokens."""
    cuts: list[tuple[int, int]] = []
    begin = i = start
    while i < end:
        if (tokens[i].low[-1] in _STOPS and _ends(tokens, i, end, lexicon)) or i - begin >= _LONGEST:
            i += 1
            while i < end and tokens[i].text in _CLOSERS and (not tokens[i].space or i + 1 == end):
                i += 1
            cuts.append((begin, i))
            begin = i
        else:
            i += 1
    if begin < end:
        cuts.append((begin, end))
    return cuts


def _ends(tokens: list[Token], i: int, end: int, lexicon: Lexicon) -> bool:
    token = tokens[i]
    if token.text not in _ENDS:
        return (  # "in the U.N. The army": the abbreviation's own stop ends the sentence
            token.kind == "w"
            and token.low.endswith(".")
            and i + 1 < end
            and tokens[i + 1].capital
            and tokens[i + 1].low in lexicon.words("layout", "openers")
        )
    j = i + 1
    while j < end and tokens[j].text in _CLOSERS and not tokens[j].space:
        j += 1
    if j >= end:
        return True
    after = tokens[j]
    if not after.space:
        return False
    if token.text == "." and i > 0 and not token.space:
        word = tokens[i - 1]
        if word.low in lexicon.words("layout", "abbreviations") and after.kind != "p":
            # "No. 4" is a number, "no. The" the end of an answer
            return word.low == "no" and after.kind != "n"
        if len(word.text) == 1 and word.capital and word.kind == "w" and after.capital:
            return False
    return after.capital or after.kind == "n" or after.kind == "p" or not after.text[:1].islower()
