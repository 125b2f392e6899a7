"""A total and its parts. Needs figures; sets `part_of`."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .leaning import whole_told
from .listed_strikes import total_of_the_list
from .model import HARMED, MEASURES, Draft, Figure
from .remainders import rest_of_a_total
from .shared_out import shared_out

_HARM = frozenset(["killed", "wounded"])
_OUT_OF = cue("relate", "out_of")
_WHERE_AND_WHEN = cue("relate", "where_and_when")
_PEOPLE = cue("relate", "people")
_THE_DEAD = cue("relate", "the_dead")
_FAR = 5  # sentences back
_FALLING = cue("relate", "falling")
_LIVING = cue("relate", "living")
_STATES = cue("figures", "states")
_GOT_THERE = cue("relate", "got_there")


def find_wholes(draft: Draft) -> None:
    for k, figure in enumerate(draft.figures):
        if figure.part_of is not None:
            continue
        if (total := _out_of(draft, k)) is not None:
            figure.part_of, figure.rules["part_of"] = total, "out-of"
        elif (total := whole_told(draft, k)) is not None:
            figure.part_of, figure.rules["part_of"] = total, "of-those-told"
        elif (total := _of_those_counted(draft, k)) is not None:
            figure.part_of, figure.rules["part_of"] = total, "of-those-counted"
        elif (total := _among(draft, k)) is not None:
            figure.part_of, figure.rules["part_of"] = total, "among"
            _follow(figure, draft.figures[total], draft)
        elif (total := rest_of_a_total(draft, k)) is not None:
            figure.part_of, figure.rules["part_of"] = total, "what-is-left"
            _follow(figure, draft.figures[total], draft)
        elif how := "part-words" if figure.part else shared_out(draft, k):
            figure.part_of, figure.rules["part_of"] = _whole(draft, k), how
            if figure.part_of is not None and _got_away(draft, figure):
                figure.kind, figure.rule, figure.rules["kind"] = "other", figure.rule + "+freed", "freed"
            elif figure.part_of is not None:
                _follow(figure, draft.figures[figure.part_of], draft)
                _no_deaths(figure, draft.figures[figure.part_of])
        elif figure.kind == "strikes":
            figure.part_of, figure.rules["part_of"] = total_of_the_list(draft, k), "list-of-strikes"


def _whole(draft: Draft, k: int) -> int | None:
    """The figure that the part is taken from: the nearest before it that is no part itself."""
    figure = draft.figures[k]
    falls = _thing_falls(draft, figure)
    for j in range(k - 1, max(-1, k - 8), -1):
        other = draft.figures[j]
        if figure.sentence - other.sentence > 1:
            return None
        own = figure.rule.endswith("+noun")
        if (
            own
            and figure.kind in _HARM
            and other.kind in _HARM
            and other.kind != figure.kind
            and figure.kind == "killed"
        ):
            continue  # "91 killed and 210 injured, 62 of the dead": a part of the dead
        if falls and other.unit == "people":
            continue
        sibling = other.part_of is not None and figure.sentence == other.sentence
        if sibling and (other.kind == figure.kind or other.kind in _PEOPLE):
            return other.part_of  # "22, six of them soldiers, two of them officers": siblings share the whole
        if figure.unit == "percent" and figure.kind in HARMED and other.kind != figure.kind:
            continue  # "nine in ten of those killed"
        if _compared_with(draft, other):
            continue
        if other.kind in MEASURES or (other.unit == "percent" and figure.unit != "percent"):
            continue
        if figure.unit == "percent" and other.unit != "people" and other.kind not in _PEOPLE:
            continue
        if other.high is not None and figure.low is not None and figure.unit != "percent" and figure.low > other.high:
            continue
        thing = other.kind == "other" and other.unit not in ("people", figure.unit)
        if thing and figure.kind in ("killed", "wounded") and not falls:
            continue
        return j
    return None


def _compared_with(draft: Draft, other: Figure) -> bool:
    """`68,000 fled, up from 56,000; half of them`: what a count is set against is nobody's whole."""
    before = draft.lows[max(0, other.first - 2) : other.first]
    return other.bare and (
        before[-1:] == ["against"] or before in (["up", "from"], ["down", "from"], ["compared", "with"])
    )


def _thing_falls(draft: Draft, figure: Figure) -> bool:
    """`three of them had come down`, `two of them were intercepted`: missiles, and no people."""
    behind = draft.lows[figure.last : figure.last + 4]
    down = "down" in behind and not {"come", "came", "brought"}.isdisjoint(behind)
    return figure.bare and (down or not _FALLING.isdisjoint(behind))


