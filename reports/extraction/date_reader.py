"""What every reader of dates leans on: the words, the day of the report, and what was read before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from . import calendar
from .calendar import Period
from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Token
from .quantities import quantities

_SOON = 90  # days
_HALF_A_YEAR = 6
_HEAD = 7  # sentences that may tell of which week a note is
_BOUNDS = frozenset(["until", "till", "by", "from", "before"])
_BACK = cue("dates", "back")
_ZONES = cue("dates", "zones")
_SHORT_MONTHS = cue("dates", "short_months")


@dataclass(slots=True)
class Found:
    """What one reader saw: tokens `[begin, end)`, the period, and how exact it is."""

    begin: int
    end: int
    period: Period | None
    precision: str
    rule: str
    since: bool = False


def day_number(token: Token) -> int | None:
    """1 to 31 from `15`, `15th`, `1`."""
    text = token.text
    if token.kind == "w" and text[:1].isdigit():
        text = text[:-2]
    if len(text) <= 2 and text.isascii() and text.isdecimal() and 1 <= int(text) <= 31:
        return int(text)
    return None


def own_day(draft: Draft, months: dict[str, int]) -> dt.date | None:
    """Where no day was given: the full date in the report's first lines."""
    tokens = draft.tokens[:80]
    for i in range(len(tokens) - 2):
        number = months.get(tokens[i].low)
        if not number:
            continue
        around = [t for t in tokens[max(i - 1, 0) : i + 5] if t.kind == "n" and t.text.isascii() and t.text.isdecimal()]
        years = [int(t.text) for t in around if len(t.text) == 4 and "1900" <= t.text <= "2099"]
        days = [int(t.text) for t in around if len(t.text) <= 2]
        if years and days and (day := calendar.make(years[0], number, days[0])):
            return day
    return None


def _starts(lexicon: Lexicon) -> frozenset[str]:
    """A date begins with one of these words, or with a number."""
    words = lexicon["calendar"]
    return cue("dates", "starts").union(
        words["months"], words["weekdays"], words["seasons"], words["part_words"], quantities(lexicon).small
    )


def _times(lexicon: Lexicon) -> frozenset[str]:
    """Every date holds one of these words, or a number."""
    words = lexicon["calendar"]
    return cue("dates", "times").union(words["months"], words["weekdays"], words["seasons"], words["units"])


