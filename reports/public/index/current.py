"""The index of a moment, one in each process: made once, and then renewed in part, for the reports that changed."""

from datetime import datetime, time, timedelta
from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.utils import timezone

from .columns import Columns
from .index import Index
from .names import Names
from .weights import Weights

KEPT = 4  # moments: now, and the past ones that somebody looked at last
IN_PART = 400  # reports: if more have changed, all are read again
_kept: LRUCache[str, tuple[Index, str, dict[int, str]]] = LRUCache(KEPT)
_lock = Lock()


def current(moment: Any = None) -> Index:
    """The index of a moment (now), never older than the last change that the database knows of."""
    from reports.public.moment import NOW

    moment = moment or NOW
    generation = moment.generation()
    kept = _kept.get(moment.key)
    if kept and _good(kept[0], generation):
        return kept[0]
    with _lock:
        kept = _kept.get(moment.key)
        if not (kept and _good(kept[0], generation)):
            kept = _kept[moment.key] = _renewed(moment, generation, kept)
        return kept[0]


def forget() -> None:
    """Drop what is kept: for tests that change settings."""
    with _lock:
        _kept.clear()


def _good(index: Index, generation: str) -> bool:
    return index.generation == generation and index.holds(timezone.now())


def _renewed(moment, generation: str, kept: tuple[Index, str, dict[int, str]] | None) -> tuple[Index, str, dict]:
    """Tokens are read before rows: what changes meanwhile is seen as a change at the next look."""
    now = timezone.now()
    world, tokens = moment.tokens()
    until = min(filter(None, [moment.next_change(), _midnight(now)]))
    columns = names = weights = None
    if kept and kept[0].built <= now:
        index, old_world, old_tokens = kept
        changed = {report for report, token in tokens.items() if old_tokens.get(report) != token}
        changed |= old_tokens.keys() - tokens.keys() | moment.appeared(index.built, now)
        names = index.names if world == old_world else None
        if len(changed) <= IN_PART:
            columns = index.columns.renewed(changed, Columns.of(moment.rows(changed))) if changed else index.columns
            weights = index.weights.without(index.fronts_with(changed)) if names else None
    columns, names = columns or Columns.of(moment.rows()), names or Names.load()
    made = Index(columns, names, weights or Weights(moment), generation=generation, built=now, until=until)
    if weights:  # fronts that those reports speak of only now
        made.weights = weights.without(made.fronts_with(changed))
    return made, world, tokens


def _midnight(now: datetime) -> datetime:
    """The end of the day (UTC): pages may speak of today."""
    return datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=now.tzinfo)
