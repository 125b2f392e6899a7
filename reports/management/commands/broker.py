"""`manage.py broker`: run the embedded broker in the foreground, on the socket that web and worker use."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from frontdesk.embedded import BrokerUnavailable, serve


class Command(BaseCommand):
    """The process becomes the server, so that a supervisor's signals reach it. Tasks are kept in VAR_DIR/broker."""

    help = "Run the embedded broker (not needed where REDIS_URL names a Redis)."
    requires_system_checks: list[str] = []  # it needs no database

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            serve(settings.BROKER_SOCKET, settings.VAR_DIR / "broker")
        except BrokerUnavailable as problem:
            raise CommandError(str(problem)) from None
