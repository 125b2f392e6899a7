"""Counts that lean on one told before: compared with it, some of those told, the items that make it up."""

from __future__ import annotations

from bisect import bisect_left

from .cues import cue
from .model import HARMED, Draft, Figure

_CHANGED = cue("periods", "changed")
_REPORTS = cue("periods", "reports")
_OWNS_UP = cue("periods", "owns_up")
_HOURS = cue("periods", "hours") | {"midday", "noon", "dawn"}
_ADMITS = cue("periods", "admits")
_COUNTS = cue("periods", "counts")
_BRIEF = 10  # tokens of a sentence that only gives another count
_REACH = 6  # figures looked back at


def compared(figure: Figure, draft: Draft) -> bool:
    """`dropped to 170,000 from 245,000`, `down from about 800`: how many there are, then and now."""
    lead = draft.lows[max(0, figure.first - 6) : figure.first]
    links = {*lead[-1:], draft.tokens[figure.first].low} & {"to", "from", "below", "above", "under"}
    return bool(links and set(lead) & _CHANGED) and not _owns_up(lead)


def as_before(figure: Figure, draft: Draft) -> str | None:
    """`43 clashes, up from 31`: the scope of what is compared, told before in the sentence."""
    before = next(iter(_before(figure, draft)), None)
    if before is None or before.sentence != figure.sentence or before.unit != figure.unit:
        return None
    return before.scope


def of_those_told(figure: Figure, draft: Draft) -> Figure | None:
    """`Of the 214 rebels killed, 180 were Syrians`: the toll just told, of which these are some."""
    definite = "the" in (draft.tokens[figure.first].low, draft.tokens[figure.first - 1].low)
    if figure.kind not in HARMED or not definite or figure.first < 2:
        return None
    at = figure.first - (draft.tokens[figure.first].low != "the")
    if draft.tokens[at - 1].low not in ("of", "among"):
        return None
    for other in _before(figure, draft):
        if figure.sentence - other.sentence > 2:
            return None
        if other.kind == figure.kind and other.unit == "people" and (other.low or 0) >= (figure.low or 0):
            return other
    return None


def earlier_toll(figure: Figure, draft: Draft) -> bool:
    """`had until then reported a single death`, `acknowledged only some 30 dead`: how many somebody counted so far."""
    if figure.kind != "killed" or not figure.rule.endswith(("+noun", "+goes-on")):
        return False
    first = draft.sentences[figure.sentence].first
    if draft.lows[first : first + 1] == ["by"] and draft.lows[first + 1] in _HOURS:
        return False  # "By midday it had counted 22 dead": of that day
    lead = draft.lows[max(first, figure.first - 8) : figure.first]
    at = next((k for k in range(len(lead) - 1, max(-1, len(lead) - 4), -1) if lead[k] in _REPORTS), None)
    if at is None:
        return False
    return (lead[at] in _OWNS_UP and not figure.bare) or "had" in lead[:at]


def told_so_far(figure: Figure, draft: Draft) -> bool:
    """`109 have been killed since Monday. Another 621 have been hurt`: the toll told just before runs on."""
    told = [f for f in _before(figure, draft) if f.kind in HARMED and not f.part]
    return bool(told) and told[0].scope == "cumulative" and figure.sentence - told[0].sentence <= 1


def more_of_them(draft: Draft, figure: Figure) -> str | None:
    """`Six nurses died. Another nine were hurt`: the class of those told just before."""
    told = next((f for f in _before(figure, draft) if f.kind in HARMED), None) if figure.more else None
    if told is None or figure.kind not in HARMED or figure.sentence - told.sentence > 1:
        return None
    return (told if told.part_of is None else draft.figures[told.part_of]).subject_class


def _owns_up(lead: list[str]) -> bool:
    return len(lead) > 2 and lead[-2:] == ["up", "to"] and lead[-3].startswith("own")


def admits(figure: Figure, draft: Draft) -> bool:
    """`owns up to fewer than 150 losses`, `acknowledges the loss of 13 fighters`: what a party says of its own dead."""
    first = draft.sentences[figure.sentence].first
    lead = draft.lows[max(first, figure.first - 7) : figure.first]
    harmed = figure.kind in HARMED or "losses" in figure.unit
    return figure.date_start is None and harmed and (_owns_up(lead) or not _ADMITS.isdisjoint(lead))


