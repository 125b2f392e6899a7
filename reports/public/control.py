"""Who holds what, and by whose word: the newest statement of each source on each place. Nothing is decided here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.models import ControlClaim
from reports.workflow.weighing import Weighed

from . import words
from .features import reported, sentence_url


@dataclass(frozen=True)
class Statement:
    """One source on one place."""

    claim: ControlClaim
    since: str
    said_by: str
    reported: str
    url: str
    weighed: Weighed


@dataclass(frozen=True)
class Held:
    """A place and what is said of it, newest first."""

    place: str
    statements: list[Statement]

    @property
    def disputed(self) -> bool:
        """Whether two statements cannot both hold."""
        return any(one.weighed.rivals for one in self.statements)


def held(controls: Iterable[ControlClaim], weighed: Mapping[int, Weighed]) -> list[Held]:
    """Places with what is said of who holds them, newest first, of claims as `sentences.stated` has them."""
    places: dict[str, dict[str, Statement]] = defaultdict(dict)
    for control in controls:
        if control.pk not in weighed:  # published since those were loaded
            continue
        statement = _statement(control, weighed[control.pk])
        places[control.location.name].setdefault(statement.said_by, statement)  # type: ignore[union-attr]
    return [Held(place, list(statements.values())) for place, statements in places.items()]


def _statement(control: ControlClaim, weighed: Weighed) -> Statement:
    claim = control.claim
    return Statement(
        claim=control,
        since=words.period(control.valid_from, control.valid_from) if control.valid_from else words.when(claim),
        said_by=words.said_by(claim),
        reported=reported(claim),
        url=sentence_url(claim.report, claim),
        weighed=weighed,
    )
