#!/usr/bin/env python3
"""Compile the reader for this Python: `make compile`. It needs a C compiler, Python's headers, and some two minutes.

mypyc turns the typed modules of `reports/extraction` into C, as they stand. What it made is only put in its place
(`reports.extraction.compiled`) if it reads every report at hand as the reader in Python does; what was made of other
sources is thrown away. Exits 1 with what is missing, or with what went wrong.
"""

import contextlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["FRONTDESK_COMPILED"] = "0"
from reports.extraction import compiled  # noqa: E402

PACKAGE = Path("reports/extraction")
OPTIMISED = "1"  # as quick as with more, and made in two thirds of the time


def missing() -> str:
    """What this machine lacks, as a sentence; empty where it lacks nothing."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"there is no C compiler here ({compiler}): apt install gcc libc6-dev"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of this Python are not here (Python.h): apt install python3-dev"
    if not all(importlib.util.find_spec(name) for name in ("mypyc", "setuptools")):
        return "mypyc and setuptools are not installed: scripts/compile installs them"
    return ""


@contextlib.contextmanager
def told_where_it_fails() -> Iterator[None]:
    """Keep to itself what is printed, but for the case that nothing comes of it."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            yield
    except BaseException:
        print(said.getvalue(), file=sys.stderr)
        raise


def compile_in(build: Path) -> Path:
    """Compile the modules in a folder; returns the one that `compiled.take` can use."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    for source in compiled.sources():
        (build / PACKAGE / source).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(compiled.HERE / source, build / PACKAGE / source)
    (build / "reports/__init__.py").touch()
    packages = [source for source in compiled.sources() if compiled.is_package(source)]
    typed = [source for source in compiled.sources() if source not in {*compiled.PURE, *packages}]
    paths = ["--check-untyped-defs", *(str(PACKAGE / source) for source in typed)]
    with contextlib.chdir(build):
        with told_where_it_fails():
            extensions = mypycify(
                paths, opt_level=OPTIMISED, debug_level="0", multi_file=True, group_name=compiled.LIBRARY
            )
        command = Distribution({"name": compiled.LIBRARY, "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib = "out"
        command.ensure_finalized()
        command.run()
    out = build / "out"
    (out / PACKAGE).rename(out / compiled.MODULES)
    (out / "reports").rmdir()
    for source in packages:
        shutil.copy(compiled.HERE / source, out / compiled.MODULES / source)
    return out


def readings(reader: str) -> str:
    """The fingerprint of all readings by one reader: "0" for the one in Python, else where a compiled one lies."""
    environment = os.environ | {"FRONTDESK_COMPILED": reader}
    command = [sys.executable, str(ROOT / "scripts/same_readings.py")]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def put(out: Path, place: Path) -> None:
    """Put what was made in its place, in one move, and throw away what was made of other sources."""
    place.parent.mkdir(exist_ok=True)
    coming = place.with_suffix(".coming")
    shutil.rmtree(coming, ignore_errors=True)
    shutil.copytree(out, coming)
    coming.rename(place)
    for other in place.parent.iterdir():
        if other != place:
            shutil.rmtree(other)


def main() -> None:
    place = compiled.place()
    if place.exists():
        print("· the reader is compiled")
        return
    if lack := missing():
        sys.exit(f"compile: {lack}")
    print("· the reader, in C: some two minutes", flush=True)
    with tempfile.TemporaryDirectory() as build:
        out = compile_in(Path(build))
        print("· what it makes of the reports at hand, and what the reader in Python does", flush=True)
        pure, fast = readings("0"), readings(str(out))
        if fast != pure:
            sys.exit(
                f"compile: the compiled reader reads otherwise, so it is not taken: {fast.strip()}, {pure.strip()}"
            )
        put(out, place)
    print(f"· taken from now on: {fast.strip()}")


if __name__ == "__main__":
    main()
