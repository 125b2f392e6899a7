"""Of what kind is a count, by what is said behind it: `nine were killed`, `six villages had fallen to the army`."""

from __future__ import annotations

from itertools import pairwise

from .counted import Counted
from .cues import cue
from .fates import is_mixed
from .kind_fits import fit
from .kind_signs import died_behind_who, died_later, folk
from .model import Token
from .predicates import Verdict, predicate_of
from .words import CountWords

_BODILY = cue("kinds", "bodily")
_ENTERING = cue("kinds", "entering")


def by_predicate(count: Counted) -> Verdict | None:
    """What is said behind people, towns or a bare number to have happened to them."""
    if not (count.bare or count.people or count.settlement):
        return None
    tokens, last = count.tokens, count.phrase.last
    right = predicate_of(tokens, last, count.end, count.words)
    if count.settlement and (taken := _fallen(tokens, last, count.end, count.words)):
        return Verdict("settlements", "predicate", taken)
    if right and tokens[right[1]].low == "with" and count.own == "killed":
        right = None  # "25 bodies with gunshot wounds"
    if right and count.own in ("killed", "wounded") and "displaced" in right[0]:
        right = None  # "nine bodies had reached the morgue"
    if (
        right
        and (count.armed or count.head == "men")
        and tokens[right[1]].low == "left"
        and right[1] == last
        and _has_them(tokens, count.phrase.first)
    ):
        return Verdict("troops", "predicate", right[1])  # "the jihadists have 1,500 fighters left"
    if right and right[1] == last and "captured" in right[0] and _acts_on(tokens, right[1] + 1, count.end):
        right = None  # "hundreds of fighters seized Kunduz"
    if right and tokens[right[1]].low in _ENTERING and "displaced" in right[0] and not folk(count.head, count.words):
        right = None  # "ten monitors entered the town"
    reduced = right is not None and right[1] <= last + 1 and right[0][0] != "killed"
    if reduced and right and count.people and (died := died_later(tokens, right[1] + 1, count.end, count.words)):
        return Verdict("killed", "predicate", died)  # "two men sent to clear mines died"
    if right is None and count.people and (died := died_behind_who(tokens, last, count.end)):
        return Verdict("killed", "predicate", died)
    return fit(count, *right) if right else None


def of_things(count: Counted) -> Verdict | None:
    """`12 camels were killed`: what befalls bodies befalls beasts as well."""
    if count.people or count.settlement or count.bare or count.phrase.part:
        return None
    right = predicate_of(count.tokens, count.phrase.last, count.end, count.words)
    if right is None or count.tokens[right[1]].low not in _BODILY or is_mixed(count.tokens, right[1], count.end):
        return None
    return Verdict(right[0][0], "bodily-predicate", right[1])


def _fallen(tokens: list[Token], last: int, end: int, words: CountWords) -> int:
    """`Six villages had fallen to the army`, `three towns fell into its hands`: the verb, or 0."""
    k = last
    while k < end and tokens[k].low in words.auxiliaries:
        k += 1
    fell = k + 1 < end and tokens[k].low in ("fell", "fallen", "fall") and tokens[k + 1].low in ("to", "into", "under")
    return k if fell else 0


def _has_them(tokens: list[Token], first: int) -> bool:
    """`have`, `there are`: before a count of those who are left."""
    lead = [t.low for t in tokens[max(0, first - 8) : first]]
    return bool({"have", "has", "had"} & set(lead)) or any(
        a == "there" and b in ("are", "were") for a, b in pairwise(lead)
    )


def _acts_on(tokens: list[Token], behind: int, end: int) -> bool:
    """What a verb is followed by where it is no participle: a name, an article."""
    return behind < end and (tokens[behind].capital or tokens[behind].low in ("the", "a", "an", "its", "their"))
