"""Names of bodies that hold the name of a place: "Aleppo Media Centre", "the Mandalay PDF", SANA."""

from __future__ import annotations

from ..cues import cue
from ..model import Token
from .candidates import Candidate
from .words import PlaceWords

_MEDIA = cue("places", "media")
_OUTLETS = cue("places", "news_outlets")
_CALLED = cue("places", "called_bodies")
_WHERE = frozenset({"where", "which", "who", "in", "at", "near", "to", "with"})


def is_body(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """Part of the name of a body or a text: "Aleppo Media Centre", "Washington Post", "Geneva Conventions"."""
    follows = tokens[found.last] if found.last < found.stretch.last else None
    if found.typed is not None:  # "the Rift Valley Institute"
        return bool(follows and follows.capital and follows.low in words.bodies) and found.stretch.mode != "caps"
    if follows and _initials_behind(found, tokens, words):
        return True
    if _field_of_a_body(found, tokens, words) or _called_a_body(found, tokens) or _told_to_be_an_outlet(found, tokens):
        return True
    after = follows.low if follows else ""
    if after in _MEDIA and found.stretch.mode == "normal" and _paper(found, tokens):
        return True  # "the Huthi-run Saba news agency"
    if after in words.units or _specials(found, tokens):
        return True  # "Azov brigade", "Amhara special forces"
    if follows and follows.kind == "n" and found.last + 1 < found.stretch.last:
        return tokens[found.last + 1].low in words.bodies_lower  # "the Deir Ezzor 24 network"
    if after in words.bodies_lower and (found.stretch.mode == "caps" or tokens[found.first - 1].low == "the"):
        return True  # "the Tavria group", "TEHRAN RADIO"
    i, seen = found.last, 0
    while i < found.stretch.last and seen < 4:
        token = tokens[i]
        if token.kind != "w" or (not token.capital and token.low not in ("of", "for")):
            return False
        if token.low in words.bodies and token.capital and found.stretch.mode != "caps":
            return True
        i, seen = i + 1, seen + 1
    return False


def _field_of_a_body(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "the Organization for Security and Cooperation in Europe": a body that is "for" something, in capitals all the
    way back to what it is. "The Red Cross Centre in Aleppo" stands in Aleppo.
    """
    at = (found.part_first or found.first) - 1
    if found.stretch.mode == "caps" or tokens[at].low not in ("in", "for"):
        return False
    field = tokens[at].low == "for"
    for token in reversed(tokens[max(found.stretch.first, at - 7) : at]):
        if token.capital and token.low in words.bodies_of_a_field:
            return field
        if token.kind != "w" or not (token.capital or token.low in _LINKS):
            return False
        field = field or token.low == "for"
    return False


def _called_a_body(found: Candidate, tokens: list[Token]) -> bool:
    """ "the state news agency Xinhua", "the activist group Deir Ezzor 24": what it is stands right before the name."""
    before = tokens[found.first - 1] if found.first > found.stretch.first else None
    return before is not None and before.low in _CALLED and not found.cue and found.part is None


def _told_to_be_an_outlet(found: Candidate, tokens: list[Token]) -> bool:
    """ "Al-Manar, Hezbollah's television station, said": what it is stands behind the name, up to the next comma."""
    if found.last >= found.stretch.last or tokens[found.last].text != "," or found.cue:
        return False
    for k in range(found.last + 1, min(found.last + 8, found.stretch.last)):
        if tokens[k].text == ",":
            return tokens[k - 1].low in _CALLED
        if tokens[k].low in _WHERE:
            return False
    return False


def _specials(found: Candidate, tokens: list[Token]) -> bool:
    ahead = [t.low for t in tokens[found.last : min(found.last + 2, found.stretch.last)]]
    return ahead == ["special", "forces"]


_LINKS = cue("places", "body_links")


def _paper(found: Candidate, tokens: list[Token]) -> bool:
    """Behind "news" stands "agency", behind the others nothing that is a name."""
    behind = tokens[found.last + 1].low if found.last + 1 < found.stretch.last else ""
    return tokens[found.last].low != "news" or behind in _OUTLETS


def _initials_behind(found: Candidate, tokens: list[Token], words: PlaceWords) -> bool:
    """ "the Mandalay PDF", "the Defence of the People of Azawad (CSP-DPA)"."""
    first = found.part_first or found.first
    if found.stretch.mode == "caps" or first - 2 < found.stretch.first:
        return False
    nearest = tokens[first - 1].low
    if nearest == "the" and tokens[found.last].text.isupper() and 1 < len(tokens[found.last].text) < 7:
        return True
    if nearest != "of" or tokens[found.last].text != "(" or found.last + 1 >= found.stretch.last:
        return False
    named = tokens[first - 2]
    return named.capital and named.low not in words.types_of and tokens[found.last + 1].text.isupper()


def is_acronym(found: Candidate, tokens: list[Token]) -> bool:
    """ "SANA" in running text is an agency, no town; a country's short form ("UAE") is a place all the same."""
    text = tokens[found.first].text
    if text.endswith(".") and text.count(".") > 1:  # "U.N."
        return not (found.hits and found.hits[0].kind == "country")
    if (
        not (text.isupper() and text.isalpha())
        or len(text) > 5
        or found.stretch.mode != "normal"
        or found.stretch.heading
    ):
        return False
    after = tokens[found.last].text if found.last < found.stretch.last else ""
    opens = found.first <= found.stretch.first + 2 and (
        after in (",", "(", "/", "-", "–", "—") or after.startswith("--")
    )
    return not opens and not (found.hits and found.hits[0].kind == "country")
