"""The war of four sentences that the tests of the pages look at."""

import pytest

from tests.public.war import a_war


@pytest.fixture
def war(db):
    return a_war()
