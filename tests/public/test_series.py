"""Figures in panels: what may share an axis, what makes one line."""

from datetime import date, timedelta

import pytest

from reports.models import Claim, Figure
from reports.public import charts, series
from reports.public.sentences import loaded
from tests.public import making as make

pytestmark = pytest.mark.django_db
DAY = date(2016, 12, 1)


@pytest.fixture
def tolls():
    """Four sentences: a running toll of three days, one of a day, and a part of a total."""
    text = "A: 100 civilians. B: 150 civilians. C: 210 civilians, 20 of them children. D: 6 people died that day."
    report = make.report(text)
    for number, (sentence, words, low) in enumerate(
        [("A: 100 civilians.", "100 civilians", 100), ("B: 150 civilians.", "150 civilians", 150)]
    ):
        one = make.development(sentence, of=report, date_start=DAY, date_end=DAY + timedelta(days=number))
        make.publish(one, make.figure(words, low, of=one, scope="cumulative", subject_class="civilians"))
    last = make.development(
        "C: 210 civilians, 20 of them children.", of=report, date_start=DAY, date_end=DAY + timedelta(days=3)
    )
    total = make.figure("210 civilians", 210, of=last, scope="cumulative", subject_class="civilians")
    part = make.figure("20 of them children", 20, of=last, scope="cumulative", part_of=total, subject_class="children")
    day = make.development("D: 6 people died that day.", of=report, date_start=DAY)
    make.publish(last, total, part, day, make.figure("6 people", 6, of=day, scope="incremental", subject="people"))
    return series.panels(loaded(Figure.objects.public()))


def test_running_tolls_and_single_days_never_share_a_panel(tolls):
    assert [(panel.kind, panel.scope) for panel in tolls] == [("killed", "cumulative"), ("killed", "incremental")]


def test_one_source_that_counts_one_thing_is_one_line_in_the_order_of_days(tolls):
    assert [point.value for point in tolls[0].drawn[0].points] == [100, 150, 210]


def test_a_part_of_a_total_is_told_but_not_drawn_beside_it(tolls):
    assert len(tolls[0].lines) == 2
    assert len(tolls[0].drawn) == 1
    assert tolls[0].left_out == 1


def test_a_figure_said_again_is_counted_once(tolls):
    total = Figure.objects.get(low=210)
    Figure.objects.filter(low=150).update(same_as=total)
    (running, _day) = series.panels(loaded(Figure.objects.public()))
    assert [point.value for point in running.drawn[0].points] == [100, 210]


def test_a_chart_starts_at_zero_and_keeps_its_points_inside(tolls):
    chart = charts.chart(tolls[0])
    assert chart.values[0].label == "0"
    for drawn in chart.lines:
        for dot in drawn.dots:
            assert chart.left <= dot.x <= chart.right
            assert 0 <= dot.y <= chart.bottom


def test_events_are_stems_and_tolls_are_steps(tolls):
    assert charts.chart(tolls[0]).lines[0].path.count("H") == 2
    assert charts.chart(tolls[0]).lines[0].stems == []
    assert charts.chart(tolls[1]).lines[0].path == ""
    assert len(charts.chart(tolls[1]).lines[0].stems) == 1


@pytest.mark.parametrize(("rough", "step"), [(0, 1), (0.4, 1), (1.2, 2), (130, 200), (221, 250), (40000, 50000)])
def test_an_axis_steps_by_round_numbers(rough, step):
    assert charts.nice(rough) == step


def test_what_is_there_and_what_is_only_announced_are_never_one_line(db):
    report = make.report("There are 300 men in the town. Another 200 men are to come.")
    there = make.development("There are 300 men in the town.", of=report, date_start=DAY)
    coming = make.development("Another 200 men are to come.", of=report, date_start=DAY)
    kind = {"figure_kind": "troops", "scope": "level", "subject": "people"}
    make.publish(
        there, make.figure("300 men", 300, of=there, **kind), coming, make.figure("200 men", 200, of=coming, **kind)
    )
    Claim.objects.filter(figure__low=200).update(status="announced")
    (panel,) = series.panels(loaded(Figure.objects.public()))
    assert sorted((line.about, [point.value for point in line.points]) for line in panel.lines) == [
        ("", [300]),
        ("announced", [200]),
    ]


