"""How old a number is, against what, and what is greyed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import translation

from reports.models import Front
from reports.models.vocabulary import FigureKind
from reports.public.ages import CONTROL, HEARD, OLD_AFTER, age, span
from reports.public.index import current
from reports.public.past import Clock

pytestmark = pytest.mark.django_db

NOW = datetime(2016, 12, 17, 9, tzinfo=UTC)
DAY = date(2016, 12, 11)
THEN = datetime(2016, 12, 14, 12, tzinfo=UTC)
ENDED, LIVE = Front(started=date(2016, 6, 1), ended=date(2016, 12, 13)), Front(started=date(2016, 6, 1))


def words(front: Front | None = None, clock: Clock | None = None, kind: str = "killed", day: date = DAY) -> str:
    with time_machine.travel(NOW, tick=False):
        return age(kind, day, front, current(), clock or Clock()).words


def test_a_live_front_counts_up_to_today():
    assert words(LIVE) == "6 days old"
    assert words(LIVE, kind=HEARD) == "6 days ago"
    assert words(LIVE, day=NOW.date()) == "today"


def test_a_front_that_is_over_counts_up_to_its_end():
    assert words(ENDED) == "2 days before the front ended"
    assert words(ENDED, day=date(2016, 12, 20)) == "as the front ended"


def test_where_nobody_filed_to_the_end_numbers_count_up_to_the_last_report(war):
    Front.objects.filter(slug="aleppo-2016").update(ended=date(2017, 6, 1))
    front = Front.objects.get(slug="aleppo-2016")
    last = current().last_heard[front.pk]
    with time_machine.travel(datetime(2031, 1, 1, tzinfo=UTC), tick=False):
        three_before = age("killed", last - timedelta(days=3), front, current(), Clock())
        assert three_before.words == "3 days before the last report"
        assert age("killed", last + timedelta(days=9), front, current(), Clock()).words == "on the last day heard of"
        assert age(HEARD, last, front, current(), Clock()).words.endswith("before the front ended")


def test_a_look_into_the_past_counts_up_to_that_moment():
    assert words(LIVE, Clock(known=THEN)) == "3 days before then"
    assert words(LIVE, Clock(known=NOW, desk=THEN)) == "3 days before then"
    assert words(ENDED, Clock(desk=THEN)) == "2 days before the front ended"


def test_each_kind_is_old_after_days_of_its_own():
    assert OLD_AFTER.keys() == {*FigureKind, CONTROL, HEARD}
    with time_machine.travel(NOW, tick=False):
        told = {kind: age(kind, DAY, LIVE, current(), Clock()).old for kind in ("distance_km", "killed")}
    assert told == {"distance_km": True, "killed": False}


def test_long_spans_are_told_in_longer_units():
    assert [span(days) for days in (1, 13, 21, 75, 800)] == ["1 day", "13 days", "3 weeks", "2 months", "2 years"]
    with translation.override("ar"):
        assert [span(days) for days in (1, 2, 6)] == ["يوم واحد", "يومين", "6 أيام"]


def test_pages_show_ages_beside_numbers_and_grey_the_old(client, war):
    Front.objects.update(ended=None)
    with time_machine.travel(datetime(2031, 3, 1, tzinfo=UTC), tick=False):
        home = client.get("/").content.decode()
        front = client.get("/fronts/aleppo-2016/").content.decode()
    assert '<p class="row__figure old">' in home
    assert home.count("14 years old") == 1
    assert home.count("14 years ago") == 3
    assert '<time class="age age--old" datetime="2016-12-11">14 years old</time>' in front


def test_the_rule_is_told_on_the_page_of_the_method(client):
    page = client.get("/method/").content.decode()
    assert '<th scope="row">Distance</th><td class="num">3</td>' in page
