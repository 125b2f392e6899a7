"""Put pip into a virtual environment that was made without it, from the package index this machine is configured for.

Only the standard library: it runs before anything is installed. The index is what pip itself would use: PIP_INDEX_URL,
PIP_EXTRA_INDEX_URL, or `index-url` and `extra-index-url` in pip's own configuration files. Exits 1 where none is set.
"""

import configparser
import hashlib
import os
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.request
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlparse

WHEEL = re.compile(r"pip-(\d+(?:\.\d+)*)-py3-none-any\.whl$")


def configuration() -> dict[str, str]:
    """pip's settings from its files and then from the environment; later ones win."""
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = [Path(folder) / "pip/pip.conf" for folder in (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")]
    files += [Path("/etc/pip.conf"), home / ".pip/pip.conf", config / "pip/pip.conf"]
    if named := os.environ.get("PIP_CONFIG_FILE"):
        files.append(Path(named))
    found: dict[str, str] = {}
    for file in files:
        parser = configparser.RawConfigParser()
        parser.read(file)
        for section in ("global", "install"):
            if parser.has_section(section):
                found.update(parser.items(section))
    for name in ("index-url", "extra-index-url", "cert"):
        if value := os.environ.get("PIP_" + name.upper().replace("-", "_")):
            found[name] = value
    return found


def newest_wheel(page: str, address: str) -> str | None:
    """The address of the newest pip wheel that this page of a simple index links to."""
    links = [urljoin(address, unescape(link)) for link in re.findall(r'href="([^"]+)"', page)]
    wheels = [(tuple(map(int, found[1].split("."))), link) for link in links if (found := _wheel(link))]
    return max(wheels)[1] if wheels else None


def _wheel(link: str) -> re.Match | None:
    return WHEEL.search(urlparse(link).path)


def read(address: str, cert: str | None) -> bytes:
    context = ssl.create_default_context(cafile=cert) if address.startswith("https") else None
    with urllib.request.urlopen(address, timeout=60, context=context) as answer:  # noqa: S310 (the user's own index)
        return answer.read()


def fetch(settings: dict[str, str], folder: Path) -> Path | None:
    """Download pip's newest wheel into the folder, checked against the index's SHA-256. None where no index has it."""
    indexes = f"{settings.get('index-url', '')} {settings.get('extra-index-url', '')}".split()
    for index in indexes:
        address = index.rstrip("/") + "/pip/"
        try:
            link = newest_wheel(read(address, settings.get("cert")).decode(), address)
            if link is None:
                continue
            url, fragment = urldefrag(link)
            data = read(url, settings.get("cert"))
        except OSError as problem:
            print(f"install: {index}: {problem}", file=sys.stderr)
            continue
        name, _, digest = fragment.partition("=")
        if name == "sha256" and hashlib.sha256(data).hexdigest() != digest:
            print(f"install: {index}: pip's wheel does not match its checksum", file=sys.stderr)
            continue
        wheel = folder / Path(urlparse(url).path).name
        wheel.write_bytes(data)
        return wheel
    return None


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        wheel = fetch(configuration(), Path(folder))
        if wheel is None:
            return 1
        print(f"· pip {WHEEL.search(wheel.name)[1]} from the configured index")  # type: ignore[index]
        command = [sys.executable, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)]
        return subprocess.run(command).returncode


if __name__ == "__main__":
    sys.exit(main())
