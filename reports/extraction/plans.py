"""What is to come or is only thought of: plans, promises, conditions, doubts."""

from __future__ import annotations

from itertools import pairwise

from .attribution import Attribution
from .cues import cue
from .event_words import Events

_DAYS_TO_COME = cue("status", "days_to_come") | cue("dates", "weekdays")
_PROMISES = cue("status", "promises")
_RELATIVES = cue("status", "relatives")
_ASIDES = _RELATIVES | {"after", "as"}
_EXPECTS = cue("status", "expects")
_WARNS = cue("status", "warns")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "as", "than", ","})
_JOINED = 9  # tokens that a second verb may have before its modal
_STRONG = cue("tenses", "strong")
_BEFORE_NOUNS = cue("tenses", "before_nouns")
_NO_SUBJECT = cue("status", "no_subject")
_SAYING = cue("periods", "said") | cue("status", "promises") | cue("status", "no_deed")
_EARLY = 20  # tokens in which the main verb stands
_APPROVES = cue("status", "approves")
_HIMSELF = frozenset({"it", "they", "he", "she", "we"})
_CHECKED = cue("status", "checked")
_DISPATCH = cue("status", "dispatch")
_SCHEDULED = cue("status", "scheduled")
_DONE = cue("status", "done")
_WITHHELD = cue("status", "withheld")
_NO_PLAN = cue("status", "no_plan")
_QUOTES = frozenset({'"', "“", "”"})
_QUOTED = 9  # tokens of a quotation in which its modal stands
_VOWS = cue("status", "vows")
_BEFORE_PLAN = cue("status", "before_plan")


def conditional(lows: list[str], speech: list[Attribution], first: int, words: Events) -> tuple[str, str] | None:
    """`If Aziziya fell`, `the assault would not start`, `a massacre could follow`: a status and its rule."""
    if lows[0] in ("if", "should", "were", "unless") or lows[:2] == ["in", "case"]:
        return "hypothetical", "condition"
    if not _EXPECTS.isdisjoint(lows) and any(_expects(lows, i) for i in range(1, len(lows) - 1)):
        return "hypothetical", "expectation"
    if words.conditional.isdisjoint(lows) or ("be" in lows and not _CHECKED.isdisjoint(lows)):
        return None
    modal = next((i for i in range(len(lows)) if _modal(lows, i, words)), None)
    if modal is None or after_a_deed(lows, modal):
        return None
    verbs = [a.verb - first for a in speech if a.verb is not None]
    lead = [v for v in verbs if v < modal]
    if lows[modal] == "would" and lead and lows[modal - 1] in _HIMSELF and "not" not in lows[modal : modal + 2]:
        return "announced", "would"  # "said it would send monitors if the roads were safe"
    if "if" in lows or "unless" in lows:
        return "hypothetical", "condition"
    if lows[modal] == "would":
        return _would(lows, modal, lead)
    if lows[modal] in ("could", "might", "may") and _WARNS & set(lows):
        return "hypothetical", "warning"
    doubted = modal < 12 and lead and not any(w[0].isdigit() for w in lows)
    if doubted and not words.current & set(lows[:modal]):
        return "hypothetical", "could"
    return None


def after_a_deed(lows: list[str], i: int) -> bool:
    """`struck several launchers and would enforce the truce`: token `i` adds a plan to what is told as done."""
    joint = next((k for k in range(i - 1, max(0, i - _JOINED), -1) if lows[k] in ("and", "but")), 0)
    between = lows[joint + 1 : i]
    if joint < 3 or (lows[joint] == "and" and not _NO_SUBJECT.issuperset(between)) or "," in between:
        return False
    return any(_done(lows, k) for k in range(1, joint - 1))


def _done(lows: list[str], k: int) -> bool:
    """`captured`, `had struck`, `has fed`: no participle before a noun, and nobody's words."""
    if lows[k] in ("has", "have", "had"):
        return k + 1 < len(lows) and (lows[k + 1].endswith(("ed", "en")) or lows[k + 1] in _STRONG)
    deed = (lows[k].endswith("ed") and len(lows[k]) > 4) or lows[k] in _STRONG
    return deed and lows[k] not in _SAYING and lows[k - 1] not in _BEFORE_NOUNS and lows[k - 1] not in ("to", "be")


def _expects(lows: list[str], i: int) -> bool:
    """`CNARR expects 245,000 arrivals`, `he expected to reach it`: what one side thinks; "is expected to" is a plan."""
    if lows[i] not in _EXPECTS or lows[i - 1] in _BE or i > _EARLY:
        return False
    return lows[i + 1] in ("to", "the", "a", "an", "that", "more", "up", "about") or lows[i + 1][0].isdigit()


