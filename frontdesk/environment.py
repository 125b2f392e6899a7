"""What settings.py reads: variables of the environment, and the secret key that is kept where none is given."""

import os
import secrets
from pathlib import Path


def env(name: str, default: str = "") -> str:
    """The variable's value, or the default where it is unset or empty."""
    return os.environ.get(name) or default


def flag(name: str, default: bool = False) -> bool:
    return env(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in env(name, default).split(",") if word.strip()]


def kept_secret_key(folder: Path) -> str:
    """A key of this installation, made in `folder` at its first start and readable by its owner alone."""
    path = folder / "secret-key"
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text().strip()
