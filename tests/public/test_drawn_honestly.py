"""From a pasted text to the public map: a pin only where the spot is exact, an area for the rest, nothing in the middle
of a country or a river. The reader, the gazetteer, the review and the map's data are the real ones.
"""

from datetime import date, timedelta

import pytest

from reports.geocoding.schema import WHERE_PREC
from reports.models import Claim, Location, Reading
from reports.workflow.publish import publish_report
from reports.workflow.read import claim_reading, read_and_store
from reports.workflow.review import correct, missing_for_publication
from tests import factories as make

from .test_api import GEOJSON

pytestmark = pytest.mark.django_db

TEXT = """- Donbas -
Ukrainian troops repelled an attack in Bakhmut on Monday.
Russian shells hit Robotyne on Monday.
Three civilians were killed by shelling in Zaporizhzhia region on Monday.
Russian troops advanced on Monday to within 10 kilometres of Kupiansk.
Fighting was reported across Ukraine on Monday.
Boats exchanged fire on the Dnipro River on Monday.
Shelling hit eastern Kharkiv on Monday.
"""


@pytest.fixture
def drawn(client) -> dict[str, dict]:
    """The map's features by the words that they stand on, once all that may be published is public."""
    make.country("UA", "Ukraine")
    front = make.front("donbas-2022", "Donbas", "UA", started=date(2022, 2, 24), ended=None)
    by, report = make.person(), make.report(TEXT, published=date(2023, 9, 5))
    reading = Reading.objects.create(report=report)
    read_and_store(claim_reading(reading.pk, again_after=timedelta(0)))
    for claim in Claim.objects.filter(report=report).with_parts():
        if claim.kind == "development" and not claim.development.front_links.exists():
            correct(claim, by, {"fronts": [front.pk], "new_front": ""})
        elif not missing_for_publication(claim) or claim.kind != "location":
            correct(claim, by, {"source": report.outlet.pk})
    publish_report(report, by)
    features = client.get(GEOJSON).json()["features"]
    return {feature["properties"]["marked"]: feature["properties"] for feature in features}


def test_only_an_exact_spot_is_a_pin(drawn):
    assert {words for words, about in drawn.items() if about["precise"]} == {"Bakhmut"}
    assert drawn["Bakhmut"]["where_prec"] == 1


@pytest.mark.parametrize(
    ("words", "where_prec", "least_km"),
    [
        ("Robotyne", 2, 3),  # a village that our theatre file put there from memory of maps
        ("Zaporizhzhia region", 4, 50),
        ("Kupiansk", 2, 10),  # "within 10 kilometres of"
        ("eastern Kharkiv", 2, 3),
    ],
)
def test_the_rest_are_areas_as_wide_as_they_are_unsure(drawn, words, where_prec, least_km):
    about = drawn[words]
    assert (about["precise"], about["where_prec"]) == (False, where_prec)
    assert about["radius_km"] >= least_km


def test_nothing_is_drawn_in_the_middle_of_a_country_or_a_river(drawn):
    assert {"Ukraine", "Dnipro River", "Dnipro"} & set(drawn) == set()
    found = Location.objects.filter(place_kind__in=("country", "river"))
    assert all(place.latitude is None and place.longitude is None for place in found)
    assert all(WHERE_PREC[kind] > 1 for kind in ("country", "river", "province", "region", "district", "road"))
