"""Which days a figure covers, and whether it runs on, adds, or stands: `date_start`, `date_end`, `scope`.

Needs figures and dates; also dates the sentences.
"""

from __future__ import annotations

import datetime as dt

from .cues import cue
from .model import DateMention, Draft, Figure, Sentence

_LEVEL = frozenset(["distance_km", "percent_territory", "trapped"])
_TOLL = cue("periods", "toll")
_NEW = cue("periods", "new")
_SEND = cue("periods", "send")
_STANDING = cue("periods", "standing")


def date_figures(draft: Draft) -> None:
    """Set period and scope of every figure, then the day of every sentence."""
    by_sentence: dict[int, list[DateMention]] = {}
    for date in draft.dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    today = dt.date.fromisoformat(draft.as_of[:10]) if draft.as_of else draft.published
    bulletin = _bulletin_day(draft, by_sentence)
    for k, figure in enumerate(draft.figures):
        date = _date_of(figure, k, by_sentence.get(figure.sentence, []), draft)
        if date is not None and date.date_start is not None:
            figure.date_start, figure.date_end = date.date_start, date.date_end
            if date.since and today and date.date_start <= today:
                figure.date_end = today
        elif k and (leaned := _leans_on(draft, k)) is not None:
            other = draft.figures[leaned]
            figure.date_start, figure.date_end = other.date_start, other.date_end
        elif bulletin and figure.kind not in _LEVEL:
            figure.date_start, figure.date_end = bulletin
        if figure.scope is None:
            figure.scope = _scope(figure, date, draft)
        if figure.kind in ("distance_km", "percent_territory", "trapped") or (
            figure.unit.startswith("square") and not (date and date.since)
        ):
            figure.date_start = figure.date_end = None
        if (
            figure.scope == "level"
            and figure.kind in ("troops", "settlements", "displaced", "captured")
            and not (date and date.precision == "month")
        ):
            figure.date_start = figure.date_end = None
        if date and k and not date.since and date.date_start and (start := _counted_by(draft, k, date)):
            figure.date_start, figure.date_end, figure.scope = start, date.date_end, "cumulative"
    for figure in draft.figures:
        if figure.part_of is not None:
            whole = draft.figures[figure.part_of]
            if figure.scope is None or (figure.kind == whole.kind and figure.date_start == whole.date_start):
                figure.scope = whole.scope if figure.unit != "percent" else figure.scope
            if figure.date_start is None and figure.scope != "level":
                figure.date_start, figure.date_end = whole.date_start, whole.date_end
    _date_sentences(draft, by_sentence)


def _counted_by(draft: Draft, k: int, date: DateMention) -> dt.date | None:
    """`up from the 413 it had counted by Sunday`: from the same beginning as the count before, up to that day."""
    before = draft.tokens[date.first - 1].low if date.first else ""
    if before not in ("by", "until") and draft.tokens[draft.figures[k].first - 1].low not in (
        "against",
        "from",
        "with",
    ):
        return None
    for other in draft.figures[max(0, k - 3) : k]:
        if (
            other.sentence == draft.figures[k].sentence
            and other.scope == "cumulative"
            and other.date_start
            and date.date_end
            and other.date_start < date.date_end
        ):
            return other.date_start
    return None


def _bulletin_day(draft: Draft, by_sentence: dict[int, list[DateMention]]) -> tuple[dt.date, dt.date] | None:
    """The day that a list of events or a communiqué is about: the one day of its opening."""
    marked = sum(1 for s in draft.sections if s.rule in ("numbered-line", "marked-line") and s.level == "front")
    bullets = sum(
        1
        for line in draft.text.split("\n")[:400]
        if line.lstrip()[:2] in ("- ", "• ", "* ", "– ") and line.rstrip()[-1] not in "-–*"
    )
    directions = sum(
        1 for s in draft.sections if {"direction", "directions", "axis", "sector"} & set(s.heading.lower().split())
    )
    communique = draft.as_of is not None and (
        directions >= 2 or (marked >= 3 and draft.outlet is not None and len(draft.outlet.split()) > 1)
    )
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
            ):
                return date.date_start, date.date_end
    day = draft.published
    return (day, day) if day and communique else None


def _date_of(figure: Figure, k: int, dates: list[DateMention], draft: Draft) -> DateMention | None:
    """The date in the figure's clause: a "since" first, else the nearest that is not the speaker's own day."""
    best: DateMention | None = None
    distance = 10**6
    tokens = draft.tokens
    for date in dates:
        if (
            date.date_start is None
            or date.rule == "clock"
            or _of_the_speech(date, draft)
            or _of_an_aside(date, figure, draft)
        ):
            continue
        gap = date.first - figure.last if date.first >= figure.last else figure.first - date.last
        between = tokens[min(figure.last, date.last) : max(figure.first, date.first)]
        if any(t.low in (";",) for t in between):
            continue
        if _modifies_other(date, figure, draft):
            gap += 30
        if any(t.low in ("while", "but") for t in between):
            gap += 12
        crossed = sum(
            1 for f in draft.figures[k + 1 : k + 12] if f.sentence == figure.sentence and f.first < date.first
        )
        if date.first >= figure.last and date.rule in ("past-span", "since"):
            gap -= 4
        gap += (12 if "," in [t.low for t in between] and not date.since else 2) * crossed
        if date.since and gap < 30:
            gap -= 6
        if gap < distance:
            best, distance = date, gap
    if best is not None and (distance >= 40 or _modifies_other(best, figure, draft)):
        return best if distance < 30 else None
    return best


