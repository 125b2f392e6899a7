"""Which date of a sentence a figure holds for."""

from __future__ import annotations

from dataclasses import replace

from .cues import cue
from .model import HARMED, DateMention, Draft, Figure

_PEOPLE = frozenset(["troops", "settlements", "displaced", "captured", "wounded", "missing"])
_BEGAN = cue("periods", "began")
_COMPARED = cue("periods", "compared")
_RAISING = cue("periods", "raising")
_SAID = cue("periods", "said")
_SPANS = frozenset(["past-span", "overnight", "during-the-day", "the-week", "week", "year", "weekend"])
_EVENTS = cue("periods", "events")
_TALLIED = cue("periods", "tallied")
_STATED = cue("periods", "stated")
_RECORDS = cue("periods", "records")


def date_of(figure: Figure, k: int, dates: list[DateMention], draft: Draft) -> DateMention | None:
    """The date in the figure's clause: a "since" first, else the nearest that is not the speaker's own day."""
    best: DateMention | None = None
    distance = 10**6
    tokens = draft.tokens
    for stated in dates:
        date = _began_then(stated, figure, draft)
        if (
            date.date_start is None
            or date.rule == "clock"
            or (date.first > 0 and tokens[date.first - 1].low == "every")
            or _takes_so_long(date, draft)
            or _of_another_time(date, figure, draft)
            or of_the_speech(date, draft)
            or _of_the_toll(date, figure, draft)
            or _of_an_aside(date, figure, draft)
            or (date.since and since_a_record(draft, date.first))
        ):
            continue
        gap = date.first - figure.last if date.first >= figure.last else figure.first - date.last
        between = draft.lows[min(figure.last, date.last) : max(figure.first, date.first)]
        if ";" in between:
            harmed = figure.kind in HARMED and tokens[figure.last - 2].low not in ("have", "has")
            if not harmed or date.since or date.first > figure.first or date.precision != "day" or date.rule in _SPANS:
                continue
            gap += 8  # "It fell into an ambush on Thursday; nine men died"
        if _modifies_other(date, figure, draft):
            gap += 30
        opens = date.first - draft.sentences[figure.sentence].first < 2  # "In August, raids on ... left 70 dead"
        far = date.precision == "month" and date.last <= figure.first and not date.since and not opens
        if far and between.count(",") >= 2:
            gap += 40  # "retook towns they lost in March, the mission said, after a battle in which 91 died"
        if date.rule == "days-after":
            gap -= 12
        if "while" in between or "but" in between:
            gap += 12
        if date.first > figure.last and not _RAISING.isdisjoint(between):
            gap += 40  # "killed nine, taking the toll this month to 44": the day of the toll
        lately = set(draft.lows[max(0, figure.first - 3) : figure.first])
        if date.last <= figure.first and lately & _RAISING and not date.since:
            continue  # "retook the mill on Tuesday, bringing to 40 the number": the day of the last one
        if date.first > figure.last and "before" in draft.lows[max(figure.last, date.first - 4) : date.first]:
            continue  # "killed 30,000 before a truce in 1994"
        if date.first > figure.last and "far" in draft.lows[figure.last : figure.last + 5]:
            continue  # "2,300 have died so far, and 20,000 have left since Monday"
        if tokens[figure.first - 1].low in _COMPARED and 0 <= date.first - figure.last <= 4:
            gap -= 8  # "28 in January, down from 100 a week in December"
        others = [f for f in draft.figures[k + 1 : k + 12] if f.sentence == figure.sentence and f.first < date.first]
        crossed = len(others)
        if others and others[-1].part and date.first - others[-1].last <= 3:
            gap += 60 if others[-1].head is None and tokens[date.first - 1].low != "," else 25
            # "42,000 killed, 55 of them in the past 24 hours": the day of the part
        if others and others[-1].first > figure.last and tokens[others[-1].first - 1].low in _COMPARED:
            gap += 40  # "50,000, compared with 67,000 in June"
        if date.first >= figure.last and date.rule in ("past-span", "since"):
            gap -= 4 if "," in between or gap > 3 else 12
        gap += (12 if "," in between and not date.since else 2) * crossed
        own = any(0 <= d.first - figure.last <= 3 and d.precision == "day" and not d.since for d in dates)
        if date.since and date.last <= figure.first and "and" in between and own:
            gap += 40  # "killed nine since Tuesday and lost four there on Friday"
        if date.since and gap < 30:
            gap -= 6
        if 0 <= date.first - figure.last <= 2 and gap < 30 and "," not in between:
            gap -= 3  # "120 on Saturday and another 64 on Sunday"
        if figure.part and 0 <= date.first - figure.last <= 3 and not date.since and gap < 30:
            gap -= 12  # "80,000 killed since May, 650 of them on Saturday"
        if gap < distance:
            best, distance = date, gap
    if best is not None and (distance >= 40 or _modifies_other(best, figure, draft)):
        return best if distance < 30 else None
    return best


