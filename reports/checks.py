"""System checks: what would go wrong later is said at the start, with a hint. Only settings and files are looked at."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register


@register()
def check_time_limits(**kwargs: Any) -> list[CheckMessage]:
    """A task must not come back while it still runs, nor a reading be taken from a living worker."""
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    limit = settings.CELERY_TASK_TIME_LIMIT
    found: list[CheckMessage] = []
    if options["visibility_timeout"] <= limit:
        found.append(
            Warning(
                f"FRONTDESK_VISIBILITY_TIMEOUT is {options['visibility_timeout']} s, a task may take {limit} s.",
                hint="A task would be sent again while it runs. Set it to 90, or leave it out.",
                id="reports.W001",
            )
        )
    if limit > settings.READING_TAKEN_UP_AFTER:
        found.append(
            Warning(
                f"FRONTDESK_READING_TAKEN_UP_AFTER is {settings.READING_TAKEN_UP_AFTER} s, a task may take {limit} s.",
                hint="Two workers would read the same report. Set it to 60, or leave it out.",
                id="reports.W002",
            )
        )
    return found


@register()
def check_confidence_line(**kwargs: Any) -> list[CheckMessage]:
    if 0 <= settings.CONFIDENCE_LINE <= 1:
        return []
    hint = "Between 0 and 1, for example 0.6."
    return [Error(f"FRONTDESK_CONFIDENCE_LINE is {settings.CONFIDENCE_LINE:g}.", hint=hint, id="reports.E001")]


@register()
def check_tiles(**kwargs: Any) -> list[CheckMessage]:
    """A tile server needs a place in the content security policy, and its makers their due."""
    if not settings.TILES_URL:
        return []
    found: list[CheckMessage] = []
    allowed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]
    if not any(settings.TILES_URL.startswith(origin) for origin in allowed if "://" in origin):
        hint = "Set FRONTDESK_TILES_ORIGIN to its origin, for example https://tiles.example.org."
        found.append(Error("Browsers would refuse the tiles of FRONTDESK_TILES_URL.", hint=hint, id="reports.E002"))
    if not settings.TILES_ATTRIBUTION:
        hint = "Set FRONTDESK_TILES_ATTRIBUTION to the words its licence asks for."
        found.append(Warning("The map would not say whose tiles it shows.", hint=hint, id="reports.W003"))
    return found


@register()
def check_two_factor(**kwargs: Any) -> list[CheckMessage]:
    """A role that nobody can hold would leave the desk open to a password alone."""
    from reports.workflow.roles import ROLES

    unknown = [name for name in settings.TWO_FACTOR if name not in {"all", *ROLES}]
    if not unknown:
        return []
    hint = f"Write all, or some of: {', '.join(ROLES)}."
    return [Error(f"FRONTDESK_TWO_FACTOR names {', '.join(unknown)}.", hint=hint, id="reports.E004")]


@register(deploy=True)
def check_gazetteer(**kwargs: Any) -> list[CheckMessage]:
    if settings.GAZETTEER_PATH.exists():
        return []
    hint = "Run: python manage.py gazetteer build"
    return [Error(f"There is no gazetteer at {settings.GAZETTEER_PATH}.", hint=hint, id="reports.E003")]


@register(deploy=True)
def check_demo(**kwargs: Any) -> list[CheckMessage]:
    if not settings.DEMO:
        return []
    hint = "Leave FRONTDESK_DEMO out: its accounts have a password that everybody knows."
    return [Warning("This is a demonstration, not a desk.", hint=hint, id="reports.W004")]
