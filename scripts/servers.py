"""PostgreSQL and Redis for the tests: those that answer, or throw-away ones where only their binaries are installed."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

LOCAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
LOCAL_REDIS = "redis://127.0.0.1:6379"


class NoServer(Exception):
    """There is none, and why."""


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """An address to make a test database at: TEST_DATABASE_URL, the local server's, or a throw-away server's."""
    for address in filter(None, (os.environ.get("TEST_DATABASE_URL"), LOCAL_POSTGRES)):
        if _postgres_answers(address):
            yield _of_our_own(address)
            return
    with _throw_away_postgres() as address:
        yield _of_our_own(address)


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """The address of an empty Redis database: TEST_REDIS_URL as it is, or the last empty one of the local server."""
    from redis import Redis
    from redis.exceptions import RedisError

    if named := os.environ.get("TEST_REDIS_URL"):
        yield named
        return
    for number in range(15, 0, -1):
        try:
            empty = Redis.from_url(f"{LOCAL_REDIS}/{number}", socket_connect_timeout=2).dbsize() == 0
        except RedisError as problem:
            raise NoServer("no Redis answers at 127.0.0.1:6379") from problem
        if empty:
            yield f"{LOCAL_REDIS}/{number}"
            return
    raise NoServer("the Redis at 127.0.0.1:6379 has no empty database")


def _of_our_own(address: str) -> str:
    """The address with a name that no other run has; Django puts `test_` before it."""
    return f"{address.rpartition('/')[0]}/frontdesk_{os.getpid()}"


def _postgres_answers(address: str) -> bool:
    import psycopg2

    try:
        with contextlib.closing(psycopg2.connect(address, connect_timeout=2)) as link, link.cursor() as cursor:
            cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            return bool(cursor.fetchone()[0])
    except psycopg2.Error:
        return False


@contextlib.contextmanager
def _throw_away_postgres() -> Iterator[str]:
    """A cluster in a temporary folder, on a socket there, run by an unprivileged user; gone afterwards."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0]))
    if not found:
        raise NoServer("no PostgreSQL answers at 127.0.0.1:5432, and none is installed")
    binaries = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-pg-"))
    user = _unprivileged_user()
    options: dict = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    quiet = {"cwd": folder, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        init = [binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
        if subprocess.run(init, **quiet, **options).returncode:
            raise NoServer("no PostgreSQL answers, and initdb failed")
        settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
        server = subprocess.Popen([binaries / "postgres", "-D", folder / "data", *settings], **quiet, **options)
        try:
            address = f"postgres://postgres@{quote(str(folder), safe='')}:5432/postgres"
            _wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to become, since PostgreSQL refuses to run as root; None where we are not root."""
    if os.getuid():
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoServer("PostgreSQL refuses to run as root, and there is no user to become")


def _wait_for(address: str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not _postgres_answers(address):
        if time.monotonic() > end:
            raise NoServer("the throw-away PostgreSQL did not start")
        time.sleep(0.1)
