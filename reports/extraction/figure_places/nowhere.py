"""Counts of no place: troops still to be sent, a force's strength, aircraft lost, what an army lost in all."""

from __future__ import annotations

from ..cues import cue
from ..model import Figure
from .setting import NOWHERE, Setting

_CRAFT = cue("settle", "craft")
_SENDS = cue("settle", "sends")
_ALL_LOSSES = cue("settle", "all_losses")
_ARMY = 10_000
_NOT_YET = frozenset({"announced", "hypothetical", "denied"})
_OVERALL = cue("settle", "overall")


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
    summary = (set(lows[:6]) & _ALL_LOSSES and _OVERALL & set(lows)) or (
        "force" in lows[1:8] and lows[lows.index("force") - 1] == "air"
    )
    return NOWHERE if summary else None
