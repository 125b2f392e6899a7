"""A desk for tests: people of each role, logged in, and a report that was read into proposals."""

import pytest
from django.test import Client

from reports.models import Reading
from reports.models.vocabulary import ReadingState
from reports.workflow.store import store_claims
from tests import factories as make
from tests.workflow.documents import Doc

TEXT = """- Aleppo -
The Observatory said at least 40 people were killed in Aleppo on Sunday. Rebels left two villages.
- Raqa -
Fighters advanced to within 25 kilometres of Raqa.
Source: AFP
"""


def client_of(*roles: str, name: str = "") -> Client:
    """A browser logged in as a person with these roles."""
    client = Client()
    client.force_login(make.person(name or "-".join(roles), *roles))
    return client


@pytest.fixture
def desk(db) -> Client:
    return client_of("editor", "publisher", name="desk")


def document(text: str = TEXT) -> dict:
    """What a reader could return for TEXT: two headings, three sentences, a toll, a place, a group, one undecided."""
    doc = Doc(text)
    aleppo = doc.section("Aleppo", front="Aleppo", body_start=11, body_end=110)
    raqa = doc.section("Raqa", front="Raqa", body_start=119, body_end=170)
    toll = doc.sentence(
        "The Observatory said at least 40 people were killed in Aleppo on Sunday.",
        section=aleppo,
        date_start="2016-12-11",
        date_end="2016-12-11",
        date_precision="day",
    )
    doc.sentence("Rebels left two villages.", section=aleppo, type="withdrawal")
    doc.sentence("Fighters advanced to within 25 kilometres of Raqa.", section=raqa, type="advance")
    said = doc.source("The Observatory", "Syrian Observatory for Human Rights", [toll])
    place = doc.place("Aleppo", after=20, alternatives=[{"name": "Aleppo", "country": "SY", "kind": "province"}])
    doc.figure("at least 40 people were killed", 40, None, modifier="at_least", place=place, source=said)
    doc.figure("two villages", 2, 2, kind="settlements", unit="villages")
    doc.group("Rebels", "Rebels")
    doc.out["dates"].append(
        {"start": 75, "end": 81, "text": "Sunday", "date_start": "2016-12-11", "date_end": "2016-12-11"}
    )
    doc.out["unresolved"].append({"start": 83, "end": 89, "text": "Rebels", "reason": "several groups are called so"})
    return doc.out


@pytest.fixture
def report(db):
    """A report with its finished reading, and ten proposals; Raqa is a front that the desk does not have."""
    make.front()
    row = make.report(TEXT, headline="Where the fronts stand")
    reading = Reading.objects.create(
        report=row,
        state=ReadingState.DONE,
        result=document(),
        started_at=row.entered_at,
        finished_at=row.entered_at,
    )
    store_claims(reading)
    return row
