"""What a count without words of its own takes over from the count, or the heading, before it."""

from __future__ import annotations

from bisect import bisect_right

from .cues import cue
from .figure_antecedents import Antecedents
from .model import HARMED, MEASURES, Figure

_PLEDGING = cue("kinds", "pledging")
_SPEAK = cue("parties", "say") | {"told", "say"}
_CLAUSES = cue("figures", "clauses")
_DEEDS = cue("tenses", "strong") - cue("tenses", "not_only_past")
_PUT = cue("figures", "put")
_FIGURE = cue("figures", "figure")
_COUNTS = cue("kinds", "counts")
_EARLIER = cue("kinds", "earlier")
_SPOKE = cue("figures", "spoke")
_HEADS = (("killed", cue("figures", "head_dead")), ("displaced", cue("figures", "head_displaced")))
_STAY = cue("figures", "stay")
_TOLD = frozenset(["killed", "wounded", "captured", "missing", "displaced", "trapped", "troops"])
_SUMS = cue("figures", "sums")
_CONFIRMED = cue("kinds", "confirmed")
_TOTALS = cue("figures", "totals")


class Heirs(Antecedents):
    """Gives a bare count the kind, the unit and the people of one told before."""

    def _heading_kind(self, first: int) -> str | None:
        """Under `Toll` or `How many have died?`, people counted are the dead."""
        at = self.tokens[first].start
        above = bisect_right(self.draft.sections, at, key=lambda s: s.end)
        section = self.draft.sections[above - 1] if above else None
        if section is None or section.level != "topic":
            return None
        words = set(section.heading.lower().replace("?", "").split())
        return next((kind for kind, signs in _HEADS if words & signs), None)

    def _inherit(self, figure: Figure, start: int) -> None:
        """A count without a predicate of its own goes on from the one before it."""
        if self.lows[figure.last : figure.last + 2] == ["of", "us"]:
            return  # "There were nine of us in the house"
        if (kind := self._of_those(start)) and self._of_people(figure):
            figure.kind, figure.unit, figure.rules["kind"], figure.part = kind, "people", "of-those", True
            figure.rule += "+noun"
            return
        if (found := self._antecedent(figure, start)) is not None:
            self._take_over(figure, *found)
            return
        at = figure.first - 1
        while at > start and self.tokens[at].low in ('"', "“", "the"):
            at -= 1
        near, linked_back = self._near(figure, start, at)
        if near is None or not self._of_people(figure) or self._has_its_own(figure, near):
            return
        if linked_back or self._linked(figure, near, start, at):
            self._go_on(figure, near)

    def _of_those(self, start: int) -> str | None:
        """`Of the dead, 80 were rebels`, `Of those wounded, six are children`: what all of them are."""
        lows = self.lows[start : start + 4]
        if lows[:1] != ["of"] or lows[1:2] not in (["the"], ["those"]) or lows[3:] != [","]:
            return None
        kind = self.words.noun_kind.get(lows[2]) or next(iter(self.words.subject.get(lows[2], ())), None)
        return kind if kind in _TOLD else None

    def _near(self, figure: Figure, start: int, at: int) -> tuple[Figure | None, bool]:
        """The count that it may go on from, and whether words link it back to one of a sentence before."""
        before = self.tokens[at].low if at >= start else ""
        taken = figure.bare and before in (
            "and",
            ",",
            "to",
            "at",
            "from",
            "against",
            "with",
        )
        for f in reversed(self.draft.figures[-6:]):
            if f.first < start or self._speaks(f) or f.kind in MEASURES or f.unit == "percent":
                continue
            if f.rules.get("kind") != "whole" and (taken or f.kind != "settlements"):
                return f, False
        if figure.bare and figure.first <= start + 3:
            of_a_land = self._of_a_land(figure)
            told = reversed(self.draft.figures[-4:])
            last = (
                f
                for f in told
                if f.kind not in MEASURES and not (of_a_land and f.unit != "people" and f.kind not in HARMED)
            )
            if (near := next(last, None)) is not None:
                return near, False
        lead = set(self.lows[max(start, figure.first - 12) : figure.first])
        near = None
        if (before in ("at", "to") and lead & _PUT and lead & _FIGURE) or self._confirmed(figure, at):
            whole = (f for f in reversed(self.draft.figures[-4:]) if f.unit in ("people", "families") and not f.part)
            near = next(whole, None)
        if near is None and figure.bare and lead & _COUNTS and lead & _EARLIER:  # "their previous count was 27"
            near = next((f for f in reversed(self.draft.figures[-3:]) if f.kind in _TOLD), None)
        return near, near is not None

    def _of_a_land(self, figure: Figure) -> bool:
        """`Three were British`: people, whatever else was counted."""
        behind = self.tokens[figure.last : figure.last + 2]
        return len(behind) > 1 and behind[0].low in ("were", "are") and behind[1].capital

    def _of_people(self, figure: Figure) -> bool:
        person = figure.head is not None and self.words.person(self.tokens[figure.head].low)
        return figure.bare or figure.subject_class != "unspecified" or person

    def _has_its_own(self, figure: Figure, near: Figure) -> bool:
        """`nine remained`, behind those displaced: what is said of it is another thing."""
        after = self.lows[figure.last : figure.last + 3]
        if figure.rules["low"] in ("nobody", "nothing") and after[:1] in (["was"], ["were"]):
            return True  # "killing three, and no civilians were harmed"
        if after[:1] in (["were"], ["are"]) and after[1:2] in (["without"], ["unable"], ["short"]):
            return True  # "hundreds of thousands of people were without water"
        if near.kind in HARMED and not figure.bare and after[:1] in (["had"], ["have"], ["has"]) and after[1] != "been":
            return True  # "two soldiers were killed; at least 900 residents had gone home"
        return (figure.bare and bool(after) and after[0] in _DEEDS) or (
            near.kind in ("displaced", "killed", "wounded")
            and not _STAY.isdisjoint(after)
            and "hospital" not in self.lows[figure.last : figure.last + 5]
        )

    def _linked(self, figure: Figure, near: Figure, start: int, at: int) -> bool:
        """Whether it goes on from a count near by: a part, a total, close behind it, or compared with it."""
        if figure.part or (figure.bare and (self._there(figure, near, start) or self._confirmed(figure, at))):
            return True
        if figure.bare and not _TOTALS.isdisjoint(self.lows[max(start, figure.first - 12) : figure.first]):
            return True
        apart = any(t.low in _CLAUSES for t in self.tokens[near.last : figure.first])
        before = self.tokens[at].low if at >= start else ""
        return (figure.first - near.last <= 8 and not apart) or before in ("from", "against", "with", "than")

    def _there(self, figure: Figure, near: Figure, start: int) -> bool:
        """`9,000 are already there`, `4,000 in the east`: where some of those told are."""
        behind = self.lows[figure.last : figure.last + 2]
        there = behind[:1] == ["are"] and behind[-1] in ("there", "already", "still")
        there = there or (
            near.kind == "troops" and behind[:1] in (["are"], ["were"]) and behind[-1] in ("in", "at", "on")
        )
        return there or self._of_their_forces(figure, near, start)

    def _go_on(self, figure: Figure, near: Figure) -> None:
        """Give it the kind of the count near by, and a bare one the unit and the people too."""
        figure.kind, figure.rules["kind"] = near.kind, "goes-on"
        figure.rule += "+goes-on"
        if figure.bare:
            figure.unit, figure.rules["unit"] = near.unit, "goes-on"
            if figure.subject_class == "unspecified":
                alike = near if figure.part else self._whole_before(near)
                figure.subject_class, figure.rules["subject_class"] = alike.subject_class, "goes-on"
        elif figure.kind == "other":
            figure.unit, figure.rules["unit"] = "people", "goes-on"

    def _take_over(self, figure: Figure, other: Figure, rule: str) -> None:
        """Count what the other count counted."""
        figure.kind, figure.unit, figure.subject = other.kind, other.unit, figure.subject or other.subject
        figure.rules |= {"kind": rule, "unit": rule, "subject": rule}
        figure.rule, figure.leans = figure.rule + "+goes-on", other
        if figure.subject_class == "unspecified":
            figure.subject_class, figure.rules["subject_class"] = other.subject_class, rule

    def _speaks(self, figure: Figure) -> bool:
        """`two diplomats told AFP`: who says it, and nobody counted."""
        behind = self.lows[figure.last : figure.last + 1 + (self.lows[figure.last : figure.last + 1] == ["there"])]
        return figure.kind in ("other", "troops") and not figure.bare and not _SPEAK.isdisjoint(behind)

    def _of_their_forces(self, figure: Figure, near: Figure, start: int) -> bool:
        """`It already has 4,000 in the east`, `have promised 500 each`, `350 remain`, behind a count of forces."""
        if near.kind != "troops" or near.unit != "people":
            return False
        before, behind = (
            self.lows[max(start, figure.first - 1) : figure.first],
            self.lows[figure.last : figure.last + 1],
        )
        return not _PLEDGING.isdisjoint(before) or behind in (["remain"], ["remained"], ["remaining"])

    def _compared(self, figure: Figure) -> bool:
        """`33 schools, up from 20 on Saturday`: what it goes on from is told, whatever stands above."""
        return "goes-on" in figure.rule and self.tokens[figure.first - 1].low in ("from", "than", "against")

    def _whole_before(self, near: Figure) -> Figure:
        """The count itself, or where it is a part ("62 of them children") the last one that is none."""
        return next((f for f in reversed(self.draft.figures[-5:]) if not f.part), near) if near.part else near

    def _confirmed(self, figure: Figure, at: int) -> bool:
        """`The mayor confirmed 41.`, `spoke of 41`, `a lower figure, 41`: stands alone for one told before."""
        if not figure.bare or at < 1:
            return False
        behind = self.tokens[figure.last] if figure.last < len(self.tokens) else None
        ends = behind is None or behind.kind == "p" or behind.low in ("in", "by", "so", "there", "from")
        low, before = self.tokens[at].low, self.tokens[at - 1].low
        told = low in _CONFIRMED or (low == "of" and before in _SPOKE)
        return ends and (told or (low == "," and before in _FIGURE))

    def _past_verb(self, near: Figure, figure: Figure) -> int:
        """`31 rebels, including two of their commanders, were killed and 18 wounded`: past its verb and its parts."""
        verb = near.verb + 1 if near.verb is not None and near.first < near.verb < figure.first else 0
        last = self.draft.figures[-1]
        return max(verb, last.last) if last.part and near is not last else verb

    def _same_people(self, figure: Figure, start: int) -> None:
        here = [f for f in reversed(self.draft.figures[-3:]) if f.first >= start and f.unit == "people"]
        near = next((f for f in here if figure.part or not f.part), None)
        if (
            near and near.kind in HARMED and figure.kind in ("killed", "wounded", "captured", "missing", "troops")
        ) and (figure.part or figure.first - max(near.last, self._past_verb(near, figure)) <= 6):
            figure.subject_class, figure.rules["subject_class"] = near.subject_class, "same-people"
            if not figure.subject:
                figure.subject, figure.rules["subject"] = near.subject, "same-people"
