"""Headings that are times: `10:00 p.m.`, `0930 GMT`, `18h20`, `Day 412`, `Monday, 12 June`, `May 23 – Gunmen ...`."""

from __future__ import annotations

import re

_HOUR = r"(?:[01]?\d|2[0-3])[:.]?[0-5]?\d?"  # 9, 930, 9:30
_PLACE = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\stime"  # "Kyiv time"
_NAMED_ZONE = r"(?:gmt|utc|local\stime|[ecmpbnajik]s?[dsw]?t|eest|cest|bst|msk)\b\.?"
_ZONE = (
    rf"(?:[ap]\.?m\.?(?:\s(?:{_NAMED_ZONE}|(?-i:{_PLACE})))?|(?:{_NAMED_ZONE}|hrs?\b|h\b|hours\b|(?-i:{_PLACE}))\.?)"
    r"(?:\s*\((?:gmt|utc|local|\d{1,2}:?\d\d\s?gmt)[^)]{0,12}\))?|\((?:gmt|utc|local|\d{1,2}:?\d\d\s?gmt)[^)]{0,12}\)"
)
# 09:30, 9h30, or 0930 alone on its line
_BARE = r"(?:[01]?\d|2[0-3])h[0-5]\d|(?:[01]\d|2[0-3])[:.][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d(?=\s*$)"
_AGO = r"\d{1,2}\s?(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?)\s+ago(?=\s*$)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|febr|mar|apr|may|june|july|aug|sept|oct|nov|dec)[a-z]*\.?"
_DAY_OF = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
_DATE = rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY_OF}|{_WEEKDAY}|day\s+\d{{1,4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
_LEAD = r"[^\w(]*\(?"
_CLOCK = re.compile(
    rf"""^{_LEAD}(?:(?:posted|updated|published)\s)?(?:at\s)?(?P<t>
        (?:(?:{_DATE}),?\s+(?:at\s)?)? (?:{_HOUR}\s*(?:{_ZONE})|\d\d:\d\d) | {_BARE} | {_AGO}
        | (?:noon|midday|midnight)(?=\W*$)
    )\s*(?P<rest>[-–—:|\])>•*]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED_DAY = re.compile(rf"^{_LEAD}(?P<t>day\s+\d{{1,4}})\W*$", re.IGNORECASE)
_DAY = re.compile(rf"^{_LEAD}(?P<t>{_DATE})\)?\W*$", re.IGNORECASE)
_DAY_RUNS_IN = re.compile(
    rf"^{_LEAD}(?P<t>{_DATE})\)?\**(?:\s*:\**\s+|\s+[-–—]{{1,2}}\s+|\.\**\s+(?=[A-Z]))(?=\S)", re.IGNORECASE
)


def clock(line: str) -> re.Match[str] | None:
    """The hour that a line begins with, or is."""
    return _CLOCK.match(line[:60])


def day(line: str) -> re.Match[str] | None:
    """The day that a line is: one alone tells nothing, several are a chronicle."""
    return _DAY.match(line) if len(line) < 40 else None


def counted_day(line: str) -> re.Match[str] | None:
    """`Day 45`, `DAY 13`: what a diary of a siege numbers its entries by."""
    return _COUNTED_DAY.match(line) if len(line) < 20 else None


def day_runs_in(line: str) -> re.Match[str] | None:
    """`May 23 – Gunmen take ...`, `Monday: ...`: the day that a line begins with before a mark."""
    return _DAY_RUNS_IN.match(line[:60])
