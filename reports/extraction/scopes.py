"""Whether a figure runs on, adds, or stands: `cumulative`, `incremental`, `level`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .cues import cue
from .model import DateMention, Draft, Figure
from .tenses import tense_of

_LEVEL = frozenset(["distance_km", "percent_territory", "trapped"])
_EVENTS = frozenset(["killed", "wounded", "captured", "missing", "displaced", "settlements", "strikes"])
_TOLL = cue("periods", "toll")
_TALLY = cue("periods", "tally")
_RISEN = cue("periods", "risen")
_NEW = cue("periods", "new")
_SEND = cue("periods", "send")
_STANDING = cue("periods", "standing")
_RECORDS = cue("periods", "records")
_LASTING = cue("periods", "lasting")
_SINGLE = cue("periods", "single")
_HOSTING = cue("periods", "hosting")
_REFUGE = cue("periods", "refuge")
_COUNTS = cue("periods", "counts")
_SETTLED = cue("periods", "settled")
_DAWN = frozenset(["dawn", "morning", "midnight", "daybreak", "sunrise", "noon", "midday"])
_POSSIBLE = frozenset(["could", "may", "might"])
_WHERE = cue("periods", "where")
_CHANGED = cue("periods", "changed")
_MOVES = cue("periods", "moves")
_STOPS = frozenset([",", ".", ";", ":", "that", "which", "who", "while", "when", "where", "but"])
_MANY = 200  # more people than one event kills, where the perfect tense tells of no day
_PERFECT = frozenset(["have", "has", "had"])
_HELD = frozenset(
    ["hold", "captivity", "holding", "held", "hostages", "still", "holds", "hands", "custody", "detention", "prison"]
)
_RULED = frozenset(["remain", "remains", "controls", "control", "now", "gives", "hold", "holds"])


def scope_of(figure: Figure, date: DateMention | None, draft: Draft) -> str | None:
    """The scope of a figure whose period is known; None where nothing tells."""
    kind = figure.kind
    if kind in _LEVEL:
        return "level"
    tokens = draft.tokens
    begin = draft.sentences[figure.sentence].first
    around = {t.low for t in tokens[max(begin, figure.first - 8) : figure.last + 2]}
    if kind == "troops":
        return _of_troops(figure, around, draft)
    if figure.unit == "percent":
        return _of_share(figure, date, around)
    if figure.unit.startswith("square"):
        return "level" if not (date and date.since) else "cumulative"
    if date is not None and date.since:
        if _today(date, draft):
            return "incremental"  # "since dawn": of this day
        stands = kind == "other" and figure.unit != "people" and tense_of(figure, draft) == "stands"
        return "level" if stands else "cumulative"
    if kind in _EVENTS:
        return _of_event(figure, date, around, draft)
    return _of_other(figure, date, around, draft)


def _of_troops(figure: Figure, around: set[str], draft: Draft) -> str | None:
    tokens = draft.tokens
    if tokens[figure.first].low == "the" and not figure.more:
        return "level"
    if _acts(figure, draft) or _moved(figure, draft):
        return "incremental"
    if figure.more or around & _NEW:
        return "incremental"
    if tense_of(figure, draft) == "planned" and (not around & _SEND or around & _POSSIBLE):
        return None
    if around & _SEND:
        return "incremental"
    return "level"


def _of_share(figure: Figure, date: DateMention | None, around: set[str]) -> str | None:
    if figure.kind == "displaced" and date is not None and date.since:
        return "cumulative"
    if figure.part:
        return "incremental" if date is not None and date.rule == "past-span" else None
    if date is not None and date.rule == "past-span" and figure.kind == "displaced":
        return "incremental"
    return "level" if around & _STANDING and figure.kind != "displaced" else None


def _of_event(figure: Figure, date: DateMention | None, around: set[str], draft: Draft) -> str | None:
    """The scope of people harmed or driven out, of places taken, of strikes."""
    kind = figure.kind
    tokens = draft.tokens
    begin = draft.sentences[figure.sentence].first
    lead = {t.low for t in tokens[max(begin, figure.first - 20) : figure.first]}
    dated = figure.date_start is not None
    if kind == "displaced" and figure.rule.endswith("state-adjective"):
        return "level"
    sentence = draft.sentences[figure.sentence]
    ahead = {t.low for t in tokens[figure.last : min(sentence.last, figure.last + 6)]}
    if kind == "captured" and (around | ahead) & _HELD:
        return "level"
    if kind == "displaced" and ("already" in ahead or _sheltering(figure, around, draft)):
        return "level"
    if kind == "settlements" and around & _RULED:
        return "level"
    if figure.more and "total" not in lead and kind != "displaced":
        return "incremental"
    if "far" in around and date is not None and _today(date, draft):
        return "incremental"
    if not dated and _under_a_toll(figure, draft):
        return "cumulative"
    if ("losses" in around or "toll" in lead) and not dated and _of_one_event(figure, around, draft):
        return "incremental"
    if "losses" in around and not dated:
        return "cumulative"
    if kind in ("killed", "displaced") and figure.vague and (figure.low or 0) >= 2000 and not dated:
        return "cumulative"
    runs_on = "total" in lead or bool(lead & _TALLY and lead & _RISEN) or _all_told(figure, date, draft)
    inside = {t.low for t in tokens[figure.first : figure.last]}
    runs_on = runs_on or ("number" in inside and bool(lead & {"put", "puts"}))
    if runs_on or around & _TOLL or _long(figure, date) or _known_by(date, draft):
        return "cumulative"
    if kind in ("killed", "wounded") and lead & _COUNTS and "counts" in lead and not dated:
        return "cumulative"
    if kind == "displaced":
        return _of_displaced(figure, date, around, draft)
    return "incremental"


def _sheltering(figure: Figure, around: set[str], draft: Draft) -> bool:
    """`have found shelter in a church`: that is where they are."""
    behind = {t.low for t in draft.tokens[figure.last - 1 : figure.last + 5]}
    return bool(behind & _REFUGE and around & _PERFECT)


def _of_displaced(figure: Figure, date: DateMention | None, around: set[str], draft: Draft) -> str | None:
    if {"been", "have"} <= around and "total" in around:
        return "cumulative"
    if around & _HOSTING and not around & {*_PERFECT, "been"}:
        return "level"
    day = date is not None and date.precision == "day" and not date.since and not _before(date, "by", draft)
    return "cumulative" if around & _PERFECT and not day else "incremental"


def _of_other(figure: Figure, date: DateMention | None, around: set[str], draft: Draft) -> str | None:
    if _all_told(figure, date, draft):
        return "cumulative"
    if _inhabitants(figure, draft):
        return "level"
    if figure.rule.endswith("whole"):
        return "level" if figure.unit == "people" else None
    if _compared(figure, draft):
        return "level"
    if draft.tokens[figure.first - 1].low in _WHERE and figure.first and not figure.bare:
        return None  # "at four hospitals", "from three directions": only says where
    if figure.more and around & _SEND:
        return "incremental"
    tense = tense_of(figure, draft)
    if tense == "planned":
        return None
    verbed = (
        _acts(figure, draft)
        or figure.rule.endswith(("freed", "verb-object", "casualties", "predicate", "times", "nothing"))
        or figure.unit == "times"
        or figure.unit.endswith("attacks")
    )
    if verbed:
        return (
            "level"
            if tense == "stands" and figure.rule.endswith("verb-object") and around & _STANDING
            else "incremental"
        )
    if tense == "stands" or (tense is None and around & _STANDING):
        return "level"
    ahead = [t.low for t in draft.tokens[figure.last : figure.last + 7]]
    stop = next((k for k, low in enumerate(ahead) if low in _STOPS), len(ahead))
    if ahead[:1] in (["has"], ["have"], ["had"]) or {"was", "were"} & set(ahead[:stop]):
        return "incremental"  # "five aircraft were shot down"
    return "incremental" if figure.date_start is not None else None


def _inhabitants(figure: Figure, draft: Draft) -> bool:
    """`a city of two million`: who lives there."""
    tokens = draft.tokens
    return (
        figure.first > 1
        and tokens[figure.first - 1].low in ("of", "to")
        and tokens[figure.first - 2].low in _SETTLED
        and (figure.low or figure.high or 0) >= 1000
    )


def _compared(figure: Figure, draft: Draft) -> bool:
    """`dropped to 170,000 from 245,000`, `down from about 800`: how many there are, then and now."""
    lead = [t.low for t in draft.tokens[max(0, figure.first - 6) : figure.first]]
    return bool(lead and lead[-1] in ("to", "from", "below", "above", "under") and set(lead) & _CHANGED)


def _moved(figure: Figure, draft: Draft) -> bool:
    """Forces that crossed, arrived, attacked: not a strength."""
    verb = figure.verb
    return verb is not None and figure.rule.endswith("+predicate") and draft.tokens[verb].low in _MOVES


def _of_one_event(figure: Figure, around: set[str], draft: Draft) -> bool:
    """`It later raised the toll to 18`: of the attack told just before, not of the war."""
    if around & _TOLL or around & {"bringing", "taking", "brings"}:
        return False
    at = bisect_left(draft.figures, figure.start, key=lambda f: f.start)
    for other in reversed(draft.figures[max(0, at - 12) : at]):
        if other.kind == figure.kind:
            return other.scope == "incremental" and 0 < figure.sentence - other.sentence <= 2
    return False


def _under_a_toll(figure: Figure, draft: Draft) -> bool:
    """Under the heading `The toll so far`."""
    section = draft.sentences[figure.sentence].section
    if section is None or draft.sections[section].level != "topic":
        return False
    words = set(draft.sections[section].heading.lower().split())
    return bool(words & {"toll", "tolls", "tally"})


def _today(date: DateMention, draft: Draft) -> bool:
    """It begins on the report's own day."""
    day = draft.as_of[:10] if draft.as_of else str(draft.published)
    return str(date.date_start) == day


