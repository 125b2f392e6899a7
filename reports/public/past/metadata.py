"""Reports as their heads stood at an instant: later corrections of outlet, day and the like are taken back.

Where something of a report is hidden now, its headline stays as it is now: an older one may name it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reports.models import Decision, Report, Source
from reports.models.vocabulary import Action

FIELDS = ("headline", "outlet", "published", "as_of", "url", "language")


def as_then(reports: Iterable[Report], at: datetime) -> list[Report]:
    """These reports, changed in memory only; two queries."""
    found = list(reports)
    later = Decision.objects.filter(report__in=found, action=Action.CORRECT, at__gt=at).order_by("-at", "-pk")
    before: dict[int, dict[str, Any]] = {}
    for decision in later:
        before.setdefault(decision.report_id, {}).update(decision.before)  # type: ignore[arg-type]
    outlets = Source.objects.in_bulk({values["outlet"] for values in before.values() if "outlet" in values})
    for report in found:
        for name, value in before.get(report.pk, {}).items():
            if name == "outlet":
                report.outlet = outlets[value]
            elif name in FIELDS and not (name == "headline" and report.covered_text):
                field: Any = Report._meta.get_field(name)
                setattr(report, name, field.to_python(value) if value is not None else None)
    return found
