"""The app: all we know about reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Reports"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from reports import checks  # noqa: F401  (registers the system checks)
        from reports.workflow.roles import create_roles

        post_migrate.connect(create_roles, sender=self)
        post_migrate.connect(keep_promises, sender=self)


def keep_promises(sender, using: str, plan=(), **kwargs) -> None:
    """Put the triggers back after migrations: SQLite drops them with every table that Django remakes."""
    from django.db import connections

    from reports.models import generation, promises

    if plan:
        promises.install(connections[using])
        generation.install(connections[using])
