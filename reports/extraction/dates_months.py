"""Dates that name a month, a part of one, a season or a year: `May 2015`, `late November`, `last summer`, `in 2014`."""

from __future__ import annotations

import datetime as dt

from . import calendar
from .cues import cue
from .date_reader import DateReader, Found, day_number

_BEFORE_YEAR = cue("dates", "before_year")
_NAMED_AFTER = cue("dates", "named_after")


class MonthDates(DateReader):
    """Readers of months and years; a month with a day is a day."""

    def _month(self, i: int) -> Found | None:
        """`November 15, 2014`, `Nov. 15`, `in March`, `May 2015`, `October and November 2023`, `last July`."""
        token = self.tokens[i]
        number = self.months.get(token.low) or self.months.get(token.low.rstrip("."), 0)
        if not (token.capital or token.low not in self.ambiguous):
            return None
        j = self._stop(i + 1)
        first = day_number(self.tokens[j]) if j < self.end else None
        if first and j + 1 < self.end and self.tokens[j + 1].low in _NAMED_AFTER:
            return None
        if first:
            k, second = j + 1, None
            if self._word(k) in ("-", "–", "—", "to", "and") and k + 1 < self.end:
                second = day_number(self.tokens[k + 1])
                if second and second > first:
                    k += 2
                else:
                    second = None
            year, k = self._year_after(k)
            if year or self._word(k) not in self.months:
                return self._month_day(i, k, number, first, second, year)
        before = self._word(i - 1)
        begin = i - 1 if before in ("last", "this", "next") else i
        year, k = self._year_after(j)
        if token.low in self.ambiguous and not year and (before not in self.before_month or self._verbal(i)):
            return None
        if not token.capital:
            return None
        other = self.months.get(self._word(k + 1)) if self._word(k) in ("and", "to", "-", "–") and not year else None
        if other:
            year, k = self._year_after(k + 2)
        if not year and self.today is None:
            return Found(begin, k, None, "month", "month")
        year = year or self._month_year(other or number, before)
        period = calendar.month(year, number)
        if other:
            period = (
                period[0] if number <= other else calendar.month(max(year - 1, 1), number)[0],
                calendar.month(year, other)[1],
            )
        return Found(begin, k, period, "month", "month")

    def _part(self, i: int) -> Found | None:
        """`mid-November`, `late November`, `the end of May`, `early 2015`."""
        low = self._word(i)
        part, j = self.parts.get(low), i + 1
        month = None
        if part is None and low[:4] == "mid-" and low[4:] in self.months:
            part, month = "mid", low[4:]
        elif part is None:
            for prefix in ("early-", "late-"):
                if low.startswith(prefix) and low[len(prefix) :] in self.months:
                    part, month = prefix[:-1], low[len(prefix) :]
        if part is None:
            return None
        if month is None:
            while self._word(j) in ("of", "in", "-", "last", "this"):
                j += 1
            if self._word(j) in ("month", "year") and self._word(j - 1) in ("this", "last") and self.today:
                return None
            month = self._word(j)
            if month not in self.months or (month in self.ambiguous and not self.tokens[j].capital):
                return None
            if j + 1 < self.end and self._word(j - 1) not in ("of", "last") and day_number(self.tokens[j + 1]):
                return None  # "late May 10"? the day says more
            j += 1
        year, j = self._year_after(j)
        begin = i - 1 if self._word(i - 1) == "the" and part in ("end",) else i
        if not year and self.today is None:
            return Found(begin, j, None, "week", "part-of-month")
        number = self.months[month]
        period = calendar.month(year or self._month_year(number, ""), number)
        return Found(begin, j, calendar.part_of_month(period, part), "week", "part-of-month")

    def _season(self, i: int) -> Found | None:
        before = self._word(i - 1)
        if before not in ("last", "this", "in", "since", "next", "the") or (
            self._word(i) == "fall" and before not in ("last",)
        ):
            return None
        year, j = self._year_after(i + 1 + (self._word(i + 1) == "of"))
        if not year and (not self.today or before == "the"):
            return None
        first = self.seasons[self._word(i)]
        if not year:
            assert self.today
            year = self.today.year - (first > self.today.month or (before == "last" and first + 2 >= self.today.month))
        start = dt.date(max(year, 1), first, 1)
        return Found(i, j, (start, calendar.shift(calendar.months_away(start, 3), -1)), "month", "season")

    def _year(self, i: int) -> Found | None:
        """`in 2014`, `2014-17`, `since 2011`."""
        text = self.tokens[i].text
        if not (len(text) == 4 and text.isascii() and text.isdecimal() and "1900" <= text <= "2099"):
            return None
        mark, after = self._word(i + 1), i + 2
        if (
            mark in ("-", "–", "/")
            and after < self.end
            and self.tokens[after].text.isascii()
            and self.tokens[after].text.isdecimal()
        ):
            text2 = self.tokens[after].text
            last = int(text2) if len(text2) == 4 else int(text[: 4 - len(text2)] + text2) if len(text2) == 2 else 0
            if int(text) < last <= int(text) + 60:
                return Found(i, i + 3, (calendar.year(int(text))[0], calendar.year(last)[1]), "year", "years")
        before = self._word(i - 1)
        if before in _BEFORE_YEAR:
            nouns = (
                i + 1 < self.end
                and self.tokens[i + 1].kind == "w"
                and self.tokens[i + 1].low.endswith("s")
                and before not in ("in", "since")
            )
            if not nouns or self._word(i + 1) in ("as",):
                return Found(i, i + 1, calendar.year(int(text)), "year", "year")
        return None
