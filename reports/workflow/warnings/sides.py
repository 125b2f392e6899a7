"""Who speaks of himself."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.models.vocabulary import DevelopmentType
from reports.workflow.weighing import Stance, Statement
from reports.workflow.weighing.statement import Event

from .scene import Scene

# Developments that are themselves a claim to ground; of others the numbers are warned of, not the sentence.
GROUND = {
    *(DevelopmentType.ADVANCE, DevelopmentType.CAPTURE, DevelopmentType.RECAPTURE, DevelopmentType.WITHDRAWAL),
}


def in_its_own_cause(scene: Scene) -> Iterator[tuple[int, str]]:
    """A side of the fight about the fight: its numbers, what it holds, the ground that it says it took."""
    for one in scene.own:
        if one.stance == Stance.OWN_SIDE and not one.same_as and _claims_something(one):
            yield one.claim, _("a side of the fight speaks in its own cause")


def _claims_something(one: Statement) -> bool:
    return not isinstance(one.says, Event) or one.says.type in GROUND
