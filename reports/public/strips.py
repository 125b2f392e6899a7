"""Fronts one above the other on one axis of days: developments a day, all to one scale, gaps left as gaps."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import words
from .filters import Filters
from .index.columns import day
from .timeline import HAPPENED, LONGEST

MOST = 12  # fronts: those of which most is told
COLUMN, HEIGHT = 10, 28  # of a day, in units of the drawing


@dataclass(frozen=True)
class Strip:
    """One front. `path` has an upright stroke for each day on which something happened; `told` says it in words."""

    slug: str
    name: str
    count: int
    path: str
    told: str


@dataclass(frozen=True)
class Strips:
    strips: list[Strip]
    first: date
    last: date
    most: int  # developments on the busiest day: the height of the drawing
    width: int
    height: int = HEIGHT


def strips(filters: Filters) -> Strips | None:
    """The fronts of what the filters leave, over its last days; None where there is nothing to compare."""
    index = filters.index
    links = index.fronts.take(filters.mask[index.fronts["at"]])
    last, status = (index.developments[name][links["at"]] for name in ("last", "status"))
    happened = np.isin(status, HAPPENED)
    fronts, ends = links["front"][happened], last[happened]
    if len(np.unique(fronts)) < 2:
        return None
    final = int(ends.max())
    first = max(int(ends.min()), final - LONGEST + 1)
    counts = {
        int(front): np.bincount(ends[(fronts == front) & (ends >= first)] - first, minlength=final - first + 1)
        for front in np.unique(fronts)
    }
    shown = sorted((pk for pk in counts if counts[pk].any()), key=lambda pk: (-counts[pk].sum(), pk))[:MOST]
    most = max(int(counts[pk].max()) for pk in shown)
    names = index.names
    drawn = [
        Strip(
            record.slug,
            names.shown("front", pk, record.name),
            int(counts[pk].sum()),
            _path(counts[pk], most),
            _told(counts[pk], first),
        )
        for pk, record in ((pk, names.fronts[pk]) for pk in shown)
    ]
    return Strips(drawn, day(first), day(final), most, (final - first + 1) * COLUMN)


def _path(counts: np.ndarray, most: int) -> str:
    return "".join(
        f"M{int(n) * COLUMN + COLUMN // 2} {HEIGHT}V{HEIGHT - max(3, round(HEIGHT * int(counts[n]) / most))}"
        for n in np.flatnonzero(counts)
    )


def _told(counts: np.ndarray, first: int) -> str:
    """On how many days, between which, and on which most."""
    days, busiest = np.flatnonzero(counts), int(counts.argmax())
    on = ngettext("on %(n)s day", "on %(n)s days", len(days)) % {"n": words.number(len(days))}
    period = words.period(day(first + int(days[0])), day(first + int(days[-1])))
    if len(days) == 1:
        return words.listed([on, period])
    most = {"most": words.number(int(counts[busiest])), "day": words.day(day(first + busiest))}
    return words.listed([on, _("%(period)s; most, %(most)s, on %(day)s") % ({"period": period} | most)])
