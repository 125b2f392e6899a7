"""Statements of who holds a place. Needs places, groups and sources; gives `controls`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from .attribution import Attribution, who_says
from .control_places import Places, beside
from .control_sides import Sides, agent, other, pushed_out, subject
from .cues import cue
from .lexicon import Lexicon
from .model import Control, Draft, Group, Sentence
from .quantities import Phrases

_NO_LONGER = cue("controls", "no_longer")
_NOT_DONE = cue("controls", "not_done")
_HANDS = cue("controls", "hands")
_LOSES = cue("controls", "loses")
_AWAY = cue("controls", "away")
_PUSHES = cue("controls", "pushes")


def find_controls(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Fill in `draft.controls` from sentences that tell what is, or what came about on a day that they tell."""
    finder = _Finder(draft, lexicon.made(_verbs), said)
    dated = {d.sentence for d in draft.dates if d.date_start is not None}
    for number, sentence in enumerate(draft.sentences):
        if sentence.status == "current" or (sentence.status == "background" and number in dated):
            finder.sentence(number, sentence)


def _verbs(lexicon: Lexicon) -> Phrases:
    """The phrases of holding and taking, with their status and whether the party stands behind them."""
    words = lexicon["events"]["control"]
    table: dict[str, object] = {}
    for status in ("controlled", "besieged", "contested", "left"):
        for phrase in words[status]:
            table[phrase] = (status, False)
    for phrase in words["fell"]:
        table[phrase] = ("controlled", True)
    for phrase in words["besieged_by"]:
        table[phrase] = ("besieged", True)
    return Phrases.of(table)


