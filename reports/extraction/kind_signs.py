"""What tells the kind of a count besides its verb: a stated strength, a type of craft, an illness, a later death."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .model import HARMED, Token
from .phrases import Phrase
from .predicates import Verdict, predicate_of
from .words import ARMED, CountWords

_STRENGTHS = cue("kinds", "strengths")
_KEEPING = cue("kinds", "keeping")
_ATTACKING = cue("kinds", "attacking")
_COMING = cue("kinds", "coming")
_FOLK = cue("kinds", "folk")
_DONE = cue("tenses", "strong")
_HARMING = cue("kinds", "harming")
_UNIT_NOUNS = cue("kinds", "bodies") | cue("kinds", "loose_bodies")
_ON_FOOT = cue("kinds", "on_foot")
_DRIVEN = cue("kinds", "driven_before")
_TOLD_BEFORE = cue("kinds", "told_before")
_CRAFT = cue("kinds", "craft")
_NUMBERING = cue("kinds", "numbering")
_NUMBER = cue("kinds", "their_number")
_WOUNDS = cue("kinds", "wounds")
_RAIDS = cue("kinds", "raids")
_AIRCRAFT = cue("kinds", "aircraft")
_OF_WORKERS = cue("kinds", "of_workers")
_DIED = cue("kinds", "died_later")
_OF_SEVERAL = ("have", "were")
_BEFALLS = HARMED | {"displaced"}


def strength(tokens: list[Token], begin: int, start: int, phrase: Phrase, words: CountWords) -> Verdict | None:
    """`cut its force to 5,500`, `the rebels number 2,000`, `troops, 900 of whom are here`: a bare count of forces."""
    link = tokens[begin - 1].low if begin > start else ""
    lead = tokens[max(start, begin - 6) : max(start, begin - 1)]
    if link in ("to", "by", "from", "at") and any(t.low in _STRENGTHS for t in lead):
        return None if any(t.low in _TOLD_BEFORE for t in lead) else Verdict("troops", "strength")
    if link in ("at", "to") and _forces_numbers(tokens, start, begin, words):
        return Verdict("troops", "strength")
    if link in _NUMBERING:
        for token in reversed(lead):
            force = words.class_of.get(token.low) in ARMED or token.low == "men" or token.low in _STRENGTHS
            if (kind := words.noun_kind.get(token.low)) or force:
                return Verdict(kind or "troops", "number-verb")
    if link in ("at", "to") and _theirs(tokens, begin):
        for token in reversed(tokens[max(0, start - 24) : start]):  # the sentence before: here stands who says it
            if words.class_of.get(token.low) in ARMED:
                return Verdict("troops", "their-number")
            if words.noun_kind.get(token.low) in ("killed", "wounded", "displaced", "captured", "missing"):
                return Verdict(words.noun_kind[token.low], "their-number")
            if words.person(token.low):
                return None
    if phrase.part and link == "," and begin - 2 >= start and words.class_of.get(tokens[begin - 2].low) in ARMED:
        return Verdict("troops", "of-whom")
    return None


def _forces_numbers(tokens: list[Token], start: int, begin: int, words: CountWords) -> bool:
    """`put IS numbers in Libya at 5,000`, `puts rebel numbers at 900`."""
    at = next((k for k in range(begin - 2, max(start, begin - 7), -1) if tokens[k].low == "numbers"), 0)
    whose = tokens[at - 1] if at > start else None
    return whose is not None and (
        whose.text.isupper() or words.class_of.get(whose.low) in ARMED or whose.low == "troop"
    )


def keeps(tokens: list[Token], last: int, end: int, words: CountWords) -> bool:
    """`gunmen still hold the barracks`: they are there in strength, and no mere band that came and went."""
    for k in range(last, min(end, last + 4)):
        if tokens[k].low in _KEEPING:
            return True
        if tokens[k].low not in words.auxiliaries:
            return False
    return False


def came_in_strength(tokens: list[Token], begin: int, phrase: Phrase, end: int, words: CountWords) -> bool:
    """`some 150 gunmen rode into the town`, `several hundred men on motorbikes stormed the base`."""
    head = tokens[phrase.head].low if phrase.head is not None else ""
    armed = words.class_of.get(head) == "fighters"
    if not armed and head != "men":
        return False
    if begin > 1 and tokens[begin - 1].low == "by" and tokens[begin - 2].low.endswith(("ed", "held")):
        return True  # "held by 100 to 200 gunmen"
    coming = _ATTACKING | _COMING if armed else _ATTACKING
    for k in range(phrase.last, min(end, phrase.last + 9)):
        if tokens[k].low in coming:
            return True
        if tokens[k].kind == "p" or tokens[k].low in words.conjunctions:
            return False
    return False


def a_people(tokens: list[Token], phrase: Phrase, end: int, words: CountWords) -> bool:
    """`thousands of Baloch have disappeared`: a name without an ending, and what befalls several people."""
    right = predicate_of(tokens, phrase.last, end, words)
    return right is not None and tokens[phrase.last].low in _OF_SEVERAL and right[0][0] in _BEFALLS


def harmed(tokens: list[Token], begin: int, start: int, phrase: Phrase, words: CountWords) -> Verdict | None:
    """`killed 14 displaced people`, `wounding nine people who had fled there`: what the verb before did to them."""
    verb = tokens[begin - 1].low if begin > start else ""
    kind = next((k for k in words.object.get(verb, ()) if k in ("killed", "wounded")), None)
    driven = phrase.state is not None and tokens[phrase.state].low in _DRIVEN
    who = phrase.last < len(tokens) and tokens[phrase.last].low in ("who", "sheltering", "fleeing")
    if kind is None or verb not in _HARMING or not (driven or who):
        return None
    return Verdict(kind, "verb-object", begin - 1)


def summed_forces(tokens: list[Token], comma: int, start: int, words: CountWords) -> bool:
    """`brigades from Kasala and Gedaref, 9,000 men`: units, and of them only where they are from."""
    for k in range(comma - 1, max(start, comma - 9), -1):
        low = tokens[k].low
        if low in _UNIT_NOUNS or words.class_of.get(low) in ARMED:
            return True
        if not (tokens[k].capital or low in ("from", "of", "and", "in", "the", ",")):
            return False
    return False


def folk(head: str, words: CountWords) -> bool:
    """People in general, of whom "entered" and "settled" tell that they came from elsewhere."""
    return not head or words.class_of.get(head) in ("civilians", "children", "women") or head in _FOLK


def _theirs(tokens: list[Token], begin: int) -> bool:
    """`put their number at 4,000`: of those told before."""
    lead = [t.low for t in tokens[max(0, begin - 9) : begin]]
    return any(a in ("their", "its") and b in _NUMBER for a, b in pairwise(lead))


def of_a_model(tokens: list[Token], begin: int, head: int) -> bool:
    """A type's name before a noun of craft that is also one of people: `L-39 trainers`, `Tu-22 bombers`."""
    if tokens[head].low not in _CRAFT:
        return False
    if any(
        tokens[k].capital and len(tokens[k].text) <= 3 and tokens[k + 1].low == "-" and tokens[k + 2].kind == "n"
        for k in range(begin + 1, head - 2)
    ):
        return True
    men = tokens[head].low == "fighters"  # "12 F-22 fighters" are no men, "27 M23 fighters" are
    models = [t.text for t in tokens[begin + 1 : head] if t.kind == "w" and t.capital]
    return any(any(c.isdigit() for c in text) and ("-" in text or not men) for text in models)


