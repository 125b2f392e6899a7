"""`manage.py locate --names FILE.jsonl`: the entry chosen for each name, so that others can compare us on any set."""

import json
import sqlite3
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.geocoding import GazetteerMissing, open_gazetteer
from reports.geocoding.gazetteer import COMMAND
from reports.geocoding.names import locate_names


class Command(BaseCommand):
    help = (
        "Print the place chosen for each name of a file: one JSON object a line, with name, context, countries. "
        "Lines that follow each other with the same context are names of one text, and are chosen together."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--names", type=Path, required=True, help='{"name": …, "context": …, "countries": [..]}')
        parser.add_argument("--path", type=Path, default=settings.GAZETTEER_PATH, help="the gazetteer file")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            gazetteer = open_gazetteer(options["path"])
            for (context, countries), rows in groupby(self._asked(options["names"]), key=lambda row: row[1:]):
                names = [row[0] for row in rows]
                for name, chosen in zip(names, locate_names(names, context, gazetteer, countries), strict=True):
                    self.stdout.write(json.dumps({"name": name, "chosen": chosen}, ensure_ascii=False))
        except GazetteerMissing as missing:
            raise CommandError(str(missing)) from None
        except sqlite3.DatabaseError as problem:
            raise CommandError(f"The gazetteer is of an older make ({problem}). Build it again: {COMMAND}") from None
        except OSError as problem:
            raise CommandError(f"{options['names']} cannot be read: {problem.strerror}") from None

    def _asked(self, path: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Name, context and countries of each line; a broken line is left out and said so."""
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield _row(json.loads(line))
                except (ValueError, KeyError, TypeError) as problem:
                    self.stderr.write(f"line {number} left out: {problem!r}")


def _row(asked: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    name, context, countries = asked["name"], asked.get("context") or "", asked.get("countries") or ()
    if not isinstance(name, str) or not isinstance(context, str) or isinstance(countries, str):
        raise TypeError("name and context are texts, countries a list")
    return name, context, tuple(countries)
