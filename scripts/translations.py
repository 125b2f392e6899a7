"""The catalogues of the public pages' words, in locale/.

    translations.py collect     gather the strings anew into every catalogue; needs GNU gettext (apt install gettext)
    translations.py compile     write the .mo files that Django reads; scripts/prepare.py does so at install

The desk is in English, as its editors' reports are: its strings are not collected.
"""

import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
LANGUAGES = ("ar", "fr")
NOT_PUBLIC = ("reports/desk/*", "reports/management/*", "templates/desk/*", "templates/admin/*", "tests/*", "scripts/*")


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def collect() -> None:
    ignored = [word for pattern in (*NOT_PUBLIC, ".venv/*", "staticfiles/*") for word in ("--ignore", pattern)]
    languages = [word for code in LANGUAGES for word in ("--locale", code)]
    command = [sys.executable, "manage.py", "makemessages", "--no-location", "--no-obsolete", *languages, *ignored]
    LOCALE.mkdir(exist_ok=True)
    subprocess.run(command, cwd=ROOT, check=True)


def write_compiled() -> None:
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    {"collect": collect, "compile": write_compiled}[sys.argv[1]]()
