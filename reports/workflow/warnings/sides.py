"""Who speaks of himself."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.models.vocabulary import DevelopmentType
from reports.workflow.weighing import Stance
from reports.workflow.weighing.statement import Event

from .scene import Scene

# Developments that are themselves a claim to ground; of others the numbers are warned of, not the sentence.
GROUND = {
    *(DevelopmentType.ADVANCE, DevelopmentType.CAPTURE, DevelopmentType.RECAPTURE, DevelopmentType.WITHDRAWAL),
}


def in_its_own_cause(scene: Scene) -> Iterator[tuple[int, str]]:
    """A side of the fight about the fight: its numbers, what it holds; else the ground that it says it took."""
    partial = [one for one in scene.own if one.stance == Stance.OWN_SIDE and not one.same_as]
    claims = [one for one in partial if not isinstance(one.says, Event)]
    told = {one.development for one in claims}
    sentences = [one for one in partial if isinstance(one.says, Event) and one.says.type in GROUND]
    for one in [*claims, *(one for one in sentences if one.claim not in told)]:
        yield one.claim, _("a side of the fight speaks in its own cause")
