"""The timeline: days as columns, developments as marks by class, uncertain days as soft bars, silence hatched.

All numbers are pixels of an SVG drawn by `templates/public/partials/timeline.html`; nothing here is HTML.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.models import Development
from reports.models.vocabulary import DatePrecision, Status

from . import words
from .features import sentence_url
from .kinds import LABELS, SHAPES, class_of

LONGEST = 92  # days drawn; what lies before them is told in words
WIDTH = 1030  # of the days; the names of the lanes stand beside them and stay when the days scroll
NARROWEST, WIDEST = 11, 64  # a day's column
STEP, PAD, AXIS = 15, 8, 34  # between marks of a column, around a lane, above all lanes
HAPPENED = {Status.CURRENT, Status.BACKGROUND}  # what is announced may lie far ahead, and draws no axis
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

    @property
    def shape(self) -> str:
        return SHAPES[self.name]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass
class Timeline:
    days: list[Day]
    lanes: list[Lane]
    column: float
    width: float
    height: float
    silent: int
    earlier: int
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


def timeline(developments: Iterable[Development], heard: Iterable[date]) -> Timeline | None:
    """The drawing for developments as `sentences.listed` loads them; None where there are none.

    `heard` are the days on which anything was reported: a day that is neither heard nor told of is silent.
    """
    told = [one for one in developments if one.claim.date_start and one.claim.date_end]
    if not told:
        return None
    happened = [_end(one) for one in told if one.claim.status in HAPPENED]
    last = max([*heard, *happened] or [_end(one) for one in told])
    first = max(min([last, *(_first_day(one) for one in told)]), last - timedelta(days=LONGEST - 1))
    shown = [one for one in told if _end(one) >= first and _start(one) <= last]
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    column = min(WIDEST, max(NARROWEST, WIDTH / len(days)))
    lanes = _lanes(shown, first, last, column)
    noisy = set(heard) | {_end(one) for one in shown}
    return Timeline(
        days=[_day(day, n * column, column, day not in noisy, n == 0) for n, day in enumerate(days)],
        lanes=lanes,
        column=column,
        width=column * len(days),
        height=lanes[-1].top + lanes[-1].height,
        silent=sum(day not in noisy for day in days),
        earlier=sum(_end(one) < first for one in told),
        first=first,
        last=last,
    )


def _first_day(development: Development) -> date:
    """Its day; of a long span only the end, so that "since May 2015" does not make every column a hair."""
    start, end = _start(development), _end(development)
    return start if (end - start).days < LONGEST else end


def _start(development: Development) -> date:
    return cast(date, development.claim.date_start)


def _end(development: Development) -> date:
    return cast(date, development.claim.date_end)


def _day(day: date, x: float, column: float, silent: bool, is_first: bool) -> Day:
    label = str(day.day) if column >= 22 or day.weekday() == 0 else ""
    month = words.formats.date_format(day, "F Y") if is_first or day.day == 1 else ""
    return Day(x, day, label, month, silent, centre=x + column / 2, ruled=bool(label))


def _lanes(developments: list[Development], first: date, last: date, column: float) -> list[Lane]:
    lanes = {name: Lane(name, str(label)) for name, label in LABELS.items()}
    top: float = AXIS
    for name, lane in lanes.items():
        mine = [one for one in developments if class_of(one.type) == name]
        if not mine and name == "other":
            continue
        lane.top = top
        _fill(lane, mine, first, last, column)
        top += lane.height
    return [lane for lane in lanes.values() if lane.height]


def _fill(lane: Lane, developments: list[Development], first: date, last: date, column: float) -> None:
    """Stack the exact ones of a day upon each other, side by side where the column is wide; bars lie beneath."""
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
    for day, several in by_day.items():
        x = (day - first).days * column
        for number, one in enumerate(sorted(several, key=lambda one: one.claim.start)):
            row, place = divmod(number, abreast)
            in_row = min(abreast, len(several) - row * abreast)
            centre = x + column / 2 + (place - (in_row - 1) / 2) * STEP
            y = lane.top + PAD + STEP / 2 + row * STEP
            lane.marks.append(Mark(centre, y, SHAPES[lane.name], _label(one), *_identity(one)))
    bottom = lane.top + PAD + rows * STEP
    for number, one in enumerate(sorted(spans, key=lambda one: (_start(one), _end(one)))):
        start = max(first, _start(one))
        width = ((min(_end(one), last) - start).days + 1) * column
        x = (start - first).days * column
        lane.bars.append(Bar(x + 1, bottom + 2 + number * 12, width - 2, _label(one), *_identity(one)))
    lane.height = max(34, PAD * 2 + rows * STEP + len(spans) * 12)


def _label(development: Development) -> str:
    sentence = development.sentence  # type: ignore[attr-defined]
    short = sentence if len(sentence) < 160 else f"{sentence[:157].rsplit(' ', 1)[0]} …"
    return f"{development.get_type_display()}, {words.when(development.claim)}: {short}"


def _identity(development: Development) -> tuple[str, str, str]:
    places = " ".join(location.claim.public_id for location in development.public_locations)  # type: ignore[attr-defined]
    claim = development.claim
    return sentence_url(claim.report, claim), claim.public_id, places
