"""Prepare what the site reads beside its database: the gazetteer, translations and the collected static files.

Each step is skipped while what it was made from is unchanged (fingerprints lie in VAR_DIR). Nothing is migrated.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from translations import catalogues

ROOT = Path(__file__).resolve().parent.parent
MANAGE = str(ROOT / "manage.py")
sys.path.insert(0, str(ROOT))


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """SHA-256 over names and contents of files, and of folders' files."""
    digest = hashlib.sha256("\n".join(more).encode())
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def pins() -> str:
    return (ROOT / "constraints.txt").read_text()


def gazetteer_sources() -> str:
    """What a gazetteer is made from: its builder, its data, the folding of names, the packages."""
    return fingerprint([ROOT / "reports/geocoding", ROOT / "reports/extraction/folding.py"], pins())


def marker_of(gazetteer: Path) -> Path:
    return gazetteer.with_suffix(".stamp")


def is_made(made: Path, marker: Path, wanted: str) -> bool:
    """Is it there, and does the marker say that it was made from the same?"""
    return made.exists() and marker.exists() and marker.read_text() == wanted


def step(title: str, made: Path, marker: Path, wanted: str, command: list[str]) -> None:
    """Run a Python command unless what it makes is made already."""
    if is_made(made, marker, wanted):
        return
    print(f"· {title}", flush=True)
    done = subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.exit(f"install: `{' '.join(command)}` failed; see the lines above")
    marker.write_text(wanted)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frontdesk.settings")
    from django.conf import settings

    gazetteer: Path = settings.GAZETTEER_PATH
    step(
        "gazetteer: the world's places, offline",
        gazetteer,
        marker_of(gazetteer),
        gazetteer_sources(),
        [MANAGE, "gazetteer", "build"],
    )
    if found := catalogues():
        step(
            "translations",
            found[0].with_suffix(".mo"),
            settings.VAR_DIR / "translations.stamp",
            fingerprint(found, pins()),
            [str(ROOT / "scripts/translations.py"), "compile"],
        )
    static = Path(settings.STATIC_ROOT)
    step(
        "static files",
        static / "staticfiles.json",
        settings.VAR_DIR / "static.stamp",
        fingerprint(settings.STATICFILES_DIRS, pins(), str(static)),
        [MANAGE, "collectstatic", "--noinput", "--clear"],
    )
    from reports.extraction import compiled

    if compiled.is_outdated():
        print("· the compiled reader is of other sources: `make compile` makes one of these", flush=True)


if __name__ == "__main__":
    main()
