"""Search: every spelling and every name, any input an answer; the same hits on both engines, since neither is asked."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from reports.models import Alias
from reports.public.filters import Filters
from reports.public.index import current
from reports.public.search import matching
from tests.public import making as make
from tests.public.war import a_war

pytestmark = pytest.mark.django_db

ALEPPO, RAQA, MOSUL, KIRKUK = "Shelling killed", "Islamic State", "Police of", "Guns were"


def hits(asked: str) -> list[str]:
    """The first two words of each sentence that is found, newest first."""
    index = current()
    found = index.moment.developments(index.developments["pk"][matching(index, asked)])
    return [" ".join(one.sentence.split()[:2]) for one in found]


@pytest.fixture
def named(war):
    Alias.objects.create(group=make.group("islamic-state"), text="ISIS")
    Alias.objects.create(group=make.group("islamic-state"), text="IS")
    Alias.objects.create(front=make.front("mosul-2016"), text="Ninawa")
    Alias.objects.create(source=make.source("ministry"), text="Ministry of Defence")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("village", [RAQA]),
        ("vill", [RAQA]),
        ("illage", []),
        ("RAQQA", [RAQA]),
        ("ar-Raqqah", [RAQA]),
        ("near al Raqqah", [RAQA]),
        ('"near ar-Raqqa"', [RAQA]),
        ("killed aleppo", [ALEPPO]),
        ("aleppo killed", [ALEPPO]),
        ("killed mosul", []),
        ('"killed at least"', [ALEPPO]),
        ('"least at killed"', []),
        ("ISIS", [RAQA, MOSUL]),
        ("is", [RAQA, MOSUL]),
        ("isis fled", [MOSUL]),
        ("ninawa", [MOSUL]),
        ("ministry of defence", [ALEPPO]),
        ("ministry of defence aleppo", [ALEPPO]),
        ("guns were heard in kirkuk on sunday", [KIRKUK]),
        ("12", [ALEPPO]),
        ("nobody", []),
        ("'\"%_()*:^-", []),
        ("", []),
    ],
)
def test_words_spellings_phrases_and_names(named, asked, found):
    assert hits(asked) == found


def test_two_words_of_different_sentences_are_no_phrase(war):
    assert hits('"sunday islamic"') == []


@pytest.mark.parametrize("asked", ["\x00", "'; DROP TABLE", '"""', "%", "ﷺ", "a" * 300, "-- *"])
def test_a_page_answers_whatever_is_looked_for(client, war, asked):
    assert client.get("/", {"q": asked}).status_code == 200


class TestAnyInput(TestCase):
    @classmethod
    def setUpTestData(cls):
        a_war()

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.text(max_size=60), st.text(alphabet="\"'*()-: aeIS%_\\٠ﷺİß", max_size=40)))
    def test_no_input_is_an_error_and_every_hit_is_listed(self, asked):
        query = QueryDict(mutable=True)
        query["q"] = asked
        filters = Filters.of(query)
        assert filters.total == len(filters.developments()) <= filters.index.size
