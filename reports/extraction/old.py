"""What is background: told in the past perfect, dated days or years before the report, or a total of a long time."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from .cues import cue
from .event_words import Events
from .model import DateMention, Draft, Sentence

_DAYS = 6  # after so many days an event without other signs is background
_DAYS_OF_A_NOTE = 14  # ... in a report that looks back over a week or more
_LONG = 180  # a total since so many days before is no news
_LONG_PERIOD = 40
_YEAR = 200  # dated so many days before: background, whatever else the sentence says
_HAD_NOT = cue("status", "had_not")
_IRREGULAR = cue("status", "participles")
_PRESENT = cue("status", "present")
_HAD_TOLD = cue("status", "had_told")
_REPORTED = cue("status", "reported")
_BEGAN = cue("periods", "once_began")
_LASTING = cue("periods", "lasting")
_CLAUSE = 18  # tokens that a relative clause may have before its date
_TOLD = cue("periods", "said") | {"says", "say", "claims", "adds"}
_EARLY = 16  # tokens in which the main verb stands
_OPENING = 30  # ... and the words that say outright that it is old
_DEATHS = cue("status", "deaths")
_RELATIVES = cue("status", "relatives")
_NOTES = cue("status", "notes")
_WARS = cue("periods", "old_wars")
_DEEDS = cue("periods", "old_deeds")
_CAUSES = cue("periods", "causes")


def past_perfect(lows: list[str]) -> bool:
    """`had expelled`, in the main clause."""
    for i, word in enumerate(lows[:26] if "had" in lows else ()):
        if word in (",", ";", ":") and i > 14:
            return False
        if word != "had" or not 0 < i < len(lows) - 1:
            continue
        after = lows[i + 1]
        if after == "been" and lows[i + 2 : i + 3] and lows[i + 2].endswith("ing"):
            return True
        if after in _HAD_NOT or not (after.endswith(("ed", "en", "wn")) or after in _IRREGULAR):
            continue
        return not (_RELATIVES | {"as", "after", "said", "and", ",", "what"}) & set(lows[:i])
    return False


def told_before(lows: list[str], dates: list[DateMention], today: dt.date | None) -> bool:
    """`had said on Monday`, `eleven had been killed last Thursday`: a day before, in the past perfect."""
    if today is None or not any(d.date_end and d.date_end < today and not d.since for d in dates):
        return False
    i = next((i for i, word in enumerate(lows[:_EARLY]) if word == "had" and lows[i - 1] != "what"), 0)
    return 0 < i < len(lows) - 1 and lows[i + 1] in _HAD_TOLD and not _REPORTED & set(lows[:i])


def old(
    lows: list[str],
    dates: list[DateMention],
    sentence: Sentence,
    draft: Draft,
    words: Events,
    counted: bool,
) -> str | None:
    """The rule by which a sentence tells of days or years before, with nothing that brings it up to now."""
    today = draft.published
    recent = any(d.date_end and today and (today - d.date_end).days < _DAYS and not _long(d) for d in dates)
    said_so = any(i < _OPENING for i in words.background.all_in(lows))
    if said_so and not recent and not {"since", "now", "still"} & set(lows):
        return "old-words"
    if lows[0] == "the" and "has" in lows[2:4] and _WARS & set(lows[1:3]):
        return "old-war"
    if today is None:
        return None
    if any(d.rule == "week" and d.text.lower() == "last week" for d in dates) and not {"has", "have"} & set(lows):
        return "last-week"
    if counted and ("at", "war") not in pairwise(lows):
        long = any(
            d.since and d.rule != "year-away" and d.date_start and (today - d.date_start).days > _LONG for d in dates
        )
        long = long and (_sums_up(lows) or any(d.since and d.precision == "year" for d in dates))
        if long and not any(d.date_end and not d.since and (today - d.date_end).days < 3 for d in dates):
            return "long-since"
    dated = [d for d in dates if d.date_end is not None and not d.since and d.rule != "ago"]
    if not dated or any(d.since for d in dates):
        return None
    ages = [(today - d.date_end).days for d in dated if d.date_end]
    before = lows[: min(dated, key=lambda d: d.first).first - sentence.first]
    if _only_beside(lows, before, dated, sentence.first):
        return None
    if len(dated) == 1 and dated[0].rule in ("month-away", "year-away") and ages[0] > 0:
        return "old-month"
    if min(ages) > _YEAR:
        return "old-year"
    by_day = min(dated, key=lambda d: today - d.date_end).precision in ("hour", "day", "week")  # type: ignore[operator]
    if min(ages) < _DAYS or (min(ages) < _DAYS_OF_A_NOTE and by_day and _note(draft)):
        return None
    spoken = set(before) - {"say", "says"}
    perhaps = any(a in ("may", "might", "could", "to") and b == "have" for a, b in pairwise(lows))
    if (
        "since" in lows
        or ({"now", "still"} if perhaps else {"have", "now", "still"}) & set(lows)
        or (_PRESENT & spoken and not _took(before))
    ):
        return None
    if len(before) > 5 and any(_relative(before, k) for k in range(max(0, len(before) - 9), len(before))):
        return None
    return "old-date"


def _relative(lows: list[str], k: int) -> bool:
    """`which`, `where`, `that`; but `said on Sunday that` begins what is said."""
    return lows[k] in _RELATIVES and not (lows[k] == "that" and _TOLD & set(lows[max(0, k - 3) : k]))


def _sums_up(lows: list[str]) -> bool:
    """`More than 2,600 people have died since 2017`; how many are uprooted or were won back since is how it stands."""
    if lows[0] == "since":
        return True  # "Since 2015 it has flown 9,000 sorties"
    brings = lows[0] in ("that", "this") or "stands" in lows[:10]  # "that brings to 71 those killed since May"
    return not _DEATHS.isdisjoint(lows) and not brings


def began_once(lows: list[str], dates: list[DateMention]) -> bool:
    """`The violence began with a series of kidnappings`: how what goes on came about, where no day is told."""
    if any(d.date_start for d in dates):
        return False
    at = next((k for k, low in enumerate(lows[:6]) if low in _BEGAN and k + 1 < len(lows)), 0)
    lasts = at > 0 and bool(_LASTING & set(lows[:at])) and not {"has", "have", "since"} & set(lows[:at])
    return lasts and lows[at + 1] in _CAUSES


def _only_beside(lows: list[str], before: list[str], dated: list[DateMention], first: int) -> bool:
    """`The army, which lost the town in May, has returned`, `hold the valley after taking a town that fell in 2015`,
    `a million more than last October`: the date is that of a clause beside the main one, or only compares."""
    if _set_in(lows, dated, first) or "than" in before[-4:]:
        return True
    opens = next((k for k in range(len(before) - 1, max(4, len(before) - _CLAUSE), -1) if before[k] in _RELATIVES), 0)
    if not opens or (before[opens] == "that" and before[opens - 1] in _TOLD):
        return False
    main = before[:opens]
    return bool({"now", "still", "has", "have", "are", "is", "were", "was"} & set(main))


def _long(date: DateMention) -> bool:
    """ "Earlier this year": its end is today, but it tells of no day."""
    return bool(date.date_start and date.date_end and (date.date_end - date.date_start).days > _LONG_PERIOD)


def _set_in(lows: list[str], dated: list[DateMention], first: int) -> bool:
    """ "The rebels, who seized it in August 2020, fled": the dates stand in a clause between commas."""
    begins, ends = min(d.first for d in dated) - first, max(d.last for d in dated) - first
    opens = next((i for i in range(1, begins) if lows[i] in _RELATIVES and lows[i - 1] == ","), None)
    return opens is not None and "," in lows[ends : ends + 2] and len(lows) - ends > 4


def _took(before: list[str]) -> bool:
    return bool(_DEEDS & set(before[:4]))


def _note(draft: Draft) -> bool:
    """The report says that it looks back over a week, or names its period in its head."""
    head = draft.text[:300].lower()
    if any(phrase in head for phrase in _NOTES):
        return True
    return any(
        d.sentence < 4 and d.date_start and d.date_end and 3 < (d.date_end - d.date_start).days < 16
        for d in draft.dates[:4]
    )
