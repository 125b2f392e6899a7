"""What the server takes: pages at each size, queries of list pages, and the GeoJSON endpoint against a static file."""

import json
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from .site import GEOJSON, Site

ROUNDS = 7
SECONDS = 4.0
CLIENTS = 4
QUERIES = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "frontdesk.settings"
import django
django.setup()
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client, counts = Client(headers={"host": "127.0.0.1"}), {}
client.get("/method/")
for path in sys.argv[1:]:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200, path
    counts[path] = len(asked)
print(json.dumps(counts))
"""


def cold(site: Site, path: str) -> float:
    """Milliseconds of a page that is the first thing a new process is asked for."""
    with site.serving():
        return site.get(path)[0]


def computed(site: Site, path: str) -> float:
    """Milliseconds of a page that nobody asked for before, in a process that has been at work; the median of some."""
    site.get(path)
    return statistics.median(site.get(f"{path}?from=19{number:02d}-01-01")[0] for number in range(10, 10 + ROUNDS))


def warm(site: Site, path: str) -> float:
    """Milliseconds of a page that was asked for before."""
    site.get(path)
    return statistics.median(site.get(path)[0] for _ in range(ROUNDS))


def queries(site: Site, paths: list[str]) -> dict[str, int]:
    """How many queries each page takes, computed, in one process."""
    done = subprocess.run(
        [sys.executable, "-c", QUERIES, *paths],
        env=site.environment, cwd=site.code, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def requests(site: Site, path: str, packed: bool) -> float:
    """Answers a second, four clients at once on connections that are kept."""
    site.get(path, packed)
    end = time.perf_counter() + SECONDS

    def client(_number: int) -> int:
        connection = HTTPConnection("127.0.0.1", site.port, timeout=120)
        count = 0
        while time.perf_counter() < end:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"} if packed else {})
            connection.getresponse().read()
            count += 1
        connection.close()
        return count

    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        count = sum(pool.map(client, range(CLIENTS)))
    return count / (time.perf_counter() - start)


def against_static(site: Site, packed: bool) -> tuple[float, float]:
    """Requests a second of the endpoint, and of the same bytes as a static file."""
    return requests(site, GEOJSON, packed), requests(site, "/static/bare/points.json", packed)
