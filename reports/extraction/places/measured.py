"""A name all in capitals that no gazetteer knows, and that a distance places."""

from __future__ import annotations

from ..model import Token
from .cues import cue_before
from .words import PlaceWords


def name_measured(tokens: list[Token], i: int, end: int, words: PlaceWords) -> int | None:
    """ "AT GONAGALA, 210 KM EAST OF COLOMBO": the token behind the name that begins at `i`."""
    if words.never(tokens[i].low) or tokens[i - 1].low == "the" or not cue_before(tokens, i, words):
        return None
    for last in (i + 2, i + 1):
        ahead = tokens[last : min(last + 9, end)]
        named = all(t.kind == "w" and not words.never(t.low) for t in tokens[i:last])
        if named and len(ahead) > 4 and ahead[0].text == "," and ahead[1].kind == "n" and ahead[2].low in words.km:
            return last
    return None