def listed_scope(draft: Draft, k: int) -> str | None:
    """`took four tanks, two guns and upwards of 900 rifles`: an item of a list is told as the one before it."""
    one, figure = draft.figures[k - 1], draft.figures[k]
    between = draft.lows[one.last : figure.first]
    alike = one.sentence == figure.sentence and one.kind == figure.kind and one.unit != "percent"
    return one.scope if alike and between in (["and"], [","], [",", "and"]) else None


def others(draft: Draft, figure: Figure) -> bool:
    """`Eight others were hurt`, `Another four died`: more of those told in the sentence before."""
    if figure.first > draft.sentences[figure.sentence].first + 2:
        return False
    words = set(draft.lows[max(0, figure.first - 1) : figure.last])
    return bool(words & {"others", "another", "other"})


def rival_of(draft: Draft, k: int) -> Figure | None:
    """`seized 42 villages since May. The monitor counts 36`: what another counts of the same, in the next sentence."""
    figure = draft.figures[k]
    if figure.leans is not None and figure.rules.get("kind") in ("another-count", "in-parallel"):
        return figure.leans
    if not k or not figure.bare or figure.part or not {"goes-on", "heading"} & set(figure.rule.split("+")):
        return None
    other = draft.figures[k - 1]
    if other.part_of is not None and k > 1:
        other = draft.figures[other.part_of]
    alike = other.kind == figure.kind and figure.sentence - other.sentence == 1 and other.source != figure.source
    first = draft.sentences[figure.sentence].first
    counts = any(t.low in _COUNTS for t in draft.tokens[max(first, figure.first - 5) : figure.first])
    return other if alike and counts and figure.last - first < _BRIEF else None


def whole_told(draft: Draft, k: int) -> int | None:
    """The number of the toll just told that figure `k` counts some of."""
    figure = draft.figures[k]
    told = None if figure.part else of_those_told(figure, draft)
    if told is None or (told.low or 0) <= (figure.low or 0):
        return None
    return next(j for j in range(k - 1, -1, -1) if draft.figures[j] is told)


def _listed_before(draft: Draft, k: int) -> Figure:
    """The count before figure `k`, past those that are part of it: `62 were killed, 14 of them boys, and 140 hurt`."""
    before = draft.figures[k - 1]
    whole = before.part_of if before.part and before.part_of is not None and before.part_of < k else k - 1
    return draft.figures[whole]


def runs_on_with(draft: Draft, k: int) -> bool:
    """`The war has left 90 dead and 400 injured`: the second count of one verb runs on with the first."""
    before, figure, last = _listed_before(draft, k), draft.figures[k], draft.figures[k - 1]
    between = draft.lows[max(before.last, last.last if last.part else 0) : figure.first]
    if before.scope == "cumulative" and before.kind == figure.kind and "goes-on" in figure.rule and figure.bare:
        return (
            before.sentence == figure.sentence and before.date_start == figure.date_start
        )  # "118 residents since Tuesday; others say 200"
    pair = {before.kind, figure.kind} <= {"killed", "wounded", "displaced", "missing", "captured"}
    return (
        pair
        and before.scope == "cumulative"
        and before.sentence == figure.sentence
        and between in (["and"], [","], [",", "and"])
        and before.date_start == figure.date_start
    )


def follow_their_sum(draft: Draft) -> None:
    """`raised its toll to 19. Eleven civilians and eight soldiers died`: the items run on with their sum."""
    for k, figure in enumerate(draft.figures[:-1]):
        whole = _made_up_of(draft, k) if figure.scope == "incremental" else None
        if whole is not None and whole.scope == "cumulative":
            for item in draft.figures[k : k + 2]:
                item.scope, item.rules["scope"] = whole.scope, "adds-up"


def _made_up_of(draft: Draft, k: int) -> Figure | None:
    """`raised its toll to 19. Eleven civilians and eight soldiers died`: the toll that these counts add up to."""
    one, two = draft.figures[k], draft.figures[k + 1] if k + 1 < len(draft.figures) else None
    if two is None or one.kind not in HARMED or one.kind != two.kind or one.sentence != two.sentence:
        return None
    if one.low is None or two.low is None or one.part_of is not None or two.part_of is not None:
        return None
    for other in _before(one, draft):
        if one.sentence - other.sentence > 1:
            return None
        if other.kind == one.kind and other.low == one.low + two.low and other.scope is not None:
            return other
    return None


def _before(figure: Figure, draft: Draft) -> list[Figure]:
    """The figures before it, the nearest first."""
    at = bisect_left(draft.figures, figure.start, key=lambda f: f.start)
    return draft.figures[max(0, at - _REACH) : at][::-1]
