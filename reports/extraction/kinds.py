"""Of what kind is a count: by its predicate, its noun, or what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import cue
from .model import Token
from .phrases import Phrase
from .words import CountWords

_PASSIVE = cue("kinds", "passive")
_STOP_LEFT = cue("kinds", "stop_left")
_UNITS = cue("kinds", "units")
_FREED = cue("kinds", "freed")
_TOOK = ("took", "taken", "taking")
_TOLL = cue("kinds", "toll")
_TOLL_LINK = cue("kinds", "toll_link")
_HELPERS = cue("kinds", "helpers")
_BODILY = cue("kinds", "bodily")
_BANDS = cue("kinds", "bands")
_REACH = 18  # tokens looked at on either side


@dataclass(slots=True)
class Verdict:
    """A kind, the rule that gave it and the predicate's token."""

    kind: str
    rule: str
    verb: int | None = None
    toll: bool = False


def judge(
    tokens: list[Token], begin: int, phrase: Phrase, start: int, end: int, numbers: frozenset[int], words: CountWords
) -> Verdict | None:
    """The kind of the count whose number begins at token `begin`; None where nothing tells."""
    head = tokens[phrase.head].low if phrase.head is not None else ""
    if (
        phrase.head is None
        and phrase.last < end
        and (
            tokens[phrase.last].low == "strong"
            or (tokens[phrase.last].low == "-" and phrase.last + 1 < end and tokens[phrase.last + 1].low == "strong")
        )
    ):
        return Verdict("troops", "strong", phrase.last)
    people = head in words.people or (phrase.head is not None and tokens[phrase.head].capital and words.plural(head))
    settlement = words.noun_kind.get(head) == "settlements"
    if words.noun_kind.get(head) == "strikes":
        return _strikes(tokens, begin, phrase, words)
    if phrase.state is not None:
        state = words.noun_kind.get(tokens[phrase.state].low)
        if state and people:
            return Verdict(state, "state-adjective", phrase.state)
    if (
        head in ("wounded", "injured", "dead")
        and begin + 1 < (phrase.head or 0)
        and tokens[(phrase.head or 1) - 1].low in ("the", "those")
    ):
        right = _right(tokens, phrase.last, end, words)
        if not (right and right[0][0] == "killed"):
            return Verdict(words.noun_kind[head], "noun", phrase.head)
    if phrase.head is None or people or settlement:
        right = _right(tokens, phrase.last, end, words)
        if right and (verdict := _fit(right, head, settlement, people or phrase.head is None, words, tokens, end)):
            return verdict
    if not people and not settlement and phrase.head is not None and not phrase.part:
        right = _right(tokens, phrase.last, end, words)
        if right and tokens[right[1]].low in _BODILY and not _mixed(tokens, right[1], end):
            return Verdict(right[0][0], "bodily-predicate", right[1])
    own = words.noun_kind.get(head)
    if own and own not in ("troops", "settlements"):
        if own == "displaced" or own in ("killed", "wounded", "captured", "missing"):
            around = tokens[max(start, begin - 4) : min(end, phrase.last + 4)]
            if own == "captured" and any(t.low in _FREED for t in around):
                return Verdict("other", "freed", phrase.head)
            if _mixed(tokens, phrase.head or 0, end):
                return Verdict("other", "casualties", phrase.head)
            return Verdict(own, "noun", phrase.head)
    toll = _toll(tokens, begin, start, numbers, words) if phrase.head is None or head in words.people else None
    left = _left(tokens, begin, start, numbers, words)
    if toll and (not left or left[1] < (toll.verb or 0)):
        return toll
    if left:
        kinds, verb = left
        if _mixed(tokens, verb, end):
            return Verdict("other", "casualties", verb)
        if tokens[verb].low in ("lost", "losing", "suffered", "loses") and people:
            return Verdict("other" if head in ("troops", "personnel", "forces") else "killed", "losses", verb)
        for kind in kinds:
            if kind == "settlements" and settlement:
                return Verdict(kind, "verb-object", verb)
            if kind == "troops" and phrase.head is None and phrase.more:
                return Verdict(kind, "verb-object", verb)
            if kind == "troops" and (
                (head in words.class_of and words.class_of[head] in ("security_forces", "fighters"))
                or head in ("reinforcements", "advisers", "advisors", "instructors", "trainers", "mercenaries")
            ):
                return Verdict(kind, "verb-object", verb)
            if kind in ("killed", "wounded", "displaced", "trapped") and (people or phrase.head is None):
                return Verdict(kind, "verb-object", verb)
            if kind == "captured" and (
                people or (phrase.head is None and tokens[verb].low not in ("holds", "hold", "held", *_TOOK))
            ):
                if tokens[verb].low in _TOOK and not any(
                    t.low in ("prisoner", "hostage", "captive", "captives", "prisoners")
                    for t in tokens[phrase.last : phrase.last + 3]
                ):
                    continue
                return Verdict(kind, "verb-object", verb)
        if not people and phrase.head is not None:
            return Verdict("other", "verb-object", verb)
    if own == "troops":
        return Verdict("troops", "noun")
    if settlement:
        return Verdict("other", "settlement-without-verb")
    if (
        people
        and words.class_of.get(head) in ("security_forces", "fighters")
        and not phrase.part
        and head not in _BANDS
    ):
        return Verdict("troops", "force-noun")
    if head == "men" and {t.low for t in tokens[max(start, begin - 9) : begin]} & _UNITS:
        return Verdict("troops", "strength-of-a-unit")
    if (
        head in ("men", "people")
        and begin >= start + 3
        and tokens[begin - 1].low == ","
        and any(
            words.class_of.get(t.low) in ("security_forces", "fighters") or t.low in ("army", "guard", "brigade")
            for t in tokens[begin - 3 : begin - 1]
        )
    ):
        return Verdict("troops", "apposition")
    return None


