"""The signs that a count runs on: a toll that rose, a war as a whole, the perfect tense, a losses' tally."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .cues import cue
from .model import DateMention, Draft, Figure
from .surroundings import Surroundings

_TOLL = cue("periods", "toll")
_TALLY = cue("periods", "tally")
_RISEN = cue("periods", "risen")
_RECORDS = cue("periods", "records")
_LASTING = cue("periods", "lasting")
_SINGLE = cue("periods", "single")
_COUNTS = cue("periods", "counts")
_PUTS = cue("periods", "puts")
_OWNED = cue("periods", "owned")
_DAWN = frozenset(["dawn", "morning", "midnight", "daybreak", "sunrise", "noon", "midday"])
_HARM = frozenset(["killed", "wounded", "missing"])
_MANY = 200  # more people than one event kills, where the perfect tense tells of no day


def runs_on(figure: Figure, date: DateMention | None, words: Surroundings) -> bool:
    """Whether a count of people harmed or driven out, of places taken, of strikes is a running one."""
    draft = words.draft
    lead = frozenset(words.lead)
    dated = figure.date_start is not None
    if figure.part and date is not None and not date.since and 0 <= date.first - figure.last <= 2:
        return False  # "55 of them in the past 24 hours"
    if "total" in lead or (lead & _TALLY and lead & _RISEN) or all_told(figure, date, words):
        return True
    if "number" in words.inside and lead & (_PUTS | _RISEN):
        return True
    if words.around & _TOLL or _long(figure, date) or _known_by(date, draft):
        return True
    if dated or figure.kind not in _HARM:
        return False
    return bool(lead & _COUNTS and lead & {"counts", "lists"}) or _of_a_campaign(figure, words)


def of_one_event(figure: Figure, words: Surroundings) -> bool:
    """`It later raised the toll to 18`: of the attack told just before, not of the war."""
    if words.around & _TOLL or words.around & {"bringing", "taking", "brings"}:
        return False
    figures = words.draft.figures
    at = bisect_left(figures, figure.start, key=lambda f: f.start)
    for other in reversed(figures[max(0, at - 12) : at]):
        if other.kind == figure.kind:
            return other.scope == "incremental" and 0 < figure.sentence - other.sentence <= 2
    return False


def under_a_toll(figure: Figure, draft: Draft) -> bool:
    """Under the heading `The toll so far`."""
    section = draft.sentences[figure.sentence].section
    if section is None or draft.sections[section].level != "topic":
        return False
    words = set(draft.sections[section].heading.lower().split())
    return bool(words & {"toll", "tolls", "tally"})


def all_told(figure: Figure, date: DateMention | None, words: Surroundings) -> bool:
    """`In all, 40 were killed`, `since the uprising began`, `in two years of war`, `the war has killed 300`."""
    lows, ahead = words.lows, words.ahead
    first, _last = words.at
    if " ".join(lows[:2]) in ("in all", "all told") and first < 8:
        return True
    if any(a in ("years", "months", "weeks") and b == "of" for a, b in pairwise(ahead)):
        return True
    if date is None and ("since" in ahead or lows[0] == "since"):
        at = lows.index("since")
        if set(lows[max(0, at - 6) : at]) & _RECORDS:
            return False
        return not {*lows[:3], *ahead} & _DAWN
    verb = (figure.verb - figure.first + first) if figure.verb is not None else first
    perfect = {"have", "has"} & {*lows[max(0, verb - 4) : verb], *lows[max(0, first - 3) : first]}
    if not perfect or figure.kind in ("strikes", "settlements", "other"):
        return False
    if (date is not None and date.date_start is not None) or set(lows) & _SINGLE:
        return False
    lead = lows[max(0, first - 14) : first]
    return bool({*lead, *ahead} & _LASTING) or (figure.low or figure.high or 0) >= _MANY


def before(date: DateMention, word: str, draft: Draft) -> bool:
    """Whether `word` stands right before the date."""
    return date.first > 0 and draft.tokens[date.first - 1].low == word


def _of_a_campaign(figure: Figure, words: Surroundings) -> bool:
    """`69 civilians have died`, `the army has lost 45 soldiers`, `acknowledged 54 dead`: no event is named."""
    if figure.more or set(words.lows) & (_SINGLE | _DAWN):
        return False
    lead = words.lead[-6:]
    if words.tense == "perfect" and "to" not in lead[-3:]:
        passive = figure.rule.endswith("predicate")
        return passive or bool(set(lead[-4:]) & _OWNED)
    return False


def _long(figure: Figure, date: DateMention | None) -> bool:
    """It holds for a month or a year, and for no span of days."""
    if date is None or figure.date_start is None or figure.date_end is None or date.rule == "past-span":
        return False
    return (figure.date_end - figure.date_start).days > 10 and date.precision in ("month", "year")


def _known_by(date: DateMention | None, draft: Draft) -> bool:
    """`dead whose names were known by the end of April`."""
    return date is not None and date.rule != "clock" and before(date, "by", draft)
