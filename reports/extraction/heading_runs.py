"""Headings that run in: a name, a mark, and the news on the same line. `Hawija: Iraqi troops ...`."""

from __future__ import annotations

import re

from .cues import cue
from .heading_layout import Layout
from .heading_names import known
from .lines import Line
from .model import Draft, Token

_DASHES = frozenset(["-", "–", "--", "—"])
_EMPHASISED = re.compile(
    r"\W{0,8}?(?:(?P<mark>\*{1,3}|__)|<(?P<tag>b|strong|u|em|i)>)(?P<words>[^*_<>\n]{2,70}?)\s*(?(mark)(?P=mark)|</(?P=tag)>)"
)
_NAMED_AS = re.compile(r"\W{0,3}\((?P<words>[A-Z][A-Z /'-]{2,30})\)\s+(?=[A-Z])")
_NEWS = 18  # characters: what runs in behind a name without a mark is a sentence
_LANDS = cue("headings", "lands")
_TOPIC = 3  # words of "Power grid" before a dash
_SMALL = cue("headings", "small")


def run_in(draft: Draft, line: Line, layout: Layout) -> tuple[int, int, str] | None:
    """`Hawija: Iraqi troops ...`, `Kharkiv direction. Six attacks ...`: a known name, a mark, a sentence."""
    tokens, lexicon, names = draft.tokens, layout.lexicon, layout.names
    if found := _emphasised(draft, line, layout) or _in_brackets(draft, line, layout):
        return found
    behind = 2 if layout.pattern else 3  # tokens of news: "Gwer axis: Calm."
    for i in range(line.body + 1, min(line.last - behind, line.body + 8)):
        mark = tokens[i].text
        if layout.dashed and mark in _DASHES and tokens[i].space and tokens[i + 1].space:
            if any(tokens[k].text == ":" for k in range(i + 2, min(line.last - 3, i + 6))):
                continue  # "SYRIA - Aleppo: ..."
            return _before_dash(draft, line, i, layout)
        if mark == "|" and tokens[i + 1].capital and draft.text[tokens[line.body].start : tokens[i - 1].end].isupper():
            return tokens[line.body].start, tokens[i - 1].end, "run-in-capitals"  # "HAMA | The army admitted ..."
        if mark not in (":", ".") or not tokens[i + 1].space:
            continue
        start, end = tokens[line.body].start, tokens[i - 1 - (tokens[i - 1].text == ":")].end  # "ALEPPO:: Shells"
        heading = draft.text[start:end]
        named = tokens[i - 1].low in lexicon.words("layout", "front_words") or tokens[i - 1].low in _LANDS
        inside = tokens[line.body].low == "in"
        led_in = mark == ":" and inside and bool(known(heading, lexicon, names))  # "In Mosul: nine"
        dashed = mark == "." and tokens[i + 1].text in _DASHES
        if not (tokens[i + 1].capital or tokens[i + 1].kind == "n" or (mark == ":" and named) or led_in or dashed):
            continue
        if mark == "." and tokens[i + 1].text in _DASHES and heading.isupper() and not layout.shouted:
            return start, end, "run-in-dash"  # "UVIRA. - Fighters were seen"
        if mark == ".":
            if named and i - line.body > 1 and _all_named(tokens[line.body : i - 1]):
                return start, end, "run-in-stop"
            return (start, end, "run-in-like-others") if layout.stopped and i - line.body <= 3 else None
        if heading.lower() in lexicon.words("layout", "field_words") | lexicon.words("layout", "flash_words"):
            return None  # "Location: Damboa": a form that is filled in
        if known(heading, lexicon, names):
            return start, end, "run-in"
        if heading.isupper() and len(heading) > 3 and i - line.body <= 3 and not layout.shouted and line.start > 0:
            return start, end, "run-in-capitals"
        if layout.pattern and _all_named(tokens[line.body : i - named]):
            return start, end, "run-in-like-others"
        if (layout.listed and i - line.body <= 4) or (
            layout.pattern and mark == ":" and _is_topic(tokens, line, i, layout)
        ):
            return start, end, "run-in-topic"
        return None
    return None


