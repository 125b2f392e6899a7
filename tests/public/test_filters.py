"""One filter module for map, list and exports: what matches, what else could be chosen, and that they agree."""

import pytest
from django.http import QueryDict

from reports.models import Alias, Development
from reports.public.filters import Filters
from tests.public import making as make
from tests.public.war import a_war

pytestmark = pytest.mark.django_db


def filters(query: str = "", **fixed) -> Filters:
    return Filters.of(QueryDict(query), fixed=fixed)


def matched(query: str = "", **fixed) -> list[str]:
    """The first words of each sentence that a query leaves, newest first."""
    asked = filters(query, **fixed)
    found = asked.index.moment.developments(asked.developments())
    return [development.sentence.split(" on ")[0] for development in found]


def figures(query: str) -> list:
    asked = filters(query)
    return asked.index.moment.figures(asked.figures())


def counts(query: str, parameter: str) -> dict[str, int]:
    (facet,) = filters(query).facets([parameter]) or [None]
    return {option.value: option.count for option in facet.options} if facet else {}


class TestMatching:
    def test_it_shows_what_is_public_newest_first(self):
        a_war()
        assert matched() == [
            "Shelling killed at least 12 people in Aleppo",
            "Guns were heard in Kirkuk",
            "Islamic State took a village near Raqa",
            "Police of the group fled Mosul",
        ]

    def test_it_hides_what_was_withdrawn(self):
        a_war()
        make.withdraw(Development.objects.get(type="shelling"))
        assert matched("front=aleppo-2016") == ["Islamic State took a village near Raqa"]

    def test_a_country_is_that_of_the_place_else_of_the_front_else_of_the_heading(self):
        a_war()
        assert len(matched("country=SY")) == 2
        assert matched("country=IQ") == ["Guns were heard in Kirkuk", "Police of the group fled Mosul"]

    def test_a_place_abroad_outweighs_the_country_of_the_front(self):
        report = make.report("Shells from Aleppo hit Kilis across the border.")
        shells = make.development(report.text, of=report, fronts=[make.front("aleppo-2016")])
        kilis = make.location("Kilis", of=shells, at=(36.7, 37.1), country=make.country("TR"))
        make.publish(shells, kilis)
        assert len(matched("country=TR")) == 1
        assert matched("country=SY") == []

    def test_a_group_finds_its_members_too_and_a_role_narrows_it(self):
        a_war()
        assert len(matched("group=islamic-state")) == 2
        assert matched("group=islamic-state&role=target") == ["Police of the group fled Mosul"]
        assert matched("group=islamic-state-police&role=actor") == []

    def test_values_are_alternatives_and_parameters_add_up(self):
        a_war()
        assert len(matched("kind=shelling&kind=capture")) == 2
        assert matched("kind=shelling&kind=capture&front=raqqa-2016") == ["Islamic State took a village near Raqa"]

    def test_a_kind_is_a_type_of_development_or_a_kind_of_figure(self):
        a_war()
        assert matched("kind=killed") == matched("kind=shelling")
        assert [figure.low for figure in figures("kind=killed")] == [12]
        assert figures("kind=wounded") == []

    def test_a_source_is_that_of_the_sentence_or_of_its_figure(self):
        a_war()
        assert matched("source=ministry") == ["Shelling killed at least 12 people in Aleppo"]
        assert len(matched("source=observatory")) == 4
        assert figures("source=observatory") == [], "the toll is the ministry's"

    def test_a_period_keeps_what_overlaps_it(self):
        a_war()
        assert len(matched("from=2016-12-10&to=2016-12-10")) == 1
        assert len(matched("to=2016-12-10")) == 2

    def test_a_search_finds_words_other_spellings_and_other_names(self):
        a_war()
        Alias.objects.create(group=make.group("islamic-state"), text="ISIS")
        assert matched("q=RAQQA") == ["Islamic State took a village near Raqa"]
        assert matched("q=isis") == ["Islamic State took a village near Raqa", "Police of the group fled Mosul"]
        assert matched("q=isis village") == ["Islamic State took a village near Raqa"]
        assert matched('q="took a village"') == ["Islamic State took a village near Raqa"]
        assert matched('q="village a took"') == []
        assert matched("q=hell") == [], "a search begins at the start of a word"
        assert matched("q='%22%25") == []


