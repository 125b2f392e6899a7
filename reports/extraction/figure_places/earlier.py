"""Where a count holds that its own sentence places nowhere: the sentences before, the heading, the title."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile

from ..cues import cue
from ..model import HARMED, Figure, Place
from .setting import NOWHERE, Setting

_WIDE = ("country", "province", "region")
_CHOSEN = ("nowhere", "of-a-land", "attached")  # rules that said of no place
_HARM = cue("settle", "laid_waste")
_PLANNED = ("announced", "hypothetical")
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


def land_just_told(setting: Setting, figure: Figure) -> int | None:
    """ "470 have been killed in Lebanon since May. A million have fled": the land that was counted last."""
    if figure.kind not in HARMED and figure.kind != "displaced":
        return None
    if setting.here(figure) or not figure.sentence:
        return None
    before = setting.draft.sentences[figure.sentence - 1]
    if before.line != setting.sentence(figure).line or before.section != setting.sentence(figure).section:
        return None
    k = bisect_left(setting.draft.figures, figure.first, key=lambda other: other.first)
    last = next((f for f in reversed(setting.draft.figures[:k]) if f.sentence == figure.sentence - 1), None)
    if last is None or last.place is None or setting.place(last.place).kind != "country":
        return None
    same = (last.scope == "incremental") is (figure.scope == "incremental")
    return last.place if same or last.scope != "incremental" else None


def just_before(setting: Setting, figure: Figure) -> int | None:
    """The last scene of the paragraph, or of the sentence before: what is told goes on there."""
    if figure.unit == "percent":
        return None  # "prices have risen by half": of no one scene
    draft, sentence = setting.draft, setting.sentence(figure)
    timed = setting.level(figure) == "time"
    heading = setting.heading(figure)
    wide = heading is not None and _is_wide(setting, heading)
    broad = heading is not None and setting.place(heading).kind in _WIDE
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - _LOOKED_BACK), -1):
        other = draft.sentences[number]
        if other.section != sentence.section or other.status == "noise":
            break
        if other.status == "background":
            if _of_those_told(setting, figure) and (told := _told_in(setting, number)) is not None:
                return told
            break
        events = [p for p in setting.named.get(number, []) if setting.leads(p)]
        events = [p for p in events if not _side_of_it(setting.place(p))]
        if heading is not None:  # "The camp near the border was left. They killed 100 there": under the camp's heading
            events = [p for p in events if setting.place(p).rule != "border"]
        if not events and other.line == sentence.line and (held := _counted_by_pointing(setting, number)) is not None:
            return held
        if heading is not None and not wide and len(events) > 1:
            break
        same = other.line == sentence.line
        people = figure.unit in ("people", "families")
        next_to = number == figure.sentence - 1 and (sentence.section is None or wide)
        follows = (
            (broad and people and figure.scope == "incremental")
            or next_to
            or (timed and people)
            or (sentence.section is None and figure.kind in HARMED)
        )
        if events and (same or follows):
            return events[-1] if same else events[0]
    return None


def _side_of_it(place: Place) -> bool:
    """ "the rebel-held east": what is told after it is of the whole city again."""
    return "part" in place.clue and bool(place.clue.get("led_back"))


def _counted_by_pointing(setting: Setting, number: int) -> int | None:
    """ "In the enclave 700 have died. Rescuers gave 790": where that sentence counted, which names no scene itself."""
    figures = setting.draft.figures
    k = bisect_left(figures, number, key=lambda other: other.sentence)
    told = [f for f in takewhile(lambda other: other.sentence == number, figures[k : k + 6]) if f.place is not None]
    if not told or len({f.place for f in told}) > 1 or told[0].rules.get("place") not in ("attached", "pointed-back"):
        return None
    held = told[0].place
    heading = setting.heading(told[0])
    wider = heading is not None and setting.place(held or 0).kind in _WIDE and not _is_wide(setting, heading)
    return None if wider else held


def _of_those_told(setting: Setting, figure: Figure) -> bool:
    """ "The army put the dead at more than 40": the dead of what was told before, however long ago that was."""
    lows = setting.lows[max(setting.sentence(figure).first, figure.first - 4) : figure.last]
    return any(a == "the" and b in ("dead", "toll", "death") for a, b in pairwise(lows))


def _told_in(setting: Setting, number: int) -> int | None:
    """The first spot that an earlier sentence names."""
    return next((p for p in setting.named.get(number, []) if setting.place(p).kind not in _WIDE), None)


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


def of_who_says(setting: Setting, figure: Figure) -> int | None:
    """ "The mayor of X said shells had hurt five": the one place of the sentence, where who speaks is no capital."""
    if figure.kind not in HARMED or setting.sentence(figure).status != "current":
        return None
    here = [p for p in setting.here(figure) if setting.place(p).kind not in ("country", "region")]
    if len(here) != 1 or setting.place(here[0]).rules.get("role") not in ("speaker", "locator"):
        return None
    place = setting.place(here[0])
    first = setting.first_token(here[0])
    opens = first - setting.sentence(figure).first < 6 and setting.lows[first - 1] not in ("at", "in")
    return here[0] if opens and place.kind != "site" and place.text.lower() not in setting.capitals else None


def of_the_report(setting: Setting, figure: Figure) -> int | None:
    """The place that the report, or this part of it, speaks of most; what its title names."""
    there = "there" in setting.lows[figure.last : figure.last + 4]  # "had sent two companies there"
    if figure.kind == "distance_km" or figure.unit == "percent" or (figure.kind == "troops" and not there):
        return None
    sentence, level, main = setting.sentence(figure), setting.level(figure), setting.main(figure)
    if sentence.status in _PLANNED:
        return None  # "ten more companies will be sent"
    things = figure.kind == "other" and figure.unit not in ("people", "families")
    if things and (level == "topic" or main is None) and not _laid_waste(setting, figure):
        return None  # "they have attacked 50 vessels", "640 consultations"
    if level == "time":  # each hour has another scene
        return next(
            (
                p
                for p in (_told_this_hour(setting, figure), _counted_last(setting, figure), setting.title)
                if p is not None
            ),
            setting.land(figure),
        )
    if main is None and (level in ("front", "country") or (level == "topic" and _after_the_fronts(setting))):
        return setting.land(figure)
    if main is None and setting.wide:
        return None  # "northeast Syria", "in North and South Kivu": a count of all of it would say so
    return setting.title if main is None else main


def _after_the_fronts(setting: Setting) -> bool:
    """ "Losses" among the fronts is of none of them: the first scene of the report is some front's own."""
    title = None if setting.title is None else setting.place(setting.title).sentence
    section = None if title is None else setting.draft.sentences[title].section
    return section is not None and setting.draft.sections[section].level == "front"