def _of_those_counted(draft: Draft, k: int) -> int | None:
    """`15 of the victims`, `79 of these deaths`, `52 of the assaults`: of a count some sentences before."""
    figure = draft.figures[k]
    if figure.head is None or figure.part or figure.low is None:
        return None
    noun, inside = draft.lows[figure.head], draft.lows[figure.first : figure.head]
    if not any(a == "of" and b in ("the", "these", "those") for a, b in pairwise(inside)):
        return None
    for j in range(k - 1, max(-1, k - 12), -1):
        other = draft.figures[j]
        if figure.sentence - other.sentence > _FAR:
            return None
        dead = noun in _THE_DEAD and other.kind == "killed"
        alike = dead or (other.head is not None and draft.lows[other.head] == noun)
        if alike and other.part_of is None and (other.low or other.high or 0) > figure.low:
            return j
    return None


def _among(draft: Draft, k: int) -> int | None:
    """`Six children were among the dead`, `Among those taken were two nuns`: of the count told just before."""
    figure = draft.figures[k]
    if figure.verb is None or figure.kind not in HARMED:
        return None
    first = draft.sentences[figure.sentence].first
    if not any(t.low in ("among", "amongst") for t in draft.tokens[max(first, figure.verb - 4) : figure.verb]):
        return None
    for j in range(k - 1, max(-1, k - 8), -1):
        other = draft.figures[j]
        if figure.sentence - other.sentence > 3:
            return None
        if other.kind == figure.kind and other.part_of is None and other.unit == "people":
            size = other.high if other.high is not None else other.low
            return j if (figure.low or 0) < (size or 0) or other.high is None else None
    return None


def _out_of(draft: Draft, k: int) -> int | None:
    """`33 of 37 drones`: the second number is the whole."""
    if k + 1 >= len(draft.figures):
        return None
    figure, after = draft.figures[k], draft.figures[k + 1]
    if figure.number is None or after.number is None or after.sentence != figure.sentence:
        return None
    between = draft.text[figure.number.end : after.number.start].replace(",", " ,").split()
    among = between[-2:] in (["among", "the"], ["of", "the"]) and len(between) <= 4 and after.unit == "people"
    among = among or (figure.kind == "settlements" and between in (["of", "the"], ["of", "its"]))
    out_of = (
        {"of", "out"} & set(between) and set(between) <= _OUT_OF and ("against" not in between or "total" in between)
    )
    if not (among or out_of) or (figure.high or 0) > (after.high or after.low or 0):
        return None
    return k + 1


def _got_away(draft: Draft, figure: Figure) -> bool:
    """`Gunmen abducted 87 pupils; 28 of them have escaped`: they are free, and no refugees."""
    return (
        figure.part_of is not None and figure.kind == "displaced" and draft.figures[figure.part_of].kind == "captured"
    )


def _follow(figure: Figure, whole: Figure, draft: Draft) -> None:
    """A part is of the kind of its whole, unless its own verb says otherwise."""
    own = "+predicate" in figure.rule or "+verb-object" in figure.rule or "+noun" in figure.rule
    if figure.unit == "percent" and figure.kind == "other" and _told_of_a_deed(figure, draft):
        figure.kind = whole.kind
    if not own and figure.unit != "percent" and whole.kind not in MEASURES:
        figure.kind, figure.rules["kind"] = whole.kind, "as-its-whole"
        if whole.kind not in ("other",) or figure.bare:
            figure.unit, figure.rules["unit"] = whole.unit, "as-its-whole"
    if figure.subject_class == "unspecified" and figure.unit == whole.unit:
        figure.subject_class, figure.rules["subject_class"] = whole.subject_class, "as-its-whole"


def _no_deaths(figure: Figure, whole: Figure) -> None:
    """`The enemy lost 418 men, 169 of them killed`: then the others were not."""
    told = figure.kind == "killed" and figure.rule.endswith(("+predicate", "+noun"))
    if told and whole.rule.endswith("+losses") and figure.sentence == whole.sentence:
        whole.kind, whole.rules["kind"] = "other", "losses-not-all-dead"
        whole.rule = whole.rule.replace("+losses", "+casualties")


def _told_of_a_deed(figure: Figure, draft: Draft) -> bool:
    """`a third of them in the past week`, `half of them to Kenya`: what a share did, not who they are."""
    lows, at = draft.lows, figure.last
    if lows[at : at + 1] == ["of"]:
        at += 2 + (lows[at + 2 : at + 3] != [] and lows[at + 2] in _STATES)
    told, verb = "".join(lows[at : at + 1]), "".join(lows[at + 1 : at + 2])
    if told in ("have", "has", "had"):
        return verb in _GOT_THERE | _LIVING  # "a quarter of whom have reached the capital"
    if told in ("are", "were"):
        return verb.endswith("ing")  # "a fifth of them are sleeping in parks"
    return told in _WHERE_AND_WHEN or told in _LIVING
