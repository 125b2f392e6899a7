"""The supervisor, with real processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))
from supervise import ChildDied, Supervisor  # noqa: E402

SLEEPS = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
# A child that writes when it is told to stop, and has a child of its own that ignores it.
PARENT = """
import signal, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, 1); time.sleep(60)"])
def stop(*_):
    open(sys.argv[1], "a").write(sys.argv[2] + "\\n")
    sys.exit()
signal.signal(15, stop)
print(child.pid, flush=True)
time.sleep(60)
"""
WHOLE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from supervise import Supervisor
with Supervisor(Path(sys.argv[2])) as supervisor:
    child = supervisor.start("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"])
    print(child.process.pid, flush=True)
    supervisor.wait()
"""


def until(holds, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.01)


def alive(pid: int) -> bool:
    """Whether the process runs; a zombie, whom nobody has buried yet, does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def family(name: str, supervisor: Supervisor, book: Path) -> tuple[int, int]:
    """Start a parent with a stubborn child; their process ids."""
    child = supervisor.start(name, [sys.executable, "-c", PARENT, str(book), name])
    until(lambda: child.log.read_text().strip())
    return child.process.pid, int(child.log.read_text())


def test_it_stops_the_last_started_first_and_leaves_no_grandchild(tmp_path):
    book = tmp_path / "book"
    with Supervisor(tmp_path) as supervisor:
        pids = [pid for name in ("broker", "worker", "web") for pid in family(name, supervisor, book)]
        assert all(map(alive, pids))
    assert book.read_text().split() == ["web", "worker", "broker"]
    until(lambda: not any(map(alive, pids)))


def test_it_says_which_process_died_and_quotes_its_log(tmp_path):
    with Supervisor(tmp_path) as supervisor:
        supervisor.start("broker", SLEEPS)
        supervisor.start("worker", [sys.executable, "-c", "import sys; sys.exit('no memory left')"])
        with pytest.raises(ChildDied, match=r"worker ended with code 1.*worker\.log:\nno memory left"):
            supervisor.wait()


def test_it_names_the_signal_that_killed_a_process(tmp_path):
    with Supervisor(tmp_path) as supervisor:
        child = supervisor.start("worker", SLEEPS)
        child.process.send_signal(signal.SIGKILL)
        with pytest.raises(ChildDied, match="worker was killed by signal 9"):
            supervisor.wait()


def test_a_step_stops_when_a_process_dies_meanwhile(tmp_path):
    with Supervisor(tmp_path) as supervisor:
        supervisor.start("worker", [sys.executable, "-c", "raise SystemExit(3)"])
        with pytest.raises(ChildDied, match="worker ended with code 3"):
            supervisor.finish(SLEEPS)


def test_a_step_that_fails_is_said(tmp_path):
    with Supervisor(tmp_path) as supervisor, pytest.raises(ChildDied, match="failed; see the lines above"):
        supervisor.finish([sys.executable, "-c", "raise SystemExit(1)"])


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_a_signal_stops_all_of_it(tmp_path, number, code):
    whole = subprocess.Popen([sys.executable, "-c", WHOLE, str(SCRIPTS), str(tmp_path)], stdout=subprocess.PIPE)
    child = int(whole.stdout.readline())
    whole.send_signal(number)
    assert whole.wait(20) == code
    assert not alive(child)
    whole.stdout.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_a_supervisor_that_is_killed_takes_its_processes_along(tmp_path):
    whole = subprocess.Popen([sys.executable, "-c", WHOLE, str(SCRIPTS), str(tmp_path)], stdout=subprocess.PIPE)
    child = int(whole.stdout.readline())
    os.kill(whole.pid, signal.SIGKILL)
    whole.wait(10)
    until(lambda: not alive(child))
    whole.stdout.close()


@pytest.fixture(autouse=True)
def our_own_signals():
    """A supervisor in this process takes over its signals; give them back."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)
