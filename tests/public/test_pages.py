"""The pages as readers meet them: what is public, linked to its words, without cookies, in constant queries."""

import re
from datetime import date

import pytest
from django.urls import reverse

from reports.models import Claim, Development, Figure
from reports.workflow.review import correct
from tests import factories
from tests.public import making as make

pytestmark = pytest.mark.django_db
WORLD = {"box": "-180,-90,180,90", "zoom": "3"}


def text(client, path: str, **query) -> str:
    answer = client.get(path, query)
    assert answer.status_code == 200, path
    return answer.content.decode()


def pages(war) -> list[str]:
    return [
        *("/", "/claims/", "/corrections/", "/method/", war.get_absolute_url()),
        *("/fronts/aleppo-2016/", "/countries/SY/", "/groups/islamic-state/", "/sources/observatory/"),
    ]


class TestEveryPage:
    def test_it_sets_no_cookie_and_gives_the_same_bytes_twice(self, client, war):
        for path in pages(war):
            first, second = client.get(path), client.get(path)
            assert first.status_code == 200, path
            assert not first.cookies
            assert first.content == second.content

    def test_it_has_no_inline_script_or_style(self, client, war):
        for path in pages(war):
            html = text(client, path)
            assert " style=" not in html
            assert "<style" not in html
            for attributes in re.findall(r"<script([^>]*)>", html):
                assert "src=" in attributes or re.search(r'type="application/(ld\+)?json"', attributes), path

    def test_it_never_shows_what_nobody_reviewed(self, client, war):
        for path in pages(war):
            assert "Nobody has reviewed" not in text(client, path), path

    def test_it_speaks_of_a_demonstration_only_where_it_is_one(self, client, war, settings):
        assert "demonstration" not in text(client, "/")
        settings.DEMO = True
        assert "demonstration" in text(client, "/")

    def test_it_is_laid_out_from_right_to_left_where_arabic_is_offered(self, client, war, settings):
        settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
        assert '<html lang="ar" dir="rtl">' in text(client, "/ar/")

    def test_every_link_within_the_site_leads_somewhere(self, client, war):
        links = {
            link
            for path in pages(war)
            for link in re.findall(r'href="(/[^"#?]*)', text(client, path))
            if not link.startswith(("/static/", "/admin/"))
        }
        assert len(links) > 10
        for link in links:
            assert client.get(link).status_code == 200, link

    @pytest.mark.parametrize("path", ["/fronts/nowhere/", "/reports/none/", "/countries/ZZ/", "/nothing"])
    def test_what_is_not_there_is_a_page_that_says_so(self, client, db, path):
        answer = client.get(path)
        assert answer.status_code == 404
        assert b"There is no such page" in answer.content


