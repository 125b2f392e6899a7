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
_HARMED = cue("kinds", "harmed")
_TOLD_BY_NOUNS = HARMED | {"displaced"}
_PASSIVE_PAST = frozenset(["was", "were", "had", "has", "have"])
_HAVE = frozenset(["has", "have", "had"])


def judge(of: Counted) -> Verdict | None:
    """The kind of a count: what the first of the rules says that has something to say; None where nothing tells."""
    for rule in _RULES:
        if verdict := rule(of):
            return verdict
    return None


def _strong(of: Counted) -> Verdict | None:
    """`800 strong`, `800-strong`, `"several hundred" strong`."""
    last = of.phrase.last
    behind = [t.low for t in of.tokens[last : min(of.end, last + 3)] if t.low not in ('"', "”")]
    told = behind[:1] == ["strong"] or behind[:2] == ["-", "strong"]
    return Verdict("troops", "strong", last) if of.bare and told else None


def _number_lost(of: Counted) -> Verdict | None:
    """`put at 150 the number lost since May`."""
    first = of.phrase.first
    if [t.low for t in of.tokens[first : first + 2]] != ["the", "number"]:
        return None
    return lost_since(of.tokens, first + 2, of.end)


def _strikes(of: Counted) -> Verdict | None:
    return strikes(of.tokens, of.begin, of.phrase, of.words) if of.own == "strikes" else None


def _of_a_unit(of: Counted) -> Verdict | None:
    """`a garrison of 60`, `a gang of 60 gunmen`."""
    unit = of.group in _UNIT_OF and (of.bare or of.head in ("men", "people") or of.armed)
    band = of.group in _BAND_OF and of.armed
    return Verdict("troops", "unit-of", of.begin - 2) if unit or band else None


def _by_scene(of: Counted) -> Verdict | None:
    """What the words right before or behind the count tell."""
    scene = scene_of(of.tokens, of.begin, of.phrase, of.start, of.end, of.words)
    return scene or shot(of.tokens, of.phrase.last, of.end, of.people)


def _freed(of: Counted) -> Verdict | None:
    """`rescued 16 of those taken`, `30 freed hostages`."""
    if (of.people or of.bare) and of.lead in _FREED:
        return Verdict("other", "freed", of.begin - 1)
    if of.phrase.state is not None and of.tokens[of.phrase.state].low in _FREED:
        return Verdict("other", "freed", of.phrase.state)
    return None


def _by_verb_close_before(of: Counted) -> Verdict | None:
    return harmed(of.tokens, of.begin, of.start, of.phrase, of.words) if of.people else None


def _by_state(of: Counted) -> Verdict | None:
    """`1,706 wounded people`."""
    if of.phrase.state is None or not of.people:
        return None
    kind = of.words.noun_kind.get(of.tokens[of.phrase.state].low)
    return Verdict(kind, "state-adjective", of.phrase.state) if kind else None


def _of_the_harmed(of: Counted) -> Verdict | None:
    """`12 of the wounded`, unless they died."""
    head = of.phrase.head or 0
    if of.head not in _HARMED or of.begin + 1 >= head or of.tokens[head - 1].low not in ("the", "those"):
        return None
    right = predicate_of(of.tokens, of.phrase.last, of.end, of.words)
    died = right is not None and right[0][0] == "killed"
    return None if died else Verdict(of.words.noun_kind[of.head], "noun", of.phrase.head)


def _inhabitants(of: Counted) -> Verdict | None:
    """`the town of 60,000 people fell`, `its population of 2.3 million`."""
    settled = of.group in _SETTLED and (of.people or (of.bare and of.group == "population"))
    return Verdict("other", "inhabitants") if settled else None


