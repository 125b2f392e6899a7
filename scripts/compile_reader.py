#!/usr/bin/env python3
"""Compile the reader for this Python: `make compile`. It needs a C compiler, Python's headers, and two minutes or more.

    compile_reader.py             # compile it, and take it where it reads as the reader in Python does
    compile_reader.py --check     # the same, but leave things as they are

mypyc turns the typed modules of `reports/extraction` into C, as they stand. What it made is only put in its place
(`reports.extraction.compiled`) if it reads every report at hand as the reader in Python does; what was made of other
sources is thrown away. A reader that lies there already is compared again, since words may have changed, and thrown
away where it reads otherwise. Exits 1 with what is missing, or wrong.
"""

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from toolchain import missing

os.environ["FRONTDESK_COMPILED"] = "0"  # before anything imports the reader
from reading import ROOT, gazetteer_path

from reports.extraction import compiled

PACKAGE = Path("reports/extraction")
OPTIMISED = "1"  # as quick as with more, and made in two thirds of the time


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
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"compile: the reader {'in Python' if reader == '0' else 'in C'} could not read; see the lines above")
    return done.stdout.strip()


def compare(folder: Path) -> str:
    """The fingerprint of what both readers make of the reports at hand; ends the run where they differ."""
    print("· what it makes of the reports at hand, and what the reader in Python does", flush=True)
    pure, fast = readings("0"), readings(str(folder))
    if fast != pure:
        sys.exit(f"compile: the reader in C reads otherwise: {fast}; in Python {pure}")
    return fast


def put(out: Path, place: Path) -> None:
    """Put what was made in its place, in one move, and throw away what was made of other sources."""
    place.parent.mkdir(exist_ok=True)
    coming = Path(tempfile.mkdtemp(dir=place.parent))
    coming.chmod(0o755)
    shutil.copytree(out, coming, dirs_exist_ok=True)
    if not place.exists():  # nobody else has made it meanwhile
        coming.rename(place)
    for other in place.parent.iterdir():
        if other != place and other.is_dir():
            shutil.rmtree(other)


def main(only_check: bool) -> None:
    place = compiled.place()
    if place.exists():
        try:
            print(f"· the reader is compiled: {compare(place)}")
        except SystemExit:
            if not only_check:
                shutil.rmtree(place)
            raise
        return
    if lack := missing():
        sys.exit(f"compile: {lack}")
    if not gazetteer_path().exists():
        sys.exit(f"compile: there is no gazetteer at {gazetteer_path()} to try it with: scripts/install makes it")
    print("· the reader, in C: two minutes or more", flush=True)
    with tempfile.TemporaryDirectory() as build:
        out = compile_in(Path(build))
        same = compare(out)
        if not only_check:
            put(out, place)
    print(f"· {'as it should be' if only_check else 'taken from now on'}: {same}")


if __name__ == "__main__":
    main(only_check="--check" in sys.argv[1:])
