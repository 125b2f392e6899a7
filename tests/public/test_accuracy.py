"""The method page tells what was measured, neither rounded up nor without its interval."""

import json
import re

import pytest

from reports.public.accuracy import MEASURES, PATH, accuracy


@pytest.fixture
def told():
    return json.loads(PATH.read_text())


def test_every_measure_it_names_was_measured(told) -> None:
    assert set(MEASURES) <= set(told["measures"])
    assert len(accuracy().measures) == len(MEASURES)


def test_a_share_lies_within_its_interval() -> None:
    for measure in accuracy().measures:
        assert 0 <= measure.low <= measure.share <= measure.high <= 1, measure.name


@pytest.mark.django_db
def test_the_page_shows_the_numbers_of_the_file(client, told) -> None:
    html = client.get("/method/").content.decode()
    complete = told["measures"]["figures: COMPLETE"]
    row = re.search(r"value, kind, modifier and source all right</th>(.*?)</tr>", html)[1]
    shown = [int(number) for number in re.findall(r"(\d+)\s%", row)]
    assert shown == [round(100 * complete[name]) for name in ("share", "low", "high")]
    assert f"{told['reports']} reports with {told['figures']} figures" in html


@pytest.mark.django_db
def test_the_same_can_be_taken_away(client, told) -> None:
    assert client.get("/method/accuracy.json").json() == told
