"""Nominatim as a last resort, against a server of our own that answers, is late, sends rubbish, or refuses."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from reports.geocoding import ChainGeocoder, Nominatim, locate

from .conftest import named

ANSWER = [
    {
        "osm_type": "node", "osm_id": 42, "lat": "48.5", "lon": "37.9", "display_name": "Xyzzyvka, Ukraine",
        "name": "Xyzzyvka", "addresstype": "village", "address": {"country_code": "ua"},
    }
]  # fmt: skip


class Fake(BaseHTTPRequestHandler):
    """Answers as the server's `mode` says, and keeps the questions."""

    def do_GET(self):
        self.server.asked.append((parse_qs(urlparse(self.path).query), self.headers["User-Agent"]))
        mode = self.server.mode
        if mode == "late":
            time.sleep(1.0)
        body = {"rubbish": b"<html>", "odd": b'[{"lat": "x"}]', "list": b"[1, 2]"}.get(
            mode, json.dumps(ANSWER).encode()
        )
        self.send_response(429 if mode == "refuses" else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body if mode != "none" else b"[]")

    def log_message(self, *args):
        """Keep quiet."""


@pytest.fixture
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Fake)
    running.asked, running.mode = [], "answers"
    thread = threading.Thread(target=running.serve_forever, args=[0.02], daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def nominatim(server):
    host = f"127.0.0.1:{server.server_address[1]}"
    return Nominatim("frontdesk tests", domain=host, scheme="http", timeout=0.3, delay=0.0)


def test_it_marks_its_answers(nominatim):
    raw = nominatim.geocode("Xyzzyvka", country_codes="UA").raw
    assert (raw["gazetteer"], raw["id"], raw["kind"], raw["country"]) == ("nominatim", "node/42", "village", "UA")


def test_it_says_who_asks_and_where_to_look(nominatim, server):
    nominatim.geocode("Xyzzyvka", country_codes=["UA"])
    question, agent = server.asked[0]
    assert (question["countrycodes"], agent) == (["ua"], "frontdesk tests")


def test_it_asks_the_same_only_once(nominatim, server):
    for _ in range(3):
        nominatim.geocode("Xyzzyvka", country_codes="UA")
    assert len(server.asked) == 1


@pytest.mark.parametrize("mode", ["late", "rubbish", "odd", "list", "refuses"])
def test_a_failure_is_a_row_and_never_an_exception(nominatim, server, gazetteer, document, mode):
    server.mode = mode
    chain = ChainGeocoder(gazetteer, nominatim=nominatim)
    located = locate(document(named("Xyzzyvka"), named("Bakhmut"), country="UA"), chain)
    assert [u.text for u in located.unresolved] == ["Xyzzyvka"]
    assert "Nominatim did not answer" in located.unresolved[0].reason
    assert located.places[1].latitude is not None


def test_no_answer_is_no_failure(nominatim, server):
    server.mode = "none"
    assert nominatim.geocode("Xyzzyvka") is None
    assert nominatim.failures == {}


def test_it_is_left_alone_after_three_failures(nominatim, server):
    server.mode = "rubbish"
    for name in ("One", "Two", "Three", "Four"):
        assert nominatim.geocode(name) is None
    assert len(server.asked) == 3
    assert "left alone" in nominatim.failures["Four"]


def test_it_is_asked_only_for_what_the_gazetteer_does_not_know(nominatim, server, gazetteer, document):
    located = locate(
        document(named("Xyzzyvka"), named("Bakhmut"), country="UA"), ChainGeocoder(gazetteer, nominatim=nominatim)
    )
    assert [p.gazetteer for p in located.places] == ["nominatim", "geonames"]
    assert {question["q"][0] for question, _ in server.asked} == {"Xyzzyvka"}


def test_it_is_never_asked_unless_it_is_passed_in(gazetteer):
    assert ChainGeocoder(gazetteer).geocode("Xyzzyvka", country_codes="UA") is None


def test_it_wants_a_user_agent():
    with pytest.raises(ValueError, match="user agent"):
        Nominatim("  ")
