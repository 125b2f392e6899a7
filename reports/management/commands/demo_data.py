"""`manage.py demo_data`: demo accounts, and the sample reports from file to public page."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.workflow.demo import PASSWORD, PATIENCE, DemoError, run_demo


class Command(BaseCommand):
    help = "Create the demo accounts; have a worker read the sample reports; accept them in bulk and publish them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--patience", type=float, default=PATIENCE, metavar="SECONDS", help="How long to wait for a worker."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            touched = run_demo(self._say, patience=options["patience"])
        except DemoError as problem:
            raise CommandError(str(problem)) from problem
        self._say(f"{touched} sample reports done." if touched else "Sample reports: nothing to do.")
        self._say(f"Log in as “demo” with the password “{PASSWORD}”.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
