"""A ledger of dates, read in a report of Sunday, 11 December 2016."""

import pytest

LEDGER = [
    ("It fell on Sunday.", "2016-12-11", "2016-12-11", "day"),  # the report's own day
    ("It fell on Monday.", "2016-12-05", "2016-12-05", "day"),  # the last one up to it
    ("They will meet on Tuesday.", "2016-12-13", "2016-12-13", "day"),  # to come
    ("It began on November 15.", "2016-11-15", "2016-11-15", "day"),
    ("It began on 26 January.", "2016-01-26", "2016-01-26", "day"),
    ("It fell on Aug. 8, 2014.", "2014-08-08", "2014-08-08", "day"),
    ("It fell in March.", "2016-03-01", "2016-03-31", "month"),
    ("It fell last July.", "2016-07-01", "2016-07-31", "month"),
    ("It fell in May 2015.", "2015-05-01", "2015-05-31", "month"),
    ("It fell in late February.", "2016-02-21", "2016-02-29", "week"),  # a leap year
    ("They fled since mid-November.", "2016-11-11", "2016-12-11", "week"),  # ends on the report's day
    ("They fled since Friday.", "2016-12-09", "2016-12-11", "day"),
    ("It was shelled overnight.", "2016-12-10", "2016-12-11", "day"),
    ("In the past 24 hours it was shelled.", "2016-12-10", "2016-12-11", "day"),
    ("It changed hands last week.", "2016-11-28", "2016-12-04", "week"),  # Monday to Sunday
    ("It changed hands last month.", "2016-11-01", "2016-11-30", "month"),
    ("It was taken two days ago.", "2016-12-09", "2016-12-09", "day"),
    ("It was founded in 2011.", "2011-01-01", "2011-12-31", "year"),
    ("The war of 2014-17 is over.", "2014-01-01", "2017-12-31", "year"),
    ("It was April 15 last year.", "2015-04-15", "2015-04-15", "day"),
    ("They left in April and May.", "2016-04-01", "2016-05-31", "month"),
    ("They leave tomorrow.", "2016-12-12", "2016-12-12", "day"),
    ("It fell on 2016-11-02.", "2016-11-02", "2016-11-02", "day"),
    ("It fell on 02.11.2016.", "2016-11-02", "2016-11-02", "day"),
    ("Fighting raged from 30 September to 2 October.", "2016-09-30", "2016-10-02", "day"),
    ("It was shelled between Wednesday and Friday.", "2016-12-07", "2016-12-09", "day"),
    ("It fell on the night of Saturday to Sunday.", "2016-12-10", "2016-12-11", "day"),
    ("Talks are due on Monday or Tuesday.", "2016-12-12", "2016-12-13", "day"),
    ("Flights should resume on Thursday.", "2016-12-15", "2016-12-15", "day"),
    ("From Monday it was quiet.", "2016-12-05", "2016-12-05", "day"),  # a day, and no end
    ("It lost 30 men this month.", "2016-12-01", "2016-12-11", "month"),  # as far as it has come
    ("The line has not moved in the past week.", "2016-12-05", "2016-12-11", "week"),
]


@pytest.mark.parametrize(("sentence", "start", "end", "precision"), LEDGER)
def test_it_resolves_the_date(reading, sentence, start, end, precision):
    dates = reading(sentence).dates
    assert [(str(d.date_start), str(d.date_end), d.precision) for d in dates] == [(start, end, precision)]


@pytest.mark.parametrize(
    "sentence", ["They may march on the city.", "The 2016 plan failed.", "The May 22 hospital was hit."]
)
def test_words_that_look_like_dates_are_none(reading, sentence):
    assert reading(sentence).dates == []


def test_a_date_without_a_day_to_lean_on_is_unresolved(reading):
    document = reading("It fell on Monday.", day=None)
    assert document.dates[0].date_start is None
    assert [u.text for u in document.unresolved] == ["Monday"]


def test_the_reports_own_date_serves_where_none_is_given(reading):
    document = reading("BEIRUT, Dec 13, 2016 (AFP) - It fell on Monday.", day=None)
    assert str(document.dates[-1].date_start) == "2016-12-12"
    assert document.published is None


@pytest.mark.parametrize(
    ("text", "day", "as_of"),
    [
        ("The fronts as of 1700 GMT Sunday:", "2016-12-11", "2016-12-11T17:00:00Z"),
        ("The picture as of 18:00 Kyiv time on 14 November 2023", "2023-11-14", "2023-11-14T16:00:00Z"),
        ("Operational information as of 08:00 on 22 October 2024 on Ukraine", "2024-10-22", "2024-10-22T05:00:00Z"),
        ("As of 16:00 GMT, 30 January 2025", "2025-01-30", "2025-01-30T16:00:00Z"),
        ("The talks began at 1500 GMT.", "2016-12-11", None),  # not of the report
    ],
)
def test_it_reads_as_of(reading, text, day, as_of):
    assert reading(text, day=day).as_of == as_of
