"""Dates that lean on the report's own day: `since Monday`, `in the past 24 hours`, `last week`, `overnight`."""

from __future__ import annotations

import datetime as dt

from . import calendar
from .calendar import Period
from .cues import cue
from .date_reader import Found
from .dates_spans import SpanDates
from .quantities import small_number

_SATURDAY = 5
_LEANING = cue("dates", "leaning")
_LEANING_BEHIND_THE = cue("dates", "leaning_behind_the")
_IN_IT = frozenset(["during", "over", "throughout", "within"])
_ANOTHER_MONTH = cue("dates", "another_month")
_BEFORE, _SPOKEN_OF = 2, 6  # sentences and dates back to the month that "the month" is
_STRETCHES = cue("dates", "stretches")
_ENDS = cue("dates", "ends")
_BEFORE_ENDS = cue("dates", "before_ends")


class RelativeDates(SpanDates):
    """Readers of dates that lean on the report's day or on a day before."""

    def _since(self, i: int, here: Period | None) -> Found | None:
        """`since mid-November`, `since Monday`; a full date after it stays a day of its own."""
        j = i + 1
        if self._word(j) == "the" and (night := self._night(j)) and (day := self._at(night, here)) and day.period:
            last = max(self.today or day.period[1], day.period[0])
            return Found(i, day.end, (day.period[0], last), "day", "since", True)
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
        if found.rule in ("day-of-month", "day", "year") or (found.rule == "month" and self._dated(found)):
            return Found(found.begin, found.end, found.period, found.precision, found.rule, True)
        end = self.today or found.period[1]
        return Found(i, found.end, (found.period[0], max(end, found.period[0])), found.precision, "since", True)

    def _dated(self, month: Found) -> bool:
        """`September 1980`: the year is told."""
        return self.tokens[month.end - 1].kind == "n"

    def _around(self, i: int, here: Period | None) -> Found | None:
        """`since then`, `the next day`, `on the same day`, `during the week`, `the first week of January`."""
        low = self._word(i)
        if low not in _LEANING or (low == "the" and self._word(i + 1) not in _LEANING_BEHIND_THE):
            return None
        lows = [self._word(i + k) for k in range(6)]
        base = here or self.last or ((self.today, self.today) if self.today else None)
        if lows[:2] == ["since", "then"] and base and self.today:
            return Found(i, i + 2, (base[0], max(self.today, base[0])), "day", "since-then", True)
        if base and (lows[:3] in (["the", "next", "day"], ["the", "following", "day"])):
            return self._day(i, i + 3, calendar.shift(base[1], 1), "next-day")
        if base and lows[:2] == ["the", "same"] and lows[2] == "day":
            return Found(i, i + 3, base, "day", "same-day")
        if month := self._month_told(i):
            return month
        if self.today and lows[:3] in (["during", "the", "week"], ["over", "the", "week"]):
            return Found(i, i + 3 + 2 * (lows[3:5] == ["under", "review"]), self._week(0), "week", "the-week")
        if self.today and lows[:4] == ["earlier", "in", "the", "week"]:
            return Found(i, i + 4, (calendar.week(self.today)[0], self.today), "week", "the-week")
        if self.today and lows[:3] in (["the", "week", "before"], ["the", "previous", "week"]):
            return Found(i, i + 3, self._week(-1), "week", "week-before")
        if self.today and lows[:3] == ["over", "the", "day"]:
            return Found(
                i, i + 3, (calendar.shift(self.today, -int(self._morning())), self.today), "day", "during-the-day"
            )
        k = 1 if lows[0] == "the" else 0
        if lows[k] in ("first", "last") and lows[k + 2 : k + 4] == ["days", "of"] and lows[k + 4] in self.months:
            count, month = small_number(self.tokens[i + k + 1], self.small), self._month(i + k + 4)
            if count and month and month.period:
                first, last = month.period
                opening, closing = (first, calendar.shift(first, count - 1)), (calendar.shift(last, 1 - count), last)
                return Found(i, month.end, opening if lows[k] == "first" else closing, "day", "days-of-month")
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

    def _month_told(self, i: int) -> Found | None:
        """`during the month`: the one named just before."""
        told = self._word(i) in _IN_IT and self._word(i + 1) == "the" and self._word(i + 2) == "month"
        if not told or self._word(i + 3) in _ANOTHER_MONTH:
            return None
        month = next((d for d in reversed(self.draft.dates[-_SPOKEN_OF:]) if d.precision == "month"), None)
        if month is None or month.date_start is None or self.number - month.sentence > _BEFORE:
            return None
        return Found(i, i + 3, calendar.month(month.date_start.year, month.date_start.month), "month", "the-month")

    def _boundary(self, i: int) -> Found | None:
        """`the start of the year`, `by the end of the month`, `the weekend`."""
        j = i + 1 if self._word(i) in _BEFORE_ENDS else i
        j += self._word(j) == "the"
        word = self._word(j)
        if word == "weekend" and self.today:
            ahead = (self._word(i) == "by" or self.ahead) and self.today.weekday() < _SATURDAY
            saturday = calendar.weekday(_SATURDAY, self.today, ahead=ahead)
            begin = i if self._word(i) in ("at", "over") else j - 1 if self._word(j - 1) == "the" else j
            return Found(begin, j + 1, (saturday, calendar.shift(saturday, 1)), "day", "weekend")
        if word in _ENDS and self._word(j + 1) == "of":
            k = j + 2 + (self._word(j + 2) in ("the", "this"))
            unit = self._word(k)
            named = unit in self.months and word == "end" and self._word(i) in ("by", "before")
            month = self._month(k) if named else None
            if month and month.period and self.today and month.period[1] >= self.today:
                return Found(i, month.end, (self.today, month.period[1]), "month", "end-of")
            if unit in ("year", "month", "week") and self.today:
                whole = {
                    "year": calendar.year(self.today.year),
                    "month": calendar.month(self.today.year, self.today.month),
                    "week": calendar.week(self.today),
                }[unit]
                if word == "end" and self._word(i) in ("by", "before"):
                    return Found(i, k + 1, (self.today, max(whole[1], self.today)), "month", "end-of")
                if word == "end":
                    return self._day(j - (self._word(j - 1) == "the"), k + 1, whole[1], "end-of")
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
        if unit in _STRETCHES:
            if low == "last":
                return Found(i, i + 2, (calendar.shift(self.today, -1),) * 2, "day", "last-night")
            return Found(i, i + 2, (self.today, self.today), "day", "this-day") if low == "this" else None
        if unit == "week":
            period = calendar.week(self.today, step)
            own = (period[0], max(self.today, period[0]))  # as far as it has come
            return Found(i, i + 2, period if step or self.ahead else own, "week", "week")
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
            return Found(i, i + 2, whole, "year", "year-away", not step)
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
        if low == "in" and [self._word(i + k) for k in range(1, 6)] == ["the", "course", "of", "the", "day"]:
            return self._day(i, i + 6, base, "during-the-day")
        if low in ("during", "throughout") and self._word(i + 1) == "the" and self._word(i + 2) in ("day", "night"):
            if self._word(i + 2) == "day":
                return self._day(i, i + 3, base, "during-the-day")
            return Found(i, i + 3, (calendar.shift(self.today, -1), self.today), "day", "overnight")
        return None
