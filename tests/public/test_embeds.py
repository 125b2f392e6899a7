"""What other sites show of us: small, without scripts and cookies, dated, and every mark leads back."""

import gzip
import re
from io import BytesIO

import pytest
from PIL import Image

pytestmark = pytest.mark.django_db
FRAMES = ("/embed/fronts/aleppo-2016/", "/embed/fronts/aleppo-2016/figures/")


@pytest.mark.parametrize("path", FRAMES)
class TestAFrame:
    def test_it_may_stand_on_any_site_and_runs_nothing(self, client, war, path) -> None:
        answer = client.get(path)
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert not answer.cookies
        assert b"<script" not in answer.content

    def test_it_says_as_of_when_and_leads_to_the_whole(self, client, war, path) -> None:
        html = client.get(path).content.decode()
        assert "As of" in html
        assert 'href="http://testserver/fronts/aleppo-2016/"' in html

    def test_its_page_and_sheets_come_to_less_than_50_kB(self, client, war, path, settings) -> None:
        html = client.get(path).content
        sheets = re.findall(rb'rel="stylesheet" href="/static/([^"]+)"', html)
        assert sheets
        size = sum(len(gzip.compress((settings.BASE_DIR / "static" / sheet.decode()).read_bytes())) for sheet in sheets)
        assert len(gzip.compress(html)) + size < 50_000

    def test_a_front_that_is_not_there_is_not_found(self, client, war, path) -> None:
        assert client.get(path.replace("aleppo", "nowhere")).status_code == 404


def test_other_pages_stay_out_of_frames(client, war) -> None:
    answer = client.get("/fronts/aleppo-2016/")
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_the_map_draws_what_the_filters_leave(client, war) -> None:
    everything = client.get("/embed/fronts/aleppo-2016/").content.decode()
    captures = client.get("/embed/fronts/aleppo-2016/?kind=capture").content.decode()
    assert everything.count('class="drawn__mark') + everything.count('class="drawn__area') == 2
    assert captures.count('class="drawn__mark') + captures.count('class="drawn__area') == 1


def test_the_page_of_a_front_gives_the_code_of_its_frames(client, war) -> None:
    html = client.get("/fronts/aleppo-2016/").content.decode()
    for path in FRAMES:
        assert f'&lt;iframe src="http://testserver{path}"' in html


@pytest.mark.parametrize(
    ("page", "card"), [("/", "/cards/home.png"), ("/fronts/mosul-2016/", "/cards/fronts/mosul-2016.png")]
)
def test_a_page_names_its_preview_card_and_the_card_is_a_picture(client, war, page, card) -> None:
    html = client.get(page).content.decode()
    assert f'<meta property="og:image" content="http://testserver{card}">' in html
    answer = client.get(card)
    assert answer["Content-Type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
