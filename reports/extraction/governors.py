"""The verb that governs a count: what was done to it is said before it."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .words import CountWords

_PASSIVE = cue("grammar", "be")
_STOP_LEFT = cue("kinds", "stop_left")
_NOUNISH = cue("kinds", "nounish")
_DEATHS = cue("kinds", "deaths")
_OPEN = cue("kinds", "open")
_SCENES = frozenset(["in", "at", "from", "across", "near", "on"])
_NO_DEEDS = cue("kinds", "confirmed") | cue("kinds", "no_deeds")
_LENGTHS = cue("kinds", "lengths")
_REACH = 24  # tokens looked at before the count
_GAVE_UP = cue("kinds", "gave_up")
_CUT = cue("kinds", "cut_off")
_NO_VERBS = cue("kinds", "no_verbs")


def governor_of(
    tokens: list[Token], begin: int, start: int, numbers: frozenset[int], words: CountWords
) -> tuple[list[str], int] | None:
    """The verb that governs the count as its object, across earlier items of a list."""
    j = begin - 1
    limit = max(start, begin - _REACH)
    preposition = comma = False
    placed = begin > start and tokens[begin - 1].low in _SCENES  # "killed two men in three villages"
    while j >= limit:
        token = tokens[j]
        low = token.low
        if j in numbers and not placed:
            preposition = comma = False
        elif (
            low in ("death", "dead")
            and j > start
            and tokens[j - 1].low in ("to", "shot", "shooting")
            and not preposition
        ):
            return ["killed"], j
        elif token.kind == "p":
            if low in (";", ":", "(", ")", "--", "—", "–", ".", "!", "?"):
                return None
            if low == "," and (opened := _distance_aside(tokens, j, limit)):
                j = opened - 1
                continue  # "seized Suluk, 10 km southeast of Tell Abiad, and 42 villages"
            comma = comma or low == ","
        elif low in _DEATHS and tokens[j + 1].low == "of" and not preposition:
            return ["killed"], j  # "cost the lives of nine farmers and two drivers"
        elif low == "with" and j > start and tokens[j - 1].low in _GAVE_UP:
            return ["captured"], j - 1
        elif low in _NOUNISH and j + 1 < begin:
            pass
        elif low == "off" and j > start and tokens[j - 1].low in _CUT:
            return ["trapped"], j - 1
        elif low in words.states and j > start and (j - 1 in numbers or _plain_number(tokens, j - 1)):
            pass  # "120 killed, 45 wounded and three tanks": a count, and no verb
        elif _unknown_deed(low, words) and (j == begin - 1 or tokens[j - 1].low in ("and", ",")):
            return ["other"], j  # "arrested 17 men and recovered two rifles and 60 rounds"
        elif low in words.object and not preposition:
            if low in ("hold", "control") and j > start and tokens[j - 1].low in ("of", "the"):
                j -= 1
                continue
            if not low.endswith("ing") and any(_be(tokens, k) for k in range(max(start, j - 2), j)):
                return None
            if comma:
                return None
            return words.object[low], j
        elif low in _STOP_LEFT or (
            low in words.verbs and low not in ("than",) and low not in words.auxiliaries and low not in _NO_VERBS
        ):
            return None
        elif low in words.prepositions and low not in _OPEN:
            preposition = True
        j -= 1
    return None


def _distance_aside(tokens: list[Token], close: int, limit: int) -> int:
    """The comma that opens an aside of where a place lies, closed by the comma at `close`; 0 where none is."""
    lengths = False
    for k in range(close - 1, max(limit, close - 12), -1):
        if tokens[k].low == ",":
            return k if lengths else 0
        lengths = lengths or tokens[k].low in _LENGTHS
    return 0


def _plain_number(tokens: list[Token], k: int) -> bool:
    """A number, and no day: `shelling on October 29 killed five`, `strikes on June 27-28 killed nine`."""
    first = k - 2 if k > 2 and tokens[k - 1].low in ("-", "–") and tokens[k - 2].kind == "n" else k
    return tokens[k].kind == "n" and not (first and tokens[first - 1].capital)


def _be(tokens: list[Token], k: int) -> bool:
    """A form of `be`; in mixed case `IS` is a group's name."""
    near = tokens[max(0, k - 2) : k + 3]
    return tokens[k].low in _PASSIVE and not (tokens[k].text == "IS" and any(t.text.islower() for t in near))


def _unknown_deed(low: str, words: CountWords) -> bool:
    """`infected 3,400`, `flattened 20 houses`: a verb of no kind that stands right before its count."""
    return (
        low.endswith("ed")
        and len(low) > 5
        and low not in words.object
        and low not in words.subject
        and low not in _NO_DEEDS
    )
