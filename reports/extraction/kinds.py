"""Of what kind is a count: by its predicate, its noun, or what stands before it."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .fates import is_mixed
from .governors import governor_of
from .kind_fits import fit
from .kind_objects import Counted
from .kind_scenes import scene_of, shot
from .kind_signs import (
    a_people,
    died_behind_who,
    died_later,
    folk,
    harmed,
    keeps,
    of_a_model,
    participle,
    strength,
    strikes,
    summed_forces,
)
from .model import Token
from .phrases import Phrase
from .predicates import Verdict, predicate_of
from .tolls import lost_since, toll_behind, toll_of
from .words import ARMED, CountWords

_UNITS = cue("kinds", "units")
_FREED = cue("kinds", "freed")
_BODILY = cue("kinds", "bodily")
_BANDS = cue("kinds", "bands")
_UNIT_OF = cue("kinds", "bodies") | cue("kinds", "loose_bodies")
_BAND_OF = cue("kinds", "band_of")
_ENTERING = cue("kinds", "entering")
_SETTLED = cue("periods", "settled")
_OF_A_NAME = cue("kinds", "foes")
_MAKES = cue("kinds", "makes")
_SEATS = cue("kinds", "seats")
_OF_DISTRICTS = cue("kinds", "of_districts")
_HARMED = cue("kinds", "harmed")
_TOLD_BY_NOUNS = frozenset(["displaced", "killed", "wounded", "captured", "missing"])
_PASSIVE_PAST = frozenset(["was", "were", "had", "has", "have"])


def judge(
    tokens: list[Token], begin: int, phrase: Phrase, start: int, end: int, numbers: frozenset[int], words: CountWords
) -> Verdict | None:
    """The kind of the count whose number begins at token `begin`; None where nothing tells."""
    head = tokens[phrase.head].low if phrase.head is not None else ""
    if phrase.head is None and _strong(tokens, phrase.last, end):
        return Verdict("troops", "strong", phrase.last)
    if [t.low for t in tokens[phrase.first : phrase.first + 2]] == ["the", "number"] and (
        lost := lost_since(tokens, phrase.first + 2, end)
    ):
        return lost
    people = (
        words.person(head)
        or head in _OF_A_NAME
        or (
            phrase.head is not None
            and tokens[phrase.head].capital
            and not tokens[phrase.head].text.isupper()
            and head not in _MAKES
            and (words.plural(head) or a_people(tokens, phrase, end, words))
        )
    )
    if people and phrase.head is not None and of_a_model(tokens, begin, phrase.head):
        people, head = False, ""  # "15 L-39 trainers"
    seats = head in _SEATS and tokens[(phrase.head or 1) - 1].low in _OF_DISTRICTS
    settlement = words.noun_kind.get(head) == "settlements" or seats
    if words.noun_kind.get(head) == "strikes":
        return strikes(tokens, begin, phrase, words)
    armed = phrase.head is None or head in ("men", "people") or words.class_of.get(head) in ARMED
    if armed and begin - 2 >= start and tokens[begin - 1].low == "of" and tokens[begin - 2].low in _UNIT_OF:
        return Verdict("troops", "unit-of", begin - 2)
    banded = begin - 2 >= start and tokens[begin - 1].low == "of" and tokens[begin - 2].low in _BAND_OF
    if banded and words.class_of.get(head) in ARMED:
        return Verdict("troops", "unit-of", begin - 2)  # "a gang of 60 gunmen"
    if (scene := scene_of(tokens, begin, phrase, start, end, words)) or (
        scene := shot(tokens, phrase.last, end, people)
    ):
        return scene
    if (people or phrase.head is None) and begin > start and tokens[begin - 1].low in _FREED:
        return Verdict("other", "freed", begin - 1)  # "rescued 16 of those taken"
    if phrase.state is not None and tokens[phrase.state].low in _FREED:
        return Verdict("other", "freed", phrase.state)
    if (deed := harmed(tokens, begin, start, phrase, words)) and people:
        return deed
    if phrase.state is not None:
        state = words.noun_kind.get(tokens[phrase.state].low)
        if state and people:
            return Verdict(state, "state-adjective", phrase.state)
    if head in _HARMED and begin + 1 < (phrase.head or 0) and tokens[(phrase.head or 1) - 1].low in ("the", "those"):
        right = predicate_of(tokens, phrase.last, end, words)
        if not (right and right[0][0] == "killed"):
            return Verdict(words.noun_kind[head], "noun", phrase.head)
    settled = begin - 2 >= start and tokens[begin - 1].low == "of" and tokens[begin - 2].low in _SETTLED
    if settled and (people or (phrase.head is None and tokens[begin - 2].low == "population")):
        return Verdict("other", "inhabitants")  # "the town of 60,000 people fell", "its population of 2.3 million"
    if (phrase.head is None or people or settlement) and (
        verdict := _by_predicate(tokens, phrase, head, people, settlement, end, words)
    ):
        return verdict
    if not people and not settlement and phrase.head is not None and not phrase.part:
        right = predicate_of(tokens, phrase.last, end, words)
        if right and tokens[right[1]].low in _BODILY and not is_mixed(tokens, right[1], end):
            return Verdict(right[0][0], "bodily-predicate", right[1])
    own = words.noun_kind.get(head)
    if own in _TOLD_BY_NOUNS:
        return _by_noun(own, tokens, begin, phrase, start, end, words)
    if phrase.head is None and (behind := toll_behind(tokens, phrase.last, end, words)):
        return behind
    if phrase.head is None and (stated := strength(tokens, begin, start, phrase, words)):
        return stated
    toll = toll_of(tokens, begin, start, numbers, words) if phrase.head is None or words.person(head) else None
    left = governor_of(tokens, begin, start, numbers, words)
    # in "the toll has risen to 12" the auxiliary governs nothing
    if toll and (not left or left[1] < (toll.verb or 0) or tokens[left[1]].low in ("has", "have", "had")):
        return toll
    if left and phrase.part and any(k in numbers for k in range(left[1] + 1, begin)):
        left = None  # "received 29 bodies and 48 wounded, 30 of them children"
    joined = left is not None and any(t.low in ("and", ",", "but") for t in tokens[left[1] : begin])
    if joined and _has_its_own(tokens, phrase.last, end, words):
        left = None
    if left and (done := Counted(tokens, begin, phrase, head, people, words).done_to(*left, start, end)):
        return done
    if own == "troops" or head == "reinforcements":
        return Verdict("troops", "noun")
    if settlement:
        reach = 16 if phrase.last < end and tokens[phrase.last].low == "," else 10
        if any(t.low in ("hands", "control") for t in tokens[phrase.last : min(end, phrase.last + reach)]):
            return Verdict("settlements", "held")  # "remain in rebel hands"
        return Verdict("other", "settlement-without-verb")
    if (
        people
        and words.class_of.get(head) in ARMED
        and not phrase.part
        and (head not in _BANDS or keeps(tokens, phrase.last, end, words))
    ):
        after = tokens[phrase.last].low if phrase.last < end else ""
        if after in ("have", "has", "had") and phrase.last + 1 < end and participle(tokens[phrase.last + 1].low, words):
            return Verdict("other", "acts")  # "soldiers have handed over their rifles": no strength
        return Verdict("troops", "force-noun")
    whose = [t.low for t in tokens[phrase.last : min(end, phrase.last + 3)]]
    of_a_unit = whose[:1] in (["in"], ["of"]) and whose[-1] in _UNIT_OF
    if head == "men" and (of_a_unit or {t.low for t in tokens[max(start, begin - 9) : begin]} & _UNITS):
        return Verdict("troops", "strength-of-a-unit")
    if (
        head in ("men", "people")
        and begin >= start + 3
        and tokens[begin - 1].low == ","
        and _of_forces(tokens, begin, start, words)
    ):
        return Verdict("troops", "apposition")
    return None


def _by_noun(
    own: str, tokens: list[Token], begin: int, phrase: Phrase, start: int, end: int, words: CountWords
) -> Verdict:
    """The kind of a count whose noun tells one, `own`: `nine dead`, `13 hostages`, unless more is said of them."""
    around = tokens[max(start, begin - 4) : min(end, phrase.last + 4)]
    if own == "captured" and any(t.low in _FREED for t in around):
        return Verdict("other", "freed", phrase.head)
    shot_dead = begin - 1 > start and tokens[begin - 1].low == "dead" and tokens[begin - 2].low == "shot"
    if own == "captured" and begin > start and (shot_dead or "killed" in words.object.get(tokens[begin - 1].low, ())):
        return Verdict("killed", "verb-object", begin - 1)  # "executed 16 prisoners"
    if is_mixed(tokens, phrase.head or 0, end):
        return Verdict("other", "casualties", phrase.head)
    if own == "wounded" and (died := died_later(tokens, phrase.last, end, words)):
        return Verdict("killed", "predicate", died)
    return Verdict(own, "noun", phrase.head)


def _strong(tokens: list[Token], last: int, end: int) -> bool:
    """`800 strong`, `800-strong`, `"several hundred" strong`."""
    behind = [t.low for t in tokens[last : min(end, last + 3)] if t.low not in ('"', "”")]
    return behind[:1] == ["strong"] or behind[:2] == ["-", "strong"]


def _by_predicate(
    tokens: list[Token], phrase: Phrase, head: str, people: bool, settlement: bool, end: int, words: CountWords
) -> Verdict | None:
    """What is said behind people, towns or a bare number to have happened to them."""
    right = predicate_of(tokens, phrase.last, end, words)
    if settlement and (taken := _fallen(tokens, phrase.last, end, words)):
        return Verdict("settlements", "predicate", taken)
    if right and tokens[right[1]].low == "with" and words.noun_kind.get(head) == "killed":
        right = None  # "25 bodies with gunshot wounds"
    if right and words.noun_kind.get(head) in ("killed", "wounded") and "displaced" in right[0]:
        right = None  # "nine bodies had reached the morgue"
    forces = words.class_of.get(head) in ARMED or head == "men"
    if (
        right
        and forces
        and tokens[right[1]].low == "left"
        and right[1] == phrase.last
        and _has_them(tokens, phrase.first)
    ):
        return Verdict("troops", "predicate", right[1])  # "the jihadists have 1,500 fighters left"
    if right and right[1] == phrase.last and "captured" in right[0] and _acts_on(tokens, right[1] + 1, end, words):
        right = None  # "hundreds of fighters seized Kunduz"
    if right and tokens[right[1]].low in _ENTERING and "displaced" in right[0] and not folk(head, words):
        right = None  # "ten monitors entered the town"
    reduced = right is not None and right[1] <= phrase.last + 1 and right[0][0] != "killed"
    if reduced and right and people and (died := died_later(tokens, right[1] + 1, end, words)):
        return Verdict("killed", "predicate", died)  # "two men sent to clear mines died"
    if right is None and people and (died := died_behind_who(tokens, phrase.last, end)):
        return Verdict("killed", "predicate", died)
    if right and (verdict := fit(right, head, settlement, people or phrase.head is None, words, tokens, end)):
        return verdict
    return None


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


def _acts_on(tokens: list[Token], behind: int, end: int, words: CountWords) -> bool:
    """What a verb is followed by where it is no participle: a name, an article."""
    return behind < end and (tokens[behind].capital or tokens[behind].low in ("the", "a", "an", "its", "their"))


def _has_its_own(tokens: list[Token], last: int, end: int, words: CountWords) -> bool:
    """`killing four, and no civilians were harmed`: what is said behind a count of what happened to it."""
    passive = last + 1 < end and tokens[last].low in _PASSIVE_PAST
    if passive and tokens[last + 1].low in ("without", "unable", "short"):
        return True
    return passive and tokens[last + 1].low != "part" and participle(tokens[last + 1].low, words)


def _of_forces(tokens: list[Token], begin: int, start: int, words: CountWords) -> bool:
    """`the army, 9,000 men`, `brigades from Kasala and Gedaref, 9,000 men`."""
    near = tokens[begin - 3 : begin - 1]
    armed = any(words.class_of.get(t.low) in ARMED or t.low in ("army", "guard") for t in near)
    return armed or summed_forces(tokens, begin - 1, start, words)
