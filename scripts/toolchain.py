"""What a machine needs to compile the reader; imports nothing of the project, to be asked even when that is broken."""

import importlib.util
import os
import shutil
import sysconfig
from pathlib import Path


def missing() -> str:
    """What this machine lacks, as a sentence; empty where it lacks nothing."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"there is no C compiler here ({compiler}); on Debian: apt install gcc libc6-dev"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of this Python are not here (Python.h); on Debian: apt install python3-dev"
    if not all(importlib.util.find_spec(name) for name in ("mypyc", "setuptools")):
        return "mypyc and setuptools are not installed: scripts/compile installs them"
    if not os.access(sysconfig.get_path("platlib"), os.W_OK):
        return f"the packages of this Python cannot be written to ({sysconfig.get_path('platlib')})"
    return ""
