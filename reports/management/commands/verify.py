"""`manage.py verify`: check every promise over the whole database; exit 1 where one is broken."""

from django.core.management.base import BaseCommand

from reports.workflow.verify import verify


class Command(BaseCommand):
    help = "Check every promise over the whole database: how many rows were looked at, and what is broken."

    def handle(self, *args, **options):
        outcomes = verify()
        for outcome in outcomes:
            state = f"{len(outcome.broken)} BROKEN" if outcome.broken else "ok"
            self.stdout.write(f"{outcome.checked:>8} rows  {state:<10} {outcome.promise}")
            for problem in outcome.broken[:20]:
                self.stdout.write(f"              {problem}")
        broken = sum(len(outcome.broken) for outcome in outcomes)
        self.stdout.write(f"{sum(o.checked for o in outcomes)} rows checked, {broken} broken")
        if broken:
            raise SystemExit(1)
