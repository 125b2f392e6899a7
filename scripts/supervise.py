"""Run a few processes as one: started in order, stopped in reverse order, none left behind.

Our own, since what packages offer does not fit: they stop all processes at once, so that the broker is gone before the
worker has finished its task, and they have no step between "all started" and "waiting".
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

SECONDS_TO_STOP = 20
PR_SET_PDEATHSIG = 1  # from <linux/prctl.h>


class ChildDied(Exception):
    """A process ended by itself; the message names it and quotes the end of its log."""


@dataclass
class Child:
    """One process, the leader of its own session, with its output in a file."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def last_lines(self, count: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])


class Supervisor:
    """A context manager: leaving it stops every process that `start` started, also after an exception or a signal."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.children: list[Child] = []

    def __enter__(self) -> "Supervisor":
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, _stop)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop()

    def start(self, name: str, command: Sequence[str], env: Mapping[str, str] | None = None) -> Child:
        """Start a process. Its output goes to `<logs>/<name>.log`, begun anew."""
        log = self.logs / f"{name}.log"
        with open(log, "wb") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                start_new_session=True,  # the terminal's Ctrl-C reaches only us: we choose the order
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )
        child = Child(name, process, log)
        self.children.append(child)
        return child

    def check(self) -> None:
        """Raise ChildDied where a process has ended."""
        for child in self.children:
            if (code := child.process.poll()) is not None:
                how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
                raise ChildDied(f"{child.name} {how}; the end of {child.log}:\n{child.last_lines()}")

    def finish(self, command: Sequence[str]) -> None:
        """Run a command to its end, its output as it is. ChildDied where it fails or a process ends meanwhile."""
        with subprocess.Popen(command, stdin=subprocess.DEVNULL) as step:
            try:
                while step.poll() is None:
                    self.check()
                    time.sleep(0.1)
            except BaseException:
                step.terminate()
                raise
        if step.returncode:
            raise ChildDied(f"`{' '.join(command[1:])}` failed; see the lines above")

    def wait(self) -> None:
        """Until a signal comes (SystemExit) or a process ends (ChildDied)."""
        while True:
            self.check()
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop all, the last started first, each given time to finish; then sweep what they left."""
        for child in reversed(self.children):
            if child.process.poll() is None:
                child.process.terminate()
                try:
                    child.process.wait(SECONDS_TO_STOP)
                except subprocess.TimeoutExpired:
                    print(f"{child.name} did not stop in {SECONDS_TO_STOP} s and is killed", file=sys.stderr)
            _kill_session(child.process.pid)
            child.process.wait()
        self.children.clear()


def _stop(number: int, frame: object) -> None:
    for again in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(again, signal.SIG_IGN)  # we are stopping; a second Ctrl-C must not leave half of it
    raise SystemExit(0 if number == signal.SIGINT else 128 + number)


def _die_with_parent() -> None:
    """Where we are killed with -9, the kernel tells the children to stop."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _kill_session(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
