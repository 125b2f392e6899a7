"""The page on which an editor hides a claim from readers, or shows it again."""

import pytest
from django.urls import reverse

from reports.models import Claim
from reports.workflow.publish import publish_report
from reports.workflow.review import accept
from tests import factories as make
from tests.desk.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(report) -> Claim:
    by = make.person("desk", "editor", "publisher")
    for claim in Claim.objects.filter(report=report).with_parts():
        if claim.date_start and claim.source_id:
            accept(claim, by)
    publish_report(report, by)
    claim = Claim.objects.filter(kind="location").with_parts().first()
    claim.location.latitude, claim.location.longitude, claim.location.country_id = 35.86, 36.81, "SY"
    claim.location.save()
    return claim


def address(claim: Claim) -> str:
    return reverse("admin:reports_report_review_hide", args=[claim.report_id, claim.public_id])


def test_the_board_leads_there(desk, place):
    board = desk.get(reverse("admin:reports_report_review", args=[place.report_id]))
    assert address(place) in board.content.decode()


def test_a_place_is_blurred_to_a_province_that_the_page_offers(desk, place):
    assert "Idlib (province" in desk.get(address(place)).content.decode()
    asked = {"step": "blur", "area": "province:Idlib", "why": "the clinic was hit twice"}
    assert desk.post(address(place), asked).status_code == 302
    place = Claim.objects.with_parts().get(pk=place.pk)
    assert (place.location.name, place.location.where_prec) == ("Idlib", 4)
    again = desk.get(address(place)).content.decode()
    assert "Readers see “Idlib” in place of “Aleppo”." in again
    desk.post(address(place), {"lift": "blur", "why": "the clinic has moved"})
    assert Claim.objects.with_parts().get(pk=place.pk).location.name == "Aleppo"


def test_a_delay_says_until_when_in_utc(desk, place):
    refused = desk.post(address(place), {"step": "delay", "why": "people are on the road"})
    assert refused.status_code == 422
    assert "Say until when." in refused.content.decode()
    desk.post(address(place), {"step": "delay", "until": "2040-01-02T18:00", "why": "people are on the road"})
    place.refresh_from_db()
    assert place.delayed_until.isoformat() == "2040-01-02T18:00:00+00:00"


def test_nothing_is_hidden_without_a_reason(desk, place):
    assert desk.post(address(place), {"step": "withhold", "why": ""}).status_code == 422
    place.refresh_from_db()
    assert place.withheld_at is None


def test_an_editor_who_may_not_publish_hides_but_does_not_show_again(place):
    editor = client_of("editor", name="noor")
    assert editor.post(address(place), {"step": "withhold", "why": "asked by the family"}).status_code == 302
    assert editor.post(address(place), {"lift": "withhold", "why": "they agree"}).status_code == 422
    place.refresh_from_db()
    assert place.withheld_at is not None
