"""Of what kind is a count: by its predicate, its noun, or what stands before it."""

from __future__ import annotations

from collections.abc import Callable

from .counted import Counted
from .cues import cue
from .fates import is_mixed
from .governors import governor_of
from .kind_objects import done_to
from .kind_predicates import by_predicate, of_things
from .kind_scenes import scene_of, shot
from .kind_signs import (
    died_later,
    harmed,
    keeps,
    participle,
    strength,
    strikes,
    summed_forces,
)
from .model import HARMED, Token
from .predicates import Verdict, predicate_of
from .tolls import lost_since, toll_behind, toll_of
from .words import ARMED, CountWords

_UNITS = cue("kinds", "units")
_FREED = cue("kinds", "freed")
_BANDS = cue("kinds", "bands")
_UNIT_OF = cue("kinds", "bodies") | cue("kinds", "loose_bodies")
_BAND_OF = cue("kinds", "band_of")
_SETTLED = cue("periods", "settled")
_HARMED_NOUNS = cue("kinds", "harmed")
_TOLD_BY_NOUNS = HARMED | {"displaced"}
_PASSIVE_PAST = frozenset(["was", "were", "had", "has", "have"])
_HAVE = frozenset(["has", "have", "had"])


def judge(count: Counted) -> Verdict | None:
    """The kind of a count: what the first of the rules says that has something to say; None where nothing tells."""
    for rule in _RULES:
        if verdict := rule(count):
            return verdict
    return None


def _strong(count: Counted) -> Verdict | None:
    """`800 strong`, `800-strong`, `"several hundred" strong`."""
    last = count.phrase.last
    behind = [t.low for t in count.tokens[last : min(count.end, last + 3)] if t.low not in ('"', "”")]
    told = behind[:1] == ["strong"] or behind[:2] == ["-", "strong"]
    return Verdict("troops", "strong", last) if count.bare and told else None


def _number_lost(count: Counted) -> Verdict | None:
    """`put at 150 the number lost since May`."""
    first = count.phrase.first
    if [t.low for t in count.tokens[first : first + 2]] != ["the", "number"]:
        return None
    return lost_since(count.tokens, first + 2, count.end)


def _strikes(count: Counted) -> Verdict | None:
    """`ten air raids`, `raids by police`."""
    return strikes(count.tokens, count.begin, count.phrase, count.words) if count.own == "strikes" else None


def _of_a_unit(count: Counted) -> Verdict | None:
    """`a garrison of 60`, `a gang of 60 gunmen`."""
    unit = count.group in _UNIT_OF and (count.bare or count.head in ("men", "people") or count.armed)
    band = count.group in _BAND_OF and count.armed
    return Verdict("troops", "unit-of", count.begin - 2) if unit or band else None


def _by_scene(count: Counted) -> Verdict | None:
    """What the words right before or behind the count tell."""
    return scene_of(count) or shot(count.tokens, count.phrase.last, count.end, count.people)


def _freed(count: Counted) -> Verdict | None:
    """`rescued 16 of those taken`, `30 freed hostages`."""
    if (count.people or count.bare) and count.lead in _FREED:
        return Verdict("other", "freed", count.begin - 1)
    if count.phrase.state is not None and count.tokens[count.phrase.state].low in _FREED:
        return Verdict("other", "freed", count.phrase.state)
    return None


def _by_verb_close_before(count: Counted) -> Verdict | None:
    """`killed 14 displaced people`: what was done to them, and not what they were."""
    return harmed(count.tokens, count.begin, count.start, count.phrase, count.words) if count.people else None


def _by_state(count: Counted) -> Verdict | None:
    """`1,706 wounded people`."""
    if count.phrase.state is None or not count.people:
        return None
    kind = count.words.noun_kind.get(count.tokens[count.phrase.state].low)
    return Verdict(kind, "state-adjective", count.phrase.state) if kind else None


def _of_the_harmed(count: Counted) -> Verdict | None:
    """`12 of the wounded`, unless they died."""
    head = count.phrase.head or 0
    if count.head not in _HARMED_NOUNS or count.begin + 1 >= head or count.tokens[head - 1].low not in ("the", "those"):
        return None
    right = predicate_of(count.tokens, count.phrase.last, count.end, count.words)
    died = right is not None and right[0][0] == "killed"
    return None if died else Verdict(count.words.noun_kind[count.head], "noun", count.phrase.head)


def _inhabitants(count: Counted) -> Verdict | None:
    """`the town of 60,000 people fell`, `its population of 2.3 million`."""
    settled = count.group in _SETTLED and (count.people or (count.bare and count.group == "population"))
    return Verdict("other", "inhabitants") if settled else None


def _by_noun(count: Counted) -> Verdict | None:
    """A noun that tells a kind: `nine dead`, `13 hostages`, unless more is said of them."""
    own, tokens, begin, last = count.own, count.tokens, count.begin, count.phrase.last
    if own not in _TOLD_BY_NOUNS:
        return None
    around = tokens[max(count.start, begin - 4) : min(count.end, last + 4)]
    if own == "captured" and any(t.low in _FREED for t in around):
        return Verdict("other", "freed", count.phrase.head)
    shot_dead = begin - 1 > count.start and tokens[begin - 1].low == "dead" and tokens[begin - 2].low == "shot"
    if own == "captured" and (shot_dead or "killed" in count.words.object.get(count.lead, ())):
        return Verdict("killed", "verb-object", begin - 1)  # "executed 16 prisoners"
    if is_mixed(tokens, count.phrase.head or 0, count.end):
        return Verdict("other", "casualties", count.phrase.head)
    if own == "wounded" and (died := died_later(tokens, last, count.end, count.words)):
        return Verdict("killed", "predicate", died)
    return Verdict(own, "noun", count.phrase.head)


