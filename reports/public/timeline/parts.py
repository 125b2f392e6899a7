"""What a timeline is drawn of. All numbers are pixels of an SVG (templates/public/partials/timeline.html)."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.public import words
from reports.public.kinds import LABELS, SHAPES

PAD, AXIS = 8, 34  # below a lane, above all lanes
NAME = 20  # the line at a lane's top that its name stands in, above its marks


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
    def sign(self) -> float:
        """The middle of its symbol, beside its name."""
        return self.top + NAME / 2 + 1

    @property
    def shape(self) -> str:
        return SHAPES[self.name]

    @property
    def inner(self) -> float:
        """Where its marks begin, below its name."""
        return self.top + NAME

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


def lanes() -> dict[str, Lane]:
    """An empty lane for each class of developments."""
    return {name: Lane(name, str(label)) for name, label in LABELS.items()}
