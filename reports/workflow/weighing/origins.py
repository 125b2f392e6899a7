"""Whose word a claim is: two agencies that quote one monitor are one origin, and so are two voices of one side."""

from reports.models import FrontSide, GroupLink
from reports.models.vocabulary import GroupLinkKind, InvolvementRole
from reports.workflow.membership import reach


def origin_of(source: int | None, affiliation: int | None, unnamed: bool, outlet: int) -> str:
    """A key that is the same for the same origin.

    A side speaks with one voice, whatever its media are called. Those without a name ("residents", "medics") are told
    apart by the outlet that quotes them, and by nothing else. A claim without a source is its outlet's own.
    """
    if affiliation is not None:
        return f"side {affiliation}"
    if source is None:
        return f"source {outlet}"
    return f"unnamed {source} by {outlet}" if unnamed else f"source {source}"


class Sides:
    """Who is part of whom, and who fights where: enough to tell whether a source speaks in its own cause."""

    def __init__(self, parents: dict[int, set[int]], fighting: dict[int, dict[int, str]]):
        """`parents`: of each group those it is part of. `fighting`: the groups of each front, each with its side."""
        self._parents, self._fighting = parents, fighting

    @classmethod
    def load(cls) -> "Sides":
        """In two queries."""
        parents: dict[int, set[int]] = {}
        for group, parent in GroupLink.objects.filter(kind=GroupLinkKind.PART_OF).values_list("group_id", "other_id"):
            parents.setdefault(group, set()).add(parent)
        fighting: dict[int, dict[int, str]] = {}
        for front, group, side in FrontSide.objects.values_list("front_id", "group_id", "side"):
            fighting.setdefault(front, {})[group] = side
        return cls(parents, fighting)

    def same(self, one: int | None, other: int | None) -> bool:
        """Whether they are one group, or one is part of the other."""
        if one is None or other is None:
            return False
        return one in self.with_parents(other) or other in self.with_parents(one)

    def fights(self, group: int, front: int | None) -> bool:
        return front is not None and any(self.same(group, one) for one in self._fighting.get(front, ()))

    def beside(self, group: int, front: int | None) -> set[int]:
        """Those who fight on the group's side of a front, with itself and all that it is part of; third parties ("C")
        are on nobody's."""
        mine, fighting = self.with_parents(group), self._fighting.get(front or 0, {})
        sides = {fighting[one] for one in mine if one in fighting} - {"C"}
        return mine | {one for one, side in fighting.items() if side in sides}

    def with_parents(self, group: int) -> set[int]:
        """The group and all that it is part of."""
        return reach([group], self._parents)


Parties = dict[str, set[int]]  # the groups of a development by their role in it


def involves(sides: Sides, group: int, parties: Parties) -> bool:
    return any(is_in(sides, group, parties, role) for role in (InvolvementRole.ACTOR, InvolvementRole.TARGET))


def is_in(sides: Sides, group: int, parties: Parties, role: str) -> bool:
    """Whether the group, or its part or whole, has that role in the development."""
    return any(sides.same(group, one) for one in parties.get(role, ()))
