"""Whether a source speaks in its own cause, or against it. A party to a fight is believed more about its own losses.

A source without an affiliation is neutral here, which says nothing about how good it is (see `Source.reliability`); but
"the army" or "officials" without a name in the register speak for a side all the same, we only do not know which.
"""

from reports.models.vocabulary import ControlStatus, InvolvementRole, SourceKind, SubjectClass

from .origins import Parties, Sides, involves, is_in
from .statement import TOLLS, Count, Event, Hold, Stance

NOT_SOLDIERS = {
    *(SubjectClass.CIVILIANS, SubjectClass.CHILDREN, SubjectClass.WOMEN),
    *(SubjectClass.MEDICS, SubjectClass.JOURNALISTS),
}


SPEAK_FOR_A_SIDE = {
    *(SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.STATE_MEDIA, SourceKind.ARMED_GROUP_MEDIA),
}


def stance_of(
    says: Count | Hold | Event,
    side: int | None,
    sides: Sides,
    front: int | None,
    parties: Parties | None = None,
    unnamed_kind: str = "",
) -> Stance:
    """How a source that speaks for `side` (a group's key, or None) stands to a claim on a front.

    `parties` are those of its development. `unnamed_kind` is the kind of a source without a name.
    """
    parties = parties or {}
    if side is None:
        return Stance.OWN_SIDE if unnamed_kind in SPEAK_FOR_A_SIDE else Stance.NEUTRAL
    if isinstance(says, Hold):
        against = _yields(says, side, sides, front)
    else:
        against = isinstance(says, Count) and _own_losses(says, side, sides, parties)
    if against:
        return Stance.AGAINST_INTEREST
    is_party = sides.fights(side, front) or involves(sides, side, parties)
    if isinstance(says, Hold):
        is_party = is_party or sides.same(side, says.holder)
    return Stance.OWN_SIDE if is_party else Stance.NEUTRAL


def _yields(says: Hold, side: int, sides: Sides, front: int | None) -> bool:
    """It says that another, who is not on its side of the front, holds the place, or that it has left it itself."""
    if says.holder is None:
        return False
    if says.status == ControlStatus.LEFT:
        return sides.same(side, says.holder)
    ours = sides.same(side, says.holder) or side in sides.beside(says.holder, front)
    return says.status == ControlStatus.CONTROLLED and not ours


def _own_losses(says: Count, side: int, sides: Sides, parties: Parties) -> bool:
    return (
        says.kind in TOLLS
        and says.people not in NOT_SOLDIERS
        and is_in(sides, side, parties, InvolvementRole.TARGET)
        and not is_in(sides, side, parties, InvolvementRole.ACTOR)
    )
