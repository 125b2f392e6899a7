"""What is about a count and tells its kind before any verb does: a barracks, a price in men, an escort to safety."""

from __future__ import annotations

from collections.abc import Callable

from .counted import Counted
from .cues import cue
from .model import HARMED, Token
from .phrases import Phrase
from .predicates import Verdict
from .scene_moves import (
    brought_away,
    from_their_homes,
    in_buses,
    in_camp,
    in_shelter,
    let_out,
    sent_running,
    taken_in,
    taken_out,
)
from .scenes import Scene
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
_SWAPPED = cue("kinds", "swapped")
_LOST = cue("kinds", "lost_places")
_AID = cue("kinds", "aid")
_MOVING_IN = cue("kinds", "moving_in")
_LED = cue("kinds", "led")
_LEFT = cue("kinds", "left")
_IN_NEED = cue("kinds", "in_need")
_TOLD_OF = HARMED | {"displaced"}


def scene_of(count: Counted) -> Verdict | None:
    """The kind that the words right before or behind the count tell: by the first rule that has something to say."""
    scene = Scene(count)
    for rule in _RULES:
        if verdict := rule(scene):
            return verdict
    return None


def _in_quarters(scene: Scene) -> Verdict | None:
    """`its barracks housing 1,400 men`."""
    if scene.before not in _QUARTERING or _QUARTERS.isdisjoint(scene.lead[-4:]):
        return None
    forces = scene.noun in _MEN or scene.count.words.class_of.get(scene.noun) == "security_forces"
    return Verdict("troops", "in-quarters") if forces else None


def _left_in_need(scene: Scene) -> Verdict | None:
    """`left nine million in need of aid`."""
    told = scene.before in _LEFT and " ".join(scene.behind[:2]) in _IN_NEED
    return scene.verdict("other", "left-in-need") if told else None


def _operated_on(scene: Scene) -> Verdict | None:
    """`performed surgery on six`."""
    told = scene.before == "on" and not _OPERATES.isdisjoint(scene.lead[-3:]) and scene.folk
    return scene.verdict("wounded", "operated-on") if told else None


def _moved_into(scene: Scene) -> Verdict | None:
    """`fighters moved into six districts`."""
    told = scene.before == "into" and scene.settlements and not _MOVING_IN.isdisjoint(scene.lead[-4:])
    return scene.verdict("settlements", "moved-into") if told else None


def _aid_for(scene: Scene) -> Verdict | None:
    """`food for 40,000 people reached the town`."""
    return Verdict("other", "aid-for") if scene.before == "for" and scene.second in _AID else None


def _without_news(scene: Scene) -> Verdict | None:
    """`without news of five of its staff`."""
    told = scene.before == "of" and scene.second == "news" and "without" in scene.lead[-4:]
    return scene.verdict("missing", "without-news") if told else None


def _led_away(scene: Scene) -> Verdict | None:
    """`led away five others`."""
    told = scene.before in ("away", "off") and scene.second in _LED and scene.persons
    return Verdict("captured", "led-away", scene.count.begin - 2) if told else None


def _capacity(scene: Scene) -> Verdict | None:
    """`a site with room for 5,000`."""
    return Verdict("other", "capacity") if scene.before == "for" and scene.second in _ROOM else None


def _swapped(scene: Scene) -> Verdict | None:
    """`swapped the mayor for nine conscripts`."""
    told = scene.before == "for" and not _SWAPPED.isdisjoint(scene.lead[-4:]) and scene.noun and scene.persons
    return scene.verdict("other", "freed") if told else None


def _cost(scene: Scene) -> Verdict | None:
    """`the attack cost the army 23 men`."""
    if "cost" not in scene.lead[-5:] or scene.noun not in _MEN:
        return None
    count = scene.count
    counted = any(t.kind == "n" for t in count.tokens[max(count.start, count.begin - 5) : count.begin])
    return None if counted else scene.verdict("killed", "cost")


def _left_towns(scene: Scene) -> Verdict | None:
    """`pulled back from several towns`, `drove the rebels from nine villages`."""
    whence = scene.before == "from" or scene.lead[-2:] == ["out", "of"]
    told = whence and scene.settlements and not _LEAVING.isdisjoint(scene.lead)
    return Verdict("settlements", "left-from") if told else None


def _let_go(scene: Scene) -> Verdict | None:
    """`let 62 hostages go`."""
    told = scene.behind[:1] == ["go"] and scene.before in ("let", "lets", "letting") and scene.persons
    return scene.verdict("other", "freed") if told else None


def _lost_contact(scene: Scene) -> Verdict | None:
    """`lost contact with 30 of its men`."""
    told = scene.lead[-3:] == ["lost", "contact", "with"] and scene.persons
    return scene.verdict("missing", "lost-contact") if told else None


_RULES: tuple[Callable[[Scene], Verdict | None], ...] = (
    _in_quarters,
    _left_in_need,
    _operated_on,
    in_shelter,
    in_camp,
    in_buses,
    _moved_into,
    _aid_for,
    _without_news,
    _led_away,
    from_their_homes,
    _capacity,
    _swapped,
    sent_running,
    _cost,
    _left_towns,
    taken_in,
    let_out,
    _let_go,
    _lost_contact,
    taken_out,
    brought_away,
)


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
