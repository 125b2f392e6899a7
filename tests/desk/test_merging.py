"""The page on which one record of the world is merged into another."""

import pytest
from django.urls import reverse

from reports.models import Alias, Front, Place
from tests import factories as make
from tests.desk.conftest import client_of

pytestmark = pytest.mark.django_db


def page_of(record, name: str = "merge") -> str:
    return reverse(f"admin:reports_{record._meta.model_name}_{name}", args=[record.pk])


def records() -> list[tuple]:
    places = [Place.objects.create(name=name, kind="town", country=make.country()) for name in ("Karma", "Karmah")]
    return [
        (make.front(), make.front("halab-2016", "Halab")),
        (make.group(), make.group("daesh", "Daesh")),
        (make.source(), make.source("observatory", "The Observatory")),
        (places[0], places[1]),
    ]


def test_a_record_of_each_kind_is_merged_from_its_own_page(desk):
    for one, other in records():
        assert page_of(other) in desk.get(page_of(other, "change")).content.decode()
        done = desk.post(page_of(other), {"into": one.pk, "why": "two spellings"}, follow=True)
        assert f"“{other}” was merged into “{one}”." in done.content.decode()
        assert f"Merged into {one}" in desk.get(page_of(other, "change")).content.decode()
        listed = desk.get(reverse(f"admin:reports_{other._meta.model_name}_changelist")).context["cl"].result_list
        assert one in listed and other not in listed
        assert other.history.first().history_user.username == "desk"


def test_it_shows_what_will_move(desk):
    other = make.front("halab-2016", "Halab")
    make.development(make.report(), on=other)
    Alias.objects.create(front=other, text="Alep", language="fr")
    moves = desk.get(page_of(other)).context["moves"]
    assert [(one.what, one.number) for one in moves] == [("claims that are not public", 1), ("names", 2)]


def test_without_a_reason_or_another_record_nothing_is_merged(desk):
    one, other = make.front(), make.front("halab-2016", "Halab")
    assert "This field is required" in desk.post(page_of(other), {"into": one.pk, "why": " "}).content.decode()
    assert "valid choice" in desk.post(page_of(other), {"into": other.pk, "why": "the same"}).content.decode()
    assert Front.objects.kept().count() == 2


def test_it_is_for_those_who_publish():
    other = make.front("halab-2016", "Halab")
    editor = client_of("editor")
    assert editor.get(page_of(other)).status_code == 403
    assert page_of(other) not in editor.get(page_of(other, "change")).content.decode()
