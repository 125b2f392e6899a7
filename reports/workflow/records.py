"""Records of the world that were merged into others: whoever points to one is pointed to the one that stayed."""

from typing import Any

from reports.models import Front, Group, Place, Source

from .snapshot import FRONTS

# Fields of claims, by their name in a snapshot, that point to such a record.
REFERENCES: dict[str, type] = {
    "source": Source,
    "group": Group,
    "holder": Group,
    "contender": Group,
    "place": Place,
    FRONTS: Front,
}


def kept_of(record: Any) -> Any:
    """The record itself, or the one that it was merged into."""
    return record.merged_into or record


def pointed_to_kept(values: dict[str, Any]) -> dict[str, Any]:
    """Values of a claim's fields (JSON, see `snapshot`), with the key of no merged record. A list names each once."""
    return {name: _kept(REFERENCES[name], value) if name in REFERENCES else value for name, value in values.items()}


def redirected(value: Any, merged: int, into: int) -> Any:
    """A reference, or a list of them that names each once, with the record that stayed in place of the merged one."""
    if isinstance(value, list):
        return list(dict.fromkeys(into if key == merged else key for key in value))
    return into if value == merged else value


def _kept(model: Any, value: Any) -> Any:
    keys = value if isinstance(value, list) else [value]
    merged = model.objects.filter(pk__in=[key for key in keys if key is not None], merged_into__isnull=False)
    stayed = dict(merged.values_list("pk", "merged_into_id"))
    if isinstance(value, list):
        return list(dict.fromkeys(stayed.get(key, key) for key in value))
    return stayed.get(value, value)
