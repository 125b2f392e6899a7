"""Why a place only tells which road, base, talks or origin: "the road to X", "based in X", "launched from X"."""

from __future__ import annotations

from ..cues import cue
from .around import Around
from .words import PlaceWords

_FILLERS = cue("places", "fillers")
_AGREED = cue("locating", "agreed")
_SETTING_OUT = cue("locating", "setting_out")
_GUNS = cue("locating", "guns")
_PACTS = cue("locating", "pacts")
_SETS_OUT = cue("locating", "sets_out")
_NO_SCENE = cue("locating", "no_scene")
_MEETS = cue("locating", "meets")
_WAYS = cue("locating", "ways")
_TOOK_OFF = cue("locating", "took_off")
_LINKING = cue("locating", "linking")
_HAILS = cue("locating", "hails")
_OVER_GROUND = cue("locating", "over_ground")
_GROUNDS = cue("locating", "grounds")
_BASES = cue("locating", "bases")
_THE = frozenset({"the", "this", "that"})
_VENUES = frozenset({"centre", "center", "hall", "building"})
_STATES = cue("locating", "road_states")
_DISPUTES = cue("locating", "disputes")


def locator(around: Around, words: PlaceWords) -> bool:
    """ "the road to X", "based in X", "talks in X", "the X direction", "launched from X"."""
    roles = words.roles
    last, second = around.back(), around.back(2)
    if last in ("in", "to", "at") and (
        around.ahead() in roles["meetings"] or set(around.before(3)[:-1]) & roles["meetings"]
    ):
        return second not in _VENUES  # "combed the conference centre in X"
    if _road_between(around):
        return True
    if last == "in" and around.first - 1 == around.sentence.first and around.ahead() == ",":
        ahead = set(around.after(14))
        if roles["envoys"] & ahead and _MEETS & ahead:
            return True  # "In Cairo, envoys of the two governments met"
    if last in ("outside", "near") and second in _GROUNDS and _THE & {around.back(3), around.back(4)}:
        return True  # "the besieged enclave outside X"
    near = around.before(4, without=_FILLERS)
    if near[-1:] in (["to"], ["from"], ["with"], ["for"]) and set(near[-2:-1]) & roles["roads"]:
        return True
    if last == "to" and second in words.directions and around.back(3) in _WAYS:
        return True  # "cutting the road north to X"
    if last in ("for", "to") and second == "road" and around.back(3) == "by":
        return True
    if last == "for" and second in _PACTS:
        return True  # "agreed on a truce for X"
    if last in ("in", "at") and second in _AGREED and set(around.before(6)) & _PACTS:
        return True  # "the truce agreed in Minsk"
    if last == "from" and ({second, around.back(3)} & _SETTING_OUT or second in roles["missiles"] or second in _GUNS):
        return True  # "troops pushing west from X", "mortar fire from X"
    if (fire := around.before(7, without=_FILLERS))[-1:] == ["from"] and set(fire[-2:-1]) & _GUNS:
        return True  # "artillery fire from the town of X"
    over = around.back(4) in _OVER_GROUND and around.back(3) == "the"
    if last == "from" and over and second not in roles["roads"] | {"road", "highway"}:
        return True  # "Aramoun, up the hill from X"
    if last == "from" and second == "off" and around.back(3) in _TOOK_OFF:
        return True  # "jets that took off from X"
    if _body_behind(around, words):
        return True
    whence = around.before(8, without=_FILLERS)
    if last == "from" and second in _HAILS:
        return True
    if (
        whence[-1:] == ["from"]
        and around.ahead() != "into"
        and (roles["came"] & set(whence) or whence[-3:-1] in (["set", "out"], ["sets", "out"]))
    ):
        return True  # "had come down from the Nafusa mountains", "crossed into X from Y"
    if _LINKING & set(around.before(4)) and "," not in around.before(4):
        return True  # "the road linking Svatove and Kreminna"
    if last in ("in", "at", "near") and second in _BASES and "from" in around.before(5):
        return True  # "the troops, from a base in Cucuta"
    if last == "over" and second in _DISPUTES:
        return True  # "the three-week war over Nagorno-Karabakh"
    if last in ("road", "highway") and around.ahead() in ("-", "–"):
        return True  # "on the road Beledweyne - Mahas"
    if last == "of" and second in words.roles["offices"]:
        return around.ahead() not in roles["hosts"]  # "the municipality of X received 1,850 families"
    if last == "in" and second in roles["made_in"]:
        return second != "registered" or around.back(3) != "been"  # people "have been registered in X"
    verb = around.low(around.first - 2) if last == "the" else last
    if verb in roles["overlooks"] or verb in roles["visits"]:
        return True  # "Shusha, which overlooks Stepanakert", "visited Ankara"
    if last in ("in", "to", "from") and _comes_to_talk(around, words):
        return True
    if around.ahead() == "time":  # "18:00 Kyiv time"
        return True
    if around.ahead() in ("and", ",") and {"directions", "axes"} & set(around.after(5)):
        return True
    if around.ahead() in _NO_SCENE or (
        last == "at" and second in words.borders and not {"reached", "crossed"} & set(around.before(5))
    ):
        return True
    if last == "from" and (_SETS_OUT & set(around.before(4)) or _launched(around, words)):
        return True
    if around.ahead() == "capital" or (around.possessive and around.ahead(1) == "capital"):
        return True  # "Upper Nile capital"
    if last == "of" and second == "capital" and around.place.kind in ("province", "region", "district"):
        return True
    return around.ahead() in ("-", "–") and around.ahead(1) == "based"


def _road_between(around: Around) -> bool:
    """ "The road from A to B is open", "Road 27 has been cut between": both ends only tell which road it is."""
    before, ahead = around.before(8), around.after(9)
    if before[-1:] == ["from"] and before[-2:-1] and before[-2] in _WAYS and "to" in ahead[:4]:
        return around.back(3) == "the" and bool(_STATES & set(ahead)) and around.back(4) not in ("on", "along", "near")
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] == "from"), None)
    if before[-1:] != ["to"] or at is None or at == 0 or before[at - 1] not in _WAYS:
        return False
    return bool(_STATES & set(ahead[:4]))


def _body_behind(around: Around, words: PlaceWords) -> bool:
    """ "the X port authority", "the X garrison commander": the name only tells which."""
    for k, word in enumerate(around.after(3)):
        if word in words.roles["local_bodies"]:
            return k > 0 or around.back() not in words.takes
        if not word.isalpha() or word in words.function or word in words.locative:
            return False
    return False


def _launched(around: Around, words: PlaceWords) -> bool:
    """ "launched 49 drones, mainly from X": they fell elsewhere."""
    before = around.before(30)
    return bool({"launched", "fired"} & set(before)) and bool(words.roles["missiles"] & set(before[-9:]))


def _comes_to_talk(around: Around, words: PlaceWords) -> bool:
    """ "Iran's foreign minister arrived in Damascus from Beirut": nobody but an envoy moved."""
    before = around.before(12)
    moved = next((i for i in range(len(before) - 1, -1, -1) if before[i] in words.roles["travels"]), None)
    if moved is None or set(before[moved:]) & {",", ";", ".", "that", "troops", "forces"}:
        return False
    return bool(set(before[:moved]) & words.roles["envoys"])
