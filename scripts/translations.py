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
HEADERS = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
NOT_PUBLIC = ("reports/desk/*", "reports/management/*", "templates/desk/*", "templates/admin/*", "tests/*", "scripts/*")
# Of what the desk works with, readers see the words of these alone: labels of the vocabulary, grades, what is withheld.
WORK = ("reports/models", "reports/workflow")
SEEN = ("vocabulary.py", "covering.py", "weighing")


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def collect() -> None:
    of_the_desk = [str(path.relative_to(ROOT)) for folder in WORK for path in (ROOT / folder).iterdir()]
    unseen = [path for path in of_the_desk if not path.endswith(SEEN)]
    patterns = (*NOT_PUBLIC, *unseen, ".venv/*", "staticfiles/*", "var/*")
    ignored = [word for pattern in patterns for word in ("--ignore", pattern)]
    languages = [word for code in LANGUAGES for word in ("--locale", code)]
    command = [sys.executable, "manage.py", "makemessages", "--no-location", "--no-obsolete", *languages, *ignored]
    LOCALE.mkdir(exist_ok=True)
    subprocess.run(command, cwd=ROOT, check=True)
    for path in catalogues():
        tidy(path)


def tidy(path: Path) -> None:
    """Long lines, and no header that changes with the day: what differs between two versions is words alone."""
    catalogue = polib.pofile(str(path), wrapwidth=120)
    catalogue.metadata = {name: value for name, value in catalogue.metadata.items() if name in HEADERS}
    catalogue.save()


def write_compiled() -> None:
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    {"collect": collect, "compile": write_compiled}[sys.argv[1]]()
