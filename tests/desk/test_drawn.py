"""A script that says what it has drawn is sent what looks different, and ends with what a fresh page would show."""

import re

import pytest

from reports.models import Claim
from tests import factories as make

from .conftest import client_of
from .test_review import BOARD, address, decide, the

pytestmark = pytest.mark.django_db


class Browser:
    """What a script holds of the board: its items by address, and their marks."""

    def __init__(self, client, report):
        self.client, self.report = client, report
        self.items: dict[str, str] = {}
        self.take(self.fresh())

    def fresh(self) -> str:
        return self.client.get(address(self.report, "review")).content.decode()

    def take(self, html: str) -> None:
        if 'id="board"' in html:
            self.layout, self.pinned = re.search(r'id="board" .*?data-drawn="(\w+)" data-pinned="(\w+)"', html).groups()
            self.items = {}
        else:
            self.pinned = re.search(r'id="changes" .*?data-pinned="(\w+)"', html)[1]
        self.items |= items_of(html)

    @property
    def drawn(self) -> str:
        marks = [re.search(r'data-drawn="(\w+)"', item)[1] for item in self.items.values()]
        return " ".join([self.layout, self.pinned, *marks])

    def step(self, name: str, *args, **fields):
        """Take a step as the script does, and draw its answer."""
        where = address(self.report, name, *args)
        reply = self.client.post(where, {**fields, "drawn": self.drawn}, headers=BOARD)
        self.take(reply.content.decode())
        return reply


def items_of(html: str) -> dict[str, str]:
    """Each item's own HTML by its address, but for the version that every form carries."""
    html = re.sub(r'name="(version|csrfmiddlewaretoken)" value="\w*"', "", html.split('id="unresolved"')[0])
    parts = re.split(r'(?=<div class="item item-)', html)[1:]
    return {re.search(r'id="([\w-]+)"', part)[1]: _own(part) for part in parts}


def _own(part: str) -> str:
    """Up to the end of the item's own element."""
    depth = 0
    for tag in re.finditer(r"<(/?)div\b", part):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return part[: tag.end()]
    return part


@pytest.fixture
def browser(desk, report) -> Browser:
    return Browser(desk, report)


def drawn_in(reply) -> set[str]:
    return set(items_of(reply.content.decode()))


def test_a_step_is_answered_with_the_item_it_changed_and_no_other(browser, report):
    toll = the(report, "at least 40", "figure")
    reply = browser.step("review_decide", toll.public_id, action="accept", version=0)
    assert drawn_in(reply) == {f"c-{toll.public_id}"}
    text = reply.content.decode()
    assert 'id="changes" data-version="1"' in text
    assert "1 of " in text
    assert 'id="pins"' not in text


def test_a_script_that_does_not_say_what_it_has_gets_the_whole_board(desk, report):
    reply = decide(desk, the(report, "at least 40", "figure"), "accept", BOARD, version=0)
    assert len(drawn_in(reply)) == Claim.objects.filter(report=report).count()


def test_what_someone_else_decided_meanwhile_is_drawn_with_the_refusal(browser, report):
    toll, place = the(report, "at least 40", "figure"), the(report, "Aleppo on Sunday", "location")
    decide(client_of("editor", name="other"), place, "reject", version=0)
    reply = browser.step("review_decide", toll.public_id, action="accept", version=0)
    assert reply.status_code == 409
    assert drawn_in(reply) == {f"c-{place.public_id}"}


def test_where_cards_come_or_go_the_board_is_drawn_anew(browser, report):
    sentence = the(report, "The Observatory", "development")
    reply = browser.step("review_split", sentence.public_id, words="on Sunday", version=0)
    assert 'id="board"' in reply.content.decode()
    assert browser.items == items_of(browser.fresh())


def test_the_pins_come_again_where_one_of_them_went(browser, report):
    place = the(report, "Aleppo on Sunday", "location")
    place.location.latitude, place.location.longitude = 36.2, 37.16
    place.location.save()
    browser.take(browser.fresh())
    reply = browser.step("review_decide", place.public_id, action="reject")
    assert 'id="pins"' in reply.content.decode()


def test_after_each_step_the_browser_holds_what_a_fresh_page_shows(browser, report):
    toll, sentence = the(report, "at least 40", "figure"), the(report, "The Observatory", "development")
    left = the(report, "Rebels left", "development")
    make.publish(make.report("The ministry said 80 people were killed in Aleppo on Sunday."))
    steps = [
        ("review_decide", toll.public_id, {"action": "accept"}),
        ("review_decide", toll.public_id, {"action": "reopen"}),
        ("review_decide", sentence.public_id, {"action": "background"}),
        ("review_decide", sentence.public_id, {"action": "current"}),
        ("review_decide", left.public_id, {"action": "reject"}),
        ("review_decide", toll.public_id, {"action": "accept"}),
        ("review_rest", {}),
        ("review_decide", sentence.public_id, {"action": "accept"}),
        ("review_publish", {}),
        ("review_withdraw", sentence.public_id, {"why": "The outlet took it back."}),
    ]
    for name, *args, fields in steps:
        assert browser.step(name, *args, **fields).status_code == 200
        assert browser.items == items_of(browser.fresh()), (name, fields)
    toll.refresh_from_db()
    assert toll.published_at
