"""How old what stands on a page is, in whole days and plain words; what is old is greyed by one rule.

The age is reckoned against the moment that the reader looks at: today (UTC), of a front that is over its end or the
last report on it, or what the clocks are set to, whichever is first. So the same address says the same for a whole day.
"""

from dataclasses import dataclass
from datetime import UTC, date
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.models import Claim, Front
from reports.models.vocabulary import FigureKind

from .index import Index
from .past import Clock

HEARD, CONTROL = "heard", "control"
# Days after which a kind is old: levels that change from day to day first, what stays true for long last.
OLD_AFTER: dict[str, int] = {
    FigureKind.DISTANCE_KM: 3,
    FigureKind.PERCENT_TERRITORY: 7,
    CONTROL: 7,
    HEARD: 7,
    FigureKind.TRAPPED: 14,
    FigureKind.TROOPS: 14,
    FigureKind.STRIKES: 14,
    FigureKind.SETTLEMENTS: 14,
    FigureKind.OTHER: 14,
    FigureKind.KILLED: 30,
    FigureKind.WOUNDED: 30,
    FigureKind.CAPTURED: 30,
    FigureKind.MISSING: 30,
    FigureKind.DISPLACED: 30,
}
NAMES = {HEARD: gettext_lazy("Last heard of a front"), CONTROL: gettext_lazy("Who holds a place")}
WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 14, 60, 730  # days from which an age is told in the longer unit


class Until(StrEnum):
    """What an age is reckoned against."""

    TODAY = "today"
    LAST = "last"
    END = "end"
    PAST = "past"


_AT = {
    Until.TODAY: gettext_lazy("today"),
    Until.LAST: gettext_lazy("on the last day heard of"),
    Until.END: gettext_lazy("as the front ended"),
    Until.PAST: gettext_lazy("on that day"),
}
_BEFORE = {
    Until.TODAY: gettext_lazy("%(time)s old"),
    Until.LAST: gettext_lazy("%(time)s before the last report"),
    Until.END: gettext_lazy("%(time)s before the front ended"),
    Until.PAST: gettext_lazy("%(time)s before then"),
}


@dataclass(frozen=True)
class Age:
    """`day` is that of the number; `days` (none below zero) lie between it and the reference."""

    kind: str
    day: date
    days: int
    until: Until

    @property
    def old(self) -> bool:
        return self.days > OLD_AFTER[self.kind]

    @property
    def words(self) -> str:
        """ "6 days old", "3 weeks before the last report"; of what is heard "6 days ago"."""
        if self.days == 0:
            return str(_AT[self.until])
        words = _("%(time)s ago") if self.kind == HEARD and self.until == Until.TODAY else _BEFORE[self.until]
        return str(words) % {"time": span(self.days)}

    def __html__(self) -> SafeString:
        look = "age age--old" if self.old else "age"
        return format_html('<time class="{}" datetime="{}">{}</time>', look, self.day.isoformat(), self.words)

    __str__ = __html__


def age(kind: str, day: date, front: Front | None, index: Index, clock: Clock, by: date | None = None) -> Age:
    """The age of what was so on a day; of a front, or of none. `by` is a day that is looked at, where one is."""
    past = [at.date() for at in (clock.known, clock.desk) if at]  # never ahead of today
    reference, until = (min(past), Until.PAST) if past else (index.built.astimezone(UTC).date(), Until.TODAY)
    if front and front.ended and front.ended < reference:
        reference, until = front.ended, Until.END
        last = index.last_heard.get(front.pk)
        if kind != HEARD and last and last < reference:  # nobody filed to the end: what is old there says nothing
            reference, until = last, Until.LAST
    if by and by < reference:
        reference, until = by, Until.PAST
    return Age(kind, day, max(0, (reference - day).days), until)


def day_of(claim: Claim) -> date:
    """The last day that a claim speaks of; where it gives none, the day it was reported (UTC)."""
    return claim.date_end or timezone.localtime(claim.reported_at, UTC).date()


def rule() -> list[tuple[Any, int]]:
    """What is old after how many days, in readers' words, the shortest first."""
    names: dict[str, Any] = {**NAMES, **{kind.value: kind.label for kind in FigureKind}}
    return sorted(((names[kind], days) for kind, days in OLD_AFTER.items()), key=lambda pair: pair[1])


def span(days: int) -> str:
    """A stretch of time in its largest fitting unit."""
    if days < WEEKS_FROM:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if days < MONTHS_FROM:
        return ngettext("%(n)s week", "%(n)s weeks", days // 7) % {"n": days // 7}
    if days < YEARS_FROM:
        return ngettext("%(n)s month", "%(n)s months", days // 30) % {"n": days // 30}
    return ngettext("%(n)s year", "%(n)s years", days // 365) % {"n": days // 365}
