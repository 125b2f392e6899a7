"""What the map asks for to draw who holds what, in the reader's words (the contract: docs/basemap.md)."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.models import ControlClaim
from reports.public import ages, words
from reports.public.filters import Filters
from reports.public.index import Index
from reports.public.sentences import primary_front
from reports.workflow.weighing import Stance

from . import shapes
from .held import Held, held_by
from .sides import Side, name_of, side_of, sides
from .standing import FRESH, STATES, Statement
from .told import sides_of, sign, told

AgeOf = Callable[[ControlClaim], ages.Age]


def age_by(request: HttpRequest, filters: Filters) -> AgeOf:
    """How old a statement is at the moment, and on the day, that the reader looks at."""

    def age_of(claim: ControlClaim) -> ages.Age:
        front = primary_front(claim.development)
        return ages.age(ages.CONTROL, ages.day_of(claim.claim), front, filters.index, request.clock, filters.until)  # type: ignore[attr-defined]

    return age_of


def layer(request: HttpRequest, filters: Filters) -> dict[str, Any]:
    """`places` that have coordinates, `sides` and `states` that are among them, and how many are only in the table."""
    index, age_of = filters.index, age_by(request, filters)
    found = held_by(filters)
    drawn = [one for one in found if shapes.is_drawn(one.location)]
    present = {side.pk: side for side in sides(named(drawn), index)}
    left = len(found) - len(drawn)
    states = {one.standing.state for one in drawn}
    places = [_place(one, present, index, age_of) for one in drawn]
    return {
        "places": places,
        "sides": [_side(side) for side in present.values()],
        "states": [[state, sign(state)] for state in STATES if state in states],
        "left": left
        and ngettext("%(n)s place is only in the table", "%(n)s places are only in the table", left)
        % {"n": words.number(left)},
        "old": any(one["old"] for one in places)
        and _("Paler: last said more than %(n)s days before") % {"n": words.number(FRESH)},
        "words": {"earlier": _("Said before"), "read": _("Read it in the report"), "all": _("In the table")},
    }


def _place(held: Held, present: dict[int, Side], index: Index, age_of: AgeOf) -> dict[str, Any]:
    place, standing = held.location, held.standing
    area, km = shapes.outline(place), shapes.radius_km(place)
    said = [_said(one, held, index, age_of(one.claim)) for one in held.statements]
    besieger = standing.besieger and present.get(side_of(standing.besieger, index))
    return {
        "key": held.key,
        "name": held.place,
        "lat": place.latitude,
        "lon": place.longitude,
        "radius": km,
        "area": area,
        "state": standing.state,
        "sides": [present[pk].slug for pk in sides_of(held, index) if pk in present],
        "ring": besieger.slug if besieger else None,
        "told": told(held, index),
        "state_label": held.state_label,
        "said": said,
        "old": all(one["old"] for one in said if one["stands"]),
        "shape": _("Drawn as the outline of the whole province. Nobody told us a front line.")
        if area
        else _("Drawn as a circle of %(km)s km around the place. Nobody told us a front line.")
        % {"km": words.number(km)},
    }  # fmt: skip


def _said(one: Statement, held: Held, index: Index, age: ages.Age) -> dict[str, Any]:
    control, claim = one.claim, one.claim.claim
    around = one.cut
    stance = {Stance.OWN_SIDE: _("in its own side's cause"), Stance.AGAINST_INTEREST: _("against its own interest")}
    return {
        "stands": claim.pk in held.standing_claims,
        "status": control.get_control_status_display(),
        "holder": name_of(control.holder_id, index),
        "contender": control.contender_id and _("against %(group)s") % {"group": name_of(control.contender_id, index)},
        "before": around.before,
        "marked": around.marked,
        "after": around.after,
        "source": one.said_by,
        "meta": [part for part in (stance.get(one.weighed.stance), str(one.weighed.grade.label)) if part],
        "when": words.listed([str(one.since), str(age.words)]),
        "reported": _("reported %(when)s") % {"when": one.reported},
        "old": age.old,
        "url": one.url,
    }


def _side(side: Side) -> dict[str, Any]:
    return {"slug": side.slug, "name": side.name, "short": side.short, "colour": side.colour}


def named(held: Iterable[Held]) -> set[int]:
    """All groups that are drawn."""
    return {pk for one in held for pk in (*one.standing.sides, one.standing.besieger) if pk}
