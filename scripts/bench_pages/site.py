"""The site under test: a database of synthetic developments, static files with the bare page beside them, gunicorn."""

import contextlib
import gzip
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
GEOJSON = "/api/v1/developments.geojson"


@dataclass
class Site:
    """One size on one engine. `code` is the checkout that serves it: another one is measured by the same script."""

    size: int
    engine: str
    database: str
    work: Path
    code: Path
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def static(self) -> Path:
        return self.work / f"static-{self.size}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DATABASE_URL": self.database,
            "FRONTDESK_STATIC_ROOT": str(self.static),
            "FRONTDESK_VAR": str(self.work / "var"),
            "FRONTDESK_LOG_LEVEL": "WARNING",
            "PYTHONPATH": str(self.code),
            "DJANGO_ALLOWED_HOSTS": "127.0.0.1",
        }

    def run(self, *command: str, **more) -> None:
        subprocess.run([sys.executable, *command], env=self.environment, cwd=self.code, check=True, **more)

    def fill(self) -> None:
        """Tables and developments, where they are not there yet. A half-filled database is begun again."""
        done = self.work / f"{self.engine}-{self.size}.done"
        if done.exists():
            self.run("manage.py", "migrate", "-v0")
            return
        self._empty()
        self.run("manage.py", "migrate", "-v0")
        script = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom scripts.bench_pages import generate as g\n"
        start = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'frontdesk.settings'; django.setup()\n"
        self.run("-c", f"{script}{start}g.generate({self.size})", stdout=subprocess.DEVNULL)
        done.touch()

    def _empty(self) -> None:
        if self.engine == "sqlite":
            for file in self.work.glob(f"sqlite-{self.size}.db*"):
                file.unlink()
            return
        import psycopg2

        server, _, name = self.database.rpartition("/")
        with contextlib.closing(psycopg2.connect(f"{server}/postgres")) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
                cursor.execute(f'CREATE DATABASE "{name}"')

    def collect(self) -> None:
        """The site's static files, and the bare page among them."""
        self.run("manage.py", "collectstatic", "--no-input", "-v0")
        bare = self.static / "bare"
        bare.mkdir(exist_ok=True)
        for name in ("html", "css", "js"):
            shutil.copy(HERE / f"bare.{name}", bare)

    @contextlib.contextmanager
    def serving(self) -> Iterator["Site"]:
        """One worker process with threads, as installed, on a port that nobody else listens at; until it answers."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        gunicorn = ["-m", "gunicorn", "frontdesk.wsgi", "--bind", f"127.0.0.1:{self.port}", "--worker-class", "gthread"]
        limits = ["--workers", "1", "--threads", "4", "--no-control-socket", "--timeout", "600", "--log-level", "error"]
        server = subprocess.Popen([sys.executable, *gunicorn, *limits], env=self.environment, cwd=self.code)
        try:
            self._wait(server)
            yield self
        finally:
            server.terminate()
            server.wait(30)

    def _wait(self, server: subprocess.Popen) -> None:
        while server.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise SystemExit("bench-pages: the server did not start")

    def get(self, path: str, packed: bool = True) -> tuple[float, bytes]:
        """Milliseconds to the last byte, and the body as it came over the wire."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"} if packed else {})
        answer = connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - start) * 1000
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"bench-pages: {path} answered {answer.status}")
        return took, body

    def keep_points(self) -> None:
        """The points of the API as static files: for the bare page, and to be served beside the endpoint itself."""
        _took, body = self.get(GEOJSON, packed=False)
        points = self.static / "bare/points.json"
        points.write_bytes(body)
        Path(f"{points}.gz").write_bytes(gzip.compress(body, 6, mtime=0))