class TestHome:
    def test_it_says_how_fresh_it_is(self, client, war):
        html = text(client, "/")
        assert "As of 17:00 UTC, 11 December 2016" in html
        assert "3 fronts" in html
        assert "2 countries" in html

    def test_it_lists_fronts_by_country_with_their_main_figure(self, client, war):
        html = text(client, "/")
        aleppo = html[html.index('href="/fronts/aleppo-2016/"') :]
        assert html.index('id="country-IQ"') < html.index('id="country-SY"')
        assert "at least 12" in aleppo[:1500]

    def test_filters_narrow_map_list_and_fronts_alike(self, client, war):
        answer = client.get("/", {"country": "SY", "group": "islamic-state"})
        context = answer.context
        assert context["total"] == 1
        assert context["unplaced"] == 0
        points = client.get(reverse("map_points"), {"country": "SY", "group": "islamic-state"} | WORLD).json()
        assert [sum(row[2:6]) for row in points["rows"]] == [1]
        fronts = {row.front.slug for _country, rows in context["countries"] for row in rows}
        assert fronts == {"raqqa-2016", "aleppo-2016"}, "the sentence is of both"

    def test_what_is_only_foreseen_leads_no_list(self, client, war):
        report = make.report("The stocks will last to the end of the year in Aleppo.")
        told = {"date_start": date(2016, 12, 11), "date_end": date(2016, 12, 31)}
        make.publish(make.development(report.text, of=report, fronts=[make.front()], **told))
        answer = client.get("/")
        newest = answer.context["page"].object_list
        assert newest.index(next(one for one in newest if one.sentence.startswith("The stocks"))) > 0
        leads = {row.front.slug: row.newest.sentence for _country, rows in answer.context["countries"] for row in rows}
        assert not leads["aleppo-2016"].startswith("The stocks")

    def test_what_the_filters_leave_can_be_taken_away(self, client, war):
        html = text(client, "/", country="SY", group="islamic-state")
        for file in ("figures.csv", "developments.geojson"):
            assert f'href="/api/v1/{file}?country=SY&amp;group=islamic-state"' in html

    def test_an_unknown_value_is_said_and_the_rest_applies(self, client, war):
        html = text(client, "/", front="alepo", kind="shelling")
        assert "no front is known as “alepo”" in html
        assert "1 development" in html

    def test_before_anything_is_public_it_says_so(self, client, db):
        assert "Nothing has been published yet" in text(client, "/")

    def test_the_number_of_queries_does_not_grow(self, client, war, django_assert_max_num_queries):
        client.get("/?kind=clash")
        with django_assert_max_num_queries(16) as few:
            client.get("/")
        count = len(few)
        text_ = " ".join(f"Guns fired {n} rounds at night number {n}." for n in range(8))
        report = make.report(text_)
        for n in range(8):
            words = f"Guns fired {n} rounds at night number {n}."
            one = make.development(words, of=report, fronts=[make.front(f"night-{n}-2016")], type="shelling")
            make.publish(one, make.figure(f"{n} rounds", n, of=one), make.location("night", of=one))
        client.get("/?kind=clash")
        with django_assert_max_num_queries(count):
            client.get("/")


class TestFront:
    def test_it_holds_map_timeline_figures_and_who(self, client, war):
        html = text(client, "/fronts/aleppo-2016/")
        for part in ('id="map"', 'id="timeline"', 'id="figures"', 'id="developments"', 'id="around-group"'):
            assert part in html

    def test_a_figure_leads_to_its_sentence(self, client, war):
        toll = Figure.objects.get()
        html = text(client, "/fronts/aleppo-2016/")
        assert f'<a href="{war.get_absolute_url()}#c-{toll.claim.public_id}">at least 12</a>' in html

    def test_its_feeds_carry_its_front(self, client, war):
        html = text(client, "/fronts/aleppo-2016/", kind="shelling")
        assert 'href="/api/v1/figures.csv?front=aleppo-2016&amp;kind=shelling"' in html

    def test_the_number_of_queries_does_not_grow(self, client, war, django_assert_max_num_queries):
        with django_assert_max_num_queries(47) as few:
            client.get("/fronts/aleppo-2016/")
        count = len(few)
        report = make.report(" ".join(f"Shelling number {n} killed {n} people." for n in range(6)))
        for n in range(6):
            words = f"Shelling number {n} killed {n} people."
            one = make.development(words, of=report, fronts=[make.front("aleppo-2016")], type="shelling")
            make.publish(one, make.figure(f"{n} people", n, of=one, scope="incremental"))
        client.get("/fronts/aleppo-2016/?kind=clash")
        with django_assert_max_num_queries(count):
            client.get("/fronts/aleppo-2016/")


