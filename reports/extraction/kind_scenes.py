"""What is about a count and tells its kind before any verb does: a barracks, a price in men, an escort to safety."""

from __future__ import annotations

from .cues import cue
from .kind_signs import folk
from .model import Token
from .phrases import Phrase
from .predicates import Verdict
from .words import CountWords

_QUARTERS = cue("kinds", "quarters")
_QUARTERING = cue("kinds", "quartering")
_LEAVING = cue("kinds", "leaving")
_EXECUTION = cue("kinds", "execution")
_HURT = cue("kinds", "hurt_only")
_MISSED = frozenset(["at", "down"])  # of those words, no wound
_OPERATES = cue("kinds", "operates")
_MEN = cue("kinds", "men")
_ROOM = cue("kinds", "room")
_TAKES = cue("kinds", "takes")
_LETS = cue("kinds", "lets")
_AWAY = cue("kinds", "away")
_HOUSEHOLDS = cue("kinds", "households")
_SWAPPED = cue("kinds", "swapped")
_RUNNING = cue("kinds", "running")
_LOST = cue("kinds", "lost_places")
_HOLDS = cue("kinds", "camp_holds")
_CAMPS = cue("kinds", "tents")
_AID = cue("kinds", "aid")
_CARRYING = cue("kinds", "carrying")
_BUSES = cue("kinds", "buses")
_MOVING_IN = cue("kinds", "moving_in")
_LED = cue("kinds", "led")
_HOMES = cue("kinds", "homes")
_LEFT = cue("kinds", "left")
_IN_NEED = cue("kinds", "in_need")
_TOLD_OF = frozenset(["killed", "wounded", "captured", "missing", "displaced"])


def scene_of(
    tokens: list[Token], begin: int, phrase: Phrase, start: int, end: int, words: CountWords
) -> Verdict | None:
    """The kind that the words right before or behind the count tell."""
    head = tokens[phrase.head].low if phrase.head is not None else ""
    before = tokens[begin - 1].low if begin > start else ""
    lead = [t.low for t in tokens[max(start, begin - 6) : begin]]
    forces = head in _MEN or words.class_of.get(head) == "security_forces"
    if before in _QUARTERING and forces and set(lead[-4:]) & _QUARTERS:
        return Verdict("troops", "in-quarters")  # "its barracks housing 1,400 men"
    if before in _LEFT and " ".join(t.low for t in tokens[phrase.last : min(end, phrase.last + 2)]) in _IN_NEED:
        return Verdict("other", "left-in-need", begin - 1)  # "left nine million in need of aid"
    if before == "on" and set(lead[-3:]) & _OPERATES and (folk(head, words) or not head):
        return Verdict("wounded", "operated-on", begin - 1)  # "performed surgery on six"
    if before == "shelter" and (folk(head, words) or head in _HOUSEHOLDS) and len(lead) > 1:
        return Verdict("displaced", "taken-in", begin - 1)  # "schools shelter tens of thousands"
    if (
        before in _HOLDS
        and (not head or folk(head, words))
        and _CAMPS & {t.low for t in tokens[max(0, begin - 12) : begin]}
    ):
        return Verdict("displaced", "camp-that-holds", begin - 1)  # "the camp, 70 km from the border, holds 10,000"
    if (
        before in _CARRYING
        and (not head or folk(head, words))
        and _BUSES & {t.low for t in tokens[max(0, begin - 9) : begin]}
    ):
        return Verdict("displaced", "brought-away", begin - 1)  # "the first convoy out carried 951 people"
    if before == "into" and words.noun_kind.get(head) == "settlements" and set(lead[-4:]) & _MOVING_IN:
        return Verdict("settlements", "moved-into", begin - 1)  # "fighters moved into six districts"
    if before == "for" and lead[-2:-1] and lead[-2] in _AID:
        return Verdict("other", "aid-for")  # "food for 40,000 people reached the town"
    if before == "of" and lead[-3:-1] and lead[-2] == "news" and "without" in lead[-4:]:
        return Verdict("missing", "without-news", begin - 1)  # "without news of five of its staff"
    if before in ("away", "off") and lead[-2:-1] and lead[-2] in _LED and (not head or words.person(head)):
        return Verdict("captured", "led-away", begin - 2)  # "led away five others"
    behind_it = [t.low for t in tokens[phrase.last : min(end, phrase.last + 3)]]
    if behind_it[:2] in (["from", "their"], ["from", "its"]) and behind_it[2:] and behind_it[2] in _HOMES:
        return Verdict("displaced", "from-their-homes", phrase.last)  # "sent 7.4 million people from their homes"
    if before == "for" and lead[-2:-1] and lead[-2] in _ROOM:
        return Verdict("other", "capacity")  # "a site with room for 5,000"
    if before == "for" and set(lead[-4:]) & _SWAPPED and head and words.person(head):
        return Verdict("other", "freed", begin - 1)  # "swapped the mayor for nine conscripts"
    if before in ("sent", "sending", "sends") and folk(head, words):
        behind = [t.low for t in tokens[phrase.last : min(end, phrase.last + 2)]]
        if (head and not _RUNNING.isdisjoint(behind)) or behind[:1] == ["abroad"]:
            return Verdict("displaced", "sent-running", begin - 1)  # "sent hundreds of people running"
    if "cost" in lead[-5:] and head in _MEN and not any(t.kind == "n" for t in tokens[max(start, begin - 5) : begin]):
        return Verdict("killed", "cost", begin - 1)  # "the attack cost the army 23 men"
    whence = before == "from" or lead[-2:] == ["out", "of"]
    if whence and words.noun_kind.get(head) == "settlements" and set(lead[-6:]) & _LEAVING:
        return Verdict(
            "settlements", "left-from"
        )  # "pulled back from several towns", "drove the rebels from nine villages"
    hurt = phrase.last < end and "wounded" in words.subject.get(tokens[phrase.last].low, ())
    taken_in = before == "in" and lead[-2:-1] and lead[-2] in _TAKES and not hurt
    if taken_in and (folk(head, words) or head in _HOUSEHOLDS) and head:
        return Verdict("displaced", "taken-in", begin - 1)  # "it had taken in 1,300 families"
    if set(lead[-2:]) & _LETS and (folk(head, words) or head in _HOUSEHOLDS) and head:
        behind = [t.low for t in tokens[phrase.last : min(end, phrase.last + 3)]]
        if behind[:1] == ["to"] and not _AWAY.isdisjoint(behind[1:]):
            return Verdict("displaced", "let-out", begin - 1)  # "allowing 4,000 civilians to slip out"
    go = _words(tokens, phrase.last, end)[:1] == ["go"] and (not head or words.person(head))
    if go and before in ("let", "lets", "letting"):
        return Verdict("other", "freed", begin - 1)  # "let 62 hostages go"
    if lead[-3:] == ["lost", "contact", "with"] and (not head or words.person(head)):
        return Verdict("missing", "lost-contact", begin - 1)  # "lost contact with 30 of its men"
    if set(lead[-2:]) & _TAKES and folk(head, words) and head and "out" in _words(tokens, phrase.last, end)[:1]:
        return Verdict("displaced", "brought-away", begin - 1)  # "buses took 9,000 people out of the pocket"
    if set(lead[-2:]) & {"brought", "bringing"} and folk(head, words) and head:
        behind = [t.low for t in tokens[phrase.last : min(end, phrase.last + 12)]]
        if "to" in behind or "out" in behind[:1]:
            return Verdict("displaced", "brought-away", begin - 1)
    return None


