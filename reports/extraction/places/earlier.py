"""Why a place in a sentence is none of today's: what is told there came before."""

from __future__ import annotations

import re

from ..cues import cue
from ..model import DateMention, Draft, Place
from .around import Around

_CLAUSE = re.compile(rf"[.;:!?]|, |\b(?:{'|'.join(sorted(cue('scenes', 'clauses')))})\b")
_SPANS = cue("scenes", "spans")
_DAYS = cue("dates", "weekdays") | cue("scenes", "months")


def since_when(around: Around) -> bool:
    """ "since fighting broke out in X", "since mid-December, when fighting erupted in X"."""
    near = around.before(6)
    if "since" in near:
        then = near[near.index("since") + 1 :]
        return not then or not (then[0] in _DAYS or then[0].isdigit()) or bool({"when", "that"} & set(then))
    before = around.before(9)
    return "when" in before and "since" in around.before(9 - before.index("when") + 6)


def before_it(around: Around) -> bool:
    """ "Three days after the army took X, a bomb went off in Y": what opens so lies before what is told."""
    first = around.sentence.first
    opening = [around.low(i) for i in range(first, min(first + 6, around.first))]
    if "after" not in opening or not set(opening[: opening.index("after")]) & _SPANS:
        return False
    between = [around.low(i) for i in range(first, around.first)]
    return "," not in between and "," in around.after(12)


def day_before(around: Around) -> bool:
    """ "that fired rockets at X the previous day", "shelled X a week earlier": told in passing, of an earlier day."""
    ahead = around.after(3)
    if ahead[:2] in (["the", "previous"], ["the", "day"]):
        return ahead[1] == "previous" or ahead[2:] == ["before"]
    return len(ahead) == 3 and ahead[0] in ("a", "one", "two", "three") and ahead[1] in _SPANS and ahead[2] == "earlier"


def long_ago(draft: Draft, dates: list[DateMention], place: Place, start: int) -> bool:
    """A day or month long before the report stands in the place's own clause: "which captured X on 1 October"."""
    published, text = draft.published, draft.text
    if published is None:
        return False
    if any(0 < d.start - place.end < 12 and d.date_end and (published - d.date_end).days < 8 for d in dates):
        return False  # "who fled X in June attacked Y on Friday"
    for date in dates:
        if date.date_end is None or (published - date.date_end).days < 8 or date.since:
            continue
        low, high = sorted((place.end, date.start))
        if date.start >= start and high - low < 60 and not _CLAUSE.search(text, low, high):
            return True
    return False
