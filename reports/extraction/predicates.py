"""The predicate of a count: what is said, behind it, to have happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import cue
from .model import Token
from .words import CountWords

_PASSIVE = cue("grammar", "be")
_HELPERS = cue("grammar", "helpers")
_FREED = cue("kinds", "freed")
_WARDS = cue("kinds", "wards")
_CAMPS = cue("kinds", "camps")
_SPELLS = cue("kinds", "spells")
_EACH = cue("grammar", "each")
_LYING = cue("kinds", "lying")
_ASIDES = frozenset({",", "—", "–", "--"})
_MADE_UP = cue("kinds", "made_up")
_GOT_AWAY = cue("kinds", "got_away")
_WITH = cue("kinds", "with_wounds")
_TRIED = cue("kinds", "tried")
_ONE_MORE = cue("kinds", "one_more")
_SCORES = cue("kinds", "scores")
_STAYS = cue("kinds", "stays")
_FINITE = cue("kinds", "finite")
_PASSED_OVER = cue("kinds", "passed_over")  # between a count and its verb
_REACH = 18  # tokens looked at on either side
_WOUNDS = cue("kinds", "wounds")
_A_WOUND = cue("kinds", "a_wound")
_LEFT_SO = cue("kinds", "left_so")
_FELL = cue("kinds", "fell")
_COUNTED_ASIDE = cue("kinds", "counted_aside")
_AT_ONCE = cue("kinds", "at_once")


@dataclass(slots=True)
class Verdict:
    """A kind, the rule that gave it and the predicate's token."""

    kind: str
    rule: str
    verb: int | None = None
    toll: bool = False


def predicate_of(tokens: list[Token], j: int, end: int, words: CountWords) -> tuple[list[str], int] | None:
    """The predicate after the phrase: past auxiliaries, and past one aside between commas or dashes."""
    first, limit = j, min(end, j + _REACH)
    skipped = False
    aux = False
    while j < limit:
        low = tokens[j].low
        pair = f"{low} {tokens[j + 1].low}" if j + 1 < end else ""
        if j + 2 < end and (triple := f"{pair} {tokens[j + 2].low}") in words.subject:
            return words.subject[triple], j + 2
        if low == "(" and (shut := next((k for k in range(j, min(end, j + 9)) if tokens[k].low == ")"), None)):
            j = shut + 1  # "25,000 people (5,000 households) have fled"
            continue
        if low in _WITH and any(t.low in _WOUNDS for t in tokens[j + 1 : j + 5]):
            return ["wounded"], j
        if pair == "taken to":
            if any(t.low in _WARDS for t in tokens[j + 2 : j + 8]):
                return ["wounded"], j
            away = tokens[j - 1].low == "being" and any(t.capital for t in tokens[j + 2 : j + 3])  # "taken to Vayk"
            return (["displaced"], j) if away else None
        if pair in words.subject:
            morgue = low == "in" and j + 2 < end and tokens[j + 2].low.startswith(("mortuar", "morgue"))
            return (["killed"] if morgue else words.subject[pair]), j + 1
        if j + 2 < end and tokens[j + 1].low == "to" and tokens[j + 2].low == "death" and low not in _TRIED:
            return ["killed"], j + 2  # "burned to death"
        if low == "among" and (found := _among(tokens, j + 1, end, words)):
            return found
        if (
            low in _MADE_UP
            and (low != "made" or pair == "made up")
            and not skipped
            and (found := _past_the_list(tokens, j, end, words))
        ):
            return found
        stays = aux or tokens[j - 1].low in _STAYS
        if low in _STAYS and j + 1 < end and tokens[j + 1].low in ("in", "at", "on"):
            j += 1
            continue
        if stays and low in ("in", "at", "on") and any(t.low in _CAMPS for t in tokens[j + 1 : min(end, j + 6)]):
            return ["displaced"], j
        if low in words.subject and (low not in words.auxiliaries or not _follows(tokens, j, end, words)):
            if (
                low == "left"
                and j + 2 < end
                and (tokens[j + 1].low in _LEFT_SO or tokens[j + 2].low in ("dead", "wounded"))
            ):
                return (words.subject.get(tokens[j + 1].low) or ["killed"]), j
            if skipped and not aux and low not in _AT_ONCE:
                return None
            if low in ("fell", "fallen") and j + 1 < end and tokens[j + 1].low in _FELL:
                return None
            if low == "treated" and not any(t.low in _PASSIVE for t in tokens[max(0, j - 2) : j]):
                return None
            if low in _GOT_AWAY and j + 1 < end and tokens[j + 1].low == "with" and _hurt(tokens, j + 2, end):
                return ["wounded"], j
            if j == first and "captured" in words.subject[low] and _freed_later(tokens, j + 1, end):
                return ["other"], j
            return words.subject[low], j
        if low in _EACH and j + 1 < end and tokens[j + 1].low in _SPELLS:
            j += 2  # "4,000 a day flee", "50 people every week die"
        elif low in _LYING or low in ("daily", "weekly"):
            aux, j = True, j + 1  # "were lying wounded"
        elif low in words.auxiliaries:
            aux = aux or low in _PASSIVE or low in ("have", "has", "had", "will", "could", "remain", "remained")
            j += 1
        elif low == "the" and j + 1 < end and tokens[j + 1].low == "number":
            j += 2  # "bringing to eight the number killed"
        elif low.endswith("ly") or low in _PASSED_OVER or low in ("“", "”") or (low == "'s"):
            j += 1
        elif low in _ASIDES and not skipped and not aux:
            close = next(
                (
                    k
                    for k in range(j + 1, min(end, j + 30))
                    if tokens[k - 1].low == low
                    and (
                        tokens[k].low in _HELPERS or tokens[k].low in words.subject or _in_three(tokens, k, end, words)
                    )
                ),
                None,
            )
            if close is None:
                return None
            if _in_three(tokens, close, end, words):
                triple = " ".join(t.low for t in tokens[close : close + 3])
                return words.subject[triple], close + 2  # "nine people, including an infant, lost their lives"
            finite = tokens[close].low == "left" and not _follows(tokens, close, end, words)
            if tokens[close].low in words.subject and (finite or tokens[close].low not in words.auxiliaries):
                aside = tokens[j + 1 : close - 1]
                counted = any(t.kind == "n" or t.low in _COUNTED_ASIDE for t in aside)
                return (words.subject[tokens[close].low], close) if counted else None
            j, limit, skipped = close, min(end, close + 8), True
        elif (
            low == "and"
            and not aux
            and not skipped
            and j + 2 < end
            and (tokens[j + 1].capital or words.plural(tokens[j + 1].low))
            and tokens[j + 2].low in _HELPERS
        ):
            j += 2
        elif low == "and" and not aux and not skipped and (past := _past_one_more(tokens, j, end, words)):
            j = past  # "two nurses and a cook died"
        elif (low in ("in", "from", "near", "of", "at", "on") or low.endswith("ing")) and not aux and not skipped:
            if j + 1 < end and tokens[j + 1].low in ("what", "which", "whom"):
                return None  # "hold 20 hostages in what is left of it"
            close = next(
                (
                    k
                    for k in range(j + 1, min(end, j + 9))
                    if tokens[k].low in _HELPERS
                    or tokens[k].low in _FINITE
                    or (tokens[k].kind == "p" and tokens[k].low != "'s")
                    or tokens[k].low in words.conjunctions
                ),
                None,
            )
            if close is not None and tokens[close].low in _FINITE:
                return words.subject[tokens[close].low], close  # "five people on board died"
            if close is None or (tokens[close].low not in _HELPERS and tokens[close].low != ","):
                return None
            if tokens[close].low == ",":
                j = close
                continue
            j, skipped, aux = close, True, True
        else:
            return None
    return None


