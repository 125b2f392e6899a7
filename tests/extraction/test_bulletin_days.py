"""The day, or the span, that a whole bulletin tells of."""

BRIEF = """WEEKLY BRIEF, 1-7 December 2016

In the period under review 68 rebels were killed. Seventeen mines were cleared.

On 5 December troops entered Hawija. They burned two lorries.
"""


def test_a_weekly_brief_dates_its_sums_by_the_span_that_it_reviews(reading):
    days = [(str(f.date_start), str(f.date_end)) for f in reading(BRIEF).figures[:2]]
    assert days == [("2016-12-01", "2016-12-07")] * 2


def test_the_span_ends_where_a_day_is_named(reading):
    assert reading(BRIEF).figures[-1].date_start is None
