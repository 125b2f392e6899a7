"""The address of a merged record leads to the one that stayed, unless the desk's clock is set to before."""

import pytest
from django.utils import timezone

from reports.workflow.merging import merge
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return make.person("Sami", "publisher")


def test_pages_of_a_merged_front_group_and_source_lead_to_the_one_that_stayed(client, publisher):
    merge(make.front("halab-2016", "Halab"), make.front(), publisher, "the same")
    merge(make.group("daesh", "Daesh"), make.group(), publisher, "the same")
    merge(make.source("observatory", "The Observatory"), make.source(), publisher, "the same")
    ways = {
        "/fronts/halab-2016/?kind=killed": "/fronts/aleppo-2016/?kind=killed",
        "/ar/fronts/halab-2016/": "/ar/fronts/aleppo-2016/",
        "/embed/fronts/halab-2016/": "/embed/fronts/aleppo-2016/",
        "/embed/fronts/halab-2016/figures/": "/embed/fronts/aleppo-2016/figures/",
        "/cards/fronts/halab-2016.png": "/cards/fronts/aleppo-2016.png",
        "/groups/daesh/": "/groups/islamic-state/",
        "/sources/observatory/": "/sources/sohr/",
    }
    for old, new in ways.items():
        answer = client.get(old)
        assert (answer.status_code, answer.get("Location")) == (301, new)


def test_the_other_front_shows_what_the_merged_one_did_and_the_corrections_say_why(client, publisher):
    report = make.report()
    make.development(report, on=make.front("halab-2016", "Halab"))
    make.publish(report, publisher)
    before = timezone.now()
    merge(make.front("halab-2016", "Halab"), make.front(), publisher, "two spellings of one city")
    assert "at least 40 people were killed" in client.get("/fronts/aleppo-2016/").content.decode()
    assert "two spellings of one city" in client.get("/corrections/").content.decode()
    then = client.get("/fronts/halab-2016/", {"desk": before.isoformat()})
    assert (then.status_code, "at least 40 people were killed" in then.content.decode()) == (200, True)
