"""As of which instant a report stands: `as of 1700 GMT Sunday`, `Data cut-off: 1:15 pm ET on August 13`, `covers
3 August, 18:00, to 4 August, 18:00, Myanmar time`.

Needs dates; gives `as_of`.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from .lexicon import Lexicon
from .model import DateMention, Draft
from .world import theatre, world

HEAD = 2_500  # characters: where a report says as of when it stands
TOP = 600  # characters: only there an hour without zone or day is the report's own
NEAR = 24  # characters from "as of" to an hour without a zone
REACH = 150  # characters from the cue to the end of what it says
# What announces it. A period that is covered ends with the instant.
CUE = re.compile(
    r"""\b(?:
      (?P<covers> cover(?:s|ing) (?:\sthe\speriod)? \b | reporting\speriod | period\s(?:covered|under\sreview) )
    | (?P<sure> as\s(?:of|at)\b )
    | data\s(?:of|at|as\sof|closed?\s(?:at|on))\b | cut-?\s?off | updated?\b | valid\s(?:as\sof|at|until)\b
    | (?:known|stood|stands?|situation|picture|overview|developments|fronts|state|status|snapshot) \s
      (?:[\w,]+\s){0,6}? (?:at|until|by|up\sto)\b
    | snapshot \s? \(
    | (?:through|until|up\sto)\s(?=\d{1,2}[:.]?\d\d\b)
    | (?:at|by)\s(?=\d{1,2}[:.]?\d\d\s?[A-Z]{2,4}\b[^\n.:]{0,40}:[ \t]*\n)  # the line that opens the report
    )""",
    re.IGNORECASE | re.VERBOSE,
)
CLOCK = re.compile(
    r"""(?<![\d.,:-])(?:
      (?P<hour>\d{1,2}) \s?[:.h]\s? (?P<minute>\d\d) (?!\d) \s? (?P<half>[ap]\.?\s?m\b)?
    | (?P<hour12>\d{1,2}) \s? (?P<half12>[ap]\.?\s?m\b)
    | (?P<military>[0-2]\d[0-5]\d) (?= \s? (?:hours|hrs?|h\b|(?-i:[A-Z]{1,4})\b|local|\(|on\b|(?-i:[A-Z][a-z]+)\stime) )
    | (?P<noon> noon | midday )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
OFFSET = re.compile(
    r"\b(?:UTC|GMT)\s?(?P<sign>[+\u2212\u2013-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE
)
UNIVERSAL = re.compile(r"\s?(?:GMT|UTC|Z)\b(?!\s?[+\u2212\u2013-])")  # "17:00 (22:00 GMT)": the one that needs no zone
FAR = re.compile(r"(?<![ap]\.m)[.!?]\s|\n")  # the cue says no more beyond; "5 p.m. (" goes on


def find_as_of(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.as_of`, ISO 8601 in UTC, from the first cue that names an hour and its zone.

    The day is the one named with it, or the report's own.
    """
    for cue in CUE.finditer(draft.text, 0, HEAD):
        start, end = cue.end(), min(len(draft.text), cue.end() + REACH)
        stop = FAR.search(draft.text, start, end)
        clocks = _clocks(draft, start, end)
        if stop and clocks and clocks[0].end() <= stop.start():
            end = stop.start()
            clocks = [clock for clock in clocks if clock.end() <= end]
        if not clocks:
            continue
        clock = (
            clocks[-1]
            if cue["covers"]
            else next((c for c in clocks if UNIVERSAL.match(draft.text, c.end())), clocks[0])
        )
        near = bool(cue["sure"]) and clock.start() - start <= NEAR and clock.start() < TOP
        zone = _zone(draft, lexicon, clock, end, sure=near)
        day = _day(draft, start, end, last=bool(cue["covers"]))
        if zone and day and (instant := _instant(day, clock, zone)):
            draft.as_of = instant
            return


def _clocks(draft: Draft, start: int, end: int) -> list[re.Match[str]]:
    return [clock for clock in CLOCK.finditer(draft.text, start, end) if not _is_year(draft, clock)]


def _is_year(draft: Draft, clock: re.Match[str]) -> bool:
    """The 2024 of `Oct 10, 2024 (AFP)`, which is written as an hour could be."""
    k = bisect_left(draft.dates, clock.end(), key=lambda date: date.end)
    date = draft.dates[k] if k < len(draft.dates) else None
    return date is not None and date.precision != "hour" and date.end == clock.end() and date.start < clock.start()


def _instant(day: dt.date, clock: re.Match[str], zone: dt.tzinfo) -> str | None:
    hour, minute = _hour(clock)
    try:
        local = dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
        utc = local.astimezone(dt.UTC).replace(tzinfo=None)  # %Y would leave out the zeros of a year before 1000
    except (OverflowError, ValueError):
        return None
    return utc.isoformat(timespec="seconds") + "Z"


def _hour(clock: re.Match[str]) -> tuple[int, int]:
    if clock["noon"]:
        return 12, 0
    if clock["military"]:
        return int(clock["military"][:2]), int(clock["military"][2:])
    hour, minute = int(clock["hour"] or clock["hour12"]), int(clock["minute"] or 0)
    half = (clock["half"] or clock["half12"] or "").lower()[:1]
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


def _day(draft: Draft, start: int, end: int, last: bool) -> dt.date | None:
    """The day that is named between, the last one of a period; else the report's own."""
    first = bisect_left(draft.dates, start, key=lambda date: date.end)
    found: list[DateMention] = []
    for date in draft.dates[first:]:
        if date.start >= end:
            break
        if date.precision in ("day", "hour") and date.date_end and not date.text.lower().startswith("since"):
            found.append(date)
    found = [date for date in found if date.rule != "clock"] or found  # an hour alone names no day
    if not found:
        return draft.published
    return found[-1].date_end if last else found[0].date_start


def _zone(draft: Draft, lexicon: Lexicon, clock: re.Match[str], end: int, *, sure: bool) -> dt.tzinfo | None:
    """The zone named behind the clock: an offset, an abbreviation, a city's or a country's time. Where none is named, a
    report that says "local time", or "as of", means the clock of its own land."""
    behind = draft.text[clock.end() : min(end, clock.end() + 60)]
    if offset := OFFSET.search(behind):
        delta = dt.timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return dt.timezone(delta if offset["sign"] == "+" else -delta) if delta < dt.timedelta(hours=24) else None
    zones: dict[str, str] = lexicon["calendar"]["zones"]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", behind)]
    local = any(word in ("local", "time") for word in words)
    for size in (3, 2, 1):
        for k in range(len(words) - size + 1):
            name = " ".join(words[k : k + size])
            if name in zones:
                return _named(zones[name])
            if local and size < 3 and name in _cities():
                return _named(_cities()[name])
    home = world(lexicon).name.get(theatre(draft) or "", "").lower()
    return _named(zones[home]) if (local or sure) and home in zones else None


def _named(name: str) -> dt.tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities that a zone of the IANA database is called after, to that zone."""
    regions = ("Africa/", "America/", "Asia/", "Europe/", "Indian/", "Pacific/")
    return {
        name.rpartition("/")[2].replace("_", " ").lower(): name
        for name in sorted(available_timezones())
        if name.startswith(regions)
    }
