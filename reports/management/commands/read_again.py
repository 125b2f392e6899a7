"""Read reports again: `manage.py read_again --by USER --all`, or with public ids. What was decided stays."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.models import Report
from reports.workflow.rereading import read_again_all


class Command(BaseCommand):
    help = "Queue a new reading of reports for the workers; the desk shows its progress under Reports, Read again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reports", nargs="*", metavar="ID", help="Public ids of reports.")
        parser.add_argument("--all", action="store_true", help="All reports.")
        parser.add_argument("--by", required=True, metavar="USER", help="The account that asks for it.")

    def handle(self, *args: Any, **options: Any) -> None:
        by = get_user_model().objects.filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"There is no account “{options['by']}”.")
        if bool(options["reports"]) == options["all"]:
            raise CommandError("Name reports by their ids, or say --all.")
        chosen = Report.objects.all()
        if not options["all"]:
            chosen = chosen.filter(public_id__in=options["reports"])
            if missing := set(options["reports"]) - set(chosen.values_list("public_id", flat=True)):
                raise CommandError(f"There is no report {', '.join(sorted(missing))}.")
        run = read_again_all(chosen, by)
        self.stdout.write(f"{run.readings.count()} wait for a worker, {run.skipped} were being read already.")