class DateReader:
    """The state of the reading, and what several readers need."""

    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        words = lexicon["calendar"]
        self.draft, self.tokens, self.lows = draft, draft.tokens, draft.lows
        self.months: dict[str, int] = words["months"]
        self.weekdays: dict[str, int] = words["weekdays"]
        self.ambiguous = lexicon.words("calendar", "ambiguous")
        self.before_month = lexicon.words("calendar", "before_month")
        self.parts: dict[str, str] = words["part_words"]
        self.parts_of_day = lexicon.words("calendar", "parts_of_day")
        self.future = lexicon.words("calendar", "future")
        self.units: dict[str, int] = words["units"]
        self.seasons: dict[str, int] = words["seasons"]
        self.zones: dict[str, str] = words["zones"]
        self.small = quantities(lexicon).small
        self.today = draft.published or own_day(draft, self.months)
        self.last: Period | None = None  # the last day or period spoken of
        self.running: Period | None = None  # the last "since"
        self.start = self.end = self.number = 0
        self.starts, self.times = lexicon.made(_starts), lexicon.made(_times)
        self.ahead = False
        self.caps = False

    def _at(self, i: int, here: Period | None) -> Found | None:
        """The date that begins at token `i`; the finder knows all readers."""
        raise NotImplementedError

    def _night(self, i: int) -> int:
        """The token of the first day after `on the night of`; 0 where no such words begin."""
        raise NotImplementedError

    def _plain(self, i: int, here: Period | None) -> Found | None:
        """A word that leans on the report's day: `today`, `yesterday`."""
        raise NotImplementedError

    def _word(self, i: int) -> str:
        return self.lows[i] if self.start <= i < self.end else ""

    def _zone(self, i: int) -> int:
        """How many tokens name a time zone from `i` on."""
        word = self._word(i).replace(".", "")
        if word in _ZONES:
            return 2 if self._word(i + 1) == "time" else 1
        if word == "local" and self._word(i + 1) == "time":
            return 2
        if self._word(i + 1) == "time" and word in self.zones:
            return 2
        if self._word(i + 2) == "time" and f"{word} {self._word(i + 1)}" in self.zones:
            return 3
        return 0

    def _stop(self, j: int) -> int:
        """The token behind an abbreviation's stop, where one stands at token `j`: `Nov. 15`, but not `in May. Then`."""
        stop = self._word(j) == "." and not self.tokens[j].space
        return j + (stop and len(self._word(j - 1)) <= 4 and self._word(j - 1) not in _SHORT_MONTHS)

    def _day(self, begin: int, end: int, day: dt.date | None, rule: str = "day") -> Found | None:
        return Found(begin, end, (day, day), "day", rule) if day else None

    def _month_day(self, i: int, j: int, month: int, first: int, second: int | None, year: int | None) -> Found | None:
        start = self._resolve(month, first, year, soon=self._word(i - 1) in _BOUNDS)
        if start is None:
            return (
                Found(i, j, None, "day", "day-of-month")
                if not self.today and calendar.make(2000, month, first)
                else None
            )
        end = calendar.make(start.year, month, second) if second else start
        return Found(i, j, (start, end or start), "day", "day-of-month")

    def _resolve(self, month: int, day: int, year: int | None, *, soon: bool = False) -> dt.date | None:
        """The day of a date without a year: the last one, unless the sentence looks ahead, or `soon`, an end or a
        beginning, lies within weeks."""
        if year:
            return calendar.make(year, month, day)
        if self.today is None:
            return None
        this = calendar.make(self.today.year, month, day) if soon else None
        ahead = self.ahead or (this is not None and 0 <= (this - self.today).days <= _SOON)
        return calendar.nearest_year(month, day, self.today, ahead=ahead)

    def _year_after(self, j: int) -> tuple[int | None, int]:
        """A year from token `j` on: `, 2014`, `2014`, `last year`, `this year`, `87`."""
        k = j + 1 if self._word(j) == "," else j
        if k < self.end and self.tokens[k].kind == "n":
            text = self.tokens[k].text
            if len(text) == 4 and text.isascii() and text.isdecimal() and "1900" <= text <= "2099":
                return int(text), k + 1
            if k == j and len(text) == 2 and text.isascii() and text.isdecimal() and self.caps:
                return (1900 if int(text) > 40 else 2000) + int(text), k + 1
        if self._word(j) == "of" and self._word(j + 2) == "year":
            j += 1  # "in May of last year"
        if self.today and self._word(j + 1) == "year" and self._word(j) in ("last", "this", "next"):
            return self.today.year + {"last": -1, "this": 0, "next": 1}[self._word(j)], j + 2
        return None, j

    def _verbal(self, i: int) -> bool:
        """`and may reach`, `to march on`: a verb, not a month."""
        return not self.tokens[i].capital or (self.caps and self._word(i - 1) in ("to", "and"))

    def _month_year(self, number: int, before: str) -> int:
        assert self.today
        year = self.today.year
        ahead = self.ahead or before in ("until", "till", "by")
        coming = number >= self.today.month or number + 12 - self.today.month <= _HALF_A_YEAR
        if before == "next" or (ahead and coming):
            return year if number >= self.today.month else min(year + 1, dt.MAXYEAR)
        if number > self.today.month or (before == "last" and number == self.today.month):
            return max(year - 1, dt.MINYEAR)
        return year

    def _morning(self) -> bool:
        """The report stands as of a morning hour: its past day is yesterday."""
        clock = next((d for d in self.draft.dates if d.precision == "hour" and d.sentence < 4), None)
        return clock is not None and re.match(r"0\d", clock.text) is not None

    def _week(self, weeks: int) -> Period:
        """The week that the report's head names as its own, or the one of its day; `weeks` away."""
        assert self.today
        own = next(
            (
                d
                for d in self.draft.dates[:5]
                if d.sentence < _HEAD and d.date_start and d.date_end and 3 < (d.date_end - d.date_start).days < 9
            ),
            None,
        )
        if own is None or own.date_start is None or own.date_end is None:
            return calendar.week(self.today, weeks)
        return calendar.shift(own.date_start, 7 * weeks), calendar.shift(own.date_end, 7 * weeks)
