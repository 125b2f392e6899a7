"""The reader in C, where `make compile` has made it of these very sources for this Python; else Python as it stands.

mypyc compiles typed modules as they are: the same readings, nearly twice as fast (docs/adr/0006-compiled-reader.md).
What it made lies beside the installed packages, in a folder named by the fingerprint of its sources: a changed source
is never answered by what was made of another. `FRONTDESK_COMPILED=0` reads as it stands all the same, and a path there
takes the reader that lies at it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).parent
LIBRARY = "frontdesk_reader"  # the C of all modules; the modules are thin doors to it
MODULES = "modules"
# Read as they stand: this module and its package, what finds files beside itself, and what keeps things in an object's
# dictionary.
PURE = frozenset({"__init__.py", "compiled.py", "cues.py", "lexicon.py", "once.py", "surroundings.py"})


def sources() -> list[str]:
    """All modules of the reader, as paths in its folder."""
    return sorted(path.relative_to(HERE).as_posix() for path in HERE.rglob("*.py"))


def is_package(source: str) -> bool:
    """Whether a module is a package's own: names that it passes on, nothing to compile."""
    return source.endswith("/__init__.py")


def home() -> Path:
    """Where compiled readers lie, for this Python."""
    return Path(sysconfig.get_path("platlib")) / LIBRARY


def place() -> Path:
    """Where the reader that is compiled of these sources lies, or would lie."""
    digest = hashlib.sha256(str(sysconfig.get_config_var("EXT_SUFFIX")).encode())  # this Python, on such a machine
    for source in sources():
        digest.update(source.encode() + b"\0" + (HERE / source).read_bytes())
    return home() / digest.hexdigest()[:16]


def is_outdated() -> bool:
    """Whether there is a compiled reader, and none of these sources."""
    return home().exists() and not place().exists()


def found() -> Path | None:
    """The compiled reader that is to be taken, if there is one; RuntimeError where one is asked for that is none."""
    wish = os.environ.get("FRONTDESK_COMPILED", "")
    if wish == "0":
        return None
    if wish:
        if not (Path(wish) / MODULES).is_dir():
            raise RuntimeError(f"FRONTDESK_COMPILED is 0, or where a compiled reader lies; there is none at {wish}")
        return Path(wish)
    return folder if home().exists() and (folder := place()).is_dir() else None


def take(path: list[str]) -> None:
    """Have a package's modules looked for among the compiled ones first, where there are some."""
    if folder := found():
        path.insert(0, str(folder / MODULES))
        sys.path.append(str(folder))
