"""What tells of a count behind it: verbs, and words that stand for one, as steps of the walk to its predicate."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .predicate_walk import IN_AT_ON, PredicateWalk

_PASSIVE = cue("grammar", "be")
_FREED = cue("kinds", "freed")
_WARDS = cue("kinds", "wards")
_CAMPS = cue("kinds", "camps")
_MADE_UP = cue("kinds", "made_up")
_GOT_AWAY = cue("kinds", "got_away")
_WITH = cue("kinds", "with_wounds")
_TRIED = cue("kinds", "tried")
_STAYS = cue("kinds", "stays")
_WOUNDS = cue("kinds", "wounds")
_A_WOUND = cue("kinds", "a_wound")
_LEFT_SO = cue("kinds", "left_so")
_FELL = cue("kinds", "fell")
_AT_ONCE = cue("kinds", "at_once")


def in_three_words(walk: PredicateWalk) -> bool:
    """`laid down their arms`."""
    kinds = walk.in_three(walk.at)
    return kinds is not None and walk.tell(kinds, walk.at + 2)


def with_wounds(walk: PredicateWalk) -> bool:
    """`five with burns`, `nine people with gunshot wounds`."""
    if walk.low not in _WITH:
        return False
    return any(t.low in _WOUNDS for t in walk.tokens[walk.at + 1 : walk.at + 5]) and walk.tell(["wounded"], walk.at)


def taken_to(walk: PredicateWalk) -> bool:
    """`taken to hospital`, `being taken to Vayk`; of other places it tells nothing."""
    if walk.pair != "taken to":
        return False
    tokens, j = walk.tokens, walk.at
    if any(t.low in _WARDS for t in tokens[j + 2 : j + 8]):
        return walk.tell(["wounded"], j)
    away = tokens[j - 1].low == "being" and any(t.capital for t in tokens[j + 2 : j + 3])
    return walk.tell(["displaced"], j) if away else walk.stop()


def in_two_words(walk: PredicateWalk) -> bool:
    """`cut off`, `in hospital`; but dead `in hospital morgues`."""
    kinds = walk.words.subject.get(walk.pair)
    if kinds is None:
        return False
    morgue = walk.low == "in" and walk.ahead(2).startswith(("mortuar", "morgue"))
    return walk.tell(["killed"] if morgue else kinds, walk.at + 1)


def to_death(walk: PredicateWalk) -> bool:
    """`burned to death`; but not `sentenced to death`."""
    told = walk.ahead(1) == "to" and walk.ahead(2) == "death" and walk.low not in _TRIED
    return told and walk.tell(["killed"], walk.at + 2)


def among_them(walk: PredicateWalk) -> bool:
    """`among the abducted`, `among the nine dead`, `among those killed`, `among the 25 people killed`."""
    if walk.low != "among" or walk.ahead(1) not in ("the", "those"):
        return False
    words, first = walk.words, walk.at + 2
    for k in range(first, min(walk.end, first + 4)):
        low = walk.tokens[k].low
        stops = low in words.stops and low not in words.subject and low not in words.noun_kind
        if walk.tokens[k].kind == "p" or stops:
            return False
        if low in words.noun_kind:
            return walk.tell([words.noun_kind[low]], k)
        if low in words.subject and (low not in words.auxiliaries or k == first):
            return walk.tell(words.subject[low], k)  # "among those taken"
    return False


def behind_a_list(walk: PredicateWalk) -> bool:
    """`64 rebels made up of 14 men and 19 women surrendered`: the verb behind the list."""
    if walk.low not in _MADE_UP or walk.skipped or (walk.low == "made" and walk.pair != "made up"):
        return False
    for k in range(walk.at + 1, min(walk.end, walk.at + 22)):
        low = walk.tokens[k].low
        if low in (";", ".", "who", "that", "which"):
            return False
        if walk.verb_at(k):
            return walk.tell(walk.words.subject[low], k)
    return False


def staying(walk: PredicateWalk) -> bool:
    """`living in tents`: where they stay tells, and that stands behind the preposition."""
    return walk.low in _STAYS and walk.ahead(1) in IN_AT_ON and walk.on()


def in_camps(walk: PredicateWalk) -> bool:
    """`are in tents`, `living in a camp`."""
    if walk.low not in IN_AT_ON or not (walk.aux or walk.tokens[walk.at - 1].low in _STAYS):
        return False
    behind = walk.tokens[walk.at + 1 : min(walk.end, walk.at + 6)]
    return any(t.low in _CAMPS for t in behind) and walk.tell(["displaced"], walk.at)


def by_verb(walk: PredicateWalk) -> bool:
    """`died`, `were killed`: the one word that tells."""
    kinds = walk.words.subject.get(walk.low)
    if kinds is None or (walk.low in walk.words.auxiliaries and walk.leads_on(walk.at)):
        return False
    meant = _meant(walk, kinds)
    return walk.tell(meant, walk.at) if meant else walk.stop()


def _meant(walk: PredicateWalk, kinds: list[str]) -> list[str] | None:
    """What the verb, which may mean `kinds`, means there; None where it tells nothing of the count."""
    tokens, j, low, after = walk.tokens, walk.at, walk.low, walk.ahead(1)
    if low == "left" and j + 2 < walk.end and (after in _LEFT_SO or walk.ahead(2) in ("dead", "wounded")):
        return walk.words.subject.get(after) or ["killed"]  # "left homeless", "left six dead"
    if walk.skipped and not walk.aux and low not in _AT_ONCE:
        return None
    if low in ("fell", "fallen") and after in _FELL:
        return None
    if low == "treated" and not any(t.low in _PASSIVE for t in tokens[max(0, j - 2) : j]):
        return None
    if low in _GOT_AWAY and after == "with" and _hurt(tokens, j + 2, walk.end):
        return ["wounded"]
    if j == walk.first and "captured" in kinds and _freed_later(tokens, j + 1, walk.end):
        return ["other"]
    return kinds


def _hurt(tokens: list[Token], j: int, end: int) -> bool:
    """`escaped with gunshot wounds`: hurt, and no refugees."""
    return any(t.low in _A_WOUND for t in tokens[j : min(end, j + 4)])


def _freed_later(tokens: list[Token], j: int, end: int) -> bool:
    """`Two girls abducted in 2014 were found alive`: the main verb says that they are free."""
    for k in range(j, min(end, j + 12)):
        if tokens[k].low in ("was", "were", "have", "has") and k + 1 < end:
            return any(t.low in _FREED or t.low == "alive" for t in tokens[k + 1 : min(end, k + 4)])
        if tokens[k].low in (";", "and", ","):
            return False
    return False
