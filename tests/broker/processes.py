"""Worker processes for tests: started on the test database and broker, killed without mercy."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

LOST_AFTER = "3"  # seconds after which a dead worker's message comes back


def until(holds: Callable[[], object], seconds: float, what: str) -> None:
    """Look again and again until it holds; fail with `what` was waited for."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds:g} s: {what}"
        time.sleep(0.01)


class Worker:
    """A worker process. `kill` is kill -9, to it and to its children: nothing is tidied up."""

    def __init__(self, broker: str, log: Path, **environment: str) -> None:
        self.log = log
        command = ["worker", "--concurrency", "1", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
        with open(log, "ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "frontdesk", *command],
                cwd=settings.BASE_DIR,
                env=os.environ | _addresses(broker) | environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until(lambda: self.dead or b" ready." in log.read_bytes(), 30, f"worker ready; see {log}")
        assert not self.dead, log.read_text()

    @property
    def dead(self) -> bool:
        return self.process.poll() is not None

    def freeze(self) -> None:
        os.killpg(self.process.pid, signal.SIGSTOP)

    def wake(self) -> None:
        os.killpg(self.process.pid, signal.SIGCONT)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        if not self.dead:
            os.killpg(self.process.pid, signal.SIGCONT)
            self.process.terminate()
            self.process.wait(20)


def _addresses(broker: str) -> dict[str, str]:
    """The environment that leads another process to the test database and the test broker."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        database = f"sqlite:///{quote(str(values['NAME']))}"
    else:
        user, password = quote(values["USER"]), quote(values["PASSWORD"] or "")
        host, port = quote(values["HOST"] or "", safe=""), values["PORT"] or 5432
        database = f"postgres://{user}{':' + password if password else ''}@{host}:{port}/{values['NAME']}"
    return {"DATABASE_URL": database, "REDIS_URL": broker, "FRONTDESK_VISIBILITY_TIMEOUT": LOST_AFTER}
