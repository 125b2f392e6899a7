"""Read reports and print what they say: `manage.py read FILE... [--published 2016-12-11] [--outlet AFP]`.

One file prints an indented object, several print one compact object a line, in order. Nothing but JSON goes to
standard output; a file that cannot be read prints one line on standard error and ends the run with 2.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from reports.extraction import LIMIT, UnreadableText, load_lexicon, read, settle
from reports.extraction.explain import explain
from reports.geocoding import GazetteerMissing, locate, open_gazetteer


def day(text: str) -> dt.date:
    """An ISO day for argparse."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a day like 2016-12-11") from None


class Command(BaseCommand):
    help = "Read reports and print what they say as JSON, without database, network or account."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="A text file in UTF-8; - is standard input.")
        parser.add_argument("--published", type=day, help="The day it was published, as 2016-12-11.")
        parser.add_argument("--outlet", help="Who filed it, such as AFP.")
        parser.add_argument(
            "--explain",
            action="store_true",
            help="Print each field's value, rule and that rule's measured precision to standard error.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            gazetteer = open_gazetteer(settings.GAZETTEER_PATH)
        except GazetteerMissing as problem:
            self._stop(str(problem))
        lexicon = load_lexicon()
        several = len(options["files"]) > 1
        for name in options["files"]:
            try:
                text = settle(self._bytes(name))
            except (UnreadableText, OSError) as problem:
                self._stop(f"{name}: {problem.strerror if isinstance(problem, OSError) else problem}")
            document = locate(
                read(text, lexicon, gazetteer, published=options["published"], outlet=options["outlet"]), gazetteer
            )
            layout: dict[str, Any] = {"separators": (",", ":")} if several else {"indent": 1}
            sys.stdout.buffer.write(json.dumps(document.to_dict(), ensure_ascii=False, **layout).encode() + b"\n")
            if options["explain"]:
                sys.stderr.writelines(f"{line}\n" for line in explain(document, lexicon))
        sys.stdout.buffer.flush()

    @staticmethod
    def _bytes(name: str) -> bytes:
        if name == "-":
            return sys.stdin.buffer.read(LIMIT + 1)
        with Path(name).open("rb") as file:
            return file.read(LIMIT + 1)

    @staticmethod
    def _stop(line: str) -> None:
        sys.stderr.write(" ".join(line.split()) + "\n")
        sys.exit(2)
