"""The front of sentences that name no place: in one story about one front, it is that front.

A round-up says by its headings which front is meant. A single story names the city once and then says "the east" or
"the hospital". Where all that has a front, in the section or else in the whole report, has the same one, the others
share it if it was under way at their time; where there are two, the editor is asked.
"""

from collections import defaultdict
from typing import Any

from reports.models import Claim, Development, DevelopmentFront, Front
from reports.models.vocabulary import FrontBasis, Verdict


def link_story(developments: dict[int, Development], document: dict[str, Any]) -> None:
    """Give developments (by the index of their sentence) without a front the only one of their section or report."""
    links = DevelopmentFront.objects.filter(development__in=developments.values(), primary=True).select_related("front")
    front_of = {link.development_id: link.front for link in links}
    section_of = {index: document["sentences"][index]["section"] for index in developments}
    by_section: dict[int | None, set[Front]] = defaultdict(set)
    for index, development in developments.items():
        if front := front_of.get(development.pk):
            by_section[section_of[index]].add(front)
    everywhere = set().union(*by_section.values())
    DevelopmentFront.objects.bulk_create(
        DevelopmentFront(development=development, front=front, basis=FrontBasis.NEARBY)
        for index, development in developments.items()
        if development.pk not in front_of and _is_open(development)
        for front in _only(by_section[section_of[index]] or everywhere)
        if _during(front, development.claim)
    )


def _is_open(development: Development) -> bool:
    """Nobody decided on it, and no heading named another front."""
    return not development.new_front and development.claim.verdict == Verdict.PROPOSED


def _only(fronts: set[Front]) -> set[Front]:
    return fronts if len(fronts) == 1 else set()


def _during(front: Front, claim: Claim) -> bool:
    """Whether the claim's days and the front's have one in common. A claim without a day is no part of it."""
    if claim.date_start is None or claim.date_end is None:
        return False
    return front.started <= claim.date_end and (front.ended is None or claim.date_start <= front.ended)