def _modal(lows: list[str], i: int, words: Events) -> bool:
    if lows[i] not in words.conditional or lows[i - 1] == "what":
        return False
    if lows[i + 1 : i + 2] == ["not"] and not _WITHHELD.isdisjoint(lows[i + 2 : i + 3]):
        return False  # "would not comment"
    return not (lows[i] == "may" and i + 1 < len(lows) and lows[i + 1].isdigit())


def _would(lows: list[str], modal: int, lead: list[int]) -> tuple[str, str] | None:
    if _PROMISES & set(lows[:modal]):
        return "announced", "would"
    if not lead:
        return ("announced", "would") if modal < 10 else None  # "the army would reach it by May, the paper said"
    between, behind = lows[lead[-1] + 1 : modal], lows[modal + 1 : modal + 3]
    if len(between) > 11 or "not" in behind:
        return None  # "said the group would not stop": what it says goes for now
    return ("hypothetical" if "only" in behind else "announced"), "would"


def planned(lows: list[str], speech: list[Attribution], words: Events) -> bool:
    """`plans to send`, `will open on Monday`, `a pause announced for Thursday`: it is to come."""
    if _called_for_a_day(lows) or _under_way(lows) or _vowed_on_a_day(lows) or _will_in_quotes(lows):
        return True
    plans = words.announced.all_in(lows)
    if not plans:
        return False
    quoted = past = False
    for i, low in enumerate(lows):
        if low == ";" and i > 6:
            return False  # what comes behind is another sentence
        if low in ('"', "“", "”"):
            quoted = not quoted
        if quoted:
            continue
        if low in _ASIDES and i > 10 and not speech:
            past = True
        if i not in plans or _only_looks_planned(lows, i, plans[i][0]) or after_a_deed(lows, i):
            continue
        size = plans[i][0]
        if lows[i + size : i + size + 1] == ["'s"]:
            continue  # "in next month's vote": of what is spoken of
        if past or (i > 16 and low not in ("will", "is", "are", "tomorrow")):
            continue
        return True
    return False


def _under_way(lows: list[str]) -> bool:
    """`has approved the dispatch of 750 troops`, `it was sending two more brigades`: forces that are to come."""
    for k, (a, b) in enumerate(pairwise(lows[:_EARLY])):
        if a in ("is", "are", "was", "were") and b in ("sending", "dispatching"):
            return True
        if a in _APPROVES and _DISPATCH & set(lows[k + 1 : k + 4]):
            return True
    return False


def _called_for_a_day(lows: list[str]) -> bool:
    """`a pause announced for Thursday`, `the vote is planned for next week`: a day that is to come."""
    return "for" in lows and any(
        a in _SCHEDULED and b == "for" and c in _DAYS_TO_COME for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)
    )


def _will_in_quotes(lows: list[str]) -> bool:
    """`"We will finish this within a week," he said`: the quotation that opens the sentence tells what is to come."""
    if lows[0] not in _QUOTES or "will" not in lows[1:_QUOTED]:
        return False
    return _QUOTES.isdisjoint(lows[1 : lows.index("will")]) and lows[lows.index("will") - 1] not in ("the", "a", "of")


def _vowed_on_a_day(lows: list[str]) -> bool:
    """`vowed on Friday to carry on`, `pledged Monday to send`: the day stands between."""
    for i, low in enumerate(lows[:_EARLY]):
        if low in _VOWS:
            day = i + 1 + (lows[i + 1 : i + 2] == ["on"])
            if lows[day + 1 : day + 2] == ["to"] and lows[day] in _DAYS_TO_COME:
                return True
    return False


def _only_looks_planned(lows: list[str], i: int, size: int) -> bool:
    """`the will of`, `is to blame`, `a plan to destabilise`, `announces that it took`, `killed ... will`."""
    low, before = lows[i], lows[i - 1] if i else ""
    after = lows[i + size : i + size + 6]
    if low == "will":
        return before in ("the", "a", "of", "their", "its") or bool(_DONE & set(lows[:i]))
    if low in ("is", "are") and size == 2 and lows[i + 1] == "to":
        return bool(after) and after[0] in _NO_PLAN
    if low == "announces":
        return "that" in after and not {"will", "would"} & set(lows[i:])
    if low == "plan":
        return before in _BEFORE_PLAN
    return low == "due" and bool(i) and before not in ("is", "are", "was", "were", ",")
