"""Keys for programs: `manage.py api_key make USER "what uses it" | list | revoke HINT`."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.models import ApiToken


class Command(BaseCommand):
    help = "Make, list and revoke the keys with which programs send reports. Only a key's hash is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        make = steps.add_parser("make", help="Print a new key, this once.")
        make.add_argument("user", help="The account it acts as: an editor.")
        make.add_argument("name", help="What uses it.")
        steps.add_parser("list", help="All keys that open something, with when they were last used.")
        revoke = steps.add_parser("revoke", help="Close one.")
        revoke.add_argument("hint", help="How it begins, as listed.")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['step']}")(options)

    def _make(self, options: dict[str, Any]) -> None:
        user = get_user_model().objects.filter(username=options["user"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no account “{options['user']}”.")
        if not user.has_perm("reports.add_report"):
            raise CommandError(f"“{user}” may not enter reports: give the account the role of an editor.")
        _token, key = ApiToken.make(user, options["name"])
        self.stdout.write(key)
        self.stderr.write("Keep it now: it is not shown again.")

    def _list(self, options: dict[str, Any]) -> None:
        for token in ApiToken.objects.living().select_related("user"):
            used = f"{token.last_used_at:%Y-%m-%d %H:%M}" if token.last_used_at else "never used"
            self.stdout.write(f"{token.hint}…  {token.user}  {used}  {token.name}")

    def _revoke(self, options: dict[str, Any]) -> None:
        found = list(ApiToken.objects.living().filter(hint=options["hint"].rstrip("…")))
        if len(found) != 1:
            raise CommandError(f"{len(found)} living keys begin with “{options['hint']}”.")
        found[0].revoke()
        self.stdout.write(f"Revoked: {found[0]}")
