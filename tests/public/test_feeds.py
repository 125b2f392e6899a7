"""Atom feeds of corrections and of changes: valid by RFC 4287, found from their pages, cheap to ask again."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlparse
from xml.etree import ElementTree

import pytest
import time_machine

from reports.models import Claim
from reports.workflow.harm import lift, withhold
from reports.workflow.publish import withdraw
from reports.workflow.review import correct
from tests import factories as make
from tests.public.test_ledger import START, history  # noqa: F401  (a fixture)
from tests.public.test_past import the

pytestmark = pytest.mark.django_db
CORRECTIONS, CHANGES = "/corrections/feed.atom", "/changes/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {"summary", "content", "published", "rights", "subtitle", "generator", "icon", "logo"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def feed(client, address: str, **query) -> ElementTree.Element:
    answer = client.get(address, query)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def told(client, address: str, **query) -> list[tuple[str, str]]:
    """Titles and what stands below them."""
    entries = feed(client, address, **query).findall(f"{ATOM}entry")
    return [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) for entry in entries]


def flaws(root: ElementTree.Element) -> list[str]:
    """What RFC 4287 would not have, section 4: elements, their number, their texts, persons, links, ids and dates."""
    found = [] if root.tag == f"{ATOM}feed" else [f"{root.tag} is no feed"]
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        names = [child.tag.removeprefix(ATOM) for child in one]
        found += [f"{name}: {names.count(name)} times" for name in ONCE if names.count(name) != 1]
        found += [f"{name}: more than once" for name in AT_MOST_ONCE if names.count(name) > 1]
        found += [f"{one.tag} has a foreign child {child.tag}" for child in one if not child.tag.startswith(ATOM)]
        found += [f"an empty {name}" for name in ONCE if not (one.findtext(f"{ATOM}{name}") or "").strip()]
        found += [] if urlparse(one.findtext(f"{ATOM}id") or "").scheme else ["an id that is no address"]
        for name in ("updated", "published"):
            dates = one.findall(f"{ATOM}{name}")
            found += [f"{name} {date.text}" for date in dates if not INSTANT.fullmatch(date.text or "")]
        links = one.findall(f"{ATOM}link")
        found += ["a link that is not absolute" for link in links if not urlparse(link.get("href")).netloc]
        kinds = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in links]
        found += ["two alternates of one kind"] if len(kinds) != len(set(kinds)) else []
        if one is root or root.find(f"{ATOM}author") is None:
            found += [] if one.findtext(f"{ATOM}author/{ATOM}name") else ["without an author"]
        if "content" not in names and not any(link.get("rel") == "alternate" for link in links):
            found += ["neither content nor an alternate"]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    found += ["an id twice"] if len(ids) != len(set(ids)) else []
    return found


@pytest.mark.parametrize("address", [CORRECTIONS, CHANGES, f"/ar{CORRECTIONS}", f"/fr{CHANGES}"])
def test_a_feed_is_valid_full_or_empty(client, history, address):  # noqa: F811
    full = feed(client, address)
    assert len(full.findall(f"{ATOM}entry")) >= 3
    assert flaws(full) == []
    empty = feed(client, address, to="1990-01-01")
    assert empty.findall(f"{ATOM}entry") == []
    assert flaws(empty) == []


def test_a_correction_is_told_with_old_new_role_and_why(client, history):  # noqa: F811
    withdrawn, corrected, _first = told(client, CORRECTIONS)
    assert withdrawn[0] == "Development withdrawn: “Nobody was hurt in Mosul”"
    assert "<p>of another town</p>" in withdrawn[1]
    assert corrected[0] == "Figure corrected: “at least 70 people were killed”"
    assert "<li>low: <del>70</del> → <ins>72</ins></li>" in corrected[1]
    assert "Sami" not in corrected[1]


def test_the_filters_of_the_page_narrow_its_feed(client, history):  # noqa: F811
    assert len(told(client, CORRECTIONS, front="mosul-2016")) == 1
    assert len(told(client, CORRECTIONS, change="correct", source="ministry")) == 1
    titles = [title for title, _summary in told(client, CHANGES, front="mosul-2016")]
    assert titles == [
        "Taken away · Development: “Nobody was hurt in Mosul”",
        "New · Development: “Troops entered Mosul from the east”",
    ]


@pytest.mark.parametrize(("address", "query"), [
    (CORRECTIONS, {"front": "atlantis"}), (CORRECTIONS, {"q": "shelling"}), (CORRECTIONS, {"change": "embellish"}),
    (CHANGES, {"country": "XX"}), (CHANGES, {"since": "2026-03-01"}), (CHANGES, {"desk": "2026-03-01"}),
])  # fmt: skip
def test_what_is_not_known_is_refused_in_words(client, history, address, query):  # noqa: F811
    answer = client.get(address, query)
    assert answer.status_code == 400
    assert next(iter(query)) in answer.json()["error"]


def test_each_change_is_told_once_and_keeps_its_id_for_ever(client, history):  # noqa: F811
    def ids() -> list[str]:
        return [entry.findtext(f"{ATOM}id") for entry in feed(client, CHANGES).findall(f"{ATOM}entry")]

    first, _second, _third, by = history
    before = ids()
    with time_machine.travel(START + timedelta(days=90), tick=False):
        correct(the(first, "figure"), by, {"low": 44}, why="misread")
        assert ids() == [
            f"tag:testserver,2016:en/claims/{the(first, 'figure').public_id}/4/revised",
            *before,
        ]


def test_a_revision_tells_what_it_changed_and_not_more(client, history):  # noqa: F811
    first, _second, _third, by = history
    correct(the(first, "figure"), by, {"low": 44}, why="misread")
    titles = told(client, CHANGES)
    assert titles[0] == (
        "Revised · Figure: “at least 40 people were killed”",
        "<p>misread</p><ul><li>low: <del>41</del> → <ins>44</ins></li></ul>",
    )
    assert "<del>40</del> → <ins>41</ins>" in titles[3][1]


def test_what_is_withheld_leaves_the_feed_but_for_its_reason(client, history):  # noqa: F811
    first, _second, _third, by = history
    with time_machine.travel(START + timedelta(days=10), tick=False):
        withhold(the(first, "development"), by, "people are on the road")
        assert told(client, CHANGES)[0] == ("Taken away · Development", "<p>people are on the road</p>")
        assert "at least 40" not in client.get(CHANGES).content.decode()
        assert told(client, CORRECTIONS)[0][0] == "Development withheld"
    with time_machine.travel(START + timedelta(days=11), tick=False):
        lift(the(first, "development"), "withhold", by, "they have arrived")
        titles = [title for title, _summary in told(client, CHANGES)]
        assert titles[0].startswith("New · Development: “The Observatory said")
        assert not any(title.startswith("Taken away · Development: “The Obs") for title in titles)


def test_what_was_published_and_taken_away_within_a_minute_is_told_as_taken_away(client, history):  # noqa: F811
    *_others, by = history
    report = make.report("Shells fell on Aleppo at dawn.", entered_by=by)
    make.development(report, "Shells fell on Aleppo at dawn")
    with time_machine.travel(START + timedelta(days=10), tick=False) as clock:
        make.publish(report, by)
        clock.shift(timedelta(minutes=1))
        claim = Claim.objects.with_parts().get(report=report, kind="development")
        withdraw(claim, by, "an old report")
        told_first = told(client, CHANGES, front="aleppo-2016")[0]
    assert told_first == ("Taken away · Development: “Shells fell on Aleppo at dawn”", "<p>an old report</p>")


@pytest.mark.parametrize("address", [CORRECTIONS, CHANGES])
def test_a_reader_that_asks_again_gets_304_until_something_changes(client, history, address):  # noqa: F811
    first, _second, _third, by = history
    answer = client.get(address)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "no-cache" in answer["Cache-Control"]
    assert not answer.cookies
    again = {"HTTP_IF_NONE_MATCH": answer["ETag"]}
    assert (client.get(address, **again).status_code, client.head(address, **again).status_code) == (304, 304)
    correct(the(first, "figure"), by, {"low": 44}, why="misread")
    assert client.get(address, **again).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (
            "/corrections/?front=aleppo-2016&change=correct",
            "/corrections/feed.atom?front=aleppo-2016&amp;change=correct",
        ),
        ("/changes/?kind=killed&since=2026-03-02", "/changes/feed.atom?kind=killed"),
        ("/", "/changes/feed.atom"),
        ("/fronts/aleppo-2016/", "/changes/feed.atom?front=aleppo-2016"),
        ("/countries/SY/", "/changes/feed.atom?country=SY"),
        ("/ar/fronts/aleppo-2016/", "/ar/changes/feed.atom?front=aleppo-2016"),
    ],
)
def test_a_page_names_its_feed(client, history, page, address):  # noqa: F811
    html = client.get(page).content.decode()
    assert f'<link rel="alternate" type="application/atom+xml" href="{address}"' in html
    assert f'<a href="{address}" type="application/atom+xml">' in html
    feed(client, address.replace("&amp;", "&"))


def test_no_control_character_of_a_reason_breaks_the_feed(client, history):  # noqa: F811
    first, _second, _third, by = history
    correct(the(first, "figure"), by, {"low": 45}, why="as\x0b the <b>outlet</b> & others say")
    assert "as the &lt;b&gt;outlet&lt;/b&gt; &amp; others say" in told(client, CORRECTIONS)[0][1]


def test_a_feed_is_as_new_as_its_newest_entry(client, history):  # noqa: F811
    root = feed(client, CORRECTIONS)
    assert datetime.fromisoformat(root.findtext(f"{ATOM}updated")) == START + timedelta(days=3)
