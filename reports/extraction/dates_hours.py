"""Hours and parts of the day: `1700 GMT Sunday`, `around 10 am`, `before dawn`, `since the afternoon`."""

from __future__ import annotations

import re

from . import calendar
from .calendar import Period
from .cues import cue
from .date_reader import Found
from .dates_relative import RelativeDates

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:]?[0-5]\d|(?:[01]?\d|2[0-3])")
_HALVES = cue("dates", "halves")
_TURNS = cue("dates", "turns_of_day")  # dawn, noon
_STRETCHES = cue("dates", "stretches")
_AROUND = cue("dates", "around")
_LONGEST_ASIDE = 9  # tokens: "(local time, UTC-5)"
_BY_LIGHT = cue("dates", "by_light")
_NOONS = cue("dates", "noons")


class HourDates(RelativeDates):
    """Readers of hours, with a zone and a day or without."""

    def _clock(self, i: int, here: Period | None) -> Found | None:
        """`1700 GMT Sunday`, `18:00 Kyiv time on 14 November 2023`, `5 p.m. (local time), 6 March 2024`."""
        end = self._hour(i)
        if not end:
            return None
        zone = self._zone(end)
        aside = self._aside(end + zone)
        told = ":" in self._raw(i, end) and self._word(i - 1) in ("of", "at") and self._word(i - 2) == "as"
        if not (zone or told or (aside > end and self._zoned(end, aside))):
            return None
        end = aside
        after = end + (self._word(end) in (",", "on"))
        day = self._day_at(after)
        if day and day.period:
            return Found(i, day.end, day.period, "hour", "clock-and-day")
        period = here or ((self.today, self.today) if self.today else None)
        return Found(i, end, period, "hour", "clock")

    def _with_hour(self, day: Found) -> Found:
        """`27 June 2023, 17:00 UTC`: the hour that follows a day belongs to it."""
        i = day.end + (self._word(day.end) == ",")
        end = self._hour(i)
        if day.precision != "day" or not end or not (self._zone(end) or ":" in self._raw(i, end)):
            return day
        return Found(day.begin, self._aside(end + self._zone(end)), day.period, "hour", "day-and-clock", day.since)

    def _about_time(self, i: int, here: Period | None) -> Found | None:
        """`before dawn`, `since the afternoon`, `around 10 am`, `until 17:30`; not where the day itself is named."""
        opener = self._word(i)
        if opener == "between" and self._word(i + 1) in _TURNS and self._word(i + 2) == "and":
            return self._at_time(i, i + 4, "day", here, "part-of-day") if self._word(i + 3) in _TURNS else None
        if opener not in _AROUND and opener != "at":
            return None
        j = i + 1 + (self._word(i + 1) == "the")
        j += self._word(j) in ("early", "late") and opener == "since"
        if opener != "at":
            word = self._word(j)
            if word in _TURNS or (word in _STRETCHES and opener in ("since", "until")):
                precision = "hour" if word in _NOONS else "day"
                return self._at_time(i, j + 1, precision, here, "part-of-day")
        end = self._hour(j)
        exact = end and (":" in self._raw(j, end) or self._word(end - 1) in _HALVES)
        begin = i if opener != "at" else j
        return self._at_time(begin, end, "hour", here, "clock") if exact and here is None else None

    def _at_time(self, i: int, end: int, precision: str, here: Period | None, rule: str) -> Found | None:
        after = end + (self._word(end) in ("on", "of", ","))
        if self.today is None or self._day_at(after) or self._word(end) in ("prayer", "prayers"):
            return None
        first = here[0] if here and here[0] == here[1] else self.today
        since = self._word(i) == "since"
        return Found(i, end, (first, max(self.today, first) if since else first), precision, rule, since)

    def _late_in_day(self, i: int) -> Found | None:
        """`by late afternoon`: a part of the report's own day."""
        if self._word(i) not in ("late", "early"):
            return None
        late = self._word(i + 1) in _BY_LIGHT
        alone = self._word(i + 2) in ("", ",", ".", "and", ";") or self._word(i - 1) in ("by", "until", "in", "the")
        return self._at_time(i, i + 2, "day", None, "part-of-day") if late and alone else None

    def _that_day(self, i: int, here: Period | None) -> Found | None:
        """`that night`, `the night before`: leans on the day that was last spoken of."""
        base = here or self.last or ((self.today, self.today) if self.today else None)
        if base is None or self._word(i) not in ("that", "the"):
            return None
        lows = [self._word(i + k) for k in range(3)]
        if lows[0] == "that" and lows[1] in ("night", "day", "morning", "afternoon", "evening"):
            if lows[1] != "night":
                return self._day(i, i + 2, base[1], "that-day")
            first = base[1] if base[1] != self.today else calendar.shift(base[1], -1)
            return Found(i, i + 2, (first, calendar.shift(first, 1)), "day", "that-night")
        if lows in (["the", "night", "before"], ["the", "previous", "night"]):
            return Found(i, i + 3, (calendar.shift(base[0], -1), base[0]), "day", "night-before")
        return None

    def _hour(self, i: int) -> int:
        """The token behind an hour at token `i`: `1700`, `9:30`, `10 am`, `1800 hours`; 0 where there is none."""
        if not self.start <= i < self.end or self.tokens[i].kind != "n":
            return 0
        end = i + 1
        if self._word(end) == ":" and i + 2 < self.end and self.tokens[i + 2].kind == "n":
            end = i + 3
        if not _CLOCK.fullmatch(self._raw(i, end).replace(" ", "")):
            return 0
        if self._word(end) in ("hours", "h", "hrs") and self._zone(end + 1):
            end += 1
        if self._word(end) in _HALVES:
            end += 1
        return end

    def _raw(self, i: int, end: int) -> str:
        return self.draft.text[self.tokens[i].start : self.tokens[end - 1].end]

    def _aside(self, i: int) -> int:
        """The token behind `(14:00 GMT)`, `(local time, UTC-5)`; `i` itself where no such brackets stand."""
        if self._word(i) != "(":
            return i
        for k in range(i + 1, min(i + _LONGEST_ASIDE, self.end)):
            if self._word(k) == ")":
                return k + 1 if self._zoned(i, k) else i
        return i

    def _zoned(self, i: int, end: int) -> bool:
        return any(self._zone(k) for k in range(i, end))

    def _day_at(self, i: int) -> Found | None:
        """The day named at token `i`."""
        if not self.start <= i < self.end:
            return None
        if self.tokens[i].kind == "n":
            return self._numeric(i) or self._day_month(i)
        word = self._word(i)
        if word in self.weekdays:
            return self._weekday(i)
        if word in ("today", "yesterday"):
            return self._plain(i, None)
        day = self._month(i) if word in self.months else None
        return day if day and day.precision == "day" else None

    def _past_hour(self, i: int) -> int:
        """The token of the day behind `noon Eastern time (1700 GMT) on November 8`; `i` itself where no hour stands."""
        end = i + 1 if self._word(i) in _NOONS else self._hour(i)
        if not end:
            return i
        end = self._aside(end + self._zone(end))
        end = end + (self._word(end) in ("on", ",", "of"))
        return end if self._day_at(end) else i
