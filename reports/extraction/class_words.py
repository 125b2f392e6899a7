"""The class that a word names, and what is told right behind a count of who a part of the people were."""

from __future__ import annotations

from .model import Draft, Figure
from .words import CountWords


def named_at(draft: Draft, words: CountWords, j: int) -> str | None:
    """The class named at token `j`: `women and children` are mixed."""
    lows = draft.lows[j : j + 3]
    people = words.class_of.get(lows[0]) if lows else None
    if people in (None, "unspecified"):
        return None
    other = words.class_of.get(lows[2]) if len(lows) == 3 and lows[1] == "and" else None
    return "mixed" if other not in (None, "unspecified", people) else people


def told_behind(draft: Draft, words: CountWords, figure: Figure) -> str | None:
    """`66 of those were minors`, `two of the dead were under 10`, `one of them a soldier`: who a part of them were."""
    if figure.unit != "people" or figure.part_of is None or not (figure.bare or figure.part):
        return None
    link, *lows = [*draft.lows[figure.last : figure.last + 4], ""]
    if link in ("were", "are", "was") and lows[:1] == ["under"]:
        return "children"
    if link in ("a", "an") and figure.bare:
        return next((people for k in range(3) if (people := named_at(draft, words, figure.last + 1 + k))), None)
    return named_at(draft, words, figure.last + 1) if link in ("were", "are") and figure.bare else None
