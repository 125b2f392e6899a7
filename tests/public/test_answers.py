"""Answers that are kept: the same as they were, packed or plain, and never older than the last publication."""

import gzip

import brotli
import pytest

from reports.models import Development
from tests.public import making as make

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/",
    "/api/v1/developments.geojson",
    "/embed/fronts/aleppo-2016/",
    "/map/points.json?box=0,0,90,90&zoom=4",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_second_answer_is_the_first_with_all_its_headers(client, war, address):
    first, second = client.get(address), client.get(address)
    assert first.content == second.content
    assert dict(first.items()) == dict(second.items())


@pytest.mark.parametrize(("encoding", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_packed_answer_is_as_long_as_it_says_and_holds_the_plain_one(client, war, address, encoding, unpack):
    plain = client.get(address)
    for _time in ("computed", "kept"):
        packed = client.get(address, headers={"Accept-Encoding": encoding})
        assert packed["Content-Encoding"] == encoding
        assert int(packed["Content-Length"]) == len(packed.content)
        assert unpack(packed.content) == plain.content
        assert "Accept-Encoding" in packed["Vary"]
        assert packed["ETag"] == plain["ETag"]


def test_a_kept_answer_asks_for_the_state_of_the_data_and_nothing_else(client, war, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(1):
        client.get("/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_after_a_withdrawal_nothing_of_it_is_given_again(client, war, address):
    before = client.get(address)
    make.withdraw(Development.objects.get(type="shelling"))
    assert client.get(address).content != before.content


def test_an_answer_of_one_host_is_not_given_to_another(client, war, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    assert b"one.example" in client.get("/", headers={"host": "one.example"}).content
    assert b"one.example" not in client.get("/", headers={"host": "two.example"}).content


def test_a_question_that_is_refused_is_not_kept(client, war):
    assert [client.get("/map/points.json?zoom=x").status_code for _time in range(2)] == [400, 400]