def died_later(tokens: list[Token], last: int, end: int, words: CountWords) -> int | None:
    """`Two soldiers wounded on Monday died in hospital`: the main verb tells."""
    for k in range(last, min(end, last + 7)):
        if tokens[k].low in _DIED:
            return k
        if tokens[k].kind == "p" or tokens[k].low in words.conjunctions:
            return None
    return None


def died_behind_who(tokens: list[Token], last: int, end: int) -> int | None:
    """`Three children who were playing ball died`: the main verb behind the clause."""
    if last >= end or tokens[last].low != "who":
        return None
    for k in range(last + 2, min(end, last + 9)):
        if tokens[k].low == "died":
            return k
        if tokens[k].kind == "p" or tokens[k].low in ("and", "when", "that", "after"):
            return None
    return None


def ill(tokens: list[Token], last: int) -> bool:
    """`treated 300 people for cholera`: no wounded."""
    behind = [t.low for t in tokens[last : last + 5]]
    return behind[:1] == ["for"] and not set(behind) & _WOUNDS


def participle(low: str, words: CountWords) -> bool:
    """`handed over`, `given up`, `laid down`: what follows `have`, but `have been`."""
    return (
        words.participle(low) or low in _DONE or (low.endswith(("wn", "en")) and low not in ("been", "seven", "eleven"))
    )


def on_foot(tokens: list[Token], begin: int, head: int, words: CountWords) -> bool:
    """`police carried out six raids`, `three raids on farms in which gunmen ...`: forces or thieves about a raid."""
    about = tokens[max(0, begin - 12) : head + 8]
    return any(t.low in _ON_FOOT or words.class_of.get(t.low) in ARMED for t in about)


def strikes(tokens: list[Token], begin: int, phrase: Phrase, words: CountWords) -> Verdict:
    """Strikes from the air, raids on foot, and workers who strike."""
    assert phrase.head is not None
    low = tokens[phrase.head].low
    inside = {t.low for t in tokens[begin : phrase.head]}
    inside |= {t.low for t in tokens[max(0, begin - 9) : begin]} & (_AIRCRAFT | {"air"})
    aloft = inside & (words.strike_words | _AIRCRAFT)
    if low in _RAIDS and not aloft and on_foot(tokens, begin, phrase.head, words):
        return Verdict("other", "raids", phrase.head)
    if inside & _OF_WORKERS:
        return Verdict("other", "strike-of-workers", phrase.head)
    return Verdict("strikes", "strike-noun", phrase.head)
