"""Two statements on who holds one place: whether both can hold, and whether they say the same.

Places change hands, so only statements whose days meet are held against each other.
"""

from reports.models.vocabulary import ControlStatus

from .statement import Hold, Statement

# Someone holds the place; "claimed" is the word of someone who says that he does.
HELD = {ControlStatus.CONTROLLED, ControlStatus.CLAIMED, ControlStatus.BESIEGED}
FIRMLY = {ControlStatus.CONTROLLED, ControlStatus.CLAIMED}


def contradict(one: Statement[Hold], other: Statement[Hold]) -> bool:
    """Two holders of one place; held and left by the same; in one hand and fought over."""
    return _same_days(one, other) and differ(one.says, other.says)


def agree(one: Statement[Hold], other: Statement[Hold]) -> bool:
    """Whether the two say the same of the same days; who is part of a holder, or fights beside it, holds it as well."""
    mine, theirs = one.says, other.says
    if not _same_days(one, other) or not _same_side(mine, theirs):
        return False
    return mine.status == theirs.status or {mine.status, theirs.status} <= FIRMLY


def differ(one: Hold, other: Hold) -> bool:
    """Whether both cannot hold on one day, whichever comes first."""
    return _differ(one, other) or _differ(other, one)


def _differ(one: Hold, other: Hold) -> bool:
    if one.status in HELD and other.status in HELD:
        return one.holder is not None and other.holder is not None and not _same_side(one, other)
    if one.status in HELD and other.status == ControlStatus.LEFT:
        return one.holder is not None and one.holder == other.holder
    return one.status in FIRMLY and other.status == ControlStatus.CONTESTED


def _same_side(one: Hold, other: Hold) -> bool:
    """Whether the holders are one group, or one is part of the other or fights beside it: the police are the
    government's, and a town that its ally took is not lost to it."""
    return one.holder == other.holder or one.holder in other.within or other.holder in one.within


def _same_days(one: Statement[Hold], other: Statement[Hold]) -> bool:
    return one.period[0] <= other.period[1] and other.period[0] <= one.period[1]
