"""Where a figure holds when no event place stands in its clause: `there`, `the camp`, `In Herat, ...`, a whole war.

Needs places with their roles, and figures with scope and period.
"""

from __future__ import annotations

import datetime as dt

from .cues import cue
from .model import Draft, Figure, Place, Sentence
from .places.around import Starts

_KINDS = {
    "camp": ("site", "neighbourhood", "town", "village"),
    "base": ("base", "site", "airport"),
    "airport": ("airport",),
    "airbase": ("airport", "base"),
    "city": ("city", "town"),
    "town": ("town", "city", "village"),
    "village": ("village", "town"),
    "hospital": ("site",),
    "school": ("site",),
    "mosque": ("site",),
    "prison": ("site",),
    "market": ("site",),
    "district": ("district", "neighbourhood"),
    "neighbourhood": ("neighbourhood", "district"),
    "province": ("province", "region"),
    "region": ("region", "province"),
    "island": ("region", "site", "village"),
}
_POINTING = frozenset(["the", "this", "that"])
_BE = frozenset(["is", "are", "was", "were", "has", "have"])
_LASTING = cue("periods", "lasting")
_AT = cue("settle", "at")
_IN = cue("settle", "within")
_SIDES = cue("settle", "sides")
_BATTLES = cue("settle", "battles")
_WIDE = cue("settle", "wide")
_SPEAKERS = cue("settle", "speakers")
_DESKS = cue("settle", "desks")
_BACK = 4  # sentences looked back at
_AGES = dt.timedelta(days=300)  # under a front's own heading
_OLD = dt.timedelta(days=30)  # a count since before that is of the whole war, not of the last place named


def named_before(
    draft: Draft, figure: Figure, by_sentence: dict[int, list[int]], headings: dict[int, int], main: int | None
) -> int | None:
    """`there`, `the camp`, `the town`: the last place named before that can be meant."""
    sentence = draft.sentences[figure.sentence]
    tokens = draft.tokens
    for k in range(sentence.first, min(sentence.last, sentence.first + 60)):
        low = tokens[k].low
        if low == "there" and (k + 1 >= sentence.last or tokens[k + 1].low not in _BE):
            return _last(draft, figure, by_sentence, None, 1)
        if low == "that" and k + 1 < sentence.last and tokens[k + 1].low in _BATTLES:
            return _last(draft, figure, by_sentence, None, 1)
        if low in _KINDS and k > sentence.first and tokens[k - 1].low in _POINTING and _is_where(draft, sentence, k):
            head = headings.get(sentence.section) if sentence.section is not None else None
            for sure in (head, main):
                if sure is not None and draft.places[sure].kind in _KINDS[low]:
                    return sure
            if (found := _last(draft, figure, by_sentence, low, _BACK)) is not None:
                return found
    return None


def opens_on(
    draft: Draft, figure: Figure, by_sentence: dict[int, list[int]], headings: dict[int, int], main: int | None
) -> int | None:
    """`The camp lies 15 km south of the city and houses ...`: what the sentence opens on comes first."""
    first = draft.sentences[figure.sentence].first
    lows = [t.low for t in draft.tokens[first : first + 3]]
    if (
        len(lows) == 3
        and lows[0] in _POINTING
        and lows[1] in _KINDS
        and lows[2] in ("lies", "is", "houses", "hosts", "holds")
    ):
        return named_before(draft, figure, by_sentence, headings, main)
    return None


def place_of_title(draft: Draft) -> int | None:
    """The first town of the headline and lead, else the first country: what a report without fronts is about."""
    if not draft.sentences:
        return None
    end = draft.sentences[min(2, len(draft.sentences) - 1)].end
    named = [k for k, p in enumerate(draft.places) if p.start < end and p.role not in ("dateline", "metonym")]
    events = [k for k in named if draft.places[k].role == "event" and draft.places[k].kind not in ("river", "road")]
    return next(iter(events or named), None)


def _is_where(draft: Draft, sentence: Sentence, k: int) -> bool:
    """`in the camp`, or `The camp` as who acts; not `west of the city`, nor `the city of Homs`."""
    tokens = draft.tokens
    if k + 1 < sentence.last and (tokens[k + 1].low == "of" or tokens[k + 1].capital or tokens[k + 1].low == "'s"):
        return False
    if k - 1 == sentence.first:
        return True
    return tokens[k - 2].low in _AT or (tokens[k - 2].low == "of" and tokens[k - 3].low not in _SIDES)


def _last(draft: Draft, figure: Figure, by_sentence: dict[int, list[int]], noun: str | None, back: int) -> int | None:
    """The last event place of the kind that `noun` names, else the last place of that kind; None: of any kind."""
    section = draft.sentences[figure.sentence].section
    other = None
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 1 - back), -1):
        if draft.sentences[number].section != section:
            break
        for p in reversed(by_sentence.get(number, [])):
            place = draft.places[p]
            if place.role in ("dateline", "metonym") or not _can_be(place, noun):
                continue
            if place.role == "event":
                return p
            other = p if other is None else other
    return other


def _can_be(place: Place, noun: str | None) -> bool:
    if noun is None:
        return place.kind != "country"
    if place.kind not in _KINDS[noun]:
        return False
    return place.kind != "site" or noun in place.text.lower() or noun in place.name.lower()


def of_a_whole_war(draft: Draft, figure: Figure) -> bool:
    """`In all, the war has claimed 240,000 lives since 2011`: of no single place."""
    if figure.scope != "cumulative" or figure.unit not in ("people", "families", "percent"):
        return False
    sentence = draft.sentences[figure.sentence]
    lows = {t.low for t in draft.tokens_of(sentence)}
    if lows & _WIDE or (lows & _LASTING and (figure.low or figure.high or 0) >= 100):
        return True
    section = sentence.section
    own = section is not None and draft.sections[section].level in ("front", "country")
    today = dt.date.fromisoformat(draft.as_of[:10]) if draft.as_of else draft.published
    return figure.date_start is not None and today is not None and today - figure.date_start > (_AGES if own else _OLD)


def country_in(
    draft: Draft, named: list[int], headings: dict[int, int], sentence: Sentence, main: int | None
) -> int | None:
    """The country that the sentence names, else that of the heading over it, else the land that the report is on."""
    lands = [p for p in named if draft.places[p].kind == "country"]
    if lands:
        return lands[0]
    last = sentence.section if sentence.section is not None else -1
    for number in range(last, max(-1, last - 40), -1):
        if draft.sections[number].level == "country":
            return headings.get(number)
    return main if main is not None and draft.places[main].kind in ("country", "region") else None


def said_to_be_in(draft: Draft, figure: Figure, named: list[int], starts: Starts) -> int | None:
    """`In Herat, the council head said 30 ...`: a place of the sentence after a preposition, and of no speaker."""
    best: tuple[int, int] | None = None
    sentence = draft.sentences[figure.sentence]
    for p in named:
        place = draft.places[p]
        if place.kind in ("country", "river", "road"):
            continue
        first = starts.index(place.start)
        k = first - 1
        while k > sentence.first and draft.tokens[k].low in (
            "the",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
        ):
            k -= 1
        if k < sentence.first or draft.tokens[k].low not in _IN:
            continue
        if k > sentence.first and draft.tokens[k - 1].low in _SPEAKERS:
            continue
        if k == sentence.first and any(t.low in _DESKS for t in draft.tokens[first : first + 9]):
            continue  # "In Moscow, the ministry said"
        gap = abs(first - figure.first)
        if best is None or gap < best[0]:
            best = (gap, p)
    return best[1] if best else None
