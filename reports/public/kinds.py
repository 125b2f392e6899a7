"""The four classes in which developments are drawn, each with a shape of its own. `static/js/map/kinds.js` draws the
same on the map; a test holds the two together."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.models.vocabulary import DevelopmentType as T

CLASSES: dict[str, tuple[str, ...]] = {
    "battle": (T.ADVANCE, T.CAPTURE, T.RECAPTURE, T.WITHDRAWAL, T.CLASH, T.SIEGE, T.DEPLOYMENT),
    "strike": (T.AIRSTRIKE, T.SHELLING, T.BOMBING),
    "people": (T.DISPLACEMENT, T.EVACUATION, T.AID),
    "other": (),
}
LABELS: dict[str, str | Promise] = {
    "battle": _("Fighting and ground"),
    "strike": _("Strikes and shelling"),
    "people": _("People: flight, aid"),
    "other": _("Talks, truces, other"),
}
# Paths in a box from -1 to 1: a diamond, a triangle, a square, a circle.
SHAPES: dict[str, str] = {
    "battle": "M0-1.12 1.12 0 0 1.12-1.12 0Z",
    "strike": "M0-1.1 1.05 .8-1.05 .8Z",
    "people": "M-.86-.86H.86V.86H-.86Z",
    "other": "M0-.98A.98 .98 0 0 1 0 .98A.98 .98 0 0 1 0-.98Z",
}


def class_of(kind: str) -> str:
    """The class of a development's type."""
    return next((name for name, kinds in CLASSES.items() if kind in kinds), "other")
