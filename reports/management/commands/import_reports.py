"""Take reports from files: `manage.py import_reports FILE|FOLDER… --by USER [--outlet AFP] [--published 2016-12-11]`.

Each text takes the way of a pasted one. What is known about it comes, first found first taken, from `reports.csv` in
its folder (columns: file, published, outlet, headline, url, as_of, supersedes), from the options, and for the day
from a file name that begins with it (`2016-12-11-aleppo.txt`). Texts that are here already are skipped. One line a
file; a file that is refused says why and the others go on. Ends with 1 where one was refused.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.extraction import LIMIT
from reports.workflow.errors import BadReport, DuplicateReport, NotAllowed
from reports.workflow.intake import FACTS, GUESS, take

MANIFEST = "reports.csv"
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


class Command(BaseCommand):
    help = "Take reports from text files or folders of them, as if each were pasted. Nothing becomes public."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="Folders: all their *.txt.")
        parser.add_argument("--by", required=True, metavar="USER", help="The account that enters them: an editor.")
        parser.add_argument("--published", help="The day of those that do not say, as 2016-12-11.")
        parser.add_argument("--outlet", help=f"Slug or name; “{GUESS}” takes it from each text's own credits.")
        parser.add_argument("--dry-run", action="store_true", help="Only list the files and what is known about each.")

    def handle(self, *args: Any, **options: Any) -> None:
        by = get_user_model().objects.filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"There is no account “{options['by']}”.")
        given = {name: options[name] for name in ("published", "outlet") if options[name]}
        counts: Counter[str] = Counter()
        for file in _files(options["paths"]):
            outcome, told = self._one(file, given, by, options["dry_run"])
            counts[outcome] += 1
            out = self.stderr if outcome == "refused" else self.stdout
            out.write(" ".join(f"{outcome} {file}: {told}".split()))
        self.stdout.write(", ".join(f"{counts[outcome]} {outcome}" for outcome in ("taken", "skipped", "refused")))
        if counts["refused"]:
            sys.exit(1)

    def _one(self, file: Path, given: dict[str, str], by: Any, dry_run: bool) -> tuple[str, str]:
        """What became of one file, and a line about it."""
        try:
            facts = _from_name(file) | given | _from_manifest(file)
            if dry_run:
                return "found", ", ".join(f"{name} {value}" for name, value in facts.items()) or "nothing known"
            with file.open("rb") as opened:
                report = take(opened.read(LIMIT + 1), facts, by)
        except DuplicateReport as problem:
            return "skipped", f"here already as {problem.report.public_id}"
        except OSError as problem:
            return "refused", problem.strerror or str(problem)
        except (BadManifest, BadReport, NotAllowed) as problem:
            return "refused", str(problem)
        return "taken", f"{report.public_id}, a worker reads it"


class BadManifest(ValueError):
    """The manifest cannot be used; the message says why."""


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files named, and the texts of the folders named, in order of their names."""
    for path in paths:
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _from_name(file: Path) -> dict[str, str]:
    found = _DAY.match(file.name)
    return {"published": found[1]} if found else {}


def _from_manifest(file: Path) -> dict[str, str]:
    return _manifest(file.parent / MANIFEST).get(file.name, {})


@lru_cache(maxsize=32)
def _manifest(path: Path) -> dict[str, dict[str, str]]:
    """The rows of a manifest by file name, without empty cells."""
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened, strict=True)
            columns = set(rows.fieldnames or ())
            if "file" not in columns or columns - {"file", *FACTS}:
                raise BadManifest(
                    f"{path} has the columns {', '.join(sorted(columns))}; known: file, {', '.join(FACTS)}"
                )
            return {row["file"]: {n: row[n] for n in FACTS if row.get(n)} for row in rows}
    except (csv.Error, UnicodeDecodeError) as problem:
        raise BadManifest(f"{path} is not CSV in UTF-8: {problem}") from None
