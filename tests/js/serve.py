"""Serves the harness: the project's folder, and Leaflet from the installed django-leaflet under /leaflet/.

python tests/js/serve.py 8765        then open /tests/js/harness.html
"""

from __future__ import annotations

import http.server
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        path = path.split("?")[0]
        if path.startswith("/leaflet/"):
            spec = find_spec("leaflet")
            assert spec and spec.origin
            return str(Path(spec.origin).parent / "static" / "leaflet" / path.removeprefix("/leaflet/"))
        return str(ROOT / path.lstrip("/"))

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