class _Finder(Places):
    """Walks the verbs of a sentence; knows the towns and parties of the one before."""

    def __init__(self, draft: Draft, verbs: Phrases, said: list[Attribution]) -> None:
        super().__init__(draft)
        self.verbs = verbs
        self.groups: dict[int, list[Group]] = defaultdict(list)
        self.said: dict[int, list[Attribution]] = defaultdict(list)
        for group in draft.groups:
            self.groups[group.sentence].append(group)
        for attribution in said:
            self.said[attribution.sentence].append(attribution)
        self.used: set[int] = set()

    def sentence(self, number: int, sentence: Sentence) -> None:
        if not self.places[number] and not self.places[number - 1]:
            return
        self.used = set()
        free = sentence.first
        for i in [i for i in range(sentence.first, sentence.last) if self._tells(self.draft.lows[i])]:
            if i < free:
                continue  # inside the phrase before
            if self.tokens[i].low in _HANDS and not self._undone(i, sentence) and self._in_hands(number, sentence, i):
                continue
            found = self.verbs.at(self.tokens, i, sentence.last)
            if found:
                size, (status, turned) = found
                if not self._undone(i, sentence):
                    self._statement(number, sentence, i, i + size, status, turned)
                free = i + size
                continue
            if self.tokens[i].low in _PUSHES and not self._undone(i, sentence):
                self._pushed(number, sentence, i)
            elif self.tokens[i].low in _LOSES and not self._undone(i, sentence):
                self._lost(number, sentence, i)

    def _tells(self, low: str) -> bool:
        """A word that a statement may begin with."""
        return low in self.verbs.sizes or low in _HANDS or low in _PUSHES or low in _LOSES

    def _undone(self, i: int, sentence: Sentence) -> bool:
        """`once held`, `failed to take`, `almost surrounded`, `did not capture`: said, and not so."""
        if i > sentence.first and self.tokens[i - 1].low in _NO_LONGER:
            return True
        return any(t.low in _NOT_DONE or t.low.endswith("n't") for t in self.tokens[max(sentence.first, i - 4) : i])

    def _statement(self, number: int, sentence: Sentence, i: int, end: int, status: str, turned: bool) -> None:
        groups = self.groups[number]
        both = status == "controlled" and self._claimed_by_both(i, sentence, groups)
        sides = agent(self.draft, i, end, groups) if turned else self._subject(number, sentence, i)
        if both and sides.first is not None:
            sides.second = other(sides.first, groups)
        place, how = (
            self._before(number, i) if turned else self._object(number, sentence, i, end, status == "contested")
        )
        if place is None or place in self.used:
            return
        if sides.first is None and not both and status in ("controlled", "left"):
            return
        rule = "claimed-by-both" if both else f"{status}-verb" + ("-turned" if turned else "")
        for one in (place, *self._listed_with(number, place)):
            self._keep(number, (i, end), one, how, "contested" if both else status, sides, rule)

    def _subject(self, number: int, sentence: Sentence, i: int) -> Sides:
        return subject(self.draft, i, sentence.first, self.groups[number], self.groups[number - 1] if number else [])

    def _claimed_by_both(self, i: int, sentence: Sentence, groups: list[Group]) -> bool:
        """`Both the army and the rebels claimed to hold it`."""
        before = self.draft.lows[max(sentence.first, i - 4) : i]
        claims = any(low.startswith("claim") for low in before) and "to" in before
        names = {g.name for g in groups if g.end <= self.tokens[i].start}
        return claims and (len(names) > 1 or "both" in self.draft.lows[sentence.first : i])

    def _pushed(self, number: int, sentence: Sentence, i: int) -> None:
        """`The army drove the rebels out of the town`, `the rebels were expelled from the town by the army`."""
        out = next(
            (k for k in range(i + 1, min(sentence.last, i + 12)) if self.tokens[k].low in ("from", "of", "outside")),
            None,
        )
        if (
            out is None
            or self.tokens[out - 1].low in _AWAY
            or (self.tokens[out].low == "of" and self.tokens[out - 1].low != "out")
        ):
            return
        place = next((p for p in self.places[number] if 0 < self._at(p) - out < 6), None)
        if place is None or place in self.used or beside(self.draft.places[place]):
            return
        sides = pushed_out(self.draft, i, self._at(place), self.groups[number])
        if sides.first is not None:
            self._keep(number, (i, out + 1), place, "place-behind-the-verb", "controlled", sides, "pushed-out")

    def _in_hands(self, number: int, sentence: Sentence, i: int) -> bool:
        """`The town is in rebel hands`, `under their control`: the party between the two, or whom "their" means."""
        opens = next(
            (k for k in range(i - 1, max(sentence.first, i - 7), -1) if self.tokens[k].low in ("in", "under")), None
        )
        if opens is None:
            return False
        start, end = self.tokens[opens].end, self.tokens[i].start
        holder = next((g for g in self.groups[number] if start <= g.start and g.end <= end), None)
        if holder is None and self.tokens[i - 1].low in ("their", "its", "his"):
            told = [g for g in self.groups[number] if g.end <= self.tokens[opens].start]
            holder = next(iter(told or (self.groups[number - 1] if number else [])), None)
        place, how = self._before(number, opens)
        if place is None and number:
            place, how = self._last_of(number - 1), "pointed-back-to"
        if holder is None or place is None or place in self.used:
            return False
        sides = Sides(holder, None, "party-in-whose-hands")
        self._keep(number, (opens, i + 1), place, how, "controlled", sides, "in-hands")
        return True

    def _lost(self, number: int, sentence: Sentence, i: int) -> None:
        """`The rebels lost the town to the army`, `handed the town over to the army`."""
        place, how = self._object(number, sentence, i, i + 1)
        if place is None or place in self.used:
            return
        behind = bisect_left(self.starts, self.draft.places[place].end)
        if behind < sentence.last and self.tokens[behind].low == "over":
            behind += 1
        if behind >= sentence.last or self.tokens[behind].low != "to":
            return
        sides = agent(self.draft, i, behind, self.groups[number])
        if sides.first is not None:
            self._keep(number, (i, i + 1), place, how, "controlled", sides, "lost-to")

    def _keep(
        self, number: int, verb: tuple[int, int], place: int, how: str, status: str, sides: Sides, rule: str
    ) -> None:
        self.used.add(place)
        mention = self.draft.places[place]
        token, last = self.tokens[verb[0]], self.tokens[verb[1] - 1]
        near = mention.sentence == number
        start, stop = (min(token.start, mention.start), max(last.end, mention.end)) if near else (token.start, last.end)
        source, who = who_says(*verb, self.said[number], self.tokens)
        one, other = (sides.second, sides.first) if status == "besieged" else (sides.first, sides.second)
        rules = (sides.second_rule, sides.first_rule) if status == "besieged" else (sides.first_rule, sides.second_rule)
        self.draft.controls.append(
            Control(
                start,
                stop,
                place,
                status,
                one.name if one else None,
                other.name if other else None,
                source,
                rule,
                rules={"place": how, "status": rule, "holder": rules[0], "contender": rules[1], "source": who},
            )
        )
