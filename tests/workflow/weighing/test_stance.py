"""Whose word it is, and whether it speaks in its own cause."""

import pytest

from reports.models.vocabulary import ControlStatus, FigureKind, SubjectClass
from reports.workflow.weighing.origins import Sides, origin_of
from reports.workflow.weighing.stance import stance_of
from reports.workflow.weighing.statement import Count, Hold

ARMY, GUARD, JIHADISTS, OUTSIDER, ALLY, REBELS, FRONT = 1, 2, 3, 4, 5, 6, 9
SIDES = Sides({GUARD: {ARMY}}, {FRONT: {ARMY: "A", ALLY: "A", JIHADISTS: "B", REBELS: "C"}})
CONTROLLED, LEFT, BESIEGED = ControlStatus.CONTROLLED, ControlStatus.LEFT, ControlStatus.BESIEGED


def killed(people="fighters") -> Count:
    return Count.of(40, 40, kind=FigureKind.KILLED, scope="incremental", people=SubjectClass(people))


def test_two_agencies_that_quote_one_monitor_are_one_origin():
    assert origin_of(5, None, False, outlet=1) == origin_of(5, None, False, outlet=2)


def test_two_voices_of_one_side_are_one_origin():
    assert origin_of(5, ARMY, False, outlet=1) == origin_of(6, ARMY, False, outlet=1)


def test_those_without_a_name_are_told_apart_by_who_quotes_them():
    assert origin_of(5, None, True, outlet=1) != origin_of(5, None, True, outlet=2)


def test_what_nobody_is_named_for_is_the_word_of_the_outlet():
    assert origin_of(None, None, False, outlet=1) == origin_of(1, None, False, outlet=2)


@pytest.mark.parametrize(
    ("says", "side", "parties", "expected", "why"),
    [
        (killed(), None, {}, "", "a monitor"),
        (killed(), OUTSIDER, {}, "", "who does not fight here"),
        (killed(), ARMY, {}, "own side", "a party speaks of the fight"),
        (killed(), ARMY, {"actor": {ARMY}, "target": {JIHADISTS}}, "own side", "the enemy's losses"),
        (killed(), ARMY, {"actor": {JIHADISTS}, "target": {ARMY}}, "against interest", "its own losses"),
        (killed(), ARMY, {"target": {GUARD}}, "against interest", "those of a part of it"),
        (killed("civilians"), ARMY, {"target": {ARMY}}, "own side", "civilians are nobody's fighters"),
        (killed(), OUTSIDER, {"actor": {OUTSIDER}}, "own side", "who takes part, though no side of the front"),
        (Hold(CONTROLLED, JIHADISTS), JIHADISTS, {}, "own side", "it says that it holds the place"),
        (Hold(CONTROLLED, JIHADISTS), ARMY, {}, "against interest", "it says that the enemy does"),
        (Hold(CONTROLLED, ARMY), ALLY, {}, "own side", "it says that its ally does"),
        (Hold(CONTROLLED, GUARD), ALLY, {}, "own side", "or a part of its ally"),
        (Hold(CONTROLLED, JIHADISTS), REBELS, {}, "against interest", "a third party is nobody's ally"),
        (Hold(LEFT, ARMY), ARMY, {}, "against interest", "it says that it left"),
        (Hold(LEFT, ARMY), JIHADISTS, {}, "own side", "it says that the enemy left"),
        (Hold(BESIEGED, JIHADISTS), ARMY, {}, "own side", "it besieges the enemy"),
        (Hold(CONTROLLED, None), ARMY, {}, "own side", "nobody is named"),
    ],
)
def test_how_a_source_stands_to_what_it_says(says, side, parties, expected, why):
    assert stance_of(says, side, SIDES, FRONT, parties) == expected, why


@pytest.mark.parametrize(("kind", "expected"), [("military", "own side"), ("residents", ""), ("", "")])
def test_the_army_speaks_for_a_side_though_nobody_registered_it(kind, expected):
    assert stance_of(killed(), None, SIDES, FRONT, unnamed_kind=kind) == expected
