"""The page of a place that lists the same name in other reports, and has a worker move what nobody decided on."""

import pytest
from django.urls import reverse

from reports.models import Relocation
from reports.workflow.relocate import relocate
from tests.desk.conftest import client_of
from tests.workflow.test_relocate import karma, mention

pytestmark = pytest.mark.django_db


def address(place):
    return reverse("admin:reports_place_namesakes", args=[place.pk])


def test_it_lists_moves_and_tells(desk):
    place, other = karma(), mention()
    page = desk.get(address(place)).content.decode()
    assert "1 undecided mention bears this name" in page
    assert f"#c-{other.claim.public_id}" in page
    assert "A worker moves them" in desk.post(address(place), follow=True).content.decode()
    relocate(Relocation.objects.get().pk)
    page = desk.get(address(place)).content.decode()
    assert "1 moved, 0 left" in page
    assert f'/review/#c-{other.claim.public_id}">' in page
    assert "No undecided mention of this name stands elsewhere" in page


def test_the_place_s_own_page_leads_there(desk):
    place = karma()
    assert address(place) in desk.get(reverse("admin:reports_place_change", args=[place.pk])).content.decode()


def test_it_is_for_the_desk_only():
    place = karma()
    nobody = client_of("nobody", name="nobody")
    assert (nobody.get(address(place)).status_code, nobody.post(address(place)).status_code) == (403, 403)
    assert not Relocation.objects.exists()
