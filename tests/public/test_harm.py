"""What was hidden so that it harms nobody is on no page, in no export, in no search, and not in the past either."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from reports.models import Claim
from reports.models.vocabulary import Action
from reports.workflow.areas import Area
from reports.workflow.harm import blur, delay, lift, withhold
from reports.workflow.review import correct
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = (
    "Shells fell on the clinic of Binnish on Sunday, and three nurses of Binnish died. "
    "Medics in Bennesh asked for blood. Rebels left two villages on Sunday."
)
PROVINCE = Area("Idlib", "province", "SY", 35.78, 36.68, 42.0, 4)
SPOT = "/map/place.json?at=35.7800,36.6800,42"
SECRET = re.compile(
    r"binn?ish|bennesh|(?<!:)(?<!%3A)(35\.95|36\.71)|█", re.IGNORECASE
)  # no seconds of a time, in a link either


@pytest.fixture
def by():
    return make.person("Sami", "publisher")


@pytest.fixture
def report(by):
    report = make.report(TEXT, headline="Clinic hit in Binnish")
    shelling = make.development(report, TEXT[: TEXT.index(" Medics")], type="shelling")
    figure = make.figure(shelling, "three nurses of Binnish died", subject="nurses of Binnish", low=3, high=3)
    place = make.location(shelling, "Binnish", latitude=35.956, longitude=36.715)
    figure.locations.add(place)
    make.control(shelling, "clinic of Binnish", at=place)
    asked = make.development(report, "Medics in Bennesh asked for blood.")
    make.location(asked, "Bennesh", name="Binnish", latitude=35.956, longitude=36.715)
    make.development(report, "Rebels left two villages on Sunday.", type="withdrawal")
    make.publish(report, by)
    return report


def the(kind: str) -> Claim:
    return Claim.objects.filter(kind=kind).with_parts().order_by("start")[0]


def shown_at():
    """Just after everything was published."""
    return Claim.objects.order_by("-published_at").values_list("published_at", flat=True)[0] + timedelta(microseconds=1)


def surfaces(client, report) -> dict[str, str]:
    """Everything that readers and programs can ask for, by address."""
    past = shown_at().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    addresses = [
        *("/", "/fronts/aleppo-2016/", "/countries/SY/", "/sources/afp/", f"/reports/{report.public_id}/", "/claims/"),
        *("/corrections/", "/api/v1/fronts", "/api/v1/developments.geojson", "/api/v1/figures.csv"),
        *("/map/points.json?box=-180,-90,180,90&zoom=3", SPOT),
        *("/embed/fronts/aleppo-2016/", "/embed/fronts/aleppo-2016/figures/"),
        *PAST_VIEWS,
    ]
    found = {address: client.get(address.replace("PAST", past)) for address in addresses}
    missing = {address for address, answer in found.items() if answer.status_code != 200}
    assert missing <= {SPOT}  # a spot of the map where nothing stands is none
    return {address: answer.content.decode() for address, answer in found.items()}


# Of the past, and of only what was reported: before the claim was hidden, all stood there.
PAST_VIEWS = [
    f"{path}?{clock}=PAST"
    for path in ("/", "/fronts/aleppo-2016/", "/corrections/", "/api/v1/developments.geojson", "/api/v1/figures.csv")
    for clock in ("known", "desk")
]


def telling(pages: dict[str, str], secret: re.Pattern[str]) -> dict[str, str]:
    return {address: found.group() for address, page in pages.items() if (found := secret.search(page))}


def test_a_blurred_place_is_told_nowhere(client, report, by):
    assert telling(surfaces(client, report), SECRET).keys() >= {"/fronts/aleppo-2016/", "/api/v1/developments.geojson"}
    correct(the("location"), by, {"latitude": 35.957}, why="a better fix")
    blur(the("location"), PROVINCE, by, "the clinic was hit twice")
    pages = surfaces(client, report)
    assert telling(pages, SECRET) == {}
    assert "Idlib" in pages["/api/v1/developments.geojson"]
    assert "the clinic was hit twice" in pages["/corrections/"]


def test_it_cannot_be_searched_for(client, report, by):
    blur(the("location"), PROVINCE, by, "the clinic was hit twice")
    counts = client.get("/api/v1/developments.geojson", {"q": "binnish"}).json()["counts"]
    assert counts["developments"] == 0
    assert client.get("/api/v1/developments.geojson", {"q": "clinic"}).json()["counts"]["developments"] == 1


def test_showing_it_again_shows_it_everywhere(client, report, by):
    before = telling(surfaces(client, report), SECRET)
    blur(the("location"), PROVINCE, by, "the clinic was hit twice")
    lift(the("location"), Action.BLUR, by, "the clinic has moved")
    assert telling(surfaces(client, report), SECRET).keys() >= before.keys()


@pytest.mark.parametrize("kind", ["withheld", "delayed"])
def test_what_is_withheld_or_delayed_is_told_nowhere_even_where_full_texts_are_shown(client, report, by, kind):
    report.outlet.full_text_public = True
    report.outlet.save()
    if kind == "withheld":
        withhold(the("development"), by, "people are on the road")
    else:
        delay(the("development"), timezone.now() + timedelta(hours=3), by, "people are on the road")
    pages = surfaces(client, report)
    assert telling(pages, re.compile("Shells fell|nurses")) == {}
    assert "people are on the road" in pages["/corrections/"]
    assert f"development {kind}" in pages["/corrections/"].lower()


def test_a_withheld_place_is_named_neither_by_its_sentence_nor_by_who_holds_it(client, report, by):
    for place in Claim.objects.filter(kind="location").with_parts():
        withhold(place, by, "the clinic was hit twice")
    assert telling(surfaces(client, report), SECRET) == {}


def test_a_withheld_figure_is_covered_in_its_sentence(client, report, by):
    withhold(the("figure"), by, "the families do not know yet")
    pages = surfaces(client, report)
    assert telling(pages, re.compile("three nurses")) == {}
    assert "Shells fell on the clinic of Binnish" in pages["/fronts/aleppo-2016/"]


def test_the_page_of_a_report_says_that_something_is_held_back_and_no_more(client, by, report):
    assert 'id="held-back"' not in client.get(report.get_absolute_url()).content.decode()
    place = the("location")
    blur(place, PROVINCE, by, "an aid route")
    page = client.get(report.get_absolute_url()).content.decode()
    assert 'id="held-back"' in page
    assert not SECRET.search(page)
    lift(the("location"), Action.BLUR, by, "over now")
    assert 'id="held-back"' not in client.get(report.get_absolute_url()).content.decode()
