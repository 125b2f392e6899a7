"""The whole drawing of what the filters leave."""

from reports.public.filters import Filters
from reports.public.index.columns import day

from .heaps import heaped
from .marks import marked
from .parts import Timeline
from .window import Window

MARKS = 300  # as many can be told apart; of more, days are drawn as heaps


def timeline(filters: Filters, heard: set[int]) -> Timeline | None:
    """The drawing of what the filters leave; None where that is nothing.

    `heard` are the days (ordinals) on which anything was reported: a day neither heard nor told of is silent.
    """
    told = filters.index.developments.take(filters.mask)
    if not len(told):
        return None
    window = Window.of(told["first"], told["last"], told["status"], heard)
    shown = (told["last"] >= window.first) & (told["first"] <= window.last)
    if shown.sum() > MARKS:
        lanes = heaped(told.take(shown), window, filters)
    else:
        lanes = marked(filters.index.moment.developments(told["pk"][shown]), window)
    noisy = heard | set(told["last"][shown].tolist())
    days = window.days(noisy)
    return Timeline(
        days=days,
        lanes=lanes,
        column=window.column,
        width=window.column * len(window),
        height=lanes[-1].top + lanes[-1].height,
        silent=sum(one.silent for one in days),
        earlier=int((told["last"] < window.first).sum()),
        drawn=int(shown.sum()),
        later=int((told["first"] > window.last).sum()),
        first=day(window.first),
        last=day(window.last),
    )
