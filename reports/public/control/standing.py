"""What stands of the words on one place, and what they come to: a rule that readers can look up (/method/#control).

A later word takes the place of an earlier one with which it cannot hold. A side's word in its own cause does so only
once the earlier one is old: till then both stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reports.models import ControlClaim
from reports.models.vocabulary import ControlStatus, Grade
from reports.public import ages
from reports.public.sentences import Cut, cut
from reports.workflow.weighing import Stance, Weighed
from reports.workflow.weighing.controls import HELD, differ

# What the words on a place may come to, in the order of legends. Who left a place does not tell who holds it.
STATES = [
    *(ControlStatus.CONTROLLED, ControlStatus.CLAIMED, ControlStatus.CONTESTED),
    *(ControlStatus.BESIEGED, ControlStatus.UNKNOWN),
]
FRESH = ages.OLD_AFTER[ages.CONTROL]  # days


@dataclass(frozen=True)
class Statement:
    """One source on one place."""

    claim: ControlClaim
    since: str
    said_by: str
    reported: str
    url: str
    weighed: Weighed

    @property
    def cut(self) -> Cut:
        """The sentence, its words on the place marked."""
        return cut(self.claim.sentence, self.claim.development.claim, self.claim.claim)  # type: ignore[attr-defined]

    @property
    def status(self) -> str:
        return self.claim.control_status

    @property
    def is_own_word(self) -> bool:
        """Whether it is no more than the word of a side in its own cause, or of nobody who is believed."""
        own = self.weighed.stance == Stance.OWN_SIDE or self.weighed.grade == Grade.DISCOUNTED
        return own or self.status == ControlStatus.CLAIMED


@dataclass(frozen=True)
class Standing:
    """What the statements on a place come to. `sides` (the newest word first) and `besieger` are keys of groups."""

    state: ControlStatus
    sides: tuple[int, ...] = ()
    besieger: int | None = None


def stands(said: Sequence[Statement]) -> list[Statement]:
    """Those of a place that no later one has taken the place of; `said` is newest first."""
    return [
        one
        for n, one in enumerate(said)
        if not one.weighed.revised and not any(_takes_its_place(later, one) for later in said[:n])
    ]


def standing(said: Sequence[Statement]) -> Standing:
    """What the statements on a place come to."""
    stand = stands(said)
    unseen = _unseen_rivals(stand, {one.claim.pk for one in said})
    sides = tuple(dict.fromkeys([*_sides(stand), *unseen]))
    besieged = [one for one in stand if one.status == ControlStatus.BESIEGED]
    besieger = next((one.claim.contender_id for one in besieged), None)
    pairs = combinations((one.weighed.statement.says for one in stand), 2)
    if any(one.status == ControlStatus.CONTESTED for one in stand) or unseen or any(differ(*pair) for pair in pairs):
        return Standing(ControlStatus.CONTESTED, sides, besieger)
    if besieged:
        return Standing(ControlStatus.BESIEGED, sides, besieger)
    if not sides:
        return Standing(ControlStatus.UNKNOWN)
    claimed = all(one.is_own_word for one in stand if one.status in HELD)
    return Standing(ControlStatus.CLAIMED if claimed else ControlStatus.CONTROLLED, sides)


def _takes_its_place(later: Statement, earlier: Statement) -> bool:
    new, old = later.weighed.statement, earlier.weighed.statement
    if not differ(new.says, old.says):
        return False
    apart = (new.period[0] - old.period[1]).days
    return apart > (FRESH if later.is_own_word else 0)


def _sides(stand: Sequence[Statement]) -> Iterator[int]:
    """Who holds it or fights over it, by those who say so."""
    for one in stand:
        holder, contender = one.claim.holder_id, one.claim.contender_id
        if holder and (one.status in HELD or one.status == ControlStatus.CONTESTED):
            yield holder
        if contender and one.status == ControlStatus.CONTESTED:
            yield contender


def _unseen_rivals(stand: Sequence[Statement], seen: set[int]) -> list[int]:
    """Other holders, on the word of those whom the filters leave out: what they contradict is not agreed on."""
    rivals = [rival for one in stand for rival in one.weighed.rivals if rival.claim not in seen]
    return [rival.says.holder for rival in rivals if rival.says.status in HELD and rival.says.holder]
