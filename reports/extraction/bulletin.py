"""The dateline: from where a report was filed."""

from __future__ import annotations

import re

from .cues import cue
from .lexicon import Lexicon
from .lines import runs_in_with_dashes
from .model import Draft, Span, Token
from .world import world

_DASHES = cue("bulletin", "dashes")
_WEEKDAYS = cue("dates", "weekdays")
# Datelines of other houses: "Paris, France | AFP | Monday 16/06/2025", "MOSCOW, March 4. /TASS/. Troops ...",
# "Aleppo, SANA- Units ...", "December 18, 2023 (WAD MADANI) – ...", "Cairo – By our staff".
_OF_A_HOUSE = re.compile(
    r"""(?:
      ([A-Z][\w'’ -]{2,30}?)(?:,\ [A-Z]\w+)?\ \|\ [A-Z]{2,5}\ \|[^\n]{4,40}$
    | ([A-Z][\w'’ -]{2,30}?),\ [A-Z][a-z]+\ \d{1,2}\.\ /[A-Z]{3,12}/\.?\s
    | ([A-Z][\w'’ -]{2,30}?),\ [A-Z]{3,6}\s?[-–—]{1,2}\ (?=[A-Z])
    | [A-Z][a-z]+\ \d{1,2},\ \d{4}\ \(([A-Z][A-Z '’/-]{2,30})\)\s?[-–—]{1,2}\s
    | ([A-Z][\w'’ -]{2,30}?)\ [-–—]\ [Bb]y\ our\ [a-z ]{4,30}$
    )""",
    re.VERBOSE | re.MULTILINE,
)
# what an editor is told, or a paper is called
_ORDERS = cue("bulletin", "orders")
_PLACE = 3  # words of a place before an outlet: "TASK FORCE SOUTH COMMAND - DAILY LOG" is none


def find_dateline(draft: Draft, lexicon: Lexicon) -> None:
    """`TRIPOLI/BENGHAZI, Libya (Reuters) -`: capitals, an outlet or a date, and a dash, at the start of a line."""
    tokens, text = draft.tokens, draft.text
    runs_in = runs_in_with_dashes(text)
    start = 0
    for number in range(12):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        first = next((t.index for t in tokens[:400] if t.start >= start), None)
        if first is None:
            return
        if house := _OF_A_HOUSE.match(text, start, end):
            draft.dateline_spans.append(Span(tokens[first].start, house.end()))
            draft.dateline = _title(next(filter(None, house.groups())))
            return
        if (
            tokens[first].start < end
            and text[start:end].count("|") < 2
            and not _two_names(text[start:end])
            and not (runs_in and "(" not in text[start : start + 60])  # "BEIRUT (dpa) - ..." above names that run in
            and (found := _dateline(tokens, first, end, lexicon))
        ):
            last, place_end, dash = found
            if (dash and number > 0) or dash:
                draft.dateline_spans.append(Span(tokens[first].start, tokens[last - 1].end))
                raw = " ".join(text[tokens[first].start : tokens[place_end - 1].end].split())
                draft.dateline = "/".join(_title(p) for p in raw.split("/"))
                return
        start = end + 1
        if start >= len(text):
            return


def _numbered(word: str) -> bool:
    """`II`: the number of a part, and no place."""
    return not word.strip("IVX")


def _two_names(line: str) -> bool:
    """`SHAN STATE | Lashio`: a land and its town above their news."""
    before, bar, after = line.partition("|")
    bare = bool(bar) and not any(c.isdigit() or c in "(." for c in line)
    return bare and before.isupper() and len(after) < 30


def _title(words: str) -> str:
    return words.title() if words.isupper() else words.strip()


def _dateline(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """Token after the dateline, token after its place names, and whether a dash closes it."""
    months = lexicon["calendar"]["months"]
    i, place_end = first, first
    comma = bracket = dated = False
    while i < len(tokens) and tokens[i].start < end and i - first < 22:
        token = tokens[i]
        caps = tokens[first].text.isupper() and len(tokens[first].text) > 2
        if token.text in _DASHES and (token.text != ":" or (dated and caps)):  # "IMPHAL, Aug 5: Three people ..."
            if (
                i == first
                or tokens[first].low in _ORDERS
                or _numbered(tokens[first].text)
                or (tokens[i - 1].text == "." and not (dated or bracket or comma))
            ):
                return None  # "II - THE COAST", "UVIRA. - Fighters were seen"
            after = i + 1 < len(tokens) and tokens[i + 1].start < end
            if not after and not (bracket or dated or comma):
                return None  # "CHASIV YAR -" above its news
            sure = bracket or dated or comma or caps or (token.space and after and i - first <= 3)
            tight = not token.space and after and not tokens[i + 1].space
            if sure and not tight and place_end > first:
                short = bracket or dated or (caps and _goes_on(tokens, i + 1, end)) or not after or i + 4 >= len(tokens)
                opens = all(t.text != "." for t in tokens[:first])  # no news stands above
                land = world(lexicon).country_of(tokens[first].low)  # "Iraq - Mosul" above its news
                opens = opens and not land and place_end - first <= _PLACE
                return (i + 1, place_end, True) if short or (opens and _is_outlet(tokens, i + 1, end)) else None
            return None
        if token.text == "(":
            close = next((k for k in range(i + 1, min(i + 6, len(tokens))) if tokens[k].text == ")"), None)
            if close is None:
                return None
            bracket = True
            i = close + 1
            if i >= len(tokens) or tokens[i].start >= end:
                bare = place_end == first or _counts(tokens[first : close + 1], lexicon)
                return None if bare else (i, place_end, True)
            if tokens[i].text == ",":  # "KANO (Nigeria), Feb 15 (AFP) -"
                continue
            if tokens[i].text not in _DASHES and tokens[i].text != ":":
                return (
                    (i, place_end, True)
                    if tokens[i].capital and place_end > first and tokens[first].text.isupper()
                    else None
                )
            continue
        if token.low.rstrip(".") in months or token.kind == "n" or token.low in _WEEKDAYS:
            dated = True
        elif token.text in (",", "/", "."):
            comma = comma or token.text == ","
        elif token.capital or token.low in ("bin", "al", "el", "and", "of"):
            if not comma and not dated and not bracket:
                place_end = i + 1
        else:
            return None
        i += 1
    return None


def _counts(line: list[Token], lexicon: Lexicon) -> bool:
    """`Kunar (4)`, `Sector 1 (Cameroon)`, `Gajiram (Nganzai)` are headings: no outlet stands in the brackets."""
    start = next(i for i, token in enumerate(line) if token.text == "(")
    inside = line[start + 1 : -1]
    land = world(lexicon).country_of(" ".join(token.low for token in inside))
    loud = line[0].text.isupper() or all(token.text.isupper() for token in inside if token.kind == "w")
    return bool(land) or not loud or all(token.kind == "n" for token in inside)


def _goes_on(tokens: list[Token], i: int, end: int) -> bool:
    """News begins behind the dash, not the second half of a heading: `SYRIA – Aleppo`."""
    rest = [t for t in tokens[i : i + 6] if t.start < end]
    if any(t.kind == "n" for t in rest) or all(t.text.isupper() for t in tokens[:40] if t.kind == "w"):
        return True
    return len(rest) > 3 and any(not t.capital for t in rest if t.kind == "w")


def _is_outlet(tokens: list[Token], i: int, end: int) -> bool:
    """`Beirut - Arab Today`: nothing but a name after the dash."""
    rest = [t for t in tokens[i : i + 6] if t.start < end]
    return bool(rest) and len(rest) < 5 and all(t.capital for t in rest)
