"""Static files in production: hashed names, compressed, and the imports between script modules hashed with them.

Scripts and styles of our own go out without their comments and indentation, a seventh of what a first visit costs of
them; what vendors ship is served as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = re.compile(r"(js|css)/.*\.(js|css)")
BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def lean(text: str, name: str) -> str:
    """The text without lines that are comments alone, blank lines and indentation: nothing else of a line is touched.

    A line of a string that runs over several would be: our scripts have none (tests/js/test_hashed_modules.py).
    """
    text = BLOCK.sub("", text)
    return INDENT.sub("", LINE.sub("", text) if name.endswith(".js") else text)


class HashedModules(CompressedManifestStaticFilesStorage):
    """Rewrites `import … from "./b.js";` and `import("./b.js")` too, so that no module is kept stale by a browser."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, tuple[Any, str]], *args: Any, **options: Any) -> Iterator[Any]:
        ours = {name: (Lean(storage), path) for name, (storage, path) in paths.items() if OURS.fullmatch(name)}
        yield from super().post_process(paths | ours, *args, **options)


class Lean:
    """A storage to read from, whose texts are lean."""

    def __init__(self, storage: Any):
        self.storage = storage

    def open(self, path: str) -> ContentFile:
        with self.storage.open(path) as file:
            return ContentFile(lean(file.read().decode(), path).encode(), name=path)