def _strikes(tokens: list[Token], begin: int, phrase: Phrase, words: CountWords) -> Verdict:
    assert phrase.head is not None
    low = tokens[phrase.head].low
    inside = {t.low for t in tokens[begin : phrase.head]}
    inside |= {t.low for t in tokens[max(0, begin - 9) : begin]} & {
        "warplanes",
        "jets",
        "aircraft",
        "planes",
        "bombers",
        "drones",
        "air",
    }
    if low in ("raid", "raids", "bombardments") and not inside & (
        words.strike_words | {"warplanes", "jets", "planes", "bombers", "drones", "aircraft"}
    ):
        return Verdict("other", "raids", phrase.head)
    if inside & {"hunger", "general", "labour", "labor"}:
        return Verdict("other", "strike-of-workers", phrase.head)
    return Verdict("strikes", "strike-noun", phrase.head)


def _fit(
    right: tuple[list[str], int],
    head: str,
    settlement: bool,
    people: bool,
    words: CountWords,
    tokens: list[Token],
    end: int,
) -> Verdict | None:
    kinds, verb = right
    if _mixed(tokens, verb, end) and kinds[0] in ("killed", "wounded"):
        return Verdict("other", "casualties", verb)
    for kind in kinds:
        if settlement:
            if kind == "settlements":
                return Verdict(kind, "predicate", verb)
            continue
        if kind == "settlements" or (not people and kind != "other"):
            continue
        force = words.class_of.get(head) in ("security_forces", "fighters")
        if kind == "displaced" and force:
            if tokens[verb].low in ("crossed", "moved", "arrived", "headed", "pushed"):
                return Verdict("troops", "predicate", verb)
            if tokens[verb].low in ("left", "evacuated"):
                if tokens[verb].low == "left" and tokens[verb - 1].low in ("are", "were", "is"):
                    return Verdict("troops", "predicate", verb)
                return Verdict("other", "predicate", verb)
        if kind == "troops" and not force:
            continue
        return Verdict(kind, "predicate", verb)
    return None


