"""Serves the harness: the project's folder, and Leaflet from the installed django-leaflet under /leaflet/.

python tests/js/serve.py 8765        then open /tests/js/harness.html
"""

from __future__ import annotations

import http.server
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: Any) -> None:
        super().__init__(*given, directory=str(ROOT))

    def translate_path(self, path: str) -> str:
        inside = super().translate_path(path)
        leaflet = ROOT / "leaflet"
        if not inside.startswith(f"{leaflet}/"):
            return inside
        spec = find_spec("leaflet")
        assert spec is not None and spec.origin is not None
        return str(Path(spec.origin).parent / "static" / "leaflet" / Path(inside).relative_to(leaflet))

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
