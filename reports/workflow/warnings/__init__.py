"""Warnings that stand beside a claim in review: one rule a function, each a sentence for the editor. They never block.

A claim with a warning is decided by itself: accepting in bulk leaves it (see `review.accept_rest`).
"""

from collections import defaultdict

from reports.models import Report

from . import days, figures, places, sides
from .scene import Rule, Scene

RULES: tuple[Rule, ...] = (
    figures.toll_falls,
    figures.toll_jumps,
    figures.part_larger_than_its_whole,
    figures.same_number_for_two_kinds,
    days.after_the_report,
    days.update_without_a_day,
    places.outside_the_front,
    sides.in_its_own_cause,
)


def warnings_in(scene: Scene) -> dict[int, list[str]]:
    """Claim → its warnings in words, in the order of the rules."""
    found: dict[int, list[str]] = defaultdict(list)
    for rule in RULES:
        for claim, words in rule(scene):
            found[claim].append(words)
    return dict(found)


def warnings_of(report: Report) -> dict[int, list[str]]:
    """The warnings of a report's claims that were not rejected; in a constant number of queries."""
    return warnings_in(Scene.load(report))


__all__ = ["RULES", "Scene", "warnings_in", "warnings_of"]
