"""A claim as it is weighed: what it is about, what it says, of which days, and on whose word. Plain data."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import inf
from pathlib import Path
from typing import Generic, TypeVar

from reports.models.vocabulary import ControlStatus, DevelopmentType, FigureKind, Modifier, Scope, Status, SubjectClass

NUMBERS = tomllib.loads(Path(__file__).with_name("numbers.toml").read_text("utf-8"))
ROUNDED: float = NUMBERS["rounded"]


class Stance(StrEnum):
    """How a source stands to what it says."""

    NEUTRAL = ""
    OWN_SIDE = "own side"
    AGAINST_INTEREST = "against interest"


@dataclass(frozen=True)
class Count:
    """What a figure says. An open bound is infinite; `said` is the number in the text."""

    kind: FigureKind
    scope: str
    low: float
    high: float
    said: float
    unit: str = ""
    people: SubjectClass = SubjectClass.UNSPECIFIED
    subject: str = ""
    denominator: str = ""

    @classmethod
    def of(cls, low: float | None, high: float | None, modifier: str = Modifier.EXACT, **fields) -> "Count":
        """From bounds as they are kept, of which one may be None; "about" and "almost" leave room on either side."""
        least, most = -inf if low is None else low, inf if high is None else high
        if modifier in {Modifier.APPROX, Modifier.ALMOST}:
            least, most = least * (1 - ROUNDED), most * (1 + ROUNDED)
        return cls(low=least, high=most, said=(low if low is not None else high) or 0, **fields)


@dataclass(frozen=True)
class Hold:
    """What a control claim says: who holds the one place it names, by the key of the group.

    `within` is that group with all that it is part of, and those who fight beside it on the front.
    """

    status: ControlStatus
    holder: int | None
    within: frozenset[int] = frozenset()

    @classmethod
    def of(cls, status: str, holder: int | None, within: Iterable[int] = ()) -> "Hold":
        return cls(ControlStatus(status), holder, frozenset(within) if holder is not None else frozenset())


@dataclass(frozen=True)
class Event:
    """What a development says: that something happened. It is held against nothing, but someone says it."""

    type: DevelopmentType


Says = TypeVar("Says", Count, Hold, Event)


@dataclass(frozen=True)
class Statement(Generic[Says]):
    """One figure, control claim or development. `claim` is its primary key, `origin` whose word it is (see `origins`).

    `days` are first and last, inclusive; None where no day is known; `is_dated` says whether
    the text tells them. `same_as` is the claim that it says again, `part_of` the total that it is a part of.
    """

    claim: int
    development: int
    says: Says
    front: int | None
    places: frozenset[str]
    origin: str
    days: tuple[date, date] | None
    reported_at: datetime
    stance: Stance = Stance.NEUTRAL
    unreliable: bool = False
    status: Status = Status.CURRENT
    same_as: int | None = None
    part_of: int | None = None
    is_dated: bool = True

    @property
    def period(self) -> tuple[date, date]:
        """Its days; a ValueError where none is known, which a statement with a topic never is."""
        if self.days is None:
            raise ValueError(f"claim {self.claim} has no day")
        return self.days

    @property
    def is_denied(self) -> bool:
        return self.status == Status.DENIED

    @property
    def may_be_revised(self) -> bool:
        """Whether a later word of the same origin takes its place; two counts of events may be of two events."""
        return not isinstance(self.says, Count) or self.says.scope != Scope.INCREMENTAL

    @property
    def topic(self) -> tuple | None:
        """What it may be compared under: statements of two topics never meet. None where it stands alone."""
        if (
            isinstance(self.says, Event)
            or self.front is None
            or self.days is None
            or self.status not in {Status.CURRENT, Status.DENIED}
        ):
            return None
        if isinstance(self.says, Hold):
            return (self.front, *sorted(self.places)) if self.places else None
        if self.part_of or self.same_as or self.says.kind not in COMPARABLE or not self.says.scope:
            return None
        return self.front, self.says.kind, self.says.scope, self.says.unit


COMPARABLE = set(FigureKind) - {FigureKind.OTHER, FigureKind.DISTANCE_KM, FigureKind.SETTLEMENTS}
TOLLS = {FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CAPTURED, FigureKind.MISSING}
ARMED = {SubjectClass.FIGHTERS, SubjectClass.SECURITY_FORCES}
