"""Dates that name a day: `November 15`, `14.11.2023`, `Sunday`."""

from __future__ import annotations

import datetime as dt
import re

from . import calendar
from .date_reader import Found, day_number
from .dates_months import MonthDates

_WEEK = 7
_HEAD = 4  # sentences that may tell of which week the report is


class DayDates(MonthDates):
    """Readers of days that stand for themselves, but for the year or the week."""

    def _numeric(self, i: int) -> Found | None:
        """`2016-12-11`, `11/12/2016`, `14.11.2023`."""
        token = self.tokens[i]
        if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", token.text):
            d, m, y = map(int, found.groups())
            return self._day(i, i + 1, calendar.make(y, m, d) if y else None)
        mark = self._word(i + 1)
        if mark in ("-", "/") and self._word(i + 3) == mark and i + 4 < self.end:
            parts = [self.tokens[i + k].text for k in (0, 2, 4)]
            if all(p.isdecimal() and p.isascii() for p in parts) and sorted(len(p) for p in parts)[2] == 4:
                a, b, c = map(int, parts)
                day = None
                if len(parts[0]) == 4:
                    day = calendar.make(a, b, c) if a else None
                elif len(parts[2]) == 4:
                    day = (calendar.make(c, b, a) or calendar.make(c, a, b)) if c else None
                return self._day(i, i + 5, day) if day else None
        return None

    def _day_month(self, i: int) -> Found | None:
        """`14 November 2023`, `15th of May`, `3-7 March`, `12 and 14 May`."""
        first = day_number(self.tokens[i])
        if not first:
            return None
        j, second = i + 1, None
        if self._word(j) in ("-", "–", "—", "and", "to") and j + 1 < self.end:
            second = day_number(self.tokens[j + 1])
            j = j + 2 if second else j
        if self._word(j) == "of":
            j += 1
        number = self.months.get(self._word(j))
        if not number:
            return None
        j += 1
        year, j = self._year_after(self._stop(j))
        return self._month_day(i, j, number, first, second, year)

    def _weekday(self, i: int) -> Found | None:
        """`Sunday`, `last Monday`, `Wednesday night`, `early Friday`."""
        number = self.weekdays[self._word(i)]
        if len(self._word(i)) <= 5 and not self.tokens[i].capital:
            return None
        if len(self._word(i)) <= 3 and not (
            self._word(i + 1) in (",", ".") or (i + 1 < self.end and self.tokens[i + 1].kind == "n")
        ):
            return None
        if self._word(i) in self.ambiguous and self.caps:
            return None
        # "Tuesday, 14 November": the date itself says more
        j = i + 2 if self._word(i + 1) == "," else i + 1
        if j < self.end and (self.tokens[j].kind == "n" or self._word(j) in self.months):
            day = self._day_month(j) if self.tokens[j].kind == "n" else self._month(j)
            if day and day.period and day.precision == "day":
                return Found(i, day.end, day.period, "day", "weekday-and-day")
        if self.today is None:
            return Found(i, i + 1, None, "day", "weekday")
        before = self._word(i - 1)
        ahead = before == "next" or (self.ahead and before != "last")
        if before in ("until", "till") or (before == "by" and ahead):
            day_ = calendar.weekday(number, self.today, ahead=number != self.today.weekday())
            return Found(i - 1, i + 1, (self.today, day_), "day", "deadline")  # "the road is shut until Thursday"
        if ahead and before != "next" and number == self.today.weekday():
            return Found(i, i + 1, (self.today, self.today), "day", "weekday")  # "will go off at 1800 GMT on Monday"
        day_ = calendar.weekday(number, self.today if ahead else self._told_up_to(), ahead=ahead)
        if before == "last" and day_ == self.today:
            day_ = calendar.shift(day_, -7)
        return Found(i, i + 1, (day_, day_), "day", "weekday")

    def _told_up_to(self) -> dt.date:
        """The last day of which a weekly note tells, filed a day or two behind the week in its head; else today."""
        assert self.today
        head = next((d for d in self.draft.dates[:3] if d.sentence < _HEAD and d.date_start and d.date_end), None)
        if head is None or head.date_start is None or head.date_end is None:
            return self.today
        days = (head.date_end - head.date_start).days
        return head.date_end if days == _WEEK - 1 and 0 < (self.today - head.date_end).days < _WEEK else self.today
