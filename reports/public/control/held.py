"""Places with what is said of who holds them: the newest word of each source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.utils.translation import gettext as _

from reports.models import ControlClaim, Location
from reports.models.vocabulary import ControlStatus, PlaceKind
from reports.public import naming, words
from reports.public.features import reported, sentence_url
from reports.public.filters import Filters
from reports.public.index import Index
from reports.public.index.columns import place_key
from reports.workflow.weighing import WIDE, Weighed

from .standing import Standing, Statement, standing, stands

MOST = 200  # statements of a page or a map, the newest; the export has all


@dataclass(frozen=True)
class Held:
    """A place and what is said of it, newest first. `key` is its word in addresses of a page."""

    key: str
    place: str
    statements: list[Statement]

    @property
    def disputed(self) -> bool:
        """Whether two statements cannot both hold."""
        return any(one.weighed.rivals for one in self.statements)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.statements)

    @cached_property
    def standing_claims(self) -> set[int]:
        """Primary keys of the claims that no later word has taken the place of."""
        return {one.claim.pk for one in stands(self.statements)}

    @property
    def state_label(self) -> str:
        return str(ControlStatus(self.standing.state).label)

    @property
    def location(self) -> Location:
        """Where it lies, on the newest word that knows."""
        known = [one.claim.location for one in self.statements if one.claim.location.latitude is not None]  # type: ignore[union-attr]
        return known[0] if known else self.statements[0].claim.location  # type: ignore[return-value]


def held_by(filters: Filters, most: int | None = MOST) -> list[Held]:
    """Of what matches, by the end of the period; the place of the newest word first."""
    index, found = filters.index, filters.controls
    fronts = index.primary_front[found["at"]].tolist()
    return held(index.moment.controls(found["pk"][:most]), index.weights.of(fronts))


def disputed(index: Index, weighed: Mapping[int, Weighed], most: int = 5 * MOST) -> list[Held]:
    """Places on which newest words cannot both hold, with all that is said of them on the fronts where some do not."""
    found = Filters(index, {}).controls
    fronts = index.primary_front[found["at"]]
    rivalled = np.isin(found["pk"], [pk for pk, one in weighed.items() if one.rivals])
    asked = found["pk"][np.isin(fronts, fronts[rivalled])][:most]
    return [one for one in held(index.moment.controls(asked), weighed) if one.disputed]


def held(controls: Iterable[ControlClaim], weighed: Mapping[int, Weighed]) -> list[Held]:
    """Of claims as `sentences.stated` has them."""
    places: dict[str, dict[str, Statement]] = defaultdict(dict)
    for control in controls:
        if control.pk not in weighed:  # published since those were loaded
            continue
        statement = _statement(control, weighed[control.pk])
        places[key_of(control.location)].setdefault(statement.said_by, statement)  # type: ignore[arg-type]
    found = ((key, list(statements.values())) for key, statements in places.items())
    return [Held(key, _named(statements[0].claim.location), statements) for key, statements in found]  # type: ignore[arg-type]


def key_of(location: Location) -> str:
    """A town and a province of one name are two places."""
    key = place_key(location.name, location.country_id)
    return f"{key}-{location.place_kind}" if location.place_kind in WIDE else key


def _named(location: Location) -> str:
    """The place; of a province or a larger area with what it is: it may have a town's name."""
    if location.place_kind not in WIDE:
        return naming.place(location)
    kind = str(PlaceKind(location.place_kind).label).lower()
    return _("%(name)s (%(kind)s)") % {"name": naming.place(location), "kind": kind}


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
