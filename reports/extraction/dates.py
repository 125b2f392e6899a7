"""Find dates and periods, and resolve them against the report's own day.

Needs tokens and sentences; gives `dates`. Each reader looks at the tokens from `i` on and returns how many it took.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from . import calendar
from .calendar import Period
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token
from .numbers import quantities, small_number

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:]?[0-5]\d|(?:[01]?\d|2[0-3])")
_BACK = frozenset(["past", "last", "previous", "preceding"])


@dataclass(slots=True)
class Found:
    """What one reader saw: tokens `[begin, end)`, the period, and how exact it is."""

    begin: int
    end: int
    period: Period | None
    precision: str
    rule: str
    since: bool = False


def find_dates(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.dates`."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder:
    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        words = lexicon["calendar"]
        self.draft, self.tokens = draft, draft.tokens
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
        self.start = self.end = 0
        self.ahead = False

    def sentence(self, number: int, sentence: Sentence) -> None:
        self.start, self.end = sentence.first, sentence.last
        self.ahead = False
        self.caps = sentence.caps
        here: Period | None = None
        i = self.start
        while i < self.end:
            if self.tokens[i].low in self.future:
                self.ahead = True
            found = self._at(i, here)
            if found is None:
                i += 1
                continue
            self._keep(found, number)
            here = found.period or here
            i = max(found.end, i + 1)

    def _keep(self, found: Found, number: int) -> None:
        first, last = self.tokens[found.begin], self.tokens[found.end - 1]
        start, end = found.period or (None, None)
        if start and end and start > end:
            start, end = end, start
        self.draft.dates.append(
            DateMention(
                first.start,
                last.end,
                self.draft.text[first.start : last.end],
                start,
                end,
                found.precision,
                found.rule,
                None,
                number,
                found.begin,
                found.end,
                found.since,
            )
        )
        self.last = found.period or self.last
        if start and self.today and (found.since or self._after_since(found.begin)):
            self.draft.dates[-1].since = True
            self.running = (start, max(start, self.today))

    def _after_since(self, i: int) -> bool:
        """`since the offensive began on`: the day is a beginning."""
        for j in range(i - 1, max(self.start, i - 16) - 1, -1):
            if self.tokens[j].low == "since":
                return True
            if self.tokens[j].kind == "p" and self.tokens[j].low != "'s":
                return False
        return False

    # ---- the readers, most specific first

    def _at(self, i: int, here: Period | None) -> Found | None:
        token = self.tokens[i]
        low = token.low
        if token.kind == "n":
            return self._clock(i, here) or self._numeric(i) or self._day_month(i) or self._year(i) or self._ago(i)
        if found := self._around(i, here):
            return found
        if low == "since":
            return self._since(i, here)
        if low in ("the", "in", "over", "during", "within", "for", "these", "by", "at"):
            if found := self._span_back(i) or self._boundary(i) or self._same_period(i):
                return found
        if (low in _BACK or low in ("this", "next")) and (found := self._relative(i)):
            return found
        if found := self._part(i):
            return found
        if low in self.months or low.rstrip(".") in self.months:
            return self._month(i)
        if low in self.weekdays and (token.capital or len(low) > 5):
            return self._weekday(i)
        if low in self.seasons:
            return self._season(i)
        return self._plain(i, here) or self._ago(i)

    def _word(self, i: int) -> str:
        return self.tokens[i].low if self.start <= i < self.end else ""

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

    def _zone(self, i: int) -> int:
        """How many tokens name a time zone from `i` on."""
        word = self._word(i).replace(".", "")
        if word in ("gmt", "utc", "z", "zulu", "msk", "cet", "cest", "eet", "eest", "bst", "est", "edt", "et"):
            return 2 if self._word(i + 1) == "time" else 1
        if word == "local" and self._word(i + 1) == "time":
            return 2
        if self._word(i + 1) == "time" and word in self.zones:
            return 2
        if self._word(i + 2) == "time" and f"{word} {self._word(i + 1)}" in self.zones:
            return 3
        return 0

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

    def _day(self, begin: int, end: int, day: dt.date | None, rule: str = "day") -> Found | None:
        return Found(begin, end, (day, day), "day", rule) if day else None

    def _day_month(self, i: int) -> Found | None:
        """`14 November 2023`, `15th of May`, `3-7 March`, `12 and 14 May`."""
        first = _day_number(self.tokens[i])
        if not first:
            return None
        j, second = i + 1, None
        if self._word(j) in ("-", "–", "—", "and", "to") and j + 1 < self.end:
            second = _day_number(self.tokens[j + 1])
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

    def _month_day(self, i: int, j: int, month: int, first: int, second: int | None, year: int | None) -> Found | None:
        start = self._resolve(month, first, year)
        if start is None:
            return (
                Found(i, j, None, "day", "day-of-month")
                if not self.today and calendar.make(2000, month, first)
                else None
            )
        end = calendar.make(start.year, month, second) if second else start
        return Found(i, j, (start, end or start), "day", "day-of-month")

    def _resolve(self, month: int, day: int, year: int | None) -> dt.date | None:
        if year:
            return calendar.make(year, month, day)
        if self.today is None:
            return None
        return calendar.nearest_year(month, day, self.today, ahead=self.ahead)

    def _year_after(self, j: int) -> tuple[int | None, int]:
        """A year from token `j` on: `, 2014`, `2014`, `last year`, `this year`, `87`."""
        k = j + 1 if self._word(j) == "," else j
        if k < self.end and self.tokens[k].kind == "n":
            text = self.tokens[k].text
            if len(text) == 4 and text.isascii() and text.isdecimal() and "1900" <= text <= "2099":
                return int(text), k + 1
            if k == j and len(text) == 2 and text.isascii() and text.isdecimal() and self.caps:
                return (1900 if int(text) > 40 else 2000) + int(text), k + 1
        if self.today and self._word(j + 1) == "year" and self._word(j) in ("last", "this", "next"):
            return self.today.year + {"last": -1, "this": 0, "next": 1}[self._word(j)], j + 2
        return None, j

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
        first = _day_number(self.tokens[j]) if j < self.end else None
        if (
            first
            and j + 1 < self.end
            and self.tokens[j + 1].low in ("hospital", "street", "square", "brigade", "movement", "bridge", "mosque")
        ):
            return None
        if first:
            k, second = j + 1, None
            if self._word(k) in ("-", "–", "—", "to", "and") and k + 1 < self.end:
                second = _day_number(self.tokens[k + 1])
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

    def _verbal(self, i: int) -> bool:
        """`and may reach`, `to march on`: a verb, not a month."""
        return not self.tokens[i].capital or (self.caps and self._word(i - 1) in ("to", "and"))

    def _month_year(self, number: int, before: str) -> int:
        assert self.today
        year = self.today.year
        if before == "next" or ((self.ahead or before in ("until", "till", "by")) and number >= self.today.month):
            return year if number >= self.today.month else min(year + 1, dt.MAXYEAR)
        if number > self.today.month or (before == "last" and number == self.today.month):
            return max(year - 1, dt.MINYEAR)
        return year

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
            if j + 1 < self.end and self._word(j - 1) not in ("of", "last") and _day_number(self.tokens[j + 1]):
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

    def _week(self, weeks: int) -> Period:
        """The week that the report's head names as its own, or the one of its day; `weeks` away."""
        assert self.today
        own = next(
            (
                d
                for d in self.draft.dates[:5]
                if d.sentence < 4 and d.date_start and d.date_end and 3 < (d.date_end - d.date_start).days < 9
            ),
            None,
        )
        if own is None or own.date_start is None or own.date_end is None:
            return calendar.week(self.today, weeks)
        return calendar.shift(own.date_start, 7 * weeks), calendar.shift(own.date_end, 7 * weeks)

    def _morning(self) -> bool:
        """The report stands as of a morning hour: its past day is yesterday."""
        clock = next((d for d in self.draft.dates if d.precision == "hour" and d.sentence < 4), None)
        return clock is not None and re.match(r"0\d", clock.text) is not None

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
            return Found(i, i + 2, calendar.month(day.year, day.month), "month", "month-away")
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


def _precision(unit: int) -> str:
    return {7: "week", 14: "week", 30: "month", 365: "year", 3650: "year"}.get(unit, "day")


def _day_number(token: Token) -> int | None:
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
