"""`manage.py replay`: rebuild what follows from the ledger (state of claims, public versions), or see if it holds."""

from django.core.management.base import BaseCommand, CommandError

from reports.models import Claim, Report
from reports.workflow.covers import cover
from reports.workflow.replay import differences, rebuild


class Command(BaseCommand):
    help = "Take all decisions again and make claims and their public versions what they say. --check changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only tell what differs; fails if anything does")

    def handle(self, *args, check: bool, **options):
        decided = Claim.objects.filter(decisions__isnull=False).distinct().order_by("pk")
        wrong = 0
        for claim in decided.with_parts().iterator(chunk_size=500):
            if found := list(differences(claim)):
                wrong += 1
                self.stdout.write("\n".join(found))
                if not check:
                    rebuild(claim)
        if not check:
            for report in Report.objects.filter(claims__decisions__isnull=False).distinct():
                cover(report)
        self.stdout.write(f"{decided.count()} claims replayed, {wrong} were not what the ledger says")
        if check and wrong:
            raise CommandError("Run `manage.py replay` to make them so.")
