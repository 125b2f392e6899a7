"""What a figure shares with its neighbours: a modifier, a verb, a whole."""

from __future__ import annotations

from .cues import cue
from .figure_heirs import Heirs
from .model import HARMED, MEASURES, Figure
from .number_values import Number
from .phrases import Phrase
from .predicates import Verdict

_BODILY = cue("kinds", "bodily") | cue("kinds", "harming")


_VERBS = cue("figures", "verbs")
_NUMBERING = cue("kinds", "numbering") - {"numbers"}
_ALL_OF_IT = cue("figures", "population") | {"it"}
_INCLUDING = cue("figures", "including")
_WHENCE = frozenset(["from", "of", "in", "at", "on"])
_A_SENTENCE = 40  # tokens back to the people of whom the next sentence says "most of them"
_SHARE_VERBS = frozenset(["being", "were", "are", "have", "had"])
_WHERE_AND_WHEN = cue("relate", "where_and_when")
_BEFALLS = HARMED | {"displaced"}
_GENERAL = cue("figures", "general")
_WHO = cue("figures", "who")
_OF_TIME = cue("figures", "of_time")


def share_modifier(figure: Figure, other: Figure) -> None:
    """Give a figure the modifier of another, with the bounds that go with it."""
    figure.modifier, figure.rules["modifier"] = other.modifier, "shared-modifier"
    if figure.modifier in ("at_least", "more_than"):
        figure.high = None
    elif figure.modifier == "at_most":
        figure.low = None


def _without_whence(between: list[str]) -> list[str]:
    """Without where those are from: `14 peacekeepers from Tanzania and five soldiers were killed`."""
    if between[:1] and between[0] in _WHENCE and between[-1] in ("and", ",") and 2 < len(between) <= 6:
        return between[-1:] if not {",", ".", ";"} & set(between[:-1]) else between
    return between


