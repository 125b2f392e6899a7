"""The map beside the text: where something happened, as the map wants it, and nothing that was rejected."""

import pytest

from reports.desk.board import board_of
from reports.desk.pins import pins
from reports.workflow.review import reject
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_place_where_it_happened_is_a_pin_that_leads_to_its_proposal(report):
    (pin,) = pins(board_of(report, make.person()))["features"]
    about = pin["properties"]
    assert pin["geometry"]["coordinates"] == [37.16, 36.2]
    assert (about["marked"], about["precise"], about["url"]) == ("Aleppo", True, f"#c-{about['id']}")
    assert about["before"] + about["marked"] + about["after"] == (
        "The Observatory said at least 40 people were killed in Aleppo on Sunday."
    )


@pytest.mark.parametrize("change", [{"role": "context"}, {"latitude": None, "longitude": None}])
def test_what_is_no_event_or_was_not_found_is_no_pin(change):
    row = make.development(make.report())
    make.location(row, **change)
    assert pins(board_of(row.claim.report, make.person()))["features"] == []


def test_a_rejected_place_is_no_pin():
    row = make.development(make.report())
    place = make.location(row)
    reject(place.claim, make.person())
    assert pins(board_of(row.claim.report, make.person()))["features"] == []
