"""Days as marks: each development by itself, uncertain days as soft bars."""

from collections import defaultdict
from datetime import date, timedelta
from typing import cast

from reports.models import Development
from reports.models.vocabulary import DatePrecision
from reports.public import words
from reports.public.features import sentence_url, spots_of
from reports.public.index.columns import day
from reports.public.kinds import SHAPES, class_of

from .parts import AXIS, PAD, Bar, Lane, Mark, lanes
from .window import Window

STEP = 15  # between marks of a column
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


def _fill(lane: Lane, developments: list[Development], window: Window) -> None:
    """Stack the exact ones of a day upon each other, side by side where the column is wide; bars lie beneath."""
    column = window.column
    first, last = day(window.first), day(window.last)
    by_day: dict[date, list[Development]] = defaultdict(list)
    spans = []
    for one in developments:
        exact = _start(one) == _end(one) and one.claim.date_precision in EXACT
        if exact:
            by_day[_end(one)].append(one)
        else:
            spans.append(one)
    abreast = max(1, int(column // STEP))
    rows = max((-(-len(several) // abreast) for several in by_day.values()), default=0)
    for when, several in by_day.items():
        x = window.x(when.toordinal())
        for number, one in enumerate(sorted(several, key=lambda one: one.claim.start)):
            row, place = divmod(number, abreast)
            in_row = min(abreast, len(several) - row * abreast)
            centre = x + column / 2 + (place - (in_row - 1) / 2) * STEP
            y = lane.top + PAD + STEP / 2 + row * STEP
            lane.marks.append(Mark(centre, y, SHAPES[lane.name], _label(one), *_identity(one)))
    bottom = lane.top + PAD + rows * STEP
    for number, one in enumerate(sorted(spans, key=lambda one: (_start(one), _end(one)))):
        start = max(first, _start(one))
        width = (min(_end(one), last) - start + timedelta(days=1)).days * column
        x = window.x(start.toordinal())
        lane.bars.append(Bar(x + 1, bottom + 2 + number * 12, width - 2, _label(one), *_identity(one)))
    lane.height = max(34, PAD * 2 + rows * STEP + len(spans) * 12)


def _label(development: Development) -> str:
    sentence = development.sentence  # type: ignore[attr-defined]
    short = sentence if len(sentence) < 160 else f"{sentence[:157].rsplit(' ', 1)[0]} …"
    return f"{words.listed([development.get_type_display(), words.when(development.claim)])}: {short}"


def _identity(development: Development) -> tuple[str, str, str]:
    claim = development.claim
    return sentence_url(claim.report, claim), claim.public_id, spots_of(development)
