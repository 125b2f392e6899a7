"""What an open page asks again and again: cheap while nothing is new, different when anything it shows is."""

import pytest

from reports.models import Claim
from reports.workflow.review import correct
from tests import factories as real
from tests.public import making as make

pytestmark = pytest.mark.django_db
LIVE = "/live.json"


def state(client, query: str = "") -> dict:
    return client.get(f"{LIVE}{query}").json()


def test_the_page_carries_the_stamp_that_the_answer_gives(client, war):
    page = client.get("/fronts/aleppo-2016/", {"kind": "shelling"}).content.decode()
    assert f'data-stamp="{state(client, "?front=aleppo-2016&kind=shelling")["stamp"]}"' in page
    assert 'data-url="/live.json?front=aleppo-2016&amp;kind=shelling"' in page


def test_while_nothing_is_new_the_answer_is_304(client, war):
    tag = client.get(LIVE)["ETag"]
    assert client.get(LIVE, headers={"If-None-Match": tag}).status_code == 304


def test_another_fronts_publication_is_no_news_here_and_no_new_bytes(client, war):
    here, everywhere = state(client, "?front=mosul-2016"), state(client)
    tag = client.get(f"{LIVE}?front=mosul-2016")["ETag"]
    report = make.report("A convoy left Aleppo on Sunday.")
    convoy = make.development(report.text, of=report, fronts=[make.front("aleppo-2016")])
    make.publish(convoy)
    assert state(client, "?front=mosul-2016") == here
    assert client.get(f"{LIVE}?front=mosul-2016", headers={"If-None-Match": tag}).status_code == 304
    assert state(client)["total"] == everywhere["total"] + 1


@pytest.mark.parametrize(
    ("kind", "changes"), [("figure", {"low": 13}), ("location", {"latitude": 36.3}), ("development", {"type": "clash"})]
)
def test_a_correction_is_news(client, war, kind, changes):
    before = state(client)
    claim = Claim.objects.filter(kind=kind).with_parts().first()
    correct(claim, real.person("Sami"), changes, why="counted again")
    after = state(client)
    assert (after["total"], after["stamp"] == before["stamp"]) == (before["total"], False)


def test_a_page_of_the_past_asks_for_nothing(client, war):
    assert "data-stamp" not in client.get("/", {"known": "2016-12-11"}).content.decode()