def _words(tokens: list[Token], first: int, end: int) -> list[str]:
    return [t.low for t in tokens[first : min(end, first + 3)]]


def shot(tokens: list[Token], last: int, end: int, people: bool) -> Verdict | None:
    """`21 villagers were shot`: killed, unless they were only hit."""
    for k in range(last, min(end - 1, last + 7)):
        if tokens[k].low == "shot" and tokens[k - 1].low in ("were", "was", "been"):
            if tokens[k + 1].low == "dead":
                return None  # the verb tells: "nine were shot dead and 46 hurt"
            behind = {t.low for t in tokens[k + 1 : min(end, k + 7)]}
            deadly = people and (behind & _EXECUTION or tokens[k + 1].low != "down") and not behind & _HURT
            if people and behind & _HURT - _MISSED:
                return Verdict("wounded", "shot", k)  # "shot in the leg"
            return Verdict("killed", "shot", k) if deadly else None
    return None


def told_by_participle(
    tokens: list[Token], verdict: Verdict | None, phrase: Phrase, words: CountWords
) -> Verdict | None:
    """`six of 20 passengers taken from a bus`, `of the 1.2 million displaced`: of a whole, its own fate is told."""
    head = tokens[phrase.head].low if phrase.head is not None else ""
    if words.noun_kind.get(head) == "settlements" and _LOST & {t.low for t in tokens[phrase.last : phrase.last + 3]}:
        return Verdict("settlements", "noun", phrase.head)  # "four of the six towns they lost"
    if words.noun_kind.get(head) in _TOLD_OF:
        return Verdict(str(words.noun_kind[head]), "noun", phrase.head)
    if phrase.last + 1 < len(tokens) and tokens[phrase.last].low == "taken" and tokens[phrase.last + 1].low == "from":
        return Verdict("captured", "predicate", phrase.last) if words.person(head) else None
    own = verdict is not None and verdict.kind in _TOLD_OF and verdict.verb == phrase.last and verdict.verb is not None
    if (
        own
        and phrase.last + 1 < len(tokens)
        and words.participle(tokens[phrase.last].low)
        and tokens[phrase.last + 1].low in ("from", "by", "in", "at", "on")
    ):
        return verdict
    return None
