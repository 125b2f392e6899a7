"""What search engines are told: every page with something public, none without, and that each can be opened."""

import re
from urllib.parse import urlsplit

import pytest

from reports.models import Claim, Report
from tests.public import making as make

pytestmark = pytest.mark.django_db


def addresses(client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)</loc>", answer.content.decode())]


def pages(client) -> list[str]:
    return [page for section in addresses(client, "/sitemap.xml") for page in addresses(client, section)]


def test_every_page_it_names_can_be_opened_and_calls_itself_by_that_name(client, war):
    found = pages(client)
    assert len(found) > 10
    for page in found:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert f'<link rel="canonical" href="http://testserver{page}">' in answer.content.decode()


def test_it_names_what_is_public(client, war):
    found = pages(client)
    assert f"/reports/{war.public_id}/" in found
    assert {"/", "/method/", "/fronts/aleppo-2016/", "/fronts/mosul-2016/"} <= set(found)
    assert len(found) == len(set(found))


def test_a_report_that_nobody_reviewed_is_not_named(client, war):
    waiting = make.report("Guns were heard near the bridge on Monday.")
    make.development(waiting.text, of=waiting)
    assert f"/reports/{waiting.public_id}/" not in pages(client)


def test_what_was_withdrawn_is_named_no_more(client, war):
    for claim in Claim.objects.filter(development__fronts__slug="mosul-2016"):
        make.withdraw(claim.development)
    assert "/fronts/mosul-2016/" not in pages(client)


def test_the_time_of_a_report_is_that_of_its_newest_publication(client, war):
    newest = Claim.objects.public().filter(report=Report.objects.get()).latest("visible_from").visible_from
    assert f"<lastmod>{newest:%Y-%m-%d}</lastmod>" in client.get("/sitemap-reports.xml").content.decode()


def test_robots_are_led_to_it(client, db):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_page_with_filters_names_the_page_without_them(client, war):
    answer = client.get("/fronts/aleppo-2016/", {"kind": "shelling"})
    assert '<link rel="canonical" href="http://testserver/fronts/aleppo-2016/">' in answer.content.decode()


def test_an_address_that_is_none_calls_itself_nothing(client, db):
    assert 'rel="canonical"' not in client.get("/fronts/nowhere/").content.decode()
