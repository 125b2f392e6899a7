"""Records of the world keep who changed what, and when; the desk shows it and can bring it back."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from reports.workflow.teaching import teach
from tests import factories as make

pytestmark = pytest.mark.django_db


def change(client, source, **fields):
    values = {"slug": source.slug, "name": source.name, "kind": source.kind, "reliability": "unreviewed", **fields}
    inline = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
    return client.post(reverse("admin:reports_source_change", args=[source.pk]), {**values, **inline})


def test_a_change_keeps_the_old_record_and_who_changed_it(desk):
    source = make.source()
    assert change(desk, source, reliability="B").status_code == 302
    newest, oldest = source.history.all()
    assert (oldest.reliability, newest.reliability, newest.history_user.username) == ("unreviewed", "B", "desk")


def test_the_desk_shows_the_history_of_a_record(desk):
    source = make.source()
    change(desk, source, name="The Observatory")
    page = desk.get(reverse("admin:reports_source_history", args=[source.pk]))
    assertContains(page, "desk")
    old = source.history.last()
    form = desk.get(reverse("admin:reports_source_simple_history", args=[source.pk, old.pk]))
    assertContains(form, "Syrian Observatory for Human Rights")


def test_a_name_that_was_taught_has_its_own_history(desk):
    alias = teach("the monitor", source=make.source())
    assert alias.history.get().history_type == "+"


def test_the_countries_of_a_front_are_kept_with_it(desk):
    front = make.front()
    front.countries.add(make.country("IQ", "Iraq"))
    newest = front.history.first()
    assert {row.country.iso2 for row in newest.countries.all()} == {"SY", "IQ"}


@pytest.mark.parametrize("register", ["country", "front", "group", "source", "place", "alias"])
def test_each_register_opens(desk, register):
    assert desk.get(reverse(f"admin:reports_{register}_changelist")).status_code == 200
