"""The registers: every list opens, finds by any name, and asks a number of queries that does not grow with its rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains

from reports.models import Alias, Front, Group, Place, Source
from tests import factories as make

from .conftest import client_of

pytestmark = pytest.mark.django_db
REGISTERS = ("country", "front", "group", "source", "place", "alias")


def populate(first: int, last: int) -> None:
    for number in range(first, last):
        group = make.group(f"group-{number}", f"Group {number}")
        front = make.front(f"front-{number}-2016", f"Front {number}")
        source = make.source(f"source-{number}", f"Source {number}", affiliation=group)
        place = Place.objects.create(name=f"Place {number}", kind="town", country=make.country())
        for owner, row in (("group", group), ("front", front), ("source", source), ("place", place)):
            Alias.objects.create(text=f"other{owner}{number}", language="fr", **{owner: row})


@pytest.fixture
def world():
    populate(0, 4)


@pytest.mark.parametrize("model", REGISTERS)
def test_a_list_asks_no_more_queries_for_more_rows(desk, world, model, django_assert_num_queries):
    address = reverse(f"admin:reports_{model}_changelist")
    with CaptureQueriesContext(connection) as few:
        desk.get(address)
    populate(4, 14)
    with django_assert_num_queries(len(few)):
        assert desk.get(address).status_code == 200


@pytest.mark.parametrize("model", ["front", "group", "source", "place"])
def test_a_record_is_found_by_any_of_its_names_once(desk, world, model):
    page = desk.get(reverse(f"admin:reports_{model}_changelist"), {"q": f"other{model}2"})
    assert [row.name for row in page.context["cl"].result_list] == [f"{model.title()} 2"]


@pytest.mark.parametrize("model", [*REGISTERS, "decision", "reading", "report"])
def test_every_form_opens(desk, world, report, model):
    admin = client_of("editor", "reviewer", "publisher", name="desk")
    row = {"front": Front, "group": Group, "source": Source, "place": Place, "alias": Alias}.get(model)
    if row:
        address = reverse(f"admin:reports_{model}_change", args=[row.objects.first().pk])
    else:
        address = reverse(f"admin:reports_{model}_changelist")
    assert admin.get(address).status_code == 200


def test_an_alias_that_an_editor_changes_is_no_longer_a_shipped_one(desk):
    group = make.group()
    alias = Alias.objects.create(text="Daesh", group=group, shipped=True)
    form = {"text": "Daech", "language": "fr", "kind": "alias", "group": group.pk}
    desk.post(reverse("admin:reports_alias_change", args=[alias.pk]), form)
    alias.refresh_from_db()
    assert (alias.text, alias.folded, alias.shipped) == ("Daech", "daech", False)


def test_a_place_that_an_editor_keeps_is_the_desks_own(desk):
    form = {
        "name": "Dabiq",
        "kind": "town",
        "country": make.country().pk,
        "latitude": "36.54",
        "longitude": "37.27",
        "radius_km": "2",
        "where_prec": "1",
        "aliases-TOTAL_FORMS": "0",
        "aliases-INITIAL_FORMS": "0",
    }
    desk.post(reverse("admin:reports_place_add"), form)
    assert Place.objects.get().set_by.username == "desk"


def test_a_front_of_a_new_year_takes_its_own_names(desk):
    form = {
        "name": "Palmyra",
        "slug": "palmyra-2016",
        "countries": [make.country().pk],
        "started": "2016-12-08",
        "front_sides-TOTAL_FORMS": "0",
        "front_sides-INITIAL_FORMS": "0",
        "aliases-TOTAL_FORMS": "1",
        "aliases-INITIAL_FORMS": "0",
        "aliases-0-text": "Tadmur",
        "aliases-0-language": "en",
        "aliases-0-kind": "name",
    }
    reply = desk.post(reverse("admin:reports_front_add"), form)
    assert reply.status_code == 302
    assert Front.objects.get(slug="palmyra-2016").aliases.get().folded == "tadmur"


def test_the_other_name_of_a_group_leads_its_autocomplete(desk, world):
    reply = desk.get(
        "/admin/autocomplete/",
        {"app_label": "reports", "model_name": "source", "field_name": "affiliation", "term": "othergroup3"},
    )
    assert [row["text"] for row in reply.json()["results"]] == ["Group 3"]


def test_the_list_of_fronts_names_their_countries(desk, world):
    assertContains(desk.get(reverse("admin:reports_front_changelist")), "Syria")
