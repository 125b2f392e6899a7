"""The timeline: days as columns, developments as marks by class, uncertain days as soft bars, silence hatched.

Where there are more than can be told apart, a day's developments of one class are drawn as one heap, as high as they
are many. All numbers are pixels of an SVG drawn by `templates/public/partials/timeline.html`; nothing here is HTML.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.models import Development
from reports.models.vocabulary import DatePrecision, Status

from . import words
from .features import sentence_url, spots_of
from .filters import Filters
from .index.columns import STATUSES, day
from .index.spots import CLASS_OF_TYPE, NAMES
from .kinds import LABELS, SHAPES, class_of

LONGEST = 92  # days drawn; what lies before them is told in words
WIDTH = 1030  # of the days; the names of the lanes stand beside them and stay when the days scroll
NARROWEST, WIDEST = 11, 64  # a day's column
STEP, PAD, AXIS = 15, 8, 34  # between marks of a column, around a lane, above all lanes
MARKS = 300  # as many can be told apart; of more, days are drawn as heaps
HEAP = 60  # the height of the highest heap
DAY_OF_MICROSECONDS = 86_400_000_000
EPOCH = date(1970, 1, 1).toordinal()
# What is announced may lie far ahead, and draws no axis.
HAPPENED = [STATUSES.index(Status.CURRENT), STATUSES.index(Status.BACKGROUND)]
EXACT = {DatePrecision.HOUR, DatePrecision.DAY}


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    shape: str
    label: str
    url: str
    id: str
    places: str


@dataclass(frozen=True)
class Bar:
    """A development of which only a span of days is known."""

    x: float
    y: float
    width: float
    label: str
    url: str
    id: str
    places: str


@dataclass(frozen=True)
class Heap:
    """The developments of one class on one day; `soft` is the height of those whose span of days holds this one."""

    x: float
    y: float
    width: float
    height: float
    soft: float
    soft_y: float
    label: str
    url: str


@dataclass(frozen=True)
class Day:
    x: float
    day: date
    label: str
    month: str
    silent: bool
    centre: float
    ruled: bool


@dataclass
class Lane:
    name: str
    label: str
    top: float = 0
    height: float = 0
    marks: list[Mark] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    heaps: list[Heap] = field(default_factory=list)

    @property
    def shape(self) -> str:
        return SHAPES[self.name]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height - PAD


@dataclass
class Timeline:
    days: list[Day]
    lanes: list[Lane]
    column: float
    width: float
    height: float
    silent: int
    earlier: int
    drawn: int
    later: int
    first: date
    last: date

    @property
    def plot(self) -> float:
        """The height of the lanes, below the days."""
        return self.height - AXIS

    @property
    def summary(self) -> str:
        span = words.period(self.first, self.last)
        silent = ngettext("%(n)s day without a report", "%(n)s days without a report", self.silent) % {"n": self.silent}
        return _("%(span)s; %(silent)s") % {"span": span, "silent": silent}


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


def timeline(filters: Filters, heard: set[int]) -> Timeline | None:
    """The drawing of what the filters leave; None where that is nothing.

    `heard` are the days (ordinals) on which anything was reported: a day neither heard nor told of is silent.
    """
    told = filters.index.developments.take(filters.mask)
    if not len(told):
        return None
    window = _window(told["first"], told["last"], told["status"], heard)
    shown = (told["last"] >= window.first) & (told["first"] <= window.last)
    if shown.sum() > MARKS:
        lanes = _heaped(told.take(shown), window, filters)
    else:
        lanes = _marked(filters.index.moment.developments(told["pk"][shown]), window)
    noisy = heard | set(told["last"][shown].tolist())
    days = [_day(n, window, n not in noisy) for n in range(window.first, window.last + 1)]
    return Timeline(
        days=days,
        lanes=lanes,
        column=window.column,
        width=window.column * len(window),
        height=lanes[-1].top + lanes[-1].height,
        silent=sum(one.silent for one in days),
        earlier=int((told["last"] < window.first).sum()),
        drawn=int(shown.sum()),
        later=int((told["first"] > window.last).sum()),
        first=day(window.first),
        last=day(window.last),
    )


def heard_on(filters: Filters) -> set[int]:
    """The days (ordinals) on which reports spoke of what the page stands for, whatever else was chosen."""
    reported = filters.index.developments["reported"][filters.whole]
    return set((np.unique(reported // DAY_OF_MICROSECONDS) + EPOCH).tolist())


def _window(start: np.ndarray, end: np.ndarray, status: np.ndarray, heard: set[int]) -> Window:
    """Up to the last day that was told of or heard on. A long span counts by its end, so that "since May 2015" does not
    make every column a hair."""
    happened = end[np.isin(status, HAPPENED)]
    last = max([*heard, *([happened.max()] if len(happened) else [])] or [end.max()])
    starts = np.where(end - start < LONGEST, start, end)
    return Window(int(max(min(last, starts.min()), last - LONGEST + 1)), int(last))


def _day(ordinal: int, window: Window, silent: bool) -> Day:
    one, column, x = day(ordinal), window.column, window.x(ordinal)
    label = str(one.day) if column >= 22 or one.weekday() == 0 else ""
    month = words.formats.date_format(one, "F Y") if ordinal == window.first or one.day == 1 else ""
    return Day(x, one, label, month, silent, centre=x + column / 2, ruled=bool(label))


# --- Days as heaps ----------------------------------------------------------------------------------------------------


def _heaped(told, window: Window, filters: Filters) -> list[Lane]:
    """A column for each day and class, all to one scale."""
    kind = CLASS_OF_TYPE[told["type"]]
    exact = told["exact"]
    size = (len(NAMES), len(window))
    counts = np.zeros(size, dtype=np.int64)
    np.add.at(counts, (kind[exact], told["last"][exact] - window.first), 1)
    starts, ends = np.zeros((size[0], size[1] + 1), dtype=np.int64), np.zeros((size[0], size[1] + 1), dtype=np.int64)
    first, last = (np.clip(told[name][~exact], window.first, window.last) - window.first for name in ("first", "last"))
    np.add.at(starts, (kind[~exact], first), 1)
    np.add.at(ends, (kind[~exact], last + 1), 1)
    spans = np.cumsum(starts - ends, axis=1)[:, :-1]
    scale = HEAP / max(1, counts.max(), spans.max())
    lanes = {name: Lane(name, str(label)) for name, label in LABELS.items()}
    top = float(AXIS)
    for number, (name, lane) in enumerate(lanes.items()):
        if name == "other" and not counts[number].any() and not spans[number].any():
            continue
        lane.top, lane.height = top, HEAP + 2 * PAD
        lane.heaps = _heaps(lane, counts[number], spans[number], scale, window, filters)
        top += lane.height
    return [lane for lane in lanes.values() if lane.height]


def _heaps(lane: Lane, counts, spans, scale: float, window: Window, filters: Filters) -> list[Heap]:
    heaps = []
    for n in np.flatnonzero(counts | spans):
        ordinal = window.first + int(n)
        height = max(2.0, float(counts[n]) * scale) if counts[n] else 0.0
        heaps.append(
            Heap(
                x=window.x(ordinal) + 1,
                y=lane.bottom - height,
                width=window.column - 2,
                height=height,
                soft=float(spans[n]) * scale,
                soft_y=lane.bottom - float(spans[n]) * scale,
                label=_heap_label(lane.label, day(ordinal), int(counts[n]), int(spans[n])),
                url=filters.url_of_day(day(ordinal)),
            )
        )
    return heaps


def _heap_label(kind: str, when: date, count: int, spans: int) -> str:
    told = ngettext("%(n)s development", "%(n)s developments", count) % {"n": words.number(count)}
    said = _("%(kind)s, %(day)s: %(told)s") % {"kind": kind, "day": words.day(when), "told": told}
    if not spans:
        return said
    more = ngettext("%(n)s more within several days", "%(n)s more within several days", spans)
    return f"{said}; {more % {'n': words.number(spans)}}"


# --- Days as marks ----------------------------------------------------------------------------------------------------


def _marked(developments: list[Development], window: Window) -> list[Lane]:
    lanes = {name: Lane(name, str(label)) for name, label in LABELS.items()}
    top = float(AXIS)
    for name, lane in lanes.items():
        mine = [one for one in developments if class_of(one.type) == name]
        if not mine and name == "other":
            continue
        lane.top = top
        _fill(lane, mine, window)
        top += lane.height
    return [lane for lane in lanes.values() if lane.height]


def _start(development: Development) -> date:
    return cast(date, development.claim.date_start)


def _end(development: Development) -> date:
    return cast(date, development.claim.date_end)


def _fill(lane: Lane, developments: list[Development], window: Window) -> None:
    """Stack the exact ones of a day upon each other, side by side where the column is wide; bars lie beneath."""
    column = window.column
    first, last = day(window.first), day(window.last)
    by_day: dict[date, list[Development]] = defaultdict(list)
    spans = []
    for one in developments:
        exact = _start(one) == _end(one) and one.claim.date_precision in EXACT
        if exact:
            by_day[_end(one)].append(one)
        else:
            spans.append(one)
    abreast = max(1, int(column // STEP))
    rows = max((-(-len(several) // abreast) for several in by_day.values()), default=0)
    for when, several in by_day.items():
        x = window.x(when.toordinal())
        for number, one in enumerate(sorted(several, key=lambda one: one.claim.start)):
            row, place = divmod(number, abreast)
            in_row = min(abreast, len(several) - row * abreast)
            centre = x + column / 2 + (place - (in_row - 1) / 2) * STEP
            y = lane.top + PAD + STEP / 2 + row * STEP
            lane.marks.append(Mark(centre, y, SHAPES[lane.name], _label(one), *_identity(one)))
    bottom = lane.top + PAD + rows * STEP
    for number, one in enumerate(sorted(spans, key=lambda one: (_start(one), _end(one)))):
        start = max(first, _start(one))
        width = (min(_end(one), last) - start + timedelta(days=1)).days * column
        x = window.x(start.toordinal())
        lane.bars.append(Bar(x + 1, bottom + 2 + number * 12, width - 2, _label(one), *_identity(one)))
    lane.height = max(34, PAD * 2 + rows * STEP + len(spans) * 12)


def _label(development: Development) -> str:
    sentence = development.sentence  # type: ignore[attr-defined]
    short = sentence if len(sentence) < 160 else f"{sentence[:157].rsplit(' ', 1)[0]} …"
    return f"{development.get_type_display()}, {words.when(development.claim)}: {short}"


def _identity(development: Development) -> tuple[str, str, str]:
    claim = development.claim
    return sentence_url(claim.report, claim), claim.public_id, spots_of(development)
