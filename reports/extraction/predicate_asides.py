"""What may stand between a count and its predicate: auxiliaries, asides, places, another one; steps that pass it."""

from __future__ import annotations

from .cues import cue
from .predicate_walk import HELPERS, IN_AT_ON, PredicateWalk

_PASSIVE = cue("grammar", "be")
_TO_PARTICIPLES = _PASSIVE | {"have", "has", "had", "will", "could", "remain", "remained"}
_SPELLS = cue("kinds", "spells")
_EACH = cue("grammar", "each")
_LYING = cue("kinds", "lying") | {"daily", "weekly"}
_ASIDES = frozenset({",", "—", "–", "--"})
_ONE_MORE = cue("kinds", "one_more")
_SCORES = cue("kinds", "scores")
_FINITE = cue("kinds", "finite")
_PASSED_OVER = cue("kinds", "passed_over") | {"“", "”", "'s"}  # between a count and its verb
_COUNTED_ASIDE = cue("kinds", "counted_aside")
_WHERE = IN_AT_ON | {"from", "near", "of"}
_ASIDE = 30  # tokens in an aside
_BEHIND_ASIDE = 8  # tokens looked at behind it
_PLACE = 9  # tokens that tell where they were


def past_brackets(walk: PredicateWalk) -> bool:
    """`25,000 people (5,000 households) have fled`."""
    if walk.low != "(":
        return False
    for k in range(walk.at, min(walk.end, walk.at + 9)):
        if walk.tokens[k].low == ")":
            return walk.to(k + 1)
    return False


def past_each_day(walk: PredicateWalk) -> bool:
    """`4,000 a day flee`, `50 people every week die`."""
    return walk.low in _EACH and walk.ahead(1) in _SPELLS and walk.on(2)


def past_lying(walk: PredicateWalk) -> bool:
    """`were lying wounded`."""
    if walk.low not in _LYING:
        return False
    walk.aux = True
    return walk.on()


def past_auxiliary(walk: PredicateWalk) -> bool:
    """`have been`, `could`."""
    if walk.low not in walk.words.auxiliaries:
        return False
    walk.aux = walk.aux or walk.low in _TO_PARTICIPLES
    return walk.on()


def past_the_number(walk: PredicateWalk) -> bool:
    """`bringing to eight the number killed`."""
    return walk.low == "the" and walk.ahead(1) == "number" and walk.on(2)


def past_adverb(walk: PredicateWalk) -> bool:
    """`reportedly`, `since`, quotation marks."""
    return (walk.low.endswith("ly") or walk.low in _PASSED_OVER) and walk.on()


def not_past_two(walk: PredicateWalk) -> bool:
    """Behind an auxiliary or an aside none is passed any more."""
    return (walk.aux or walk.skipped) and walk.stop()


def past_aside(walk: PredicateWalk) -> bool:
    """`nine people, most of them women, were killed`: to what the aside is closed before."""
    if walk.low not in _ASIDES:
        return False
    close = _closed(walk)
    if not close:
        return walk.stop()
    if kinds := walk.in_three(close):
        return walk.tell(kinds, close + 2)  # "nine people, including an infant, lost their lives"
    low = walk.tokens[close].low
    if walk.verb_at(close) or (low == "left" and low in walk.words.subject and not walk.leads_on(close)):
        aside = walk.tokens[walk.at + 1 : close - 1]
        counted = any(t.kind == "n" or t.low in _COUNTED_ASIDE for t in aside)
        return walk.tell(walk.words.subject[low], close) if counted else walk.stop()
    walk.limit, walk.skipped = min(walk.end, close + _BEHIND_ASIDE), True
    return walk.to(close)


def _closed(walk: PredicateWalk) -> int:
    """The token of the predicate right behind the mark that closes the aside, or 0."""
    for k in range(walk.at + 1, min(walk.end, walk.at + _ASIDE)):
        if walk.tokens[k - 1].low != walk.low:
            continue
        low = walk.tokens[k].low
        if low in HELPERS or low in walk.words.subject or walk.in_three(k):
            return k
    return 0


def past_another_name(walk: PredicateWalk) -> bool:
    """`nine Sunnis and Kurds were killed`."""
    if walk.low != "and" or walk.ahead(2) not in HELPERS:
        return False
    other = walk.tokens[walk.at + 1]
    return (other.capital or walk.words.plural(other.low)) and walk.on(2)


def past_one_more(walk: PredicateWalk) -> bool:
    """`two nurses and a cook died`, `and its driver`: to the verb that is also theirs."""
    tokens, behind = walk.tokens, walk.at + 3
    if walk.low != "and" or behind >= walk.end:
        return False
    if tokens[behind - 2].low not in _ONE_MORE or tokens[behind - 1].low in _SCORES:
        return False
    for k in range(behind, min(walk.end, behind + 3)):
        if tokens[k].low in HELPERS or walk.verb_at(k):
            return walk.to(k)
        if tokens[k].kind != "w" or tokens[k].low in walk.words.stops:
            return False
    return False


def past_place(walk: PredicateWalk) -> bool:
    """`five people on board died`, `nine men working in the mine were killed`."""
    if walk.low not in _WHERE and not walk.low.endswith("ing"):
        return False
    if walk.ahead(1) in ("what", "which", "whom"):
        return walk.stop()  # "hold 20 hostages in what is left of it"
    k = walk.at + 1
    last = min(walk.end, walk.at + _PLACE)
    while k < last and not _ends_place(walk, k):
        k += 1
    low = walk.tokens[k].low if k < last else ""
    if low in _FINITE:
        return walk.tell(walk.words.subject[low], k)
    if low == ",":
        return walk.to(k)
    if low not in HELPERS:
        return walk.stop()
    walk.skipped = walk.aux = True
    return walk.to(k)


def _ends_place(walk: PredicateWalk, k: int) -> bool:
    """A verb, a mark or a conjunction."""
    token = walk.tokens[k]
    if token.low in HELPERS or token.low in _FINITE or token.low in walk.words.conjunctions:
        return True
    return token.kind == "p" and token.low != "'s"
