"""Whether a figure runs on, adds, or stands: `cumulative`, `incremental`, `level`."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .model import DateMention, Draft, Figure

_LEVEL = frozenset(["distance_km", "percent_territory", "trapped"])
_TOLL = cue("periods", "toll")
_TALLY = cue("periods", "tally")
_RISEN = cue("periods", "risen")
_NEW = cue("periods", "new")
_SEND = cue("periods", "send")
_STANDING = cue("periods", "standing")
_LASTING = cue("periods", "lasting")
_SINGLE = cue("periods", "single")
_HOSTING = cue("periods", "hosting")
_MANY = 200  # more people than one event kills, where the perfect tense tells of no day


def scope_of(figure: Figure, date: DateMention | None, draft: Draft) -> str | None:
    """The scope of a figure whose period is known; None where nothing tells."""
    kind = figure.kind
    tokens = draft.tokens
    begin = draft.sentences[figure.sentence].first
    around = {t.low for t in tokens[max(begin, figure.first - 8) : figure.last + 2]}
    lead = {t.low for t in tokens[max(begin, figure.first - 20) : figure.first]}
    runs_on = "total" in lead or bool(lead & _TALLY and lead & _RISEN) or _all_told(figure, date, draft)
    verbed = _acts(figure, draft)
    if figure.rule.endswith("state-adjective") and kind == "displaced":
        return "level"
    if kind in _LEVEL:
        return "level"
    if kind == "troops":
        if tokens[figure.first].low == "the" and not figure.more:
            return "level"
        if verbed:
            return "incremental"
        if figure.more or around & _NEW or (around & _SEND and tokens[max(0, figure.first)].low != "the"):
            return "incremental"
        return "level"
    if figure.unit == "percent":
        return "level" if around & _STANDING and not figure.part else None
    if figure.unit.startswith("square"):
        return "level" if not (date and date.since) else "cumulative"
    long = (
        date is not None and date.date_start and figure.date_end and (figure.date_end - figure.date_start).days > 10
        if figure.date_start and figure.date_end
        else False
    )  # type: ignore[operator]
    if date is not None and date.since:
        return "cumulative"
    if kind in ("killed", "wounded", "captured", "missing", "displaced", "settlements", "strikes"):
        if kind == "captured" and around & {"holding", "held", "hostages", "still", "holds"}:
            return "level"
        if kind == "settlements" and around & {"controls", "control", "now", "gives", "hold", "holds"}:
            return "level"
        if "losses" in around and figure.date_start is None:
            return "cumulative"
        if kind in ("killed", "displaced") and figure.vague and (figure.low or 0) >= 2000 and figure.date_start is None:
            return "cumulative"
        if (
            runs_on
            or around & _TOLL
            or (long and date is not None and date.precision in ("month", "year") and date.rule != "past-span")
        ):
            return "cumulative"
        if kind == "displaced" and {"been", "have"} <= around and "total" in around:
            return "cumulative"
        if kind == "displaced" and around & _HOSTING and not around & {"have", "has", "had", "been"}:
            return "level"
        if (
            kind == "displaced"
            and around & {"have", "has", "had"}
            and not (
                date is not None
                and date.precision == "day"
                and not date.since
                and date.rule != "past-span"
                and _before(date, "by", draft) is False
            )
        ):
            return "cumulative"
        return "incremental"
    if (
        verbed
        or figure.rule.endswith(("freed", "verb-object", "casualties", "predicate", "times", "nothing"))
        or figure.unit == "times"
        or figure.unit.endswith("attacks")
    ):
        return "incremental"
    if around & _STANDING:
        return "level"
    return "incremental" if figure.date_start is not None else None


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
        return True
    verb = (figure.verb if figure.verb is not None else figure.first) - sentence.first
    perfect = {"have", "has"} & {*lows[max(0, verb - 4) : verb], *lows[max(0, first - 3) : first]}
    if not perfect or figure.kind in ("strikes", "settlements"):
        return False
    if (date is not None and date.date_start is not None) or set(lows) & _SINGLE:
        return False
    return bool({*lead, *ahead} & _LASTING) or (figure.low or figure.high or 0) >= _MANY


def _before(date: DateMention, word: str, draft: Draft) -> bool:
    return date.first > 0 and draft.tokens[date.first - 1].low == word
