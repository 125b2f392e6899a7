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
    return _same_days(one, other) and (_differ(one.says, other.says) or _differ(other.says, one.says))


def agree(one: Statement[Hold], other: Statement[Hold]) -> bool:
    mine, theirs = one.says, other.says
    if not _same_days(one, other) or mine.holder != theirs.holder:
        return False
    return mine.status == theirs.status or {mine.status, theirs.status} <= FIRMLY


def _differ(one: Hold, other: Hold) -> bool:
    if one.status in HELD and other.status in HELD:
        return one.holder is not None and other.holder is not None and one.holder != other.holder
    if one.status in HELD and other.status == ControlStatus.LEFT:
        return one.holder is not None and one.holder == other.holder
    return one.status in FIRMLY and other.status == ControlStatus.CONTESTED


def _same_days(one: Statement[Hold], other: Statement[Hold]) -> bool:
    return one.period[0] <= other.period[1] and other.period[0] <= one.period[1]