def _bare_toll_behind(count: Counted) -> Verdict | None:
    """`brings to 824 the civilian toll`."""
    return toll_behind(count.tokens, count.phrase.last, count.end, count.words) if count.bare else None


def _bare_strength(count: Counted) -> Verdict | None:
    """`cut its force to 5,500`."""
    return strength(count.tokens, count.begin, count.start, count.phrase, count.words) if count.bare else None


def _by_toll_or_verb(count: Counted) -> Verdict | None:
    """A toll that is told before, or the verb whose object the count is: the nearer of the two."""
    tokens, begin = count.tokens, count.begin
    told = count.bare or count.words.person(count.head)
    toll = toll_of(tokens, begin, count.start, count.numbers, count.words) if told else None
    left = governor_of(tokens, begin, count.start, count.numbers, count.words)
    # in "the toll has risen to 12" the auxiliary governs nothing
    if toll and (not left or left[1] < (toll.verb or 0) or tokens[left[1]].low in _HAVE):
        return toll
    if left and count.phrase.part and any(k in count.numbers for k in range(left[1] + 1, begin)):
        return None  # "received 29 bodies and 48 wounded, 30 of them children"
    joined = left is not None and any(t.low in ("and", ",", "but") for t in tokens[left[1] : begin])
    if left is None or (joined and _has_its_own(tokens, count.phrase.last, count.end, count.words)):
        return None
    return done_to(count, *left)


def _troops(count: Counted) -> Verdict | None:
    """`12,000 troops`, `500 reinforcements`."""
    return Verdict("troops", "noun") if count.own == "troops" or count.head == "reinforcements" else None


def _settlements(count: Counted) -> Verdict | None:
    """`six hamlets remain in rebel hands`; of others nothing is told."""
    if not count.settlement:
        return None
    last = count.phrase.last
    reach = 16 if last < count.end and count.tokens[last].low == "," else 10
    held = any(t.low in ("hands", "control") for t in count.tokens[last : min(count.end, last + reach)])
    return Verdict("settlements", "held") if held else Verdict("other", "settlement-without-verb")


def _forces(count: Counted) -> Verdict | None:
    """`1,200 soldiers`: in strength, unless they act: "soldiers have handed over their rifles"."""
    last = count.phrase.last
    if not (count.people and count.armed) or count.phrase.part:
        return None
    if count.head in _BANDS and not keeps(count.tokens, last, count.end, count.words):
        return None
    after = count.tokens[last].low if last < count.end else ""
    acts = after in _HAVE and last + 1 < count.end and participle(count.tokens[last + 1].low, count.words)
    return Verdict("other", "acts") if acts else Verdict("troops", "force-noun")


def _men_of_a_unit(count: Counted) -> Verdict | None:
    """`the brigade has lost 300 of its 900 men`, `1,200 men in the garrison`."""
    last = count.phrase.last
    whose = [t.low for t in count.tokens[last : min(count.end, last + 3)]]
    of_a_unit = whose[:1] in (["in"], ["of"]) and whose[-1] in _UNIT_OF
    near = {t.low for t in count.tokens[max(count.start, count.begin - 9) : count.begin]}
    return Verdict("troops", "strength-of-a-unit") if count.head == "men" and (of_a_unit or near & _UNITS) else None


def _in_apposition(count: Counted) -> Verdict | None:
    """`the army, 9,000 men`, `brigades from Kasala and Gedaref, 9,000 men`."""
    if count.head not in ("men", "people") or count.begin < count.start + 3 or count.lead != ",":
        return None
    near = count.tokens[count.begin - 3 : count.begin - 1]
    armed = any(count.words.class_of.get(t.low) in ARMED or t.low in ("army", "guard") for t in near)
    forces = armed or summed_forces(count.tokens, count.begin - 1, count.start, count.words)
    return Verdict("troops", "apposition") if forces else None


def _has_its_own(tokens: list[Token], last: int, end: int, words: CountWords) -> bool:
    """`killing four, and no civilians were harmed`: what is said behind a count of what happened to it."""
    passive = last + 1 < end and tokens[last].low in _PASSIVE_PAST
    if passive and tokens[last + 1].low in ("without", "unable", "short"):
        return True
    return passive and tokens[last + 1].low != "part" and participle(tokens[last + 1].low, words)


_RULES: tuple[Callable[[Counted], Verdict | None], ...] = (
    _strong,
    _number_lost,
    _strikes,
    _of_a_unit,
    _by_scene,
    _freed,
    _by_verb_close_before,
    _by_state,
    _of_the_harmed,
    _inhabitants,
    by_predicate,
    of_things,
    _by_noun,
    _bare_toll_behind,
    _bare_strength,
    _by_toll_or_verb,
    _troops,
    _settlements,
    _forces,
    _men_of_a_unit,
    _in_apposition,
)
