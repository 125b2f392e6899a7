"""Counts that a toll, a label or "the number of" explains."""

from __future__ import annotations

from .cues import cue
from .model import Token
from .predicates import Verdict
from .words import CountWords

_DEEDS = {word: kind for kind in ("killed", "wounded", "captured", "displaced") for word in cue("deeds", kind)}
_PASSED = cue("kinds", "passed")
_TOLL = cue("kinds", "toll")
_TOLL_LINK = cue("kinds", "toll_link")
_TOLLS = cue("kinds", "tolls")
_PERFECT = cue("grammar", "have")
_ASIDE = cue("kinds", "toll_asides")
_PASSES = cue("kinds", "passes")
_NUMBER = cue("kinds", "number_of")


def toll_of(tokens: list[Token], begin: int, start: int, numbers: frozenset[int], words: CountWords) -> Verdict | None:
    """`the death toll rose to 147`, `put the civilian dead in the east at 463`."""
    if begin > start and tokens[begin - 1].low in ('"', "“"):
        begin -= 1
    if begin > start and tokens[begin].low in _PASSES and tokens[begin - 1].low in _TOLLS:
        return Verdict("killed", "toll", begin - 1, True)  # "as death toll passes 30"
    if begin < len(tokens) and tokens[begin].low in _PASSED:
        begin += 1  # "the toll has passed 38,000"
    if begin <= start or tokens[begin - 1].low not in _TOLL_LINK:
        return None
    if tokens[begin - 1].low == "of" and begin - 1 > start and (kind := _DEEDS.get(tokens[begin - 2].low)):
        return Verdict(kind, "deed-of", begin - 2)  # "the injury of six others"
    if tokens[begin - 1].low == ":":  # "Martyrs today: 64"
        for j in range(begin - 2, max(start, begin - 5) - 1, -1):
            if words.noun_kind.get(tokens[j].low) in ("killed", "wounded", "captured", "missing", "displaced"):
                return Verdict(words.noun_kind[tokens[j].low], "label", j, True)
    for j in range(begin - 2, max(start, begin - 40) - 1, -1):
        token = tokens[j]
        share = j + 1 < begin and tokens[j + 1].low in ("%", "percent", "per")
        of_the_toll = tokens[j - 2].low in _TOLLS  # "the toll from two bombs has risen to nine"
        if token.low in (";", "that", "but") or (j in numbers and j < begin - 4 and not (share or of_the_toll)):
            return None
        if token.low in ("wounded", "injured") and tokens[begin - 1].low != "of":
            if tokens[j - 1].low in ("or", "and") and tokens[j - 2].low in ("dead", "killed"):
                return Verdict("other", "casualties", j, True)  # "at 180,000 dead or wounded and Ukraine's at 100,000"
            return Verdict("wounded", "toll", j, True)
        told = next(iter(words.subject.get(tokens[j + 1].low, ())), None) if token.low in _NUMBER else None
        if told and told not in ("troops", "displaced") and tokens[j + 1].low not in words.auxiliaries:
            return Verdict(told, "number-of", j + 1, True)  # "put the number executed at 300"
        if (
            token.low in ("of", "for")
            and (tokens[j - 1].low in _NUMBER or (tokens[j - 1].low == "and" and tokens[j + 1].low == "those"))
            and (found := _numbered(tokens, j + 1, begin, words))
        ):
            return found
        if token.low in ("displaced",) and tokens[begin - 1].low in ("to", "at", "from"):
            return Verdict("displaced", "toll", j, True)
        if token.low in _TOLL:
            if token.low in ("casualties", "losses"):
                return Verdict("other", "casualties", j, True)
            return Verdict("killed", "toll", j, True)
    return None


def toll_behind(tokens: list[Token], last: int, end: int, words: CountWords) -> Verdict | None:
    """`brings to 824 the civilian toll`, `raising to 40 the number of detained`: what is counted stands behind."""
    last += last + 1 < end and tokens[last].low == "as"  # "gave 47 as the number of its dead"
    if last + 1 >= end or tokens[last].low not in ("the", "its", "their"):
        return None
    for k in range(last + 1, min(end, last + 4)):
        if tokens[k].low in ("toll", "tolls"):
            return Verdict("killed", "toll", k, True)
        if tokens[k].low in ("casualties", "losses"):
            return Verdict("other", "casualties", k, True)  # "takes to 47 its losses"
        if tokens[k].low in ("number", "total") and k + 1 < end and tokens[k + 1].low in ("of", "killed", "wounded"):
            first = k + 1 + (tokens[k + 1].low == "of")
            return lost_since(tokens, k + 1, end) or _numbered(tokens, first, end, words)
        if tokens[k].kind != "w" or tokens[k].low in words.stops:
            return None
    return None


def lost_since(tokens: list[Token], first: int, end: int) -> Verdict | None:
    """`the number of troops Ankara has lost`: the verb behind the noun tells."""
    aside = False
    for k in range(first, min(end, first + 16)):
        low = tokens[k].low
        if low in ("lost", "killed", "died") and any(t.low in _PERFECT for t in tokens[k - 2 : k]):
            return Verdict("killed", "number-of", k, True)
        if low == "," and not aside and k + 1 < end and tokens[k + 1].low in _ASIDE:
            aside = True  # "the number of villagers, including nine boys, who have died"
        elif tokens[k].kind == "p" and not (low == "," and aside):
            return None
    return None


def _numbered(tokens: list[Token], first: int, end: int, words: CountWords) -> Verdict | None:
    """`the number of captured settlements to 25`, `the number of new refugees at ...`: the noun tells."""
    best = None
    for k in range(first, min(end, first + 5)):
        if tokens[k].low in ("has", "have", "had") and tokens[k - 1].low not in ("who", "that", "which"):
            break  # "the number of refugees has fallen": the rest tells what became of it
        if best is None and words.class_of.get(tokens[k].low) in ("fighters", "security_forces"):
            best = Verdict("troops", "number-of", k)  # how many there are, unless it is told what became of them
        pair = f"{tokens[k].low} {tokens[k + 1].low}" if k + 1 < end else ""
        three = f"{pair} {tokens[k + 2].low}" if k + 2 < end else ""
        if three in words.subject:
            return Verdict(words.subject[three][0], "number-of", k + 2, True)  # "of those who laid down their arms"
        if k > first and pair in words.subject:
            return Verdict(words.subject[pair][0], "number-of", k + 1, True)  # "of those buried under the rubble"
        kind = words.noun_kind.get(tokens[k].low) or (
            next(iter(words.subject.get(tokens[k].low, ())), None) if k > first else None
        )
        told = best is not None and best.kind != "troops" and tokens[k].low in words.participles
        if kind and kind != "troops" and not told:
            best = Verdict(kind, "number-of", k, True)
        elif tokens[k].low in words.prepositions:
            break
    return best