def _mixed(tokens: list[Token], verb: int, end: int) -> bool:
    """`killed or wounded`, `dead and injured`: both at once."""
    if verb + 2 >= end or tokens[verb + 1].low not in ("or", "and", "and/or"):
        return False
    dead = {"killed", "dead", "killing", "died", "slain", "missing"}
    hurt = {"wounded", "injured", "wounding", "injuring", "captured", "missing", "hurt"}
    one, two = tokens[verb].low, tokens[verb + 2].low
    if two in ("been", "be") and verb + 3 < end:
        two = tokens[verb + 3].low
    if not ((one in dead and two in hurt) or (one in hurt and two in dead)):
        return False
    return tokens[verb + 1].low != "and" or not (
        verb + 3 < end
        and (tokens[verb + 3].kind == "n" or tokens[verb + 3].low in ("at", "more", "about", "some", "dozens"))
    )


def _right(tokens: list[Token], j: int, end: int, words: CountWords) -> tuple[list[str], int] | None:
    """The predicate after the phrase: past auxiliaries, and past one aside between commas."""
    limit = min(end, j + _REACH)
    skipped = False
    aux = False
    while j < limit:
        low = tokens[j].low
        pair = f"{low} {tokens[j + 1].low}" if j + 1 < end else ""
        if j + 2 < end and (triple := f"{pair} {tokens[j + 2].low}") in words.subject:
            return words.subject[triple], j + 2
        if low == "with" and any(t.low in ("wounds", "injuries", "burns") for t in tokens[j + 1 : j + 5]):
            return ["wounded"], j
        if pair in words.subject:
            return words.subject[pair], j + 1
        if pair == "among the" and j + 2 < end and tokens[j + 2].low in words.noun_kind:
            return [words.noun_kind[tokens[j + 2].low]], j + 2
        if low in words.subject and (low not in words.auxiliaries or not _follows(tokens, j, end, words)):
            if (
                low == "left"
                and j + 2 < end
                and (tokens[j + 1].low in ("dead", "wounded", "homeless") or tokens[j + 2].low in ("dead", "wounded"))
            ):
                return (words.subject.get(tokens[j + 1].low) or ["killed"]), j
            if skipped and not aux and low not in ("dead", "fled", "died"):
                return None
            if (
                low in ("fell", "fallen")
                and j + 1 < end
                and tokens[j + 1].low in ("short", "to", "into", "back", "apart", "silent", "ill")
            ):
                return None
            return words.subject[low], j
        if low in words.auxiliaries:
            aux = aux or low in _PASSIVE or low in ("have", "has", "had", "will", "could", "remain", "remained")
            j += 1
        elif low == "the" and j + 1 < end and tokens[j + 1].low == "number":
            j += 2  # "bringing to eight the number killed"
        elif low.endswith("ly") or low == '"' or low in ("“", "”") or (low == "'s"):
            j += 1
        elif low == "," and not skipped and not aux:
            close = next(
                (
                    k
                    for k in range(j + 1, min(end, j + 30))
                    if tokens[k - 1].low == "," and (tokens[k].low in _HELPERS or tokens[k].low in words.subject)
                ),
                None,
            )
            if close is None:
                return None
            if tokens[close].low in words.subject and tokens[close].low not in words.auxiliaries:
                aside = tokens[j + 1 : close - 1]
                counted = any(
                    t.kind == "n" or t.low in ("including", "among", "most", "mostly", "them", "many", "all", "some")
                    for t in aside
                )
                return (words.subject[tokens[close].low], close) if counted else None
            j, limit, skipped = close, min(end, close + 8), True
        elif (
            low == "and"
            and not aux
            and not skipped
            and j + 2 < end
            and tokens[j + 1].capital
            and tokens[j + 2].low in _HELPERS
        ):
            j += 2
        elif (low in ("in", "from", "near", "of", "at", "on") or low.endswith("ing")) and not aux and not skipped:
            close = next(
                (
                    k
                    for k in range(j + 1, min(end, j + 9))
                    if tokens[k].low in _HELPERS
                    or (tokens[k].kind == "p" and tokens[k].low != "'s")
                    or tokens[k].low in words.conjunctions
                ),
                None,
            )
            if close is None or (tokens[close].low not in _HELPERS and tokens[close].low != ","):
                return None
            if tokens[close].low == ",":
                j = close
                continue
            j, skipped, aux = close, True, True
        else:
            return None
    return None


