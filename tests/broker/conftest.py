"""A real broker and real worker processes, on the test database.

The broker is the embedded one on a temporary socket, or the one that REDIS_URL names. Workers are other processes, so
they are told the test database's address, and the tests that use them commit.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as project

from frontdesk.celery import app
from frontdesk.embedded import wait_until_it_answers
from tests.broker.processes import Worker


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty broker, which this process's tasks are sent to as well."""
    with _server(tmp_path_factory) as address:
        before = app.conf.broker_url
        _point_app_at(address)
        yield address
        _point_app_at(before)


@contextmanager
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if address := os.environ.get("REDIS_URL"):
        yield address
        return
    folder = tmp_path_factory.mktemp("b")
    environment = os.environ | {"FRONTDESK_VAR": str(folder)}
    server = subprocess.Popen([sys.executable, "manage.py", "broker"], cwd=project.BASE_DIR, env=environment)
    try:
        assert wait_until_it_answers(folder / "broker.sock"), "the embedded broker did not start"
        yield f"redis+socket://{quote(str(folder / 'broker.sock'))}"
    finally:
        server.terminate()
        server.wait(10)


def _point_app_at(address: str) -> None:
    app.conf.broker_url = address
    app._pool = None
    app.amqp._producer_pool = None


@pytest.fixture
def start_worker(broker: str, transactional_db: None, tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    """Start a worker on the test database; extra keywords are its environment. All are stopped at the end."""
    with app.connection_for_write() as link:
        link.default_channel.client.flushdb()  # the broker is the tests' own: scripts/test chooses an empty one
    workers: list[Worker] = []

    def start(**environment: str) -> Worker:
        workers.append(Worker(broker, tmp_path / f"worker-{len(workers)}.log", **environment))
        return workers[-1]

    yield start
    for worker in workers:
        worker.stop()