def _long(figure: Figure, date: DateMention | None) -> bool:
    """It holds for a month or a year, and for no span of days."""
    if date is None or figure.date_start is None or figure.date_end is None or date.rule == "past-span":
        return False
    return (figure.date_end - figure.date_start).days > 10 and date.precision in ("month", "year")


def _known_by(date: DateMention | None, draft: Draft) -> bool:
    """`dead whose names were known by the end of April`."""
    return date is not None and date.rule != "clock" and _before(date, "by", draft)


def _acts(figure: Figure, draft: Draft) -> bool:
    """What is counted does something in the past: `Three car bombs exploded`, `100 fighters attacked`."""
    if figure.last >= len(draft.tokens) or figure.kind not in ("other", "troops") or figure.bare:
        return False
    low = draft.tokens[figure.last].low
    return (low.endswith("ed") and low not in ("led", "based", "stationed", "deployed", "needed", "armed")) or low in (
        "blew",
        "broke",
        "fell",
        "hit",
        "struck",
    )


def _all_told(figure: Figure, date: DateMention | None, draft: Draft) -> bool:
    """`In all, 40 were killed`, `since the uprising began`, `in two years of war`, `the war has killed 300`."""
    tokens = draft.tokens
    sentence = draft.sentences[figure.sentence]
    lows = [t.low for t in tokens[sentence.first : sentence.last]]
    first, last = figure.first - sentence.first, figure.last - sentence.first
    ahead = lows[last : last + 14]
    if ";" in ahead:
        ahead = ahead[: ahead.index(";")]
    lead = lows[max(0, first - 14) : first]
    if " ".join(lows[:2]) in ("in all", "all told") and first < 8:
        return True
    if any(a in ("years", "months", "weeks") and b == "of" for a, b in pairwise(ahead)):
        return True
    if date is None and ("since" in ahead or lows[0] == "since"):
        at = lows.index("since")
        if set(lows[max(0, at - 6) : at]) & _RECORDS:
            return False
        return not {*lows[:3], *ahead} & _DAWN
    verb = (figure.verb if figure.verb is not None else figure.first) - sentence.first
    perfect = {"have", "has"} & {*lows[max(0, verb - 4) : verb], *lows[max(0, first - 3) : first]}
    if not perfect or figure.kind in ("strikes", "settlements", "other"):
        return False
    if (date is not None and date.date_start is not None) or set(lows) & _SINGLE:
        return False
    return bool({*lead, *ahead} & _LASTING) or (figure.low or figure.high or 0) >= _MANY


def _before(date: DateMention, word: str, draft: Draft) -> bool:
    return date.first > 0 and draft.tokens[date.first - 1].low == word