def _follows(tokens: list[Token], j: int, end: int, words: CountWords) -> bool:
    """An auxiliary use: another predicate comes right after (`left dead`, `taken prisoner`, `found killed`)."""
    return j + 1 < end and (tokens[j + 1].low in words.subject or tokens[j + 1].low in words.noun_kind)


def _left(
    tokens: list[Token], begin: int, start: int, numbers: frozenset[int], words: CountWords
) -> tuple[list[str], int] | None:
    """The verb that governs the count as its object, across earlier items of a list."""
    j = begin - 1
    limit = max(start, begin - _REACH - 6)
    preposition = comma = False
    while j >= limit:
        token = tokens[j]
        low = token.low
        if j in numbers:
            preposition = comma = False
        elif low in ("death", "dead") and j > start and tokens[j - 1].low in ("to", "shot") and not preposition:
            return ["killed"], j
        elif token.kind == "p":
            if low in (";", ":", "(", ")", "--", "—", "–", ".", "!", "?"):
                return None
            comma = comma or low == ","
        elif low in words.object and not preposition:
            if low in ("hold", "control") and j > start and tokens[j - 1].low in ("of", "the"):
                j -= 1
                continue
            if not low.endswith("ing") and any(tokens[k].low in _PASSIVE for k in range(max(start, j - 2), j)):
                return None
            if comma:
                return None
            return words.object[low], j
        elif low in _STOP_LEFT or (
            low in words.verbs
            and low not in ("than",)
            and low not in words.auxiliaries
            and low not in ("lives", "more", "late", "early", "further", "only", "also")
        ):
            return None
        elif low in words.prepositions and low not in (
            "of",
            "than",
            "up",
            "about",
            "around",
            "over",
            "out",
            "under",
            "to",
            "including",
        ):
            preposition = True
        j -= 1
    return None


def _toll(tokens: list[Token], begin: int, start: int, numbers: frozenset[int], words: CountWords) -> Verdict | None:
    """`the death toll rose to 147`, `put the civilian dead in the east at 463`."""
    if begin > start and tokens[begin - 1].low in ('"', "“"):
        begin -= 1
    if begin <= start or tokens[begin - 1].low not in _TOLL_LINK:
        return None
    if tokens[begin - 1].low == ":":  # "Martyrs today: 64"
        for j in range(begin - 2, max(start, begin - 5) - 1, -1):
            if words.noun_kind.get(tokens[j].low) in ("killed", "wounded", "captured", "missing", "displaced"):
                return Verdict(words.noun_kind[tokens[j].low], "label", j, True)
    for j in range(begin - 2, max(start, begin - 16) - 1, -1):
        token = tokens[j]
        if token.low in (";", "that", "but") or (j in numbers and j < begin - 4):
            return None
        if token.low in ("wounded", "injured") and tokens[begin - 1].low != "of":
            return Verdict("wounded", "toll", j, True)
        if (
            token.low == "of"
            and tokens[j - 1].low in ("number", "numbers")
            and (found := _numbered(tokens, j + 1, begin, words))
        ):
            return found
        if token.low in ("displaced",) and tokens[begin - 1].low in ("to", "at"):
            return Verdict("displaced", "toll", j, True)
        if token.low in _TOLL:
            if token.low in ("casualties", "losses"):
                return Verdict("other", "casualties", j, True)
            return Verdict("killed", "toll", j, True)
    return None


def _numbered(tokens: list[Token], first: int, end: int, words: CountWords) -> Verdict | None:
    """`the number of captured settlements to 25`, `the number of new refugees at ...`: the noun tells."""
    best = None
    for k in range(first, min(end, first + 5)):
        kind = words.noun_kind.get(tokens[k].low)
        if kind and kind != "troops" and not (best is not None and tokens[k].low in words.participles):
            best = Verdict(kind, "number-of", k, True)
        elif tokens[k].low in words.prepositions:
            break
    return best
