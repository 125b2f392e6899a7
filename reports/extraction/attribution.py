"""Where in a sentence a source speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Attribution:
    """Source number `source` speaks over tokens `[first, last)`; `tail` where it stands after what is said."""

    source: int
    sentence: int
    first: int
    last: int
    verb: int | None
    tail: bool
    denial: bool = False
    supplies: bool = False  # "which supplied the count": it stands behind the figures before as well
    cited: bool = False  # "citing the ministry": whom a paper or an agency cites
