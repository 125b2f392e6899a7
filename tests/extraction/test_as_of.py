"""A ledger of instants: how reports say as of when they stand, and which instant that is in UTC."""

import pytest

LEDGER = [  # published on Sunday 11 December 2016
    ("Here are the latest developments on the fronts in Syria, as of 1600 GMT Saturday:", "2016-12-10T16:00:00Z"),
    ("Situation as of 18:00 Damascus time on 10 December 2016", "2016-12-10T16:00:00Z"),
    ("Situation at 6 am local time, 11 December. Syria: two villages were shelled.", "2016-12-11T04:00:00Z"),
    ("Last updated: 11 December 2016 22:15 EET. Three people died.", "2016-12-11T20:15:00Z"),
    ("As at 10 December 2016, 0600Z, 30 people had died.", "2016-12-10T06:00:00Z"),
    ("Reporting period: 9 December 1200 hrs to 10 December 1200 hrs GMT.", "2016-12-10T12:00:00Z"),
    ("Daily note (covers 9 December, 18:00, to 10 December, 18:00, Baghdad time)", "2016-12-10T15:00:00Z"),
    ("As of 5 p.m. (local time, UTC-5), 10 December 2016", "2016-12-10T22:00:00Z"),
    ("As of 12 a.m. GMT Sunday", "2016-12-11T00:00:00Z"),
    ("As of noon GMT on Saturday", "2016-12-10T12:00:00Z"),
    ("(data of 06:00 Baghdad time, 10 December 2016)", "2016-12-10T03:00:00Z"),
    ("Data closed at 12:00 GMT, 10 December 2016", "2016-12-10T12:00:00Z"),
    ("Data cut-off for this note: 1:15 pm ET on December 10.", "2016-12-10T18:15:00Z"),
    ("FLASH UPDATE: as of 0900hrs (Nairobi time) on 10 December 2016", "2016-12-10T06:00:00Z"),
    ("Here is where things stand in Iraq at 1500 GMT on Saturday:", "2016-12-10T15:00:00Z"),
    ("Information valid as of 10 December 2016, 14.00 (Kathmandu time)", "2016-12-10T08:15:00Z"),  # a zone of its city
    ("Iraq, as of 08:00 on 10 December 2016", "2016-12-10T05:00:00Z"),  # no zone: the land's own
    ("As of 17:00 (22:00 GMT), 10 December 2016", "2016-12-10T22:00:00Z"),  # the one that says its zone
    ("It takes stock, front by front, at 1700 GMT on Saturday:\n\nALEPPO: Shells fell.", "2016-12-10T17:00:00Z"),
    ("He gave a warning at 1700 GMT on Saturday: leave now, or die.", None),  # a colon within a line
    ("Shells fell on Aleppo in Syria. " * 30 + "The truce holds as of 1 p.m. in Aleppo.", None),  # not at the top
    ("As of 30 November, 300 people had died.", None),  # a day is no instant
    ("Updated Dec 10, 2016 at 9.48pm", None),  # nobody knows where
    ("The attack, the third as of Sunday, killed 12 people at a market by 10:30.", None),
]


@pytest.mark.parametrize(("text", "instant"), LEDGER)
def test_it_stands_as_of_an_instant(reading, text, instant):
    assert reading(text).as_of == instant


def test_a_year_before_1000_is_written_in_full(reading):
    assert reading("As of 1700 GMT", day="0999-03-29").as_of == "0999-03-29T17:00:00Z"


def test_the_year_of_a_dateline_is_no_hour(reading):
    text = "The state of the war, front by front\n\nGOMA, Oct 10, 2024 (AFP) - Here are the fronts as of 1400 GMT:\n"
    assert reading(text, day="2024-10-10").as_of == "2024-10-10T14:00:00Z"


def test_a_year_does_not_end_the_search_for_an_hour(reading):
    assert reading("Fronts as of Oct 10, 2024 (AFP)\nTime: 1700 GMT", day="2024-10-10").as_of == "2024-10-10T17:00:00Z"


def test_an_hour_behind_its_day_is_one(reading):
    assert reading("The situation as of Sunday 1700 GMT:", day="2016-12-11").as_of == "2016-12-11T17:00:00Z"