class Links(Heirs):
    """Ties a count to the counts about it."""

    def _shared_predicate(self, start: int) -> None:
        """`31 rebels and 12 soldiers died`: the first count has the verb of the second."""
        figures = self.draft.figures
        self._shared_strikes(start)
        for k in range(len(figures) - 2, max(-1, len(figures) - 30), -1):
            one, two = figures[k], figures[k + 1]
            if one.first < start:
                return
            between = _without_whence(self.lows[one.last : two.first])
            if (
                between in (["and"], [","], [",", "and"], ["or"])
                and (one.rule.endswith(("force-noun", "digits", "words")) or "+goes-on" in one.rule)
                and "predicate" in two.rule
                and two.unit == "people"
                and (one.unit == "people" or self._living(two))
                and not one.bare
                and not two.part  # "75 casualties, 20 of whom later died"
            ):
                one.unit = "people"
                one.kind, one.rule, one.verb = two.kind, one.rule + "+shared-predicate", two.verb
                one.rules["kind"] = "shared-predicate"

    def _living(self, figure: Figure) -> bool:
        """`Three chieftains and 20 fighters were killed`: only the living are, whatever noun names them."""
        return figure.verb is not None and self.tokens[figure.verb].low in _BODILY

    def _shared_strikes(self, start: int) -> None:
        """`three missile and 27 air strikes`: the last noun is that of both."""
        if len(self.draft.figures) < 2:
            return
        one, two = self.draft.figures[-2:]
        between = self.lows[one.last : two.first]
        if one.first >= start and between == ["and"] and two.kind == "strikes" and one.unit in self.words.strike_words:
            one.kind, one.unit, one.rules["kind"] = "strikes", f"{one.unit} strikes", "shared-noun"

    def _listed(self, figure: Figure, start: int) -> None:
        """`61 dead: 41 rebels and 20 soldiers`: an item of a list is of the kind of the item before."""
        last = self.draft.figures[-1] if self.draft.figures else None
        if last is None or last.first < start or last.kind not in HARMED:
            return
        between = _without_whence(self.lows[last.last : figure.first])
        of_a_list = (
            last.rule.endswith(("+label", "+goes-on", "+listed", "+toll", "+number-of"))
            or self.tokens[last.first - 1].low == ":"
        )
        if between in (["and"], [","], [",", "and"]) and of_a_list:
            figure.kind, figure.rule, figure.rules["kind"] = last.kind, figure.rule + "+listed", "listed"

    def _is_told(self, n: Number) -> bool:
        """`the wounded, who number several hundred`, `several hundred strong`: a vague number that stands alone."""
        before = self.lows[n.begin - 2 : n.begin] if n.begin > 1 else []
        compared = before[:1] in (["compared"], ["up"], ["down"]) or before[-1:] == ["against"]
        strong = "strong" in self.lows[n.last : n.last + 2]
        return compared or strong or not _NUMBERING.isdisjoint(before[-1:])

    def _of_a_whole(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`18 of the country's 34 provincial capitals`: the second number only says of how many."""
        tokens = self.tokens
        if phrase.last < len(tokens) and tokens[phrase.last].low in ("who", "that"):
            return False
        for k in range(n.begin - 1, max(start, n.begin - 6), -1):
            if tokens[k].low == "of":
                return k in self.lasts or k + 1 in self.lasts  # "most of the town's 9,000 inhabitants"
            if tokens[k].low in ("them", "whom", "which", "and", "were", "was", "have", "had"):
                return False
            if tokens[k].kind == "p" and tokens[k].low != "'s":
                return False
        return False

    def _pointed_at(self, n: Number, phrase: Phrase, verdict: Verdict | None) -> bool:
        """`the two countries`, `these three towns`: spoken of before, and nothing is said to have happened to them."""
        told = verdict is not None and verdict.rule not in ("settlement-without-verb", "force-noun")
        shared = n.first - 2 in self.lasts and self.tokens[n.first - 2].low == "of"  # "four of the six bridges"
        known = n.first > 0 and self.tokens[n.first - 1].low in ("the", "these", "those", "both") and not shared
        small = n.rule == "words" and n.modifier == "exact" and n.high is not None and n.high <= 10
        return known and small and phrase.head is not None and not told

    def _part(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`of them`, `including 11 women`, `of whom 266`, `13 from South Africa`."""
        before = [t.low for t in self.tokens[max(start, n.begin - 4) : n.begin] if t.low != ","]
        after = self.lows[phrase.last : phrase.last + 2]
        if phrase.head is not None and (after in (["among", "them"], ["of", "them"]) or self._included(phrase.last)):
            return True
        if phrase.part and not self._of_a_known_whole(n, phrase):
            return False
        if phrase.part or (before and before[-1] in _INCLUDING):
            return True
        if before[-2:] in (
            ["of", "whom"],
            ["among", "them"],
            ["of", "them"],
            ["of", "these"],
            ["of", "those"],
            ["among", "whom"],
            ["of", "which"],
        ):
            return True
        last = self.draft.figures[-1] if self.draft.figures else None
        if last and phrase.head is None and self._opens_with_of(last, start) and self.tokens[n.begin - 1].low == ",":
            return True
        if before[-3:] in (["including", "those", "of"], ["among", "them", "those"]):
            return True
        if before[-3:] == ["made", "up", "of"] or before[-2:] in (["composed", "of"], ["consisting", "of"]):
            return True
        if n.low == 1 and phrase.head is None and after and after[0].endswith("ly") and last and last.kind in HARMED:
            return last.first >= start
        if last and before and self.tokens[n.begin - 1].low == "," and self._shared_out(n, phrase, last, start):
            return True
        if last and last.part and last.first >= start and self.tokens[n.begin - 1].low in ("and", ","):
            return n.begin - last.last <= 3 and (phrase.head is None or self.words.person(self.tokens[phrase.head].low))
        return False

    def _opens_with_of(self, last: Figure, start: int) -> bool:
        """`Of the 1,600 families displaced, 900 have returned`: what the sentence opens with is the whole."""
        lows = self.lows[start : last.first + 1]
        return lows[:1] == ["of"] and last.first - start <= 2 and last.unit != "percent"

    def _says_who(self, after: list[str], figure: Figure) -> bool:
        """`86% are women`: who those are that were counted just before."""
        last = self.draft.figures[-1] if self.draft.figures else None
        if last is None or after[:1] not in (["are"], ["were"]) or last.unit != "people":
            return False
        return after[-1] in self.words.class_of and figure.first - last.last <= 30 and not figure.denominator

    def _included(self, last: int) -> bool:
        """`one commando of the police included`."""
        for k in range(last, min(len(self.tokens) - 1, last + 7)):
            if self.tokens[k].low == "included":
                return self.tokens[k + 1].kind == "p"
            if self.tokens[k].kind != "w":
                return False
        return False

    def _shared_out(self, n: Number, phrase: Phrase, last: Figure, start: int) -> bool:
        """`killed four people on Thursday, three women and a man`: who the people were."""
        if last.first < start or last.head is None or phrase.head is None or n.modifier != "exact":
            return False
        general = self.tokens[last.head].low in _GENERAL
        told = self.tokens[phrase.head].low in _WHO
        after = self.tokens[phrase.last].low if phrase.last < len(self.tokens) else ""
        return general and told and after == "and" and last.low is not None and n.value < last.low

    def _of_a_known_whole(self, n: Number, phrase: Phrase) -> bool:
        """`six of them`, `110 of the dead`; but `300 of the soldiers` only where soldiers were counted before."""
        if phrase.head is None:
            return True
        of = self.tokens[n.last].low if n.last < len(self.tokens) else ""
        if of != "of" or self.tokens[n.last + 1].low in self.words.of_them:
            return True
        head = self.tokens[phrase.head].low
        if head in self.words.states:
            return True
        return any(f.head is not None and self.tokens[f.head].low == head for f in self.draft.figures[-6:])

    def _shared_modifier(self, figure: Figure, n: Number, start: int) -> None:
        """`at least 700 killed and 2,800 injured`: one modifier, one verb, both counts."""
        last = self.draft.figures[-1] if self.draft.figures else None
        if (
            last is None
            or last.first < start
            or n.modifier != "exact"
            or n.rule not in ("digits", "words")
            or figure.part
        ):
            return
        between = self.lows[last.last : figure.first]
        if last.kind in HARMED and between[:1] == ["and"] and between[1:] in (["wounding"], ["injuring"], ["killing"]):
            between = between[:1]  # "killing at least 11 and wounding 47"
        if between not in (["and"], [",", "and"]) or last.modifier == "exact" or last.vague:
            return
        bodies = {last.kind, figure.kind} <= _BEFALLS and last.unit == figure.unit == "people"
        # "some 1,240 vehicles and 5,000 soldiers": two objects of one verb, neither with a verb of its own
        objects = between == ["and"] and last.modifier in ("approx", "at_least", "more_than")
        objects = objects and last.head is not None and last.last - last.head <= 1 and n.first == figure.first
        vague = last.modifier in ("approx", "almost")
        precise = (figure.low or 0) % 5 > 0 and ((figure.low or 0) >= 1000 or vague)
        if precise and last.modifier != "at_least":  # "more than 400 people were killed and 3,056 wounded"
            return
        own = bool(set(self.lows[n.last : figure.last]) & _VERBS) and last.verb is not None
        if not (bodies or objects) or own:
            return
        share_modifier(figure, last)

    def _says_what(self, lows: list[str]) -> bool:
        """`most of them women`, `most of them on foot`, `most of them have moved in`: told of a share."""
        told = self.words.person(lows[0]) or lows[0] in _SHARE_VERBS or lows[0] in _WHERE_AND_WHEN
        return told or self.words.participle(lows[0]) or (len(lows) > 1 and self.words.plural(lows[1]))

    def _share_of_ground(self, n: Number, end: int) -> bool:
        """`most of the city`, `most of its people`: a share that is told; `most of them` alone is not."""
        lows = self.lows[n.last : min(end, n.last + 5)]
        if set(lows[:3]) & _OF_TIME:
            return False  # "most of the night"
        if lows[:1] in (["them"], ["whom"]) and len(lows) > 1 and self.tokens[n.last - 1].low == "of":
            last = self.draft.figures[-1] if self.draft.figures else None
            here = (
                last is not None
                and last.unit != "percent"
                and last.kind not in MEASURES
                and (
                    n.first - last.last <= 6
                    or (self.tokens[n.first - 1].low == "." and n.first - last.last <= _A_SENTENCE)
                )
            )
            return here and self._says_what(lows[1:3])
        return bool(set(lows) & (self.words.ground | _ALL_OF_IT)) or any(
            t.capital for t in self.tokens[n.last : min(end, n.last + 2)]
        )
