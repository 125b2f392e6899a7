"""Periods between two days: `from 30 September to 2 October`, `between Wednesday and Friday`, `Monday or Tuesday`,
`on the night of Saturday to Sunday`."""

from __future__ import annotations

import datetime as dt

from . import calendar
from .calendar import Period
from .date_reader import Found
from .dates_hours import HourDates

_OPENERS = frozenset(["from", "between"])
_JOINS = frozenset(["to", "and", "until", "till", "-", "–"])
_PLAIN_JOINS = frozenset(["or", "and", "to", "-", "–", "—"])


class DateRanges(HourDates):
    """Readers of periods that name both their ends."""

    def _range(self, i: int) -> Found | None:
        """A period that begins at token `i`; None where only one day follows."""
        night = self._night(i)
        opened = night or (self._past_hour(i + 1) if self._word(i) in _OPENERS else 0)
        first = self._one_day(opened or i)
        if first is None or first.period is None:
            return None
        join = self._word(first.end)
        if join not in _JOINS if opened else join not in _PLAIN_JOINS:
            return None
        second = self._one_day(self._past_hour(first.end + 1))
        if second is None or second.period is None:
            return None
        if not opened and not self._runs_on(i, first, second):
            return None
        start, end = first.period[0], second.period[1]
        if start > end and first.rule == second.rule == "day-of-month":
            start, end = self._one_stretch(start, end, len(self._word(second.end - 1)) == 4)
        if self._word(opened or i) in self.weekdays and self._word(first.end + 1) in self.weekdays:
            start, end = self._weekdays(start, end, coming=join == "or" and self.ahead)
        return Found(i, second.end, (start, end), "day", "range") if start <= end else None

    def _runs_on(self, i: int, first: Found, second: Found) -> bool:
        """Without "from", a period only where the days say so: `29 February – 6 March`, `Sunday and Monday`."""
        join, behind = self._word(first.end), self._word(first.end + 1)
        if join == "or":
            return True
        if join == "and":
            days = self.weekdays
            return self._word(i) in days and behind in days and (days[behind] - days[self._word(i)]) % 7 == 1
        return first.rule == second.rule == "day-of-month"

    def _night(self, i: int) -> int:
        """The token of the first day after `on the night of`, `in the night from`; 0 where no such words begin."""
        j = i + (self._word(i) in ("on", "in", "during", "over"))
        j += self._word(j) == "the"
        said = self._word(j) in ("night", "nights") and self._word(j + 1) in ("of", "from", "between")
        return j + 2 if said else 0

    def _one_day(self, i: int) -> Found | None:
        """A weekday, or a day of a month."""
        if not self.start <= i < self.end:
            return None
        if self._word(i) in self.weekdays:
            return self._weekday(i)
        found = (
            self._day_month(i)
            if self.tokens[i].kind == "n"
            else self._month(i)
            if self._word(i) in self.months
            else None
        )
        return found if found and found.precision == "day" else None

    @staticmethod
    def _one_stretch(start: dt.date, end: dt.date, dated: bool) -> Period:
        """`29 December – 4 January 2024`, `from 30 September to 2 October`: the year of one is that of the other."""
        turn = start.month > end.month
        if dated:
            return calendar.make(end.year - turn, start.month, start.day) or start, end
        return start, calendar.make(min(start.year + turn, dt.MAXYEAR), end.month, end.day) or end

    @staticmethod
    def _weekdays(start: dt.date, end: dt.date, coming: bool) -> Period:
        """Two weekdays of one stretch: the first is the last one before the second."""
        if coming:
            end = calendar.weekday(end.weekday(), start, ahead=True)
            return start, end
        while start > end:
            start = calendar.shift(start, -7)
        return start, end