def _of_an_aside(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`The enemy, which captured the town on 1 October, attacked 29 times`: the date of a clause about something else."""
    tokens = draft.tokens
    sentence = draft.sentences[figure.sentence]
    if date.first > figure.first:
        between = [t.low for t in tokens[figure.last : date.first]]
        return (
            any(w in ("which", "who", "that", "where", "whose") and k > 0 for k, w in enumerate(between))
            and not date.since
            and "," not in between[:1]
        )
    opened = next(
        (
            i
            for i in range(date.first - 1, max(sentence.first, date.first - 12) - 1, -1)
            if tokens[i].low in ("which", "who", "where", "whose", ",")
        ),
        None,
    )
    closed = tokens[date.last].low == "," if date.last < len(tokens) else False
    return opened is not None and closed and tokens[opened].low != "," and not date.since


def _of_the_speech(date: DateMention, draft: Draft) -> bool:
    """`said on Saturday`: the day of the words, not of the deed."""
    before = [t.low for t in draft.tokens[max(0, date.first - 3) : date.first]]
    return bool(
        {
            "said",
            "says",
            "announced",
            "told",
            "reported",
            "added",
            "statement",
            "reporters",
            "claimed",
            "stated",
            "confirmed",
            "declared",
            "warned",
        }
        & set(before[-2:])
    ) or ("told" in [t.low for t in draft.tokens[max(0, date.first - 6) : date.first]])


def _modifies_other(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`disused since 2014`, `last year's attacks`, `from the 413 it had counted by Sunday`: a date of something else."""
    tokens = draft.tokens
    after = tokens[date.last].low if date.last < len(tokens) else ""
    if after == "'s" and date.last > figure.last:
        return True
    if after == "'s" and date.precision in ("year", "month"):
        return True
    before = tokens[date.first - 1].low if date.first else ""
    if (
        before == "before"
        or (before in ("by", "until") and figure.kind != "settlements")
        or (before == "of" and tokens[date.first - 2].low == "as")
    ):
        return True
    if date.precision == "year" and date.rule == "year" and figure.kind == "distance_km":
        return True
    return (
        date.rule == "ago"
        and figure.kind not in ("killed", "wounded")
        and before not in (",",)
        and figure.last != date.first
    )


def _leans_on(draft: Draft, k: int) -> int | None:
    """A count without a date of its own, coordinated with one that has it, in the same sentence."""
    figure = draft.figures[k]
    for j in range(k - 1, max(-1, k - 5), -1):
        other = draft.figures[j]
        if other.sentence != figure.sentence:
            break
        if other.date_start is not None and other.kind not in _LEVEL and figure.kind not in _LEVEL:
            return j
    if figure.part or (figure.source is not None and _continues(draft, figure)):
        j = k - 1
        other = draft.figures[j]
        if figure.sentence - other.sentence <= 1 and other.date_start is not None and other.kind == figure.kind:
            return j
    return None


def _continues(draft: Draft, figure: Figure) -> bool:
    first = draft.sentences[figure.sentence].first
    return " ".join(t.low for t in draft.tokens[first : first + 2]) in (
        "the other",
        "of those",
        "of them",
        "among them",
        "the rest",
    )


def _before(date: DateMention, word: str, draft: Draft) -> bool:
    return date.first > 0 and draft.tokens[date.first - 1].low == word


def _scope(figure: Figure, date: DateMention | None, draft: Draft) -> str | None:
    kind = figure.kind
    tokens = draft.tokens
    begin = draft.sentences[figure.sentence].first
    around = {t.low for t in tokens[max(begin, figure.first - 8) : figure.last + 2]}
    if {"toll", "total"} & {t.low for t in tokens[max(begin, figure.first - 14) : figure.first]}:
        around.add("total")
    if figure.rule.endswith("state-adjective") and kind == "displaced":
        return "level"
    if kind in _LEVEL:
        return "level"
    if kind == "troops":
        if tokens[figure.first].low == "the" and not figure.more:
            return "level"
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
        if around & _TOLL or (
            long and date is not None and date.precision in ("month", "year") and date.rule != "past-span"
        ):
            return "cumulative"
        if kind == "displaced" and {"been", "have"} <= around and "total" in around:
            return "cumulative"
        if (
            kind == "displaced"
            and around & {"are", "remain", "live", "sheltering", "is"}
            and not around & {"have", "has", "had", "been"}
        ):
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
        figure.rule.endswith(("verb-object", "casualties", "predicate", "times", "nothing"))
        or figure.unit == "times"
        or figure.unit.endswith("attacks")
    ):
        return "incremental"
    if around & _STANDING:
        return "level"
    return "incremental" if figure.date_start is not None else None


def _date_sentences(draft: Draft, by_sentence: dict[int, list[DateMention]]) -> None:
    for number, sentence in enumerate(draft.sentences):
        if date := main_date(sentence, by_sentence.get(number, []), draft):
            sentence.date_start, sentence.date_end, sentence.date_precision = (
                date.date_start,
                date.date_end,
                date.precision,
            )


def main_date(sentence: Sentence, dates: list[DateMention], draft: Draft) -> DateMention | None:
    """The date of what the sentence tells: the first that is not the speaker's own, else the first."""
    known = [d for d in dates if d.date_start is not None and not _possessive(d, draft)]
    ours = [d for d in known if not _of_the_speech(d, draft)]
    return (ours or known or [None])[0]


def _possessive(date: DateMention, draft: Draft) -> bool:
    return date.last < len(draft.tokens) and draft.tokens[date.last].low == "'s"
