"""Arithmetic of days: weekdays before a day, months around it, parts of months. No text here."""

from __future__ import annotations

import datetime as dt

Period = tuple[dt.date, dt.date]
DAY = dt.timedelta(days=1)


def month(year: int, number: int) -> Period:
    """The first and the last day of a month."""
    first = dt.date(year, number, 1)
    after = dt.date(year + number // 12, number % 12 + 1, 1) if year < dt.MAXYEAR else dt.date(year, number, 28)
    return first, after - DAY


def year(number: int) -> Period:
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def part_of_month(period: Period, part: str) -> Period:
    """Early, mid and late: days 1-10, 11-20, 21 to the end; "end" is the last day."""
    first, last = period
    if part == "early":
        return first, first.replace(day=10)
    if part == "mid":
        return first.replace(day=11), first.replace(day=20)
    if part == "late":
        return first.replace(day=21), last
    return last, last


def weekday(number: int, today: dt.date, *, ahead: bool = False) -> dt.date:
    """The last such weekday up to `today`, or with `ahead` the first one after it."""
    if ahead:
        return shift(today, (number - today.weekday() - 1) % 7 + 1)
    return shift(today, -((today.weekday() - number) % 7))


def week(today: dt.date, weeks: int = 0) -> Period:
    """Monday to Sunday of the week `weeks` away."""
    monday = shift(today, -today.weekday() + 7 * weeks)
    return monday, shift(monday, 6)


def shift(day: dt.date, days: int) -> dt.date:
    """A day so many days away, kept within the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


def months_away(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or its last day."""
    index = day.year * 12 + day.month - 1 + months
    if not dt.MINYEAR * 12 <= index < dt.MAXYEAR * 12:
        return day
    first, last = month(index // 12, index % 12 + 1)
    return min(last, first + (day.day - 1) * DAY)


def make(year_: int, month_: int, day_: int) -> dt.date | None:
    """The day, or None where there is no such day."""
    try:
        return dt.date(year_, month_, day_)
    except ValueError:
        return None


def nearest_year(month_: int, day_: int, today: dt.date, *, ahead: bool = False) -> dt.date | None:
    """A day without a year: the last one up to `today` (with a week's grace), or the next one."""
    this = make(today.year, month_, day_)
    if ahead:
        return this if this and this >= shift(today, -14) else make(min(today.year + 1, dt.MAXYEAR), month_, day_)
    if this and this <= shift(today, 7):
        return this
    return make(max(today.year - 1, dt.MINYEAR), month_, day_)
