"""The line of figures that stands for a front in a list."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from reports.models import Figure
from reports.public.filters import Filters
from reports.public.mainlines import main_lines
from tests.public import making as make

pytestmark = pytest.mark.django_db
DAY = date(2016, 12, 1)


def say(words: str, low: float, day: int = 0, **fields) -> None:
    """A figure of the front, of its day in December."""
    report = make.report(f"{words} were counted in report {low}.")
    when = {"date_start": DAY, "date_end": DAY + timedelta(days=day)}
    one = make.development(report.text, of=report, fronts=[make.front()], **when)
    make.publish(one, make.figure(words, low, of=one, **fields))


def main() -> tuple[float, list[float]]:
    """The newest figure of the front's main line, and all its points."""
    (line,) = main_lines(Filters.of(QueryDict())).values()
    return Figure.objects.get(pk=line.newest).low, [value for _day, value in line.points]


def test_a_toll_that_moves_comes_before_a_larger_one_that_does_not():
    say("100 civilians", 100, 1, scope="cumulative")
    say("150 civilians", 150, 2, scope="cumulative")
    say("900 houses", 900, 3, scope="level", figure_kind="other", unit="houses")
    assert main() == (150, [100, 150])


def test_of_what_does_not_move_a_running_toll_comes_before_a_level_and_a_day():
    say("900 people", 900, 1, scope="incremental")
    say("80 people", 80, 2, scope="level")
    say("7 people", 7, 3, scope="cumulative")
    assert main() == (7, [7])


def test_two_sources_are_two_lines_and_the_longer_stands_for_the_front():
    for number in (10, 20, 30):
        say("people", number, number, scope="cumulative")
    say("people", 500, 4, scope="cumulative", said_by=make.source("ministry"))
    assert main() == (30, [10, 20, 30])


def test_parts_what_is_said_again_and_what_is_denied_stand_for_nothing():
    say("50 people", 50, scope="cumulative")
    total = Figure.objects.get(low=50)
    say("60 people", 60, 1, scope="cumulative", part_of=total)
    say("70 people", 70, 2, scope="cumulative", same_as=total)
    say("80 people", 80, 3, scope="cumulative", status="denied")
    assert main() == (50, [50])


def test_the_toll_of_a_whole_country_does_not_stand_for_a_front_in_it():
    say("60 people", 60, scope="cumulative")
    report = make.report("9,000 people were killed in Syria.")
    one = make.development(report.text, of=report, fronts=[make.front()], date_start=DAY, date_end=DAY)
    land = make.location("Syria", of=one, at=None, where_prec=6, role="context")
    figure = make.figure("9,000", 9000, of=one, scope="cumulative")
    figure.locations.add(land)
    make.publish(one, land, figure)
    assert main() == (60, [60])


def test_the_last_word_on_the_same_thing_stands_for_the_front_whoever_says_it():
    for number in (10, 20):
        say("people", number, number, scope="cumulative")
    say("people", 25, 25, scope="cumulative", said_by=make.source("ministry"))
    say("children", 30, 28, scope="cumulative", subject="children", subject_class="children")
    assert main() == (25, [25])


def test_the_level_of_the_same_thing_takes_over_where_it_is_newer():
    for number in (10, 20):
        say("people", number, number, scope="cumulative", figure_kind="displaced")
    say("people", 27, 27, scope="level", figure_kind="displaced")
    assert main() == (27, [27])
