"""Dates that name a day, a month, a year or an hour: `November 15`, `May 2015`, `1700 GMT Sunday`."""

from __future__ import annotations

import datetime as dt
import re

from . import calendar
from .calendar import Period
from .date_reader import DateReader, Found, day_number

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:]?[0-5]\d|(?:[01]?\d|2[0-3])")


class AbsoluteDates(DateReader):
    """Readers of dates that stand for themselves, but for the year."""

    def _clock(self, i: int, here: Period | None) -> Found | None:
        """`1700 GMT Sunday`, `18:00 Kyiv time on 14 November 2023`, `16:00 GMT, 30 January 2025`."""
        end = i + 1
        if self._word(i + 1) == ":" and self.tokens[i + 2].kind == "n" if i + 2 < self.end else False:
            end = i + 3
        raw = self.draft.text[self.tokens[i].start : self.tokens[end - 1].end]
        if not _CLOCK.fullmatch(raw.replace(" ", "")):
            return None
        if self._word(end) in ("hours", "h", "hrs") and self._zone(end + 1):
            end += 1
        if self._word(end) in ("a.m.", "p.m.", "am", "pm"):
            end += 1
        size = self._zone(end)
        if not size and not (":" in raw and self._word(i - 1) in ("of", "at") and self._word(i - 2) == "as"):
            return None
        end += size
        after = end
        if self._word(after) in (",", "on", "("):
            after += 1
        day = None
        if after < self.end and (self.tokens[after].kind == "n" or self.tokens[after].capital):
            day = (
                self._numeric(after)
                or self._day_month(after)
                or (
                    self._weekday(after)
                    if self._word(after) in self.weekdays
                    else self._month(after)
                    if self._word(after) in self.months
                    else None
                )
            )
        if day and day.period:
            return Found(i, day.end, day.period, "hour", "clock-and-day")
        if not day and self._word(after) in ("today", "yesterday"):
            day = self._plain(after, None)
            if day:
                return Found(i, day.end, day.period, "hour", "clock-and-day")
        period = here or ((self.today, self.today) if self.today else None)
        return Found(i, end, period, "hour", "clock")

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
        if self._word(j) == "." and j < self.end and not self.tokens[j].space and len(self._word(j - 1)) <= 4:
            j += 1
        year, j = self._year_after(j)
        return self._month_day(i, j, number, first, second, year)

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
        if (
            before
            in (
                "in",
                "since",
                "of",
                "from",
                "until",
                "till",
                "by",
                "during",
                "before",
                "after",
                "(",
                "early",
                "late",
                "mid",
                "the",
                "late-",
                "to",
                "between",
                "and",
                "through",
            )
            and before != "the"
        ):
            nouns = (
                i + 1 < self.end
                and self.tokens[i + 1].kind == "w"
                and self.tokens[i + 1].low.endswith("s")
                and before not in ("in", "since")
            )
            if not nouns or self._word(i + 1) in ("as",):
                return Found(i, i + 1, calendar.year(int(text)), "year", "year")
        return None

    def _month(self, i: int) -> Found | None:
        """`November 15, 2014`, `Nov. 15`, `in March`, `May 2015`, `October and November 2023`, `last July`."""
        token = self.tokens[i]
        number = self.months.get(token.low) or self.months.get(token.low.rstrip("."), 0)
        if not (token.capital or token.low not in self.ambiguous):
            return None
        j = i + 1
        if self._word(j) == "." and j < self.end and not self.tokens[j].space and len(token.low) <= 4:
            j += 1
        first = day_number(self.tokens[j]) if j < self.end else None
        if (
            first
            and j + 1 < self.end
            and self.tokens[j + 1].low in ("hospital", "street", "square", "brigade", "movement", "bridge", "mosque")
        ):
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
        day_ = calendar.weekday(number, self.today, ahead=ahead)
        if before == "last" and day_ == self.today:
            day_ = calendar.shift(day_, -7)
        return Found(i, i + 1, (day_, day_), "day", "weekday")

    def _season(self, i: int) -> Found | None:
        before = self._word(i - 1)
        if before not in ("last", "this", "in", "since", "next") or (
            self._word(i) == "fall" and before not in ("last",)
        ):
            return None
        year, j = self._year_after(i + 1)
        if not year and not self.today:
            return None
        first = self.seasons[self._word(i)]
        if not year:
            assert self.today
            year = self.today.year - (first > self.today.month or (before == "last" and first + 2 >= self.today.month))
        start = dt.date(max(year, 1), first, 1)
        return Found(i, j, (start, calendar.shift(calendar.months_away(start, 3), -1)), "month", "season")
