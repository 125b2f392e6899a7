"""The read API: same filters as the pages, refusals that help, cells that no spreadsheet runs, nothing that tracks."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from reports.models import Report
from tests.public import making as make

pytestmark = pytest.mark.django_db
GEOJSON, CSV, FRONTS = "/api/v1/developments.geojson", "/api/v1/figures.csv", "/api/v1/fronts"


def rows(client, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"{CSV}{query}").content.decode())))


class TestGeojson:
    def test_a_feature_is_one_place_with_the_sentence_cut_around_it(self, client, war):
        data = client.get(GEOJSON, {"front": "aleppo-2016", "kind": "shelling"}).json()
        (feature,) = data["features"]
        about = feature["properties"]
        assert feature["geometry"] == {"type": "Point", "coordinates": [37.16, 36.2]}
        assert (about["before"], about["marked"], about["after"]) == (
            "Shelling killed at least 12 people in ",
            "Aleppo",
            " on Sunday.",
        )
        assert about["precise"] is True
        assert about["precision"] == "in the city"
        assert about["figures"] == "at least 12 killed"
        assert about["source"] == "Observatory"
        assert about["front"] == "aleppo-2016"

    def test_a_pin_leads_to_its_words_on_the_page_of_its_report(self, client, war):
        (feature,) = client.get(GEOJSON, {"kind": "shelling"}).json()["features"]
        page, anchor = feature["properties"]["url"].split("#")
        assert f'id="{anchor}">Aleppo</a>' in client.get(page).content.decode()

    def test_it_says_how_many_could_not_be_placed(self, client, war):
        counts = client.get(GEOJSON).json()["counts"]
        assert counts == {"developments": 4, "placed": 2, "unplaced": 2, "places": 2}

    def test_a_dateline_is_no_pin(self, client, war):
        report = make.report("Beirut: a truce was announced for the north on Sunday.")
        truce = make.development(report.text, of=report)
        make.publish(truce, make.location("Beirut", of=truce, role="dateline"))
        assert client.get(GEOJSON, {"q": "truce"}).json()["features"] == []

    def test_what_becomes_visible_later_is_not_there_yet(self, client, war):
        from django.utils import timezone

        report = make.report("A convoy left the town on Sunday.")
        convoy = make.development(report.text, of=report)
        make.publish(convoy)
        convoy.claim.visible_from = timezone.now() + timedelta(hours=2)
        convoy.claim.save()
        assert client.get(GEOJSON, {"q": "convoy"}).json()["counts"]["developments"] == 0


class TestFronts:
    def test_a_front_counts_what_matches(self, client, war):
        fronts = {front["slug"]: front["developments"] for front in client.get(FRONTS).json()["fronts"]}
        assert fronts == {"aleppo-2016": 2, "mosul-2016": 1, "raqqa-2016": 1}

    def test_filters_leave_out_fronts_where_nothing_matches(self, client, war):
        fronts = client.get(FRONTS, {"country": "IQ"}).json()["fronts"]
        assert [front["slug"] for front in fronts] == ["mosul-2016"]


class TestCsv:
    def test_a_row_keeps_bounds_source_and_words(self, client, war):
        (row,) = rows(client)
        assert (row["low"], row["high"], row["modifier"]) == ("12", "", "at_least")
        assert (row["source"], row["quote"], row["front"]) == ("ministry", "at least 12 people", "aleppo-2016")
        assert row["date_basis"] == "inferred"
        assert row["url"].startswith("http://testserver/reports/")

    def test_the_filters_are_those_of_the_pages(self, client, war):
        assert len(rows(client, "?kind=killed&source=ministry")) == 1
        assert rows(client, "?country=IQ") == []

    @pytest.mark.parametrize("start", ["=", "+", "-", "@"])
    def test_no_cell_begins_like_a_formula(self, client, db, start):
        words = f"{start}SUM(A1) 7 people"
        report = make.report(f"It said {words} were killed.")
        killed = make.development(report.text, of=report)
        make.publish(killed, make.figure(words, 7, of=killed))
        (row,) = rows(client)
        assert row["quote"] == f"'{words}"


class TestRefusals:
    @pytest.mark.parametrize("path", [GEOJSON, CSV, FRONTS])
    def test_an_unknown_value_is_refused_with_the_known_ones(self, client, war, path):
        answer = client.get(path, {"front": "alepo", "country": "SY"})
        assert answer.status_code == 400
        (problem,) = answer.json()["problems"]
        assert (problem["parameter"], problem["value"]) == ("front", "alepo")
        assert problem["known"] == ["aleppo-2016", "mosul-2016", "raqqa-2016"]

    def test_an_unknown_parameter_is_refused_too(self, client, db):
        (problem,) = client.get(GEOJSON, {"contry": "SY"}).json()["problems"]
        assert problem["parameter"] == "contry"
        assert "country" in problem["known"]

    def test_a_day_that_is_none_is_refused(self, client, db):
        assert client.get(CSV, {"from": "last Sunday"}).status_code == 400

    def test_nothing_can_be_written(self, client, db):
        assert client.post(GEOJSON).status_code == 405

    def test_a_script_that_tries_to_write_is_told_the_methods_not_of_forged_forms(self, db):
        answer = Client(enforce_csrf_checks=True).post(GEOJSON)
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


class TestManners:
    @pytest.mark.parametrize("path", [GEOJSON, CSV, FRONTS, "/robots.txt"])
    def test_no_cookie_is_set_and_the_same_bytes_come_twice(self, client, war, path):
        first, second = client.get(path), client.get(path)
        assert first.content == second.content
        assert not first.cookies

    def test_an_unchanged_answer_is_not_sent_again(self, client, war):
        tag = client.get(GEOJSON)["ETag"]
        assert client.get(GEOJSON, headers={"If-None-Match": tag}).status_code == 304
        make.withdraw(Report.objects.get().claims.get(kind="development", development__type="shelling").development)
        assert client.get(GEOJSON, headers={"If-None-Match": tag}).status_code == 200

    def test_head_has_the_tag_of_get_and_can_be_conditional(self, client, war):
        tag = client.get(GEOJSON)["ETag"]
        assert client.head(GEOJSON)["ETag"] == tag
        assert client.head(GEOJSON, headers={"If-None-Match": tag}).status_code == 304
        make.withdraw(Report.objects.get().claims.get(kind="development", development__type="shelling").development)
        assert client.head(GEOJSON, headers={"If-None-Match": tag}).status_code == 200

    def test_the_number_of_queries_does_not_grow(self, client, war, django_assert_num_queries):
        client.get(FRONTS)  # the index is made
        for query in ({"kind": "shelling"}, {}):
            with django_assert_num_queries(4):  # the generation, the places, two prefetches
                client.get(GEOJSON, query)
            with django_assert_num_queries(1):
                client.get(GEOJSON, query)

    def test_the_addresses_have_names(self):
        assert [reverse(name) for name in ("fronts_api", "developments_geojson", "figures_csv")] == [
            FRONTS,
            GEOJSON,
            CSV,
        ]
