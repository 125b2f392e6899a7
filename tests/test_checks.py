"""The system checks say what would go wrong, and nothing where all is well."""

import pytest

from reports import checks

EVERY = [getattr(checks, name) for name in dir(checks) if name.startswith("check_")]


def ids(check) -> list[str]:
    return [found.id for found in check()]


@pytest.fixture
def sound(settings, tmp_path):
    settings.GAZETTEER_PATH = tmp_path / "gazetteer.sqlite3"
    settings.GAZETTEER_PATH.touch()
    settings.DEMO = False
    return settings


def test_the_defaults_are_sound(sound):
    assert [ids(check) for check in EVERY] == [[]] * len(EVERY)


def test_a_task_may_not_come_back_while_it_runs(sound):
    sound.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 60}
    assert ids(checks.check_time_limits) == ["reports.W001"]


def test_a_reading_may_not_be_taken_from_a_living_worker(sound):
    sound.READING_TAKEN_UP_AFTER = 59
    assert ids(checks.check_time_limits) == ["reports.W002"]


@pytest.mark.parametrize("line", [-0.1, 1.1])
def test_the_confidence_line_lies_between_nought_and_one(sound, line):
    sound.CONFIDENCE_LINE = line
    assert ids(checks.check_confidence_line) == ["reports.E001"]


def test_a_tile_server_needs_its_origin_and_its_due(sound):
    sound.TILES_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    assert ids(checks.check_tiles) == ["reports.E002", "reports.W003"]


def test_a_tile_server_that_is_allowed_and_named_is_fine(sound):
    sound.TILES_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    sound.TILES_ATTRIBUTION = "© the people of example.org"
    sound.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"img-src": ["'self'", "https://tiles.example.org"]}}
    assert ids(checks.check_tiles) == []


def test_production_needs_a_gazetteer(sound, tmp_path):
    sound.GAZETTEER_PATH = tmp_path / "none.sqlite3"
    (found,) = checks.check_gazetteer()
    assert (found.id, found.hint) == ("reports.E003", "Run: python manage.py gazetteer build")


def test_a_demonstration_is_not_for_production(sound):
    sound.DEMO = True
    assert ids(checks.check_demo) == ["reports.W004"]