def dates_a_level(figure: Figure, date: DateMention | None, draft: Draft) -> bool:
    """Whether the date is that of how things stood: `5,000 in July 2024`, `800 a week ago`; no day of a deed nearby."""
    if date is None:
        return False
    if date.rule in ("ago", "years-ago"):
        return figure.kind not in _PEOPLE or 0 <= date.first - figure.last <= 1
    tokens = draft.tokens
    near = set(draft.lows[max(0, date.first - 1) : date.first + 1])
    if date.precision == "month" and not date.since:
        apart = any(t.low == "," for t in tokens[figure.last : date.first])
        return bool(near & {"in", "by", "of", "during", "as"}) and not apart
    if figure.kind in _PEOPLE:
        return False
    apart = date.last <= figure.first and any(t.low in ("and", ",") for t in tokens[date.last : figure.first])
    return (date.since or figure.unit == "percent") and not apart


def _of_another_time(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`..., three days after jets killed 20`: that day is of what stands behind it, up to the next comma."""
    if date.rule not in ("days-after", "day-after"):
        return False
    return date.last > figure.first or any(t.low in (",", ";") for t in draft.tokens[date.last : figure.first])


def _of_an_aside(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`The enemy, which captured the town on 1 October, attacked 29 times`: a date of another clause."""
    tokens = draft.tokens
    sentence = draft.sentences[figure.sentence]
    if date.first > figure.first:
        between = draft.lows[figure.last : date.first]
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


def since_a_record(draft: Draft, at: int) -> bool:
    """`the deadliest day since 2006`: what went before, and no period. `at` is the token of the date or of `since`."""
    return any(t.low in _RECORDS for t in draft.tokens[max(0, at - 6) : at])


def of_the_speech(date: DateMention, draft: Draft) -> bool:
    """`said on Saturday`, `the ministry on Saturday said`: the day of the words, not of the deed."""
    if date.rule in ("days-after", "day-after"):
        return False
    tokens = draft.tokens
    before = draft.lows[max(0, date.first - 6) : date.first]
    if set(before[-2:]) & _SAID or "told" in before:
        return True
    return date.precision == "day" and date.last < len(tokens) and tokens[date.last].low in _SAID - {"reporters"}


def _began_then(date: DateMention, figure: Figure, draft: Draft) -> DateMention:
    """`since it opened the offensive, code-named Dawn, on January 9`: a day that something has gone on since."""
    if date.since or date.precision != "day" or date.first < figure.last:
        return date
    lows = draft.lows[figure.last : date.first]
    if "since" not in lows or not set(lows[lows.index("since") :]) & _BEGAN or ";" in lows:
        return date
    return replace(date, since=True, rule="since")


def _takes_so_long(date: DateMention, draft: Draft) -> bool:
    """`in three days of fighting`, `in 10 days`: how long it took, and not when."""
    lows = draft.lows[date.first : date.last]
    return date.rule == "past-span" and lows[:1] == ["in"] and lows[-1] == "days" and len(lows) == 3


def _of_the_toll(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`on Sunday raised to 114 the number killed`, `put the dead at 80 on Friday`, `gave a toll on Monday: 12 dead`."""
    if date.since or date.precision != "day" or date.rule in _SPANS:
        return False
    tokens = draft.tokens
    genitive = date.last < len(tokens) and tokens[date.last].low == "'s"
    if genitive:
        return False
    first = draft.sentences[figure.sentence].first
    lead = draft.lows[max(first, figure.first - 14) : figure.first]
    inside = draft.lows[figure.first : figure.last]
    if not (set(lead) & _STATED and {*lead, *inside} & _TALLIED) or figure.rule.endswith("label"):
        return False
    if lead[-1:] == [":"]:
        return date.last <= figure.first
    counted = "toll" in figure.rule or "number-of" in figure.rule or "number" in inside
    return lead[-1:] in (["at"], ["to"], ["as"]) and counted


def _of_an_event(date: DateMention, draft: Draft) -> bool | None:
    """Whether a date before a noun dates the count: `killed in Tuesday's strike`, not `revenge for the May 3 attack`.

    None where the date stands before no noun.
    """
    tokens = draft.tokens
    at = date.last
    genitive = at < len(tokens) and tokens[at].low in ("'s", "'")
    article = date.first > 0 and tokens[date.first - 1].low == "the"
    if not (genitive or article) or date.precision != "day" or date.since or date.rule in _SPANS:
        return None
    events = any(t.low in _EVENTS for t in tokens[at : at + 5])
    if not events:
        return None
    before = tokens[date.first - 1 - article].low if date.first > article else ""
    return before in ("in", "from", "by", "during", "after", "at")


def _modifies_other(date: DateMention, figure: Figure, draft: Draft) -> bool:
    """`disused since 2014`, `last year's attacks`, `from the 413 it had counted by Sunday`: another's date."""
    tokens = draft.tokens
    after = tokens[date.last].low if date.last < len(tokens) else ""
    if figure.last <= date.first and (told := _of_an_event(date, draft)) is not None:
        return not told
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
