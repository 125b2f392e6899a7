"""Where a count holds that its own sentence places nowhere: the sentences before, the heading, the title."""

from __future__ import annotations

from bisect import bisect_left

from ..model import Figure
from .setting import NOWHERE, Setting

_WIDE = ("country", "province", "region")
_CHOSEN = ("nowhere", "of-a-land", "attached")  # rules that said of no place
_HARMED = ("killed", "wounded", "missing", "captured")
_LOOKED_BACK = 3  # sentences


def sibling(setting: Setting, figure: Figure) -> int | None:
    """ "33 civilians died in Israel; the army has lost 45 soldiers": the place of the count before it."""
    figures = setting.draft.figures
    for k in range(bisect_left(figures, figure.first, key=lambda other: other.first) - 1, -1, -1):
        other = figures[k]
        if other.sentence != figure.sentence:
            break
        if other.kind != "distance_km":
            if other.place is not None:
                return other.place
            if other.rules.get("place") in _CHOSEN and (other.unit == figure.unit or figure.unit != "people"):
                return NOWHERE
    return None


def just_before(setting: Setting, figure: Figure) -> int | None:
    """The last scene of the paragraph, or of the sentence before: what is told goes on there."""
    draft, sentence = setting.draft, setting.sentence(figure)
    timed = setting.level(figure) == "time"
    heading = setting.heading(figure)
    wide = heading is not None and _is_wide(setting, heading)
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - _LOOKED_BACK), -1):
        other = draft.sentences[number]
        if other.section != sentence.section or other.status in ("noise", "background"):
            break
        events = [p for p in setting.named.get(number, []) if setting.leads(p)]
        if heading is not None and not wide and len(events) > 1:
            break
        same = other.line == sentence.line
        people = figure.unit in ("people", "families")
        next_to = number == figure.sentence - 1 and (sentence.section is None or wide)
        follows = next_to or (timed and people) or (sentence.section is None and figure.kind in _HARMED)
        if events and (same or follows):
            return events[-1] if same else events[0]
    return None


def _is_wide(setting: Setting, heading: int) -> bool:
    place = setting.place(heading)
    return place.kind in _WIDE or bool(place.clue.get("province_too"))


def of_the_section(setting: Setting, figure: Figure) -> int | None:
    """What the heading names, or the front it stands for."""
    heading = setting.heading(figure)
    if heading is not None:
        return heading
    section = setting.section(figure)
    if section is not None and section.level == "front":
        return next((p for p, place in enumerate(setting.draft.places) if place.name == section.front), None)
    return None


def of_the_report(setting: Setting, figure: Figure) -> int | None:
    """The place that the report, or this part of it, speaks of most; what its title names."""
    if figure.kind in ("troops", "distance_km") or figure.unit == "percent":
        return None
    main = setting.main(figure)
    if setting.level(figure) == "time":  # each hour has another scene
        return setting.title if setting.title is not None else setting.land(figure)
    return setting.title if main is None else main
