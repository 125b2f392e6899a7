"""`manage.py load_world`: take the shipped countries, groups, sources, places and fronts into the database."""

from typing import Any

from django.core.management.base import BaseCommand

from reports.workflow.world import load_world


class Command(BaseCommand):
    help = "Load the shipped countries, groups, sources, places and fronts; overwrites nothing that an editor changed."

    def handle(self, *args: Any, **options: Any) -> None:
        load_world(lambda step: self.stdout.write(str(step)))
