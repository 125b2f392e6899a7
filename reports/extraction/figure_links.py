"""What a figure owes to its neighbours: a modifier, a verb, a kind, a whole."""

from __future__ import annotations

from .cues import cue
from .figure_numbers import Counting
from .model import Figure
from .numbers import Number
from .phrases import Phrase

_CLAUSES = frozenset(["when", "after", "before", "as", "because"])
_DEEDS = cue("tenses", "strong") - {"hit", "put", "led", "left", "made", "cut", "set"}
_PUT = frozenset(["put", "puts", "putting", "gave", "gives", "estimated", "estimates", "places"])
_FIGURE = frozenset(["figure", "number", "total", "count", "tally", "them", "it"])
_BODIES = frozenset(["killed", "wounded", "captured", "missing"])


_VERBS = frozenset(["were", "was", "have", "has", "had", "are"])


def share_modifier(figure: Figure, other: Figure) -> None:
    """Give a figure the modifier of another, with the bounds that go with it."""
    figure.modifier, figure.rules["modifier"] = other.modifier, "shared-modifier"
    if figure.modifier in ("at_least", "more_than"):
        figure.high = None
    elif figure.modifier == "at_most":
        figure.low = None


class Links(Counting):
    """Ties a count to the counts about it."""

    def _shared_predicate(self, start: int) -> None:
        """`31 rebels and 12 soldiers died`: the first count has the verb of the second."""
        figures = self.draft.figures
        for k in range(len(figures) - 2, max(-1, len(figures) - 30), -1):
            one, two = figures[k], figures[k + 1]
            if one.first < start:
                return
            between = [t.low for t in self.tokens[one.last : two.first]]
            if (
                between in (["and"], [","], [",", "and"], ["or"])
                and one.rule.endswith(("force-noun", "digits", "words"))
                and "predicate" in two.rule
                and two.unit == "people"
                and one.unit == "people"
                and not one.bare
            ):
                one.kind, one.rule, one.verb = two.kind, one.rule + "+shared-predicate", two.verb
                one.rules["kind"] = "shared-predicate"

    def _listed(self, figure: Figure, start: int) -> None:
        """`61 dead: 41 rebels and 20 soldiers`: an item of a list is of the kind of the item before."""
        last = self.draft.figures[-1] if self.draft.figures else None
        if last is None or last.first < start or last.kind not in _BODIES:
            return
        between = [t.low for t in self.tokens[last.last : figure.first]]
        if between in (["and"], [","], [",", "and"]) and last.rule.endswith(("+label", "+goes-on", "+listed")):
            figure.kind, figure.rule, figure.rules["kind"] = last.kind, figure.rule + "+listed", "listed"

    def _of_a_whole(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`18 of the country's 34 provincial capitals`: the second number only says of how many."""
        tokens = self.tokens
        if phrase.last < len(tokens) and tokens[phrase.last].low in ("who", "that"):
            return False
        for k in range(n.begin - 1, max(start, n.begin - 6), -1):
            if tokens[k].low == "of":
                return k in self.lasts
            if tokens[k].kind == "p" and tokens[k].low != "'s":
                return False
        return False

    def _part(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`of them`, `including 11 women`, `of whom 266`, `13 from South Africa`."""
        before = [t.low for t in self.tokens[max(start, n.begin - 4) : n.begin] if t.low != ","]
        after = [t.low for t in self.tokens[phrase.last : phrase.last + 2]]
        if after in (["among", "them"], ["of", "them"]) and phrase.head is not None:
            return True
        if phrase.part and not self._of_a_known_whole(n, phrase):
            return False
        if phrase.part or (before and before[-1] in ("including", "comprising", "include", "includes", "included")):
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
        if last and before and self.tokens[n.begin - 1].low == "," and self._shared_out(n, phrase, last, start):
            return True
        if last and last.part and last.sentence_first(self.draft) == start and before and before[-1] in ("and", ","):
            return n.begin - last.last <= 3 and (phrase.head is None or self.words.person(self.tokens[phrase.head].low))
        return False

    def _shared_out(self, n: Number, phrase: Phrase, last: Figure, start: int) -> bool:
        """`killed four people on Thursday, three women and a man`: who the people were."""
        if last.first < start or last.head is None or phrase.head is None or n.modifier != "exact":
            return False
        general = self.tokens[last.head].low in ("people", "persons", "civilians")
        told = self.tokens[phrase.head].low in ("women", "children", "men", "boys", "girls")
        after = self.tokens[phrase.last].low if phrase.last < len(self.tokens) else ""
        return general and told and after == "and" and last.low is not None and n.low < last.low

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
        between = [t.low for t in self.tokens[last.last : figure.first]]
        if between not in (["and"], [",", "and"]) or last.modifier == "exact" or last.vague:
            return
        bodies = last.kind in _BODIES and figure.kind in _BODIES and last.unit == figure.unit == "people"
        # "some 1,240 vehicles and 5,000 soldiers": two objects of one verb, neither with a verb of its own
        objects = between == ["and"] and last.modifier in ("approx", "at_least", "more_than")
        objects = objects and last.head is not None and last.last - last.head <= 1 and n.first == figure.first
        if not (bodies or objects) or {t.low for t in self.tokens[n.last : figure.last]} & _VERBS:
            return
        share_modifier(figure, last)

    def _share_of_ground(self, n: Number, end: int) -> bool:
        """`most of the city`, `most of its people`: a share that is told; `most of them` is not."""
        lows = [t.low for t in self.tokens[n.last : min(end, n.last + 5)]]
        return bool(
            set(lows) & (self.words.ground | {"population", "people", "residents", "inhabitants", "it"})
        ) or any(t.capital for t in self.tokens[n.last : min(end, n.last + 2)])

    def _heading_kind(self, first: int) -> str | None:
        """Under `Toll` or `How many have died?`, people counted are the dead."""
        at = self.tokens[first].start
        section = next((s for s in reversed(self.draft.sections) if s.end <= at), None)
        if section is None or section.level != "topic":
            return None
        words = set(section.heading.lower().replace("?", "").split())
        for kind, signs in (
            ("killed", {"toll", "died", "dead", "killed", "deaths", "casualties"}),
            ("displaced", {"displaced", "fled", "displacement", "refugees"}),
        ):
            if words & signs:
                return kind
        return None

    def _inherit(self, figure: Figure, start: int) -> None:
        """A count without a predicate of its own goes on from the one before it."""
        earlier = [f for f in reversed(self.draft.figures[-6:]) if f.first >= start]
        people = (
            figure.bare
            or figure.subject_class != "unspecified"
            or (figure.head is not None and self.words.person(self.tokens[figure.head].low))
        )
        at = figure.first - 1
        while at > start and self.tokens[at].low in ('"', "“", "the"):
            at -= 1
        before = self.tokens[at].low if at >= start else ""
        shared = figure.bare and before in ("and", ",")
        near = next(
            (
                f
                for f in earlier
                if f.kind not in ("distance_km", "percent_territory")
                and f.unit != "percent"
                and (shared or f.kind != "settlements")
            ),
            None,
        )
        if near is None and figure.bare and figure.first <= start + 3:
            near = next(
                (f for f in reversed(self.draft.figures[-4:]) if f.kind not in ("distance_km", "percent_territory")),
                None,
            )
        lead = {t.low for t in self.tokens[max(start, figure.first - 12) : figure.first]}
        if near is None and before in ("at", "to") and lead & _PUT and lead & _FIGURE:
            near = next((f for f in reversed(self.draft.figures[-3:]) if f.unit in ("people", "families")), None)
            linked_back = near is not None
        else:
            linked_back = False
        total = bool({"total", "toll", "tally", "number", "figure", "spoke"} & lead) and figure.bare
        behind = [t.low for t in self.tokens[figure.last : figure.last + 2]]
        there = figure.bare and behind[:1] == ["are"] and behind[-1] in ("there", "already", "still")
        apart = near is not None and any(t.low in _CLAUSES for t in self.tokens[near.last : figure.first])
        linked = (
            figure.part
            or there
            or total
            or linked_back
            or (
                near is not None
                and ((figure.first - near.last <= 8 and not apart) or before in ("from", "against", "with", "than"))
            )
        )
        own = figure.bare and figure.last < len(self.tokens) and self.tokens[figure.last].low in _DEEDS
        if near and people and linked and not own:
            figure.kind, figure.rules["kind"] = near.kind, "goes-on"
            figure.rule += "+goes-on"
            if figure.bare:
                figure.unit, figure.rules["unit"] = near.unit, "goes-on"
                if figure.subject_class == "unspecified":
                    figure.subject_class, figure.rules["subject_class"] = near.subject_class, "goes-on"
            if figure.kind == "other" and not figure.bare:
                figure.unit, figure.rules["unit"] = "people", "goes-on"

    def _same_people(self, figure: Figure, start: int) -> None:
        here = [f for f in reversed(self.draft.figures[-3:]) if f.first >= start and f.unit == "people"]
        near = next((f for f in here if figure.part or not f.part), None)
        if (
            near
            and near.kind in ("killed", "wounded", "captured", "missing")
            and figure.kind in ("killed", "wounded", "captured", "missing", "troops")
        ) and (figure.first - near.last <= 6 or figure.part):
            figure.subject_class, figure.rules["subject_class"] = near.subject_class, "same-people"
            if not figure.subject:
                figure.subject, figure.rules["subject"] = near.subject, "same-people"
