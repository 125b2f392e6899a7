"""Counts that stand: people held or sheltered, places held, who lives somewhere, how many there are by now."""

from __future__ import annotations

from bisect import bisect_left

from .cues import cue
from .model import Draft, Figure
from .surroundings import Surroundings

_HELD = cue("periods", "held")
_REFUGE = cue("periods", "refuge")
_SETTLED = cue("periods", "settled")
_WHERE = cue("periods", "where")
_FEW = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "both"])
_BROUGHT = frozenset(["brought", "let", "flew", "flown", "took", "taken", "carried", "poured", "sent", "shipped"])
_CHANGED = cue("periods", "changed")
_RULED = frozenset(["remain", "remains", "controls", "control", "now", "gives", "hold", "holds"])


_PERFECT = frozenset(["have", "has", "had"])


def stands(figure: Figure, words: Surroundings) -> bool:
    """People held, sheltered or driven out already, and places that are held: as it is, and no event."""
    kind, around = figure.kind, words.around
    if kind == "displaced":
        return (
            figure.rule.endswith("state-adjective") or "already" in words.ahead[:6] or _sheltering(figure, words.draft)
        )
    if kind == "missing":
        return "never" in words.inside
    if kind == "captured":
        return words.stays or bool(
            (around | set(words.ahead[:6])) & (_HELD - {"hostages"})
            or ("hostages" in words.inside and words.tense in (None, "stands"))
        )
    return kind == "settlements" and (bool(around & _RULED) or words.tense == "stands")


def _sheltering(figure: Figure, draft: Draft) -> bool:
    """`have found shelter in a church`: that is where they are."""
    behind = {t.low for t in draft.tokens[figure.last - 1 : figure.last + 5]}
    around = {t.low for t in draft.tokens[max(0, figure.first - 8) : figure.last + 2]}
    return bool(behind & _REFUGE and around & _PERFECT)


def only_where(words: Surroundings) -> bool:
    """`at four hospitals`, `from three sides and two hills`: only says where."""
    lead = words.lead
    if len(lead) > 3 and lead[-1] == "and" and (lead[-3].isdigit() or lead[-3] in _FEW):
        return lead[-4] in _WHERE
    if lead[-1:] == ["in"] and lead[-2:-1] and lead[-2] in _BROUGHT:
        return False  # "brought in 1,100 tons"
    return bool(lead) and lead[-1] in _WHERE


def inhabitants(figure: Figure, draft: Draft) -> bool:
    """`a city of two million`: who lives there."""
    tokens = draft.tokens
    return (
        figure.first > 1
        and tokens[figure.first - 1].low in ("of", "to")
        and tokens[figure.first - 2].low in _SETTLED
        and (figure.low or figure.high or 0) >= 1000
    )


def compared(figure: Figure, draft: Draft) -> bool:
    """`dropped to 170,000 from 245,000`, `down from about 800`: how many there are, then and now."""
    lead = [t.low for t in draft.tokens[max(0, figure.first - 6) : figure.first]]
    links = {*lead[-1:], draft.tokens[figure.first].low} & {"to", "from", "below", "above", "under"}
    return bool(links and set(lead) & _CHANGED)


def as_before(figure: Figure, draft: Draft) -> str | None:
    """`43 clashes, up from 31`: the scope of what is compared, told before in the sentence."""
    at = bisect_left(draft.figures, figure.start, key=lambda f: f.start)
    before = draft.figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence or before.unit != figure.unit:
        return None
    return before.scope
