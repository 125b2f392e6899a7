"""Where a distance holds: at what lies there, or at what it is measured to."""

from __future__ import annotations

from ..cues import cue
from ..model import Figure
from .attached import before_name
from .pointing import noun_at, pointed
from .setting import Setting

_LIES = frozenset({"lies", "sits", "stands"})
_TOWARDS = cue("settle", "towards")


def measured(setting: Setting, figure: Figure) -> int | None:
    """A distance belongs to what lies there, or to what it is measured to where nothing lies."""
    if figure.kind != "distance_km":
        return None
    here, place = setting.here(figure), setting.place
    if (
        here
        and setting.lows[figure.first - 1] in _LIES
        and setting.first_token(here[0]) < setting.sentence(figure).first + 3
    ):
        return here[0]  # "X, the port through which grain passes, lies 90 kilometres to the north"
    for p in here:
        relation = place(p).relation
        if (
            relation
            and relation["kind"] == "within"
            and figure.start < relation["end"]
            and relation["start"] < figure.end
        ):
            return p  # "took X and pushed to within four kilometres of Y"
        if relation and relation["start"] <= figure.start < relation["end"]:
            return _lies_there(setting, figure, p, relation["start"])
    if setting.lows[figure.first - 1] == "(" and (again := _said_before(setting, figure)) is not None:
        return again
    before = [q for q in here if place(q).end <= figure.start and figure.start - place(q).end < _gap(place(q).role)]
    if before and (town := _town_of(setting, here, before[-1])) is not None:
        return town
    return before[-1] if before else _measured_to(setting, figure)


def _said_before(setting: Setting, figure: Figure) -> int | None:
    """ "15 kilometres (nine miles)": the same distance, so the same place."""
    k = setting.counts_at[figure.first] - 1
    last = setting.draft.figures[k] if k >= 0 else None
    near = last is not None and last.kind == figure.kind and figure.first - last.last < 3
    return last.place if last is not None and near else None


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
    if (town := _town_of(setting, here, last)) is not None:
        return town
    if start - place(last).end <= 3 and place(last).kind in ("city", "town", "village", "site"):
        return last
    events = [q for q in here if place(q).role == "event" and place(q).end <= start]
    return events[-1] if events else last


def _town_of(setting: Setting, here: list[int], holder: int) -> int | None:
    """ "X, the largest town of Y, 15 kilometres from Z": what Y only holds."""
    k = here.index(holder) - 1
    if k < 0 or setting.place(holder).kind not in ("region", "province"):
        return None
    between = setting.lows[setting.last_token(here[k]) : setting.first_token(holder)]
    apposed = between[:1] == [","] and between[1:2] in (["the"], ["a"]) and "of" in between and between.count(",") == 1
    return here[k] if apposed else None


def _measured_to(setting: Setting, figure: Figure) -> int | None:
    """ "advanced 15 km towards X"."""
    for j in range(figure.last + 1, min(figure.last + 5, len(setting.lows))):
        if j in setting.at and setting.lows[before_name(setting, j, figure.last)] in _TOWARDS:
            return setting.at[j]
        if setting.lows[j - 1] in _TOWARDS and noun_at(setting, j, setting.sentence(figure).last) is not None:
            return pointed(setting, figure, j)  # "were 20 kilometres from the provincial capital"
    return None


def _gap(role: str) -> int:
    return 40 if role == "event" else 4
