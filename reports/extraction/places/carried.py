"""Where people were taken: to a hospital, to camps, to safety. What befell them happened elsewhere."""

from __future__ import annotations

from ..cues import cue
from .around import Around
from .words import PlaceWords

_FILLERS = cue("places", "fillers")
_ILL = cue("scenes", "ill")
_FLED = cue("scenes", "fled")
_WALKED = cue("scenes", "walked")
_BY_CRAFT = cue("scenes", "by_craft")


def took_wounded(around: Around, words: PlaceWords) -> bool:
    """ "taken to hospitals in X": the blow fell elsewhere."""
    treats, took, hurt = words.roles["treats"], words.roles["took"], words.roles["hurt"]
    near = around.lows[max(around.first - 8, around.start) : min(around.last + 6, around.stop)]
    if treats.isdisjoint(near) and took.isdisjoint(near) and "treated" not in near:
        return False
    before, after = set(around.before(8)), set(around.after(4))
    if around.after(2)[-1:] == ["evacuated"] and around.back(2) in treats:
        return False  # "the hospital in X was evacuated": that happened there
    if words.roles["strikes"] & set(around.before(5)):
        return False  # "shells hit a hospital in X"
    if around.back() in ("in", "at") and (
        _cared_for(around.before(8)) or (around.ahead() in treats and before & hurt | _ILL & before)
    ):
        return True  # "four are in critical condition in X hospitals"
    if _hospital_takes(around, words):
        return True
    if around.place.text.split()[-1].lower() in treats and around.back() in ("to", "in", "at") and before & took:
        return True  # "flown to Sheba hospital", "received 40 wounded at Adré hospital"
    if around.back() in ("in", "at") and around.back(2) in treats:
        return bool((before | after) & took) or "died" in before
    if (
        around.back() == "to"
        and before & took
        and any(around.low(i) in hurt for i in range(around.sentence.first, around.first))
    ):
        return True
    return bool(before & treats) and bool(before & took)


def _cared_for(before: list[str]) -> bool:
    """ "were treated in X", "doctors treated nine in X"; rescuers who treat people for wounds are at the scene."""
    at = next((k for k, low in enumerate(before) if low == "treated"), None)
    return at is not None and ("for" not in before[at:] or before[at - 1] in ("was", "were", "be", "being", "been"))


def _hospital_takes(around: Around, words: PlaceWords) -> bool:
    """ "Kaya's hospital took in 140", "The clinic in the south of Goma has admitted 100": before that verb."""
    first, last = around.sentence.first, around.sentence.last
    verb = next(
        (i for i in range(around.last, min(around.last + 8, last)) if around.low(i) in words.roles["took"]), None
    )
    if verb is None or around.first - first > 10 or around.low(verb - 1) in ("was", "were", "been"):
        return False
    subject = [around.low(i) for i in range(first, verb)]
    return bool(set(subject) & words.roles["treats"]) and "," not in subject


def taken_to(around: Around, words: PlaceWords) -> bool:
    """ "were flown to X", "left for camps in X": those people moved on; what drove them out happened elsewhere."""
    before = around.before(7, without=_FILLERS)
    if not before:
        return False
    if before[-1] == "in" and before[-2:-1] in (["camps"], ["shelters"]):
        return "for" in before[:-2] or ("to" in before[:-2] and bool(set(before) & words.roles["carried"]))
    if before[-1] == "for" and around.sentence.type in ("displacement", "evacuation"):
        return True
    if before[-1] == "to" and _WALKED & set(before[-6:-1]) and {"who", "and"} & set(before):
        return True  # "said Amal, 51, who had walked to X"
    if before[-1] == "to" and _FLED & set(before[-4:-1]) and around.sentence.type == "displacement":
        return True  # "some 2,000 fled to X"
    flown = _BY_CRAFT & set(before)
    return before[-1] == "to" and bool(flown or set(before[-4:-1]) & words.roles["carried"])
