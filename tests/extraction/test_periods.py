"""A ledger of periods: which days a figure covers. The report is of Sunday, December 11, 2016."""

import pytest

THURSDAY, FRIDAY, SATURDAY, SUNDAY = "2016-12-08", "2016-12-09", "2016-12-10", "2016-12-11"
LEDGER = [
    # A day before a noun dates those who died in it ...
    ("Friday's strike killed 12 men.", [(FRIDAY, FRIDAY)]),
    ("The number of men killed in Friday's raid rose to 30.", [(FRIDAY, FRIDAY)]),
    ("Some 16 people were killed in the December 3 attack.", [("2016-12-03", "2016-12-03")]),
    # ... and nobody else
    ("Troops killed six men in revenge for Friday's attack.", [(None, None)]),
    ("The day of a toll is not that of the dead: on Friday medics raised to 114 the number killed.", [(None, None)]),
    ("The ministry last gave a toll on Friday: 224 dead.", [(None, None)]),
    ("The mayor had put the dead at 80 on Friday.", [(None, None)]),
    ("The ministry on Saturday raised to 14 the number killed in Friday's strikes.", [(FRIDAY, FRIDAY)]),
    ("Police on Friday said 12 people had died.", [(None, None)]),
    # Clauses and sentences that go on
    ("The patrol fell into an ambush on Friday; nine soldiers died.", [(FRIDAY, FRIDAY)]),
    ("A bomb killed four people on Friday. Eight others were hurt.", [(FRIDAY, FRIDAY)] * 2),
    ("Since December 1, 900 people have died, 40 of them on Friday.", [("2016-12-01", SUNDAY), (FRIDAY, FRIDAY)]),
    ("Some 5,000 people have died so far, and 300 have fled since Friday.", [(None, None), (FRIDAY, SUNDAY)]),
    ("Police detained 120 men on Friday and another 64 on Saturday.", [(FRIDAY, FRIDAY), (SATURDAY, SATURDAY)]),
    ("Iran has taken 900 prisoners since it opened the push, named Dawn, on December 1.", [("2016-12-01", SUNDAY)]),
    ("Troops retook a mill on Friday, bringing to 40 the number of hamlets held.", [(None, None)]),
    # A month named before
    (
        "The camp refused the figures for October. In all 40 guards died during the month, with 17 boys.",
        [("2016-10-01", "2016-10-31")] * 2,
    ),
    # Another's toll of the same event, perhaps: the sentence gives no day, and what the one before began may go on
    ("A raid that began on Friday ended. Nine sailors died, a doctor said.", [(None, None)]),
    (
        "Bombers killed at least 26, about half of them soldiers, and injured 62 at the station on Friday.",
        [(FRIDAY, FRIDAY)] * 3,
    ),
    ("Jets bombed the port on Friday. Elsewhere, nine sailors died.", [(None, None)]),  # another event
    ("A raid killed 30 men on Friday. The army countered that it had killed 50.", [(FRIDAY, FRIDAY)] * 2),
    ("A blast killed 30 men on Friday. The army gave its losses as 12 dead.", [(FRIDAY, FRIDAY)] * 2),
    # So many days after
    ("Rebels retreated on Sunday, three days after jets killed 20 of them.", [(THURSDAY, THURSDAY)]),
    ("Two days after gunmen killed 15 villagers, troops came back.", [(FRIDAY, FRIDAY)]),
    ("Three days after troops took a mill, a bomb killed 50 people.", [(None, None)]),  # the main clause is of now
    # How long it took tells no day
    ("Soldiers killed 200 rebels in three days of fighting.", [(None, None)]),
    ("In the past 24 hours 52 people died.", [(SATURDAY, SUNDAY)]),
    # How things stand has a day only where it is said to
    ("The garrison numbers 500 men, compared with 700 in March.", [(None, None), ("2016-03-01", "2016-03-31")]),
    ("There are 5,000 gunmen, down from 7,000 a year ago.", [(None, None), ("2015-12-11", "2015-12-11")]),
    ("Some 160 people have died since May 3 and about 60,000 are in camps.", [("2016-05-03", SUNDAY), (None, None)]),
    ("The group took the town on Friday and now holds 40 outposts.", [(None, None)]),
    ("A camp that floods every July shelters 8,000 refugees.", [(None, None)]),
    ("A war killed 30,000 people before a truce in 1994.", [(None, None)]),
    ("A convoy of eight lorries will leave on Tuesday.", [(None, None)]),  # not yet
]


@pytest.mark.parametrize(("text", "periods"), LEDGER)
def test_it_tells_the_days_of_a_count(reading, text, periods):
    days = [(f.date_start and str(f.date_start), f.date_end and str(f.date_end)) for f in reading(text).figures]
    assert days == periods


def test_what_is_compared_has_the_scope_of_what_it_is_compared_with(reading):
    figures = reading("At least 43 clashes were recorded, up from 31.").figures
    assert [f.scope for f in figures] == ["incremental", "incremental"]


def test_a_headline_has_the_days_and_the_scope_of_what_it_says_again(reading):
    text = "Blast kills 24 soldiers\n\nA blast killed 24 soldiers on Friday near Raqa.\n"
    figures = reading(text).figures
    assert [(f.scope, str(f.date_start)) for f in figures] == [("incremental", FRIDAY)] * 2
