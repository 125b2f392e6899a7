"""Days as heaps: where there are more developments than can be told apart, a column for each day and class."""

from datetime import date

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.public import words
from reports.public.filters import Filters
from reports.public.index.columns import day
from reports.public.index.spots import CLASS_OF_TYPE, NAMES

from .parts import AXIS, NAME, PAD, Heap, Lane, lanes
from .window import Window

HEAP = 60  # the height of the highest heap


def heaped(told, window: Window, filters: Filters) -> list[Lane]:
    """A column for each day and class, all to one scale."""
    kind = CLASS_OF_TYPE[told["type"]]
    exact = told["exact"]
    size = (len(NAMES), len(window))
    counts = np.zeros(size, dtype=np.int64)
    np.add.at(counts, (kind[exact], told["last"][exact] - window.first), 1)
    starts, ends = np.zeros((size[0], size[1] + 1), dtype=np.int64), np.zeros((size[0], size[1] + 1), dtype=np.int64)
    first, last = (np.clip(told[name][~exact], window.first, window.last) - window.first for name in ("first", "last"))
    np.add.at(starts, (kind[~exact], first), 1)
    np.add.at(ends, (kind[~exact], last + 1), 1)
    spans = np.cumsum(starts - ends, axis=1)[:, :-1]
    scale = HEAP / max(1, counts.max(), spans.max())
    drawn = lanes()
    top = float(AXIS)
    for number, (name, lane) in enumerate(drawn.items()):
        if name == "other" and not counts[number].any() and not spans[number].any():
            continue
        lane.top, lane.height = top, NAME + HEAP + PAD
        lane.heaps = _heaps(lane, counts[number], spans[number], scale, window, filters)
        top += lane.height
    return [lane for lane in drawn.values() if lane.height]


def _heaps(lane: Lane, counts, spans, scale: float, window: Window, filters: Filters) -> list[Heap]:
    heaps = []
    for n in np.flatnonzero(counts | spans):
        ordinal = window.first + int(n)
        height = max(2.0, float(counts[n]) * scale) if counts[n] else 0.0
        heaps.append(
            Heap(
                x=window.x(ordinal) + 1,
                y=lane.bottom - height,
                width=window.column - 2,
                height=height,
                soft=float(spans[n]) * scale,
                soft_y=lane.bottom - float(spans[n]) * scale,
                label=_heap_label(lane.label, day(ordinal), int(counts[n]), int(spans[n])),
                url=filters.url_of_day(day(ordinal)),
            )
        )
    return heaps


def _heap_label(kind: str, when: date, count: int, spans: int) -> str:
    told = ngettext("%(n)s development", "%(n)s developments", count) % {"n": words.number(count)}
    said = _("%(kind)s, %(day)s: %(told)s") % {"kind": kind, "day": words.day(when), "told": told}
    if not spans:
        return said
    more = ngettext("%(n)s more within several days", "%(n)s more within several days", spans)
    return f"{said}; {more % {'n': words.number(spans)}}"
