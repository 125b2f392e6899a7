"""What machines are told of a page: valid JSON-LD that nothing in it can break out of."""

import json
import re

import pytest

from reports.models import Front
from reports.public.structured import json_ld

pytestmark = pytest.mark.django_db


def told(client, path: str) -> dict:
    html = client.get(path).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])


def test_a_front_is_a_dataset_with_its_place_its_time_and_its_files(client, war) -> None:
    data = told(client, "/fronts/aleppo-2016/")
    assert data["@type"] == "Dataset"
    assert data["license"].startswith("https://creativecommons.org/")
    assert data["temporalCoverage"] == "2016-07-01/.."
    for file in data["distribution"]:
        answer = client.get(file["contentUrl"].removeprefix("http://testserver"))
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(file["encodingFormat"])


def test_the_home_page_says_when_anything_was_last_heard(client, war) -> None:
    assert told(client, "/")["dateModified"].startswith("2016-12-11")


def test_a_name_cannot_end_the_element_that_holds_it(client, war) -> None:
    Front.objects.filter(slug="aleppo-2016").update(name="</script><b>&")
    assert told(client, "/fronts/aleppo-2016/")["name"].startswith("</script><b>&")
    assert "<" not in json_ld({"name": "</script>"})
