"""Stretches of time counted from a day: `in the past 24 hours`, `two days ago`, `a day after`."""

from __future__ import annotations

import datetime as dt

from . import calendar
from .calendar import Period
from .cues import cue
from .date_reader import Found
from .dates_days import DayDates
from .quantities import small_number

_JUST_NAMED = 3  # days: a day named so long ago is still the one that is counted from
_WEEK = 7
_IN = frozenset(["in", "over", "during", "for", "within"])
_BACK = cue("dates", "back")
_BEFORE_SPANS = cue("dates", "before_spans")
_VAGUE = cue("dates", "vague")


def _precision(unit: int) -> str:
    return {7: "week", 14: "week", 30: "month", 365: "year", 3650: "year"}.get(unit, "day")


class SpanDates(DayDates):
    """Readers of so many hours, days or weeks before, or since, a day."""

    def _span_back(self, i: int, here: Period | None = None) -> Found | None:
        """`in the past 24 hours`, `the last three days`, `over the past week`, `in 24 hours`."""
        j = i
        while self._word(j) in _BEFORE_SPANS:
            j += 1
        back = self._word(j) in _BACK
        if self._word(i) == "the" and [self._word(j), self._word(j + 1)] == ["previous", "day"]:
            return None  # the day before
        only = not back and self._word(j - 1) in ("in", "over", "within")
        if not back and not only:
            return None
        j += back
        amount = 1
        if j < self.end:
            value = small_number(self.tokens[j], self.small)
            if value is not None:
                amount, j = value, j + 1
            elif self._word(j) in _VAGUE:
                amount, j = 3, j + 1 + (self._word(j + 1) == "of")
            elif self._word(j) == "full":
                j += 1
        if only and not (amount >= 24 and self._word(i) != "within" and self._word(j) == "hours"):
            return None
        if back and amount == 1 and self._word(j) == "day" and self.today and self._morning():
            return Found(i, j + 1, (calendar.shift(self.today, -1), self.today), "day", "past-span")
        if back and self._word(i) == "in" and amount == 1 and self._word(j) == "day" and self.today:
            return Found(i, j + 1, (calendar.shift(self.today, -1), self.today), "day", "past-span")
        if self._word(j) == "-":
            j += 1
        if amount == 1 and self._word(j).endswith("s") and self._word(j) != "hours":
            return None  # "in the past days": nobody says how many
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
        last = self._told(here)
        return Found(begin, j + 1, (self._back(last, amount, self._word(j), unit), last), _precision(unit), "past-span")

    def _span_to(self, i: int, here: Period | None) -> Found | None:
        """`the four days to Sunday`, `in the week to 19 April`: so many days that end on one that is named."""
        j = i + (self._word(i) in _IN)
        j += self._word(j) == "the"
        value = small_number(self.tokens[j], self.small) if j < self.end else None
        amount, j = (value, j + 1) if value else (1, j)
        unit = self.units.get(self._word(j))
        if not unit or unit > _WEEK or j == i or self._word(j + 1) not in ("to", "ending", "up"):
            return None
        k = j + 2 + (self._word(j + 2) in ("on", "to"))
        day = self._at(k, here) if k < self.end and self._dates(k) else None
        if day is None or day.period is None or day.precision != "day":
            return None
        last = day.period[1]
        precision = "week" if unit == _WEEK else "day"
        return Found(i, day.end, (calendar.shift(last, 1 - amount * unit), last), precision, "span-to")

    def _dates(self, k: int) -> bool:
        """Whether a number, a weekday or a month stands there."""
        return self.tokens[k].kind == "n" or self._word(k) in self.weekdays or self._word(k) in self.months

    def _told(self, here: Period | None) -> dt.date:
        """The day up to which one counts who "said on Sunday that in the past 24 hours": it has just been named."""
        assert self.today
        if here and here[0] == here[1] and 0 < (self.today - here[0]).days <= _JUST_NAMED:
            return here[0]
        return self.today

    @staticmethod
    def _back(last: dt.date, amount: int, word: str, unit: int) -> dt.date:
        """The first day of so many; three days are today and the two before it, 48 hours reach back two days."""
        if unit == 0:
            return calendar.shift(last, -max(1, -(-amount // 24))) if amount >= 24 else last
        if word in ("day", "days"):
            return calendar.shift(last, 1 - amount) if amount > 1 else last
        if word in ("night", "nights"):
            return calendar.shift(last, -amount)
        if word in ("week", "weeks", "fortnight"):
            return calendar.shift(last, -(amount * unit - (amount * unit == 7)))
        return calendar.months_away(last, -min(amount, 5000) * {30: 1, 365: 12, 3650: 120}[unit])

    def _ago(self, i: int) -> Found | None:
        """`two days ago`, `a month ago`, `three years earlier`."""
        unit = self.units.get(self._word(i + 1))
        if not unit or self._word(i + 2) != "ago" or self.today is None:
            return None
        value = 1 if self._word(i) in ("a", "an") else small_number(self.tokens[i], self.small)
        if value is None:
            return None
        if unit == 365 and value == 1:
            day = calendar.months_away(self.today, -12)
            return Found(i, i + 3, (day, day), "year", "ago")
        if unit >= 365:
            year = max(self.today.year - value * (unit // 365), 1)
            return Found(i, i + 3, calendar.year(year), "year", "years-ago")
        if unit == 30:
            day = calendar.months_away(self.today, -min(value, 5000))
        else:
            day = calendar.shift(self.today, -value * unit)
        return Found(i, i + 3, (day, day), "day", "ago")

    def _apart(self, i: int, here: Period | None) -> Found | None:
        """`two days after retaking it`, `a day later`: counted from the day that is told of."""
        unit, way = self.units.get(self._word(i + 1)), self._word(i + 2)
        if not unit or self.today is None or unit >= 30:
            return None
        value = 1 if self._word(i) in ("a", "an", "one") else small_number(self.tokens[i], self.small)
        if not value:
            return None
        base = here[0] if here and here[0] == here[1] else self.today
        if way == "after" and self._word(i + 3) not in ("that", "this"):
            return self._day(i, i + 3, calendar.shift(base, -value * unit), "days-after")
        if way == "later" and value == unit == 1 and (told := here or self.last):
            return self._day(i, i + 3, calendar.shift(told[1], 1), "day-later")
        return None
