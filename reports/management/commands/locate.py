"""`manage.py locate --names FILE.jsonl`: the entry chosen for each name, so that others can compare us on any set."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.extraction import load_lexicon
from reports.geocoding import GazetteerMissing, open_gazetteer
from reports.geocoding.names import locate_name


class Command(BaseCommand):
    help = "Print the place chosen for each name of a file: one JSON object a line, with name, context, countries."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--names", type=Path, required=True, help='{"name": …, "context": …, "countries": [..]}')
        parser.add_argument("--path", type=Path, default=settings.GAZETTEER_PATH, help="the gazetteer file")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            gazetteer = open_gazetteer(options["path"])
        except GazetteerMissing as missing:
            raise CommandError(str(missing)) from None
        lexicon = load_lexicon()
        with options["names"].open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    asked = json.loads(line)
                    name, context = asked["name"], asked.get("context", "")
                except (ValueError, KeyError, TypeError) as problem:
                    sys.stderr.write(f"line {number} left out: {problem!r}\n")
                    continue
                chosen = locate_name(name, context, lexicon, gazetteer, asked.get("countries") or ())
                self.stdout.write(json.dumps({"name": name, "chosen": chosen}, ensure_ascii=False))
