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
    ("Rockets fell before dawn.", "2016-12-11", "2016-12-11", "day"),
    ("Before dawn on Tuesday it was shelled.", "2016-12-06", "2016-12-06", "day"),  # the day that is named
    ("They have lost 12 men since dawn.", "2016-12-11", "2016-12-11", "day"),
    ("The shooting stopped around 9 am.", "2016-12-11", "2016-12-11", "hour"),
    ("It went on until 17:30.", "2016-12-11", "2016-12-11", "hour"),
    ("By late afternoon it was over.", "2016-12-11", "2016-12-11", "day"),
    ("On 8 December, at 18:10, a house fell.", "2016-12-08", "2016-12-08", "day"),  # the hour is no date of its own
    ("Data as of 9 December 2016, 18:00 UTC.", "2016-12-09", "2016-12-09", "hour"),
    ("As of 17:00 local time (14:00 GMT), 9 December 2016, it was shut.", "2016-12-09", "2016-12-09", "hour"),
    ("As of 5 p.m. (local time, UTC+3), 9 December 2016, it was shut.", "2016-12-09", "2016-12-09", "hour"),
    ("It covers events from November 28 to noon Eastern time on December 5.", "2016-11-28", "2016-12-05", "day"),
    ("The week in brief, 29 November – 5 December 2016", "2016-11-29", "2016-12-05", "day"),
    ("The weeks in brief, 28 December - 3 January 2016", "2015-12-28", "2016-01-03", "day"),  # over New Year
    ("Strikes will be held from 30 December to 2 January.", "2016-12-30", "2017-01-02", "day"),
    ("It was shelled on Thursday and Friday.", "2016-12-08", "2016-12-09", "day"),  # days in a row
    ("Talks may be held on Saturday or Sunday.", "2016-12-17", "2016-12-18", "day"),
    ("The deadline is Friday.", "2016-12-16", "2016-12-16", "day"),
    ("He is to fly to Geneva on Friday.", "2016-12-16", "2016-12-16", "day"),
    ("They had fired at the port the previous day.", "2016-12-10", "2016-12-10", "day"),
    ("In the previous day 50 men were killed.", "2016-12-10", "2016-12-11", "day"),
    ("In the past three days 41 were killed.", "2016-12-09", "2016-12-11", "day"),  # today and two before
    ("In the past 48 hours 41 were killed.", "2016-12-09", "2016-12-11", "day"),
    ("The truce lasts until the end of the month.", "2016-12-31", "2016-12-31", "day"),
    ("They will leave before the end of January.", "2016-12-11", "2017-01-31", "month"),
    ("It was 300 a year ago.", "2015-12-11", "2015-12-11", "year"),
    ("They left two days after the army had entered.", "2016-12-09", "2016-12-09", "day"),
    ("It was taken in May of last year.", "2015-05-01", "2015-05-31", "month"),
    ("It has been shut since May of last year.", "2015-05-01", "2016-12-11", "month"),
    ("It has been theirs since the night of 8-9 December.", "2016-12-08", "2016-12-11", "day"),
    ("The war has gone on since March 2011.", "2011-03-01", "2011-03-31", "month"),  # a date after since keeps its own
    ("They crossed over the weekend.", "2016-12-10", "2016-12-11", "day"),
    ("In the first ten days of December 400 died.", "2016-12-01", "2016-12-10", "day"),
    ("They fought throughout the night.", "2016-12-10", "2016-12-11", "day"),
    ("In the course of the day four drones fell.", "2016-12-11", "2016-12-11", "day"),
    ("The mandate ends on April 30.", "2017-04-30", "2017-04-30", "day"),
    ("It may be recalled that on 3 January a bus was burned.", "2016-01-03", "2016-01-03", "day"),
    ("Earlier in the week they took the hill.", "2016-12-05", "2016-12-11", "week"),
    ("The siege began in the summer of 2015.", "2015-06-01", "2015-08-31", "month"),
    # so many days that end on one that is named; a year as a whole; what is to last until a day, or begins today
    ("Medics treated 39 men in the four days to Friday.", "2016-12-06", "2016-12-09", "day"),
    ("UNHCR counted 400 in the week to 9 December.", "2016-12-03", "2016-12-09", "week"),
    ("Six mills burned this year.", "2016-01-01", "2016-12-31", "year"),
    ("The road is shut until Tuesday.", "2016-12-11", "2016-12-13", "day"),
    ("Cuts will begin at 1800 GMT on Sunday.", "2016-12-11", "2016-12-11", "hour"),
]


@pytest.mark.parametrize(("sentence", "start", "end", "precision"), LEDGER)
def test_it_resolves_the_date(reading, sentence, start, end, precision):
    dates = reading(sentence).dates
    assert [(str(d.date_start), str(d.date_end), d.precision) for d in dates] == [(start, end, precision)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march on the city.",
        "The 2016 plan failed.",
        "The May 22 hospital was hit.",
        "The army attacked at dawn.",
        "A late afternoon raid killed six.",
        "In the past days it was quiet.",
        "He spoke before noon prayers.",
    ],
)
def test_words_that_look_like_dates_are_none(reading, sentence):
    assert reading(sentence).dates == []


@pytest.mark.parametrize(
    ("sentences", "second"),
    [
        ("The town fell on Tuesday, and a day later the base.", ("2016-12-07", "2016-12-07")),
        ("The ministry said on Saturday that 30 had died in the past 24 hours.", ("2016-12-09", "2016-12-10")),
        ("They came on Friday. That night six men were shot.", ("2016-12-09", "2016-12-10")),
        ("France will send aid on Friday, its minister said on Tuesday.", ("2016-12-06", "2016-12-06")),
        ("Here is the toll of October. Six mills burned during the month.", ("2016-10-01", "2016-10-31")),
        ("A truce held last month. Four men died throughout the month.", ("2016-11-01", "2016-11-30")),
    ],
)
def test_a_date_may_lean_on_the_one_before(reading, sentences, second):
    dates = reading(sentences).dates
    assert (str(dates[1].date_start), str(dates[1].date_end)) == second


@pytest.mark.parametrize(
    "text",
    [
        "Six mills burned during the month.",  # of which, nothing tells
        "It fell in October. It was shut during the month before.",
        "It fell in October. Rain came. Shops shut. Six mills burned during the month.",
    ],
)
def test_the_month_is_one_just_named_or_none(reading, text):
    assert "the month" not in " ".join(d.text for d in reading(text).dates)


def test_a_stop_that_ends_the_sentence_is_no_part_of_a_month(reading):
    assert [d.text for d in reading("They left on 9 May. On Nov. 3 they came.").dates] == ["9 May", "Nov. 3"]


def test_a_weekly_note_tells_of_its_own_week(reading):
    note = "Weekly note, 5-11 December 2016\n\nShops stayed shut on Monday, and a post burned on Tuesday.\n"
    assert [str(d.date_start) for d in reading(note, day="2016-12-12").dates[1:]] == ["2016-12-05", "2016-12-06"]


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
        ("Day 45, as of 20 November 2023 at 23:59 GMT", "2023-11-20", "2023-11-20T23:59:00Z"),  # 2023 is no hour
        ("Snapshot (13 Oct 2023, 18:00 Jerusalem time)", "2023-10-13", "2023-10-13T15:00:00Z"),
        ("Status at 07.30 CEST, 11 May", "2024-05-11", "2024-05-11T05:30:00Z"),
    ],
)
def test_it_reads_as_of(reading, text, day, as_of):
    assert reading(text, day=day).as_of == as_of