class TestReport:
    def test_it_shows_the_sentences_that_we_quote_and_no_more(self, client, war):
        html = text(client, war.get_absolute_url())
        assert html.count('class="passage"') == 4
        assert "Nobody has reviewed this" not in html

    def test_the_whole_text_is_shown_where_its_outlet_allows_it(self, client, war):
        war.outlet.full_text_public = True
        war.outlet.save()
        assert "Nobody has reviewed this" in text(client, war.get_absolute_url())

    def test_a_mark_leads_to_what_was_read_and_back(self, client, war):
        toll = Figure.objects.get().claim.public_id
        html = text(client, war.get_absolute_url())
        assert f'<a class="mark mark--figure" href="#read-{toll}" id="c-{toll}">at least 12 people</a>' in html
        assert f'id="read-{toll}"' in html
        assert f'href="#c-{toll}"' in html

    def test_marks_may_lie_within_and_across_each_other(self, client, db):
        report = make.report("It killed 9 people in east Aleppo city on Sunday.")
        one = make.development(report.text, of=report)
        figure = make.figure("9 people in east Aleppo", 9, of=one)
        make.publish(one, figure, make.location("Aleppo", of=one), make.location("east Aleppo city", of=one))
        html = text(client, report.get_absolute_url())
        words = re.search(r'class="passage__words"[^>]*>(.*?)</p>', html, re.S)
        assert re.sub(r"<[^>]*>", "", words[1]) == report.text
        for claim in Claim.objects.public():
            assert html.count(f'id="c-{claim.public_id}"') == 1

    def test_it_says_who_reviewed_by_role_and_what_went_in_bulk(self, client, war):
        Claim.objects.filter(kind="location").update(in_bulk=True)
        html = text(client, war.get_absolute_url())
        assert "accepted in bulk, " in html
        assert re.search(r"reviewed \d+ \w+ \d+ \(reviewer\)", html)

    def test_text_is_never_taken_for_markup(self, client, db):
        report = make.report('Shells hit <script>alert("x")</script> & two villages.')
        make.publish(make.development(report.text, of=report))
        html = text(client, report.get_absolute_url())
        assert '<script>alert("x")' not in html
        assert "&lt;script&gt;alert(" in html

    def test_a_report_of_which_nothing_is_public_is_not_there(self, client, db):
        assert client.get(make.report().get_absolute_url()).status_code == 404


class TestCorrections:
    @pytest.fixture
    def published(self, db):
        report = factories.report()
        development = factories.development(
            report, "The Observatory said at least 40 people were killed in Aleppo on Sunday."
        )
        figure = factories.figure(development)
        factories.publish(report)
        return Figure.objects.get(pk=figure.pk)

    def test_a_correction_after_publication_shows_old_new_why_and_role_but_no_name(self, client, published):
        correct(published.claim, factories.person("Zahra"), {"low": 44.0}, why="The monitor counted again.")
        html = text(client, "/corrections/")
        assert "<del>40</del> → <ins>44</ins>" in html
        assert "The monitor counted again." in html
        assert "Zahra" not in html

    def test_another_source_is_told_by_name_and_an_unnamed_one_in_the_words_of_the_text(self, client, published):
        other = factories.source("other", "Other (not in the register)", unnamed=True)
        Claim.objects.filter(pk=published.claim_id).update(source=other, source_words="medics")
        correct(
            Claim.objects.with_parts().get(pk=published.claim_id),
            factories.person(),
            {"source": factories.source().pk},
            why="It is named above.",
        )
        assert "<del>medics</del> → <ins>Syrian Observatory for Human Rights</ins>" in text(client, "/corrections/")

    def test_what_was_corrected_before_it_was_public_stays_in_the_house(self, client, db):
        report = factories.report()
        development = factories.development(
            report, "The Observatory said at least 40 people were killed in Aleppo on Sunday."
        )
        figure = factories.figure(development)
        correct(figure.claim, factories.person(), {"low": 44.0}, why="A slip of the desk.")
        factories.publish(report)
        assert "A slip of the desk." not in text(client, "/corrections/")

    def test_a_withdrawn_claim_is_gone_from_the_pages_and_told_in_the_ledger(self, client, war):
        make.withdraw(Development.objects.get(type="shelling"), why="The outlet took it back.")
        assert "The outlet took it back." in text(client, "/corrections/")
        assert "Shelling killed" not in text(client, "/")


def test_the_addresses_have_the_names_that_others_use():
    names = ["home", "claims", "corrections", "method"]
    assert [reverse(name) for name in names] == ["/", "/claims/", "/corrections/", "/method/"]
    for name in ("front", "country", "group", "source", "report"):
        assert reverse(name, args=["x"])
