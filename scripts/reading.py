"""For the scripts that measure the reader: the scorer as a module, and reports of a corpus read in this process."""

import datetime as dt
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from reports.extraction import Document, load_lexicon, read  # noqa: E402
from reports.geocoding import locate, open_gazetteer  # noqa: E402


def scorer() -> ModuleType:
    """The scorer beside this file: it knows how mentions are matched with gold."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "scripts/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gazetteer_path() -> Path:
    """Where the site has its gazetteer, by the same variables (frontdesk/settings.py)."""
    folder = os.environ.get("FRONTDESK_VAR") or ROOT / "var"
    return Path(os.environ.get("FRONTDESK_GAZETTEER") or Path(folder) / "gazetteer.sqlite3")


def reader(opinions: bool = True) -> Callable[[dict[str, Any]], Document]:
    """A function that reads one report as `scorer().load` gives them, places included, just as the worker does.

    Without `opinions` the rules stand alone.
    """
    lexicon = load_lexicon() if opinions else load_lexicon().without_opinions()
    gazetteer = open_gazetteer(gazetteer_path())

    def reading(report: dict[str, Any]) -> Document:
        day = report["published"] and dt.date.fromisoformat(report["published"])
        return locate(read(report["text"], lexicon, gazetteer, published=day, outlet=report["outlet"]), gazetteer)

    return reading
