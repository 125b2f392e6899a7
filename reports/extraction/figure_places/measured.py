"""Where a distance holds: at what lies there, or at what it is measured to."""

from __future__ import annotations

from ..cues import cue
from ..model import Figure
from .attached import before_name
from .pointing import noun_at, pointed
from .setting import Setting

_TOWARDS = cue("settle", "towards")


def measured(setting: Setting, figure: Figure) -> int | None:
    """A distance belongs to what lies there, or to what it is measured to where nothing lies."""
    if figure.kind != "distance_km":
        return None
    here, place = setting.here(figure), setting.place
    for p in here:
        relation = place(p).relation
        if relation and relation["start"] <= figure.start < relation["end"]:
            return _lies_there(setting, figure, p, relation["start"])
    before = [q for q in here if place(q).end <= figure.start and figure.start - place(q).end < _gap(place(q).role)]
    return before[-1] if before else _measured_to(setting, figure)


def _lies_there(setting: Setting, figure: Figure, p: int, start: int) -> int:
    """What the phrase from offset `start` places: "this town, 75 km north of X", "Amara, 105 miles to the north"."""
    first = setting.starts.index(start)
    for j in range(max(first - 4, setting.sentence(figure).first), first):
        if noun_at(setting, j, first + 1) is not None and (found := pointed(setting, figure, j)) is not None:
            return found
    here, place = setting.here(figure), setting.place
    before = [q for q in here if place(q).end <= start and start - place(q).end < 40]
    if not before or place(p).role != "context":
        return p
    last = before[-1]
    if start - place(last).end <= 3 and place(last).kind in ("city", "town", "village", "site"):
        return last
    events = [q for q in here if place(q).role == "event" and place(q).end <= start]
    return events[-1] if events else last


def _measured_to(setting: Setting, figure: Figure) -> int | None:
    """ "advanced 15 km towards X"."""
    for j in range(figure.last + 1, figure.last + 5):
        if j in setting.at and setting.lows[before_name(setting, j, figure.last)] in _TOWARDS:
            return setting.at[j]
    return None


def _gap(role: str) -> int:
    return 40 if role == "event" else 4