def test_what_was_only_denied_stands_apart_from_every_chart(tolls):
    Claim.objects.filter(figure__low=6).update(status="denied")
    figures = list(loaded(Figure.objects.public()))
    assert [panel.scope for panel in series.panels(figures)] == ["cumulative"]
    ((status, words, _point),) = series.set_apart(figures)
    assert (status, words) == ("Denied", "6 killed")


def test_a_toll_of_the_whole_country_shares_no_axis_with_that_of_the_front(db):
    report = make.report("The Observatory counts 312 dead in Aleppo and 9,000 in Syria.")
    one = make.development(report.text, of=report, date_start=DAY)
    front, land = make.location("Aleppo", of=one), make.location("Syria", of=one, at=None, where_prec=6)
    of_front = make.figure("312 dead", 312, of=one, scope="cumulative")
    of_land = make.figure("9,000", 9000, of=one, scope="cumulative")
    of_front.locations.add(front)
    of_land.locations.add(land)
    make.publish(one, front, land, of_front, of_land)
    panels = series.panels(loaded(Figure.objects.public()))
    told = [(panel.label, panel.drawn[0].points[0].value) for panel in panels]
    assert told == [("Killed", 312), ("Killed, all of Syria", 9000)]


@pytest.mark.parametrize(("unit", "title"), [
    ("hospitals", "Hospitals"), ("largest hospitals", "Hospitals"), ("remaining key bridges", "Bridges"),
    ("people", "Other counts of people"), ("percent", "Other shares"), ("times", "How often"), ("last", "Last"),
])  # fmt: skip
def test_the_title_of_other_counts_says_what_is_counted(unit, title):
    report = make.report("A strike hit 2 of them.")
    one = make.development("A strike hit 2 of them.", of=report)
    make.publish(one, make.figure("2 of them", 2, of=one, figure_kind="other", unit=unit, subject=unit))
    (panel,) = series.panels(loaded(Figure.objects.public()))
    assert panel.label == title


def test_some_of_a_kind_share_its_panel_and_say_which_they_are():
    report = make.report("A strike hit 2 largest hospitals. It hit 5 hospitals.")
    for number, (sentence, words) in enumerate(
        [("A strike hit 2 largest hospitals.", "2 largest hospitals"), ("It hit 5 hospitals.", "5 hospitals")]
    ):
        one = make.development(sentence, of=report)
        unit = words[2:]
        make.publish(one, make.figure(words, 2 + number, of=one, figure_kind="other", unit=unit, subject=unit))
    (panel,) = series.panels(loaded(Figure.objects.public()))
    assert sorted(line.about for line in panel.lines) == ["", "largest hospitals"]


def test_members_are_told_by_the_class_that_they_are_of():
    report = make.report("A total of 1,959 members of the security forces were killed.")
    one = make.development(report.text, of=report)
    make.publish(one, make.figure("1,959 members", 1959, of=one, subject="members", subject_class="security_forces"))
    (panel,) = series.panels(loaded(Figure.objects.public()))
    assert panel.newest_about == "security forces"


def test_the_newest_number_is_of_what_the_longest_line_counts_whoever_says_it():
    for number, (day, who) in enumerate([(1, "observatory"), (2, "observatory"), (5, "ministry")]):
        report = make.report(f"{10 + number} people have died, {who} said on {day} December.")
        one = make.development(report.text, of=report, said_by=make.source(who), date_start=date(2016, 12, day))
        make.publish(one, make.figure(f"{10 + number} people", 10 + number, of=one, scope="cumulative"))
    report = make.report("7 children have died.")
    one = make.development(report.text, of=report, date_start=date(2016, 12, 9))
    fields = {"scope": "cumulative", "subject": "children", "subject_class": "children"}
    make.publish(one, make.figure("7 children", 7, of=one, **fields))
    (panel,) = series.panels(loaded(Figure.objects.public()))
    assert (panel.newest.quantity, panel.newest_about) == ("12", "")
