"""Days as marks: each development by itself, uncertain days as soft bars."""

from collections import defaultdict
from datetime import date
from typing import cast

from reports.models import Development
from reports.models.vocabulary import DatePrecision
from reports.public import words
from reports.public.features import sentence_url, spots_of
from reports.public.kinds import SHAPES, class_of

from .parts import AXIS, NAME, PAD, Bar, Lane, Mark, lanes
from .window import Window

STEP = 15  # between marks of a column
BAR = 12  # between bars
EXACT = {DatePrecision.HOUR, DatePrecision.DAY}


def marked(developments: list[Development], window: Window) -> list[Lane]:
    drawn = lanes()
    top = float(AXIS)
    for name, lane in drawn.items():
        mine = [one for one in developments if class_of(one.type) == name]
        if not mine and name == "other":
            continue
        lane.top = top
        _fill(lane, mine, window)
        top += lane.height
    return [lane for lane in drawn.values() if lane.height]


def _start(development: Development) -> date:
    return cast(date, development.claim.date_start)


def _end(development: Development) -> date:
    return cast(date, development.claim.date_end)


def _is_of_a_day(development: Development) -> bool:
    return _start(development) == _end(development) and development.claim.date_precision in EXACT


def _fill(lane: Lane, developments: list[Development], window: Window) -> None:
    """Stack the exact ones of a day upon each other, side by side where the column is wide. Bars lie beneath, each as
    high as the days that it spans let it: what is told of October takes no room in December."""
    exact = [one for one in developments if _is_of_a_day(one)]
    spans = [one for one in developments if not _is_of_a_day(one)]
    taken = [lane.inner] * len(window)  # how far down each day is full
    _stack(lane, exact, window, taken)
    _lay(lane, spans, window, taken)
    lane.height = max(NAME + STEP + PAD, max(taken) - lane.top + PAD)


def _stack(lane: Lane, exact: list[Development], window: Window, taken: list[float]) -> None:
    by_day: dict[int, list[Development]] = defaultdict(list)
    for one in exact:
        by_day[_end(one).toordinal()].append(one)
    abreast = max(1, int(window.column // STEP))
    for ordinal, several in by_day.items():
        x = window.x(ordinal)
        for number, one in enumerate(sorted(several, key=lambda one: one.claim.start)):
            row, place = divmod(number, abreast)
            in_row = min(abreast, len(several) - row * abreast)
            centre = x + window.column / 2 + (place - (in_row - 1) / 2) * STEP
            y = lane.inner + STEP / 2 + row * STEP
            lane.marks.append(Mark(centre, y, SHAPES[lane.name], _label(one), *_identity(one)))
        taken[ordinal - window.first] += -(-len(several) // abreast) * STEP


def _lay(lane: Lane, spans: list[Development], window: Window, taken: list[float]) -> None:
    for one in sorted(spans, key=lambda one: (_start(one), _end(one))):
        start = max(window.first, _start(one).toordinal())
        end = min(window.last, _end(one).toordinal())
        days = slice(start - window.first, end - window.first + 1)
        y = max(taken[days])
        taken[days] = [y + BAR] * (end - start + 1)
        width = (end - start + 1) * window.column - 2
        lane.bars.append(Bar(window.x(start) + 1, y + 2, width, _label(one), *_identity(one)))


def _label(development: Development) -> str:
    sentence = development.sentence  # type: ignore[attr-defined]
    short = sentence if len(sentence) < 160 else f"{sentence[:157].rsplit(' ', 1)[0]} …"
    return f"{words.listed([development.get_type_display(), words.when(development.claim)])}: {short}"


def _identity(development: Development) -> tuple[str, str, str]:
    claim = development.claim
    return sentence_url(claim.report, claim), claim.public_id, spots_of(development)
