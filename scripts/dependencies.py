"""What pyproject.toml asks for, one requirement a line, for pip.

dependencies.py app       what the site needs
dependencies.py test      and what the tests need
dependencies.py compile   and what `make compile` needs
dependencies.py --stamp   a fingerprint: it changes when anything that is installed may change
"""

import hashlib
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def requirements(extras: str) -> list[str]:
    """The requirements of the site ("app"), and of the tests ("test") or of `make compile` ("compile")."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project["dependencies"] + project["optional-dependencies"].get(extras, [])


def stamp() -> str:
    """SHA-256 of all requirements, their pins and the Python that runs this."""
    text = "\n".join([*requirements("test"), (ROOT / "constraints.txt").read_text(), sys.version])
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    wish = sys.argv[1] if len(sys.argv) > 1 else "app"
    print(stamp() if wish == "--stamp" else "\n".join(requirements(wish)))
