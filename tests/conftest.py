"""Shared by all tests: plain static files, no broker unless a test asks for one, and a database that can be emptied."""

import gc
import os

# Playwright keeps an event loop in the main thread, and Django would refuse its database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# The reader as it stands, also in workers that tests start: `make compile` has tried what it made of it.
os.environ.setdefault("FRONTDESK_COMPILED", "0")

import pytest
from django.core.management import CommandError
from django.core.signals import setting_changed
from django.db import OperationalError, connections
from django.dispatch import receiver
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from reports.models import promises

gc.set_threshold(100_000, 20, 20)  # tests drop objects by the million: looking for cycles less often saves time
# No test fails for the time that it takes: several lanes share the machine, and drawing an example may be slow there.
settings.register_profile("shared-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared-machine")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite in a file, as in production: other threads (browser tests) and processes (workers) see the same rows."""
    database = connections["default"].settings_dict
    if connections["default"].vendor == "sqlite":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Files under their own names, looked up when asked for: listing all of them takes each new client a third of a
    second."""
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@receiver(setting_changed)
def forget_kept_answers(**kwargs):
    """In a running site settings never change; where a test changes one, answers made before it are no longer true."""
    from reports.public import answers

    answers.forget()


@pytest.fixture(autouse=True)
def no_broker(request, settings):
    """Tasks run where they are called, unless the test is marked `broker`."""
    if "broker" not in request.keywords:
        from frontdesk.celery import app
        from reports import tasks  # noqa: F401  (registers the task that is called by name)

        settings.CELERY_TASK_ALWAYS_EAGER = True
        app.conf.task_always_eager = True
        app.conf.task_eager_propagates = True
        yield
        app.conf.task_always_eager = False
    else:
        yield


def _empty_all_tables(self):
    """The ledger refuses to be emptied, as it should: lift the promises while a transactional test cleans up."""
    lifted = [connections[alias] for alias in self._databases_names(include_mirrors=False)]
    for attempt in range(5):
        try:
            for connection in lifted:
                promises.remove(connection)
            _flush(self)
            break
        except (OperationalError, CommandError):  # a request of the page that was just closed holds a lock: once more
            if attempt == 4:
                raise
    for connection in lifted:
        promises.install(connection)


_flush = TransactionTestCase._fixture_teardown
TransactionTestCase._fixture_teardown = _empty_all_tables