def _past_one_more(tokens: list[Token], j: int, end: int, words: CountWords) -> int:
    """Past `and a cook`, `and its driver`: the token of the verb that is also theirs, or 0."""
    if j + 3 >= end or tokens[j + 1].low not in _ONE_MORE or tokens[j + 2].low in _SCORES:
        return 0
    for k in range(j + 3, min(end, j + 6)):
        low = tokens[k].low
        if low in _HELPERS or (low in words.subject and low not in words.auxiliaries):
            return k
        if tokens[k].kind != "w" or low in words.stops:
            return 0
    return 0


def _in_three(tokens: list[Token], k: int, end: int, words: CountWords) -> bool:
    """`laid down their arms`: a predicate of three words."""
    return k + 2 < end and f"{tokens[k].low} {tokens[k + 1].low} {tokens[k + 2].low}" in words.subject


def _past_the_list(tokens: list[Token], j: int, end: int, words: CountWords) -> tuple[list[str], int] | None:
    """`64 rebels made up of 14 men and 19 women surrendered`: the verb behind the list."""
    for k in range(j + 1, min(end, j + 22)):
        if tokens[k].low in (";", ".", "who", "that", "which"):
            return None
        if tokens[k].low in words.subject and tokens[k].low not in words.auxiliaries:
            return words.subject[tokens[k].low], k
    return None


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


def _among(tokens: list[Token], j: int, end: int, words: CountWords) -> tuple[list[str], int] | None:
    """`among the abducted`, `among the nine dead`, `among those killed`, `among the 25 people killed`."""
    if j >= end or tokens[j].low not in ("the", "those"):
        return None
    for k in range(j + 1, min(end, j + 5)):
        low = tokens[k].low
        if tokens[k].kind == "p" or (low in words.stops and low not in words.subject and low not in words.noun_kind):
            return None
        if low in words.noun_kind:
            return [words.noun_kind[low]], k
        if low in words.subject and (low not in words.auxiliaries or k == j + 1):
            return words.subject[low], k  # "among those taken"
    return None


def _follows(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """An auxiliary use: another predicate comes right after (`left dead`, `taken prisoner`, `remain cut off`)."""
    if j + 1 >= end:
        return False
    after = tokens[j + 1].low
    pair = j + 2 < end and f"{after} {tokens[j + 2].low}" in words.subject
    return pair or after in words.subject or after in words.noun_kind
