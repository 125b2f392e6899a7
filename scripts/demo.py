"""The demonstration: database, world, broker, worker, web and sample reports, under one supervisor."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from supervise import ChildDied, Supervisor

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def say(step: str) -> None:
    print(f"· {step}", flush=True)


def manage(command: str, log: Path) -> None:
    """Run a manage.py command to its end, its output in the log. Exits with the log's end where it fails."""
    with open(log, "w") as output:
        done = subprocess.run([sys.executable, "manage.py", command], stdout=output, stderr=subprocess.STDOUT)
    if done.returncode:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        sys.exit(f"demo: `manage.py {command}` failed\n{tail}")


def refuse_taken_port(host: str, port: int) -> None:
    """Say so early where somebody else listens."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            sys.exit(f"demo: port {port} cannot be used ({problem.strerror}); choose another: PORT=8001 make demo")


def wait_for_web(address: str, supervisor: Supervisor, seconds: float = 30) -> None:
    """Until the site answers at all; what it says is for the browser to see."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        supervisor.check()
        try:
            urllib.request.urlopen(address, timeout=2)  # noqa: S310 (our own address)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise ChildDied(f"the web server did not answer at {address} within {seconds:g} s")


def start_broker(supervisor: Supervisor) -> None:
    from django.conf import settings

    from frontdesk.embedded import answers, wait_until_it_answers

    if answers(settings.BROKER_SOCKET):
        raise ChildDied(f"a broker serves {settings.BROKER_SOCKET} already: this demo runs in another terminal")
    supervisor.start("broker", [sys.executable, "manage.py", "broker"])
    if not wait_until_it_answers(settings.BROKER_SOCKET):
        supervisor.check()
        raise ChildDied(f"the broker did not answer on {settings.BROKER_SOCKET}")


def run(host: str, port: int) -> None:
    from django.conf import settings

    logs = settings.VAR_DIR / "log"
    with Supervisor(logs) as supervisor:
        setup = logs / "setup.log"
        say("database: tables and promises")
        manage("migrate", setup)
        say("world: countries, fronts, groups, sources")
        manage("load_world", setup)
        if not os.environ.get("REDIS_URL"):
            say("broker: an embedded server on a socket")
            start_broker(supervisor)
        say("worker: reads the reports, sweeps what was left")
        worker = [
            "worker",
            "--beat",
            "--concurrency",
            "2",
            "--loglevel",
            "INFO",
            "--without-gossip",
            "--without-mingle",
        ]
        supervisor.start("worker", [sys.executable, "-m", "celery", "-A", "frontdesk", *worker])
        say(f"web: {host}, port {port}")
        web = ["frontdesk.wsgi", "--config", "python:frontdesk.serving", "--bind", f"{host}:{port}"]
        supervisor.start("web", [sys.executable, "-m", "gunicorn", *web])
        local = "localhost" if host in {"0.0.0.0", "127.0.0.1", "::"} else host  # noqa: S104
        wait_for_web(f"http://{local}:{port}/healthz", supervisor)
        say("samples: pasted, read by the worker, reviewed and published by the demo reviewer")
        supervisor.finish([sys.executable, "manage.py", "demo_data"])
        print(last_line(f"http://{local}:{port}"), flush=True)
        supervisor.wait()


def last_line(address: str) -> str:
    import django

    django.setup()
    from reports.workflow.demo import ACCOUNTS, PASSWORD

    name = next(iter(ACCOUNTS))
    return f"Frontdesk is at {address}/ ; log in at {address}/admin/ as {name}, password {PASSWORD}. Ctrl-C stops it."


def main() -> None:
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frontdesk.settings")
    host, port = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    refuse_taken_port(host, port)
    try:
        run(host, port)
    except ChildDied as problem:
        sys.exit(f"demo: {problem}")


if __name__ == "__main__":
    main()
