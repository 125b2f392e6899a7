"""Whether a distance or an area stands, or tells how much was gained."""

from __future__ import annotations

from .cues import cue
from .model import DateMention, Figure
from .surroundings import Scope, Surroundings

_GAINED = cue("periods", "gained")
_SPELLS = cue("kinds", "spells")
_RULED_TOO = cue("periods", "ruled")
_MORE = cue("figures", "more")


def of_measure(figure: Figure, date: DateMention | None, words: Surroundings) -> Scope:
    """The scope of distances and shares of ground: as they stand, unless they tell how much was gained."""
    gained = figure.kind == "distance_km" and date is not None and set(words.lead[-8:]) & _GAINED
    if gained and date is not None and (date.since or (date.rule == "past-span" and set(words.lead[-3:]) & _GAINED)):
        return ("cumulative", "gained-since") if date.since else ("incremental", "gained-in-a-span")
    if set(words.lead[-2:]) & _GAINED and figure.kind == "distance_km" and _in_a_span(words):
        return "incremental", "gained-in-a-span"
    return "level", "measure-that-stands"


def of_ground(date: DateMention | None, words: Surroundings) -> Scope:
    """The scope of areas: as they are held, unless they have grown since a day or by so much more."""
    held = set(words.lead[-4:]) & _RULED_TOO
    grows = (date and date.since and not held) or ("far" in words.around and words.tense == "perfect")
    if words.inside & _MORE and not grows:
        return "incremental", "more-ground"  # "had cleared a further 40 square kilometres"
    return ("cumulative", "area-since") if grows else ("level", "area-that-stands")


def _in_a_span(words: Surroundings) -> bool:
    """`advanced two kilometres in a week`: so much in so long."""
    ahead = words.ahead[:4]
    return ahead[:1] in (["in"], ["within"], ["over"]) and any(low.removesuffix("s") in _SPELLS for low in ahead[2:])