class TestFacets:
    def test_counts_are_of_distinct_developments(self):
        a_war()
        assert counts("", "front") == {"aleppo-2016": 2, "raqqa-2016": 1, "mosul-2016": 1}
        assert counts("", "country") == {"SY": 2, "IQ": 2}
        assert counts("", "group") == {"islamic-state": 2, "islamic-state-police": 1}
        assert counts("", "kind") == {"shelling": 1, "capture": 1, "withdrawal": 1, "other": 1, "killed": 1}
        assert counts("", "source") == {"observatory": 4, "ministry": 1}

    def test_a_facet_counts_what_its_other_values_would_leave(self):
        a_war()
        assert counts("country=IQ", "country") == {"SY": 2, "IQ": 2}
        assert counts("country=IQ", "kind") == {"withdrawal": 1, "other": 1}

    def test_a_chosen_value_that_leaves_nothing_can_still_be_taken_away(self):
        a_war()
        (facet,) = filters("country=IQ&group=islamic-state&role=actor").facets(["role"])
        assert [(option.value, option.count, option.selected) for option in facet.selected] == [("actor", 0, True)]

    def test_a_toggle_adds_or_takes_away_one_value(self):
        a_war()
        asked = filters("kind=shelling&country=SY&q=aleppo")
        (facet,) = asked.facets(["kind"])
        (shelling,) = [option for option in facet.options if option.value == "shelling"]
        assert shelling.url == "?country=SY&q=aleppo"
        assert asked.url_with_toggled("kind", "capture") == "?country=SY&kind=shelling&kind=capture&q=aleppo"

    def test_what_the_page_stands_for_is_no_choice_but_goes_to_the_feeds(self):
        a_war()
        asked = filters("front=mosul-2016&kind=shelling", front="aleppo-2016")
        assert asked.query() == "kind=shelling"
        assert asked.query(fixed=True) == "front=aleppo-2016&kind=shelling"
        assert "front" not in {facet.parameter for facet in asked.facets()}

    def test_each_option_of_each_facet_leaves_as_many_as_it_says(self):
        a_war()
        for facet in filters("from=2016-12-10").facets():
            for option in facet.options:
                left = filters(f"from=2016-12-10&{facet.parameter}={option.value}").developments()
                assert len(left) == option.count, option

    def test_the_number_of_queries_does_not_grow(self, django_assert_num_queries):
        filters()  # an index that is there already asks what changed since, the first one of a process does not
        make.front("aleppo-2016")
        with django_assert_num_queries(12):  # the tokens, the world's names
            filters("country=SY&group=x").facets()
        a_war()
        with django_assert_num_queries(26):  # and six to weigh claims
            filters("country=SY&group=x").facets()
        with django_assert_num_queries(1):  # is it still the same?
            filters("country=SY&group=y&q=aleppo").facets()


class TestProblems:
    def test_an_unknown_value_is_named_with_those_that_are_known(self):
        make.front("aleppo-2016")
        (problem,) = filters("front=alepo&kind=").problems
        assert (problem.parameter, problem.value, problem.known) == ("front", "alepo", ("aleppo-2016",))

    def test_the_rest_of_the_filters_still_applies(self):
        a_war()
        assert matched("front=alepo&kind=shelling&from=yesterday") == ["Shelling killed at least 12 people in Aleppo"]

    def test_a_search_for_a_null_byte_is_refused_not_an_error(self):
        (problem,) = filters("q=a%00b").problems
        assert problem.parameter == "q"

    def test_a_period_that_ends_before_it_starts_is_refused(self):
        (problem,) = filters("from=2016-12-11&to=2016-12-01").problems
        assert problem.parameter == "to"
