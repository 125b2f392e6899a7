"""Who is part of whom: groups within groups, however deep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from reports.models import GroupLink
from reports.models.vocabulary import GroupLinkKind

Node = TypeVar("Node")


def parents() -> dict[str, set[str]]:
    """Of each group, by slug, the groups it is part of."""
    above: dict[str, set[str]] = defaultdict(set)
    links = GroupLink.objects.filter(kind=GroupLinkKind.PART_OF).values_list("group__slug", "other__slug")
    for child, parent in links:
        above[child].add(parent)
    return above


def with_members(groups: Iterable[str]) -> set[str]:
    """The groups and all that are part of them."""
    members: dict[str, set[str]] = defaultdict(set)
    for child, above in parents().items():
        for parent in above:
            members[parent].add(child)
    return reach(groups, members)


def reach(start: Iterable[Node], steps: Mapping[Node, set[Node]]) -> set[Node]:
    """All that can be reached from the start, itself included; cycles do no harm."""
    found: set[Node] = set()
    ahead = list(start)
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead.extend(steps.get(one, ()))
    return found
