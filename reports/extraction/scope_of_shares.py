"""Whether a share stands, or tells of what was done to a part."""

from __future__ import annotations

from .cues import cue
from .model import DateMention, Figure
from .surroundings import Scope, Surroundings

_STANDING = cue("periods", "standing")
_WHERE = cue("relate", "living") | cue("kinds", "camps") | {"sleeping", "staying", "sheltering", "living"}
_MAKES_UP = cue("periods", "makes_up")


def of_share(figure: Figure, date: DateMention | None, words: Surroundings) -> Scope:
    if figure.kind == "displaced" and date is not None and date.since:
        return "cumulative", "since-a-day"
    if figure.part and figure.kind == "displaced" and _WHERE & set(words.ahead[:7]):
        return "level", "where-they-are"  # "a fifth of them are sleeping in parks"
    if figure.part:
        return (
            ("incremental", "past-span")
            if date is not None and date.rule == "past-span"
            else (None, "share-of-a-whole")
        )
    if date is not None and date.rule == "past-span" and figure.kind == "displaced":
        return "incremental", "past-span"
    behind = set(words.ahead[:6])
    if figure.kind == "displaced":
        left = words.tense == "perfect" and figure.date_start is None
        return ("cumulative", "have-fled") if left and "yet" not in behind else (None, "no-sign")
    if words.tense in ("past", "perfect") and figure.date_start is not None:
        since = date is not None and date.since
        return ("cumulative", "since-a-day") if since else ("incremental", "dated")
    makes = set(words.lead[-3:]) & _MAKES_UP or ("in" in behind and "hands" in behind) or {"have", "no"} <= behind
    lasts = makes or words.around & _STANDING or words.tense == "stands"
    if lasts:
        return "level", "standing-verb"
    return ("level", "share-that-is-left") if words.tense in ("past", "perfect") else (None, "no-sign")