def land_of_the_note(setting: Setting, figure: Figure) -> int | None:
    """A note whose title names one land, and that has counted in all of it before, goes on so; but not for forces."""
    if setting.pen is not None and figure.kind not in ("troops", "distance_km", "strikes") and not setting.here(figure):
        return None if setting.sentence(figure).status in _PLANNED else setting.pen
    if not setting.of_one_land:
        return None
    if figure.kind in ("troops", "distance_km") or figure.subject_class in ("fighters", "security_forces"):
        return None
    if setting.level(figure) in ("front", "country", "time") or setting.sentence(figure).status in _PLANNED:
        return None
    return setting.title if setting.draft.home in setting.lands_counted else None


def _laid_waste(setting: Setting, figure: Figure) -> bool:
    """ "Two health centres were burnt down": things harmed lie where the report's scene is."""
    sentence = setting.sentence(figure)
    return bool(_HARM & set(setting.lows[sentence.first : sentence.last]))


def _counted_last(setting: Setting, figure: Figure) -> int | None:
    """Where the entry's last count before it holds."""
    figures, section = setting.draft.figures, setting.sentence(figure).section
    k = bisect_left(figures, figure.first, key=lambda other: other.first)
    before = [f for f in figures[max(0, k - 4) : k] if setting.draft.sentences[f.sentence].section == section]
    return next((f.place for f in reversed(before) if f.place is not None), None)


def _told_this_hour(setting: Setting, figure: Figure) -> int | None:
    """The one spot that the entry has named before, whatever its role."""
    section = setting.sentence(figure).section
    spots: list[int] = []
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - _LOOKED_BACK), -1):
        if setting.draft.sentences[number].section != section:
            break
        spots = [p for p in setting.named.get(number, []) if setting.place(p).kind not in _WIDE] + spots
    return spots[-1] if spots else None
