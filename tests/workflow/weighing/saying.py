"""Statements for tests: who says what, of which days. No database."""

from datetime import UTC, date, datetime
from itertools import count as numbers

from reports.models.vocabulary import FigureKind, Scope, Status, SubjectClass
from reports.workflow.weighing.statement import Count, Hold, Stance, Statement

DAY = date(2016, 12, 11)
_claims = numbers(1)


def statement(says, origin="monitor", *, days=(DAY, DAY), places=("aleppo",), hour=12, status="current", **fields):
    return Statement(
        claim=next(_claims),
        development=fields.pop("development", 1),
        says=says,
        front=1,
        places=frozenset(places),
        origin=origin,
        days=days,
        reported_at=datetime(2016, 12, 11, hour, tzinfo=UTC),
        status=Status(status),
        **{"stance": Stance.NEUTRAL, **fields},
    )


def count(low, high, origin="monitor", *, kind="killed", scope="cumulative", modifier="exact", **fields):
    """A figure of killed, as a running toll, unless told otherwise."""
    own = {name: fields.pop(name) for name in ("unit", "subject", "denominator") if name in fields}
    people = SubjectClass(fields.pop("people", "unspecified"))
    says = Count.of(low, high, modifier, kind=FigureKind(kind), scope=Scope(scope), people=people, **own)
    return statement(says, origin, **fields)


PARTS = {3: {3, 2}}  # of each group that is part of another: itself and the other


def hold(status, holder, origin="monitor", **fields):
    says = Hold.of(status, holder, PARTS.get(holder, {holder}))
    return statement(says, origin, places=("palmyra",), **fields)