def _by_noun(of: Counted) -> Verdict | None:
    """A noun that tells a kind: `nine dead`, `13 hostages`, unless more is said of them."""
    own, tokens, begin, last = of.own, of.tokens, of.begin, of.phrase.last
    if own not in _TOLD_BY_NOUNS:
        return None
    around = tokens[max(of.start, begin - 4) : min(of.end, last + 4)]
    if own == "captured" and any(t.low in _FREED for t in around):
        return Verdict("other", "freed", of.phrase.head)
    shot_dead = begin - 1 > of.start and tokens[begin - 1].low == "dead" and tokens[begin - 2].low == "shot"
    if own == "captured" and (shot_dead or "killed" in of.words.object.get(of.lead, ())):
        return Verdict("killed", "verb-object", begin - 1)  # "executed 16 prisoners"
    if is_mixed(tokens, of.phrase.head or 0, of.end):
        return Verdict("other", "casualties", of.phrase.head)
    if own == "wounded" and (died := died_later(tokens, last, of.end, of.words)):
        return Verdict("killed", "predicate", died)
    return Verdict(own, "noun", of.phrase.head)


def _bare_toll_behind(of: Counted) -> Verdict | None:
    return toll_behind(of.tokens, of.phrase.last, of.end, of.words) if of.bare else None


def _bare_strength(of: Counted) -> Verdict | None:
    return strength(of.tokens, of.begin, of.start, of.phrase, of.words) if of.bare else None


def _by_toll_or_verb(of: Counted) -> Verdict | None:
    """A toll that is told before, or the verb whose object the count is: the nearer of the two."""
    tokens, begin = of.tokens, of.begin
    told = of.bare or of.words.person(of.head)
    toll = toll_of(tokens, begin, of.start, of.numbers, of.words) if told else None
    left = governor_of(tokens, begin, of.start, of.numbers, of.words)
    # in "the toll has risen to 12" the auxiliary governs nothing
    if toll and (not left or left[1] < (toll.verb or 0) or tokens[left[1]].low in _HAVE):
        return toll
    if left and of.phrase.part and any(k in of.numbers for k in range(left[1] + 1, begin)):
        return None  # "received 29 bodies and 48 wounded, 30 of them children"
    joined = left is not None and any(t.low in ("and", ",", "but") for t in tokens[left[1] : begin])
    if left is None or (joined and _has_its_own(tokens, of.phrase.last, of.end, of.words)):
        return None
    return done_to(of, *left)


def _troops(of: Counted) -> Verdict | None:
    return Verdict("troops", "noun") if of.own == "troops" or of.head == "reinforcements" else None


def _settlements(of: Counted) -> Verdict | None:
    """`six hamlets remain in rebel hands`; of others nothing is told."""
    if not of.settlement:
        return None
    last = of.phrase.last
    reach = 16 if last < of.end and of.tokens[last].low == "," else 10
    held = any(t.low in ("hands", "control") for t in of.tokens[last : min(of.end, last + reach)])
    return Verdict("settlements", "held") if held else Verdict("other", "settlement-without-verb")


def _forces(of: Counted) -> Verdict | None:
    """`1,200 soldiers`: in strength, unless they act: "soldiers have handed over their rifles"."""
    last = of.phrase.last
    if not (of.people and of.armed) or of.phrase.part:
        return None
    if of.head in _BANDS and not keeps(of.tokens, last, of.end, of.words):
        return None
    after = of.tokens[last].low if last < of.end else ""
    acts = after in _HAVE and last + 1 < of.end and participle(of.tokens[last + 1].low, of.words)
    return Verdict("other", "acts") if acts else Verdict("troops", "force-noun")


def _men_of_a_unit(of: Counted) -> Verdict | None:
    """`the brigade has lost 300 of its 900 men`, `1,200 men in the garrison`."""
    last = of.phrase.last
    whose = [t.low for t in of.tokens[last : min(of.end, last + 3)]]
    of_a_unit = whose[:1] in (["in"], ["of"]) and whose[-1] in _UNIT_OF
    near = {t.low for t in of.tokens[max(of.start, of.begin - 9) : of.begin]}
    return Verdict("troops", "strength-of-a-unit") if of.head == "men" and (of_a_unit or near & _UNITS) else None


def _in_apposition(of: Counted) -> Verdict | None:
    """`the army, 9,000 men`, `brigades from Kasala and Gedaref, 9,000 men`."""
    if of.head not in ("men", "people") or of.begin < of.start + 3 or of.lead != ",":
        return None
    near = of.tokens[of.begin - 3 : of.begin - 1]
    armed = any(of.words.class_of.get(t.low) in ARMED or t.low in ("army", "guard") for t in near)
    forces = armed or summed_forces(of.tokens, of.begin - 1, of.start, of.words)
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
