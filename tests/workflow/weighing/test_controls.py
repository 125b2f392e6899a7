"""Who holds a place: which statements cannot both hold, and which say the same."""

from datetime import date

import pytest

from reports.workflow.weighing import controls
from tests.workflow.weighing.saying import hold

JIHADISTS, ARMY, POLICE = 1, 2, 3
MARCH = (date(2016, 3, 27), date(2016, 3, 27))


@pytest.mark.parametrize(
    ("one", "other", "contradict", "agree", "why"),
    [
        (hold("controlled", JIHADISTS), hold("controlled", ARMY), True, False, "two holders"),
        (hold("controlled", JIHADISTS), hold("claimed", ARMY), True, False, "held, and claimed by another"),
        (hold("controlled", JIHADISTS), hold("claimed", JIHADISTS), False, True, "held by who claims it"),
        (hold("controlled", ARMY), hold("left", ARMY), True, False, "held and left by the same"),
        (hold("controlled", JIHADISTS), hold("left", ARMY), False, False, "one came when the other left"),
        (hold("controlled", JIHADISTS), hold("contested", None), True, False, "in one hand and fought over"),
        (hold("besieged", ARMY), hold("controlled", ARMY), False, False, "who is besieged holds it still"),
        (hold("controlled", JIHADISTS), hold("controlled", ARMY, days=MARCH), False, False, "places change hands"),
        (hold("controlled", JIHADISTS), hold("unknown", None), False, False, "unknown contradicts nobody"),
        (hold("controlled", POLICE), hold("controlled", ARMY), False, True, "the police are the government's"),
        (hold("controlled", POLICE), hold("controlled", JIHADISTS), True, False, "and nobody else's"),
    ],
)
def test_who_holds_a_place(one, other, contradict, agree, why):
    for this, that in ((one, other), (other, one)):
        assert (controls.contradict(this, that), controls.agree(this, that)) == (contradict, agree), why