def _is_topic(tokens: list[Token], line: Line, i: int, layout: Layout) -> bool:
    """`Humanitarian situation: ...`, `Saudi border: ...`, between names that run in: ground, or a word for topics."""
    words = [t.low for t in tokens[line.body : i]]
    told = layout.lexicon.words("layout", "topic_words") | layout.lexicon.words("layout", "ground_words")
    return len(words) <= _TOPIC and bool(told & set(words)) and tokens[line.body].capital


def _all_named(tokens: list[Token]) -> bool:
    """`South Donetsk and Zaporizhye`, `The Kharkiv`: names, and no clause."""
    return all(t.capital or t.low in _SMALL or t.text in _DASHES for t in tokens)


def _before_dash(draft: Draft, line: Line, i: int, layout: Layout) -> tuple[int, int, str] | None:
    """`TAL AFAR - Eighteen policemen ...`: a name before a dash, where the report has several."""
    tokens = draft.tokens
    start, end = tokens[line.body].start, tokens[i - 1].end
    heading = draft.text[start:end]
    if (
        line.end - line.start < 90
        and draft.text[line.end - 1] not in "..!?”\"')"
        and draft.text[line.end + 1 : line.end + 2] in ("", "\n")
    ):
        return None  # "Sudan — Army shells Bahri": all of it is a title
    if (heading.isupper() and not layout.shouted) or known(heading, layout.lexicon, layout.names):
        return start, end, "run-in-dash"
    topic = all(t.kind == "w" for t in tokens[line.body : i]) and i - line.body <= _TOPIC
    if topic and tokens[i + 1].capital and tokens[i + 1].kind == "w" and line.last - i > _NEWS // 2:
        return start, end, "run-in-dash"  # "Power grid — Rolling cuts will ...", between fronts that run in
    return None


def _emphasised(draft: Draft, line: Line, layout: Layout) -> tuple[int, int, str] | None:
    """`**Kharkiv:** Russian shelling ...`, `<b>Losses.</b> The army ...`: bold words that end with a mark."""
    found = _EMPHASISED.match(draft.text, line.start, min(line.end, line.start + 120))
    if not found:
        return None
    words = found["words"].rstrip(" .:–—-")
    after = draft.text[found.end() : line.end].lstrip()
    closed = words != found["words"].rstrip() or after.startswith((":", ".", "–", "—", "- "))
    if not closed and after[:1].isupper() and len(after) > _NEWS:
        closed = bool(known(words, layout.lexicon, layout.names))  # "**Marib** Houthi fighters advanced ..."
    if not words or not closed or len(words.split()) > 8 or len(after) < 12:
        return None
    return found.start("words"), found.start("words") + len(words), "run-in-emphasis"


def _in_brackets(draft: Draft, line: Line, layout: Layout) -> tuple[int, int, str] | None:
    """`(SYRIA) Rebels shot down ...`: a known name."""
    found = _NAMED_AS.match(draft.text, line.start, min(line.end, line.start + 60))
    if found and not layout.shouted and known(found["words"], layout.lexicon, layout.names):
        return found.start("words"), found.end("words"), "run-in-brackets"
    return None


def stops(draft: Draft, line: Line, layout: Layout) -> bool:
    """`Lashio. The army ...`: a place's name and nothing else before the first full stop."""
    tokens = draft.tokens
    for i in range(line.body + 1, min(line.last - 3, line.body + 4)):
        if tokens[i].text == ".":
            name = draft.text[tokens[line.body].start : tokens[i - 1].end]
            return bool(tokens[i].space or tokens[i + 1].space) and bool(known(name, layout.lexicon, layout.names))
    return False


def lists(draft: Draft, line: Line, layout: Layout) -> bool:
    """`- Diplomacy: Finland's president said ...`: a word of the field for a topic, a colon, a sentence."""
    tokens = draft.tokens
    for i in range(line.body + 1, min(line.last - 5, line.body + 5)):
        if tokens[i].text == ":":
            topics = layout.lexicon.words("layout", "topic_words")
            return bool(tokens[i + 1].capital) and any(t.low in topics for t in tokens[line.body : i])
    return False
