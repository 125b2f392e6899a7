"""How claims weigh against each other, front by front: weighed once, and again where something of a front changed."""

from collections import defaultdict
from collections.abc import Iterable

from reports.workflow.weighing import Weighed

NO_FRONT = 0  # of claims that count for none: they meet nobody's, but have a grade


class Weights:
    """Of each front (primary key) its figures and control claims, by claim."""

    def __init__(self, moment, kept: dict[int, dict[int, Weighed]] | None = None):
        """`kept` is what is still right of what was weighed before."""
        self.moment = moment
        self._fronts = kept or {}

    def of(self, fronts: Iterable[int]) -> dict[int, Weighed]:
        """Those of some fronts, by claim."""
        wanted = set(fronts)
        if missing := wanted - self._fronts.keys():
            self._weigh(missing)
        return {claim: weighed for front in wanted for claim, weighed in self._fronts[front].items()}

    def without(self, fronts: set[int]) -> "Weights":
        """Those of the other fronts: where these changed."""
        return Weights(self.moment, {front: found for front, found in self._fronts.items() if front not in fronts})

    def _weigh(self, fronts: set[int]) -> None:
        """Statements only ever meet those of their own front, so a front weighed alone is weighed right."""
        found: dict[int, dict[int, Weighed]] = defaultdict(dict)
        only = None if NO_FRONT in fronts else sorted(fronts)
        for claim, weighed in self.moment.weighed(only).items():
            found[weighed.statement.front or NO_FRONT][claim] = weighed
        self._fronts = self._fronts | {front: found[front] for front in fronts}
