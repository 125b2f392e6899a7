"""The front of sentences that name no place: in one story about one front, it is that front.

A round-up says by its headings which front is meant. A single story names the city once and then says "the east" or
"the hospital". Where a section, or else the whole report, has one front and most of its places lie there, the other
sentences share it if it was under way at their time; where there are two, the editor is asked. What stands before
the first heading of a round-up speaks of all fronts, so it takes only the front of the whole report.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from reports.models import Claim, Development, DevelopmentFront, Front, Location
from reports.models.vocabulary import FrontBasis, PlaceRole, Verdict

Story = list[Development]


def link_story(developments: dict[int, Development], document: dict[str, Any]) -> None:
    """Give developments (by the index of their sentence) without a front the one that their story is about."""
    links = DevelopmentFront.objects.filter(development__in=developments.values(), primary=True).select_related("front")
    front_of = {link.development_id: link.front for link in links}
    places_of = _places_of(developments.values())
    stories: dict[int | None, Story] = defaultdict(list)
    for index, development in developments.items():
        stories[document["sentences"][index]["section"]].append(development)
    whole = _front_of(developments.values(), front_of, places_of)
    headed = any(section["level"] == "front" for section in document["sections"])
    new = []
    for section, story in stories.items():
        of_its_own = any(development.pk in front_of for development in story) and not (section is None and headed)
        front = _front_of(story, front_of, places_of) if of_its_own else whole
        if front is not None:
            new += [
                DevelopmentFront(development=development, front=front, basis=FrontBasis.NEARBY)
                for development in story
                if development.pk not in front_of and _may_take(development, front)
            ]
    DevelopmentFront.objects.bulk_create(new)


def _places_of(developments: Iterable[Development]) -> dict[int, list[Location]]:
    """The pins of each development."""
    found = defaultdict(list)
    for place in Location.objects.filter(
        development__in=list(developments), role=PlaceRole.EVENT, latitude__isnull=False, longitude__isnull=False
    ):
        found[place.development_id].append(place)
    return found


def _front_of(
    story: Iterable[Development], front_of: dict[int, Front], places_of: dict[int, list[Location]]
) -> Front | None:
    """The only front of a story, if more than half of its pins lie in the front's area."""
    keys = {development.pk for development in story}
    fronts = {front_of[key] for key in keys if key in front_of}
    if len(fronts) != 1:
        return None
    front = fronts.pop()
    pins = [place for key in keys for place in places_of[key]]
    inside = sum(_holds(front, place) for place in pins)
    return front if front.bounds is None or not pins or inside * 2 > len(pins) else None


def _holds(front: Front, place: Location) -> bool:
    south, west, north, east = front.bounds or (-90, -180, 90, 180)
    return south <= (place.latitude or 0) <= north and west <= (place.longitude or 0) <= east


def _may_take(development: Development, front: Front) -> bool:
    """Nobody decided on it, no heading named another front, and the front was under way at its time."""
    claim: Claim = development.claim
    if development.new_front or claim.verdict != Verdict.PROPOSED:
        return False
    if claim.date_start is None or claim.date_end is None:
        return False
    return front.started <= claim.date_end and (front.ended is None or claim.date_start <= front.ended)
