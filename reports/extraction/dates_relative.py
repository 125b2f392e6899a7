"""Dates that lean on the report's own day: `since Monday`, `in the past 24 hours`, `last week`, `overnight`."""

from __future__ import annotations

import datetime as dt

from . import calendar
from .calendar import Period
from .date_reader import Found
from .dates_absolute import AbsoluteDates
from .quantities import small_number

_BACK = frozenset(["past", "last", "previous", "preceding"])


def _precision(unit: int) -> str:
    return {7: "week", 14: "week", 30: "month", 365: "year", 3650: "year"}.get(unit, "day")


class RelativeDates(AbsoluteDates):
    """Readers of dates that lean on the report's day or on a day before."""

    def _since(self, i: int, here: Period | None) -> Found | None:
        """`since mid-November`, `since Monday`; a full date after it stays a day of its own."""
        j = i + 1
        if self._word(j) in ("last", "early", "late", "the"):
            found = self._part(j) or self._at(j, here) or (self._at(j + 1, here) if self._word(j) != "the" else None)
            if found is None and self._word(j) == "the":
                found = self._part(j + 1) or self._boundary(j)
        else:
            found = self._at(j, here) if j < self.end else None
        if not found:
            return None
        if not found.period:
            return Found(i, found.end, None, found.precision, "since", True)
        if found.rule in ("day-of-month", "day", "year"):
            return Found(found.begin, found.end, found.period, found.precision, found.rule, True)
        end = self.today or found.period[1]
        return Found(i, found.end, (found.period[0], max(end, found.period[0])), found.precision, "since", True)

    def _span_back(self, i: int) -> Found | None:
        """`in the past 24 hours`, `the last three days`, `over the past week`, `in 24 hours`."""
        j = i
        while self._word(j) in ("in", "over", "during", "within", "for", "the", "these"):
            j += 1
        back = self._word(j) in _BACK
        only = not back and self._word(j - 1) in ("in", "over", "within")
        if not back and not only:
            return None
        j += back
        amount = 1
        if j < self.end:
            value = small_number(self.tokens[j], self.small)
            if value is not None:
                amount, j = value, j + 1
            elif self._word(j) in ("few", "several", "couple"):
                amount, j = 3, j + 1 + (self._word(j + 1) == "of")
            elif self._word(j) == "full":
                j += 1
        if only and not (
            (amount >= 24 and self._word(j) == "hours")
            or (
                self._word(i) == "in" and self._word(j) in ("days", "day") and self._word(i + 1) != "the" and amount > 1
            )
        ):
            return None
        if back and amount == 1 and self._word(j) == "day" and self.today and self._morning():
            return Found(i, j + 1, (calendar.shift(self.today, -1), self.today), "day", "past-span")
        if self._word(j) == "-":
            j += 1
        unit = self.units.get(self._word(j))
        if unit is None or (
            self._word(j - 1) == "last"
            and amount == 1
            and self._word(i) not in ("in", "over", "during", "within", "the")
        ):
            return None
        begin = i
        while begin < j and self._word(begin) in ("for", "during", "within") and self._word(begin + 1) == "the":
            begin += 1
        if self.today is None:
            return Found(begin, j + 1, None, "day", "past-span")
        return Found(begin, j + 1, (self._back(amount, self._word(j), unit), self.today), _precision(unit), "past-span")

    def _back(self, amount: int, word: str, unit: int) -> dt.date:
        assert self.today
        if unit == 0:
            return calendar.shift(self.today, -max(1, -(-amount // 24))) if amount >= 24 else self.today
        if word in ("day", "days", "night", "nights"):
            return calendar.shift(self.today, -amount) if amount > 1 or word[:3] != "day" else self.today
        if word in ("week", "weeks", "fortnight"):
            return calendar.shift(self.today, -(amount * unit - (amount * unit == 7)))
        return calendar.months_away(self.today, -min(amount, 5000) * {30: 1, 365: 12, 3650: 120}[unit])

    def _around(self, i: int, here: Period | None) -> Found | None:
        """`since then`, `the next day`, `on the same day`, `during the week`, `the first week of January`."""
        lows = [self._word(i + k) for k in range(6)]
        base = here or self.last or ((self.today, self.today) if self.today else None)
        if lows[:2] == ["since", "then"] and base and self.today:
            return Found(i, i + 2, (base[0], max(self.today, base[0])), "day", "since-then", True)
        if base and (lows[:3] in (["the", "next", "day"], ["the", "following", "day"])):
            return self._day(i, i + 3, calendar.shift(base[1], 1), "next-day")
        if base and lows[:2] == ["the", "same"] and lows[2] == "day":
            return Found(i, i + 3, base, "day", "same-day")
        if self.today and lows[:3] in (["during", "the", "week"], ["over", "the", "week"]):
            return Found(i, i + 3, self._week(0), "week", "the-week")
        if self.today and lows[:3] in (["the", "week", "before"], ["the", "previous", "week"]):
            return Found(i, i + 3, self._week(-1), "week", "week-before")
        if self.today and lows[:3] == ["over", "the", "day"]:
            return Found(
                i, i + 3, (calendar.shift(self.today, -int(self._morning())), self.today), "day", "during-the-day"
            )
        if self.today and lows[:3] == ["a", "day", "after"]:
            return self._day(i, i + 3, calendar.shift(self.today, -1), "day-after")
        k = 1 if lows[0] == "the" else 0
        if (
            lows[k] in ("first", "second", "last")
            and lows[k + 1] in ("week", "half")
            and lows[k + 2] == "of"
            and lows[k + 3] in self.months
        ):
            month = self._month(i + k + 3) or None
            if month and month.period:
                first, last = month.period
                if lows[k + 1] == "week":
                    days = {
                        "first": (first, calendar.shift(first, 6)),
                        "second": (calendar.shift(first, 7), calendar.shift(first, 13)),
                    }.get(lows[k], (calendar.shift(last, -6), last))
                else:
                    days = (first, first.replace(day=15)) if lows[k] == "first" else (first.replace(day=16), last)
                return Found(i, month.end, days, "week", "part-of-month")
        return None

    def _boundary(self, i: int) -> Found | None:
        """`the start of the year`, `by the end of the month`, `the weekend`."""
        j = i + 1 if self._word(i) in ("in", "over", "during", "by", "at", "within") else i
        j += self._word(j) == "the"
        word = self._word(j)
        if word == "weekend" and self.today:
            ahead = self._word(i) == "by" or self.ahead
            saturday = calendar.weekday(5, self.today, ahead=ahead)
            begin = i if self._word(i) in ("at", "over") else j - 1 if self._word(j - 1) == "the" else j
            return Found(begin, j + 1, (saturday, calendar.shift(saturday, 1)), "day", "weekend")
        if word in ("start", "beginning", "end") and self._word(j + 1) == "of":
            k = j + 2 + (self._word(j + 2) in ("the", "this"))
            unit = self._word(k)
            if unit in ("year", "month", "week") and self.today:
                whole = {
                    "year": calendar.year(self.today.year),
                    "month": calendar.month(self.today.year, self.today.month),
                    "week": calendar.week(self.today),
                }[unit]
                if word == "end":
                    return Found(i, k + 1, (self.today, max(whole[1], self.today)), "month", "end-of")
                return Found(
                    j - 1 if self._word(j - 1) == "the" else j, k + 1, (whole[0], whole[0]), "month", "start-of"
                )
        return None

    def _same_period(self, i: int) -> Found | None:
        if (
            self._word(i) in ("over", "in", "during")
            and self._word(i + 1) == "the"
            and self._word(i + 2) == "same"
            and self._word(i + 3) in ("period", "time")
        ):
            return Found(i, i + 4, self.running or self.last, "day", "same-period", bool(self.running))
        return None

    def _relative(self, i: int) -> Found | None:
        """`last week`, `this month`, `next year`, `last weekend`, `last night`, `this morning`."""
        low, unit = self._word(i), self._word(i + 1)
        if self.today is None or low not in ("last", "this", "next", "previous", "past"):
            return None
        step = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1}[low]
        if unit in ("night", "morning", "afternoon", "evening"):
            if low == "last":
                return Found(i, i + 2, (calendar.shift(self.today, -1),) * 2, "day", "last-night")
            return Found(i, i + 2, (self.today, self.today), "day", "this-day") if low == "this" else None
        if unit == "week":
            period = calendar.week(self.today, step)
            return Found(i, i + 2, period if step else (period[0], max(self.today, period[0])), "week", "week")
        if unit == "weekend":
            saturday = calendar.weekday(5, self.today, ahead=step > 0)
            if step < 0 and calendar.shift(saturday, 1) >= self.today:
                saturday = calendar.shift(saturday, -7)
            return Found(i, i + 2, (saturday, calendar.shift(saturday, 1)), "day", "weekend")
        if unit == "month":
            day = calendar.months_away(self.today, step)
            whole = calendar.month(day.year, day.month)
            return Found(i, i + 2, whole if step else (whole[0], self.today), "month", "month-away", not step)
        if unit == "year":
            year = min(max(self.today.year + step, dt.MINYEAR), dt.MAXYEAR)
            whole = calendar.year(year)
            return Found(i, i + 2, whole if step else (whole[0], self.today), "year", "year-away", not step)
        return None

    def _plain(self, i: int, here: Period | None) -> Found | None:
        """`today`, `yesterday`, `tomorrow`, `overnight`, `a day earlier`, `during the day`."""
        low = self._word(i)
        if self.today is None:
            return None
        if low in ("today", "tonight"):
            return self._day(i, i + 1, self.today, "today")
        if low == "yesterday":
            return self._day(i, i + 1, calendar.shift(self.today, -1), "yesterday")
        if low == "tomorrow":
            return self._day(i, i + 1, calendar.shift(self.today, 1), "tomorrow")
        if low in ("overnight", "night-time"):
            return Found(i, i + 1, (calendar.shift(self.today, -1), self.today), "day", "overnight")
        base = (here or (self.today, self.today))[0]
        if (
            low in ("a", "one", "the")
            and self._word(i + 1) in ("day", "previous")
            and (
                self._word(i + 2) in ("earlier", "before")
                or (self._word(i + 1) == "previous" and self._word(i + 2) == "day")
            )
        ):
            if self._word(i + 2) == "before" and self._word(i + 3) in ("the", "yesterday", "they", "it", "he", "a"):
                return None
            return self._day(i, i + 3, calendar.shift(base, -1), "day-before")
        if low == "during" and self._word(i + 1) == "the" and self._word(i + 2) in ("day", "night"):
            if self._word(i + 2) == "day":
                return self._day(i, i + 3, base, "during-the-day")
            return Found(i, i + 3, (calendar.shift(self.today, -1), self.today), "day", "overnight")
        return None

    def _ago(self, i: int) -> Found | None:
        """`two days ago`, `a month ago`, `three years earlier`."""
        value = 1 if self._word(i) in ("a", "an") else small_number(self.tokens[i], self.small)
        unit = self.units.get(self._word(i + 1))
        if value is None or not unit or self._word(i + 2) != "ago" or self.today is None:
            return None
        if unit >= 365:
            year = max(self.today.year - value * (unit // 365), 1)
            return Found(i, i + 3, calendar.year(year), "year", "years-ago")
        if unit == 30:
            day = calendar.months_away(self.today, -min(value, 5000))
        else:
            day = calendar.shift(self.today, -value * unit)
        return Found(i, i + 3, (day, day), "day", "ago")
