"""What around a name that no gazetteer knows says that it is a place all the same."""

from __future__ import annotations

from itertools import pairwise

from ..cues import cue
from ..model import Token
from .candidates import Candidate
from .words import PlaceWords

_OF_ITSELF = {kind: kind for kind in ("village", "town", "city")}
_OF_A_TOWN = {"district": "district"} | dict.fromkeys(cue("places", "quarters"), "neighbourhood")
_WITHIN = frozenset(["of", "in", "on"])  # "a district on the old line"; "a district east of X" is part of no town
_POINTING = cue("places", "pointing")
_TOLD_WHERE = cue("places", "told_where")
_NO_KIND = cue("places", "no_kind")


def placed_after(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "in Yelwata, Benue state" or "in Dbayeh on Monday": what follows speaks of a place too."""
    i = found.last
    if i >= found.stretch.last:
        return True
    token = tokens[i]
    if token.text in (",", ".", ";", ")", ":"):
        return True
    return token.low in words.placed_after


def listed_with_type(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "Shimelba and Hitsats camps": the noun behind the last one is the first one's too."""
    ahead = tokens[found.last : min(found.last + 3, found.stretch.last)]
    if len(ahead) < 3 or ahead[0].low not in ("and", "or") or not ahead[1].capital:
        return False
    return ahead[2].low.endswith("s") and ahead[2].low[:-1] in words.after


def moved(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """After "to", "from", "at" only what someone moved to or from: "loyal to Gbagbo" names no place."""
    at = found.first - 1
    while at > found.stretch.first and tokens[at].low in _POINTING:
        at -= 1
    preposition = tokens[at].low
    if preposition not in ("to", "from", "at", "through", "via"):
        return True
    if preposition in ("at", "via", "through"):
        return found.core_last - found.first < 3
    before = {t.low for t in tokens[max(at - 4, found.stretch.first) : at]}
    return found.core_last - found.first == 1 and bool(before & words.roles["moves"])


def from_to(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "took patients from Putumattalan to Pulmoddai": either end of a way."""
    first, last = found.first, found.last
    if tokens[first - 1].low == "from" and last + 1 < found.stretch.last and tokens[last].low == "to":
        return tokens[last + 1].capital
    if tokens[first - 1].low != "to" or first - 3 < found.stretch.first:
        return False
    return tokens[first - 2].capital and tokens[first - 3].low == "from"


def apposed_as(found: Candidate, tokens: list[Token], words: PlaceWords) -> str | None:
    """ "Hajjaj, a village north of Tikrit": its kind, where words of where it lies go on; "" where no kind is told."""
    ahead = tokens[found.last : min(found.last + 8, found.stretch.last)]
    if len(ahead) < 4 or ahead[0].text not in (",", "(") or ahead[1].low not in ("a", "an", "the", "another"):
        return None
    for token, after in pairwise(ahead[2:]):
        if token.kind != "w":
            return None
        if token.low in words.types_of and token.low not in _NO_KIND:
            placing = after.low in words.locative or after.low in words.strong or after.low in words.directions
            placing = placing or after.kind == "n" or after.low in _TOLD_WHERE
            if not placing:
                return None
            return _OF_ITSELF.get(token.low) or (_OF_A_TOWN.get(token.low, "") if after.low in _WITHIN else "")
    return None


def who_is_told(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "including Bassem Issa, its commander in X": an office behind the name makes it a person's."""
    if (
        tokens[found.first - 1].low not in ("including", "between")
        or tokens[min(found.last, found.stretch.last - 1)].text != ","
    ):
        return False
    ahead = [t.low for t in tokens[found.last + 1 : min(found.last + 6, found.stretch.last)]]
    return bool(words.titles & set(ahead[: ahead.index(",")] if "," in ahead else ahead))


def joined_capitals(name: str) -> bool:
    """ "DeepState", "YouTube": two words run together make a name of a firm or a page, but for "McAllen", "DeKalb"."""
    at = next((k for k, letter in enumerate(name[1:], 1) if letter.isupper()), 0)
    return at > 3 and name[at - 1].islower() and name[at:].isalpha()


def is_placed(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "Doblan is just southeast of Mayadin", "Sarrin, 30 km south of Kobani": the words tell where it lies."""
    ahead = [t.low for t in tokens[found.last : min(found.last + 9, found.stretch.last)]]
    if _told_what(ahead, words):
        return True
    if not ahead or ahead[0] not in (",", "is", "lies", "(", "which"):
        return False
    for i, low in enumerate(ahead[1:], start=1):
        if low in words.directions and ahead[i + 1 : i + 2] == ["of"]:
            return True
        if low in words.km and any(w in ahead[i + 1 :] for w in ("from", "of", "outside")):
            return True
    return False


def _told_what(ahead: list[str], words: PlaceWords) -> bool:
    """ ", a town of 100,000", ", a border post that": not ", a village elder"."""
    if ahead[:1] != [","] or ahead[1:2] not in (["a"], ["an"], ["the"]):
        return False
    for low, after in pairwise([*ahead[2:7], ""]):
        if low in words.types_of or low in words.roles["outposts"]:
            return after in words.roles["told_of"]
    return False
