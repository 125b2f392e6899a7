"""What a newer reading says differently of what was decided, in words."""

from dataclasses import dataclass
from typing import Any

from reports.models import Difference, Front, Report
from reports.workflow.snapshot import FRONTS

from .names import field_label
from .words import number


@dataclass(frozen=True)
class Told:
    """A difference in words: each field with what is held and what the new reading says."""

    difference: Difference
    fields: list[tuple[str, str, str]]

    @property
    def is_gone(self) -> bool:
        return not self.difference.proposed


def open_differences(report: Report) -> list[Told]:
    """Those of a report that nobody settled."""
    rows = Difference.objects.filter(claim__report=report, state=Difference.State.OPEN)
    told = []
    for row in rows.select_related("claim", "reading"):
        row.claim.report = report
        told.append(Told(row, [_field(row, name, value) for name, value in row.proposed.items()]))
    return told


def _field(row: Difference, name: str, value: Any) -> tuple[str, str, str]:
    if name == FRONTS:
        held: Any = [link.front_id for link in row.claim.development.front_links.order_by("-primary", "pk")]
        return field_label(name), _fronts(held), _fronts(value)
    model: Any = row.claim if hasattr(type(row.claim), name) and name not in _own(row) else row.claim.part
    field = model._meta.get_field(name)
    return field_label(name), _shown(field, getattr(model, getattr(field, "attname", name))), _shown(field, value)


def _own(row: Difference) -> set[str]:
    return {field.name for field in row.claim.part._meta.get_fields()}


def _shown(field: Any, value: Any) -> str:
    """A value in words: the record's name, the choice's label, or itself."""
    if value is None or value == "":
        return "–"
    if isinstance(value, float | int) and not isinstance(value, bool) and not field.is_relation:
        return number(value)
    if field.is_relation:
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    return str(dict(field.flatchoices).get(value, value))


def _fronts(pks: list[int]) -> str:
    names = dict(Front.objects.filter(pk__in=pks).values_list("pk", "name"))
    return ", ".join(names.get(pk, str(pk)) for pk in pks) or "–"
