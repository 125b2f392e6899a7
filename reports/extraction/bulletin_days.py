"""The day, or the span, that a whole bulletin tells of. Needs sections, sentences and dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from .cues import cue
from .model import DateMention, Draft

_OPENING = 4  # sentences that open a bulletin
_LONGEST = 31  # days under review
_SECTORS = cue("headings", "sectors")


@dataclass(frozen=True)
class Review:
    """Sentences that sum up a span of days, and the span."""

    sentences: range
    first: dt.date
    last: dt.date


def reviewed(draft: Draft, by_sentence: dict[int, list[DateMention]]) -> Review | None:
    """`WEEKLY BRIEF, 29 FEBRUARY - 6 MARCH`, `in the period under review`: the span of a bulletin's opening."""
    span = next((s for n in range(_OPENING) if (s := _span_of(by_sentence.get(n, [])))), None)
    if span is None:
        return None
    for number in range(min(8, len(draft.sentences))):
        sentence = draft.sentences[number]
        lows = set(draft.lows[sentence.first : sentence.last])
        last_week = any(d.rule == "week" and d.date_start == span[0] for d in by_sentence.get(number, []))
        if not (({"under", "review"} <= lows) or ({"reporting", "period"} <= lows) or last_week):
            continue
        end = number + 1
        while (
            end < len(draft.sentences)
            and draft.sentences[end].section == sentence.section
            and not any(d.date_start and d.rule != "year" for d in by_sentence.get(end, []))
        ):
            end += 1  # up to the next heading, or the next day that is named
        return Review(range(number, end), *span)
    return None


def _span_of(dates: list[DateMention]) -> tuple[dt.date, dt.date] | None:
    """The span of days that a title names, in one date or in two on either side of a dash."""
    known = [d for d in dates if d.date_start and d.date_end and not d.since]
    for date in known:
        assert date.date_start and date.date_end
        if 2 <= (date.date_end - date.date_start).days <= _LONGEST and date.precision == "day":
            return date.date_start, date.date_end
    for one, two in pairwise(known):
        assert one.date_start and two.date_end
        if two.first - one.last == 1 and 2 <= (two.date_end - one.date_start).days <= _LONGEST:
            return one.date_start, two.date_end
    return None


def bulletin_day(draft: Draft, by_sentence: dict[int, list[DateMention]]) -> tuple[dt.date, dt.date] | None:
    """The day that a list of events or a communiqué is about: the one day of its opening."""
    marked = sum(1 for s in draft.sections if s.rule in ("numbered-line", "marked-line") and s.level == "front")
    bullets = sum(
        1
        for line in draft.text.split("\n")[:400]
        if line.lstrip()[:2] in ("- ", "• ", "* ", "– ") and line.rstrip()[-1] not in "-–*"
    )
    directions = sum(1 for s in draft.sections if _SECTORS & set(s.heading.lower().split()))
    communique = draft.as_of is not None and (
        directions >= 2 or (marked >= 3 and draft.outlet is not None and len(draft.outlet.split()) > 1)
    )
    if any("takeaways" in s.heading.lower() for s in draft.sections):
        return None  # an assessment looks back over more than a day
    if not (communique or (bullets >= 3 and sum(f.kind == "strikes" for f in draft.figures) >= 3)):
        return None
    for number in range(min(4, len(draft.sentences))):
        for date in by_sentence.get(number, []):
            if (
                date.date_start
                and date.date_end
                and date.precision == "day"
                and (date.date_end - date.date_start).days <= 1
                and date.rule not in ("day-of-month", "today", "ago")
                and _reaches_today(date, draft)
            ):
                return date.date_start, date.date_end
    return None


def _reaches_today(date: DateMention, draft: Draft) -> bool:
    """Whether a date of the opening ends on the day that the bulletin tells of, or the one before."""
    day = dt.date.fromisoformat(draft.as_of[:10]) if draft.as_of else draft.published
    return day is None or date.date_end is None or 0 <= (day - date.date_end).days <= 1
