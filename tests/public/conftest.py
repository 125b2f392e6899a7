"""The war of four sentences that the tests of the pages look at."""

import pytest
from django.utils import translation

from tests.public.war import a_war


@pytest.fixture
def war(db):
    return a_war()


@pytest.fixture(autouse=True)
def in_english():
    """A page in another language leaves that language behind in its thread."""
    with translation.override("en"):
        yield
