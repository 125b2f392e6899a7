"""A possible place, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..names import NameHit
from .stretches import Stretch


@dataclass(slots=True)
class Candidate:
    """A possible place. `first`, `last`: its tokens; `query`: the name to look up; `typed`: the kind its noun tells."""

    first: int
    last: int
    core_last: int
    query: str
    hits: tuple[NameHit, ...]
    stretch: Stretch
    typed: str | None = None
    part: float | None = None  # bearing of "eastern Mosul"; -1 for "central"
    part_first: int | None = None
    cue: str = ""  # locative | strong | type | list
    rule: str = "known-name"
    beyond: int = 0  # the token behind its type noun
    clue: dict[str, object] = field(default_factory=dict)
