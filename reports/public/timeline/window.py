"""Which days a timeline draws, how wide, and what stands above them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from reports.models.vocabulary import Status
from reports.public import words
from reports.public.filters import Filters
from reports.public.index.columns import STATUSES, day

from .parts import Day

LONGEST = 92  # days drawn; what lies before them is told in words
WIDTH = 1180  # of the days; the names of the lanes lie over them and stay when the days scroll
NARROWEST, WIDEST = 11, 64  # a day's column
MONTH = 120  # the room that a month's name takes
DAY_OF_MICROSECONDS = 86_400_000_000
EPOCH = date(1970, 1, 1).toordinal()
# What is announced may lie far ahead, and draws no axis.
HAPPENED = [STATUSES.index(Status.CURRENT), STATUSES.index(Status.BACKGROUND)]


@dataclass(frozen=True)
class Window:
    """The days drawn, as ordinals, both inclusive."""

    first: int
    last: int

    @property
    def column(self) -> float:
        return min(WIDEST, max(NARROWEST, WIDTH / len(self)))

    def __len__(self) -> int:
        return self.last - self.first + 1

    def x(self, ordinal: int) -> float:
        return (ordinal - self.first) * self.column

    @classmethod
    def of(cls, start: np.ndarray, end: np.ndarray, status: np.ndarray, heard: set[int]) -> "Window":
        """Up to the last day that was told of or heard on. A long span counts by its end, so that "since May 2015" does
        not make every column a hair."""
        happened = end[np.isin(status, HAPPENED)]
        last = max([*heard, *([happened.max()] if len(happened) else [])] or [end.max()])
        starts = np.where(end - start < LONGEST, start, end)
        return cls(int(max(min(last, starts.min()), last - LONGEST + 1)), int(last))

    def days(self, noisy: set[int]) -> list[Day]:
        """The columns; those that are not among the noisy days are silent."""
        return [self._day(n, n not in noisy) for n in range(self.first, self.last + 1)]

    def _day(self, ordinal: int, silent: bool) -> Day:
        one, x = day(ordinal), self.x(ordinal)
        label = str(one.day) if self.column >= 22 or one.weekday() == 0 else ""
        month = words.formats.date_format(one, "F Y") if self._begins_month(ordinal) else ""
        return Day(x, one, label, month, silent, centre=x + self.column / 2, ruled=bool(label))

    def _begins_month(self, ordinal: int) -> bool:
        """A month is named at its first day, and at the first day of all where the next one's name leaves it room."""
        if ordinal != self.first or day(ordinal).day == 1:
            return day(ordinal).day == 1
        near = range(ordinal + 1, min(self.last, ordinal + int(MONTH / self.column)) + 1)
        return not any(day(n).day == 1 for n in near)


def heard_on(filters: Filters) -> set[int]:
    """The days (ordinals) on which reports spoke of what the page stands for, whatever else was chosen."""
    reported = filters.index.developments["reported"][filters.whole]
    return set((np.unique(reported // DAY_OF_MICROSECONDS) + EPOCH).tolist())
