"""Counts of no place: troops still to be sent, a force's strength, aircraft lost, what an army lost in all."""

from __future__ import annotations

from ..cues import cue
from ..model import Figure
from .setting import NOWHERE, Setting

_CRAFT = cue("settle", "craft")
_SENDS = cue("settle", "sends")
_ALL_LOSSES = cue("settle", "all_losses")
_NEAR = 9  # tokens before the count
_SWAPS = cue("kinds", "swapped")
_SWAPPED = cue("settle", "each_way")
_LOSSES = cue("settle", "own_losses")
_OWN = cue("settle", "whose_losses")
_SIDES = cue("settle", "sides_losses")
_TIES = cue("settle", "ties")
_ARMY = 10_000
_NOT_YET = frozenset({"announced", "hypothetical", "denied"})
_OVERALL = cue("settle", "overall")


def of_both_sides(setting: Setting, figure: Figure) -> int | None:
    """`exchanged 115 prisoners each`, `put its losses at 64 dead`: of two sides, or of a whole army, at no place."""
    sentence, lows = setting.sentence(figure), setting.lows
    before = lows[max(sentence.first, figure.first - _NEAR) : figure.first]
    behind = lows[figure.first : min(figure.last + 2, sentence.last)]
    if set(before) & _SWAPS and (set(behind) & _SWAPPED or figure.kind == "captured"):
        return NOWHERE
    at = next((k for k, low in enumerate(before) if low in _LOSSES), None)
    if at is None or setting.level(figure) == "front" or figure.unit not in ("people", None):
        return None
    if _TIES & set(before[at:]):
        return None  # "put its losses in the battle for X at 40"
    whose = before[max(0, at - 2) : at]
    if setting.level(figure) is None and not _OWN.isdisjoint(whose):
        return None  # "its own losses" in a story of one battle
    return NOWHERE if any(low in _OWN or low in _SIDES or low in setting.nationals for low in whose) else None


def of_no_place(setting: Setting, figure: Figure) -> int | None:
    """NOWHERE, or None where another rule may speak."""
    sentence = setting.sentence(figure)
    lows = setting.lows[sentence.first : sentence.last]
    if sentence.status in _NOT_YET and set(lows) & _SENDS:
        return NOWHERE
    if (
        figure.kind != "troops"
        and figure.unit == "people"
        and figure.subject_class == "security_forces"
        and (figure.low or 0) >= _ARMY
    ):
        return NOWHERE  # an army's dead in a whole war
    if figure.kind == "other" and set(setting.lows[figure.first : figure.last]) & _CRAFT:
        return NOWHERE
    if setting.here(figure) or setting.heading(figure) is None:
        return None
    summary = (set(lows[:4]) & _ALL_LOSSES and _OVERALL & set(lows)) or (
        "force" in lows[1:8] and lows[lows.index("force") - 1] == "air"
    )
    return NOWHERE if summary else None
